"""Nothing is printed over words."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, Piece
from ulotki.errors import Finding, say
from ulotki.page.items import Fill, Item, Line, Picture, Stroke, walk

TOUCH = 0.05
"""mm that boxes of letters may share: an accent and a tail that pass each other."""


def find(piece: Piece) -> Iterator[Finding]:
    """Words that meet other words or a pictogram, or that lie half on a panel and half off it."""
    for page in piece.pages:
        items = [item for item, _ in walk(page.items)]
        for index, line in enumerate(items):
            if not isinstance(line, Line) or line.outline:
                continue
            for other in items[index + 1 :]:
                if clash(line, other):
                    yield _finding(piece, line, other)
            for other in items[:index]:
                if not isinstance(other, Line) and clash(line, other):
                    yield _finding(piece, line, other)


def clash(line: Line, other: Item) -> bool:
    """Whether *other* spoils *line*."""
    match other:
        case Line():
            return not other.outline and line.box.meets(other.box, TOUCH)
        case Picture():
            return line.box.meets(other.box, TOUCH)
        case Fill():
            return line.box.meets(other.box, TOUCH) and not other.box.holds(line.box, TOUCH)
        case Stroke():
            straight = other.box.height == 0 or other.box.width == 0
            return straight and line.box.meets(other.box.inset(-0.1, -0.1), 0.05)
        case _:
            return False


def _finding(piece: Piece, line: Line, other: Item) -> Finding:
    what = f'"{other.text.strip()}"' if isinstance(other, Line) else type(other).__name__.lower()
    return Finding(
        "overlap",
        say('"{value}" meets {what}', value=line.text.strip(), what=what),
        say("shorten the words, or mend the template"),
        piece.at(line.field),
    )


CHECK = Check("overlap", say("Words printed over words are read as other words."), find)
