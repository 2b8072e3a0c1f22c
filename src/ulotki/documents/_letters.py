"""What letters share: how they begin, from the sender to the subject, and how they end, with what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.text import Run, Words
from ulotki.documents._addressee import FROM_LEFT, addressee
from ulotki.documents._columns import Columns
from ulotki.documents._kit import LETTER_BODY, LETTER_STRONG
from ulotki.documents._sender import date_line, sender, signature_line
from ulotki.documents._words import exact, typed, worded
from ulotki.handout.letterhead import Office
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Pad, Row, Rule, Stack, Text
from ulotki.page.items import Role
from ulotki.paper import A4, IMPRINT

LISTED = Style("Regular", 11, 14.5, IMPRINT)
HEADS = Style("Bold", 11, 14.5, IMPRINT)

GAP, CLOSER = 5.0, (4.0, 3.0, 2.2, 1.4)
"""mm between blocks, and less where that saves a page."""

LIST = Columns((None, 16.0), range(1, 2), 4.0, 0.9, rules=(0.0, 0.0))

LEFT, RIGHT = 25.0 - A4.margin, 20.0 - A4.margin
"""mm that a letter keeps free, beside what no printer reaches: 25 and 20 from the edges."""


def letter_blocks(
    office: Office, place: Place, person: Person | None, about: Words, said: Iterable[Words], *more: Block
) -> tuple[Block, ...]:
    """A letter from its sender to its signature. about: its subject.  said: the greeting and what follows."""
    blocks = (
        sender(office),
        date_line(office),
        addressee(office, place, person),
        _subject(office, about),
        *(Text(text, LETTER_BODY, BLACK) for text in said),
        *more,
        _signature(office),
    )
    return tuple(within_margins(block) for block in blocks)


def within_margins(block: Block) -> Block:
    """*block* inside the margins of a letter."""
    return Pad(block, left=LEFT, right=RIGHT)


def _subject(office: Office, words: Words) -> Block:
    runs = (Run(f"{office.words.letter.subject.source} ", strong=True), *words.runs)
    return Stack((Gap(5.0), Text(Words(runs), LETTER_STRONG, BLACK, Role("heading", level=1)), Gap(1.6)))


def _signature(office: Office) -> Block:
    """The closing, and who signs."""
    closing = Text(worded(office.words.letter.closing), LETTER_BODY, BLACK)
    return Stack((Gap(6.0), Row((Gap(0.0), Stack((closing, signature_line(office)))), (FROM_LEFT, None))))


def enclosures(office: Office, listed: Sequence[tuple[str, int]]) -> Block:
    """What lies beside the letter, and how many of each."""
    words = office.words.letter
    heads = LIST.heads((words.enclosures, words.copies), HEADS)
    lines = (LIST.row((typed(name), exact(str(count))), LISTED) for name, count in listed)
    return within_margins(Stack((Gap(4.0), Rule(BLACK, 0.8), Gap(1.0), heads, *lines)))
