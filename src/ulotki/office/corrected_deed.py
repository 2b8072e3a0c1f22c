"""What an entry of the ledger says once it is corrected."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ulotki.content.place_search import find_place
from ulotki.edition.record import Record
from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Activity, GivenPiece, HandOver, HeldMeeting, TakenDown, TakenPiece
from ulotki.library import Undated
from ulotki.office.answers import checked_group, refuse_more_hung
from ulotki.office.ledger_lines import WAY


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


def corrected_deed(
    old: Activity, request: CorrectionRequest, library: Undated, entries: Sequence[LedgerEntry], lying: Sequence[Record]
) -> Activity:
    """*old* with what the request changes. Raises Misused for what such an entry does not hold. lying: records."""
    match old:
        case HandOver():
            _refuse_other_fields(request, *BUNDLE, "until", "consent", "who")
            return _bundle(old, request, library, lying)
        case TakenDown():
            _refuse_other_fields(request, *BUNDLE)
            where = _where(old, request, library)
            there = [one for one in ledger.standings(entries) if one.place == where["place"]]
            more = (TakenPiece(one.code, one.name, one.edition, 0, 0) for one in there)
            gone = tuple(replace(one, **_counts(one, request)) for one in _corrected_pieces(old.pieces, more, request))
            return replace(old, **where, pieces=gone)
        case HeldMeeting():
            _refuse_other_fields(request, "day", "place", "note", "group", "people", "topics")
            topics = request.topics
            return replace(
                old,
                **_where(old, request, library),
                group=old.group if request.group is None else checked_group(request.group),
                people=old.people if request.people is None else request.people,
                topics=old.topics if topics is None else tuple(pick("scam", library.scams, one).id for one in topics),
            )


BUNDLE = ("day", "place", "pieces", "copies", "hung", "note")


def _refuse_other_fields(request: CorrectionRequest, *fields: str) -> None:
    """Raises Misused when something is named that an entry of this kind does not hold."""
    empty = CorrectionRequest(0, "")
    asked = [one for one in CorrectionRequest.__slots__ if getattr(request, one) != getattr(empty, one)]
    if strange := [one for one in asked if one not in (*fields, "entry", "at")]:
        what = say("entry {number} holds no such thing: {names}", number=request.entry, names=", ".join(strange))
        raise misused(what, WAY)


def _where(old: Activity, request: CorrectionRequest, library: Undated) -> dict[str, Any]:
    place = find_place(library.places, request.place, [old.place]) if request.place else old.place
    return {"day": request.day or old.day, "place": place}


def _bundle(old: HandOver, request: CorrectionRequest, library: Undated, lying: Sequence[Record]) -> HandOver:
    consent = old.consent if request.consent is None else request.consent
    held = (one for record in lying if record.edition == old.edition for one in record.pieces)
    until = next((one.until for one in old.pieces), None)
    more = (GivenPiece(one.code, one.name, one.title, 0, 0, until) for one in held)
    pieces = _corrected_pieces(old.pieces, more, request)
    given = tuple(replace(one, **_counts(one, request), until=request.until or one.until) for one in pieces)
    return replace(old, **_where(old, request, library), pieces=given, consent=consent)


P = TypeVar("P", bound=GivenPiece | TakenPiece)


def _corrected_pieces(pieces: Sequence[P], more: Iterable[P], request: CorrectionRequest) -> tuple[P, ...]:
    """The pieces that the entry then holds; of *more* those with a number of copies. Raises Misused for others."""
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
    """The copies and those on boards: as the request says, else as they were."""
    said = {word: count for word, count in request.pieces if count is not None}
    copies = said.get(one.code, said.get(one.name, request.copies or one.copies))
    refuse_more_hung(request.hung, copies)
    return {"copies": copies, "hung": min(copies, one.hung if request.hung is None else request.hung)}
