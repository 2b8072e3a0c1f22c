"""Which piece is this, which numbers stand on it, and does it still hold. The records answer, and the judge."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ulotki.edition.record import Edition, Entry, divided
from ulotki.errors import Finding, Say, say
from ulotki.handout.truth import Judgment, Stood, Verdict
from ulotki.handout.verify import handed, said
from ulotki.office import Outcome
from ulotki.office.facts import doubts, judged, replaced, written
from ulotki.office.identify import Kind, Records, identified
from ulotki.workspace import Workspace, editions


@dataclass(frozen=True, slots=True)
class Request:
    """what: a code, a file or a folder.  day: on which it must hold, None for today."""

    what: str
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What there is to say. state: of a file, "" for anything else.  pieces: that it means, each judged on the day.

    doubts: findings that are not about what was asked: what in the workspace cannot be read.  places: their names, by id.
    good: whether all of it is ours, true, and may hang.
    """

    kind: Kind
    state: str
    day: datetime.date
    pieces: tuple[Judgment, ...]
    doubts: tuple[Finding, ...]
    places: Mapping[str, str]
    good: bool


def verify(workspace: Workspace, request: Request, today: datetime.date) -> Outcome[Verified]:
    """What the records know of it. The findings are those of the whole; `faults` are those of a piece."""
    day = request.day or today
    library = workspace.library()
    known, unread = divided(editions.lying(workspace.base))
    entries, torn = written(workspace)
    found = identified(request.what, workspace.base, Records(known, unread, handed(entries)))
    judge = judged(workspace, library, day)
    pieces = tuple(judge.entry(entry) for entry in found.pieces)
    beside = (*(one.finding for one in unread), *doubts(library, judge))
    other = replaced(entries, judge, {entry.code for entry in found.pieces})
    findings = (*beside, *torn, *found.findings, *other)
    good = bool(pieces) and all(one.good for one in pieces) and not any(one.grave for one in findings)
    names = {id: place.name for id, place in library.places.items()}
    return Outcome(Verified(found.kind, found.state, day, pieces, beside, names, good), findings)


def faults(outcome: Outcome[Verified]) -> tuple[Finding, ...]:
    """What is to be said of the pieces, each sentence once."""
    day, pieces = outcome.value.day, outcome.value.pieces
    return tuple({str(finding.what): finding for one in pieces for finding in said(one, day)}.values())


def conclusion(outcome: Outcome[Verified]) -> Say | None:
    """What to do, None when nothing of ours was found."""
    answer = outcome.value
    if not answer.pieces:
        return None
    if answer.good:
        return say("all of it holds on {day}", day=answer.day)
    if any(one.verdict is Verdict.DOWN for one in answer.pieces):
        return say("do not hang it, and take down what hangs: see above")
    if not all(one.good for one in answer.pieces):
        return say("nobody can tell whether all of it holds: see above")
    if any(one.grave for one in outcome.findings if one not in answer.doubts):
        return say("its pieces hold on {day}, but do not print or hang what lies here: see above", day=answer.day)
    return say("what is known of it holds on {day}; something else cannot be read: see above", day=answer.day)


def holding(one: Judgment | Stood) -> Say:
    """Whether a piece or a value holds, in words."""
    match one:
        case Judgment() if one.verdict is Verdict.UNKNOWN:
            return say("nobody can tell")
        case Judgment():
            return say("still so") if one.good else say("no longer so")
        case Stood() if one.holds and one.until:
            return say("still so, until {until}", until=one.until)
        case Stood() if one.torn:
            return say("nobody can tell")
        case Stood():
            return say("still so") if one.holds else say("no longer so")


def recorded(piece: Judgment) -> Entry:
    """What the record says of a piece that was found in one."""
    assert piece.entry is not None
    return piece.entry


def places(piece: Judgment, edition: Edition, answer: Verified) -> list[tuple[str, str, int]]:
    """(id, name, copies) for everybody who got it in *edition*."""
    entry = next(one for one in edition.record.files if one.code == piece.code)
    return [(id, answer.places.get(id, id), copies) for id, copies in entry.places]


def row(piece: Judgment, answer: Verified) -> dict[str, object]:
    """A piece as a table."""
    entry = recorded(piece)
    names = ("code", "name", "title", "scam", "template", "format", "palette", "lang", "mark", "until")
    return {
        **{name: getattr(entry, name) for name in names},
        "good": piece.good,
        "editions": [_edition(piece, edition, answer) for edition in piece.made],
        "values": [_value(one) for one in piece.values],
        "findings": list(said(piece, answer.day)),
    }


def _edition(piece: Judgment, edition: Edition, answer: Verified) -> dict[str, object]:
    record = edition.record
    return {
        "folder": edition.where,
        "edition": record.edition,
        "campaign": record.campaign,
        "title": record.title,
        "day": record.day,
        "draft": edition.draft,
        "places": [{"id": id, "name": name, "copies": copies} for id, name, copies in places(piece, edition, answer)],
    }


def _value(one: Stood) -> dict[str, object]:
    return {
        "ref": one.ref,
        "label": one.label,
        "stood": one.stood,
        "now": one.says or None,
        "state": one.state,
        "same": one.same,
        "good": one.holds,
        "until": one.until.isoformat() if one.until else None,
    }
