"""The leaflet for the hand: the warning on its front; signs, rule and lines to write on behind."""

from __future__ import annotations

from dataclasses import replace

from ulotki.content.leaflet import Leaflet, RescueRow, Small, Told
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK, WHITE, Surface
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, QrCode, Row, Rule, Spring, Text, WriteIn
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A5, CARD, HAND, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

SHEETS = {A5.name: NUp(A4.landscape, columns=2, rows=1)}

RADIUS, CARD_HEIGHT, CARD_GAP, CARD_PAD = 4, 30, 4, (4.5, 3, 3, 3)
SIGN_ICON, SIGN_HEAD = 10, 11
SHORT, DIGIT, SLIP = 3, 0.21, Surface(WHITE, None, 0, BLACK, BLACK)
KEEP_HEIGHT, KEEP_PAD = 20, (7, 3.5, 6, 3.5)
LABEL, PITCH = 44, 11.2
MODULE, GONE_PAD, LAST = 1.02, (5, 3, 4, 3.5), 39.6

SPEAKER = Style("SemiBold", 13, 16, HAND)
BODY = Style("Regular", 15, 18, HAND)
SMALL = Style("Regular", 12, 15, HAND)
SIGNS = display("ExtraBold", 22, 25, HAND)
SIGN = Style("Bold", 16, 18, HAND)
SIGN_BODY = Style("Regular", 14, 17.5, HAND)
KEEP = Style("SemiBold", 18.5, 23.5, HAND)
LINES = display("ExtraBold", 19, 22, HAND)
GONE = Style("Bold", 15, 18, HAND)
BLAME = Style("Regular", 14, 17.5, HAND)
HOST = Style("Bold", 14, 17, CARD)

ORDER = display("ExtraBold", 31, 34, HAND)
VERDICT = Style("SemiBold", 15, 18, HAND)
OPENING = parts.Opening(
    parts.Title(14, display("SemiBold", 13, 16, HAND), display("ExtraBold", 21, 24, HAND), gap=4),
    3.5,
    parts.Voice(SPEAKER, display("ExtraBold", 30.5, 33.5, HAND), radius=7, tail=7, start=12, left=11, right=4, gap=5.2),
    1.6,
    parts.Bar(height=21, radius=5, icon=16, left=8, text=30, large=ORDER, small=VERDICT, gap=3),
)
STEPS = replace(parts.HELD_STEPS, pitch=14.9)
CONTACT = parts.held(height=21)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """Front and back."""
    return (_front(leaflet, look), _back(leaflet, look))


def _front(leaflet: Leaflet, look: Look) -> Block:
    opening, steps = OPENING.compose(leaflet, look), parts.listed(STEPS.compose(leaflet, look))
    rule, contact = Fixed(Rule(look.palette.ink, 1.4), 5), CONTACT.compose(leaflet, look)
    return parts.column(*opening, 4.5, steps, rule, contact, 3.0, parts.plain(leaflet.phrases.impostor, SMALL), 1.3)


def _back(leaflet: Leaflet, look: Look) -> Block:
    cards = [parts.item(_sign(sign, leaflet, look)) for sign in leaflet.signs]
    pairs = [Row(tuple(pair), (None, None), CARD_GAP) for pair in (cards[:2], cards[2:])]
    title, lines = parts.heading(leaflet.signs_title, SIGNS, look), parts.heading(leaflet.phrases.write_in, LINES, look)
    keep = parts.keep(leaflet, look, KEEP, RADIUS, KEEP_PAD, KEEP_HEIGHT)
    known = parts.write_in(leaflet.write_in[:2], leaflet.phrases.number_alt, BODY, LABEL, PITCH)
    # Two things to do afterwards take the room of the lines.
    mine = (lines, *known, Spring()) if len(leaflet.gone.rows) == 1 and not leaflet.gone.pair else ()
    foot = (_last(leaflet, look), 3, parts.imprint(leaflet, parts.IMPRINT_SMALL, leaflet.phrases.free), 1.3)
    signs = parts.listed(pairs, CARD_GAP)
    return parts.column(1, title, 4.6, signs, 4, keep, Spring(), *mine, *foot)


def _sign(sign: Told, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    picture = parts.pictogram(sign.icon, leaflet, look, SIGN_ICON, surface.fill, parts.HELD_MARKS.badge)
    head = parts.beside(picture, SIGN_ICON, Text(sign.lead, SIGN, surface.text, Role("label")), 3)
    content = parts.column(Fixed(head, SIGN_HEAD), 3, Text(sign.sentence, SIGN_BODY, surface.text, Role("body")))
    return parts.box(content, surface, RADIUS, CARD_PAD, CARD_HEIGHT)


def _last(leaflet: Leaflet, look: Look) -> Block:
    phrases, target = leaflet.phrases, leaflet.target
    box = _gone(leaflet, look)
    if target is None:
        return box
    code = QrCode(target, MODULE, str(phrases.code_alt), outside=True)
    purpose, host = parts.plain(target.purpose, parts.PURPOSE), parts.plain(target.host, HOST)
    words = parts.column(box, Spring(), purpose, 2.2, host, stretch=1)
    return Fixed(Row((words, code), (None, code.width), 1, align="fill", stretch=1), LAST)


def _gone(leaflet: Leaflet, look: Look) -> Block:
    gone, surface = leaflet.gone, look.palette.deed
    words: list[Block | float] = [parts.heading(gone.title, GONE, look, ink=surface.text)]
    if gone.comfort:
        words += [2.4, Text(gone.comfort, BLAME, surface.text)]
    rows = parts.apart((_row(row, leaflet, look) for row in gone.rows), 4)
    box = parts.box(parts.column(*words, 2.4, *rows), surface, RADIUS, GONE_PAD)
    if not gone.pair:
        return box
    pair = Row(tuple(_small(small, look) for small in gone.pair), (None, None), CARD_GAP, align="fill")
    return parts.column(box, CARD_GAP, pair)


def _row(row: RescueRow, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.deed
    words = Text(row.words, BLAME, surface.text)
    match row.kind:
        case "number" | "large":
            style = CONTACT.large if row.kind == "large" or len(str(row.thing)) <= SHORT else CONTACT.number
            number = Text(row.thing, style, surface.accent, align="right")
            return Row((words, number), (None, len(str(row.thing)) * style.size * DIGIT), 2, align="middle")
        case "write":
            line = WriteIn(row.thing, BLAME, surface.text, LABEL, PITCH, str(leaflet.phrases.number_alt))
            return parts.column(words, line)
        case "slip":
            slip = parts.box(Text(row.thing, GONE, BLACK, align="centre"), SLIP, 2.5, (3, 3.5, 3, 3.5))
            return parts.column(words, 3, slip)


def _small(small: Small, look: Look) -> Block:
    surface = look.palette.card
    words = parts.column(
        Text(small.lead, GONE, surface.accent, Role("label")), 3, Text(small.text, SIGN_BODY, surface.text)
    )
    return parts.box(words, surface, RADIUS, CARD_PAD)


TEMPLATE = Template("leaflet", say("for the hand, two pages"), (A5, A4), (60, 90), compose, SHEETS, duplex="long")
