"""The poster with strips to tear off: what stands above the cut line stays, and says the numbers too."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.leaflet import as_sentence
from ulotki.content.text import Words
from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block, FirstFit, Fixed, Pad, Pictogram, Row, Rule, Spring, Text
from ulotki.page.strokes import CUT_DASH, HAIRLINE
from ulotki.paper import A4, CARD, HAND, SECOND_LOOK, Format, Tier
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

CARD_RADIUS, CARD_GAP, SCISSORS = 5, 4, 5
SHEET_ROOM, STRIP_PEN = (SHEET.width - 2 * SHEET.margin) / STRIPS - 2 * CLEAR, 3.4
"""mm between the cuts of a strip, and above a line to write on."""

TAKE = Style("SemiBold", 13.5, 16, CARD)
STRIP = Style("Bold", 12, 14.4, HAND)
STRIP_CALL = Style("SemiBold", 12, 14.4, HAND)
STRIP_HELPER = Style("ExtraBold", 17, 20, HAND)
STRIP_EMERGENCY = Style("ExtraBold", 34, 36, HAND)

ORDER = Style("ExtraBold", 44, 48, NEAR)
OPENING = parts.Opening(
    parts.Title(15, parts.WALL_TITLE.small, display("ExtraBold", 28, 31, SECOND_LOOK)),
    3.4,
    parts.Voice(
        parts.LABEL, Style("ExtraBold", 40, 44, NEAR), radius=9, tail=7.5, start=15, left=16, right=6, gap=6.6, edge=2
    ),
    1.6,
    parts.Bar(height=27, radius=6, icon=20, left=10, text=40, large=ORDER, small=parts.LABEL, gap=3.7),
)
COUNT = Style("ExtraBold", 20, 22, SECOND_LOOK)
STEP = Style("Bold", 20, 24, SECOND_LOOK)
MARKS = parts.Marks(10.5, 10.5, COUNT, COUNT)
STEPS = parts.StepCards(MARKS, STEP, height=34, radius=CARD_RADIUS, gap=CARD_GAP, pad=(5, 3.4, 3, 3), below=3.4)
LOW_OPENING = replace(OPENING, deed=replace(OPENING.deed, height=24), voice=replace(OPENING.voice, rim=2))
LOW_STEPS = replace(STEPS, height=31)
"""Where a long imprint takes the space of the bubble: no words lie on its edge."""

CONTACT = parts.wall(26, 44, 44, [((18, 28, 13.5), 4, 3.2)])


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The poster, the cut line and the strips."""
    cut, strips = Rule(BLACK, HAIRLINE, CUT_DASH), _strips(leaflet, look)

    def page(opening: parts.Opening, steps: parts.StepCards) -> Block:
        poster = Pad(_poster(leaflet, look, opening, steps), INDENT, INDENT, INDENT, CLEAR + TAILS, stretch=1)
        return parts.column(Fixed(poster, CUT_AT), cut, strips)

    return (AtLast(page(OPENING, STEPS), lambda: page(LOW_OPENING, LOW_STEPS)),)


def _poster(leaflet: Leaflet, look: Look, opening: parts.Opening, steps: parts.StepCards) -> Block:
    small = parts.imprint(leaflet, parts.IMPRINT_LARGE)
    scissors = Pictogram(look.icons["content_cut"], SCISSORS, BLACK)
    take = parts.blank(parts.beside(scissors, SCISSORS, parts.plain(leaflet.phrases.strip_take, TAKE), 3))
    contact = CONTACT.compose(leaflet, look)
    above = (*opening.compose(leaflet, look), CARD_GAP, steps.compose(leaflet, look))
    return parts.column(*above, CARD_GAP, contact, 3.4, small, 2.6, take, stretch=1)


def _strips(leaflet: Leaflet, look: Look) -> Block:
    """Strips side by side, a cut line between two. They repeat what stands above, so a screen reader skips them."""
    strip = Pad(_strip(leaflet, look), CLEAR, CLEAR + TAILS, CLEAR, CLEAR, stretch=1)
    cut = Rule(BLACK, HAIRLINE, CUT_DASH, upright=True)
    blocks, widths = (strip, *[cut, strip] * (STRIPS - 1)), (None, *[0.0, None] * (STRIPS - 1))
    return parts.blank(Row(blocks, widths, align="fill", stretch=1))


def _strip(leaflet: Leaflet, look: Look) -> Block:
    number = None if parts.helper(leaflet) else leaflet.officer.number
    order, reasons = _centred(as_sentence(leaflet.message.order), STRIP), (leaflet.help.call, leaflet.phrases.call)
    helper = parts.helper(leaflet)
    style = STRIP_HELPER if helper else STRIP_EMERGENCY
    emergency = Text(helper or leaflet.help.emergency, style, look.palette.ink, align="centre")
    line = Rule(BLACK, 0.9)
    # With +48 before it a number is wider than a strip, and its owner writes it down.
    fits = number is not None and parts.width(number, STRIP, look) <= SHEET_ROOM
    last = parts.column(_centred(number, STRIP), 1) if number and fits else parts.column(STRIP_PEN, line)
    officer = () if helper else (_centred(leaflet.phrases.strip_officer, STRIP_CALL), 1.8, last)
    # Where the reason to call is long, that one should is enough at home.
    calls = (_centred(words, STRIP_CALL) for words in (reasons[:1] if helper else reasons))
    ways = (
        parts.column(order, Spring(), 1.6, call, 2.4, emergency, Spring(), 1.6, *officer, stretch=1) for call in calls
    )
    return FirstFit(tuple(ways))


def _centred(words: Words, style: Style) -> Text:
    """Words of a strip: between its cuts, since its edges are not those of the page."""
    return Text(words, style, BLACK, align="centre")


TEMPLATE = Template("tear-off", say("for a board, with strips to take home"), (SHEET,), (80,), compose, hangs=True)
