"""What must come down: every piece that is out and no longer holds, place by place, and what takes its place.

The ledger knows what is where, the records what stands on it, the register what holds today. Nothing is guessed: a piece
whose record is gone is named, so that somebody looks at it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ulotki.content.register import SECOND, Register
from ulotki.edition.record import Edition, Entry
from ulotki.errors import Say, say
from ulotki.handout import chain, ledger, verify
from ulotki.handout.ledger import Standing
from ulotki.handout.verify import Stood

Cause = Literal["value", "until", "replaced", "edition", "unknown"]

# What is wrong


@dataclass(frozen=True, slots=True)
class Ask:
    """What alone is recalled; nothing said: all that is wrong. refs: these values, where they are no longer true.

    editions: all of these, by code.  before: what was to hang until a day before this one.
    """

    refs: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    before: datetime.date | None = None

    @property
    def all(self) -> bool:
        """Whether nothing was named."""
        return not (self.refs or self.editions or self.before)


EVERYTHING = Ask()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a piece must come down. value: the one that is not true.  until: the day that is over.

    code: of the piece that took its place, or of the edition that is recalled.
    """

    cause: Cause
    value: Stood | None = None
    until: datetime.date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Bring:
    """The piece to bring instead. copies: none when it is there already."""

    code: str
    title: str
    copies: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A piece at a place that must come down. entry: what its record says, None when that is gone."""

    standing: Standing
    entry: Entry | None
    reasons: tuple[Reason, ...]
    bring: Bring | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A place to go to, and what to take away there."""

    place: str
    wrong: tuple[Wrong, ...]

    @property
    def copies(self) -> int:
        """To take away in all."""
        return sum(one.standing.there for one in self.wrong)

    @property
    def hung(self) -> int:
        """Those of them on boards."""
        return sum(one.standing.hanging for one in self.wrong)


def recalled(
    entries: Iterable[chain.Entry],
    editions: Sequence[Edition],
    register: Register,
    day: datetime.date,
    ask: Ask = EVERYTHING,
) -> tuple[Visit, ...]:
    """Where something wrong is on *day*: the place with most on its boards first. editions: drafts, then the oldest first."""
    judge = _Judge(editions, register, day, ask)
    out = [one for one in ledger.hanging(entries) if one.there or one.hanging]
    lying = {(one.place, one.code): one.there for one in out}
    found: dict[str, list[Wrong]] = {}
    for one in out:
        entry = next(iter(verify.pieces(one.code, editions)), None)
        if reasons := tuple(judge.reasons(one, entry)):
            bring = judge.bring(one, reasons, lying)
            found.setdefault(one.place, []).append(Wrong(one, entry, reasons, bring))
    visits = (
        Visit(
            place, tuple(sorted(wrong, key=lambda one: (-one.standing.hanging, one.standing.title, one.standing.code)))
        )
        for place, wrong in found.items()
    )
    return tuple(sorted(visits, key=lambda visit: (-visit.hung, -visit.copies, visit.place)))


def values(editions: Iterable[Edition], register: Register) -> frozenset[str]:
    """The refs of all values that a recall can be about: of the register, and of what was ever printed."""
    printed = (ref for edition in editions for file in edition.record.files for ref in file.values)
    return frozenset(ref.removesuffix(SECOND) for ref in (*register.values, *printed))


class _Judge:
    """Says of a piece whether it must come down, and what takes its place."""

    def __init__(self, editions: Sequence[Edition], register: Register, day: datetime.date, ask: Ask) -> None:
        self.newest = {edition.record.campaign: edition.record for edition in editions if not edition.draft}
        self.register = register
        self.day = day
        self.ask = ask
        self.known: dict[tuple[str, str], Stood] = {}

    def reasons(self, one: Standing, entry: Entry | None) -> Iterator[Reason]:
        """All that is wrong with a piece at a place, as far as was asked."""
        ask = self.ask
        if entry is None and (ask.all or ask.refs):
            yield Reason("unknown")
        for value in self.untrue(entry) if entry else ():
            if ask.all or value.ref.removesuffix(SECOND) in ask.refs:
                yield Reason("value", value=value)
        last = min((day for day in (one.until, _until(entry)) if day), default=None)
        limit = self.day if ask.all else ask.before
        if last and limit and last < limit:
            yield Reason("until", until=last)
        if ask.all and (newer := self.successor(one)) and newer.code != one.code:
            yield Reason("replaced", code=newer.code)
        if one.edition in ask.editions:
            yield Reason("edition", code=one.edition)

    def untrue(self, entry: Entry) -> Iterator[Stood]:
        """The values on a piece that are no longer true."""
        for ref, text in sorted(entry.values.items()):
            if text and (ref, text) not in self.known:
                self.known[ref, text] = verify.stood(ref, text, self.register, self.day)
            if text and not self.known[ref, text].holds:
                yield self.known[ref, text]

    def successor(self, one: Standing) -> Entry | None:
        """The piece of that name in the newest edition of its campaign."""
        record = self.newest.get(one.campaign)
        return next((file for file in record.pieces if file.name == one.name), None) if record else None

    def bring(self, one: Standing, reasons: Sequence[Reason], lying: Mapping[tuple[str, str], int]) -> Bring | None:
        """What takes its place: of its own campaign, or else of the newest other one that orders it for the place."""
        own = self.successor(one)
        records = sorted(self.newest.values(), key=lambda record: record.day, reverse=True)
        others = (file for record in records for file in record.pieces if file.name == one.name)
        ordered = (file for file in others if dict(file.places).get(one.place))
        anew = {reason.cause for reason in reasons} == {"edition"} and not any(
            record.edition in self.ask.editions and record.campaign == one.campaign for record in records
        )
        for file in (*((own,) if own else ()), *ordered):
            if (file.code != one.code or anew) and self.good(file):
                copies = dict(file.places).get(one.place) or one.there or one.hanging
                there = lying.get((one.place, file.code), 0) if file.code != one.code else 0
                return Bring(file.code, file.title, max(0, copies - there))
        return None

    def good(self, entry: Entry) -> bool:
        """Whether a piece may hang on the day."""
        last = _until(entry)
        return not entry.mark and not (last and last < self.day) and not any(self.untrue(entry))


def _until(entry: Entry | None) -> datetime.date | None:
    return datetime.date.fromisoformat(entry.until) if entry and entry.until else None


def why(reason: Reason, day: datetime.date) -> Say:
    """*reason* as a sentence."""
    match reason.cause:
        case "value":
            assert reason.value is not None
            return verify.why(reason.value, day)
        case "until":
            if reason.until and reason.until < day:
                return say("it was to hang until {until}, and that is over", until=reason.until)
            return say("it is to hang until {until}", until=reason.until)
        case "replaced":
            return say("a newer one has taken its place")
        case "edition":
            return say("it is of the edition {code}, which is recalled", code=reason.code)
        case "unknown":
            return say("no record says what stands on it: look at it")
