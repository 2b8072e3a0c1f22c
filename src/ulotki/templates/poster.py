"""The poster for the display case: one sentence of the swindler, one order, three steps, one number."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block, Least
from ulotki.paper import A3, A4, BOARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

GAP, RADIUS = 5, 5
BEFORE_FOOT, FOOT, AFTER_CONTACT, TAILS = 5, 67.4, 5.6, 0.9
"""The foot is as high with a code as without, so that in a row of posters nothing above it moves."""

QUOTE = display("ExtraBold", 48, 52.8, BOARD, least=48)

ORDER = display("ExtraBold", 54, 58, BOARD)
VERDICT = Style("SemiBold", 24, 28, SECOND_LOOK)
OPENING = parts.Opening(
    parts.WALL_TITLE,
    4.6,
    parts.Voice(parts.LABEL, QUOTE, radius=10, tail=10, start=17, left=16, right=6, gap=7.2, rim=2),
    1.6,
    parts.Bar(height=32, radius=7, icon=25, left=12, text=46, large=ORDER, small=VERDICT, gap=4.2),
)
STEP = Style("Bold", 24, 28, SECOND_LOOK)
STEPS = parts.StepCards(parts.WALL_MARKS, STEP, height=40.5, radius=RADIUS, gap=GAP, pad=(5.2, 4.4, 4, 3.8), below=4)
LOW_OPENING = replace(OPENING, deed=replace(OPENING.deed, height=28, icon=22), voice=replace(OPENING.voice, rim=1))
LOW_STEPS = replace(STEPS, height=37)
"""Where a long imprint takes the space of the bubble: no words lie on its edge."""

CONTACT = parts.wall(
    34.8, 46, 56, [((18, 36, 13.5), 4.2, 3.4), ((16, 36, 13.5), 4, 3.3), ((14, 34, 13.5), 3.9, 3.2)], gap=5.5
)
"""Whom to call, beside a code."""

ALONE = parts.wall(
    36, 58.67, 60, [((20, 38, 14.5), 4.3, 3.5), ((18, 38, 13.5), 4.2, 3.4), ((15, 36, 13.5), 4, 3.3)], card=8
)
"""Whom to call, without a code: as wide as the first card, and the officer as wide as the other two."""


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the poster."""
    contact = (CONTACT if leaflet.target else ALONE).row(leaflet, look)
    small = parts.imprint(leaflet, parts.IMPRINT_LARGE, together=leaflet.target is not None)
    foot = parts.coded(leaflet, look, contact, AFTER_CONTACT, small)
    foot = Least(foot, FOOT)

    def page(opening: parts.Opening, steps: parts.StepCards) -> Block:
        above = opening.compose(leaflet, look)
        return parts.column(*above, GAP, steps.compose(leaflet, look), BEFORE_FOOT, foot, TAILS)

    return (AtLast(page(OPENING, STEPS), lambda: page(LOW_OPENING, LOW_STEPS)),)


TEMPLATE = Template("poster", say("for the display case"), (A4, A3), (55,), compose, hangs=True)
