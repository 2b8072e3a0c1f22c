"""The leaflet in large print, for eyes that see little: nothing below 18 pt but the imprint, on as many pages as it takes."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet, Told, ended
from ulotki.content.text import Words
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Pad, Panel, Row, Rule, Stack, Tagged, Text
from ulotki.page.fit import Flow
from ulotki.page.items import Role
from ulotki.paper import A4, IMPRINT, Format, Tier
from ulotki.templates import Template
from ulotki.templates import _parts as parts

LARGE = Tier("large print", 0.4, 18.0)
"""Held in the hand, by eyes for which 18 pt is the least."""

BETWEEN, TAILS, ASCENDERS = 5.4, 1.8, 1.2
TITLE = 18
BUBBLE_RADIUS, TAIL, TAIL_START = 9, 9, 14
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_GAP = 15, 5, 7
AFTER_BUBBLE, BAR, BAR_RADIUS, MASK = 1.8, 30, 7, 22
COUNTER, ICON, BESIDE, ITEM_GAP, LEAD_GAP = 13, 12, 6, 6.2, 3.6
HEAD_GAP, BOX_RADIUS, BOX_LEFT, BOX_TOP = 6.2, 6, 15, 7.5
CONTACT, EMERGENCY, RULE = 33, 62, 6

KICKER = Style("SemiBold", 20, 25, LARGE)
TITLE_STYLE = Style("ExtraBold", 34, 37, LARGE)
SPEAKER = Style("SemiBold", 20, 25, LARGE)
QUOTE = Style("ExtraBold", 40, 46, LARGE)
VERDICT = Style("SemiBold", 22, 26, LARGE)
ORDER = Style("ExtraBold", 40, 44, LARGE)
HEADING = Style("ExtraBold", 26, 30, LARGE)
LEAD = Style("Bold", 22, 27, LARGE)
BODY = Style("Regular", 19, 25, LARGE)
KEEP = Style("SemiBold", 23, 29, LARGE)
COUNT = Style("ExtraBold", 22, 24, LARGE)
BADGE = Style("ExtraBold", 19.5, 22, LARGE)
CALL = Style("SemiBold", 20, 24, LARGE)
EMERGENCY_NUMBER = Style("ExtraBold", 56, 60, LARGE)
OFFICER = Style("SemiBold", 20, 24, LARGE)
NUMBER = Style("ExtraBold", 36, 40, LARGE)
SMALL = Style("Regular", 18, 23, LARGE)
IMPRINT_STYLE = Style("Regular", 12, 15, IMPRINT)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Flow]:
    """The warning and what to do first; behind it how the swindle works and what to do when it has happened."""
    phrases = leaflet.phrases
    warning = Stack(
        (
            parts.title(leaflet, look, TITLE, 5, KICKER, TITLE_STYLE),
            Gap(6),
            parts.voice(
                leaflet,
                look,
                SPEAKER,
                QUOTE,
                radius=BUBBLE_RADIUS,
                tail=TAIL,
                start=TAIL_START,
                left=QUOTE_LEFT,
                right=QUOTE_RIGHT,
                gap=QUOTE_GAP,
            ),
            Gap(AFTER_BUBBLE),
            parts.deed(
                leaflet, look, VERDICT, ORDER, height=BAR, radius=BAR_RADIUS, mask=MASK, left=10, text=40, gap=4
            ),
        ),
        stretch=1,
    )
    steps = [
        _item(step, parts.counter(number, look, COUNTER, COUNT), COUNTER, leaflet, look)
        for number, step in enumerate(leaflet.steps, 1)
    ]
    signs = [
        _item(sign, parts.pictogram(sign.icon, leaflet, look, ICON, None, BADGE), ICON, leaflet, look)
        for sign in leaflet.signs
    ]
    return (
        Flow(
            (
                warning,
                Stack((_listed(steps), Gap(TAILS))),
                _headed(phrases.story, Text(leaflet.story, BODY, BLACK), look),
                _headed(leaflet.signs_title, _listed(signs), look),
                _keep(leaflet, look),
                _headed(phrases.aftermath, _afterwards(leaflet), look),
            ),
            BETWEEN,
            _foot(leaflet, look),
        ),
    )


def _headed(title: Words, block: Block, look: Look) -> Block:
    return Stack(
        (
            Gap(ASCENDERS),
            Text(title, HEADING, look.palette.ink, Role("heading", level=2)),
            Gap(HEAD_GAP),
            block,
            Gap(TAILS),
        )
    )


def _listed(items: list[Block]) -> Block:
    first, *rest = items
    return Tagged(Role("list"), Stack((first, *(block for item in rest for block in (Gap(ITEM_GAP), item)))))


def _item(told: Told, mark: Block, side: float, leaflet: Leaflet, look: Look) -> Block:
    words = Stack((Text(ended(told.lead), LEAD, BLACK), Gap(LEAD_GAP), Text(told.sentence, BODY, BLACK)))
    return Tagged(Role("item"), Row((mark, Tagged(Role("body"), words)), (side, None), BESIDE, align="middle"))


def _keep(leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.voice
    return Panel(Pad(Text(leaflet.rule, KEEP, surface.text), BOX_LEFT, BOX_TOP, BOX_LEFT, BOX_TOP), surface, BOX_RADIUS)


def _afterwards(leaflet: Leaflet) -> Block:
    return _listed([Tagged(Role("item"), Text(line, BODY, BLACK)) for line in leaflet.aftermath])


def _foot(leaflet: Leaflet, look: Look) -> Block:
    contact = Row(
        (
            parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, BOX_RADIUS),
            parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT),
        ),
        (EMERGENCY, None),
        6,
    )
    small = parts.imprint(leaflet, IMPRINT_STYLE, leaflet.phrases.impostor, leaflet.phrases.free)
    return Stack((Rule(look.palette.ink, 2), Gap(RULE), contact, Gap(4.5), small, Gap(1)))


TEMPLATE = Template("large-print", say("for the hand, in large print"), (A4,), (120,), compose, duplex="long")
