"""The order of Polish lists, and how the words that stand in them are shortened."""

from __future__ import annotations

from textwrap import shorten

from ulotki.content.text import composed

ORDER = " 0123456789aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
"""The order of letters in Polish lists."""


def alphabetical(text: str) -> tuple[int, ...]:
    """A key that sorts *text* as a Polish list does: by its letters alone; those of other alphabets come last."""
    spaced = (" " if sign.isspace() else sign for sign in composed(text).lower())
    return tuple(ORDER.find(sign) if sign in ORDER else ord(sign) for sign in spaced if sign == " " or sign.isalnum())


def first_words(text: str, longest: int) -> str:
    """The first words of *text*, of at most *longest* characters, with an ellipsis when there are more."""
    return text if len(text) <= longest else shorten(text, longest, placeholder="…")
