"""The leaflet in large print, for eyes that see little: nothing below 18 pt but the imprint, on as many pages as it takes."""

from __future__ import annotations

from ulotki.content.text import Words
from ulotki.content.told import Leaflet, ToldPoint
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Rule
from ulotki.page.flow import Flow
from ulotki.paper import A4, Format, Tier
from ulotki.templates import Template
from ulotki.templates import _parts as parts

LARGE = Tier("large print", 0.4, 18.0)
"""Read in the hand, by eyes for which 18 pt is the least."""

BETWEEN, TAILS, ASCENDERS = 4.4, 1.8, 1.2
COUNTER, ICON, BESIDE, ITEM_GAP, LEAD_GAP, HEAD_GAP = 13, 12, 6, 6.2, 3.6, 6.2
DISC, AFTER_DISC, LINE_GAP = 8.4, 4, 2.6
BOX_RADIUS, BOX_PAD = 6, (15, 7.5, 15, 7.5)

SPEAKER = Style("SemiBold", 20, 25, LARGE)
HEADING = Style("ExtraBold", 26, 30, LARGE)
LEAD = Style("Bold", 22, 27, LARGE)
BODY = Style("Regular", 19, 25, LARGE)
KEEP = Style("SemiBold", 23, 29, LARGE)
SAFETY = Style("SemiBold", 18, 23, LARGE)
MARKS = parts.Marks(COUNTER, ICON, Style("ExtraBold", 22, 24, LARGE), Style("ExtraBold", 19.5, 22, LARGE))
SMALL_MARKS = parts.Marks(DISC, ICON, Style("ExtraBold", 18, 20, LARGE), MARKS.badge)
STEPS = parts.Steps(MARKS, BESIDE, LEAD, BODY, LEAD_GAP)

ORDER = Style("ExtraBold", 40, 44, LARGE)
VERDICT = Style("SemiBold", 22, 26, LARGE)
OPENING = parts.Opening(
    parts.Title(18, SPEAKER, Style("ExtraBold", 34, 37, LARGE)),
    6,
    parts.Voice(SPEAKER, Style("ExtraBold", 40, 46, LARGE), radius=9, tail=9, start=14, left=15, right=5, gap=7),
    1.8,
    parts.Bar(height=30, radius=7, icon=22, left=10, text=40, large=ORDER, small=VERDICT, gap=4),
)
CONTACT = parts.ContactBlock(
    33,
    62,
    BOX_RADIUS,
    6,
    (Style("SemiBold", 20, 24, LARGE), Style("SemiBold", 18, 22, LARGE)),
    Style("ExtraBold", 56, 60, LARGE),
    4.5,
    parts.officer(LARGE, [((20, 36, 18), 4.6, 3.8), ((18, 36, 18), 4.4, 3.6)], number=LARGE),
    Style("SemiBold", 18, 22, LARGE),
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Flow]:
    """The warning and what to do first; after it how the swindle works and what to do when it has happened."""
    phrases = leaflet.phrases
    signs = [_sign(sign, leaflet, look) for sign in leaflet.message.signs]
    aftermath = [_numbered(number, line, look) for number, line in enumerate(leaflet.message.aftermath, 1)]
    safety = parts.plain(phrases.impostor, SAFETY)
    small = parts.imprint(leaflet, parts.IMPRINT_LARGE, safety=False)
    blocks = (
        parts.column(*OPENING.compose(leaflet, look), stretch=1),
        parts.column(parts.listed(STEPS.compose(leaflet, look), ITEM_GAP), TAILS),
        _headed(phrases.story, parts.plain(leaflet.message.story, BODY), look),
        _headed(leaflet.message.signs_title, parts.listed(signs, ITEM_GAP), look),
        parts.keep(leaflet, look, KEEP, BOX_RADIUS, BOX_PAD),
        _headed(phrases.aftermath, parts.listed(aftermath, LINE_GAP), look),
    )
    foot = parts.column(Rule(look.palette.ink, 2), 6, CONTACT.compose(leaflet, look), 5, safety, 5, small, 1)
    return (Flow(blocks, BETWEEN, foot),)


def _headed(title: Words, block: Block, look: Look) -> Block:
    return parts.column(ASCENDERS, parts.heading(title, HEADING, look), HEAD_GAP, block, TAILS)


def _sign(told: ToldPoint, leaflet: Leaflet, look: Look) -> Block:
    picture = parts.pictogram(told.icon, leaflet, look, ICON, None, MARKS.badge)
    return parts.item(parts.beside(picture, COUNTER, parts.sentences(told, LEAD, BODY, LEAD_GAP), BESIDE))


def _numbered(number: int, line: Words, look: Look) -> Block:
    return parts.item(parts.beside(SMALL_MARKS.number(number, look), DISC, parts.plain(line, BODY), AFTER_DISC))


TEMPLATE = Template("large-print", say("for the hand, in large print"), (A4,), (120,), compose, duplex="long")
