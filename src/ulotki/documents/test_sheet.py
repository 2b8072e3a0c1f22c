"""The sheet that shows where a printer misses, and how far."""

from __future__ import annotations

import datetime

from ulotki.content.marks import typeset
from ulotki.content.text import Prose, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.drawing.about import About
from ulotki.errors import refused, say
from ulotki.library import Undated
from ulotki.page.calibration import SideWords, calibration
from ulotki.paper import A4
from ulotki.press import finished
from ulotki.stock import family


def test_sheet(library: Undated) -> bytes:
    """The sheet that shows where a printer misses, both sides, as PDF, read back."""
    words, typography = library.readings[HOME].test_sheet, LANGUAGES[HOME]

    def plain(kind: str, id: str) -> tuple[str, str]:
        raise refused("numbers", say("a test sheet carries no values"), at=words.title.at)

    def told(*lines: Prose) -> tuple[Words, ...]:
        return tuple(typeset(line, plain, typography) for line in lines)

    title, front, back = told(words.title, words.front, words.back)
    sides = (
        SideWords(title, told(*words.lines), front, told(*words.outcomes)),
        SideWords(title, told(words.over), back),
    )
    pages = tuple(calibration(A4, family(), side) for side in sides)
    return finished(pages, About(str(title), "ulotki", HOME, NEVER, duplex="short"), family())


NEVER = datetime.date(2000, 1, 1)
"""The day of what prints no value and so has none."""
