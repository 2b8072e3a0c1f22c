"""The leaflet for the hand: the warning on its front; signs, rule and what to do afterwards on its back."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from ulotki.content.told import Leaflet, Target, ToldPoint
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, FirstFit, Least, Pad, QrCode, Row, Spring, Text
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A5, CARD, HAND, POINT, Format, added
from ulotki.qr import QUIET
from ulotki.templates import Template
from ulotki.templates import _parts as parts

SHEETS = {A5.name: NUp(A4.landscape, columns=2, rows=1)}

RADIUS, TAILS = 4, 0.9

SPEAKER = Style("SemiBold", 13, 16, HAND)
ORDER = display("ExtraBold", 31, 34, HAND)
VERDICT = Style("SemiBold", 15, 18, HAND)
OPENING = parts.Opening(
    parts.Title(14, display("SemiBold", 13, 16, HAND), display("ExtraBold", 21, 24, HAND), gap=4),
    3.5,
    parts.Voice(SPEAKER, display("ExtraBold", 30, 33, HAND), radius=7, tail=7, start=12, left=11, right=4, gap=5.2),
    1.6,
    parts.Bar(height=21, radius=5, icon=16, left=8, text=30, large=ORDER, small=VERDICT, gap=3),
)
STEPS = replace(parts.HELD_STEPS, pitch=14.4)
BEFORE_STEPS, BEFORE_CONTACT, BEFORE_SAFETY = 5, 2, 4.7
CONTACT = parts.held(height=24)
SAFETY = Style("SemiBold", 12, 15, HAND)

HEADING = display("ExtraBold", 22, 25, HAND)
SIGN = tuple(Style("Bold", size, size * 1.14, HAND) for size in (16, 15.5, 15, 14.5))
"""The leads of the four signs are all set in the first in which each takes one line."""

SIGN_BODY = Style("Regular", 14, 17, HAND)
SIGN_HEIGHT, SIGN_ICON, SIGN_GAP, SIGN_LEFT, SIGN_BELOW = 27, 8.5, 1.5, 4, 2.5
SIGNS_GAP, SIGNS_BELOW, AFTER_HEADING, BEFORE_RULE = 4, 3, 4.4, 3.4
KEEP, KEEP_HEIGHT, KEEP_PAD = Style("SemiBold", 17, 21.5, HAND), 20.4, (7, 3.6, 6, 3.6)
LINE, LABEL, PITCH = Style("SemiBold", 15, 18, HAND), 40, 11.3
RESCUE = parts.RescueBlock(
    radius=5, pad=(7, 5.6), below=4.4, row=14, between=3.6, disc=9.5, gap=3, field=(48, 14), slip=11.6, widest=56,
    title=Style("ExtraBold", 18, 21, HAND),
    comfort=Style("SemiBold", 14, 17, HAND),
    words=Style("Bold", 16, 19.2, HAND),
    count=Style("ExtraBold", 15, 17, HAND),
    helps=(Style("ExtraBold", 44, 46, HAND),),
    other=tuple(Style("ExtraBold", size, size * 1.1, HAND) for size in (28, 26, 24, 22, 20, 18, 16)),
    label=Style("SemiBold", 12, 15, HAND),
    copied=Style("Bold", 13, 16, HAND),
)  # fmt: skip
PAIR = parts.Pair(
    RADIUS, 23.4, SIGNS_GAP, (4.2, 3.9, 3, 3), Style("Bold", 15, 18, HAND), Style("Regular", 13.5, 16.5, HAND), 3
)
BETWEEN, AFTER_LINES, BEFORE_IMPRINT = 3, 3.4, 3.6
SHARES = (1.0, 0.75)
"""Shares of the gaps on the back: the second where the whole name of a unit or a long number would not fit else."""

MODULE = 1.063
"""mm of the code's modules: 6 % more than the least for A5."""

HOST = Style("Bold", 16, 19, CARD)
REPORT = Style("SemiBold", 12, 15, HAND)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """Front and back."""
    return (_front(leaflet, look), _back(leaflet, look))


def _front(leaflet: Leaflet, look: Look) -> Block:
    opening, steps = OPENING.compose(leaflet, look), parts.listed(STEPS.compose(leaflet, look))
    contact, safety = CONTACT.compose(leaflet, look), parts.plain(leaflet.phrases.impostor, SAFETY)
    return parts.column(*opening, BEFORE_STEPS, steps, BEFORE_CONTACT, contact, BEFORE_SAFETY, safety, TAILS)


