"""The fixed words that templates print, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from ulotki.content.text import Prose

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases(Generic[T]):
    """Fixed words, as `Prose` in the library and as `Words` on a leaflet.

    Slots: {{until}} a day in words, {{issuer}} who publishes.
    """

    kicker: T
    verdict: T
    voice_phone: T
    voice_message: T
    voice_web: T
    voice_door: T
    voice_event: T
    signs: T
    write_in: T
    money_gone: T
    no_blame: T
    call_now: T
    call: T
    officer: T
    stamp: T
    impostor: T
    free: T
    issuer: T
    until: T
    code: T
    badge_alt: T
    code_alt: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A hard word. read: how it sounds, None when as written.  meaning: in a sentence or two."""

    word: Prose
    read: Prose | None = None
    meaning: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Words longer than a leaflet. appeal: read aloud in church, sentence by sentence.  term: the glossary."""

    appeal: tuple[Prose, ...]
    term: tuple[Term, ...]
