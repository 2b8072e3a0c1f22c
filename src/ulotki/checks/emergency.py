"""112 stands on every piece, the number that helps is the largest number, and every line under `always` is printed."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.content.text import Words
from ulotki.errors import Finding, figure, say
from ulotki.page.items import Line
from ulotki.page.walking import walk

EMERGENCY = "number:112"

SHARE = 0.65
"""Largest size of any other number except 112, as a share of the size of the number that helps."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """A missing 112, a missing number that helps, another number that is too large, a missing line."""
    sizes = _sizes(piece)
    helps = piece.leaflet.help.number.runs[0].ref if piece.leaflet.help.number else EMERGENCY
    for ref in dict.fromkeys((EMERGENCY, helps)):
        if ref not in sizes:
            what = say("{ref} is missing", ref=ref.removeprefix("number:"))
            yield Finding("emergency", what, say("every piece carries it"), piece.at(""))
    largest = sizes.get(helps, 0.0)
    for ref, size in sizes.items():
        if size > largest * (1 if ref in (EMERGENCY, helps) else SHARE):
            said = {"ref": ref, "size": figure(size, "g"), "helps": helps, "largest": figure(largest, "g")}
            what = say("{ref} is set in {size} pt, {helps} in {largest} pt", **said)
            hint = say("the number that helps is the largest; any other but 112 has at most two thirds of its size")
            yield Finding("emergency", what, hint, piece.at(""))
    for line in piece.leaflet.help.always:
        if not _stands(line, piece):
            what = say('the line "{text}" is missing', text=line)
            yield Finding("emergency", what, say("every piece of this scam carries it"), piece.at("always"))


def _sizes(piece: CheckedPiece) -> dict[str, float]:
    """The largest size in pt of each number on the piece, by ref."""
    sizes: dict[str, float] = {}
    for page in piece.pages:
        for item, roles in walk(page.items):
            for role in roles:
                if isinstance(item, Line) and role.ref.startswith("number:"):
                    sizes[role.ref] = max(sizes.get(role.ref, 0.0), item.size)
    return sizes


def _stands(line: Words, piece: CheckedPiece) -> bool:
    """Whether all words of *line* stand in order on one page."""
    letters = _flat(str(line))
    return any(
        letters in "".join(_flat(item.text) for item, _ in walk(page.items) if isinstance(item, Line))
        for page in piece.pages
    )


def _flat(text: str) -> str:
    return "".join(text.split())


CHECK = Check("emergency", say("Somebody in trouble must find the number that helps without reading."), find)
