"""Records hand-overs: one entry of the ledger for each place, all of them or none."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from ulotki.content.people import Person
from ulotki.content.places import Place, find_places, place_label
from ulotki.edition import record as records
from ulotki.edition.record import Record, RecordEntry
from ulotki.errors import Finding, Misused, Refused, Say, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Deed, GivenPiece, HandOver, Personal
from ulotki.handout.doubts import LedgerState, hand_over_doubts
from ulotki.handout.lines import EntryData
from ulotki.handout.recall import outdated
from ulotki.library import Library, people
from ulotki.office import Outcome
from ulotki.office.answers import Doubtful, checked_name, checked_text, past_day, refuse_more_hung
from ulotki.office.bindings import unbound
from ulotki.office.facts import make_judge
from ulotki.office.final import Final, copies_by_place, final_edition
from ulotki.templates import templates
from ulotki.workspace import Workspace, book, editions
from ulotki.workspace.book import Book, Written
from ulotki.workspace.ledger import DeedsFor


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """What is said of bundles; None or () for what nobody said. at: when it is written, UTC.

    places: words that mean them; everything: all for which something is ordered.  edition: by code or folder.
    pieces: codes or names.  copies, hung: of each.  who: "" for nobody, None for whom people.toml names.
    anyway: also what is unlikely to be meant.
    """

    at: str
    places: tuple[str, ...] = ()
    everything: bool = False
    edition: str | None = None
    campaign: str | None = None
    pieces: tuple[str, ...] = ()
    copies: int | None = None
    hung: int | None = None
    until: datetime.date | None = None
    who: str | None = None
    consent: bool | None = None
    note: str = ""
    day: datetime.date | None = None
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a place was given, and who took it. over: the last day on which the pieces say that they hang."""

    deed: HandOver
    personal: Personal
    over: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class HandOverPlan:
    """What would be written. skipped: places that were named and for which nothing is ordered.

    findings: places that something is ordered for and that cannot be read.
    """

    library: Library
    final: Final
    bundles: tuple[Bundle, ...]
    skipped: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOverData:
    """folder: of the edition.  entries: what was written.  old: places where something that must come down still is."""

    folder: Path
    entries: tuple[EntryData, ...]
    old: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenHandOver:
    """What was written, entry by entry. old: places where something that must come down still is."""

    plan: HandOverPlan
    entries: tuple[LedgerEntry, ...]
    old: tuple[str, ...] = ()

    @property
    def data(self) -> HandOverData:
        """The entries."""
        rows = zip(self.entries, self.plan.bundles, strict=True)
        entries = tuple(EntryData.of(one, bundle.personal) for one, bundle in rows)
        return HandOverData(self.plan.final.folder, entries, self.old)


def plan_hand_over(
    workspace: Workspace, library: Library, request: HandOverRequest, today: datetime.date
) -> HandOverPlan:
    """What a hand-over would write, before it is written. Raises Misused or Refused for what cannot be handed over."""
    day = past_day(request.day, today)
    hosts = people(workspace.folder, library.places)
    asked = find_places(library.places, request.places)
    found = final_edition(workspace.base, library, today, request.edition, request.campaign, asked)
    torn: tuple[Finding, ...] = ()
    if request.everything:
        ordered = copies_by_place(found)
        torn = tuple(dict.fromkeys((*hosts.faults(ordered), *library.places.faults(ordered))))
        asked = tuple(id for id in library.places if id in ordered and id not in hosts.unread)
    bundles = {id: bundle(found.record, library.places[id], hosts.known(id), request, day) for id in asked}
    made = tuple(one for one in bundles.values() if one)
    if not made:
        raise Misused([_nothing(found.record, asked)])
    return HandOverPlan(library, found, made, tuple(id for id, one in bundles.items() if not one), torn)


def _nothing(record: Record, places: Sequence[str]) -> Finding:
    names = ", ".join(places)
    what = say("the edition {edition} holds nothing for: {places}", edition=record.edition, places=names)
    hint = say(
        "it is of the campaign {campaign}; name another one with --campaign, or pieces and copies: --piece CODE --copies N",
        campaign=record.campaign,
    )
    return Finding("use", what, hint)


def bundle(
    record: Record, place: Place, host: Person | None, request: HandOverRequest, day: datetime.date
) -> Bundle | None:
    """What *place* was given on *day*, None when nothing is ordered for it. Raises Misused for what cannot be."""
    pieces = _pieces(record, place, request)
    if not pieces:
        return None
    digest, content = (records.digest(record), records.content_digest(record)) if record.bound else ("", "")
    deed = HandOver(day, place.id, record.campaign, record.edition, pieces, request.consent, digest, content)
    over = None if request.until else max((one.until for one in pieces if one.until), default=None)
    return Bundle(deed, taker(host, request.who, checked_text(request.note)), over)


def hand_over(workspace: Workspace, request: HandOverRequest, today: datetime.date) -> Outcome[WrittenHandOver]:
    """Write down what places were given. Raises Doubtful for what is unlikely to be meant, unless *anyway* is said."""
    plan = plan_hand_over(workspace, workspace.library().believed(today), request, today)
    return write_plan(workspace, plan, request.at, anyway=request.anyway)


