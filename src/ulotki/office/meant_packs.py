"""Which packs are meant: for which places, of which edition, and what lies in each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from ulotki.content.place_search import find_places
from ulotki.edition.record import Edition
from ulotki.errors import Finding, Refused, Say, misused, refused, say
from ulotki.frozen import dataclass
from ulotki.handout import letterhead
from ulotki.handout.pack import Pack
from ulotki.handout.recall import Visit, plan_recall
from ulotki.handout.truth import Verdict
from ulotki.library import Library
from ulotki.office.facts import Facts
from ulotki.office.final import final_edition
from ulotki.office.pack_maker import Maker


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What is packed. places: words that mean them; everything: all places that get something.

    new: only what must be replaced.  campaign: its id, None for the newest.  day: on the papers, None for today.
    output: the file for one place, None for one in the current folder named after the place.
    """

    places: tuple[str, ...] = ()
    everything: bool = False
    new: bool = False
    campaign: str | None = None
    day: datetime.date | None = None
    output: Path | None = None


def meant_places(request: PackRequest, library: Library) -> tuple[str, ...]:
    """The places that are meant, by id. Raises Misused when none is."""
    if not request.places and not request.everything:
        hint = say("name who gets the pack: ulotki pack PLACE, or --all")
        raise misused(say("no place is named"), hint)
    found = find_places(library.places, ["all"] if request.everything else request.places)
    if request.output is not None and len(found) != 1:
        what = say("one file is for one place, and these are {count}", count=len(found))
        raise misused(what, say("leave -o out: all go into one folder; or --together FILE.pdf"))
    return found


@dataclass(frozen=True, slots=True)
class MeantPacks:
    """The packs of a request. wanted: for which places.  maker: None when nothing is to be replaced there."""

    wanted: tuple[str, ...]
    findings: tuple[Finding, ...]
    maker: Maker | None = None
    packs: tuple[Pack, ...] = ()
    asides: tuple[Say, ...] = ()


def meant_packs(known: Facts, request: PackRequest, today: datetime.date) -> MeantPacks:
    """The packs that are meant. Raises Misused when no place is named, Refused when there is no edition to pack."""
    wanted, hosts = meant_places(request, known.library), known.hosts()
    unread = known.library.places.faults() if request.everything else ()
    findings = tuple(dict.fromkeys((*known.findings, *hosts.faults(wanted), *unread)))
    visits = visits_to(known, wanted) if request.new else ()
    if request.new and not visits:
        return MeantPacks(wanted, findings)
    base = brought_from(known, visits) if request.new else newest_of(known, request, wanted, today)
    maker, asides = Maker(known, letterhead.make_office(known.library, known.judge.day), base, hosts), list[Say]()
    made = [maker.replacing(visit) for visit in visits] if request.new else whole_packs(maker, wanted, asides)
    asides += [line for visit in visits for line in _hand_over_commands(visit)]
    return MeantPacks(wanted, findings, maker, tuple(made), tuple(asides))


def _hand_over_commands(visit: Visit) -> Iterator[Say]:
    """How to write down that what a visit brings was given: without it, hand-over would write down all that was ordered."""
    codes: dict[int, list[str]] = {}
    for one in visit.brings:
        codes.setdefault(one.copies, []).append(f"--piece {one.code}")
    for copies, pieces in codes.items():
        given = {"place": visit.place, "pieces": " ".join(pieces), "copies": copies}
        yield say("once it is handed over: ulotki hand-over {place} {pieces} --copies {copies}", **given)


def whole_packs(maker: Maker, wanted: Sequence[str], asides: list[Say]) -> list[Pack]:
    """All that the edition has for each place. Raises Misused when that is nothing, Refused when it is over."""
    record = maker.base.record
    going = [id for id in wanted if any(one.ordered(id) for one in record.pieces)]
    if not going:
        names = ", ".join(wanted)
        what = say("the edition {edition} holds nothing for: {places}", edition=record.edition, places=names)
        raise misused(what, say("order something for them in the campaign, and build"))
    asides += [say("nothing is ordered for {place}", place=id) for id in wanted if id not in going]
    ends = {one.name: one.until for one in record.pieces if one.until}
    over = {name: day for name, day in ends.items() if day < maker.papers.day}
    packs = []
    for id in going:
        mine = [(maker.base, one, copies) for one in record.pieces if (copies := one.ordered(id))]
        if left := [(edition, one, copies) for edition, one, copies in mine if one.name not in over]:
            packs.append(maker.pack(id, left, None))
        else:
            asides.append(say("{place} is left out: the last day of all it gets is over", place=id))
    again = [maker.anew(record.campaign)] if any(map(maker.runs, over)) else []
    if not packs:
        days = {"until": max(over.values()), "day": maker.papers.day}
        what = say("{campaign} is to hang until {until}, and on {day} that is over", campaign=record.campaign, **days)
        hint = next(iter(again), say("make the next campaign, or pack for a day before: --on DAY"))
        raise refused("pack", what, hint)
    asides += [say("{piece} is left out: its last day is over", piece=name) for name in sorted(over)]
    asides += again
    return packs


def visits_to(known: Facts, wanted: Sequence[str]) -> tuple[Visit, ...]:
    """Where something must be replaced or come down, in the order of *wanted*. Raises Refused while nobody knows."""
    found = plan_recall(known.entries, known.judge)
    if found.unwritten:
        what = say("nobody has written down yet what was handed over, so nobody knows what must be replaced")
        raise refused("pack", what, say("pack all: ulotki pack PLACE; then write it down: ulotki hand-over"))
    certain = (one for one in found.down if any(part.judgment.verdict is Verdict.DOWN for part in one.wrong))
    ours = [visit for visit in certain if visit.place in wanted]
    return tuple(sorted(ours, key=lambda visit: wanted.index(visit.place)))


def brought_from(known: Facts, visits: Sequence[Visit]) -> Edition:
    """The edition that new pieces come from first, or else the newest of all. Raises Refused when there is none."""
    newest = known.judge.newest_editions
    first = next((newest[one.campaign] for visit in visits for one in visit.brings), None)
    found = first or max(newest.values(), key=lambda one: one.record.day, default=None)
    if found is None:
        what = say("there is no edition yet, so there is nothing to bring")
        raise Refused([*known.findings, Finding("pack", what, say("make one: ulotki build"))])
    return found


def newest_of(known: Facts, request: PackRequest, wanted: Sequence[str], today: datetime.date) -> Edition:
    """The newest edition of the campaign. Raises Misused when there is none, Refused for a draft or what cannot be read."""
    places = () if request.everything else wanted
    base = known.workspace.base
    found = final_edition(base, known.library, today, campaign=request.campaign, places=places, anew=True)
    return Edition(f"{found.folder.parent.name}/{found.folder.name}", found.record)
