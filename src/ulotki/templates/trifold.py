"""The leaflet folded in three: a cover that warns, a flap that tells, three panels to act by, a back to keep.

The sheet lies on its side, and the panel that is folded in is narrower. Inside, the panels lie mirrored, so that both
sides meet when the sheet is turned over its short edge.
"""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.leaflet import Leaflet, Told
from ulotki.content.text import Words
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import (
    Block,
    Disc,
    Fixed,
    Folded,
    Gap,
    Pad,
    Panel,
    Pictogram,
    Row,
    Rule,
    Spring,
    Stack,
    Tagged,
    Text,
)
from ulotki.page.impose import EDGE
from ulotki.page.items import Role
from ulotki.paper import A4, HAND, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

SHEET = replace(A4.landscape, margin=EDGE)
"""Fold marks reach into the margin; words keep RIM and TOP from each edge and fold."""

PANELS = (98, 99, 100)
RIM, TOP = 7, 12
PANEL_WORDS = 60

RADIUS, PAD, GAP = 5, 7, 5
DISC, AFTER_DISC, AFTER_TITLE, AFTER_BUBBLE = 16, 5.5, 6, 1.6
BAR, MASK, BAR_LEFT, BAR_RAISE = 30, 13, 7, 2.4
PICTURE, AFTER_PICTURE, AFTER_HEADING = 36, 10, 6
SIGN_ICON, LINE, AFTER_LINE = 11, 14, 6

KICKER = display("SemiBold", 15, 18, HAND)
TITLE = display("ExtraBold", 24, 27, HAND)
VERDICT = Style("SemiBold", 15, 18, HAND)
ORDER = display("ExtraBold", 26, 29, HAND)
HEADING = display("ExtraBold", 20, 23, HAND)
STORY_HEADING = display("ExtraBold", 24, 27, HAND)
STORY = Style("Regular", 19, 26, HAND)
LEAD = Style("Bold", 20, 24, HAND)
BODY = Style("Regular", 15, 19, HAND)
AFTERMATH = Style("Regular", 16.5, 21, HAND)
SIGN = Style("Bold", 17, 20, HAND)
KEEP = display("SemiBold", 26, 33, HAND)
BADGE = Style("ExtraBold", 22, 24, HAND)
LABEL = Style("SemiBold", 13.5, 16, HAND)
SMALL = Style("Regular", 12, 15, HAND)

