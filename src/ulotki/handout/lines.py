"""Entries of the ledger, and pieces that are still at places: in words, and as data for JSON."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from ulotki.content.places import Place
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout import deeds
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.ledger import Standing
from ulotki.values import filled

Places = Mapping[str, Place]

NEWER = say("of a newer program")

KINDS: Mapping[str, Say] = {
    deeds.HandOver.kind: say("handed over"),
    deeds.TakenDown.kind: say("taken down"),
    deeds.HeldMeeting.kind: say("meeting"),
    deeds.Forgotten.kind: say("forgotten"),
    deeds.Cancelled.kind: say("cancelled"),
    deeds.Accepted.kind: say("accepted"),
}


def join(parts: Iterable[object], between: str = ", ") -> Say:
    """*parts* as one sentence, one after the other."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Say(between.join(f"{{{name}}}" for name in values), tuple(values.items()))


def place_name(place: str, known: Places) -> str:
    """A place as people call it."""
    return known[place].name if place in known else place


def with_number(seq: int, line: Say) -> Say:
    """*line* with the number of its entry."""
    return join((say("entry {number}", number=seq), line), ": ")


def numbered_line(made: LedgerEntry, known: Places, personal: deeds.Personal | None = None) -> Say:
    """An entry that was made, with its number."""
    return with_number(made.seq, entry_line(made.deed, personal, known))


def entry_line(deed: deeds.Deed | deeds.Newer, personal: deeds.Personal | None, known: Places) -> Say:
    """What an entry says, with what it says of people."""
    found = _deed_line(deed, personal or deeds.Personal(), known)
    if isinstance(deed, deeds.Activity) and deed.corrects is not None:
        found = say("in the place of entry {number}: {line}", number=deed.corrects, line=found)
    return join((found, personal.note)) if personal and personal.note else found


def _deed_line(deed: deeds.Deed | deeds.Newer, personal: deeds.Personal, known: Places) -> Say:
    match deed:
        case deeds.HandOver():
            return hand_over_line(deed, known, personal)
        case deeds.TakenDown():
            return taken_down_line(deed, known)
        case deeds.HeldMeeting():
            who = say("{group}: people {count}", group=deed.group, count=deed.people)
            return join((who, *([place_name(deed.place, known)] if deed.place else []), *deed.topics))
        case deeds.Forgotten():
            return say("personal data of entries {numbers}", numbers=", ".join(map(str, deed.entries)))
        case deeds.Cancelled():
            return say("entry {number}", number=deed.entry)
        case deeds.Accepted():
            what = say("a ledger of {count} entries was given up: {head}", count=deed.length, head=deed.head[:12])
            return join((what, *([personal.who] if personal.who else [])))
        case deeds.Newer():
            return join((deed.word,))


def hand_over_line(deed: deeds.HandOver, known: Places, personal: deeds.Personal) -> Say:
    """A hand-over as one line."""
    until = {one.until for one in deed.pieces}
    day = until.pop() if len(until) == 1 else None
    place = place_name(deed.place, known)
    parts = [say("{place}: pieces {pieces}, copies {copies}, on boards {hung}", place=place, **piece_sums(deed))]
    parts.append(say("edition {edition}", edition=deed.edition))
    if day:
        parts.append(say("until {day}", day=day))
    if personal.who:
        parts.append(say("taken by {who}", who=personal.who))
    if deed.consent is not None:
        parts.append(say("with consent") if deed.consent else say("without consent"))
    return join(parts)


def piece_sums(deed: deeds.HandOver | deeds.TakenDown) -> dict[str, int]:
    """Pieces, copies and those on boards."""
    return {
        "pieces": len(deed.pieces),
        "copies": sum(one.copies for one in deed.pieces),
        "hung": sum(one.hung for one in deed.pieces),
    }


def taken_down_line(deed: deeds.TakenDown, known: Places) -> Say:
    """What was taken away, as one line."""
    counts = piece_sums(deed)
    return say(
        "{place}: taken away pieces {pieces}, copies {copies}",
        place=place_name(deed.place, known),
        pieces=counts["pieces"],
        copies=counts["copies"],
    )


def standing_line(one: Standing) -> Say:
    """What is still at a place, as one line."""
    what = say("still there: {title} – {name} ({code}), copies {copies}, on boards {hung}", **one.told)
    return join((what, *([say("until {day}", day=one.until)] if one.until else [])))


@dataclass(frozen=True, slots=True)
class StandingData:
    """What is still at a place; see `Standing`. there: copies.  hanging: those on boards.  stale: whether it should come down."""

    place: str
    code: str
    name: str
    title: str
    campaign: str
    edition: str
    until: datetime.date | None
    copies: int
    hung: int
    taken: int
    down: int
    entries: tuple[int, ...]
    there: int
    hanging: int
    stale: bool | None = None

    @classmethod
    def of(cls, one: Standing, *, stale: bool | None = None) -> StandingData:
        """*one* as data. stale: None when nobody has asked."""
        return filled(cls, one, stale=stale)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryData:
    """An entry: its number, when it was written, what was done on which day, and what is kept of people.

    What an entry of its kind does not have is None: a hand-over has a place, a campaign, an edition, pieces and consent; a
    meeting a group, people, topics and the id of the planned meeting. digest, content: of the record that it is bound to.
    corrects, cancels: another entry.  entries: of which personal fields were forgotten.  length, head: of a ledger that was
    given up.  word: a kind of a newer program.  unknown: fields of a newer program.  cancelled_by, corrected_by: later entries.
    """

    entry: int
    at: str
    kind: str
    day: datetime.date
    place: str | None = None
    campaign: str | None = None
    edition: str | None = None
    pieces: tuple[deeds.GivenPiece | deeds.TakenPiece, ...] | None = None
    consent: bool | None = None
    digest: str | None = None
    content: str | None = None
    corrects: int | None = None
    group: str | None = None
    people: int | None = None
    topics: tuple[str, ...] | None = None
    planned: str | None = None
    entries: tuple[int, ...] | None = None
    cancels: int | None = None
    length: int | None = None
    head: str | None = None
    word: str | None = None
    who: str
    phone: str
    note: str
    forgotten: bool
    hash: str
    unknown: tuple[str, ...]
    cancelled_by: int | None = None
    corrected_by: int | None = None

    @classmethod
    def of(
        cls, one: LedgerEntry, personal: deeds.Personal | None, by: int | None = None, corrected: int | None = None
    ) -> EntryData:
        """*one* as data, with what is kept of people. by, corrected: the entries that cancel and correct it."""
        deed: dict[str, Any] = {item.name: getattr(one.deed, item.name) for item in fields(one.deed)}
        if isinstance(one.deed, deeds.Cancelled):
            deed["cancels"] = deed.pop("entry")
        return cls(
            entry=one.seq,
            at=one.at,
            kind=one.kind,
            **deed,
            **asdict(personal or deeds.Personal()),
            forgotten=bool(one.person) and not personal,
            hash=one.hash,
            unknown=one.unknown,
            cancelled_by=by,
            corrected_by=corrected,
        )


@dataclass(frozen=True, slots=True)
class EntriesData:
    """Entries of the ledger."""

    entries: tuple[EntryData, ...]
