"""All swindles of a campaign on one sheet: a row or a card for each, one order for all, one number."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet, Topic
from ulotki.errors import say
from ulotki.frozen import dataclass
from ulotki.look import Look
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Gap, Least, Pad, Pictogram, Row, Spring, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, CARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

MOST, ROWS = 9, 6
"""How many are on a page at most: as cards, and as rows, which are read more easily."""

TITLE, PILL = 17, 11
RADIUS, GAP, BETWEEN = 5, 4, 4.4

HEADING = display("ExtraBold", 38, 42, CARD)
COUNT = Style("Bold", 20, 22, SECOND_LOOK)
BAR = parts.Bar(height=19, radius=6, icon=12, left=9, text=28, large=display("ExtraBold", 28, 31, CARD))
CONTACT = parts.wall(
    36, 58.67, 56, [((18, 36, 13.5), 4.2, 3.4), ((16, 36, 13.5), 4, 3.3), ((14, 34, 13.5), 3.9, 3.2)], card=8
)
TIGHT = replace(CONTACT, height=30)
PICTURE = "help"


@dataclass(frozen=True, slots=True)
class Size:
    """How a row is set, by how many there are at most. icon, height: mm.  lead, text: pt."""

    most: int
    icon: float
    lead: float
    text: float
    height: float


SIZES = (Size(3, 26, 30, 22, 36), Size(5, 20, 26, 19, 24), Size(ROWS, 16, 24, 18, 20))
ICON, LEAD, TEXT, CARD_PAD, CARD_HEIGHT = 10, 17, 13.5, (5.4, 4, 3, 3), 44
"""Measures of the cards, three by three: mm, pt."""


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """As many pages as it takes, all with as many rows; what is missing in the last is a row for anything else."""
    topics = leaflet.extra.topics
    if ROWS < len(topics) <= MOST:
        return (_page(_cards(topics, leaflet, look), "", leaflet, look),)
    pages = ceil(len(topics) / ROWS)
    each = ceil(len(topics) / pages)
    return tuple(
        _page(
            _rows(part, each, leaflet, look),
            f"{number} {leaflet.phrases.overview_of} {pages}" if pages > 1 else "",
            leaflet,
            look,
            level=1 if number == 1 else 2,
        )
        for number, part in enumerate((topics[start : start + each] for start in range(0, len(topics), each)), 1)
    )


def _page(list: Block, count: str, leaflet: Leaflet, look: Look, *, level: int = 1) -> Block:
    phrases = leaflet.phrases
    tight = len(leaflet.extra.topics) > ROWS and not count
    contact_style, between = (TIGHT, BETWEEN * 0.75) if tight else (CONTACT, BETWEEN)
    title = parts.headline("domino_mask", phrases.overview_title, HEADING, look, TITLE, level=level)
    order, contact = BAR.compose("front_hand", phrases.overview_order, look), contact_style.compose(leaflet, look)
    small = parts.imprint(leaflet, parts.IMPRINT_LARGE)
    if count:
        plain = Surface(None, look.palette.ink, 1.4, look.palette.ink, look.palette.ink)
        words = Words((Run(count.replace(" ", "\N{NO-BREAK SPACE}")),), phrases.overview_of.at)
        wide = parts.width(words, COUNT, look) + PILL
        pill = parts.box(Text(words, COUNT, look.palette.ink, align="centre"), plain, PILL / 2, height=PILL)
        title = Row((title, pill), (None, wide), GAP, align="middle")
    return parts.column(title, between, list, between, order, between, contact, between, small, 1)


def _rows(topics: tuple[Topic, ...], each: int, leaflet: Leaflet, look: Look) -> Block:
    size = next(size for size in SIZES if each <= size.most)
    card, phrases = look.palette.card, leaflet.phrases
    rows = [_row(one.icon, one.title, one.summary, size, card, look) for one in topics]
    if len(rows) < each:
        rows.append(_row(PICTURE, phrases.overview_other, phrases.overview_other_said, size, _bare(look), look))
    return parts.listed(rows, GAP, stretch=1)


def _row(icon: str, title: Words, summary: Words, size: Size, surface: Surface, look: Look) -> Block:
    picture = Pictogram(look.icons[icon], size.icon, surface.accent, surface.fill)
    lead = Text(title, Style("Bold", size.lead, size.lead * 1.15, CARD), surface.accent, Role("label"))
    text = Text(summary, Style("Regular", size.text, size.text * 1.25, CARD), surface.text, Role("body"))
    words = parts.column(lead, size.icon * 0.24, text)
    row = Pad(parts.beside(picture, size.icon, words, 8), left=8, top=1.5, right=4, bottom=1.5)
    return parts.item(parts.box(Least(row, size.height), surface, RADIUS, stretch=1))


def _cards(topics: tuple[Topic, ...], leaflet: Leaflet, look: Look) -> Block:
    """Three by three; the first place that is left over is for anything else."""
    card, phrases = look.palette.card, leaflet.phrases
    cards = [_card(one.icon, one.title, one.summary, card, look) for one in topics]
    if len(cards) < MOST:
        cards.append(_card(PICTURE, phrases.overview_other, phrases.overview_other_said, _bare(look), look))
    rows = [cards[start : start + 3] for start in range(0, len(cards), 3)]
    filled = (Row((*row, *[Gap(0)] * (3 - len(row))), (None,) * 3, GAP, align="fill", stretch=1) for row in rows)
    whole = (Pad(Least(row, CARD_HEIGHT), stretch=1) for row in filled)
    return Tagged(Role("list"), parts.column(*parts.apart(whole, GAP), stretch=1), stretch=1)


def _bare(look: Look) -> Surface:
    return Surface(None, look.palette.ink, 1.4, BLACK, look.palette.ink)


def _card(icon: str, title: Words, summary: Words, surface: Surface, look: Look) -> Block:
    picture = Pictogram(look.icons[icon], ICON, surface.accent, surface.fill)
    lead = Text(title, Style("Bold", LEAD, LEAD * 1.15, CARD), surface.accent, Role("label"))
    text = Text(summary, Style("Regular", TEXT, TEXT * 1.2, CARD), surface.text, Role("body"))
    content = parts.column(picture, 3.2, lead, 3, text, Spring(), stretch=1)
    return parts.item(parts.box(content, surface, RADIUS, CARD_PAD))


TEMPLATE = Template(
    "overview",
    say("for the display case: all swindles of a campaign at a glance"),
    (A4, A3),
    (150,),
    compose,
    whole=True,
    hangs=True,
)
