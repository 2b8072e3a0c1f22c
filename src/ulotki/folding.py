"""Words without what people leave out when they type them: case, accents, quotation marks."""

from __future__ import annotations

import re
import unicodedata

QUOTES = dict.fromkeys("„”“\"'‘’«»")

LETTERS = {"ł": "l", "Ł": "L", "đ": "d", "ø": "o"}
"""Letters that Unicode does not decompose into a letter and a mark."""

PLAIN = str.maketrans(QUOTES | LETTERS)


def folded(text: str) -> str:
    """*text* in the form in which names are compared: no case, no accents, no quotation marks, single spaces."""
    marks = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return " ".join("".join(sign for sign in marks if not unicodedata.combining(sign)).casefold().split())


def hyphened(text: str) -> str:
    """*text* as ids are written: folded, with a hyphen for all that is no letter from a to z and no digit."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
