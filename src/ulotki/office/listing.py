"""Lists of what there is: scams, templates, places, values, campaigns, checks, pictograms. What cannot be read is named."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Self

from ulotki.content.kinds import KINDS as VALUES
from ulotki.content.overrides import override_remark
from ulotki.content.scam import Citation, Scam
from ulotki.content.state import Confirmed, State, Withdrawn
from ulotki.content.typography import HOME
from ulotki.content.value import Value
from ulotki.errors import Finding, Say
from ulotki.frozen import dataclass
from ulotki.library import Library, copies
from ulotki.office import Outcome
from ulotki.values import filled


@dataclass(frozen=True, slots=True)
class ScamRow:
    """A kind of swindle. remark: that it is older than the one it was copied from, None when it is not."""

    id: str
    lang: str
    name: str
    title: str
    channel: str
    audiences: tuple[str, ...]
    season: tuple[int, ...]
    icon: str
    summary: str
    address: str | None
    reviewed: datetime.date
    review_by: datetime.date
    sources: tuple[Citation, ...]
    file: str
    remark: Say | None


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A way of arranging a leaflet. sheets: by format.  refuses: why, by scam."""

    id: str
    what: Say
    formats: tuple[str, ...]
    pages: int
    duplex: str | None
    sheets: Mapping[str, str]
    refuses: Mapping[str, Say]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where pieces end up."""

    id: str
    name: str
    kind: str
    boards: int


@dataclass(frozen=True, slots=True)
class Signature:
    """Who said so, and when. role: what that person is, None for no word."""

    by: str
    on: datetime.date
    role: str | None = None


@dataclass(frozen=True, slots=True)
class BeforeRow:
    """The value that held before another."""

    value: str
    until: datetime.date | None
    state: State
    set_by: str | None
    confirmed: Signature | None


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of the register, its state on the day, and who stands for it. instead_of: the national value that it overrides."""

    ref: str
    value: str
    label: str
    state: State
    national: bool
    note: Say | None
    instead_of: str | None
    source: str
    checked: datetime.date | None
    review_by: datetime.date | None
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    replaces: str | None
    set_by: str | None
    confirmed: Signature | None
    before: BeforeRow | None
    withdrawn: Signature | None
    remark: Say | None = None

    @classmethod
    def of(cls, value: Value, day: datetime.date, remark: Say | None = None) -> Self:
        """*value* as it is on *day*."""
        return filled(
            cls,
            value,
            state=value.state(day),
            note=value.note or None,
            instead_of=value.instead_of.value if value.instead_of else None,
            replaces=value.replaces or None,
            set_by=value.set_by or None,
            confirmed=_signature(value.confirmed),
            before=_before_row(value.former, day),
            withdrawn=_signature(value.withdrawn),
            remark=remark,
        )


def _before_row(former: Value | None, day: datetime.date) -> BeforeRow | None:
    if former is None:
        return None
    confirmed = _signature(former.confirmed)
    return BeforeRow(former.value, former.valid_until, former.state(day), former.set_by or None, confirmed)


def _signature(word: Confirmed | Withdrawn | None) -> Signature | None:
    return Signature(word.by, word.on, (word.role if isinstance(word, Confirmed) else "") or None) if word else None


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """Orders with a day. orders: how many."""

    id: str
    title: str
    day: datetime.date
    until: datetime.date | None
    orders: int


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What must hold before paper is spent, and why."""

    id: str
    why: Say


@dataclass(frozen=True, slots=True)
class IconRow:
    """A pictogram, and the scams that show it."""

    id: str
    scams: tuple[str, ...]


ListingRow = ScamRow | TemplateRow | PlaceRow | ValueRow | CampaignRow | CheckRow | IconRow


def scams(library: Library, day: datetime.date) -> Iterator[ScamRow]:
    """Kinds of swindle."""
    for scam in library.editions:
        yield filled(
            ScamRow,
            scam,
            name=scam.name.source,
            title=scam.title.source,
            summary=scam.summary.source,
            sources=scam.source,
            file=scam.at.file,
            remark=copies.remark(scam) if library.own(scam) else None,
        )


def templates(library: Library, day: datetime.date) -> Iterator[TemplateRow]:
    """Ways of arranging a leaflet."""
    from ulotki.templates import templates as every

    for template in every().values():
        yield TemplateRow(
            id=template.id,
            what=template.what,
            formats=tuple(paper.name for paper in template.formats),
            pages=len(template.words),
            duplex=template.duplex,
            sheets={paper: f"{how.columns} × {how.rows} {how.sheet.name}" for paper, how in template.sheets.items()},
            refuses={_scam_label(scam): why for scam in library.editions if (why := template.refuses(scam))},
        )


def places(library: Library, day: datetime.date) -> Iterator[PlaceRow]:
    """Where pieces end up."""
    return (filled(PlaceRow, place) for place in library.places.values())


def numbers(library: Library, day: datetime.date) -> Iterator[ValueRow]:
    """The register, with the state of each value on the day."""
    remarks = {ref: override_remark(own) for ref, own in library.register.own.items()}
    return (ValueRow.of(value, day, remarks.get(value.ref)) for value in library.register)


def campaigns(library: Library, day: datetime.date) -> Iterator[CampaignRow]:
    """Orders with a day."""
    return (filled(CampaignRow, campaign, orders=len(campaign.order)) for campaign in library.campaigns.values())


def checks(library: Library, day: datetime.date) -> Iterator[CheckRow]:
    """What must hold before paper is spent, and why."""
    from ulotki.checks import checks as every  # one kind is asked for; the others need not be loaded

    return (CheckRow(check.id, check.why) for check in every())


def icons(library: Library, day: datetime.date) -> Iterator[IconRow]:
    """Pictograms, and the scams that show them."""
    from ulotki.stock import icons as every

    users: dict[str, dict[str, None]] = {}
    for scam in library.scams.values():
        for name in (scam.icon, *(point.icon for point in (*scam.step, *scam.sign))):
            users.setdefault(name, {})[scam.id] = None
    return (IconRow(name, tuple(users.get(name, ()))) for name in sorted(every().names))


KINDS: Mapping[str, Callable[[Library, datetime.date], Iterator[ListingRow]]] = {
    function.__name__: function for function in (scams, templates, places, numbers, campaigns, checks, icons)
}


READ = {"templates": "scams", "icons": "scams"}
"""What is to be read for a kind, where that is another kind."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All of one kind."""

    kind: str
    rows: tuple[ListingRow, ...]

    @property
    def data(self) -> Mapping[str, tuple[ListingRow, ...]]:
        """The rows under the name of their kind."""
        return {self.kind: self.rows}


def list_kind(library: Library, kind: str, day: datetime.date) -> Outcome[Listing]:
    """All of one kind that can be read, and why the rest cannot."""
    return Outcome(Listing(kind, tuple(KINDS[kind](library, day))), tuple(dict.fromkeys(_unread(library, kind))))


def _unread(library: Library, kind: str) -> Iterator[Finding]:
    kinds = {"scams": {"scam"}, "places": {"place"}, "campaigns": {"campaign"}, "numbers": set(VALUES)}.get(kind, set())
    for one in library.unread:
        if one.kind in kinds:
            yield from one.findings
    lost = {"places": library.places, "numbers": library.register.values}.get(kind)
    yield from getattr(lost, "lost", ())


def _scam_label(scam: Scam) -> str:
    """Its id, and its language when that is another than the country's."""
    return scam.id if scam.lang == HOME else f"{scam.id} ({scam.lang})"
