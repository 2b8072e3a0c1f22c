"""Letters that look like digits, as digits: 6OO is 600, l12 is 112."""

from __future__ import annotations

import re

from ulotki.content.digits import LONG, count_digits, is_dialable
from ulotki.content.regex import regex
from ulotki.content.seen_text import SeenText

STRONG = dict(zip("OoQIl|", "000111", strict=True))
WEAK = dict(zip("ZzSsBbGgqATЗзЭбЧч", "22558669947333644", strict=True))
LETTERS = "".join({**STRONG, **WEAK})
TOKEN = regex(rf"(?<![^\W_])[0-9{re.escape(LETTERS)}]+(?![^\W_])")
LONE = regex(r"(?<=[0-9][ .\-])[OQI|](?=[ .\-][0-9])")
SINGLE = regex(r"(?<![^\W_])(?:[0-9OoQIl|][^\w\n]{1,5}){2,}[0-9OoQIl|](?![^\W_])")
MIXED = rf"[{re.escape(LETTERS)}]*[0-9][0-9{re.escape(LETTERS)}]*"
ROW = regex(rf"(?<![^\W_])(?:{MIXED}[ .\-–/]+)*{MIXED}[ .\-–/]*(?![^\W_])")
"""Digits and letters that look like them, with a digit between any two blanks. No part of it can be read in two ways."""


def look_alikes(text: SeenText) -> SeenText:
    """*text* with digits in place of letters that stand among digits and look like them: 6OO is 600, l12 is 112.

    A letter before or after digits may have a meaning of its own (droga S19, witamina B12, dom 14B, 10 l).
    """
    text = text.sub(ROW, lambda match: _as_digits(match[0]) if count_digits(_as_digits(match[0])) >= LONG else None)
    text = text.sub(SINGLE, _one_by_one)
    return text.sub(TOKEN, _token).sub(LONE, lambda match: _as_digits(match[0]))


def _one_by_one(match: re.Match[str]) -> str | None:
    """Single characters in a row, when at least one of them is a digit and together they are a number that can be dialled."""
    row = _as_digits(match[0])
    digits = re.sub(r"[^0-9]", "", row)
    return row if any(map(str.isdigit, match[0])) and (is_dialable(digits) or len(digits) >= LONG) else None


def _token(match: re.Match[str]) -> str | None:
    token = match[0]
    if re.fullmatch(r"[Il|1]{2}[Zz2]", token):
        return "112"
    if token.isdigit() or not any(sign.isdigit() for sign in token):
        return None
    inner = token.lstrip("OoQIl|0123456789").rstrip("OoQI|0123456789")
    outer = token.strip("OoQIl|0123456789")
    if token[-1] == "l" and token[:-1].isdigit() and not is_dialable(_as_digits(token)):
        return None
    if outer and not (token[0] not in WEAK and token[-1] not in WEAK and inner):
        return None
    return _as_digits(token)


def _as_digits(text: str) -> str:
    return "".join(STRONG.get(sign) or WEAK.get(sign) or sign for sign in text)
