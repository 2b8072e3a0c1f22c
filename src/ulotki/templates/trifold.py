"""The leaflet folded in three: a cover that warns, a flap that tells, three panels to act by, a back to keep.

The sheet lies on its side, and the panel that is folded in is narrower. Inside, the panels lie mirrored, so that both
sides meet when the sheet is turned over its short edge.
"""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet, ToldPoint
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block, Disc, Fixed, Folded, Pad, Pictogram, Roomy, Row, Rule, Spring, Text
from ulotki.page.strokes import EDGE
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
BAR, MASK, BAR_PAD = 30, 13, (7, 0, 3, 2.4)
PICTURE, AFTER_PICTURE, AFTER_HEADING = 36, 10, 6
SIGN_ICON, LINE, AFTER_LINE, LOW_LINE, CLEAR, CARD_PAD = 11, 14, 6, 4.4, 5.8, (6, 3.4, 5, 3.4)

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
LABEL = Style("SemiBold", 13.5, 16, HAND)
SMALL = Style("Regular", 12, 15, HAND)

SPEAKER = Style("SemiBold", 13.5, 17, HAND)
QUOTE = display("ExtraBold", 30, 33, HAND)
VOICE = parts.Voice(SPEAKER, QUOTE, radius=RADIUS + 2, tail=7, start=9, left=10, right=4.5, gap=5.2, edge=PAD)
MARKS = parts.Marks(13.5, 14, Style("ExtraBold", 21, 23, HAND), Style("ExtraBold", 22, 24, HAND))
CONTACT = parts.ContactBlock(
    26,
    36,
    RADIUS,
    GAP,
    parts.calls(13.5, tier=HAND),
    Style("ExtraBold", 40, 43, HAND),
    3.4,
    parts.officer(HAND, [((13.5, 24, 12), 3.2, 2.7)], number=HAND),
    LABEL,
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """Outside: flap, back, cover, read from the cover on. Inside: steps, signs, the rule."""

    def outside(apart: float) -> Block:
        panels = (_flap(leaflet, look), _back(leaflet, look, apart), _cover(leaflet, look))
        return _side(panels, PANELS, order=(2, 0, 1))

    inside = (_steps(leaflet, look), _signs(leaflet, look), _rule(leaflet, look))
    return (AtLast(outside(AFTER_LINE), lambda: outside(LOW_LINE)), _side(inside, PANELS[::-1]))


def _side(panels: tuple[Block, ...], widths: tuple[int, ...], order: tuple[int, ...] = ()) -> Block:
    row = Row(panels, tuple(width - 2 * RIM for width in widths), 2 * RIM, align="fill", stretch=1, order=order)
    folds = (widths[0] - EDGE, widths[0] + widths[1] - EDGE)
    content = Pad(row, RIM - EDGE, TOP - EDGE, RIM - EDGE, TOP - EDGE, stretch=1)
    return Folded(Fixed(content, SHEET.height - 2 * EDGE), folds)


def _cover(leaflet: Leaflet, look: Look) -> Block:
    ink, deed = look.palette.ink, look.palette.deed
    disc = Disc(look.icons[leaflet.message.icon], DISC, look.palette.badge)
    said = replace(leaflet.message.kicker, runs=(*leaflet.message.kicker.runs, Run(" ")))
    kicker = parts.beside(disc, DISC, Text(said, KICKER, ink, None), 4)
    title = parts.column(kicker, AFTER_DISC, Text(leaflet.message.title, TITLE, ink, None))
    bubble = VOICE.compose(leaflet, look)
    mask = Pictogram(look.icons[leaflet.message.mark], MASK, deed.accent, deed.fill)
    verdict = parts.beside(mask, MASK, Text(leaflet.message.verdict, VERDICT, deed.text), 4)
    order = parts.column(verdict, 1.6, parts.heading(leaflet.message.order, ORDER, look, ink=deed.accent))
    bar = parts.box(order, deed, RADIUS, BAR_PAD, BAR)
    return parts.column(parts.headed(title), AFTER_TITLE, bubble, AFTER_BUBBLE, bar, stretch=1)


def _flap(leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    picture = Pictogram(look.icons[leaflet.message.icon], PICTURE, surface.accent, surface.fill)
    title = parts.heading(leaflet.phrases.story, STORY_HEADING, look, ink=surface.accent)
    words = Text(leaflet.message.story, STORY, surface.text)
    story = parts.column(Spring(), picture, AFTER_PICTURE, title, AFTER_HEADING + 1, words, Spring(), stretch=1)
    return parts.box(story, surface, RADIUS, (PAD, PAD + 3, PAD - 1, PAD), stretch=1)


def _steps(leaflet: Leaflet, look: Look) -> Block:
    steps = enumerate(leaflet.message.steps, 1)
    cards = [_card(step, MARKS.head(number, step, leaflet, look), LEAD, look) for number, step in steps]
    return _headed(leaflet.phrases.steps, cards, look)


def _signs(leaflet: Leaflet, look: Look) -> Block:
    ground, signs = look.palette.card.fill, leaflet.message.signs
    icons = [parts.pictogram(sign.icon, leaflet, look, SIGN_ICON, ground, MARKS.badge) for sign in signs]
    cards = [_card(sign, icon, SIGN, look) for sign, icon in zip(signs, icons, strict=True)]
    return _headed(leaflet.message.signs_title, cards, look)


def _headed(title: Words, cards: list[Block], look: Look) -> Block:
    """A heading over cards that share the height."""
    listed = parts.listed(cards, GAP - 1, stretch=1)
    return parts.column(parts.heading(title, HEADING, look), AFTER_HEADING, listed, stretch=1)


def _card(told: ToldPoint, head: Block, style: Style, look: Look) -> Block:
    surface = look.palette.card
    words = parts.sentences(told, style, BODY, 3.2, surface.text)
    return parts.item(parts.box(parts.column(head, 4.2, words), surface, RADIUS, CARD_PAD, stretch=1))


def _rule(leaflet: Leaflet, look: Look) -> Block:
    title = parts.heading(leaflet.phrases.write_in, HEADING, look)
    line = Rule(BLACK, 0.9)
    keep = parts.keep(leaflet, look, KEEP, RADIUS + 2, (PAD + 1, PAD, PAD, PAD), stretch=1)
    lines = [part for label in leaflet.message.write_in for part in (AFTER_LINE, parts.plain(label, BODY), LINE, line)]
    return parts.column(keep, GAP * 2, parts.blank(parts.column(title, *lines)), 1, stretch=1)


def _back(leaflet: Leaflet, look: Look, apart: float) -> Block:
    """The back. apart: mm between its lines. The address to report to keeps clear of what stands above and below."""
    phrases, target = leaflet.phrases, leaflet.target
    title = parts.heading(phrases.aftermath, HEADING, look)
    lines = parts.listed((parts.item(parts.plain(line, AFTERMATH)) for line in leaflet.message.aftermath), apart)
    report = (parts.plain(parts.joined(target.purpose, " ", target.host), LABEL), Spring()) if target else ()
    beside = CONTACT.helper(leaflet, look) or CONTACT.officer(leaflet, look)
    contact = (CONTACT.emergency(leaflet, look), GAP, beside)
    impostor = parts.plain(phrases.impostor, SMALL)
    small = parts.imprint(leaflet, parts.IMPRINT_SMALL, safety=False, together=True, right=True)
    back = (title, 1 + apart, lines, Spring(), *report, *contact, GAP, impostor, 3.6, small)
    return Roomy(parts.column(*back, stretch=1), CLEAR)


TEMPLATE = Template(
    "trifold", say("for the hand, folded in three"), (SHEET,), (3 * PANEL_WORDS,), compose, duplex="short"
)
