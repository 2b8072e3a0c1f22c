"""What came of a hand-over: what was written, and what is worth knowing then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.lines import EntryData
from ulotki.handout.recall import outdated
from ulotki.office import Outcome
from ulotki.office.facts import make_judge
from ulotki.office.hand_over_plan import HandOverPlan
from ulotki.workspace import Workspace, book
from ulotki.workspace.book import Book, WrittenEntries


@dataclass(frozen=True, slots=True)
class HandOverData:
    """folder: of the edition.  entries: what was written.  old: places where something that must come down still is."""

    folder: Path
    entries: tuple[EntryData, ...]
    old: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenHandOver:
    """What was written, entry by entry. old: places where something that must come down still is."""

    plan: HandOverPlan
    entries: tuple[LedgerEntry, ...]
    old: tuple[str, ...] = ()

    @property
    def data(self) -> HandOverData:
        """The entries."""
        rows = zip(self.entries, self.plan.bundles, strict=True)
        entries = tuple(EntryData.of(one, bundle.personal) for one, bundle in rows)
        return HandOverData(self.plan.final.folder, entries, self.old)


def outcome_of(workspace: Workspace, plan: HandOverPlan, known: Book, made: WrittenEntries) -> Outcome[WrittenHandOver]:
    """The outcome of a *plan* that was written down. known: the ledger as it was before.  made: its new entries."""
    asides = [say("nothing is ordered for {place}", place=id) for id in plan.skipped]
    value = WrittenHandOver(plan, made.entries, _places_with_old(workspace, plan))
    return Outcome(value, (*known.findings, *plan.findings), (*asides, *_notes(plan), *made.notes))


def _places_with_old(workspace: Workspace, plan: HandOverPlan) -> tuple[str, ...]:
    """The places of a plan where, beside what it brought, something is that must come down."""
    given = {(one.deed.place, piece.code) for one in plan.bundles for piece in one.deed.pieces}
    places = {place for place, _ in given}
    there = ledger.standings(book.read(workspace.folder).entries)
    beside = [one for one in there if one.there and one.place in places and (one.place, one.code) not in given]
    judge = make_judge(workspace, plan.library, max(one.deed.day for one in plan.bundles))
    return tuple(sorted({one.place for one in outdated(beside, judge)}))


def _notes(plan: HandOverPlan) -> Iterator[Say]:
    """That without consent nothing hangs, and that what was handed over may hang no longer."""
    if any(one.deed.consent is False for one in plan.bundles):
        yield say("without consent nothing hangs: on boards 0")
    days = [(piece.until, one.deed.day) for one in plan.bundles for piece in one.deed.pieces]
    if over := [until for until, day in days if until and until < day]:
        yield say("note: they may hang until {day} only, and that day is over", day=max(over))
