"""The sheet for schools: a chat in which the swindler writes and you answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.leaflet import Leaflet, Told, ended
from ulotki.content.text import Run, Words
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import (
    Block,
    Bubble,
    Disc,
    Fixed,
    Gap,
    Pad,
    Panel,
    QrCode,
    Row,
    Rule,
    Spring,
    Stack,
    Tagged,
    Text,
)
from ulotki.page.items import Role
from ulotki.paper import A4, CARD, IMPRINT, SECOND_LOOK, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

YOUNG = frozenset({"youth", "child"})
CHILDREN = "number:dzieci"

TITLE, AFTER_TITLE, AVATAR, AFTER_SPEAKER = 17, 4, 13, 2
RADIUS, BUBBLE_PAD, BUBBLE_RIM, TAIL, BUBBLE_GAP = 6.5, 8, 4.2, 5, 2.4
BAR_RADIUS, BAR_PAD, BAR_RIM, BAR_GAP = 7, 9, 7.2, 3.5
COUNTER, ICON, BESIDE, LEAD_GAP, STEP_GAP = 13, 13, 6, 3.4, 4
RULE = 6.5
LEFT, CONTACT, EMERGENCY, HELPLINE, BOX_RADIUS = 132, 28, 44, 64, 5
MODULE, QUIET_ZONE, QUIET_UP = 1.44, 5.76, 2.4

KICKER = display("SemiBold", 20, 24, SECOND_LOOK)
HEADING = display("ExtraBold", 33, 36, SECOND_LOOK)
SPEAKER = Style("SemiBold", 20, 24, SECOND_LOOK)
MESSAGE = display("Bold", 24, 30, SECOND_LOOK)
ANSWER = display("ExtraBold", 26, 31, SECOND_LOOK)
SLOGAN = display("ExtraBold", 34, 38, SECOND_LOOK)
LEAD = Style("Bold", 20, 25, SECOND_LOOK)
BODY = Style("Regular", 20, 25, SECOND_LOOK)
COUNT = Style("ExtraBold", 22, 24, SECOND_LOOK)
BADGE = Style("ExtraBold", 21, 24, SECOND_LOOK)
CALL = Style("SemiBold", 20, 24, SECOND_LOOK)
EMERGENCY_NUMBER = Style("ExtraBold", 44, 48, SECOND_LOOK)
NUMBER = Style("ExtraBold", 28, 32, SECOND_LOOK)
OFFICER = Style("SemiBold", 20, 24, SECOND_LOOK)
HOST = Style("Bold", 16, 19, CARD)
PURPOSE = Style("SemiBold", 13.5, 16, CARD)
SMALL = Style("Regular", 12, 15, IMPRINT)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """The one page: the chat, the slogan, three steps, and whom to call."""
    steps = [_step(number, step, leaflet, look) for number, step in enumerate(leaflet.steps, 1)]
    between = (Gap(STEP_GAP), Spring())
    slogan = Text(leaflet.phrases.youth_rule, SLOGAN, look.palette.deed.accent, align="centre")
    return (
        Stack(
            (
                parts.title(leaflet, look, TITLE, 5, KICKER, HEADING),
                Gap(AFTER_TITLE),
                *_chat(leaflet, look),
                Gap(BAR_GAP),
                Spring(),
                Panel(Pad(slogan, BAR_PAD, BAR_RIM, BAR_PAD, BAR_RIM), look.palette.deed, BAR_RADIUS),
                Gap(BAR_GAP),
                Spring(),
                Tagged(Role("list"), Stack((steps[0], *between, steps[1], *between, steps[2]), stretch=2), stretch=2),
                Spring(),
                Fixed(Rule(look.palette.ink, 2), RULE),
                _footer(leaflet, look),
            )
        ),
    )


def _chat(leaflet: Leaflet, look: Look) -> Iterator[Block]:
    """A bubble for each sentence of the swindler, and the answer."""
    voice, deed = look.palette.voice, look.palette.deed
    said = tuple(messages(leaflet.quote))
    mask = Disc(look.icons["domino_mask"], AVATAR, look.palette.badge, share=0.74)
    yield Row((mask, Text(leaflet.voice, SPEAKER, BLACK)), (AVATAR, None), BESIDE, align="middle")
    yield Gap(AFTER_SPEAKER)
    for number, words in enumerate(said, 1):
        tail = TAIL if number == len(said) else 0.0
        bubble = Bubble(Text(words, MESSAGE, voice.accent), voice, RADIUS, BUBBLE_PAD, BUBBLE_RIM, tail)
        yield Pad(bubble, left=AVATAR + BESIDE)
        yield Gap(BUBBLE_GAP)
    answer = Text(parts.joined(leaflet.verdict, " ", leaflet.order), ANSWER, deed.accent, Role("heading", level=2))
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


def _step(number: int, step: Told, leaflet: Leaflet, look: Look) -> Block:
    words = Stack((Text(ended(step.lead), LEAD, BLACK), Gap(LEAD_GAP), Text(step.sentence, BODY, BLACK)))
    row = Row(
        (
            parts.counter(number, look, COUNTER, COUNT),
            Tagged(Role("body"), words),
            parts.pictogram(step.icon, leaflet, look, ICON, None, BADGE, right=True),
        ),
        (COUNTER, None, ICON * parts.WIDER),
        BESIDE,
        align="middle",
    )
    return Tagged(Role("item"), row)


def _footer(leaflet: Leaflet, look: Look) -> Block:
    """112 beside the children's line where the words name it, else beside the officer; the code where there is one."""
    phrases, target = leaflet.phrases, leaflet.target
    officer = parts.officer(leaflet, look, OFFICER, NUMBER, SMALL, SMALL, CONTACT, named=False)
    emergency = parts.emergency(leaflet, look, EMERGENCY_NUMBER, CALL, CONTACT, BOX_RADIUS)
    helpline = _helpline(leaflet, look)
    contact = Row((emergency, helpline or officer), (EMERGENCY, None), 5)
    small = parts.imprint(leaflet, SMALL, phrases.impostor, phrases.free)
    if target is None:
        three = Row((emergency, helpline, officer), (EMERGENCY, HELPLINE, None), 4) if helpline else contact
        return Stack((three, Gap(4.5), small, Gap(1)))
    purpose = Text(parts.joined(target.purpose, " ", target.host), PURPOSE, BLACK)
    left = Stack((contact, Gap(3.6), purpose, Gap(2.8), small))
    code = QrCode(target, MODULE, str(phrases.code_alt), outside=True)
    right = Pad(Stack((code, Gap(1), Pad(Text(target.host, HOST, BLACK), left=QUIET_ZONE))), top=-QUIET_UP)
    return Stack((Row((left, right), (LEFT, None), 1), Gap(1)))


def _helpline(leaflet: Leaflet, look: Look) -> Block | None:
    value = leaflet.values.get(CHILDREN)
    if value is None:
        return None
    surface = look.palette.card
    number = Text(Words((Run(value.printed, ref=value.ref),), value.at), NUMBER, surface.accent, align="centre")
    label = Text(leaflet.phrases.youth_line, OFFICER, surface.text, align="centre")
    return Panel(Fixed(Stack((label, Gap(4.4), number)), CONTACT), surface, BOX_RADIUS)


TEMPLATE = Template("youth", say("for schools, as a chat"), (A4,), (80,), compose)
