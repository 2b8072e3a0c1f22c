"""Shared by the checks of words: every text of a leaflet with its voice, and lists of banned words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, fields, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from ulotki.checks import CheckedPiece
from ulotki.content.phrases import Phrases
from ulotki.content.text import NBSP, Words
from ulotki.content.told import Leaflet
from ulotki.errors import Finding, Say, Where, say
from ulotki.frozen import dataclass
from ulotki.recent import kept


class Passage(NamedTuple):
    """A text with plain spaces. voice: "quote" for the swindler's words, "ours" for all other.  at: where it is written."""

    field: str
    text: str
    voice: Literal["quote", "ours"]
    at: Where


class Texts(NamedTuple):
    """The texts of a piece.

    message: the words about its swindle.  printed: all words that may be printed, except numbers and names: the message,
    the fixed words, other topics, the appeal and the glossary.  ours: those in our own voice, without the words between
    „quotation marks”.
    """

    message: tuple[Passage, ...]
    printed: tuple[Passage, ...]
    ours: tuple[Passage, ...]


AROUND = ("write_in",)
"""Fixed words that belong to the message of a leaflet."""

IMPRINT = frozenset(
    f"words.{name}" for name in ("call", "send", "officer", "stamp", "impostor", "free", "issuer", "until", "code")
)
"""Fixed words of contact and imprint: small, and not part of the message."""

UNSEEN = frozenset({"code_alt"})
"""Fixed words that only a screen reader reads."""

PHRASES = tuple(item.name for item in fields(Phrases) if item.name not in UNSEEN)


def texts(piece: CheckedPiece) -> Texts:
    """The texts of *piece*; they are collected once for all checks."""
    return _read(piece.leaflet)


@kept(8)
def _read(leaflet: Leaflet) -> Texts:
    message = tuple(_message(leaflet))
    printed = tuple(dict.fromkeys((*message, *_around(leaflet))))
    ours = tuple(one._replace(text=unquoted(one.text)) for one in printed if one.voice == "ours")
    return Texts(message, printed, ours)


def _message(leaflet: Leaflet) -> Iterator[Passage]:
    message = leaflet.message
    for name in ("title", "kicker", "voice", "quote", "verdict", "order", "signs_title"):
        yield _passage(leaflet, name, getattr(message, name))
    for name, points in (("step", message.steps), ("sign", message.signs)):
        for number, point in enumerate(points, 1):
            yield _passage(leaflet, f"{name}.{number}.lead", point.lead)
            yield _passage(leaflet, f"{name}.{number}.sentence", point.sentence)
    yield _passage(leaflet, "rule", message.rule)
    yield _passage(leaflet, "story", message.story)
    for name, lines in (("aftermath", message.aftermath), ("write_in", message.write_in)):
        for number, line in enumerate(lines, 1):
            yield _passage(leaflet, f"{name}.{number}", line)
    yield _passage(leaflet, "call", leaflet.help.call)
    for line in leaflet.help.always:
        yield _passage(leaflet, "always", line)
    yield from _gone(leaflet)
    for name in AROUND:
        yield _passage(leaflet, f"words.{name}", getattr(leaflet.phrases, name))


def _gone(leaflet: Leaflet) -> Iterator[Passage]:
    gone = leaflet.help.gone
    yield _passage(leaflet, "gone.title", gone.title)
    if gone.comfort:
        yield _passage(leaflet, "gone.comfort", gone.comfort)
    for number, row in enumerate(gone.rows, 1):
        yield _passage(leaflet, f"gone.row.{number}.words", row.words)
        if row.kind != "number":
            yield _passage(leaflet, f"gone.row.{number}.{row.kind}", row.thing)
    for number, small in enumerate(gone.pair, 1):
        yield _passage(leaflet, f"gone.pair.{number}.lead", small.lead)
        yield _passage(leaflet, f"gone.pair.{number}.text", small.text)


def _around(leaflet: Leaflet) -> Iterator[Passage]:
    for name in PHRASES:
        if name != "issuer" or leaflet.imprint.issuer:
            yield _passage(leaflet, f"words.{name}", getattr(leaflet.phrases, name))
    for topic in leaflet.extra.topics:
        yield _passage(leaflet, "topic", topic.title)
        yield _passage(leaflet, "order", topic.order)
        yield _passage(leaflet, "summary", topic.summary)
    for number, line in enumerate(leaflet.extra.appeal, 1):
        yield _passage(leaflet, f"appeal.{number}", line)
    for number, term in enumerate(leaflet.extra.terms, 1):
        yield _passage(leaflet, f"term.{number}.word", term.word)
        yield _passage(leaflet, f"term.{number}.meaning", term.meaning)
    if leaflet.extra.invitation:
        yield _passage(leaflet, "where", leaflet.extra.invitation.where)
    if leaflet.target:
        yield _passage(leaflet, "purpose", leaflet.target.purpose)


def _passage(leaflet: Leaflet, name: str, words: Words) -> Passage:
    at = words.at if words.at.file else replace(leaflet.at, field=words.at.field or name)
    return Passage(at.field or name, str(words).replace(NBSP, " "), "quote" if name == "quote" else "ours", at)


@lru_cache(maxsize=10_000)
def unquoted(text: str) -> str:
    """*text* without the words between its „quotation marks”."""
    return re.sub("„[^”]*”", "„”", text)


@dataclass(frozen=True, slots=True)
class Ban:
    """Banned words. pattern: starts at the start of a word, in upper or lower case.  why, instead: for people."""

    pattern: str
    why: Say
    instead: Say


@dataclass(frozen=True, eq=False)
class Bans:
    """A list of bans that are searched together.

    but_not: phrases that are allowed although a ban matches a part of them.  unless_after: words directly before a match
    that make it harmless, such as "nie".
    """

    bans: tuple[Ban, ...]
    but_not: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        before = "".join(rf"(?<!\b{word}\s)" for word in self.unless_after)
        harmless = "|".join(self.but_not) or "(?!)"
        banned = "|".join(f"(?P<ban{number}>{ban.pattern})" for number, ban in enumerate(self.bans))
        found = rf"\b(?:(?:{harmless})|{before}(?:{banned}))(?!\w)"
        object.__setattr__(self, "pattern", re.compile(found, re.IGNORECASE))

    @lru_cache(maxsize=10_000)  # noqa: B019 (one for each list, for the life of the program)
    def broken(self, text: str) -> tuple[tuple[str, Ban], ...]:
        """(the matching words, the ban) for each ban that *text* breaks."""
        return tuple(
            (match[0], self.bans[int(match.lastgroup[3:])])
            for match in self.pattern.finditer(text)
            if match.lastgroup is not None
        )


def faults(check: str, passages: Iterable[Passage], bans: Bans, *, grave: bool) -> Iterator[Finding]:
    """A finding of *check* for each ban that a text breaks."""
    for passage in passages:
        for words, ban in bans.broken(passage.text):
            yield Finding(check, say('"{words}": {why}', words=words, why=ban.why), ban.instead, passage.at, grave)
