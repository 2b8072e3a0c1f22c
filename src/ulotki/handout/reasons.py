"""Why a piece must come down, or why nobody can tell: as values, and in words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, assert_never

from ulotki.content.country import grouped
from ulotki.content.register import Register
from ulotki.content.state import State
from ulotki.content.unread import Unread
from ulotki.content.value import SECOND
from ulotki.errors import Say, say
from ulotki.frozen import dataclass

Cause = Literal["mark", "until", "value", "wrong", "edition", "unknown"]


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A value on a piece. label: whose it is.  stood: as it is printed.  says: what the register says, "" for nothing and
    for what does not hold: nobody is to dial it, and a second person is to read it elsewhere.

    state: of what the register says, None when it does not know the value at all.  same: whether that is what stood
    there.  until: the last day it holds, None for no bound.  torn: the register cannot be read there.
    """

    ref: str
    label: str
    stood: str
    says: str
    state: State | None
    same: bool
    until: datetime.date | None = None
    torn: bool = False

    @property
    def holds(self) -> bool:
        """Whether the printed value is still true."""
        return self.same and self.state is not None and self.state.holds


@dataclass(frozen=True, slots=True)
class WrongText:
    """A text that was wrong: as it was reviewed before the day, and what was wrong with it. title: of its swindle."""

    before: datetime.date
    why: str
    title: str = ""


WrongTexts = Mapping[tuple[str, str], WrongText | Unread]
"""(scam, language) → that its text was wrong once, or that nobody can read what its file says of that."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a piece must come down, or why nobody can tell.

    value: the one that is not true, or that the register cannot tell.  until: its last day.  mark: the word across it.
    wrong: what was wrong with its text, or with one that may stand on it.  edition: the code of the one that is recalled.
    folders: whose records cannot be read.  text: the file of a scam that cannot be read.
    """

    cause: Cause
    value: PrintedValue | None = None
    until: datetime.date | None = None
    mark: str = ""
    wrong: WrongText | None = None
    edition: str = ""
    folders: tuple[str, ...] = ()
    text: Unread | None = None


def printed_value(ref: str, text: str, register: Register, day: datetime.date) -> PrintedValue:
    """What became of the value *ref*, of which a piece says *text*."""
    known = register.values.get(ref.removesuffix(SECOND))
    if known is None:
        shown = grouped(text) if ref.startswith("number:") else text
        return PrintedValue(ref, "", shown, "", None, False, torn=register.torn(ref.removesuffix(SECOND)))
    shown = replace(known, value=text).printed
    first, second = known.on(day)
    for one in (first, second):
        if one is not None and one.same(text):
            return PrintedValue(ref, known.label, shown, one.printed, one.state(day), True, one.valid_until)
    state = first.state(day)
    return PrintedValue(ref, known.label, shown, first.printed if state.holds else "", state, False, first.valid_until)


def reason_sentence(reason: Reason, day: datetime.date) -> Say:
    """A sentence for *reason*."""
    match reason.cause:
        case "mark":
            return say("{mark} is printed across it: it was never meant to hang", mark=reason.mark)
        case "until":
            if reason.until and reason.until < day:
                return say("it was to hang until {until}, and that day is over", until=reason.until)
            return say("it is to hang until {until}", until=reason.until)
        case "value":
            assert reason.value is not None
            return value_sentence(reason.value, day)
        case "wrong":
            assert reason.wrong is not None
            wrong = {"day": reason.wrong.before, "why": reason.wrong.why}
            return say("its text was wrong until it was corrected on {day}: {why}", **wrong)
        case "edition":
            return say("it is of the edition {code}, which is recalled", code=reason.edition)
        case "unknown":
            return _unknown(reason)
        case _:
            assert_never(reason.cause)


def _unknown(reason: Reason) -> Say:
    if reason.value is not None:
        return say(
            "{stood} stands on it, and nobody can tell whether that still holds: numbers.toml cannot be read",
            stood=reason.value.stood,
        )
    if reason.text is not None:
        file = reason.text.findings[0].at.file if reason.text.findings else reason.text.id
        return say("nobody can tell whether its text was ever wrong: {file} cannot be read", file=file)
    if reason.wrong is not None:
        wrong = {"title": reason.wrong.title, "day": reason.wrong.before, "why": reason.wrong.why}
        return say(
            'an old record does not say whether "{title}" is on it; that text was wrong until {day}: {why}', **wrong
        )
    if not reason.folders:
        return say("no record says what stands on it: look at it")
    return say(
        "nobody can tell what stands on it, so look at it: {count} records cannot be read", count=len(reason.folders)
    )


def value_sentence(one: PrintedValue, day: datetime.date) -> Say:
    """A sentence about a printed value that is not true on *day*: what is printed, and what holds now."""
    whose: dict[str, object] = {"whose": one.label or one.ref, "stood": one.stood}
    match one.state:
        case None:
            return say("{whose}: {stood} stands on it, and the register does not know it any more", **whose)
        case State.MISSING:
            return say("{whose}: {stood} stands on it, and the register says nothing now", **whose)
        case state if state.holds:
            return say("{whose}: {stood} stands on it; on {day} it is {now}", **whose, day=day, now=one.says)
        case _ if not one.same:
            whose["day"] = day
            return say("{whose}: {stood} stands on it, and what the register says is not good on {day} either", **whose)
        case State.EARLY:
            return say("{whose}: {stood} stands on it, and its first day is still to come", **whose)
        case State.WITHDRAWN:
            return say("{whose}: {stood} stands on it, and somebody has withdrawn it", **whose)
        case State.UNCONFIRMED:
            return say("{whose}: {stood} stands on it, and no second person has confirmed it", **whose)
        case _:
            return say("{whose}: {stood} stands on it, and it does not hold on {day}", **whose, day=day)
