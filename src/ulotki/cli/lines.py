"""Entries of the ledger and what they leave, as lines for people and as rows for JSON."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict

from ulotki.cli.talk import Talk, told
from ulotki.content.campaign import Place
from ulotki.errors import Say, say
from ulotki.handout.chain import Entry
from ulotki.handout.deeds import (
    Accepted,
    Cancelled,
    Deed,
    Done,
    Forgotten,
    HandOver,
    Meeting,
    Newer,
    Personal,
    TakenDown,
)
from ulotki.handout.ledger import Standing
from ulotki.office import Outcome
from ulotki.office.hand_over import Handed

Places = Mapping[str, Place]

NEWER = say("of a newer program")

KINDS: Mapping[str, Say] = {
    HandOver.kind: say("handed over"),
    TakenDown.kind: say("taken down"),
    Meeting.kind: say("meeting"),
    Forgotten.kind: say("forgotten"),
    Cancelled.kind: say("cancelled"),
    Accepted.kind: say("accepted"),
}


def now() -> str:
    """The moment, UTC."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def named(place: str, known: Places) -> str:
    """A place as people call it."""
    return known[place].name if place in known else place


def numbered(seq: int, line: str) -> str:
    """A line of the result, with the number of its entry."""
    return told(say("entry {number}", number=seq)) + f": {line}"


def line(deed: Deed | Newer, personal: Personal | None, known: Places) -> str:
    """What an entry says, with what it says of people."""
    text = _said(deed, personal or Personal(), known)
    if isinstance(deed, Done) and deed.corrects is not None:
        text = told(say("in the place of entry {number}: {line}", number=deed.corrects, line=text))
    return f"{text}, {personal.note}" if personal and personal.note else text


def _said(deed: Deed | Newer, personal: Personal, known: Places) -> str:
    match deed:
        case HandOver():
            return handed(deed, known, personal)
        case TakenDown():
            return gone(deed, known)
        case Meeting():
            return met(deed, known)
        case Forgotten():
            return told(say("personal data of entries {numbers}", numbers=", ".join(map(str, deed.entries))))
        case Cancelled():
            return told(say("entry {number}", number=deed.entry))
        case Accepted():
            what = say("a ledger of {count} entries was given up: {head}", count=deed.length, head=deed.head[:12])
            return ", ".join([told(what), *([personal.who] if personal.who else [])])
        case Newer():
            return deed.word


def handed(deed: HandOver, known: Places, personal: Personal) -> str:
    """A hand-over as one line."""
    until = {one.until for one in deed.pieces}
    day = until.pop() if len(until) == 1 else None
    place = named(deed.place, known)
    parts = [told(say("{place}: pieces {pieces}, copies {copies}, on boards {hung}", place=place, **sums(deed)))]
    parts.append(told(say("edition {edition}", edition=deed.edition)))
    if day:
        parts.append(told(say("until {day}", day=day)))
    if personal.who:
        parts.append(told(say("taken by {who}", who=personal.who)))
    if deed.consent is not None:
        parts.append(told(say("with consent") if deed.consent else say("without consent")))
    return ", ".join(parts)


def sums(deed: HandOver | TakenDown) -> dict[str, int]:
    """Pieces, copies and those on boards."""
    return {
        "pieces": len(deed.pieces),
        "copies": sum(one.copies for one in deed.pieces),
        "hung": sum(one.hung for one in deed.pieces),
    }


def gone(deed: TakenDown, known: Places) -> str:
    """What was taken away, as one line."""
    counts = sums(deed)
    what = say(
        "{place}: taken away pieces {pieces}, copies {copies}",
        place=named(deed.place, known),
        pieces=counts["pieces"],
        copies=counts["copies"],
    )
    return told(what)


def met(deed: Meeting, known: Places) -> str:
    """A meeting as one line."""
    parts = [told(say("{group}: people {count}", group=deed.group, count=deed.people))]
    if deed.place:
        parts.append(named(deed.place, known))
    return ", ".join([*parts, *deed.topics])


def standing(one: Standing) -> str:
    """What is still at a place, as one line."""
    what = say(
        "still there: {title} – {name} ({code}), copies {copies}, on boards {hung}",
        title=one.title,
        name=one.name,
        code=one.code,
        copies=one.there,
        hung=one.hanging,
    )
    return told(what) + (", " + told(say("until {day}", day=one.until)) if one.until else "")


def standing_row(one: Standing) -> dict[str, object]:
    """What is still at a place, for JSON."""
    return {**asdict(one), "there": one.there, "hanging": one.hanging}


def row(one: Entry, personal: Personal | None) -> dict[str, object]:
    """An entry for JSON."""
    found: dict[str, object] = {"entry": one.seq, "at": one.at, **asdict(one.deed), "kind": one.kind}
    forgotten = bool(one.person) and not personal
    return {**found, **asdict(personal or Personal()), "forgotten": forgotten, "hash": one.hash}


def told_of(talk: Talk, outcome: Outcome[Handed]) -> None:
    """Say what was handed over, entry by entry."""
    plan = outcome.value.plan
    rows = list(zip(outcome.value.entries, plan.bundles, strict=True))
    for one, bundle in rows:
        talk.result(numbered(one.seq, handed(bundle.deed, plan.library.places, bundle.personal)))
    for place in outcome.value.old:
        what = say(
            "older leaflets are still at {place}; once they are gone: ulotki taken-down {id}",
            place=named(place, plan.library.places),
            id=place,
        )
        talk.aside(what)
    entries = [row(one, bundle.personal) for one, bundle in rows]
    talk.outcome("hand-over", outcome, folder=str(plan.final.folder), entries=entries)
