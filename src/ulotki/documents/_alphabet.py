"""The order of Polish lists, and how the words that stand in them are shortened."""

from __future__ import annotations

import unicodedata
from textwrap import shorten

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
"""The order in which Poles look words up."""


def alphabetical(text: str) -> tuple[int, ...]:
    """A key that sorts *text* as a Polish list does: by its letters alone; those of other alphabets come last."""
    letters = (sign for sign in unicodedata.normalize("NFC", text).lower() if sign.isalnum() or sign.isspace())
    return tuple(
        ALPHABET.find(sign) + 20
        if sign in ALPHABET
        else 0
        if sign.isspace()
        else int(sign) + 1
        if sign in "0123456789"
        else ord(sign) + 100
        for sign in letters
    )


def first_words(text: str, longest: int) -> str:
    """The first words of *text*, of at most *longest* characters, with an ellipsis when there are more."""
    return text if len(text) <= longest else shorten(text, longest, placeholder="…")
