"""The letter that goes from house to house: the warning on its left, a list to tick on its right."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Row, Rule, Spring, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A4, HAND, IMPRINT, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

LIST, BETWEEN = 62, 9
STEPS_SHARE, RADIUS, KEEP_PAD = 2.5, 4, (5, 4.5, 5, 4.5)
ROWS, ROW = 12, 10.5
TICK, HOUSE, COLUMN_GAP = 6.5, 26, 4

TITLE = display("ExtraBold", 30, 33, HAND)
BODY = Style("Regular", 14.5, 18.5, HAND)
SPEAKER = Style("SemiBold", 13, 16, HAND)
KEEP = Style("SemiBold", 16, 20.5, HAND)
SECTION = display("ExtraBold", 17, 20, HAND)
COLUMN = Style("SemiBold", 12, 15, HAND)
IMPRINT_STYLE = Style("Regular", 10, 12, IMPRINT)

BARE = Surface(None, BLACK, 1, BLACK, BLACK)

VOICE = parts.Voice(SPEAKER, display("ExtraBold", 29, 32, HAND), radius=7, tail=6, start=11, left=10.5, right=3, gap=5)
ORDER = display("ExtraBold", 30, 33, HAND)
VERDICT = Style("SemiBold", 14, 17, HAND)
BAR = parts.Bar(height=22, radius=5, icon=16, left=8, text=30, large=ORDER, small=VERDICT, gap=3.2)
STEPS = replace(parts.HELD_STEPS, marks=replace(parts.HELD_MARKS, icon=11.5), between=2.8)
CONTACT = parts.held(height=22, gap=5)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the letter."""
    phrases = leaflet.phrases
    title, body = parts.heading(phrases.letter_title, TITLE, look, level=1), parts.plain(phrases.letter_body, BODY)
    both = Row((_warning(leaflet, look), _list(leaflet, look)), (None, LIST), BETWEEN, align="fill", stretch=1)
    small = parts.imprint(leaflet, IMPRINT_STYLE)
    foot = (Rule(look.palette.ink, 1.4), 4.5, CONTACT.compose(leaflet, look), 4, small, 0.8)
    return (parts.column(1.6, title, 4.5, body, 6, both, 5, *foot),)


def _warning(leaflet: Leaflet, look: Look) -> Block:
    rows = parts.apart(STEPS.compose(leaflet, look), Spring())
    steps = Tagged(Role("list"), parts.column(Spring(), *rows, Spring(), stretch=1), stretch=STEPS_SHARE)
    keep = parts.keep(leaflet, look, KEEP, RADIUS, KEEP_PAD)
    return parts.column(VOICE.compose(leaflet, look), 1.6, BAR.deed(leaflet, look), steps, keep, stretch=1)


def _list(leaflet: Leaflet, look: Look) -> Block:
    """Who has read it: a box to tick, the number of the house, the day."""
    phrases = leaflet.phrases
    heads = (Gap(0), Text(phrases.letter_house, COLUMN, BLACK), Text(phrases.letter_day, COLUMN, BLACK))
    head = Row(heads, (TICK, HOUSE, None), COLUMN_GAP)
    cells = (Panel(Gap(TICK), BARE, 1), Rule(BLACK, 0.9), Rule(BLACK, 0.9))
    row = Fixed(Row(cells, (TICK, HOUSE, None), COLUMN_GAP, align="bottom", stretch=1), ROW)
    lines = parts.column(head, *[Pad(row, stretch=1)] * ROWS, stretch=1)
    title, body = parts.heading(phrases.letter_list, SECTION, look), parts.plain(phrases.letter_pass, BODY)
    return parts.blank(parts.column(title, 4, body, 7, lines, stretch=1))


TEMPLATE = Template("neighbour-letter", say("from house to house, with a list to tick"), (A4,), (120,), compose)
