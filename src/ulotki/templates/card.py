"""The card that stays: whom to call, beside the telephone in A6 and in the wallet."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.text import Words
from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block, FirstFit, Least, Row, RunOn, Spring, Text
from ulotki.page.impose import NUp
from ulotki.page.items import Role
from ulotki.paper import A4, A6, CARD, HAND, WALLET, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

ORDER = display("ExtraBold", 25, 28, CARD)
ASK = Style("SemiBold", 14, 17, CARD)
BAR = parts.Bar(height=20, radius=5, icon=15, left=5, text=23.5, large=ORDER, small=ASK, gap=2.8)
CONTACT = parts.ContactBlock(
    28, 46, 4.5, 6, (), Style("ExtraBold", 60, 62, CARD), 0,
    parts.officer(CARD, [((14, 34, 13.5), 3.2, 3.6), ((13.5, 32, 13.5), 3, 3)], number=CARD),
    Style("SemiBold", 13.5, 16, CARD), named=False,
)  # fmt: skip
LINE, LABEL, PITCHES, AFTER_BAR, CLEAR, TAILS = Style("SemiBold", 15, 18, CARD), 38, (10.6, 10, 9.3), 4, 3, 0.8

HEADING = display("ExtraBold", 22, 25, CARD)
LEAD, SAID = Style("Bold", 17, 20, CARD), Style("Regular", 14, 17, CARD)
CARD_HEIGHT, CARD_GAP, CARD_PAD, ICON, ICON_GAP, BELOW_LEAD = 27.2, (4, 3.4), (4.6, 4, 2, 4), 10.5, 3.4, 3.6
SIGNS = (("alarm", "hurry"), ("volume_off", "silence"), ("payments", "money"), ("phone_in_talk", "stay"))
"""By what one knows a swindler on the telephone: a pictogram, and which fixed words."""

WAIT = Style("SemiBold", 14, 17, CARD)
HANG_UP = parts.Bar(
    20, radius=5, icon=13, left=5, text=22, large=display("ExtraBold", 21, 24, CARD), small=WAIT, gap=3, right=1
)

WALLET_BAR, WALLET_PAD, WALLET_ORDER_GAP, WALLET_GAP = 18.6, (4, 0, 1, 0), 2, 2.2
WALLET_ASK = Style("SemiBold", 12.5, 15, HAND)
WALLET_ORDER = Style("ExtraBold", 18, 20, HAND)
WALLET_CONTACT = parts.ContactBlock(
    24.4, 26, 3, 2.2, (), Style("ExtraBold", 38, 40, HAND), 0,
    parts.officer(HAND, [((12, 20, 12), 2.8, 2.5), ((12, 20, 12), 2.3, 1.9), ((12, 19, 12), 2, 1.6)], number=HAND),
    Style("SemiBold", 12, 14.5, HAND), named=False,
)  # fmt: skip
WALLET_LINES = Style("ExtraBold", 15, 18, HAND)
WALLET_LINE, WALLET_LABEL, WALLET_PITCH = Style("SemiBold", 12.5, 15, HAND), 28, 11


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """Two sides: whom to call, and by what one knows a swindler; in the wallet, numbers to write in."""
    if paper == WALLET:
        return (_wallet_front(leaflet, look), _wallet_back(leaflet, look))
    return (_front(leaflet, look), _back(leaflet, look))


def _front(leaflet: Leaflet, look: Look) -> Block:
    """Three lines to write on, as far apart as the imprint lets them be; one less under the imprint of a long name."""
    phrases = leaflet.phrases
    bar = BAR.compose("call_end", phrases.card_order, look, phrases.card_ask, level=1)
    contact, always = CONTACT.compose(leaflet, look), tuple(_always(leaflet))
    small: Block = _small(leaflet.imprint.code)
    if leaflet.imprint.issuer:
        small = RunOn(_small(leaflet.imprint.issuer), _small(leaflet.imprint.code, right=True), CLEAR * 2)
    people = _people(leaflet)

    def side(several: tuple[Words, ...]) -> Block:
        lines = (parts.write_in(several, LINE, LABEL, pitch, look) for pitch in PITCHES)
        below = (Spring(), CLEAR, *always, small, TAILS)
        return FirstFit(tuple(parts.column(bar, AFTER_BAR, contact, *one, *below, stretch=1) for one in lines))

    return AtLast(side(people), lambda: side(people[:-1]))


def _small(words: Words, *, right: bool = False) -> Text:
    return Text(words, parts.IMPRINT_SMALL, BLACK, align="right" if right else "left")


def _back(leaflet: Leaflet, look: Look) -> Block:
    phrases = leaflet.phrases
    cards = [parts.item(_sign(name, key, leaflet, look)) for name, key in SIGNS]
    pairs = (Row(tuple(pair), (None, None), CARD_GAP[0]) for pair in (cards[:2], cards[2:]))
    title, signs = parts.heading(phrases.signs, HEADING, look), parts.listed(pairs, CARD_GAP[1])
    bar = HANG_UP.compose("call_end", phrases.sticker_phone_order, look, below=phrases.card_wait)
    return parts.column(1, title, Spring(), signs, Spring(), bar)


def _sign(name: str, key: str, leaflet: Leaflet, look: Look) -> Block:
    surface, phrases = look.palette.card, leaflet.phrases
    picture = parts.pictogram(name, leaflet, look, ICON, surface.fill, parts.HELD_MARKS.badge)
    lead = Text(getattr(phrases, f"card_{key}"), LEAD, surface.text, Role("label"))
    said = Text(getattr(phrases, f"card_{key}_said"), SAID, surface.text, Role("body"))
    words = parts.column(parts.beside(picture, ICON, lead, ICON_GAP), BELOW_LEAD, said)
    return parts.box(Least(words, CARD_HEIGHT - CARD_PAD[1] - CARD_PAD[3]), surface, 4.5, CARD_PAD)


def _always(leaflet: Leaflet) -> Iterator[Block | float]:
    for line in leaflet.help.always:
        yield parts.plain(line, WALLET_LINE)
        yield TAILS * 2


def _people(leaflet: Leaflet) -> tuple[Words, ...]:
    """Whose numbers are to be written in: one less for each line that must stand there."""
    people = (leaflet.phrases.card_close, leaflet.phrases.card_neighbours, leaflet.phrases.card_bank)
    return people[: max(1, len(people) - len(leaflet.help.always))]


def _wallet_front(leaflet: Leaflet, look: Look) -> Block:
    phrases, surface = leaflet.phrases, look.palette.deed
    order = parts.heading(phrases.card_order, WALLET_ORDER, look, level=1, ink=surface.accent)
    words = parts.column(Text(phrases.card_ask, WALLET_ASK, surface.text), WALLET_ORDER_GAP, order)
    bar = parts.box(words, surface, WALLET_CONTACT.radius, WALLET_PAD, WALLET_BAR)
    return parts.column(bar, WALLET_GAP, WALLET_CONTACT.compose(leaflet, look))


def _wallet_back(leaflet: Leaflet, look: Look) -> Block:
    title, people = parts.blank(parts.heading(leaflet.phrases.write_in, WALLET_LINES, look)), _people(leaflet)
    lines = parts.write_in(people, WALLET_LINE, WALLET_LABEL, WALLET_PITCH, look)
    return parts.column(TAILS, title, *lines, Spring(), *_always(leaflet), _small(leaflet.imprint.code), TAILS)


TEMPLATE = Template(
    "card",
    say("beside the telephone and in the wallet: whom to call"),
    (A6.landscape, WALLET),
    (30, 42),
    compose,
    sheets={
        A6.name: NUp(A4.landscape, columns=2, rows=2),
        WALLET.name: NUp(A4, columns=2, rows=5, gap=(6, 4), duplex="long"),
    },
    duplex="short",
    whole=True,
    stock="card",
)
