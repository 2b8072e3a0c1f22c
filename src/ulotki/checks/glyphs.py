"""The face has a glyph for every character."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, LaidPages
from ulotki.errors import Finding, say
from ulotki.page.items import Line
from ulotki.page.walking import walk

ALLOWED = frozenset(" ")


def find(piece: LaidPages) -> Iterator[Finding]:
    """Characters without a glyph: a face draws them as an empty box, or not at all."""
    for page in piece.pages:
        for item, _ in walk(page.items):
            if isinstance(item, Line):
                for sign in sorted(set(item.text) - piece.family.named(item.face).signs - ALLOWED):
                    said = {"face": item.face, "sign": sign, "code": f"{ord(sign):04X}"}
                    what = say('the face {face} has no "{sign}" (U+{code})', **said)
                    yield Finding("glyphs", what, say("write it with other characters"), piece.at(item.field))


CHECK = Check(
    "glyphs", say("A character that the face lacks prints as an empty box or vanishes."), find, sheets=True, paper=find
)
