"""The card that stays: whom to call, beside the telephone in A6 and in the wallet."""

from __future__ import annotations

from ulotki.content.leaflet import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Pad, Panel, Row, Spring, Stack, Text, WriteIn
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A6, CARD, HAND, IMPRINT, WALLET, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

BAR, BAR_RADIUS, ICON, ICON_LEFT, ORDER_LEFT, ORDER_GAP = 21.2, 5, 15, 5, 23.5, 3.2
CONTACT, EMERGENCY, RADIUS, CONTACT_GAP = 23, 42, 4.5, 4
LABEL, PITCH, TAILS = 41, 11.2, 0.8

ASK = Style("SemiBold", 15, 18, CARD)
ORDER = display("ExtraBold", 25, 28, CARD)
CALL = Style("SemiBold", 13.5, 16, CARD)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 46, CARD)
OFFICER = Style("SemiBold", 14, 17, CARD)
NUMBER = Style("ExtraBold", 28, 31, CARD)
SMALL = Style("Regular", 13.5, 16, CARD)
LINE = Style("SemiBold", 14, 17, CARD)
IMPRINT_STYLE = Style("Regular", 9.5, 11.5, IMPRINT)

WALLET_BAR, WALLET_LEFT, WALLET_ORDER_GAP = 19.4, 4, 2
WALLET_CONTACT, WALLET_EMERGENCY, WALLET_RADIUS, WALLET_GAP = 24.4, 26, 3, 2.2
WALLET_LABEL, WALLET_PITCH = 36, 11

WALLET_ASK = Style("SemiBold", 12.5, 15, HAND)
WALLET_ORDER = Style("ExtraBold", 18, 20, HAND)
WALLET_CALL = Style("SemiBold", 12.5, 15, HAND)
WALLET_112 = Style("ExtraBold", 34, 36, HAND)
WALLET_OFFICER = Style("SemiBold", 12, 14, HAND)
WALLET_NUMBER = Style("ExtraBold", 20, 22, HAND)
WALLET_SMALL = Style("Regular", 12, 14, HAND)
WALLET_LINE = Style("SemiBold", 12.5, 15, HAND)
WALLET_LINES = Style("ExtraBold", 15, 18, HAND)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """One side by the telephone; for the wallet, whose proportions are others, two."""
    if paper == WALLET:
        return (_front(leaflet, look), _back(leaflet, look))
    phrases = leaflet.phrases
    imprint = parts.joined(leaflet.issuer, " ", leaflet.code) if leaflet.issuer else leaflet.code
    return (
        Stack(
            (
                parts.bar(
                    phrases.card_ask,
                    phrases.card_order,
                    "call_end",
                    look,
                    ASK,
                    ORDER,
                    BAR,
                    BAR_RADIUS,
                    icon=ICON,
                    left=ICON_LEFT,
                    text=ORDER_LEFT,
                    gap=ORDER_GAP,
                    level=1,
                ),
                Gap(CONTACT_GAP),
                Row(
                    (
                        parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, RADIUS),
                        parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT, named=False),
                    ),
                    (EMERGENCY, None),
                    CONTACT_GAP,
                ),
                *_lines(leaflet, LINE, LABEL, PITCH),
                Spring(),
                Text(imprint, IMPRINT_STYLE, BLACK),
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
    words = Stack(
        (
            Text(phrases.card_ask, WALLET_ASK, surface.text),
            Gap(WALLET_ORDER_GAP),
            Text(phrases.card_order, WALLET_ORDER, surface.accent, Role("heading", level=1)),
        )
    )
    call = parts.emergency(leaflet, look, WALLET_112, WALLET_CALL, WALLET_CONTACT, WALLET_RADIUS)
    officer = parts.officer(
        leaflet, look, WALLET_OFFICER, WALLET_NUMBER, WALLET_SMALL, WALLET_SMALL, WALLET_CONTACT, named=False
    )
    return Stack(
        (
            Panel(Fixed(Pad(words, left=WALLET_LEFT, right=1), WALLET_BAR), surface, WALLET_RADIUS),
            Gap(WALLET_GAP),
            Row((call, officer), (WALLET_EMERGENCY, None), WALLET_GAP),
        )
    )


def _back(leaflet: Leaflet, look: Look) -> Block:
    return Stack(
        (
            Gap(TAILS),
            Text(leaflet.phrases.write_in, WALLET_LINES, look.palette.ink, Role("heading", level=2)),
            *_lines(leaflet, WALLET_LINE, WALLET_LABEL, WALLET_PITCH),
            Spring(),
            Text(leaflet.code, IMPRINT_STYLE, BLACK),
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
