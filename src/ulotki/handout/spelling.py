"""Codes as people say, type and mistype them, and as a file holds them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from itertools import combinations

from ulotki.page.piece_code import SIGNS

HEARD = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Letters that a code does not have, and the characters that Crockford base32 reads for them."""


def normalize_code(text: str) -> str:
    """*text* in the spelling of a code, whatever its case, spaces and hyphens: "k7qf3 m2d9x" is "K7QF3-M2D9X"."""
    signs = re.sub(r"[\s\-–—_.]", "", text).upper().translate(HEARD)
    return f"{signs[:5]}-{signs[5:]}" if len(signs) == SIGNS + 1 else signs


def similar_codes(code: str, known: Collection[str]) -> tuple[str, ...]:
    """The codes of *known* that may be meant by *code*: those with one mistake, else similar ones; at most three."""
    slips = sorted(one for one in known if _one_slip(code.replace("-", ""), one.replace("-", "")))
    return tuple(slips or difflib.get_close_matches(code, sorted(known), n=3, cutoff=0.6))[:3]


def _one_slip(given: str, meant: str) -> bool:
    """Whether one character is wrong, missing or too many, or two neighbours are exchanged."""
    if len(given) == len(meant):
        wrong = [place for place, (one, other) in enumerate(zip(given, meant, strict=True)) if one != other]
        swapped = len(wrong) == 2 and given[wrong[0]] == meant[wrong[1]] and given[wrong[1]] == meant[wrong[0]]
        return len(wrong) == 1 or swapped
    if abs(len(given) - len(meant)) != 1:
        return False
    short, long = sorted((given, meant), key=len)
    return any("".join(part) == short for part in combinations(long, len(short)))


KEYWORDS = (re.compile(rb"/Keywords\s*\(([^()]*)\)"), re.compile(rb"<pdf:Keywords>([^<]*)</pdf:Keywords>"))


def embedded_codes(data: bytes) -> frozenset[str]:
    """The codes in the metadata of a PDF, from both places: exactly one when the file is ours and unchanged."""
    return frozenset(word.decode("latin-1").strip() for form in KEYWORDS for word in form.findall(data))
