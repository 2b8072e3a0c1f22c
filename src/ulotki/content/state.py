"""The states that a value can have on a day, and what is written down besides: a confirmation, a withdrawal, the old value."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from ulotki.content.doc import Doc
from ulotki.frozen import dataclass


class State(StrEnum):
    """The state of a value on a day.

    MISSING: a box for a stamp or a pen is printed.  EARLY: its first day is later.  DUE: it holds and must be reviewed.
    """

    MISSING = "missing"
    EARLY = "early"
    UNCONFIRMED = "unconfirmed"
    GOOD = "good"
    DUE = "due"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def holds(self) -> bool:
        """Whether the value is true and may be printed without a mark. No other code decides this."""
        return self in (State.GOOD, State.DUE)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A second person's confirmation of a value."""

    value: Annotated[str, Doc("The value as the second person has typed it.")]
    by: Annotated[str, Doc("Who typed it.")]
    on: Annotated[datetime.date, Doc("When.")]
    source: Annotated[str, Doc("Where that person read it: a page of a public body, or a letter.")] = ""
    role: Annotated[
        str, Doc("What that person is, such as the head of the police post; beside the name, never in its place.")
    ] = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Somebody's word that a value must no longer be printed, for any day."""

    by: Annotated[str, Doc("Who withdrew it.")]
    on: Annotated[datetime.date, Doc("When.")]


@dataclass(frozen=True, slots=True)
class Before:
    """The value that held before and still holds until a day."""

    value: Annotated[str, Doc("The old value.")]
    until: Annotated[datetime.date, Doc("The last day on which it holds.")]
    set_by: Annotated[str, Doc("Who typed it.")] = ""
    confirmed: Annotated[Confirmed | None, Doc("The confirmation of a second person.")] = None
    set_as: Annotated[str, Doc("The value as that person typed it.")] = ""
