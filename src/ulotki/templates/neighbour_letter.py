"""The letter that goes from house to house: the warning on its left, a list to tick on its right."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet, Told, ended
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Row, Rule, Spring, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A4, HAND, IMPRINT, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

LIST, BETWEEN = 62, 9
BUBBLE_RADIUS, TAIL, TAIL_START = 7, 6, 11
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_GAP = 10.5, 3, 5
BAR, BAR_RADIUS, MASK = 22, 5, 16
COUNTER, STEP_LEFT, ICON, STEPS = 11.2, 16, 11.5, 2.5
RADIUS, KEEP_PAD = 4, 5
ROWS, ROW, HEAD = 12, 10.5, 8
TICK, HOUSE, COLUMN_GAP = 6.5, 26, 4
CONTACT, EMERGENCY = 20, 32

TITLE = display("ExtraBold", 30, 33, HAND)
BODY = Style("Regular", 14.5, 18.5, HAND)
SPEAKER = Style("SemiBold", 13, 16, HAND)
QUOTE = display("ExtraBold", 29, 32, HAND)
VERDICT = Style("SemiBold", 14, 17, HAND)
ORDER = display("ExtraBold", 30, 33, HAND)
LEAD = Style("Bold", 19, 22, HAND)
SENTENCE = Style("Regular", 15, 18, HAND)
COUNT = Style("ExtraBold", 18, 20, HAND)
BADGE = Style("ExtraBold", 17.5, 20, HAND)
KEEP = Style("SemiBold", 16, 20.5, HAND)
SECTION = display("ExtraBold", 17, 20, HAND)
COLUMN = Style("SemiBold", 12, 15, HAND)
CALL = Style("SemiBold", 13, 16, HAND)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 46, HAND)
OFFICER = Style("SemiBold", 13, 16, HAND)
NUMBER = Style("ExtraBold", 28, 31, HAND)
SMALL = Style("Regular", 12, 15, HAND)
IMPRINT_STYLE = Style("Regular", 10, 12, IMPRINT)

BARE = Surface(None, BLACK, 1, BLACK, BLACK)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the letter."""
    phrases = leaflet.phrases
    contact = Row(
        (
            parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, RADIUS),
            parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT),
        ),
        (EMERGENCY, None),
        5,
    )
    return (
        Stack(
            (
                Gap(1.6),
                Text(phrases.letter_title, TITLE, look.palette.ink, Role("heading", level=1)),
                Gap(4.5),
                Text(phrases.letter_body, BODY, BLACK),
                Gap(6),
                Row((_warning(leaflet, look), _list(leaflet, look)), (None, LIST), BETWEEN, align="fill", stretch=1),
                Gap(5),
                Rule(look.palette.ink, 1.4),
                Gap(4.5),
                contact,
                Gap(4),
                parts.imprint(leaflet, IMPRINT_STYLE, phrases.impostor, phrases.free),
                Gap(0.8),
            )
        ),
    )


def _warning(leaflet: Leaflet, look: Look) -> Block:
    steps = tuple(_step(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
    spread = (steps[0], Spring(), steps[1], Spring(), steps[2])
    surface = look.palette.voice
    return Stack(
        (
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
            Gap(1.6),
            parts.deed(
                leaflet, look, VERDICT, ORDER, height=BAR, radius=BAR_RADIUS, mask=MASK, left=8, text=30, gap=3.2
            ),
            Tagged(Role("list"), Stack((Spring(), *spread, Spring()), stretch=1), stretch=STEPS),
            Panel(Pad(Text(leaflet.rule, KEEP, surface.text), KEEP_PAD, 4.5, KEEP_PAD, 4.5), surface, RADIUS),
        ),
        stretch=1,
    )


def _step(number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
    words = Stack((Text(ended(step.lead), LEAD, BLACK), Gap(2.8), Text(step.sentence, SENTENCE, BLACK)))
    row = Row(
        (
            parts.counter(number, look, COUNTER, COUNT),
            Tagged(Role("body"), words),
            parts.pictogram(step.icon, leaflet, look, ICON, None, BADGE, right=True),
        ),
        (COUNTER, None, ICON * parts.WIDER),
        STEP_LEFT - COUNTER,
        align="middle",
    )
    return Tagged(Role("item"), row)


def _list(leaflet: Leaflet, look: Look) -> Block:
    """Who has read it: a box to tick, the number of the house, the day."""
    phrases = leaflet.phrases
    heads = (Gap(0), Text(phrases.letter_house, COLUMN, BLACK, None), Text(phrases.letter_day, COLUMN, BLACK, None))
    head = Row(tuple(Tagged(Role("head"), block) for block in heads), (TICK, HOUSE, None), COLUMN_GAP)
    rows = tuple(_line() for _ in range(ROWS))
    return Stack(
        (
            Text(phrases.letter_list, SECTION, look.palette.ink, Role("heading", level=2)),
            Gap(4),
            Text(phrases.letter_pass, BODY, BLACK),
            Gap(7),
            Tagged(Role("table"), Stack((Tagged(Role("row"), head), *rows), stretch=1), stretch=1),
        ),
        stretch=1,
    )


def _line() -> Block:
    box = Panel(Gap(TICK), BARE, 1)
    cells = (box, Rule(BLACK, 0.9), Rule(BLACK, 0.9))
    row = Row(
        tuple(Tagged(Role("cell"), cell) for cell in cells), (TICK, HOUSE, None), COLUMN_GAP, align="bottom", stretch=1
    )
    return Tagged(Role("row"), Fixed(row, ROW), stretch=1)


TEMPLATE = Template("neighbour-letter", say("from house to house, with a list to tick"), (A4,), (120,), compose)
