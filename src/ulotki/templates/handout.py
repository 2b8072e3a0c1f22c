"""The hand-out: the warning alone, small enough for a purse, four on a sheet."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Gap, Stack
from ulotki.page.impose import NUp
from ulotki.paper import A4, A6, HAND, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

BIG = display("ExtraBold", 24, 26, HAND)
SPEAKER = Style("SemiBold", 12.5, 15, HAND)
LABEL = Style("SemiBold", 12, 14, HAND)

OPENING = parts.Opening(
    parts.Title(10, display("SemiBold", 12, 14, HAND), display("ExtraBold", 17, 20, HAND), gap=3),
    2,
    parts.Voice(SPEAKER, BIG, radius=5.5, tail=4.4, start=9, left=7, right=2, gap=3.4, edge=4),
    1.1,
    parts.Bar(height=15.4, radius=4, icon=11, left=5.5, text=21, large=BIG, small=SPEAKER, gap=2),
)
COUNT = Style("ExtraBold", 14, 16, HAND)
BADGE = Style("ExtraBold", 13, 15, HAND)
LEAD = Style("Bold", 15, 18, HAND)
STEPS = parts.Steps(counter=7.2, icon=7.4, gap=3.2, count=COUNT, badge=BADGE, lead=LEAD, pitch=8.2)
EMERGENCY = Style("ExtraBold", 35, 37, HAND)
NUMBER = Style("ExtraBold", 21, 24, HAND)
HOURS = Style("Regular", 12, 14, HAND)
CONTACT = parts.Contact(
    height=18.6,
    width=26,
    radius=4,
    gap=3.2,
    call=LABEL,
    large=EMERGENCY,
    label=LABEL,
    number=NUMBER,
    small=HOURS,
    named=False,
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one side of the hand-out."""
    return (
        Stack(
            (
                *OPENING.compose(leaflet, look),
                Gap(2),
                parts.listed(STEPS.compose(leaflet, look)),
                Gap(2),
                CONTACT.compose(leaflet, look),
                Gap(2.3),
                parts.imprint(leaflet, parts.IMPRINT_SMALL),
                Gap(0.8),
            )
        ),
    )


TEMPLATE = Template(
    "handout",
    say("for a purse or a shop counter, four on a sheet"),
    (A6,),
    (35,),
    compose,
    sheets={A6.name: NUp(A4, columns=2, rows=2)},
)
