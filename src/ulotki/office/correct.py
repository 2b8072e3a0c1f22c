"""Corrects or cancels an entry of the ledger, by a new entry that refers to it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from ulotki.content.places import place_label
from ulotki.edition.record import Record, digest, divided
from ulotki.errors import Finding, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Deed, Done, HandOver, Personal
from ulotki.handout.doubts import LedgerState, hand_over_doubts
from ulotki.handout.lines import EntryData, Places
from ulotki.library import Undated
from ulotki.office import Outcome
from ulotki.office.answers import checked_name, checked_text, past_day
from ulotki.office.corrected_deed import WAY, CorrectionRequest, corrected_deed
from ulotki.workspace import Workspace, book, editions

AGAIN = say("when it is not meant so, correct the entry again")


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
    before: Done
    places: Places

    @property
    def data(self) -> CorrectedData:
        """The new entry."""
        return CorrectedData((EntryData.of(self.made, self.personal),), self.number)


def correct(workspace: Workspace, request: CorrectionRequest, today: datetime.date) -> Outcome[CorrectedEntry]:
    """Write an entry that stands in the place of another, and warn of what is unlikely to be meant.

    Raises Misused when that cannot be corrected so.
    """
    library = workspace.library()
    personal = Personal(who=checked_name(request.who or ""), note=checked_text(request.note or ""))
    past_day(request.day, today)
    known = book.read(workspace.folder)
    lying = [one.record for one in divided(editions.every(workspace.base))[0]]
    effects: list[ledger.Effect] = []
    odd: list[Finding] = []

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        effect = _effect(entries, request.entry)
        said = replace(effect.said, corrects=effect.seq)
        deed = corrected_deed(said, request, library, entries, lying)
        if deed == said and not personal:
            what = say("entry {number} already says so", number=effect.seq)
            raise misused(what, say("name what was otherwise, such as --place or --copies"))
        effects.append(effect)
        odd.extend(_new_doubts(effect, deed, entries, lying, library))
        return [(deed, personal)]

    written = book.append(workspace.folder, judge, request.at)
    value = CorrectedEntry(written.entries[0], personal, effects[-1].seq, effects[-1].said, library.places)
    return Outcome(value, (*known.findings, *odd), written.notes)


def _new_doubts(
    effect: ledger.Effect, deed: Done, entries: Sequence[LedgerEntry], lying: Sequence[Record], library: Undated
) -> tuple[Finding, ...]:
    """What is odd about *deed*, beside what the other entries say, and was not odd already about what it corrects."""
    before = effect.said
    if not (isinstance(deed, HandOver) and isinstance(before, HandOver)):
        return ()
    records = [one for one in lying if (one.campaign, one.edition) == (deed.campaign, deed.edition)]
    record = next((one for one in records if digest(one) == deed.digest), records[-1] if records else None)
    if record is None:  # nobody knows what was ordered
        return ()
    others = LedgerState.of([one for one in entries if one.seq not in effect.entries])
    where = place_label(deed.place, library.places)

    def odd(said: HandOver) -> tuple[Finding, ...]:
        over = max((one.until for one in said.pieces if one.until), default=None)
        return tuple(hand_over_doubts(said, record, others, over, where))

    known = odd(before) if before.place == deed.place else ()
    return tuple(replace(one, hint=AGAIN, grave=False) for one in odd(deed) if one not in known)


def _effect(entries: Sequence[LedgerEntry], number: int) -> ledger.Effect:
    """What counts of entry *number*. Raises Misused when it holds nothing that can be corrected."""
    deed = find_entry(entries, number).deed
    if not isinstance(deed, Done):
        what = say("entry {number} holds nothing that can be corrected", number=number)
        raise misused(what, WAY)
    first = ledger.first_entries(entries)[number]
    for one in ledger.effects(entries):
        if one.seq == first:
            return one
    by = ledger.cancellations(entries)[first]
    what = say("entry {number} was cancelled by entry {by}", number=first, by=by)
    raise misused(what, say("let it count again first: ulotki ledger cancel {by}", by=by))


def find_entry(entries: Sequence[LedgerEntry], number: int) -> LedgerEntry:
    """The entry with that number. Raises Misused when there is none."""
    return pick("entry", {str(one.seq): one for one in entries}, str(number))
