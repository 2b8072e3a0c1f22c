"""What checks of words share: every text of a leaflet with whose voice it is, and lists of words that must not stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Literal, NamedTuple

from ulotki.checks import CheckedPiece
from ulotki.content.phrases import Phrases
from ulotki.content.text import NBSP, Words
from ulotki.errors import Finding, Say, Where, say


class Said(NamedTuple):
    """A text with plain blanks. voice: the quote is the swindler's, all else is ours. at: where its author wrote it."""

    field: str
    text: str
    voice: Literal["quote", "ours"]
    at: Where


class Texts(NamedTuple):
    """The texts of a piece.

    message: what it says about its swindle.  printed: all that its words may put on paper but numbers and names, so
    the fixed words, other topics, the appeal and the glossary too.  ours: of these what is in our own voice, with
    nothing left between „quotation marks”.
    """

    message: tuple[Said, ...]
    printed: tuple[Said, ...]
    ours: tuple[Said, ...]


AROUND = ("write_in",)
"""Fixed words that belong to the message of a leaflet."""

IMPRINT = frozenset(
    f"words.{name}" for name in ("call", "officer", "stamp", "impostor", "free", "issuer", "until", "code")
)
"""Fixed words of contact and imprint: small, and not part of what is said."""

UNSEEN = frozenset({"badge_alt", "code_alt"})
"""Fixed words that only a screen reader speaks."""

PHRASES = tuple(item.name for item in fields(Phrases) if item.name not in UNSEEN)


class _Same:
    """A piece as a key that goes by identity: hashing all its words costs more than reading them."""

    __slots__ = ("piece",)

    def __init__(self, piece: CheckedPiece) -> None:
        self.piece = piece

    def __hash__(self) -> int:
        return id(self.piece)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.piece is other.piece


def texts(piece: CheckedPiece) -> Texts:
    """The texts of *piece*; read once for all checks."""
    return _read(_Same(piece))


@lru_cache(maxsize=2)
def _read(same: _Same) -> Texts:
    message = tuple(_message(same.piece))
    printed = tuple(dict.fromkeys((*message, *_around(same.piece))))
    ours = tuple(said._replace(text=unquoted(said.text)) for said in printed if said.voice == "ours")
    return Texts(message, printed, ours)


def _message(piece: CheckedPiece) -> Iterator[Said]:
    leaflet = piece.leaflet
    for name in ("title", "kicker", "voice"):
        yield _said(piece, name, getattr(leaflet, name))
    yield _said(piece, "quote", leaflet.quote, "quote")
    for name in ("verdict", "order", "signs_title"):
        yield _said(piece, name, getattr(leaflet, name))
    for name, points in (("step", leaflet.steps), ("sign", leaflet.signs)):
        for number, point in enumerate(points, 1):
            yield _said(piece, f"{name}.{number}.lead", point.lead)
            yield _said(piece, f"{name}.{number}.sentence", point.sentence)
    yield _said(piece, "rule", leaflet.rule)
    yield _said(piece, "story", leaflet.story)
    for name, lines in (("aftermath", leaflet.aftermath), ("write_in", leaflet.write_in)):
        for number, line in enumerate(lines, 1):
            yield _said(piece, f"{name}.{number}", line)
    yield _said(piece, "call", leaflet.call)
    for line in leaflet.always:
        yield _said(piece, "always", line)
    yield from _gone(piece)
    for name in AROUND:
        yield _said(piece, f"words.{name}", getattr(leaflet.phrases, name))


def _gone(piece: CheckedPiece) -> Iterator[Said]:
    gone = piece.leaflet.gone
    yield _said(piece, "gone.title", gone.title)
    if gone.comfort:
        yield _said(piece, "gone.comfort", gone.comfort)
    for number, row in enumerate(gone.rows, 1):
        yield _said(piece, f"gone.row.{number}.words", row.words)
        if row.kind != "number":
            yield _said(piece, f"gone.row.{number}.{row.kind}", row.thing)
    for number, small in enumerate(gone.pair, 1):
        yield _said(piece, f"gone.pair.{number}.lead", small.lead)
        yield _said(piece, f"gone.pair.{number}.text", small.text)


def _around(piece: CheckedPiece) -> Iterator[Said]:
    leaflet = piece.leaflet
    for name in PHRASES:
        if name != "issuer" or leaflet.issuer:
            yield _said(piece, f"words.{name}", getattr(leaflet.phrases, name))
    for topic in leaflet.topics:
        yield _said(piece, "topic", topic.title)
        yield _said(piece, "order", topic.order)
        yield _said(piece, "summary", topic.summary)
    for number, line in enumerate(leaflet.appeal, 1):
        yield _said(piece, f"appeal.{number}", line)
    for number, term in enumerate(leaflet.terms, 1):
        yield _said(piece, f"term.{number}.word", term.word)
        yield _said(piece, f"term.{number}.meaning", term.meaning)
    if leaflet.invitation:
        yield _said(piece, "where", leaflet.invitation.where)
    if leaflet.target:
        yield _said(piece, "purpose", leaflet.target.purpose)


def _said(piece: CheckedPiece, name: str, words: Words, voice: Literal["quote", "ours"] = "ours") -> Said:
    at = words.at if words.at.file else piece.at(words.at.field or name)
    return Said(at.field or name, str(words).replace(NBSP, " "), voice, at)


@lru_cache(maxsize=10_000)
def unquoted(text: str) -> str:
    """*text* with nothing left between its „quotation marks”."""
    return re.sub("„[^”]*”", "„”", text)


@dataclass(frozen=True, slots=True)
class Ban:
    """Words that must not stand. pattern: begins at the beginning of a word, in any case.  why, instead: for people."""

    pattern: str
    why: Say
    instead: Say


@dataclass(frozen=True, eq=False)
class Bans:
    """A list of bans, looked for all at once.

    but_not: what is passed over although a ban would catch a part of it.  unless_after: words right before that make it
    harmless, such as "nie".
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
        """(what stands there, the ban) for each ban that *text* breaks."""
        return tuple(
            (match[0], self.bans[int(match.lastgroup[3:])])
            for match in self.pattern.finditer(text)
            if match.lastgroup is not None
        )


def faults(check: str, said: Said, bans: Bans, *, grave: bool) -> Iterator[Finding]:
    """A finding for each ban that a text breaks."""
    for words, ban in bans.broken(said.text):
        yield Finding(check, say('"{words}": {why}', words=words, why=ban.why), ban.instead, said.at, grave)
