"""The code of a piece: short enough to read aloud, made of nothing but what stands on its pages.

Nine signs of Crockford base32 from the SHA-256 of the page script with the code's slot empty, and a check sign from
the same alphabet. A piece that did not change keeps its code, whatever campaign, clock or program made it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ulotki.content.leaflet import CODE_REF
from ulotki.look.faces import Family
from ulotki.page.items import Group, Item, Line, Page, changed, walk
from ulotki.page.script import script

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford base32: no I, L, O or U, which are misread or spell words."""

SIGNS = 9


def code_of(text: str) -> str:
    """The code of a script: "K7QF3-M2D9X"."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") >> (256 - 5 * SIGNS)
    signs = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(SIGNS)))
    return _hyphened(signs + check_sign(signs))


def check_sign(signs: str) -> str:
    """A sign that tells every single mistyped sign and every two signs that changed places.

    The sum of the signs, each times its own power of two, in the field of 32 elements (x⁵ + x² + 1): different
    factors, none zero, so neither kind of slip leaves the sum as it was.
    """
    total = 0
    for sign in signs:
        total = _doubled(total ^ ALPHABET.index(sign))
    return ALPHABET[total]


def _doubled(element: int) -> int:
    """Twice *element* in the field of 32."""
    return (element << 1) ^ (0b100101 if element & 0b10000 else 0)


def well_formed(code: str) -> bool:
    """Whether *code* could be a code: its signs, its length, its check sign."""
    signs = code.upper().replace("-", "").strip()
    return (
        len(signs) == SIGNS + 1
        and all(sign in ALPHABET for sign in signs)
        and check_sign(signs[:SIGNS]) == signs[SIGNS]
    )


def seal(pages: tuple[Page, ...], family: Family) -> tuple[tuple[Page, ...], str]:
    """The pages with their code in its slot, and the code."""
    code = code_of(script(pages))

    def fill(item: Item) -> Item:
        if not (isinstance(item, Group) and item.role.ref == CODE_REF):
            return item
        return replace(item, items=tuple(_written(line, code, family) for line in item.items))

    return tuple(_flushed(page, replace(page, items=changed(page.items, fill))) for page in pages), code


def _flushed(before: Page, page: Page) -> Page:
    """*page* with what is set flush right moved there again, since the code is narrower than its slot."""
    slack = {
        round(slot.baseline, 6): slot.box.right - code.box.right
        for (slot, _), (code, _) in zip(walk(before.items), walk(page.items), strict=True)
        if isinstance(slot, Line) and isinstance(code, Line) and code.flush and slot.text != code.text
    }

    def move(item: Item) -> Item:
        if isinstance(item, Line) and item.flush:
            return replace(item, x=item.x + slack.get(round(item.baseline, 6), 0.0))
        return item

    return replace(page, items=changed(page.items, move)) if slack else page


def _written(line: Item, code: str, family: Family) -> Line:
    assert isinstance(line, Line)
    face = family.named(line.face)
    advances = tuple(advance * 1000 / face.units for advance in face.advances(code))
    rise, depth = face.reach(code)
    return replace(line, text=code, advances=advances, rise=rise, depth=depth)


def _hyphened(signs: str) -> str:
    half = len(signs) // 2
    return f"{signs[:half]}-{signs[half:]}"
