"""The glossary for the display case: hard words, how they sound, what they mean, and what to do."""

from __future__ import annotations

from itertools import cycle

from ulotki.content.leaflet import Explained, Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Disc, Fixed, Gap, Pad, Panel, Pictogram, Row, Spring, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, CARD, IMPRINT, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

PICTURES = ("domino_mask", "phishing", "mobile_question", "mark_email_unread")
"""Beside the words, in their order."""

TITLE, TITLE_GAP, AFTER_TITLE = 15, 5, 5
CARD_HEIGHT, CARD_RADIUS, CARD_GAP, CARD_PAD, CARD_RIGHT = 37, 5, 3.6, 5.5, 2.5
DISC, DISC_GAP, WORD_WIDTH, MEANING_GAP = 17, 5.5, 58, 5
BAR, BAR_RADIUS, BAR_LEFT, BAR_GAP, MASK = 19, 6, 7, 5.5, 15
CONTACT, EMERGENCY = 27, 40
LEFT, MODULE, QUIET_UP = 138, 1.44, 2.4

HEADING = display("ExtraBold", 36, 39, SECOND_LOOK)
WORD = display("ExtraBold", 28, 30, SECOND_LOOK)
READ = Style("SemiBold", 20, 24, SECOND_LOOK)
MEANING = Style("Regular", 20, 25, SECOND_LOOK)
ORDER = display("ExtraBold", 26, 29, SECOND_LOOK)
CALL = Style("SemiBold", 18, 21, CARD)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 48, SECOND_LOOK)
OFFICER = Style("SemiBold", 16, 19, CARD)
NUMBER = Style("ExtraBold", 28, 32, SECOND_LOOK)
STAMP = Style("Regular", 12, 15, IMPRINT)
HOST = Style("Bold", 16, 19, CARD)
PURPOSE = Style("SemiBold", 13.5, 16, CARD)
SMALL = Style("Regular", 12, 15, IMPRINT)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the glossary."""
    phrases, surface = leaflet.phrases, look.palette.deed
    heading = Text(phrases.glossary_title, HEADING, look.palette.ink, Role("heading", level=1))
    title = Row((Disc(look.icons["menu_book"], TITLE, look.palette.badge), heading), (TITLE, None), TITLE_GAP, "middle")
    first, *rest = (
        _card(term, name, leaflet, look) for term, name in zip(leaflet.terms, cycle(PICTURES), strict=False)
    )
    cards = (first, *(block for card in rest for block in (Gap(CARD_GAP), card)))
    order = Row(
        (
            Pictogram(look.icons["call_end"], MASK, surface.accent, surface.fill),
            Text(phrases.overview_order, ORDER, surface.accent, Role("heading", level=2)),
        ),
        (MASK, None),
        BAR_GAP,
        "middle",
    )
    return (
        Stack(
            (
                title,
                Gap(AFTER_TITLE),
                Tagged(Role("list"), Stack(cards)),
                Spring(),
                Panel(Fixed(Pad(order, left=BAR_LEFT, right=2), BAR), surface, BAR_RADIUS),
                Spring(),
                _footer(leaflet, look),
            )
        ),
    )


def _card(term: Explained, name: str, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    word = Text(term.word, WORD, surface.accent, Role("label"))
    lines: list[Block] = [word]
    if term.read:
        lines = [
            Row(
                (word, Text(parts.joined(leaflet.phrases.glossary_read, " ", term.read), READ, surface.text)),
                (WORD_WIDTH, None),
                align="bottom",
            )
        ]
    words = Stack((*lines, Gap(MEANING_GAP), Text(term.meaning, MEANING, surface.text, Role("body"))))
    row = Row((Disc(look.icons[name], DISC, look.palette.badge), words), (DISC, None), DISC_GAP, "middle")
    card = Panel(Fixed(Pad(row, left=CARD_PAD, right=CARD_RIGHT), CARD_HEIGHT), surface, CARD_RADIUS)
    return Tagged(Role("item"), card)


def _footer(leaflet: Leaflet, look: Look) -> Block:
    phrases = leaflet.phrases
    contact = Row(
        (
            parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, CARD_RADIUS),
            parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, STAMP, CONTACT),
        ),
        (EMERGENCY, None),
        4,
    )
    small = parts.imprint(leaflet, SMALL, phrases.impostor)
    if leaflet.target:
        top = parts.coded(leaflet.target, leaflet, contact, small, PURPOSE, HOST, left=LEFT, module=MODULE, up=QUIET_UP)
    else:
        top = Stack((contact, Gap(3.6), small))
    return Stack((top, Gap(2.4), Text(phrases.free, SMALL, BLACK), Gap(1)))


TEMPLATE = Template(
    "glossary",
    say("hard words explained, for the display case"),
    (A4, A3),
    (90,),
    compose,
    whole=True,
    refuses=parts.read_at_home,
)