def _back(leaflet: Leaflet, look: Look) -> Block:
    """Signs, rule, what to do afterwards; lines to write on or small cards; the code, if need be with one line less."""
    title, signs = parts.heading(leaflet.message.signs_title, HEADING, look), _signs(leaflet, look)
    keep = parts.keep(leaflet, look, KEEP, RADIUS, KEEP_PAD, KEEP_HEIGHT)
    feet = (_coded(leaflet, look), _reported(leaflet)) if leaflet.target else (_imprint(leaflet),)
    ways = []
    for foot, share in product(feet, SHARES):
        head = (1, title, AFTER_HEADING * share, signs, BEFORE_RULE * share, keep, Spring())
        tail = (Spring(), BEFORE_IMPRINT * share, foot, TAILS)
        ways += [parts.column(*head, *middle, *tail, stretch=1) for middle in _middles(leaflet, look, share)]
    return FirstFit(tuple(ways))


def _middles(leaflet: Leaflet, look: Look, share: float) -> tuple[tuple[Block | float, ...], ...]:
    """What to do afterwards: with two small cards, or with two lines to write on, or one. share: of the gaps."""
    tight = replace(RESCUE, below=RESCUE.below * share, pad=(RESCUE.pad[0], RESCUE.pad[1] * share))
    rescue, pair = tight.compose(leaflet, look), leaflet.help.gone.pair
    if pair:
        return ((rescue, BETWEEN * share, PAIR.compose(pair, look)),)
    if len(leaflet.help.gone.rows) > 1:
        return ((rescue,),)
    lines = parts.write_in(leaflet.message.write_in[:2], LINE, LABEL, PITCH, look)
    return tuple((*lines[:count], AFTER_LINES, Spring(), rescue) for count in (2, 1))


def _signs(leaflet: Leaflet, look: Look) -> Block:
    room = (A5.width - 2 * A5.margin - SIGNS_GAP) / 2 - SIGN_LEFT - SIGN_ICON - SIGN_GAP - SIGN_GAP
    bold = look.family["Bold"]
    widest = max(added(bold.advances(str(sign.lead))) for sign in leaflet.message.signs) / bold.units
    style = next((style for style in SIGN if widest * style.size * POINT <= room), SIGN[-1])
    cards = [parts.item(_sign(sign, style, leaflet, look)) for sign in leaflet.message.signs]
    pairs = (Row(tuple(pair), (None, None), SIGNS_GAP, align="fill") for pair in (cards[:2], cards[2:]))
    return parts.listed(pairs, SIGNS_BELOW)


def _sign(sign: ToldPoint, style: Style, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    picture = parts.pictogram(sign.icon, leaflet, look, SIGN_ICON, surface.fill, parts.HELD_MARKS.badge)
    head = parts.beside(picture, SIGN_ICON, Text(sign.lead, style, surface.text, Role("label")), SIGN_GAP)
    text = Text(sign.sentence, SIGN_BODY, surface.text, Role("body"))
    words = Least(parts.column(Least(head, SIGN_ICON), SIGN_BELOW, text, 0, stretch=1), SIGN_HEIGHT - 7)
    return parts.box(words, surface, RADIUS, (SIGN_LEFT, 3.5, SIGN_GAP, 3.5))


def _imprint(leaflet: Leaflet) -> Block:
    return parts.imprint(leaflet, parts.IMPRINT_SMALL, safety=False, together=True, right=True)


def _reported(leaflet: Leaflet) -> Block:
    """The imprint under what the address is for, without its code."""
    target = _target(leaflet)
    return parts.column(parts.plain(parts.joined(target.purpose, " ", target.host), REPORT), 2.6, _imprint(leaflet))


def _coded(leaflet: Leaflet, look: Look) -> Block:
    """The imprint beside the code, under what the address is for."""
    target = _target(leaflet)
    code = QrCode(target, MODULE, parts.code_alt(leaflet), outside=True)
    small = parts.imprint(leaflet, parts.IMPRINT_SMALL, safety=False, together=True)
    words = (parts.plain(target.purpose, parts.PURPOSE), 2.8, parts.plain(target.host, HOST))
    left = parts.column(QUIET * MODULE, *words, BETWEEN, Spring(), small, stretch=1)
    bottom = Pad(code, bottom=-QUIET * MODULE)
    return Row((left, parts.column(Spring(), bottom, stretch=1)), (None, code.width), align="fill")


def _target(leaflet: Leaflet) -> Target:
    assert leaflet.target is not None
    return leaflet.target


TEMPLATE = Template("leaflet", say("for the hand, two pages"), (A5, A4), (60, 90), compose, SHEETS, duplex="long")
