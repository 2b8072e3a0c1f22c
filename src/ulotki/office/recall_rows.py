"""A recall as rows: for JSON, and for a spreadsheet. Sentences stay sentences; whoever speaks puts them into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ulotki.content.people import Person
from ulotki.errors import say
from ulotki.handout.recall import Visit, Wrong
from ulotki.handout.truth import Reason, why
from ulotki.office.recall import Answer

HEADS = (
    *(say("place id"), say("place name"), say("code"), say("piece"), say("copies"), say("on boards")),
    *(say("edition"), say("until"), say("why"), say("bring"), say("copies to bring"), say("host"), say("telephone")),
)


def table(answer: Answer) -> Iterator[tuple[object, ...]]:
    """The columns of HEADS for each piece at each place; why as a list of sentences."""
    for visit in (*answer.recall.down, *answer.recall.unwritten):
        host = answer.hosts.get(visit.place)
        who = (host.name, host.phone) if host else ("", "")
        place = (visit.place, answer.named(visit.place))
        for one in visit.wrong:
            standing, bring = one.standing, one.bring
            piece = (standing.code, standing.title, standing.there, standing.hanging, standing.edition, standing.until)
            brought = (bring.code, bring.copies) if bring else ("", "")
            yield (*place, *piece, [why(reason, answer.day) for reason in one.reasons], *brought, *who)
        if not visit.wrong:
            yield (*place, *[""] * 9, *who)


def whole(answer: Answer, *, people: bool) -> dict[str, Any]:
    """All of it as a table. people: with hosts and their telephones."""
    hosts, found = answer.hosts if people else {}, answer.recall
    return {
        "day": answer.day.isoformat(),
        "built": answer.built,
        "places": [_visit(visit, answer, hosts) for visit in found.down],
        "stays": [_visit(visit, answer, {}) for visit in found.stays],
        "unwritten": [_visit(visit, answer, hosts) for visit in found.unwritten],
        "copies": sum(visit.copies for visit in found.down),
        "hung": sum(visit.hung for visit in found.down),
    }


def _visit(visit: Visit, answer: Answer, hosts: Mapping[str, Person]) -> dict[str, Any]:
    host = hosts.get(visit.place)
    row: dict[str, Any] = {
        "id": visit.place,
        "name": answer.named(visit.place),
        "known": visit.place in answer.names,
        "copies": visit.copies,
        "hung": visit.hung,
        "pieces": [_piece(one, answer) for one in visit.wrong],
    }
    return {**row, "host": host.name, "phone": host.phone} if host else row


def _piece(one: Wrong, answer: Answer) -> dict[str, Any]:
    standing = one.standing
    return {
        "code": standing.code,
        "name": standing.name,
        "title": standing.title,
        "campaign": standing.campaign,
        "edition": standing.edition,
        "copies": standing.there,
        "hung": standing.hanging,
        "known": one.entry is not None,
        "verdict": one.judgment.verdict,
        "newer": [newer.code for newer in one.judgment.newer],
        "reasons": [_reason(reason, answer) for reason in one.reasons],
        "bring": {"code": one.bring.code, "copies": one.bring.copies} if one.bring else None,
    }


def _reason(reason: Reason, answer: Answer) -> dict[str, Any]:
    value = reason.value
    return {
        "cause": reason.cause,
        "ref": value.ref if value else None,
        "stood": value.stood if value else None,
        "now": (value.says or None) if value else None,
        "state": value.state if value else None,
        "until": reason.until,
        "code": reason.edition or None,
        "what": why(reason, answer.day),
    }
