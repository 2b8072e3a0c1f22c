"""The trial sheet: what is tried with a printer, a telephone and five readers, filled in by hand and sent back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ulotki.content.paperwork import Trial, TrialPart
from ulotki.content.text import Prose
from ulotki.documents._kit import BODY, HEAD, SECTION, SMALL, TITLE, heading, row
from ulotki.documents._words import plain, worded
from ulotki.documents.flowing import KeepWithNext, Part, Table
from ulotki.documents.paper import Paper
from ulotki.look.inks import BLACK, Surface
from ulotki.page.blocks import Block, Gap, Panel, Row, Rule, Stack, Text

BOX = 4.6
"""mm of a side of a box to be ticked."""

EMPTY = Surface(None, BLACK, 1.0, BLACK, BLACK)

READERS, TICK = 5, 16.0
"""How many people read, and mm of the column of each."""

WRITTEN, PITCH = 5, 11.0
"""Lines for remarks, and mm from one to the next."""


def trial(words: Trial, author: str, contact: str, day: datetime.date) -> Paper:
    """The sheet. contact: where it is sent to, "" when nobody has filled that in."""
    parts: list[Part] = [Stack((heading(worded(words.title), TITLE, 1), Gap(3), Text(worded(words.lead), BODY, BLACK)))]
    for part in words.part:
        parts += _part(words, part)
    parts.append(_remarks(words, contact))
    return Paper(str(worded(words.title)), author, day, tuple(parts), 0.0)


def _part(words: Trial, part: TrialPart) -> Iterator[Part]:
    yield KeepWithNext(Stack((Gap(5), heading(worded(part.title), SECTION), Gap(2))))
    if part.each:
        heads = [Text(plain(f"{worded(words.reader)} {number}"), HEAD, BLACK, None) for number in range(1, READERS + 1)]
        box = Row((Panel(Gap(BOX), EMPTY, 0.6), Gap(BOX)), (BOX, None), 0.0)
        asked = [_line(prose, [box] * READERS, [TICK] * READERS) for prose in part.ask]
        yield Table(_line(Prose(""), heads, [TICK] * READERS, head=True), tuple(asked))
    else:
        choices = [_choice(words.yes), _choice(words.no)]
        yield Stack(tuple(_line(prose, choices, [TICK, TICK]) for prose in part.ask))


def _line(prose: Prose, cells: Sequence[Block], widths: list[float], *, head: bool = False) -> Block:
    first: Block = Gap(1) if head else Text(worded(prose), SMALL, BLACK, None)
    return row(
        (first, *cells), (None, *widths), gap=2.0, rim=1.5, rule=0.5, kind="head" if head else "cell", align="bottom"
    )


def _choice(prose: Prose) -> Block:
    return Row((Panel(Gap(BOX), EMPTY, 0.6), Text(worded(prose), SMALL, BLACK, None)), (BOX, None), 2.0, align="middle")


def _remarks(words: Trial, contact: str) -> Block:
    lines = [block for _ in range(WRITTEN) for block in (Gap(PITCH), Rule(BLACK, 0.6))]
    send = worded(words.send, contact=contact) if contact else worded(words.send_nobody)
    return Stack((Gap(5), heading(worded(words.remarks), HEAD), *lines, Gap(5), Text(send, BODY, BLACK)))
