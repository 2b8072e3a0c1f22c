"""Fixed words of the note for the unit's page."""

from __future__ import annotations

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    """The note for the unit's page, sentence by sentence; a sentence whose count is 0 is left out.

    hangs, lies, met, people: three forms each, for 1, for 2 to 4, for 5 and more.  opening: with the name of the gmina;
    alone: without.  advice, gone, pesel: what to do.  free: only when something was given out.  ask: before the telephone
    number.  picture: before what the picture shows.
    """

    title: Prose
    opening: Prose
    alone: Prose
    hangs: tuple[Prose, ...]
    lies: tuple[Prose, ...]
    free: Prose
    met: tuple[Prose, ...]
    people: tuple[Prose, ...]
    advice: Prose
    gone: Prose
    pesel: Prose
    ask: Prose
    picture: Prose
