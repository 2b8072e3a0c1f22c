"""What `verify` found of pieces, as other programs get it."""

from __future__ import annotations

import datetime

from ulotki.content.state import State
from ulotki.edition.record import Edition
from ulotki.errors import Finding
from ulotki.frozen import dataclass
from ulotki.handout.truth import Judgment
from ulotki.handout.verify import piece_findings
from ulotki.office import Copies
from ulotki.office.facts import PlaceNames
from ulotki.values import filled


@dataclass(frozen=True, slots=True)
class PieceEditionData:
    """An edition, or a draft, that has a piece. folder: below out/.  places: who was to get it."""

    folder: str
    edition: str
    campaign: str
    title: str
    day: datetime.date
    draft: bool
    places: tuple[Copies, ...]

    @classmethod
    def of(cls, edition: Edition, code: str, names: PlaceNames) -> PieceEditionData:
        """*edition*, which has the piece with that *code*."""
        entry = next(one for one in edition.record.files if one.code == code)
        places = tuple(Copies(id, names[id], copies) for id, copies in entry.places)
        return filled(cls, edition.record, folder=edition.where, draft=edition.draft, places=places)


@dataclass(frozen=True, slots=True)
class ValueData:
    """A value on a piece: as it stands there, and as it is now. same: whether both are equal.  good: whether it holds."""

    ref: str
    label: str
    stood: str
    now: str | None
    state: State | None
    same: bool
    good: bool
    until: datetime.date | None


@dataclass(frozen=True, slots=True)
class VerifiedPieceData:
    """A piece, and whether all of it is true and it may hang."""

    code: str
    name: str
    title: str
    scam: str
    template: str
    format: str
    palette: str
    lang: str
    mark: str | None
    until: datetime.date | None
    good: bool
    editions: tuple[PieceEditionData, ...]
    values: tuple[ValueData, ...]
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, piece: Judgment, day: datetime.date, names: PlaceNames) -> VerifiedPieceData:
        """*piece* as data."""
        editions = tuple(PieceEditionData.of(one, piece.code, names) for one in piece.made)
        values = tuple(filled(ValueData, one, now=one.says or None, good=one.holds) for one in piece.values)
        findings = tuple(piece_findings(piece, day))
        return filled(cls, piece.entry, good=piece.good, editions=editions, values=values, findings=findings)
