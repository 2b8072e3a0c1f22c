"""The appeal to be read aloud in church, before the announcements: large lines, and room to breathe between them."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Pad, Rule, Spring
from ulotki.paper import A4, CARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

SIDE = 5
"""mm more than the margin on each side: shorter lines are found again after a look at the people."""

AFTER_TITLE, RULE, AFTER_RULE, AFTER_WHEN, BREATH = 4, 2, 7, 9.5, 8.6
TITLE = Style("Bold", 20, 24, SECOND_LOOK)
WHEN = Style("Regular", 14, 18, CARD)
SPOKEN = Style("Regular", 22, 29, SECOND_LOOK)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page that lies on the lectern."""
    title = parts.heading(leaflet.phrases.appeal_title, TITLE, look, level=1)
    # It names no number that could be changing.
    rule, short = Rule(look.palette.ink, RULE), replace(leaflet, imprint=replace(leaflet.imprint, also=()))
    small = parts.imprint(short, parts.IMPRINT_SMALL, safety=False, free=False)
    lines = parts.apart((parts.plain(line, SPOKEN) for line in leaflet.extra.appeal), BREATH)
    when = parts.plain(leaflet.phrases.appeal_when, WHEN)
    head = (1, title, AFTER_TITLE, rule, AFTER_RULE, when, AFTER_WHEN)
    page = parts.column(*head, *lines, Spring(), small, 0.8, stretch=1)
    return (Pad(page, left=SIDE, right=SIDE, stretch=1),)


TEMPLATE = Template(
    "church-appeal",
    say("to be read aloud in church"),
    (A4,),
    (130,),
    compose,
    whole=True,
    refuses=lambda scam: parts.read_at_home(scam) or parts.one_number(scam),
)
