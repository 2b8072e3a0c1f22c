"""The glossary for the display case: hard words, how they sound, what they mean, and what to do."""

from __future__ import annotations

from itertools import cycle

from ulotki.content.told import ExplainedTerm, Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block, Disc, Row, Spring, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

PICTURES = ("domino_mask", "phishing", "mobile_question", "mark_email_unread")
"""Pictograms beside the words, in their order."""

TITLE, AFTER_TITLE = 15, 5
CARD_HEIGHT, CARD_RADIUS, CARD_GAP, CARD_PAD = 37, 5, 3.6, (5.5, 0, 5.5, 0)
DISC, DISC_GAP, READ_GAP, MEANING_GAP = 17, 5.5, 6, 5

HEADING = display("ExtraBold", 36, 39, SECOND_LOOK)
WORD = display("ExtraBold", 28, 30, SECOND_LOOK)
READ = Style("SemiBold", 20, 24, SECOND_LOOK)
MEANING = Style("Regular", 20, 25, SECOND_LOOK)
SMALL = parts.IMPRINT_LARGE
ORDER = display("ExtraBold", 26, 29, SECOND_LOOK)
BAR = parts.Bar(height=19, radius=6, icon=15, left=7, text=27.5, large=ORDER, right=2)
CONTACT = parts.wall(27, 40, 44, [((16, 28, 13.5), 4, 3.2)])
LOW_CONTACT = parts.wall(27, 40, 44, [((13.5, 28, 13.5), 3.4, 2.8)])
"""Whom to call, where name and hours are long."""


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the glossary."""
    phrases = leaflet.phrases
    title = parts.headline("menu_book", phrases.glossary_title, HEADING, look, TITLE)
    cards = [_card(term, name, leaflet, look) for term, name in zip(leaflet.extra.terms, cycle(PICTURES), strict=False)]
    order = BAR.compose("front_hand", phrases.overview_order, look)
    small = parts.imprint(leaflet, SMALL, together=leaflet.target is not None)
    above = (title, AFTER_TITLE, parts.listed(cards, CARD_GAP), Spring(), order, Spring())

    def page(contact: parts.ContactBlock) -> Block:
        foot = parts.coded(leaflet, look, contact.compose(leaflet, look), 3.6, small, purpose=False)
        return parts.column(*above, foot, 0.9)

    return (AtLast(page(CONTACT), lambda: page(LOW_CONTACT)),)


def _card(term: ExplainedTerm, name: str, leaflet: Leaflet, look: Look) -> Block:
    surface = look.palette.card
    word: Block = Text(term.word, WORD, surface.accent, Role("label"))
    if term.read:
        read = Text(parts.joined(leaflet.phrases.glossary_read, " ", term.read), READ, surface.text)
        word = Row((word, read), (parts.width(term.word, WORD, look), None), READ_GAP, align="bottom")
    words = parts.column(word, MEANING_GAP, Text(term.meaning, MEANING, surface.text, Role("body")))
    row = parts.beside(Disc(look.icons[name], DISC, look.palette.badge), DISC, words, DISC_GAP)
    return parts.item(parts.box(row, surface, CARD_RADIUS, CARD_PAD, CARD_HEIGHT))


TEMPLATE = Template(
    "glossary",
    say("hard words explained, for the display case"),
    (A4, A3),
    (90,),
    compose,
    whole=True,
    hangs=True,
    refuses=parts.read_at_home,
)
