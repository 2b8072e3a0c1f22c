"""The code of a piece: short enough to read aloud, computed from what stands on its pages and from nothing else.

It is nine Crockford base32 characters of the SHA-256 of the page script, with the slot of the code empty, and one check
character. A piece that did not change keeps its code, whatever the campaign, the day or the version of the program.
"""

from __future__ import annotations

import hashlib

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford base32: without I, L and O, which are misread, and without U, which spells words."""

SIGNS = 9


def code_of(text: str) -> str:
    """The code of a page script, such as "K7QF3-M2D9X"."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big") >> (256 - 5 * SIGNS)
    signs = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(SIGNS)))
    return f"{signs[:5]}-{signs[5:]}{check_sign(signs)}"


def check_sign(signs: str) -> str:
    """The check character of *signs*. It detects every mistyped character and every two that were exchanged.

    It is the sum of the characters, each multiplied by its own power of two, in the field of 32 elements (x⁵ + x² + 1).
    The factors differ and none is zero, so neither mistake leaves the sum unchanged (docs/decisions/0008).
    """
    total = 0
    for sign in signs:
        total ^= ALPHABET.index(sign)
        total = (total << 1) ^ (0b100101 if total & 0b10000 else 0)  # twice as much, in that field
    return ALPHABET[total]


def well_formed(code: str) -> bool:
    """Whether *code* has the alphabet, the length and the check character of a code."""
    signs = code.upper().replace("-", "").strip()
    return (
        len(signs) == SIGNS + 1
        and all(sign in ALPHABET for sign in signs)
        and check_sign(signs[:SIGNS]) == signs[SIGNS]
    )