SPEAKER = Style("SemiBold", 13.5, 17, HAND)
QUOTE = display("ExtraBold", 30, 33, HAND)
VOICE = parts.Voice(SPEAKER, QUOTE, radius=RADIUS + 2, tail=7, start=9, left=10, right=4.5, gap=5.2, edge=PAD)
MARKS = parts.Marks(13.5, 14, Style("ExtraBold", 21, 23, HAND), BADGE)
EMERGENCY = Style("ExtraBold", 40, 43, HAND)
NUMBER = Style("ExtraBold", 20, 23, HAND)
CONTACT = parts.Contact(
    height=26, width=36, radius=RADIUS, gap=GAP, call=LABEL, large=EMERGENCY, label=LABEL, number=NUMBER, small=SMALL
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """Outside: flap, back, cover, read from the cover on. Inside: steps, signs, the rule."""
    outside = (_flap(leaflet, look), _back(leaflet, look), _cover(leaflet, look))
    inside = (_steps(leaflet, look), _signs(leaflet, look), _rule(leaflet, look))
    return (_side(outside, PANELS, order=(2, 0, 1)), _side(inside, PANELS[::-1]))


def _side(panels: tuple[Block, ...], widths: tuple[int, ...], order: tuple[int, ...] = ()) -> Block:
    """Three panels between their folds."""
    row = Row(panels, tuple(width - 2 * RIM for width in widths), 2 * RIM, align="fill", stretch=1, order=order)
    folds = (widths[0] - EDGE, widths[0] + widths[1] - EDGE)
    content = Pad(row, RIM - EDGE, TOP - EDGE, RIM - EDGE, TOP - EDGE, stretch=1)
    return Folded(Fixed(content, SHEET.height - 2 * EDGE), folds)


def _cover(leaflet: Leaflet, look: Look) -> Block:
    ink, deed = look.palette.ink, look.palette.deed
    disc = Disc(look.icons[leaflet.icon], DISC, look.palette.badge)
    mask = Pictogram(look.icons["domino_mask"], MASK, deed.accent, deed.fill)
    verdict = Row((mask, Text(leaflet.verdict, VERDICT, deed.text)), (MASK, None), 4, align="middle")
    order = Stack((verdict, Gap(1.6), Text(leaflet.order, ORDER, deed.accent, Role("heading", level=2))))
    return Stack(
        (
            Row((disc, Text(leaflet.kicker, KICKER, ink)), (DISC, None), 4, align="middle"),
            Gap(AFTER_DISC),
            parts.heading(leaflet.title, TITLE, look, level=1),
            Gap(AFTER_TITLE),
            VOICE.compose(leaflet, look),
            Gap(AFTER_BUBBLE),
            Panel(Fixed(Pad(order, left=BAR_LEFT, right=3, bottom=BAR_RAISE), BAR), deed, RADIUS),
        ),
        stretch=1,
    )


def _flap(leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    story = Stack(
        (
            Pictogram(look.icons[leaflet.icon], PICTURE, surface.accent, surface.fill),
            Gap(AFTER_PICTURE),
            Text(leaflet.phrases.story, STORY_HEADING, surface.accent, Role("heading", level=2)),
            Gap(AFTER_HEADING + 1),
            Text(leaflet.story, STORY, surface.text),
            Spring(),
        ),
        stretch=1,
    )
    return Panel(Pad(story, PAD, PAD + 3, PAD - 1, PAD, stretch=1), surface, RADIUS, stretch=1)


def _steps(leaflet: Leaflet, look: Look) -> Block:
    cards = [
        _card(step, MARKS.compose(number, step, leaflet, look), LEAD, look)
        for number, step in enumerate(leaflet.steps, 1)
    ]
    return _headed(leaflet.phrases.steps, cards, look)


def _signs(leaflet: Leaflet, look: Look) -> Block:
    cards = [
        _card(sign, parts.pictogram(sign.icon, leaflet, look, SIGN_ICON, look.palette.card.fill, BADGE), SIGN, look)
        for sign in leaflet.signs
    ]
    return _headed(leaflet.signs_title, cards, look)


def _headed(title: Words, cards: list[Block], look: Look) -> Block:
    """A heading over cards that share the height."""
    column = parts.listed(cards, Gap(GAP - 1), stretch=1)
    return Stack((parts.heading(title, HEADING, look), Gap(AFTER_HEADING), column), stretch=1)


def _card(told: Told, head: Block, style: Style, look: Look) -> Block:
    surface = look.palette.card
    words = parts.sentences(told, style, BODY, 3.2, surface.text)
    content = Stack((head, Gap(4.2), words))
    return Tagged(Role("item"), Panel(Pad(content, PAD - 1, 3.4, 5, 3.4), surface, RADIUS, stretch=1), stretch=1)


def _rule(leaflet: Leaflet, look: Look) -> Block:
    lines = [
        block
        for label in leaflet.write_in
        for block in (Gap(AFTER_LINE), Text(label, BODY, BLACK), Gap(LINE), Rule(BLACK, 0.9))
    ]
    return Stack(
        (
            parts.keep(leaflet, look, KEEP, RADIUS + 2, PAD + 1, PAD, PAD, PAD, stretch=1),
            Gap(GAP * 2),
            parts.heading(leaflet.phrases.write_in, HEADING, look),
            *lines,
            Gap(1),
        ),
        stretch=1,
    )


def _back(leaflet: Leaflet, look: Look) -> Block:
    phrases, target = leaflet.phrases, leaflet.target
    lines = [Tagged(Role("item"), Text(line, AFTERMATH, BLACK)) for line in leaflet.aftermath]
    report = (Text(parts.joined(target.purpose, " ", target.host), LABEL, BLACK), Spring()) if target else ()
    return Stack(
        (
            parts.heading(phrases.aftermath, HEADING, look),
            Gap(1 + AFTER_LINE),
            parts.listed(lines, Gap(AFTER_LINE)),
            Spring(),
            *report,
            CONTACT.emergency(leaflet, look),
            Gap(GAP),
            CONTACT.officer(leaflet, look),
            Gap(GAP),
            Text(phrases.impostor, SMALL, BLACK),
            Gap(3.6),
            parts.imprint(leaflet, parts.IMPRINT_SMALL, phrases.free),
        ),
        stretch=1,
    )


TEMPLATE = Template(
    "trifold", say("for the hand, folded in three"), (SHEET,), (3 * PANEL_WORDS,), compose, duplex="short"
)
