"""The parts of a finished leaflet: values with words alone, which templates place. Nothing is left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ulotki.content.phrases import Phrases
from ulotki.content.scam import Channel
from ulotki.content.state import State
from ulotki.content.text import Words
from ulotki.content.value import Value
from ulotki.errors import Where
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """A step or a sign, told."""

    lead: Words
    sentence: Words
    icon: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where the code leads: what is encoded, what is printed beside it, what for; mask as in the register."""

    payload: str
    host: Words
    purpose: Words
    mask: int | None


@dataclass(frozen=True, slots=True)
class Contact:
    """The dzielnicowy as the register has them; None for what nobody has given yet: a box for a stamp or a pen.

    also: his old number with its last day, while two numbers hold.
    """

    number: Words | None
    name: Words | None
    hours: Words | None
    also: Words | None = None


@dataclass(frozen=True, slots=True)
class RescueRow:
    """One thing to do when it has happened. thing: what stands large beside its words.

    kind: whether that is a number to call, the label of a field to write one in, words to copy on a white slip, or words
    as large as a number.
    """

    words: Words
    kind: Literal["number", "write", "slip", "large"]
    thing: Words


@dataclass(frozen=True, slots=True)
class Small:
    """A small card."""

    lead: Words
    text: Words


@dataclass(frozen=True, slots=True)
class Rescue:
    """The box for people who were cheated. comfort: None when its author gives none.  pair: two small cards, or none."""

    title: Words
    comfort: Words | None
    rows: tuple[RescueRow, ...]
    pair: tuple[Small, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A swindle in a line, on a piece about several. title: a noun phrase."""

    title: Words
    order: Words
    summary: Words
    icon: str


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A hard word of the glossary, told. read: how it sounds, None when as written."""

    word: Words
    read: Words | None
    meaning: Words


@dataclass(frozen=True, slots=True)
class Invitation:
    """When and where people meet, in the pieces that a poster sets large. weekday, month: in words."""

    weekday: Words
    number: Words
    month: Words
    hour: Words
    where: Words


@dataclass(frozen=True, slots=True)
class Message:
    """What is said about one scam.

    icon: its pictogram.  mark: the pictogram beside the verdict.  quote: the author's lines joined by line breaks, in
    quotation marks.  steps: what to do.  signs: how to recognise it.  write_in: labels of lines to write a number on.
    """

    title: Words
    kicker: Words
    voice: Words
    quote: Words
    verdict: Words
    order: Words
    steps: tuple[ToldPoint, ...]
    signs: tuple[ToldPoint, ...]
    signs_title: Words
    rule: Words
    story: Words
    aftermath: tuple[Words, ...]
    write_in: tuple[Words, ...]
    icon: str
    mark: str


@dataclass(frozen=True, slots=True)
class Help:
    """Whom to call.

    emergency: 112.  number: the number that helps, None when none does; no other is larger.  call: the reason to call it,
    or 112 when none helps.  always: lines that stand on every piece.  gone: for people who were cheated.
    """

    emergency: Words
    number: Words | None
    call: Words
    always: tuple[Words, ...]
    gone: Rescue


@dataclass(frozen=True, slots=True)
class Imprint:
    """The small print. author: whom the file names.  issuer, until: None when that is not said.

    until: the last day it may hang.  also: a line for each other number on it that is changing, with the old one that
    still holds.  code: the slot that the seal fills.
    """

    author: str
    issuer: Words | None
    until: Words | None
    also: tuple[Words, ...]
    code: Words


@dataclass(frozen=True, slots=True)
class Extra:
    """What only some templates print: several scams, a text to read out in church, a glossary, a meeting."""

    topics: tuple[Topic, ...]
    appeal: tuple[Words, ...]
    terms: tuple[ExplainedTerm, ...]
    invitation: Invitation | None


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Everything a template may put on paper.

    name: of the piece, as its file says.  channel: how the swindler comes.
    values: every value by ref.  states: the state of each on the day.
    """

    id: str
    lang: str
    channel: Channel
    name: str
    audiences: tuple[str, ...]
    message: Message
    help: Help
    officer: Contact
    target: Target | None
    extra: Extra
    imprint: Imprint
    phrases: Phrases[Words]
    values: Mapping[str, Value]
    states: Mapping[str, State]
    at: Where

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The refs of the values on it that are not good: what carries one is marked."""
        return tuple(ref for ref, state in self.states.items() if not state.holds)

    @property
    def links(self) -> Mapping[str, str]:
        """Where the numbers and addresses on it lead who clicks them, by ref: to the register's value, nowhere else."""
        return {ref: value.link for ref, value in self.values.items() if value.link}
