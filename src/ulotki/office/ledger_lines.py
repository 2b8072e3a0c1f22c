"""The entries of the ledger: each with what became of it, and found by its number."""

from __future__ import annotations

from collections.abc import Sequence

from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger as counting
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, Personal
from ulotki.workspace.book import Book

WAY = say("ulotki ledger list shows the entries")


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """An entry with what is kept of people, None when that is nothing or forgotten.

    by: the entry that cancels it, or what it corrects, None for none.  corrected: the last that corrects it, None for none.
    """

    entry: LedgerEntry
    personal: Personal | None
    by: int | None = None
    corrected: int | None = None

    @property
    def forgotten(self) -> bool:
        """Whether it once said more of people than it does now."""
        return bool(self.entry.person) and not self.personal

    @property
    def place(self) -> str:
        """The id of the place that the entry is about, "" for none."""
        deed = self.entry.deed
        return deed.place if isinstance(deed, Activity) else ""


def ledger_lines(known: Book) -> tuple[LedgerLine, ...]:
    """The entries, each with what became of it."""
    people = known.people
    void = counting.cancellations(known.entries)
    last = {one.seq: one.entries[-1] for one in counting.effects(known.entries) if len(one.entries) > 1}
    first = counting.first_entries(known.entries)
    by = {number: void.get(number, void.get(root)) for number, root in first.items()}
    return tuple(LedgerLine(one, people.get(one.seq), by[one.seq], last.get(one.seq)) for one in known.entries)


def find_effect(entries: Sequence[LedgerEntry], number: int) -> counting.Effect:
    """What counts of entry *number*. Raises Misused when it holds nothing that can be corrected."""
    if not isinstance(find_entry(entries, number).deed, Activity):
        what = say("entry {number} holds nothing that can be corrected", number=number)
        raise misused(what, WAY)
    first = counting.first_entries(entries)[number]
    for one in counting.effects(entries):
        if one.seq == first:
            return one
    by = counting.cancellations(entries)[first]
    what = say("entry {number} was cancelled by entry {by}", number=first, by=by)
    raise misused(what, say("let it count again first: ulotki ledger cancel {by}", by=by))


def find_entry(entries: Sequence[LedgerEntry], number: int) -> LedgerEntry:
    """The entry with that number. Raises Misused when there is none."""
    return pick("entry", {str(one.seq): one for one in entries}, str(number))