def write_plan(workspace: Workspace, plan: HandOverPlan, at: str, *, anyway: bool) -> Outcome[WrittenHandOver]:
    """Write down what was planned, all of it or nothing. Raises Refused when the edition is not as it was made."""
    known = book.read(workspace.folder)
    made = book.append(workspace.folder, planned_deeds(workspace, plan, known.entries, anyway=anyway), at)
    return outcome_of(workspace, plan, known, made)


def planned_deeds(workspace: Workspace, plan: HandOverPlan, known: Sequence[LedgerEntry], *, anyway: bool) -> DeedsFor:
    """The deeds of *plan*, as a function of the entries at that moment. Raises Refused when the edition is not as it was made."""
    final = plan.final
    damage = (one for file in final.record.files for one in editions.damage(final.folder, file))
    if faults := (*damage, *_replaced_record(workspace, final, known)):  # nobody knows what was handed over then
        raise Refused(faults)

    def judge(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        if not anyway and (odd := plan_doubts(plan, entries)):
            raise Doubtful(odd)
        return [(one.deed, one.personal) for one in plan.bundles]

    return judge


def outcome_of(workspace: Workspace, plan: HandOverPlan, known: Book, made: Written) -> Outcome[WrittenHandOver]:
    """The outcome of a *plan* that was written down. known: the ledger as it was before.  made: its new entries."""
    asides = [say("nothing is ordered for {place}", place=id) for id in plan.skipped]
    value = WrittenHandOver(plan, made.entries, _places_with_old(workspace, plan))
    return Outcome(value, (*known.findings, *plan.findings), (*asides, *_notes(plan), *made.notes))


def _replaced_record(workspace: Workspace, found: Final, entries: Sequence[LedgerEntry]) -> tuple[Finding, ...]:
    """Findings when the record of an edition is not the one of which pieces were handed over before."""
    same = [one for one in editions.of(found.folder.parent) if one.where.endswith(f"/{found.folder.name}")]
    return unbound(workspace, entries, same)


def _places_with_old(workspace: Workspace, plan: HandOverPlan) -> tuple[str, ...]:
    """The places of a plan where, beside what it brought, something is that must come down."""
    given = {(one.deed.place, piece.code) for one in plan.bundles for piece in one.deed.pieces}
    places = {place for place, _ in given}
    there = ledger.standings(book.read(workspace.folder).entries)
    beside = [one for one in there if one.there and one.place in places and (one.place, one.code) not in given]
    judge = make_judge(workspace, plan.library, max(one.deed.day for one in plan.bundles))
    return tuple(sorted({one.place for one in outdated(beside, judge)}))


def plan_doubts(plan: HandOverPlan, entries: Sequence[LedgerEntry]) -> tuple[Finding, ...]:
    """Findings about what is unlikely to be meant in a *plan*."""
    known = LedgerState.of(entries)
    return tuple(
        odd
        for one in plan.bundles
        for odd in hand_over_doubts(
            one.deed, plan.final.record, known, one.over, place_label(one.deed.place, plan.library.places)
        )
    )


def _notes(plan: HandOverPlan) -> list[Say]:
    """That without consent nothing hangs, and that what was handed over may hang no longer."""
    refused = any(one.deed.consent is False for one in plan.bundles)
    nothing = [say("without consent nothing hangs: on boards 0")] if refused else []
    days = [
        piece.until for one in plan.bundles for piece in one.deed.pieces if piece.until and piece.until < one.deed.day
    ]
    over = [say("note: they may hang until {day} only, and that day is over", day=max(days))] if days else []
    return [*nothing, *over]


def _pieces(found: Record, place: Place, request: HandOverRequest) -> tuple[GivenPiece, ...]:
    """What of an edition *place* gets. Raises Misused for a piece that is not in it, and for more hung than given."""
    known = {word: file for file in found.pieces for word in (file.code, file.name)}
    wanted = {pick("piece", known, word).code for word in request.pieces}
    given: list[GivenPiece] = []
    for file in found.pieces:
        ours = file.ordered(place.id)
        if file.code not in wanted and (wanted or not ours):
            continue
        copies = request.copies or ours
        if not copies:
            what = say("nothing of {piece} is ordered for {place}", piece=file.name, place=place.id)
            raise misused(what, say("say how many it got: --copies N"))
        until = request.until or file.until or found.until
        given.append(GivenPiece(file.code, file.name, file.title, copies, _hung(file, place, request, copies), until))
    return tuple(given)


def _hung(file: RecordEntry, place: Place, request: HandOverRequest, copies: int) -> int:
    """How many copies are on boards: one on each, as long as nobody said otherwise; none without consent."""
    refuse_more_hung(request.hung, copies)
    if request.consent is False:
        return 0
    if request.hung is not None:
        return request.hung
    template = templates().get(file.template)
    return min(copies, place.boards) if template and template.hangs else 0


def taker(host: Person | None, who: str | None, note: str) -> Personal:
    """Who took a bundle: the one who was named, or else the host of the place. Raises Misused for what is not a name."""
    if who is not None and not (host and host.name == checked_name(who)):
        return Personal(checked_name(who), "", note)
    return Personal(host.name, host.phone, note) if host else Personal(note=note)
