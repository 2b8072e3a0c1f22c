"""The hand-out: the warning alone, small enough for a purse, four on a sheet."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet, Told
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Row, Stack, Tagged, Text
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A6, HAND, IMPRINT, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

TITLE, TITLE_GAP, AFTER_TITLE = 10, 3, 2
BUBBLE_RADIUS, TAIL, TAIL_START, AFTER_TAIL = 5.5, 4.4, 9, 1.1
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_GAP, QUOTE_EDGE = 7, 2, 3.4, 4
BAR, BAR_RADIUS, MASK, MASK_LEFT, ORDER_LEFT, ORDER_GAP = 15.4, 4, 11, 5.5, 21, 2
AFTER_BAR, AFTER_STEPS, BEFORE_IMPRINT, TAILS = 2, 2, 2.3, 0.8
STEP_PITCH, COUNTER, ICON, STEP_GAP = 8.2, 7.2, 7.4, 3.2
CONTACT, EMERGENCY, CONTACT_RADIUS, CONTACT_GAP = 18.6, 26, 4, 3.2

KICKER = display("SemiBold", 12, 14, HAND)
HEADING = display("ExtraBold", 17, 20, HAND)
SPEAKER = Style("SemiBold", 12.5, 15, HAND)
QUOTE = display("ExtraBold", 24, 26, HAND)
VERDICT = Style("SemiBold", 12.5, 15, HAND)
ORDER = display("ExtraBold", 24, 26, HAND)
LEAD = Style("Bold", 15, 18, HAND)
COUNT = Style("ExtraBold", 14, 16, HAND)
BADGE = Style("ExtraBold", 13, 15, HAND)
CALL = Style("SemiBold", 12, 14, HAND)
EMERGENCY_NUMBER = Style("ExtraBold", 35, 37, HAND)
OFFICER = Style("SemiBold", 12, 14, HAND)
NUMBER = Style("ExtraBold", 21, 24, HAND)
SMALL = Style("Regular", 12, 14, HAND)
IMPRINT_STYLE = Style("Regular", 9.5, 11.5, IMPRINT)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one side of the hand-out."""
    steps = tuple(_step(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
    return (
        Stack(
            (
                parts.title(leaflet, look, TITLE, TITLE_GAP, KICKER, HEADING),
                Gap(AFTER_TITLE),
                parts.voice(
                    leaflet,
                    look,
                    SPEAKER,
                    QUOTE,
                    radius=BUBBLE_RADIUS,
                    tail=TAIL,
                    start=TAIL_START,
                    left=QUOTE_LEFT,
                    right=QUOTE_RIGHT,
                    gap=QUOTE_GAP,
                    edge=QUOTE_EDGE,
                ),
                Gap(AFTER_TAIL),
                parts.deed(
                    leaflet,
                    look,
                    VERDICT,
                    ORDER,
                    height=BAR,
                    radius=BAR_RADIUS,
                    mask=MASK,
                    left=MASK_LEFT,
                    text=ORDER_LEFT,
                    gap=ORDER_GAP,
                ),
                Gap(AFTER_BAR),
                Tagged(Role("list"), Stack(steps)),
                Gap(AFTER_STEPS),
                Row(
                    (
                        parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, CONTACT_RADIUS),
                        parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT, named=False),
                    ),
                    (EMERGENCY, None),
                    CONTACT_GAP,
                ),
                Gap(BEFORE_IMPRINT),
                parts.imprint(leaflet, IMPRINT_STYLE),
                Gap(TAILS),
            )
        ),
    )


def _step(number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
    row = Row(
        (
            parts.counter(number, look, COUNTER, COUNT),
            Text(step.lead, LEAD, BLACK, Role("body")),
            parts.pictogram(step.icon, leaflet, look, ICON, None, BADGE, right=True),
        ),
        (COUNTER, None, ICON * parts.WIDER),
        STEP_GAP,
        align="middle",
    )
    return Tagged(Role("item"), Fixed(row, STEP_PITCH))


TEMPLATE = Template(
    "handout",
    say("for a purse or a shop counter, four on a sheet"),
    (A6,),
    (35,),
    compose,
    sheets={A6.name: NUp(A4, columns=2, rows=2)},
)
