"""Answers which piece something is, which values are on it, and whether they still hold."""

from __future__ import annotations

import datetime

from ulotki.edition.record import RecordEntry, divided
from ulotki.errors import Finding
from ulotki.frozen import dataclass
from ulotki.handout.clock import clock_doubts
from ulotki.handout.truth import Judgment
from ulotki.handout.unknown_codes import codes_handed_over
from ulotki.office import Outcome
from ulotki.office.bindings import read_entries, unbound
from ulotki.office.facts import PlaceNames, make_judge, unreadable_facts
from ulotki.office.identify import AskedKind, KnownRecords, identify
from ulotki.office.verified_data import VerifiedPieceData
from ulotki.workspace import Workspace, book, editions


@dataclass(frozen=True, slots=True)
class VerifiedData:
    """What the records know of what was asked. state: of a file.  good: whether all of it is ours, true, and may hang."""

    asked: str
    kind: AskedKind
    day: datetime.date
    good: bool
    state: str | None
    pieces: tuple[VerifiedPieceData, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """What there is to say. state: of a file, "" for anything else.  pieces: that it means, each judged on the day.

    doubts: findings that are not about what was asked: what in the workspace cannot be read.  places: their names, by id.
    good: whether all of it is ours, true, and may hang.
    """

    kind: AskedKind
    state: str
    day: datetime.date
    pieces: tuple[Judgment, ...]
    doubts: tuple[Finding, ...]
    places: PlaceNames
    good: bool
    asked: str = ""

    @property
    def data(self) -> VerifiedData:
        """What other programs get."""
        pieces = tuple(VerifiedPieceData.of(one, self.day, self.places) for one in self.pieces)
        return VerifiedData(self.asked, self.kind, self.day, self.good, self.state or None, pieces)


def verify(
    workspace: Workspace, what: str, today: datetime.date, day: datetime.date | None = None
) -> Outcome[Verified]:
    """What the records know of *what*: a code, a file or a folder. day: on which it must hold, None for today.

    The findings are those of the whole; `piece_faults` are those of a piece.
    """
    day = day or today
    library = workspace.library().believed(today)
    known, unread = divided(editions.lying(workspace.base))
    entries, torn = read_entries(workspace)
    lost = (*editions.gone(workspace.base), *([book.file(workspace.folder).name] if torn else ()))
    found = identify(what, workspace.base, KnownRecords(known, unread, codes_handed_over(entries), lost))
    judge = make_judge(workspace, library, day)
    pieces = tuple(judge.entry(entry) for entry in found.pieces)
    beside = (*(one.finding for one in unread), *unreadable_facts(library, judge))
    codes = {entry.code for entry in found.pieces}
    made = [one for one in judge.editions if any(file.code in codes for file in one.record.files)]
    other = unbound(workspace, entries, (*made, *judge.unread))
    findings = (*beside, *torn, *found.findings, *other, *clock_doubts(entries, today))
    good = bool(pieces) and all(one.good for one in pieces) and not any(one.grave for one in findings)
    value = Verified(found.kind, found.state, day, pieces, beside, PlaceNames.of(library.places), good, what)
    return Outcome(value, findings, final=good)


def record_entry(piece: Judgment) -> RecordEntry:
    """What the record says of a piece that was found in one."""
    assert piece.entry is not None
    return piece.entry
