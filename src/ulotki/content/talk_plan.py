"""What a talk or a lesson consists of: its parts, the statements of its quiz."""

from __future__ import annotations

from ulotki.content.scam import Audience
from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A part of a talk. minutes: how long.  do: what the speaker does.  say: sentences said aloud."""

    minutes: int
    title: Prose
    do: tuple[Prose, ...] = ()
    say: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A statement of a quiz. scam: what it is about, "" for any.  right: whether it is true.  why: the reason."""

    scam: str = ""
    says: Prose
    right: bool
    why: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPlan:
    """What a talk or a lesson consists of. audiences: whose scams are told.  usual: scams where no campaign orders any.

    always: statements of every quiz.
    """

    title: Prose
    audiences: tuple[Audience, ...]
    usual: tuple[str, ...]
    prepare: tuple[Prose, ...]
    step: tuple[Step, ...]
    always: tuple[Question, ...]
