"""The card that stays: whom to call, beside the telephone in A6 and in the wallet."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.leaflet import Leaflet
from ulotki.content.text import Words
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Spring, Text
from ulotki.page.impose import NUp
from ulotki.paper import A4, A6, CARD, HAND, WALLET, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

ORDER = display("ExtraBold", 25, 28, CARD)
ASK = Style("SemiBold", 15, 18, CARD)
BAR = parts.Bar(height=21.2, radius=5, icon=15, left=5, text=23.5, large=ORDER, small=ASK, gap=3.2)
CONTACT = parts.contact(
    CARD, 23, 42, 4.5, call=(13.5, 16), large=(44, 46), label=(14, 17), number=(28, 31), small=(13.5, 16), name=False
)
LINE, LABEL, PITCH, TAILS = Style("SemiBold", 14, 17, CARD), 41, 11.2, 0.8

WALLET_BAR, WALLET_PAD, WALLET_ORDER_GAP = 19.4, (4, 0, 1, 0), 2
WALLET_ASK = Style("SemiBold", 12.5, 15, HAND)
WALLET_ORDER = Style("ExtraBold", 18, 20, HAND)
WALLET_CONTACT = parts.contact(
    HAND, 24.4, 26, 3, 2.2, call=(12.5, 15), large=(34, 36), label=(12, 14), number=(20, 22), small=(12, 14), name=False
)
WALLET_LINES = Style("ExtraBold", 15, 18, HAND)
WALLET_LINE, WALLET_LABEL, WALLET_PITCH = Style("SemiBold", 12.5, 15, HAND), 36, 11


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """One side by the telephone; for the wallet, whose proportions are others, two."""
    if paper == WALLET:
        return (_front(leaflet, look), _back(leaflet, look))
    phrases = leaflet.phrases
    bar = BAR.compose("call_end", phrases.card_order, look, phrases.card_ask, level=1)
    lines = parts.write_in(_people(leaflet), leaflet.phrases.number_alt, LINE, LABEL, PITCH)
    imprint = parts.joined(leaflet.issuer, " ", leaflet.code) if leaflet.issuer else leaflet.code
    small = parts.column(*_always(leaflet), parts.plain(imprint, parts.IMPRINT_SMALL))
    return (parts.column(bar, 4, CONTACT.compose(leaflet, look), *lines, Spring(), small, TAILS),)


def _always(leaflet: Leaflet) -> Iterator[Block | float]:
    for line in leaflet.always:
        yield parts.plain(line, WALLET_LINE)
        yield TAILS * 2


def _people(leaflet: Leaflet) -> tuple[Words, ...]:
    """Whose numbers are to be written in: one less for each line that must stand there."""
    people = (leaflet.phrases.card_close, leaflet.phrases.card_neighbours, leaflet.phrases.card_bank)
    return people[: max(1, len(people) - len(leaflet.always))]


def _front(leaflet: Leaflet, look: Look) -> Block:
    phrases, surface = leaflet.phrases, look.palette.deed
    order = parts.heading(phrases.card_order, WALLET_ORDER, look, level=1, ink=surface.accent)
    words = parts.column(Text(phrases.card_ask, WALLET_ASK, surface.text), WALLET_ORDER_GAP, order)
    bar = parts.box(words, surface, WALLET_CONTACT.radius, WALLET_PAD, WALLET_BAR)
    return parts.column(bar, WALLET_CONTACT.gap, WALLET_CONTACT.compose(leaflet, look))


def _back(leaflet: Leaflet, look: Look) -> Block:
    title = parts.heading(leaflet.phrases.write_in, WALLET_LINES, look)
    lines = parts.write_in(_people(leaflet), leaflet.phrases.number_alt, WALLET_LINE, WALLET_LABEL, WALLET_PITCH)
    return parts.column(
        TAILS, title, *lines, Spring(), *_always(leaflet), parts.plain(leaflet.code, parts.IMPRINT_SMALL), TAILS
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
    stock="card",
)
