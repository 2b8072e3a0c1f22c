"""Corrects an entry of the ledger, by a new entry that refers to it."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki.edition.record import divided
from ulotki.errors import Finding, misused, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, Deed, Personal
from ulotki.handout.lines import EntryData, Places
from ulotki.office import Outcome
from ulotki.office.answers import checked_name, checked_text, past_day
from ulotki.office.corrected_deed import CorrectionRequest, corrected_deed
from ulotki.office.correction_doubts import new_doubts
from ulotki.office.ledger_lines import find_effect
from ulotki.workspace import Workspace, book, editions


@dataclass(frozen=True, slots=True)
class CorrectedData:
    """The new entry, and the number of the one that it corrects."""

    entries: tuple[EntryData, ...]
    corrects: int


@dataclass(frozen=True, slots=True)
class CorrectedEntry:
    """The new entry and its personal fields. number: of the entry that it corrects.  before: what counted so far.  places: by id."""

    made: LedgerEntry
    personal: Personal
    number: int
    before: Activity
    places: Places

    @property
    def data(self) -> CorrectedData:
        """The new entry."""
        return CorrectedData((EntryData.of(self.made, self.personal),), self.number)


def correct(workspace: Workspace, request: CorrectionRequest, today: datetime.date) -> Outcome[CorrectedEntry]:
    """Write an entry in the place of another, and warn of what is unlikely to be meant. Raises Misused where it cannot."""
    library = workspace.library()
    personal = Personal(who=checked_name(request.who or ""), note=checked_text(request.note or ""))
    past_day(request.day, today)
    known = book.read(workspace.folder)
    lying = [one.record for one in divided(editions.every(workspace.base))[0]]
    effects: list[ledger.Effect] = []
    odd: list[Finding] = []

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        effect = find_effect(entries, request.entry)
        said = replace(effect.said, corrects=effect.seq)
        deed = corrected_deed(said, request, library, entries, lying)
        if deed == said and not personal:
            what = say("entry {number} already says so", number=effect.seq)
            raise misused(what, say("name what was otherwise, such as --place or --copies"))
        effects.append(effect)
        odd.extend(new_doubts(effect, deed, entries, lying, library))
        return [(deed, personal)]

    written = book.append(workspace.folder, judge, request.at)
    value = CorrectedEntry(written.entries[0], personal, effects[-1].seq, effects[-1].said, library.places)
    return Outcome(value, (*known.findings, *odd), written.notes)
