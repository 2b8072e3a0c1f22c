"""The glossary for the display case: hard words, how they sound, what they mean, and what to do."""

from __future__ import annotations

from itertools import cycle

from ulotki.content.leaflet import Explained, Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Disc, Fixed, Gap, Pad, Panel, Row, Spring, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, CARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

PICTURES = ("domino_mask", "phishing", "mobile_question", "mark_email_unread")
"""Beside the words, in their order."""

TITLE, AFTER_TITLE = 15, 5
CARD_HEIGHT, CARD_RADIUS, CARD_GAP, CARD_PAD, CARD_RIGHT = 37, 5, 3.6, 5.5, 2.5
DISC, DISC_GAP, WORD_WIDTH, MEANING_GAP = 17, 5.5, 58, 5

HEADING = display("ExtraBold", 36, 39, SECOND_LOOK)
WORD = display("ExtraBold", 28, 30, SECOND_LOOK)
READ = Style("SemiBold", 20, 24, SECOND_LOOK)
MEANING = Style("Regular", 20, 25, SECOND_LOOK)
SMALL = parts.IMPRINT_LARGE
BAR = parts.Bar(
    height=19, radius=6, icon=15, left=7, text=27.5, large=display("ExtraBold", 26, 29, SECOND_LOOK), right=2
)
CALL = Style("SemiBold", 18, 21, CARD)
EMERGENCY = Style("ExtraBold", 44, 48, SECOND_LOOK)
OFFICER = Style("SemiBold", 16, 19, CARD)
NUMBER = Style("ExtraBold", 28, 32, SECOND_LOOK)
CONTACT = parts.Contact(
    height=27,
    width=40,
    radius=CARD_RADIUS,
    gap=4,
    call=CALL,
    large=EMERGENCY,
    label=OFFICER,
    number=NUMBER,
    small=SMALL,
)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the glossary."""
    cards = [_card(term, name, leaflet, look) for term, name in zip(leaflet.terms, cycle(PICTURES), strict=False)]
    return (
        Stack(
            (
                parts.headline("menu_book", leaflet.phrases.glossary_title, HEADING, look, TITLE),
                Gap(AFTER_TITLE),
                parts.listed(cards, Gap(CARD_GAP)),
                Spring(),
                BAR.compose("call_end", leaflet.phrases.overview_order, look),
                Spring(),
                _footer(leaflet, look),
            )
        ),
    )


def _card(term: Explained, name: str, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    word: Block = Text(term.word, WORD, surface.accent, Role("label"))
    if term.read:
        read = Text(parts.joined(leaflet.phrases.glossary_read, " ", term.read), READ, surface.text)
        word = Row((word, read), (WORD_WIDTH, None), align="bottom")
    words = Stack((word, Gap(MEANING_GAP), Text(term.meaning, MEANING, surface.text, Role("body"))))
    row = Row((Disc(look.icons[name], DISC, look.palette.badge), words), (DISC, None), DISC_GAP, "middle")
    card = Panel(Fixed(Pad(row, left=CARD_PAD, right=CARD_RIGHT), CARD_HEIGHT), surface, CARD_RADIUS)
    return Tagged(Role("item"), card)


def _footer(leaflet: Leaflet, look: Look) -> Block:
    contact, small = CONTACT.compose(leaflet, look), parts.imprint(leaflet, SMALL, leaflet.phrases.impostor)
    if leaflet.target:
        top: Block = parts.coded(leaflet.target, leaflet, contact, small)
    else:
        top = Stack((contact, Gap(3.6), small))
    return Stack((top, Gap(2.4), Text(leaflet.phrases.free, SMALL, BLACK), Gap(1)))


TEMPLATE = Template(
    "glossary",
    say("hard words explained, for the display case"),
    (A4, A3),
    (90,),
    compose,
    whole=True,
    refuses=parts.read_at_home,
)
