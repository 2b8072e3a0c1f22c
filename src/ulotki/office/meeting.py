"""Records a meeting that was held, as an entry of the ledger."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki.content.meetings import Planned
from ulotki.content.place_search import find_place
from ulotki.errors import Finding, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Deed, HeldMeeting, Personal
from ulotki.handout.lines import EntriesData, EntryData, Places
from ulotki.office import Outcome
from ulotki.office.answers import Doubtful, checked_group, checked_text, past_day
from ulotki.workspace import Workspace, book


@dataclass(frozen=True, slots=True)
class MeetingRequest:
    """A meeting to write down. topics: ids of scams.  place: a word that means one of ours, None for none.

    planned: the id of the planned meeting that it was; fields that are empty here are taken from it.  day, group: None
    for its own.  at: when it is written, UTC.  anyway: also when the ledger already says so.
    """

    day: datetime.date | None
    group: str | None
    people: int
    at: str
    topics: tuple[str, ...] = ()
    place: str | None = None
    note: str = ""
    anyway: bool = False
    planned: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenMeeting:
    """The entry of a meeting and its personal fields. places: by id."""

    made: LedgerEntry
    personal: Personal
    places: Places

    @property
    def data(self) -> EntriesData:
        """The entry."""
        return EntriesData((EntryData.of(self.made, self.personal),))


def write_meeting(workspace: Workspace, request: MeetingRequest, today: datetime.date) -> Outcome[WrittenMeeting]:
    """Write a meeting down. Raises Doubtful when the ledger already holds the same one, or when it was cancelled."""
    library = workspace.library()
    if request.planned is not None:
        request = _with_plan(request, pick("meeting", library.meetings, request.planned))
    if request.day is None or request.group is None:
        hint = say("say both, or name a planned meeting: ulotki meetings list")
        raise misused(say("a meeting was on a day and with a group"), hint)
    topics = tuple(dict.fromkeys(pick("scam", library.scams, word).id for word in request.topics))
    where = find_place(library.places, request.place) if request.place else ""
    day, group = past_day(request.day, today), checked_group(request.group)
    deed = HeldMeeting(day, group, request.people, topics, where, planned=request.planned or "")
    personal = Personal(note=checked_text(request.note))
    known = book.read(workspace.folder)

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        if not request.anyway:
            _refuse_second(deed, entries)
        return [(deed, personal)]

    written = book.append(workspace.folder, judge, request.at)
    return Outcome(WrittenMeeting(written.entries[0], personal, library.places), known.findings, written.notes)


def _with_plan(request: MeetingRequest, one: Planned) -> MeetingRequest:
    """*request* with what the planned meeting says. Raises Doubtful for a cancelled one."""
    if one.cancelled and not request.anyway:
        what = say("{id} was cancelled", id=one.id)
        raise Doubtful([Finding("ledger", what, say("say --anyway if it was held all the same"))])
    return replace(
        request,
        day=request.day or one.day,
        group=request.group or one.group,
        topics=request.topics or one.topics,
        place=request.place or one.place or None,
    )


def _refuse_second(deed: HeldMeeting, entries: tuple[LedgerEntry, ...]) -> None:
    """Raises Doubtful when that planned meeting, or one of that day with that group, is already written down."""
    for one in ledger.effects(entries):
        old = one.deed
        if not isinstance(old, HeldMeeting):
            continue
        same = (old.day, old.group.casefold()) == (deed.day, deed.group.casefold())
        if same or (deed.planned and old.planned == deed.planned):
            what = say("entry {number} already holds this meeting: {group}", number=one.seq, group=deed.group)
            hint = say("correct that one with ulotki ledger correct, or say --anyway")
            raise Doubtful([Finding("ledger", what, hint)])
