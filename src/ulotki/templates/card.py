"""The card that stays: whom to call, beside the telephone in A6 and in the wallet."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Spring, Stack, Text, WriteIn
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A6, CARD, HAND, WALLET, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

ORDER = display("ExtraBold", 25, 28, CARD)
ASK = Style("SemiBold", 15, 18, CARD)
BAR = parts.Bar(height=21.2, radius=5, icon=15, left=5, text=23.5, large=ORDER, small=ASK, gap=3.2)
CALL = Style("SemiBold", 13.5, 16, CARD)
EMERGENCY = Style("ExtraBold", 44, 46, CARD)
OFFICER = Style("SemiBold", 14, 17, CARD)
NUMBER = Style("ExtraBold", 28, 31, CARD)
HOURS = Style("Regular", 13.5, 16, CARD)
CONTACT = parts.Contact(
    height=23,
    width=42,
    radius=4.5,
    gap=4,
    call=CALL,
    large=EMERGENCY,
    label=OFFICER,
    number=NUMBER,
    small=HOURS,
    named=False,
)
LINE, LABEL, PITCH, TAILS = Style("SemiBold", 14, 17, CARD), 41, 11.2, 0.8

WALLET_BAR, WALLET_LEFT, WALLET_ORDER_GAP, WALLET_RADIUS, WALLET_GAP = 19.4, 4, 2, 3, 2.2
WALLET_ASK = Style("SemiBold", 12.5, 15, HAND)
WALLET_ORDER = Style("ExtraBold", 18, 20, HAND)
WALLET_EMERGENCY = Style("ExtraBold", 34, 36, HAND)
WALLET_OFFICER = Style("SemiBold", 12, 14, HAND)
WALLET_NUMBER = Style("ExtraBold", 20, 22, HAND)
WALLET_HOURS = Style("Regular", 12, 14, HAND)
WALLET_CONTACT = parts.Contact(
    height=24.4,
    width=26,
    radius=WALLET_RADIUS,
    gap=WALLET_GAP,
    call=WALLET_ASK,
    large=WALLET_EMERGENCY,
    label=WALLET_OFFICER,
    number=WALLET_NUMBER,
    small=WALLET_HOURS,
    named=False,
)
WALLET_LINES = Style("ExtraBold", 15, 18, HAND)
WALLET_LINE, WALLET_LABEL, WALLET_PITCH = Style("SemiBold", 12.5, 15, HAND), 36, 11


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """One side by the telephone; for the wallet, whose proportions are others, two."""
    if paper == WALLET:
        return (_front(leaflet, look), _back(leaflet, look))
    phrases = leaflet.phrases
    imprint = parts.joined(leaflet.issuer, " ", leaflet.code) if leaflet.issuer else leaflet.code
    return (
        Stack(
            (
                BAR.compose("call_end", phrases.card_order, look, phrases.card_ask, level=1),
                Gap(4),
                CONTACT.compose(leaflet, look),
                *_lines(leaflet, LINE, LABEL, PITCH),
                Spring(),
                Text(imprint, parts.IMPRINT_SMALL, BLACK),
                Gap(TAILS),
            )
        ),
    )


def _lines(leaflet: Leaflet, style: Style, label: float, pitch: float) -> tuple[Block, ...]:
    phrases = leaflet.phrases
    labels = (phrases.card_close, phrases.card_neighbours, phrases.card_bank)
    return tuple(WriteIn(words, style, BLACK, label, pitch) for words in labels)


def _front(leaflet: Leaflet, look: Look) -> Block:
    phrases, surface = leaflet.phrases, look.palette.deed
    order = Text(phrases.card_order, WALLET_ORDER, surface.accent, Role("heading", level=1))
    words = Stack((Text(phrases.card_ask, WALLET_ASK, surface.text), Gap(WALLET_ORDER_GAP), order))
    bar = Panel(Fixed(Pad(words, left=WALLET_LEFT, right=1), WALLET_BAR), surface, WALLET_RADIUS)
    return Stack((bar, Gap(WALLET_GAP), WALLET_CONTACT.compose(leaflet, look)))


def _back(leaflet: Leaflet, look: Look) -> Block:
    return Stack(
        (
            Gap(TAILS),
            parts.heading(leaflet.phrases.write_in, WALLET_LINES, look),
            *_lines(leaflet, WALLET_LINE, WALLET_LABEL, WALLET_PITCH),
            Spring(),
            Text(leaflet.code, parts.IMPRINT_SMALL, BLACK),
            Gap(TAILS),
        )
    )


TEMPLATE = Template(
    "card",
    say("beside the telephone and in the wallet: whom to call"),
    (A6.landscape, WALLET),
    (30,),
    compose,
    sheets={
        A6.name: NUp(A4.landscape, columns=2, rows=2),
        WALLET.name: NUp(A4, columns=2, rows=5, gap=(6, 4), duplex="long"),
    },
    duplex="long",
    whole=True,
)
