"""Every text of a leaflet with its voice, for the checks of words."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from ulotki.checks import CheckedPiece
from ulotki.checks._words import message_words, other_words
from ulotki.content.text import NBSP, Words
from ulotki.content.told import Leaflet
from ulotki.errors import Where
from ulotki.recent import kept


class Passage(NamedTuple):
    """A text with plain spaces. voice: "quote" for the swindler's words, "ours" for all other.  at: where it is written."""

    field: str
    text: str
    voice: Literal["quote", "ours"]
    at: Where


class Texts(NamedTuple):
    """The texts of a piece.

    message: the words about its swindle.  printed: all words that may be printed, except numbers and names: the message,
    the fixed words, other topics, the appeal and the glossary.  ours: those in our own voice, without the words between
    „quotation marks”.
    """

    message: tuple[Passage, ...]
    printed: tuple[Passage, ...]
    ours: tuple[Passage, ...]


IMPRINT = frozenset(
    f"words.{name}" for name in ("call", "send", "officer", "stamp", "impostor", "free", "issuer", "until", "code")
)
"""Fixed words of contact and imprint: small, and not part of the message."""


def texts(piece: CheckedPiece) -> Texts:
    """The texts of *piece*; they are collected once for all checks."""
    return _read(piece.leaflet)


@kept(8)
def _read(leaflet: Leaflet) -> Texts:
    message = tuple(_passage(leaflet, *one) for one in message_words(leaflet))
    printed = tuple(dict.fromkeys((*message, *(_passage(leaflet, *one) for one in other_words(leaflet)))))
    ours = tuple(one._replace(text=unquoted(one.text)) for one in printed if one.voice == "ours")
    return Texts(message, printed, ours)


def _passage(leaflet: Leaflet, name: str, words: Words) -> Passage:
    at = words.at if words.at.file else replace(leaflet.at, field=words.at.field or name)
    return Passage(at.field or name, str(words).replace(NBSP, " "), "quote" if name == "quote" else "ours", at)


@lru_cache(maxsize=10_000)
def unquoted(text: str) -> str:
    """*text* without the words between its „quotation marks”."""
    return re.sub("„[^”]*”", "„”", text)
