"""The invitation to a meeting: day, hour and place in large letters, or lines to write them on by hand."""

from __future__ import annotations

from ulotki.content.told import Invitation, Leaflet, Topic
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import AtLast, Block, FirstFit, Fixed, Headed, Least, Pictogram, Row, Spring, StampBox, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, BOARD, CARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

MOST = 5
TITLE, TITLE_GAP, AFTER_TITLE = 28, 7, 7
SHEET, SHEET_WIDTH, BAND, RADIUS, WHEN_GAP, AFTER_WHEN = 92, 86, 21, 8, 10, 12
LINES_PAD, LABEL, PITCH = (9, 0, 9, 4), 40, 22
TOPICS_GAP, TOPIC_ICON, TOPIC_LEFT = 3.4, 9.5, 6
PITCHES = (12.4, 11.2, 10)
"""mm from one topic to the next: the widest for which the imprint leaves room."""
FOOT, FOOT_GAP, CALL_WIDTH, PAD, AFTER_FOOT = 40, 5, 58.67, 7, 5

HEADING = display("ExtraBold", 40, 43, SECOND_LOOK)
WEEKDAY = display("ExtraBold", 30, 34, SECOND_LOOK)
NUMERAL = Style("ExtraBold", 142, 144, BOARD)
"""Larger, and readers of the text layer take the month that stands under it for the same line."""
MONTH = display("ExtraBold", 34, 38, SECOND_LOOK)
AT = Style("SemiBold", 26, 30, SECOND_LOOK)
HOUR = Style("ExtraBold", 72, 76, BOARD)
PLACE = tuple(Style("Bold", size, size * 1.19, SECOND_LOOK) for size in (26, 24, 22, 20))
FREE = Style("Bold", 22, 27, SECOND_LOOK)
LABELS = Style("SemiBold", 24, 28, SECOND_LOOK)
ABOUT = display("ExtraBold", 24, 28, SECOND_LOOK)
TOPIC = Style("SemiBold", 23, 27, SECOND_LOOK)
ASK, NUMBER = Style("SemiBold", 16, 19, CARD), Style("ExtraBold", 36, 40, SECOND_LOOK)
WHO = tuple(Style("Regular", size, size * 1.28, CARD) for size in (14, 13.5))
CONTACT = parts.wall(FOOT, CALL_WIDTH, 56, [((18, 36, 13.5), 4.2, 3.4)])


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the invitation."""
    phrases, invitation = leaflet.phrases, leaflet.extra.invitation
    title = parts.headline("groups", phrases.meeting_title, HEADING, look, TITLE, TITLE_GAP)
    when = _when(invitation, leaflet, look) if invitation else _blank(leaflet, look)
    about = parts.heading(phrases.meeting_topics, ABOUT, look)
    foot = (Least(_whom(leaflet, look), FOOT), AFTER_FOOT, parts.imprint(leaflet, parts.IMPRINT_LARGE), 1)
    ways = []
    for pitch in PITCHES:
        topics = parts.listed(_topic(topic, look, pitch) for topic in leaflet.extra.topics[:MOST])
        middle = (Spring(), 4, about, TOPICS_GAP, topics, Spring(), 2)
        ways.append(parts.column(title, AFTER_TITLE, when, *middle, *foot))
    return (AtLast(ways[0], lambda: FirstFit(tuple(ways))),)


def _when(invitation: Invitation, leaflet: Leaflet, look: Look) -> Block:
    """The sheet of a calendar beside hour and place."""
    palette = look.palette
    weekday = Text(invitation.weekday, WEEKDAY, palette.deed.accent, align="centre")
    number = Text(invitation.number, NUMERAL, palette.card.accent, align="centre")
    month = Text(invitation.month, MONTH, palette.card.accent, align="centre")
    day = Headed(weekday, parts.column(number, 9, month), BAND, palette.deed, palette.card, RADIUS)
    at, hour = Text(leaflet.phrases.meeting_at, AT, BLACK), Text(invitation.hour, HOUR, palette.ink)
    free = Text(leaflet.phrases.meeting_free, FREE, palette.ink)
    ways = (
        parts.column(0.6, at, 5, hour, 8, Text(invitation.where, style, BLACK), 4, Spring(), free, 0.6, stretch=1)
        for style in PLACE
    )
    return Least(Row((day, FirstFit(tuple(ways))), (SHEET_WIDTH, None), WHEN_GAP, align="fill", stretch=1), SHEET)


def _blank(leaflet: Leaflet, look: Look) -> Block:
    """Lines to write day, hour and place on, as far apart as a hand needs."""
    phrases, surface = leaflet.phrases, look.palette.card
    labels = (phrases.meeting_day, phrases.meeting_hour, phrases.meeting_place)
    lines = parts.write_in(labels, LABELS, LABEL, PITCH, look, surface.text)
    words = parts.column(*lines, 9, Text(phrases.meeting_free, FREE, look.palette.ink))
    return parts.box(words, surface, RADIUS, LINES_PAD, SHEET)


def _topic(topic: Topic, look: Look, pitch: float) -> Block:
    picture = Pictogram(look.icons[topic.icon], TOPIC_ICON, look.palette.ink)
    row = parts.beside(picture, TOPIC_ICON, Text(topic.title, TOPIC, BLACK, Role("body")), TOPIC_LEFT)
    return parts.item(Fixed(row, pitch))


def _whom(leaflet: Leaflet, look: Look) -> Block:
    """Whom to ask about the meeting, and then 112, with the reason to call it."""
    emergency = CONTACT.emergency(leaflet, look, leaflet.phrases.meeting_call)
    beside = CONTACT.helper(leaflet, look) or _officer(leaflet, look)
    return Row((beside, emergency), (None, CALL_WIDTH), FOOT_GAP, align="fill", stretch=1)


def _officer(leaflet: Leaflet, look: Look) -> Block:
    officer, surface = leaflet.officer, look.palette.card
    if officer.number is None:
        return StampBox(leaflet.phrases.stamp, CONTACT.stamp, BLACK, CONTACT.radius, 4, 15)
    number = Text(officer.number, NUMBER, surface.accent)
    who = [words for words in (officer.name, officer.also or officer.hours) if words]
    ways = []
    for style in WHO:
        lines = (part for words in who for part in (3.4, Text(words, style, surface.text)))
        ways.append(parts.column(Text(leaflet.phrases.meeting_ask, ASK, surface.text), 4, number, *lines))
    return parts.box(FirstFit(tuple(ways)), surface, CONTACT.radius, (PAD, 2.6, PAD / 2, 2.6))


TEMPLATE = Template(
    "meeting",
    say("an invitation, also left blank to be filled in by hand"),
    (A4, A3),
    (60,),
    compose,
    whole=True,
    hangs=True,
)
