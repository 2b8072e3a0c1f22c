"""Compares a translation with its Polish text: steps, numbers, addresses, counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ulotki.content.marks import placeholders
from ulotki.content.prose_values import proses
from ulotki.content.scam import Point, Scam
from ulotki.content.text import Prose
from ulotki.content.typography import HOME
from ulotki.content.unread import Unread, value_or_unread
from ulotki.errors import Finding, Where, say
from ulotki.library import translations


def unlike(scam: Scam, first: Scam | None) -> Iterator[Finding]:
    """Differences between the translation *scam* and its Polish text *first*, which is None when it does not exist."""
    if first is None:
        what = say("this scam does not exist in the language {lang}", lang=HOME)
        yield Finding("parity", what, say("write it there first"), scam.at)
        return
    for name in ("channel", "address", "icon", "season", "audiences", "mark", "helps"):
        if getattr(scam, name) != getattr(first, name):
            yield _finding(name, scam.at, getattr(scam, name), getattr(first, name))
    for name in ("step", "sign", "aftermath", "write_in"):
        yield from _rows(name, scam, first)
    for name, here, there in translations.unlike(scam, first):
        yield _finding(name, scam.at, here, there)
    own = (name for name in ("always", "gone") if getattr(scam, name) and getattr(first, name))
    for name in ("quote", "order", "rule", "story", "title", "summary", *own):
        ours, theirs = getattr(scam, name), getattr(first, name)
        if _values(ours) != _values(theirs):
            yield _finding(name, scam.at, ", ".join(_values(ours)), ", ".join(_values(theirs)))


def _rows(name: str, scam: Scam, first: Scam) -> Iterator[Finding]:
    ours, theirs = getattr(scam, name), getattr(first, name)
    if len(ours) != len(theirs):
        yield _finding(name, scam.at, len(ours), len(theirs))
        return
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
        if _values(one) != _values(other):
            at = next(iter(proses(one)), Prose("", scam.at)).at
            yield _finding(f"{name}.{number}", at, ", ".join(_values(one)), ", ".join(_values(other)))
        if isinstance(one, Point) and one.icon != other.icon:
            yield _finding(f"{name}.{number}.icon", one.lead.at, one.icon, other.icon)


def _finding(field: str, at: Where, ours: object, theirs: object) -> Finding:
    both = {"ours": _shown(ours), "theirs": _shown(theirs)}
    what = say("{field} is {ours} here and {theirs} in the text it was made from", field=field, **both)
    return Finding("parity", what, say("say the same, with the same numbers and addresses"), replace(at, field=field))


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value if value not in (None, "") else "–"


def _values(value: object) -> tuple[str, ...]:
    """The refs of the numbers and addresses in *value*, sorted."""
    return tuple(sorted(f"{kind}:{id}" for prose in proses(value) for kind, id in placeholders(prose.source)))


def translated(scam: Scam | Unread, first: Scam | Unread | None, settled: Collection[str]) -> Scam | Unread:
    """A translation that matches *first*, or an `Unread`, as when *first* is one. settled: files known to match."""
    match scam, first:
        case Scam(), Scam() if scam.at.file in settled and first.at.file in settled:
            return scam
        case Unread(), _:
            return scam
        case Scam(), Unread():
            return Unread("scam", scam.id, first.findings, scam.lang)
        case _:
            return value_or_unread(scam, "scam", scam.id, unlike(scam, first), scam.lang)
