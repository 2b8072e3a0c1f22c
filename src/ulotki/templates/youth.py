"""The sheet for schools: a chat in which the swindler writes and you answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.leaflet import ACCUSED, STOP
from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Bubble, Disc, Fixed, Pad, Row, Rule, Spring, Text
from ulotki.paper import A4, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

AFTER_TITLE, AVATAR, BESIDE, AFTER_SPEAKER = 5.4, 13, 6, 4
RADIUS, BUBBLE_PAD, BUBBLE_RIM, TAIL, BUBBLE_GAP = 6.5, 8, 4.2, 5, 2.4
BAR_RADIUS, BAR_PAD, BAR_GAP = 7, (9, 7.2, 9, 7.2), 3.5
STEP_GAP = 4
RULE = 6.5

MESSAGE = display("Bold", 24, 30, SECOND_LOOK)
ANSWER = display("ExtraBold", 26, 31, SECOND_LOOK)
SLOGAN = display("ExtraBold", 34, 38, SECOND_LOOK)
LEAD = Style("Bold", 20, 25, SECOND_LOOK)
SENTENCE = Style("Regular", 20, 25, SECOND_LOOK)
STEPS = parts.Steps(parts.WALL_MARKS, gap=BESIDE, lead=LEAD, body=SENTENCE, between=3.4)
SMALL = parts.IMPRINT_LARGE
CONTACT = parts.wall(28, 44, 44, [((18, 28, 13.5), 4, 3.2)], named=False)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page: the chat, the slogan, three steps, and whom to call."""
    deed = look.palette.deed
    slogan = Text(leaflet.phrases.youth_rule, SLOGAN, deed.accent, align="centre")
    bar = parts.box(slogan, deed, BAR_RADIUS, BAR_PAD)
    steps = parts.listed(STEPS.compose(leaflet, look), STEP_GAP, Spring(), stretch=2)
    title, chat, apart = parts.WALL_TITLE.compose(leaflet, look), _chat(leaflet, look), (BAR_GAP, Spring())
    middle = (*apart, bar, *apart) if _accuses(leaflet) else apart
    foot = (Fixed(Rule(look.palette.ink, 2), RULE), _footer(leaflet, look), 0.9)
    return (parts.column(title, AFTER_TITLE, *chat, *middle, steps, Spring(), *foot),)


def _accuses(leaflet: Leaflet) -> bool:
    """Whether the one who writes is a swindler: nobody blocks and reports who reminds of a good deed."""
    return leaflet.message.mark in (ACCUSED, STOP)


def _chat(leaflet: Leaflet, look: Look) -> Iterator[Block | float]:
    """A bubble for each sentence of the swindler, and the answer."""
    voice, deed = look.palette.voice, look.palette.deed
    said = tuple(messages(leaflet.message.quote))
    picture = look.icons[ACCUSED if _accuses(leaflet) else leaflet.message.icon]
    mask = Disc(picture, AVATAR, look.palette.badge, share=0.74)
    yield Pad(parts.plain(leaflet.message.voice, parts.LABEL), left=AVATAR + BESIDE)
    yield AFTER_SPEAKER
    for words in said[:-1]:
        bubble = Bubble(Text(words, MESSAGE, voice.accent), voice, RADIUS, BUBBLE_PAD, BUBBLE_RIM)
        yield Pad(bubble, left=AVATAR + BESIDE)
        yield BUBBLE_GAP
    last = Bubble(Text(said[-1], MESSAGE, voice.accent), voice, RADIUS, BUBBLE_PAD, BUBBLE_RIM, TAIL)
    yield Row((mask, last), (AVATAR, None), BESIDE, align="bottom")
    yield BUBBLE_GAP
    words = parts.joined(leaflet.message.verdict, " ", leaflet.message.order)
    answer = parts.heading(words, ANSWER, look, ink=deed.accent)
    yield Bubble(answer, deed, RADIUS, BUBBLE_PAD, BUBBLE_RIM, TAIL, answer=True)


def messages(quote: Words) -> Iterator[Words]:
    """*quote* sentence by sentence, as far as its lines end with one; bubbles stand for its quotation marks."""
    runs: list[Run] = []
    for run in quote.runs:
        for index, text in enumerate(run.text.split("\n")):
            if index and runs and runs[-1].text.endswith((".", "!", "?", "…")):
                yield replace(quote, runs=tuple(runs))
                runs = []
            elif index:
                runs.append(Run(" "))
            if text := text.strip("„”“«»"):
                runs.append(replace(run, text=text))
    yield replace(quote, runs=tuple(runs))


def _footer(leaflet: Leaflet, look: Look) -> Block:
    """Whom to call, and the code where there is one."""
    contact = CONTACT.compose(leaflet, look)
    small = parts.imprint(leaflet, SMALL, together=leaflet.target is not None)
    return parts.coded(leaflet, look, contact, 4.5, small, purpose=False)


TEMPLATE = Template("youth", say("for schools, as a chat"), (A4,), (80,), compose, hangs=True)
