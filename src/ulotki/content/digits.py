"""Digits in a text: how many there are, and whether they can be dialled."""

from __future__ import annotations

from ulotki.content import country

LONG = 9
"""Digits of a subscriber's number: so many in a row are a number even where words or commas stand between them."""


def is_dialable(digits: str) -> bool:
    """Whether *digits* are a number that can be dialled in Poland as they stand."""
    return country.Phone(digits).form is not None


def count_digits(text: str) -> int:
    """The number of digits in *text*."""
    return sum(sign.isdigit() for sign in text)
