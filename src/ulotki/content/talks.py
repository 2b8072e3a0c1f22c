"""Fixed words of a talk for seniors and of lessons: the plan by minutes, the quiz, the evaluation sheet."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.talk_plan import Question, TalkPlan
from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A question about the meeting. answers: boxes to tick; () for lines to write on."""

    ask: Prose
    answers: tuple[Prose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLetter:
    """The letter that goes with the outline of a lesson. outline: its enclosure."""

    subject: Prose
    body: tuple[Prose, ...]
    school: Prose
    outline: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """The words that talks and lessons share.

    time: before the minutes.  group: a line to write on.  prepare … says: headings and heads of columns.  voices, play,
    quiet: of what swindlers say; quiet of a scam that is not played, whose ids are hushed.  aloud: before what all say;
    orders: an order of a leaflet → the same in the first person.  rule: before the rule.  quiz, tick, unsigned: of the
    sheet with statements.  answers: heading.  derived: a statement after the words of a swindler, derived_why: that it is wrong.
    ratings, rate: of the sheet of evaluation.  senior: the talk.  lesson: by age.
    """

    time: Prose
    minutes: Prose
    group: Prose
    prepare: Prose
    plan: Prose
    what: Prose
    says: Prose
    voices: Prose
    play: Prose
    quiet: Prose
    hushed: tuple[str, ...]
    aloud: Prose
    orders: Mapping[str, Prose]
    rule: Prose
    quiz: Prose
    tick: Prose
    unsigned: Prose
    yes: Prose
    no: Prose
    answers: Prose
    derived: Prose
    derived_why: Prose
    ratings: Prose
    rate: tuple[Rating, ...]
    question: tuple[Question, ...]
    letter: SchoolLetter
    senior: TalkPlan
    lesson: Mapping[str, TalkPlan]
