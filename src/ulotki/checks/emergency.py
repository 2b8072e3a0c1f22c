"""112 stands on every piece and is its largest number."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, Piece
from ulotki.errors import Finding, say
from ulotki.page.items import Line, walk

EMERGENCY = "number:112"

SHARE = 0.65
"""Of the size of 112 that any other number may have."""


def find(piece: Piece) -> Iterator[Finding]:
    """A piece without 112, or with a number that outshouts it."""
    sizes: dict[str, float] = {}
    for page in piece.pages:
        for item, roles in walk(page.items):
            for role in roles:
                if isinstance(item, Line) and role.ref.startswith("number:"):
                    sizes[role.ref] = max(sizes.get(role.ref, 0.0), item.size)
    largest = sizes.pop(EMERGENCY, 0.0)
    if not largest:
        yield Finding("emergency", say("112 is missing"), say("every piece carries it"), piece.at(""))
    for ref, size in sizes.items():
        if size > largest * SHARE:
            yield Finding(
                "emergency",
                say(
                    "{ref} is set in {size} pt, 112 in {largest} pt", ref=ref, size=f"{size:g}", largest=f"{largest:g}"
                ),
                say("112 is the largest number; any other has at most two thirds of its size"),
                piece.at(""),
            )


CHECK = Check("emergency", say("Who is in trouble must find 112 without reading."), find)
