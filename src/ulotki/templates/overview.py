"""All swindles of a campaign on one sheet: a card for each, one order for all, one number."""

from __future__ import annotations

from math import ceil
from typing import Literal, NamedTuple

from ulotki.content.leaflet import Leaflet, Topic
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Pictogram, Row, Spring, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, CARD, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

MOST = 9
TITLE, AFTER_TITLE = 17, 5
CARD_RADIUS, CARD_GAP, CARD_PAD, LEAST_ROOM = 5, 4, 3.6, 3.2
BETWEEN = 4

HEADING = display("ExtraBold", 38, 42, CARD)
BAR = parts.Bar(height=18, radius=6, icon=12, left=8, text=27, large=display("ExtraBold", 24, 28, CARD))
CALL = Style("SemiBold", 15, 18, CARD)
EMERGENCY = Style("ExtraBold", 44, 48, CARD)
OFFICER = Style("SemiBold", 16, 19, CARD)
NUMBER = Style("ExtraBold", 28, 32, CARD)
HOURS = Style("Regular", 13.5, 16, CARD)
CONTACT = parts.Contact(
    height=26,
    width=46,
    radius=CARD_RADIUS,
    gap=5,
    call=CALL,
    large=EMERGENCY,
    label=OFFICER,
    number=NUMBER,
    small=HOURS,
)


class Size(NamedTuple):
    """How a card is set. icon: mm.  under: the words stand under the icon, beside it, or the lead alone beside it."""

    icon: float
    lead: Style
    text: Style
    words: Literal["under", "beside", "around"]


def _size(icon: float, lead: float, text: float, words: Literal["under", "beside", "around"]) -> Size:
    return Size(icon, Style("Bold", lead, lead * 1.15, CARD), Style("Regular", text, text * 1.25, CARD), words)


SIZES = {
    (1, 1): _size(46, 48, 32, "under"),
    (1, 2): _size(40, 38, 28, "beside"),
    (1, 3): _size(28, 30, 22, "beside"),
    (1, 4): _size(20, 24, 18, "beside"),
    (2, 2): _size(20, 26, 20, "under"),
    (2, 3): _size(15, 20, 18, "around"),
    (2, 4): _size(12, 18, 14, "around"),
    (3, 3): _size(11, 17, 14, "under"),
}
"""By how many cards stand side by side, and how many rows there are."""

ROWS = {1: 150, 2: 80, 3: 52, 4: 39}
"""Least mm of a row by how many there are: alike, so that they grow alike."""


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """As many pages as it takes, all as full as one another."""
    pages = ceil(len(leaflet.topics) / MOST)
    each = ceil(len(leaflet.topics) / pages)
    return tuple(
        _page(leaflet.topics[number * each : (number + 1) * each], 1 if number == 0 else 2, leaflet, look)
        for number in range(pages)
    )


def _page(topics: tuple[Topic, ...], level: int, leaflet: Leaflet, look: Look) -> Block:
    phrases = leaflet.phrases
    return Stack(
        (
            parts.headline("domino_mask", phrases.overview_title, HEADING, look, TITLE, level=level),
            Gap(AFTER_TITLE),
            Tagged(Role("list"), _grid(topics, look), stretch=1),
            Gap(BETWEEN),
            BAR.compose("call_end", phrases.overview_order, look),
            Gap(BETWEEN),
            CONTACT.compose(leaflet, look),
            Gap(BETWEEN),
            parts.imprint(leaflet, parts.IMPRINT_LARGE, phrases.impostor, phrases.free),
            Gap(1),
        )
    )


def _grid(topics: tuple[Topic, ...], look: Look) -> Block:
    """Up to three one under another, nine in threes, others in pairs; an odd one is first, and twice as wide."""
    count = len(topics)
    across = 1 if count <= 3 else 3 if count > 8 else 2
    first = count % across
    starts = [0] * bool(first) + list(range(first, count, across))
    rows = [topics[start:end] for start, end in zip(starts, [*starts[1:], count], strict=True)]
    blocks: list[Block] = []
    for row in rows:
        cards = tuple(_card(topic, SIZES[len(row), len(rows)], look) for topic in row)
        whole = Row(cards, (None,) * len(cards), CARD_GAP, align="fill", stretch=1)
        blocks += [Gap(CARD_GAP), Pad(Fixed(whole, ROWS[len(rows)]), stretch=1)]
    return Stack(tuple(blocks[1:]), stretch=1)


def _card(topic: Topic, size: Size, look: Look) -> Block:
    surface = look.palette.card
    picture = Pictogram(look.icons[topic.icon], size.icon, surface.accent, surface.fill)
    lead = Text(topic.title, size.lead, surface.accent, Role("label"))
    text = Text(topic.summary, size.text, surface.text, Role("body"))
    widths, room = (size.icon, None), max(LEAST_ROOM, size.icon / 4)
    content: Block
    match size.words:
        case "under":
            content = Stack((picture, Gap(room), lead, Gap(room), text, Spring()), stretch=1)
        case "around":
            head = Row((picture, lead), widths, room, align="middle")
            content = Stack((head, Gap(room), text, Spring()), stretch=1)
        case "beside":
            content = Row((picture, Stack((lead, Gap(room * 0.7), text))), widths, room, align="middle")
    pad = CARD_PAD + room / 4
    padded = Pad(content, pad, pad, pad, CARD_PAD, stretch=content.stretch)
    return Tagged(Role("item"), Panel(padded, surface, CARD_RADIUS))


TEMPLATE = Template(
    "overview",
    say("for the display case: all swindles of a campaign at a glance"),
    (A4, A3),
    (150,),
    compose,
    whole=True,
)
