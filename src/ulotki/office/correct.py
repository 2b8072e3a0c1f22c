"""Corrects or cancels an entry of the ledger, by a new entry that refers to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ulotki.content.places import find_place, place_label
from ulotki.edition.record import Record, digest, divided
from ulotki.errors import Finding, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import (
    Accepted,
    Cancelled,
    Deed,
    Done,
    Forgotten,
    GivenPiece,
    HandOver,
    HeldMeeting,
    Newer,
    Personal,
    TakenDown,
    TakenPiece,
)
from ulotki.handout.doubts import LedgerState, hand_over_doubts
from ulotki.handout.lines import EntryData, Places
from ulotki.library import Undated
from ulotki.office import Outcome
from ulotki.office.answers import checked_group, checked_name, checked_text, past_day, refuse_more_hung
from ulotki.office.ledger import read_places
from ulotki.workspace import Workspace, book, editions

WAY = say("ulotki ledger list shows the entries")

AGAIN = say("when it is not meant so, correct the entry again")


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """What changes; None or () for what stays. entry: the number of the wrong one.  at: when the new one is written, UTC.

    pieces: codes or names, each with its copies, None for as they are: with one of these only the named ones stay.
    copies, hung, until: of each piece.  who, note: kept with the new entry; what the old one holds can be forgotten.
    """

    entry: int
    at: str
    day: datetime.date | None = None
    place: str | None = None
    pieces: tuple[tuple[str, int | None], ...] = ()
    copies: int | None = None
    hung: int | None = None
    until: datetime.date | None = None
    consent: bool | None = None
    who: str | None = None
    note: str | None = None
    group: str | None = None
    people: int | None = None
    topics: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CorrectedData:
    """The new entry, and the number of the one that it corrects."""

    entries: tuple[EntryData, ...]
    corrects: int


@dataclass(frozen=True, slots=True)
class CancelledData:
    """The new entry, and the number of the one that it cancels."""

    entries: tuple[EntryData, ...]
    cancels: int


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


@dataclass(frozen=True, slots=True)
class CancelledEntry:
    """The new entry. number: of what it cancels.  now: what counts in its place, None for nothing.  places: by id."""

    made: LedgerEntry
    number: int
    before: Deed | Newer
    now: Done | None
    places: Places

    @property
    def data(self) -> CancelledData:
        """The new entry."""
        return CancelledData((EntryData.of(self.made, None),), self.number)


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
        deed = _corrected_deed(said, request, library, entries, lying)
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


def cancel(workspace: Workspace, number: int, at: str, today: datetime.date) -> Outcome[CancelledEntry]:
    """Write that an entry says what did not happen. Raises Misused when there is nothing in it to cancel."""
    known = book.read(workspace.folder)

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        _cancellable(entries, number)
        return [(Cancelled(today, number), Personal())]

    written = book.append(workspace.folder, judge, at)
    entries = book.read(workspace.folder).entries
    before = entries[number - 1].deed
    now = next((one.said for one in ledger.effects(entries) if one.seq == ledger.first_entries(entries)[number]), None)
    value = CancelledEntry(written.entries[0], number, before, now, read_places(workspace)[0])
    return Outcome(value, known.findings, written.notes)


def _effect(entries: Sequence[LedgerEntry], number: int) -> ledger.Effect:
    """What counts of entry *number*. Raises Misused when it holds nothing that can be corrected."""
    deed = _entry(entries, number).deed
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


def _cancellable(entries: Sequence[LedgerEntry], number: int) -> None:
    deed = _entry(entries, number).deed
    if isinstance(deed, Forgotten | Accepted | Newer):
        what = say("entry {number} cannot be cancelled", number=number)
        raise misused(what, WAY)
    if by := ledger.cancellations(entries).get(number):
        what = say("entry {number} was cancelled by entry {by}", number=number, by=by)
        raise misused(what, say("let it count again: ulotki ledger cancel {by}", by=by))


def _entry(entries: Sequence[LedgerEntry], number: int) -> LedgerEntry:
    return pick("entry", {str(one.seq): one for one in entries}, str(number))


def _corrected_deed(
    said: Done, request: CorrectionRequest, library: Undated, entries: Sequence[LedgerEntry], lying: Sequence[Record]
) -> Done:
    """*said* with what the request says otherwise. lying: records of editions.

    Raises Misused for what such an entry does not hold.
    """
    match said:
        case HandOver():
            _refuse_other_fields(request, *BUNDLE, "until", "consent", "who")
            return _bundle(said, request, library, lying)
        case TakenDown():
            _refuse_other_fields(request, *BUNDLE)
            where = _where(said, request, library)
            there = [one for one in ledger.standings(entries) if one.place == where["place"]]
            more = (TakenPiece(one.code, one.name, one.edition, 0, 0) for one in there)
            gone = tuple(replace(one, **_counts(one, request)) for one in _corrected_pieces(said.pieces, more, request))
            return replace(said, **where, pieces=gone)
        case HeldMeeting():
            _refuse_other_fields(request, "day", "place", "note", "group", "people", "topics")
            return _meeting(said, request, library)


BUNDLE = ("day", "place", "pieces", "copies", "hung", "note")


def _refuse_other_fields(request: CorrectionRequest, *fields: str) -> None:
    """Raises Misused when something is named that an entry of this kind does not hold."""
    empty = CorrectionRequest(0, "")
    asked = [one for one in CorrectionRequest.__slots__ if getattr(request, one) != getattr(empty, one)]
    if strange := [one for one in asked if one not in (*fields, "entry", "at")]:
        what = say("entry {number} holds no such thing: {names}", number=request.entry, names=", ".join(strange))
        raise misused(what, WAY)


def _where(said: Done, request: CorrectionRequest, library: Undated) -> dict[str, Any]:
    place = find_place(library.places, request.place, [said.place]) if request.place else said.place
    return {"day": request.day or said.day, "place": place}


def _meeting(said: HeldMeeting, request: CorrectionRequest, library: Undated) -> HeldMeeting:
    topics = request.topics
    return replace(
        said,
        **_where(said, request, library),
        group=said.group if request.group is None else checked_group(request.group),
        people=said.people if request.people is None else request.people,
        topics=said.topics if topics is None else tuple(pick("scam", library.scams, one).id for one in topics),
    )


def _bundle(said: HandOver, request: CorrectionRequest, library: Undated, lying: Sequence[Record]) -> HandOver:
    consent = said.consent if request.consent is None else request.consent
    held = (one for record in lying if record.edition == said.edition for one in record.pieces)
    until = next((one.until for one in said.pieces), None)
    more = (GivenPiece(one.code, one.name, one.title, 0, 0, until) for one in held)
    given = tuple(
        replace(one, **_counts(one, request), until=request.until or one.until)
        for one in _corrected_pieces(said.pieces, more, request)
    )
    return replace(said, **_where(said, request, library), pieces=given, consent=consent)


P = TypeVar("P", bound=GivenPiece | TakenPiece)


def _corrected_pieces(pieces: Sequence[P], more: Iterable[P], request: CorrectionRequest) -> tuple[P, ...]:
    """The pieces that the entry holds then. more: others it may hold, once somebody says how many.

    Raises Misused for one that is none of either.
    """
    others = {one.code: one for one in more if one.code not in {own.code for own in pieces}}
    known = {word: one for one in (*others.values(), *pieces) for word in (one.code, one.name)}
    asked = {pick("piece", known, word).code: count for word, count in request.pieces}
    if lacking := [code for code, count in asked.items() if count is None and code in others]:
        what = say("entry {number} holds no such piece: {names}", number=request.entry, names=", ".join(lacking))
        raise misused(what, say("say how many it was: --piece CODE=N"))
    alone = any(count is None for count in asked.values())
    kept = (one for one in pieces if asked.get(one.code) != 0 and (one.code in asked or not alone))
    return (*kept, *(others[code] for code, count in asked.items() if count and code in others))


def _counts(one: P, request: CorrectionRequest) -> dict[str, Any]:
    """Copies and those on boards, as they were or as they are said."""
    said = {word: count for word, count in request.pieces if count is not None}
    copies = said.get(one.code, said.get(one.name, request.copies or one.copies))
    refuse_more_hung(request.hung, copies)
    return {"copies": copies, "hung": min(copies, one.hung if request.hung is None else request.hung)}
