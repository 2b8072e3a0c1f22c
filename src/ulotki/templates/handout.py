"""The hand-out: the warning alone, small enough for a purse, four on a sheet."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block
from ulotki.page.impose import NUp
from ulotki.paper import A4, A6, HAND, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

SHEETS = {A6.name: NUp(A4, columns=2, rows=2)}

BIG = display("ExtraBold", 24, 26, HAND)
SPEAKER = Style("SemiBold", 12.5, 15, HAND)

OPENING = parts.Opening(
    parts.Title(10, display("SemiBold", 12, 14, HAND), display("ExtraBold", 17, 20, HAND), gap=3, between=1.8),
    2,
    parts.Voice(SPEAKER, BIG, radius=5.5, tail=4.4, start=9, left=7, right=2, gap=3.4, edge=2.8),
    1.1,
    parts.Bar(height=15, radius=4, icon=11, left=5.5, text=21, large=BIG, small=SPEAKER, gap=2),
)
LOW_OPENING = replace(OPENING, deed=replace(OPENING.deed, height=13.6), voice=replace(OPENING.voice, edge=1, gap=2.8))
"""The opening where a long imprint takes the room of the bubble."""

MARKS = parts.Marks(7.2, 7.4, Style("ExtraBold", 14, 16, HAND), Style("ExtraBold", 13, 15, HAND))
STEPS = parts.Steps(MARKS, gap=3.2, lead=Style("Bold", 15, 18, HAND), pitch=7.8)
LINES = parts.officer(HAND, [((12, 22, 12), 2.7, 2.3), ((12, 21, 12), 2.4, 2.0)], number=HAND)
CONTACT = parts.ContactBlock(
    18.6,
    28,
    4,
    3.2,
    parts.calls(12, tier=HAND),
    Style("ExtraBold", 35, 37, HAND),
    2.6,
    LINES,
    Style("SemiBold", 12, 15, HAND),
    named=False,
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one side of the hand-out."""
    steps = parts.listed(STEPS.compose(leaflet, look))
    contact = CONTACT.compose(leaflet, look)
    small = parts.imprint(leaflet, parts.IMPRINT_SMALL, safety=False, free=False, right=True)

    def page(opening: parts.Opening) -> Block:
        return parts.column(*opening.compose(leaflet, look), 2, steps, 2, contact, 2.3, small, 0.8)

    return (AtLast(page(OPENING), lambda: page(LOW_OPENING)),)


TEMPLATE = Template("handout", say("for a purse or a shop counter, four on a sheet"), (A6,), (35,), compose, SHEETS)
