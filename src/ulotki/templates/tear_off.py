"""The poster with strips to tear off: what stands above the cut line stays, and says the numbers too."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.leaflet import Leaflet, Told, ended
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Pictogram, Row, Rule, Spring, Stack, Tagged, Text
from ulotki.page.impose import CUT_DASH, HAIRLINE
from ulotki.page.items import Role
from ulotki.paper import A4, CARD, HAND, IMPRINT, SECOND_LOOK, Format, Tier
from ulotki.templates import Template
from ulotki.templates import _parts as parts

NEAR = Tier("near board", 1.2, 40.0)
"""A board that one steps up to, to tear off a strip: nearer than one that is passed."""

SHEET = replace(A4, margin=6.0)
"""Strips need the width; the poster above them keeps the margin of any A4."""

INDENT = A4.margin - SHEET.margin
CUT_AT, CLEAR, TAILS = 248 - SHEET.margin, 3, 1.2
STRIPS = 6
"""Each 33 mm: 27 between the cuts, which a telephone number in 12 pt just fills. A strip is read in the hand."""

TITLE, AFTER_TITLE = 15, 3.4
BUBBLE_RADIUS, TAIL, TAIL_START = 9, 7.5, 15
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_GAP = 16, 6, 6.6
AFTER_BUBBLE, BAR, BAR_RADIUS, MASK = 1.6, 27, 6, 20
CARD_HEIGHT, CARD_RADIUS, CARD_GAP, CARD_PAD = 34, 5, 4, 5
COUNTER, ICON = 10.5, 10.5
CONTACT, EMERGENCY = 26, 44
SCISSORS = 5

KICKER = display("SemiBold", 20, 24, SECOND_LOOK)
HEADING = display("ExtraBold", 28, 31, SECOND_LOOK)
SPEAKER = Style("SemiBold", 20, 24, SECOND_LOOK)
QUOTE = Style("ExtraBold", 40, 44, NEAR)
VERDICT = Style("SemiBold", 20, 24, SECOND_LOOK)
ORDER = Style("ExtraBold", 44, 48, NEAR)
STEP = Style("Bold", 20, 24, SECOND_LOOK)
COUNT = Style("ExtraBold", 20, 22, SECOND_LOOK)
BADGE = Style("ExtraBold", 20, 22, SECOND_LOOK)
CALL = Style("SemiBold", 20, 24, SECOND_LOOK)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 48, SECOND_LOOK)
OFFICER = Style("SemiBold", 20, 24, SECOND_LOOK)
NUMBER = Style("ExtraBold", 28, 32, SECOND_LOOK)
TAKE = Style("SemiBold", 13.5, 16, CARD)
SMALL = Style("Regular", 12, 15, IMPRINT)
STRIP = Style("Bold", 12, 14.4, HAND)
STRIP_CALL = Style("SemiBold", 12, 14.4, HAND)
STRIP_EMERGENCY = Style("ExtraBold", 36, 38, HAND)
STRIP_NUMBER = Style("Bold", 12, 14.4, HAND)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The poster, the cut line and the strips."""
    poster = Pad(_poster(leaflet, look), INDENT, INDENT, INDENT, CLEAR + TAILS, stretch=1)
    cut = Rule(BLACK, HAIRLINE, CUT_DASH)
    return (Stack((Fixed(poster, CUT_AT), cut, _strips(leaflet, look))),)


def _poster(leaflet: Leaflet, look: Look) -> Block:
    steps = tuple(_step(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
    contact = Row(
        (
            parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, CARD_RADIUS),
            parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT),
        ),
        (EMERGENCY, None),
        5,
    )
    take = Row(
        (Pictogram(look.icons["content_cut"], SCISSORS, BLACK), Text(leaflet.phrases.strip_take, TAKE, BLACK)),
        (SCISSORS, None),
        3,
        align="middle",
    )
    return Stack(
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
                leaflet, look, VERDICT, ORDER, height=BAR, radius=BAR_RADIUS, mask=MASK, left=10, text=40, gap=3.7
            ),
            Gap(CARD_GAP),
            Tagged(Role("list"), Row(steps, (None, None, None), CARD_GAP)),
            Gap(CARD_GAP),
            contact,
            Gap(3.4),
            parts.imprint(leaflet, SMALL, leaflet.phrases.impostor, leaflet.phrases.free),
            Gap(2.6),
            take,
        ),
        stretch=1,
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
    content = Stack((head, Gap(3.4), Text(step.lead, STEP, surface.text, Role("body")), Spring()), stretch=1)
    return Tagged(
        Role("item"), Panel(Fixed(Pad(content, CARD_PAD, 3.4, 3, 3, stretch=1), CARD_HEIGHT), surface, CARD_RADIUS)
    )


def _strips(leaflet: Leaflet, look: Look) -> Block:
    """Strips side by side, a cut line between two."""
    strip = Tagged(Role("item"), Pad(_strip(leaflet, look), CLEAR, CLEAR + TAILS, CLEAR, CLEAR, stretch=1))
    cut = Rule(BLACK, HAIRLINE, CUT_DASH, upright=True)
    blocks = (strip, *(block for _ in range(STRIPS - 1) for block in (cut, strip)))
    widths = (None, *(width for _ in range(STRIPS - 1) for width in (0.0, None)))
    return Tagged(Role("list"), Row(blocks, widths, align="fill", stretch=1), stretch=1)


def _strip(leaflet: Leaflet, look: Look) -> Block:
    number = leaflet.officer.number
    last: tuple[Block, ...] = (
        (Spring(), Text(number, STRIP_NUMBER, BLACK), Gap(1)) if number else (Spring(), Rule(BLACK, 0.9))
    )
    return Stack(
        (
            Text(ended(leaflet.order), STRIP, BLACK),
            Spring(),
            Text(leaflet.phrases.call, STRIP_CALL, BLACK),
            Gap(3),
            Text(leaflet.emergency, STRIP_EMERGENCY, look.palette.ink),
            *last,
        ),
        stretch=1,
    )


TEMPLATE = Template("tear-off", say("for a board, with strips to take home"), (SHEET,), (80,), compose)
