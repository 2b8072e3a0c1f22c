"""The poster for the display case: one sentence of the swindler, one order, three steps, one number."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Rule, Spring
from ulotki.paper import A3, A4, BOARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

RULE, FOOTER, GAP, RADIUS = 6.5, 61.8, 5, 5

SMALL = parts.IMPRINT_LARGE
QUOTE = display("ExtraBold", 48, 52.8, BOARD, least=48)

ORDER = display("ExtraBold", 54, 58, BOARD)
VERDICT = Style("SemiBold", 24, 28, SECOND_LOOK)
OPENING = parts.Opening(
    parts.WALL_TITLE,
    4,
    parts.Voice(parts.LABEL, QUOTE, radius=10, tail=10, start=17, left=16, right=6, gap=8),
    1.6,
    parts.Bar(height=32, radius=7, icon=25, left=12, text=46, large=ORDER, small=VERDICT, gap=4.35),
)
STEP = Style("Bold", 24, 28, SECOND_LOOK)
STEPS = parts.StepCards(parts.WALL_MARKS, STEP, height=41, radius=RADIUS, gap=GAP, pad=(5.2, 4.2, 4.5, 3.8))
CONTACT = parts.wall(height=28, width=44, radius=RADIUS)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the poster."""
    rule, foot = Fixed(Rule(look.palette.ink, 2), RULE), Fixed(_footer(leaflet, look), FOOTER, down=0)
    return (parts.column(*OPENING.compose(leaflet, look), GAP, STEPS.compose(leaflet, look), rule, foot),)


def _footer(leaflet: Leaflet, look: Look) -> Block:
    contact, small = CONTACT.compose(leaflet, look), parts.imprint(leaflet, SMALL, leaflet.phrases.impostor)
    free = parts.plain(leaflet.phrases.free, SMALL)
    if coded := parts.coded(leaflet, contact, small):
        return parts.column(coded, 1.8, free)
    return parts.column(contact, Spring(), small, 1.8, free, 1, stretch=1)


TEMPLATE = Template("poster", say("for the display case"), (A4, A3), (55,), compose, hangs=True)
