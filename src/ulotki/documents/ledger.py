"""The ledger as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ulotki.documents.table import csv_table
from ulotki.errors import Say, say
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, Cancelled, Deed, HandOver, HeldMeeting, Newer, Personal, TakenDown
from ulotki.handout.lines import KINDS, NEWER, Places, place_name

Tell = Callable[[Say], str]


def ledger_table(rows: Iterable[tuple[LedgerEntry, Personal | None]], known: Places, tell: Tell) -> bytes:
    """The ledger, a line for each piece of an entry. tell: says a sentence in the language of the reader."""
    heads = (
        *(say("entry"), say("day"), say("kind"), say("place id"), say("place name"), say("campaign"), say("edition")),
        *(say("code"), say("piece"), say("copies"), say("on boards"), say("until"), say("consent")),
        *(say("taken by"), say("telephone"), say("note"), say("group"), say("people"), say("topics"), say("written")),
        *(say("hash"), say("corrects or cancels")),
    )
    return csv_table(
        map(tell, heads), (line for one, personal in rows for line in _rows(one, personal or Personal(), known, tell))
    )


def _rows(one: LedgerEntry, who: Personal, known: Places, tell: Tell) -> Iterator[tuple[object, ...]]:
    """The lines of an entry, one for each piece of it."""
    deed = one.deed
    place = deed.place if isinstance(deed, Activity) else ""
    start = (one.seq, deed.day, tell(KINDS.get(one.kind, NEWER)), place, place_name(place, known))
    met = (deed.group, deed.people, ", ".join(deed.topics)) if isinstance(deed, HeldMeeting) else ("", "", "")
    about = deed.corrects if isinstance(deed, Activity) else deed.entry if isinstance(deed, Cancelled) else None
    end = (who.who, who.phone, who.note, *met, one.at, one.hash, about)
    for middle in _pieces(deed, tell):
        yield (*start, *middle, *end)


def _pieces(deed: Deed | Newer, tell: Tell) -> Iterator[tuple[object, ...]]:
    """What the columns from campaign to consent hold, a row for each piece."""
    match deed:
        case HandOver():
            consent = {None: "", True: tell(say("yes")), False: tell(say("no"))}[deed.consent]
            for one in deed.pieces:
                yield deed.campaign, deed.edition, one.code, one.title, one.copies, one.hung, one.until, consent
        case TakenDown():
            for gone in deed.pieces:
                yield "", gone.edition, gone.code, gone.name, gone.copies, gone.hung, "", ""
        case _:
            yield ("",) * 8
