"""The leaflet for the hand: the warning on its front; signs, rule and lines to write on behind."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet, Told, ended
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, QrCode, Row, Rule, Spring, Stack, Tagged, Text, WriteIn
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A5, CARD, HAND, IMPRINT, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

TITLE, AFTER_TITLE = 14, 3.5
BUBBLE_RADIUS, TAIL, TAIL_START = 7, 7, 12
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_GAP = 11, 4, 5.2
BAR, BAR_RADIUS, MASK = 21, 5, 16
STEP_PITCH, COUNTER, ICON, STEP_LEFT = 14.9, 11.2, 11, 16
RULE = 5
CONTACT, EMERGENCY = 21, 32
CARD_HEIGHT, CARD_RADIUS, CARD_GAP, CARD_PAD = 30, 4, 4, 4.5
SIGN_ICON, SIGN_HEAD = 10, 11
BOX = 20
LABEL, PITCH = 44, 11.2
MODULE = 1.02
LAST = 39.6

KICKER = display("SemiBold", 13, 16, HAND)
HEADING = display("ExtraBold", 21, 24, HAND)
SPEAKER = Style("SemiBold", 13, 16, HAND)
QUOTE = display("ExtraBold", 30.5, 33.5, HAND)
VERDICT = Style("SemiBold", 15, 18, HAND)
ORDER = display("ExtraBold", 31, 34, HAND)
LEAD = Style("Bold", 19, 22, HAND)
BODY = Style("Regular", 15, 18, HAND)
COUNT = Style("ExtraBold", 18, 20, HAND)
BADGE = Style("ExtraBold", 17.5, 20, HAND)
CALL = Style("SemiBold", 13, 16, HAND)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 46, HAND)
OFFICER = Style("SemiBold", 13, 16, HAND)
NUMBER = Style("ExtraBold", 28, 31, HAND)
SMALL = Style("Regular", 12, 15, HAND)
SIGNS = display("ExtraBold", 22, 25, HAND)
SIGN = Style("Bold", 16, 18, HAND)
SIGN_BODY = Style("Regular", 14, 17.5, HAND)
KEEP = Style("SemiBold", 18.5, 23.5, HAND)
LINES = display("ExtraBold", 19, 22, HAND)
GONE = Style("Bold", 15, 18, HAND)
BLAME = Style("Regular", 14, 17.5, HAND)
HOST = Style("Bold", 14, 17, CARD)
PURPOSE = Style("SemiBold", 13.5, 16, CARD)
IMPRINT_STYLE = Style("Regular", 9.5, 11.5, IMPRINT)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """Front and back."""
    return (_front(leaflet, look), _back(leaflet, look))


def _front(leaflet: Leaflet, look: Look) -> Block:
    steps = tuple(_step(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1))
    contact = Row(
        (
            parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, CARD_RADIUS),
            parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT),
        ),
        (EMERGENCY, None),
        4,
    )
    return Stack(
        (
            parts.title(leaflet, look, TITLE, 4, KICKER, HEADING),
            Gap(AFTER_TITLE),
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
            Gap(1.6),
            parts.deed(leaflet, look, VERDICT, ORDER, height=BAR, radius=BAR_RADIUS, mask=MASK, left=8, text=30, gap=3),
            Gap(4.5),
            Tagged(Role("list"), Stack(steps)),
            Fixed(Rule(look.palette.ink, 1.4), RULE),
            contact,
            Gap(3.0),
            Text(leaflet.phrases.impostor, SMALL, BLACK),
            Gap(1.3),
        )
    )


def _step(number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
    words = Stack((Text(ended(step.lead), LEAD, BLACK), Gap(2.6), Text(step.sentence, BODY, BLACK)))
    row = Row(
        (
            parts.counter(number, look, COUNTER, COUNT),
            Tagged(Role("body"), words),
            parts.pictogram(step.icon, leaflet, look, ICON, None, BADGE, right=True),
        ),
        (COUNTER, None, ICON * parts.WIDER),
        STEP_LEFT - COUNTER,
        align="middle",
    )
    return Tagged(Role("item"), Fixed(row, STEP_PITCH))


def _back(leaflet: Leaflet, look: Look) -> Block:
    signs = [_sign(sign, leaflet, look) for sign in leaflet.signs]
    write_in = tuple(WriteIn(label, BODY, BLACK, LABEL, PITCH) for label in leaflet.write_in[:2])
    return Stack(
        (
            Gap(1),
            Text(leaflet.signs_title, SIGNS, look.palette.ink, Role("heading", level=2)),
            Gap(4.6),
            Tagged(Role("list"), Stack((_pair(signs[:2]), Gap(CARD_GAP), _pair(signs[2:])))),
            Gap(4),
            _rule(leaflet, look),
            Spring(),
            Text(leaflet.phrases.write_in, LINES, look.palette.ink, Role("heading", level=2)),
            *write_in,
            Spring(),
            _last(leaflet, look),
            Gap(3),
            parts.imprint(leaflet, IMPRINT_STYLE, leaflet.phrases.free),
            Gap(1.3),
        )
    )


def _pair(cards: list[Block]) -> Block:
    return Row(tuple(cards), (None, None), CARD_GAP)


def _sign(sign: Told, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    head = Row(
        (
            parts.pictogram(sign.icon, leaflet, look, SIGN_ICON, surface.fill, BADGE),
            Text(sign.lead, SIGN, surface.text, Role("label")),
        ),
        (SIGN_ICON, None),
        3,
        align="middle",
    )
    content = Stack((Fixed(head, SIGN_HEAD), Gap(3), Text(sign.sentence, SIGN_BODY, surface.text, Role("body"))))
    return Tagged(Role("item"), Panel(Fixed(Pad(content, CARD_PAD, 3, 3, 3), CARD_HEIGHT), surface, CARD_RADIUS))


def _rule(leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.voice
    return Panel(Fixed(Pad(Text(leaflet.rule, KEEP, surface.text), 7, 3.5, 6, 3.5), BOX), surface, CARD_RADIUS)


def _last(leaflet: Leaflet, look: Look) -> Block:
    phrases, target, surface = leaflet.phrases, leaflet.target, look.palette.deed
    words = Stack(
        (
            Text(phrases.money_gone, GONE, surface.text, Role("heading", level=2)),
            Gap(2.4),
            Text(phrases.no_blame, BLAME, surface.text),
            Gap(2.1),
            Text(phrases.call_now, BLAME, surface.text),
        )
    )
    number = Text(leaflet.emergency, EMERGENCY_NUMBER, surface.accent)
    box = Panel(Fixed(Pad(Row((words, number), (None, 26), 2, align="middle"), 5, 2, 1, 2), 27.4), surface, CARD_RADIUS)
    if target is None:
        return box
    code = QrCode(target, MODULE, str(phrases.code_alt), outside=True)
    beside = Stack(
        (box, Spring(), Text(target.purpose, PURPOSE, BLACK), Gap(2.2), Text(target.host, HOST, BLACK)), stretch=1
    )
    return Fixed(Row((beside, code), (None, code.width), 1, align="fill", stretch=1), LAST)


TEMPLATE = Template(
    "leaflet",
    say("for the hand, two pages"),
    (A5, A4),
    (60, 90),
    compose,
    sheets={A5.name: NUp(A4.landscape, columns=2, rows=1)},
    duplex="long",
)
