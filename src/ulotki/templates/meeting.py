"""The invitation to a meeting: day, hour and place in large letters, or lines to write them on by hand."""

from __future__ import annotations

from ulotki.content.leaflet import Invitation, Leaflet, Topic
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Pictogram, Row, Spring, Text
from ulotki.page.items import Role
from ulotki.paper import A3, A4, BOARD, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

MOST = 5
TITLE, TITLE_GAP, AFTER_TITLE = 34, 7, 6
WHEN, DAY, RADIUS, WHEN_GAP, WHEN_PAD, AFTER_WHEN = 80, 76, 8, 6, (8, 0, 4, 0), 8
LINES_PAD, LABEL, PITCH = (9, 0, 9, 9), 40, 21
TOPICS_GAP, TOPIC_ICON, TOPIC_LEFT, TOPIC_PITCH = 3.4, 9, 5, 12

HEADING = display("ExtraBold", 46, 50, SECOND_LOOK)
NUMERAL = Style("ExtraBold", 120, 124, BOARD)
MONTH = display("ExtraBold", 32, 36, SECOND_LOOK)
WEEKDAY = display("SemiBold", 28, 32, SECOND_LOOK)
HOUR = Style("ExtraBold", 60, 64, BOARD)
PLACE = display("Bold", 26, 31, SECOND_LOOK)
LABELS = Style("SemiBold", 24, 28, SECOND_LOOK)
ABOUT = display("ExtraBold", 24, 28, SECOND_LOOK)
FREE = Style("Bold", 22, 26, SECOND_LOOK)
SMALL = parts.IMPRINT_LARGE
CONTACT = parts.wall(27, 44, 44, [((18, 28, 13.5), 4, 3.2)])


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page of the invitation."""
    phrases, invitation = leaflet.phrases, leaflet.invitation
    title = parts.headline("groups", phrases.meeting_title, HEADING, look, TITLE, TITLE_GAP)
    when = _when(invitation, look) if invitation else _blank(leaflet, look)
    about = parts.heading(phrases.meeting_topics, ABOUT, look)
    topics = parts.listed(_topic(topic, look) for topic in leaflet.topics[:MOST])
    free = (2, Spring(), Text(phrases.meeting_free, FREE, look.palette.ink), 5, Spring())
    foot = (CONTACT.compose(leaflet, look), 4, parts.imprint(leaflet, SMALL), 1)
    return (parts.column(title, AFTER_TITLE, when, AFTER_WHEN, about, TOPICS_GAP, topics, *free, *foot),)


def _when(invitation: Invitation, look: Look) -> Block:
    """The sheet of a calendar beside hour and place."""
    paper, bar = look.palette.voice, look.palette.deed
    lines = (
        Text(invitation.weekday, WEEKDAY, paper.text, align="centre"),
        Text(invitation.number, NUMERAL, paper.accent, align="centre"),
        Text(invitation.month, MONTH, paper.text, align="centre"),
    )
    day = parts.box(parts.column(*parts.apart(lines, 6)), paper, RADIUS, height=WHEN)
    place = parts.column(Text(invitation.hour, HOUR, bar.accent), 9, Text(invitation.where, PLACE, bar.text))
    words = parts.box(place, bar, RADIUS, WHEN_PAD, WHEN)
    return Row((day, words), (DAY, None), WHEN_GAP, align="fill", stretch=2)


def _blank(leaflet: Leaflet, look: Look) -> Block:
    phrases, surface = leaflet.phrases, look.palette.voice
    labels = (phrases.meeting_day, phrases.meeting_hour, phrases.meeting_place)
    lines = parts.column(*parts.write_in(labels, phrases.blank_alt, LABELS, LABEL, PITCH, look, surface.text))
    return parts.box(lines, surface, RADIUS, LINES_PAD, WHEN, stretch=2)


def _topic(topic: Topic, look: Look) -> Block:
    picture = Pictogram(look.icons[topic.icon], TOPIC_ICON, look.palette.ink)
    row = parts.beside(picture, TOPIC_ICON, Text(topic.title, LABELS, BLACK, Role("body")), TOPIC_LEFT)
    return parts.item(Fixed(row, TOPIC_PITCH))


TEMPLATE = Template(
    "meeting",
    say("an invitation, also left blank to be filled in by hand"),
    (A4, A3),
    (60,),
    compose,
    whole=True,
    hangs=True,
)
