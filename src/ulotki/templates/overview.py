"""All swindles of a campaign on one sheet: a card for each, one order for all, one number."""

from __future__ import annotations

from math import ceil
from typing import Literal, NamedTuple

from ulotki.content.leaflet import Leaflet, Topic
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Pad, Pictogram, Row, Spring, Tagged, Text
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
CONTACT = parts.wall(26, 46, 44, [((16, 28, 13.5), 4, 3.2)])


class Size(NamedTuple):
    """How a card is set. icon: mm.  lead, text: pt.  words: under the icon, beside it, or the lead alone beside it."""

    icon: float
    lead: float
    text: float
    words: Literal["under", "beside", "around"]


SIZES = {
    (1, 1): Size(46, 48, 32, "under"),
    (1, 2): Size(40, 38, 28, "beside"),
    (1, 3): Size(28, 30, 22, "beside"),
    (1, 4): Size(20, 24, 18, "beside"),
    (2, 2): Size(20, 26, 20, "under"),
    (2, 3): Size(15, 20, 18, "around"),
    (2, 4): Size(12, 18, 14, "around"),
    (3, 3): Size(11, 17, 14, "under"),
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
    title = parts.headline("domino_mask", phrases.overview_title, HEADING, look, TITLE, level=level)
    cards = Tagged(Role("list"), _grid(topics, look), stretch=1)
    order, contact = BAR.compose("call_end", phrases.overview_order, look), CONTACT.compose(leaflet, look)
    small = parts.imprint(leaflet, parts.IMPRINT_LARGE)
    return parts.column(title, AFTER_TITLE, cards, BETWEEN, order, BETWEEN, contact, BETWEEN, small, 1)


def _grid(topics: tuple[Topic, ...], look: Look) -> Block:
    """Up to three one under another, nine in threes, others in pairs; an odd one is first, and twice as wide."""
    count = len(topics)
    across = 1 if count <= 3 else 3 if count > 8 else 2
    first = count % across
    starts = [0] * bool(first) + list(range(first, count, across))
    rows = [topics[start:end] for start, end in zip(starts, [*starts[1:], count], strict=True)]
    return parts.column(*parts.apart((_row(row, len(rows), look) for row in rows), CARD_GAP), stretch=1)


def _row(topics: tuple[Topic, ...], rows: int, look: Look) -> Block:
    cards = tuple(_card(topic, SIZES[len(topics), rows], look) for topic in topics)
    whole = Row(cards, (None,) * len(cards), CARD_GAP, align="fill", stretch=1)
    return Pad(Fixed(whole, ROWS[rows]), stretch=1)


def _card(topic: Topic, size: Size, look: Look) -> Block:
    surface, room = look.palette.card, max(LEAST_ROOM, size.icon / 4)
    picture = Pictogram(look.icons[topic.icon], size.icon, surface.accent, surface.fill)
    lead_style = Style("Bold", size.lead, size.lead * 1.15, CARD)
    text_style = Style("Regular", size.text, size.text * 1.25, CARD)
    lead = Text(topic.title, lead_style, surface.accent, Role("label"))
    text = Text(topic.summary, text_style, surface.text, Role("body"))
    match size.words:
        case "under":
            content = parts.column(picture, room, lead, room, text, Spring(), stretch=1)
        case "around":
            content = parts.column(parts.beside(picture, size.icon, lead, room), room, text, Spring(), stretch=1)
        case "beside":
            content = parts.beside(picture, size.icon, parts.column(lead, room * 0.7, text), room)
    pad = CARD_PAD + room / 4
    return parts.item(parts.box(content, surface, CARD_RADIUS, (pad, pad, pad, CARD_PAD)))


TEMPLATE = Template(
    "overview",
    say("for the display case: all swindles of a campaign at a glance"),
    (A4, A3),
    (150,),
    compose,
    whole=True,
    hangs=True,
)
