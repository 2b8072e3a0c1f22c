"""The leaflet in large print, for eyes that see little: nothing below 18 pt but the imprint, on as many pages as it takes."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet, Told
from ulotki.content.text import Words
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Tagged, Text
from ulotki.page.fit import Flow
from ulotki.page.items import Role
from ulotki.paper import A4, Format, Tier
from ulotki.templates import Template
from ulotki.templates import _parts as parts

LARGE = Tier("large print", 0.4, 18.0)
"""Held in the hand, by eyes for which 18 pt is the least."""

BETWEEN, TAILS, ASCENDERS = 5.4, 1.8, 1.2
COUNTER, ICON, BESIDE, ITEM_GAP, LEAD_GAP, HEAD_GAP = 13, 12, 6, 6.2, 3.6, 6.2
BOX_RADIUS, BOX_PAD = 6, (15, 7.5, 15, 7.5)

LABEL = Style("SemiBold", 20, 24, LARGE)
SPEAKER = Style("SemiBold", 20, 25, LARGE)
HEADING = Style("ExtraBold", 26, 30, LARGE)
LEAD = Style("Bold", 22, 27, LARGE)
BODY = Style("Regular", 19, 25, LARGE)
KEEP = Style("SemiBold", 23, 29, LARGE)
COUNT = Style("ExtraBold", 22, 24, LARGE)
BADGE = Style("ExtraBold", 19.5, 22, LARGE)

ORDER = Style("ExtraBold", 40, 44, LARGE)
VERDICT = Style("SemiBold", 22, 26, LARGE)
OPENING = parts.Opening(
    parts.Title(18, SPEAKER, Style("ExtraBold", 34, 37, LARGE)),
    6,
    parts.Voice(SPEAKER, Style("ExtraBold", 40, 46, LARGE), radius=9, tail=9, start=14, left=15, right=5, gap=7),
    1.8,
    parts.Bar(height=30, radius=7, icon=22, left=10, text=40, large=ORDER, small=VERDICT, gap=4),
)
EMERGENCY = Style("ExtraBold", 56, 60, LARGE)
NUMBER = Style("ExtraBold", 36, 40, LARGE)
HOURS = Style("Regular", 18, 23, LARGE)
CONTACT = parts.Contact(
    height=33, width=62, radius=BOX_RADIUS, gap=6, call=LABEL, large=EMERGENCY, label=LABEL, number=NUMBER, small=HOURS
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Flow]:
    """The warning and what to do first; behind it how the swindle works and what to do when it has happened."""
    phrases = leaflet.phrases
    steps = [
        _item(step, parts.counter(number, look, COUNTER, COUNT), COUNTER)
        for number, step in enumerate(leaflet.steps, 1)
    ]
    signs = [_item(sign, parts.pictogram(sign.icon, leaflet, look, ICON, None, BADGE), ICON) for sign in leaflet.signs]
    aftermath = [Tagged(Role("item"), Text(line, BODY, BLACK)) for line in leaflet.aftermath]
    return (
        Flow(
            (
                Stack(OPENING.compose(leaflet, look), stretch=1),
                Stack((parts.listed(steps, Gap(ITEM_GAP)), Gap(TAILS))),
                _headed(phrases.story, Text(leaflet.story, BODY, BLACK), look),
                _headed(leaflet.signs_title, parts.listed(signs, Gap(ITEM_GAP)), look),
                parts.keep(leaflet, look, KEEP, BOX_RADIUS, *BOX_PAD),
                _headed(phrases.aftermath, parts.listed(aftermath, Gap(ITEM_GAP)), look),
            ),
            BETWEEN,
            _foot(leaflet, look),
        ),
    )


def _headed(title: Words, block: Block, look: Look) -> Block:
    return Stack((Gap(ASCENDERS), parts.heading(title, HEADING, look), Gap(HEAD_GAP), block, Gap(TAILS)))


def _item(told: Told, mark: Block, side: float) -> Block:
    words = parts.sentences(told, LEAD, BODY, LEAD_GAP)
    return Tagged(Role("item"), Row((mark, words), (side, None), BESIDE, align="middle"))


def _foot(leaflet: Leaflet, look: Look) -> Block:
    small = parts.imprint(leaflet, parts.IMPRINT_LARGE, leaflet.phrases.impostor, leaflet.phrases.free)
    return Stack((Rule(look.palette.ink, 2), Gap(6), CONTACT.compose(leaflet, look), Gap(4.5), small, Gap(1)))


TEMPLATE = Template("large-print", say("for the hand, in large print"), (A4,), (120,), compose, duplex="long")
