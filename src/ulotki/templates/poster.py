"""The poster for the display case: one sentence of the swindler, one order, three steps, one number."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet, Told
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Row, Rule, Spring, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, BOARD, CARD, IMPRINT, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

TITLE, AFTER_TITLE = 17, 4
BUBBLE_RADIUS, TAIL, TAIL_START = 10, 10, 17
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_GAP = 16, 6, 8
BAR, BAR_RADIUS, MASK = 32, 7, 25
CARD_HEIGHT, CARD_RADIUS, CARD_GAP, CARD_PAD = 41, 5, 5, 5.2
COUNTER, ICON = 13, 13
RULE = 6.5
AFTER_BUBBLE = 1.6
LEFT, FOOTER = 138, 61.8
CONTACT, EMERGENCY = 28, 44
MODULE = 1.44
QUIET_UP = 2.4

KICKER = display("SemiBold", 20, 24, SECOND_LOOK)
HEADING = display("ExtraBold", 33, 36, SECOND_LOOK)
SPEAKER = Style("SemiBold", 20, 24, SECOND_LOOK)
QUOTE = display("ExtraBold", 48, 52.8, BOARD, least=48)
VERDICT = Style("SemiBold", 24, 28, SECOND_LOOK)
ORDER = display("ExtraBold", 54, 58, BOARD)
STEP = Style("Bold", 24, 28, SECOND_LOOK)
COUNT = Style("ExtraBold", 22, 24, SECOND_LOOK)
BADGE = Style("ExtraBold", 21, 24, SECOND_LOOK)
CALL = Style("SemiBold", 20, 24, SECOND_LOOK)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 48, SECOND_LOOK)
OFFICER = Style("SemiBold", 20, 24, SECOND_LOOK)
NUMBER = Style("ExtraBold", 28, 32, SECOND_LOOK)
STAMP = Style("Regular", 12, 15, IMPRINT)
HOST = Style("Bold", 16, 19, CARD)
PURPOSE = Style("SemiBold", 13.5, 16, CARD)
SMALL = Style("Regular", 12, 15, IMPRINT)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the poster."""
    steps = tuple(_step(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
    return (
        Stack(
            (
                parts.title(leaflet, look, TITLE, 5, KICKER, HEADING),
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
                ),
                Gap(AFTER_BUBBLE),
                parts.deed(
                    leaflet, look, VERDICT, ORDER, height=BAR, radius=BAR_RADIUS, mask=MASK, left=12, text=46, gap=4.35
                ),
                Gap(CARD_GAP),
                Tagged(Role("list"), Row(steps, (None, None, None), CARD_GAP)),
                Fixed(Rule(look.palette.ink, 2), RULE),
                Fixed(_footer(leaflet, look), FOOTER, down=0),
            )
        ),
    )


def _step(number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    head = Row(
        (
            parts.counter(number, look, COUNTER, COUNT),
            Gap(0),
            parts.pictogram(step.icon, leaflet, look, ICON, surface.fill, BADGE, right=True),
        ),
        (COUNTER, None, ICON * parts.WIDER),
    )
    content = Stack((head, Gap(4.2), Text(step.lead, STEP, surface.text, Role("body")), Spring()), stretch=1)
    return Tagged(
        Role("item"), Panel(Fixed(Pad(content, CARD_PAD, 4.2, 4.5, 3.8, stretch=1), CARD_HEIGHT), surface, CARD_RADIUS)
    )


def _footer(leaflet: Leaflet, look: Look) -> Block:
    contact = Row(
        (
            parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, CARD_RADIUS),
            parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, STAMP, CONTACT),
        ),
        (EMERGENCY, None),
        4,
    )
    phrases, target = leaflet.phrases, leaflet.target
    small = parts.imprint(leaflet, SMALL, phrases.impostor)
    free = Text(phrases.free, SMALL, BLACK)
    if target is None:
        return Stack((contact, Spring(), small, Gap(1.8), free, Gap(1)), stretch=1)
    top = parts.coded(target, leaflet, contact, small, PURPOSE, HOST, left=LEFT, module=MODULE, up=QUIET_UP)
    return Stack((top, Gap(1.8), free))


TEMPLATE = Template("poster", say("for the display case"), (A4, A3), (55,), compose)
