"""What a place gets as one file to print: all that an edition has for it, or only what must be replaced there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from ulotki.content.places import find_places
from ulotki.documents.distribution import distribution, distribution_table
from ulotki.documents.paper import pages, paper_pdf
from ulotki.edition.record import Edition
from ulotki.errors import Finding, Refused, Say, misused, refused, say
from ulotki.frozen import dataclass
from ulotki.handout import pack as packing
from ulotki.handout.pack import Pack
from ulotki.handout.recall import Visit, plan_recall
from ulotki.handout.sheets import PrintedPack
from ulotki.handout.truth import Verdict
from ulotki.library import Library
from ulotki.office import Begin, Outcome, Progress, silent
from ulotki.office.facts import Facts, gather_facts
from ulotki.office.final import final_edition
from ulotki.office.pack_files import Files, PackData, PackedData, letter_files
from ulotki.office.pack_maker import Maker
from ulotki.workspace import Workspace, packed, writing

LIST = "lista-rozdzialu"

MAIL = "e-mail"
"""The folder of the drafts, beside the packs of several places."""


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


@dataclass(frozen=True, slots=True)
class WrittenPacks:
    """What was written. folder: where.  made: what each place gets, and its files by name.  lists: beside them.

    mails: the letters as drafts of messages, as text to copy and as PDF, by path in the folder.
    """

    day: datetime.date
    edition: str
    folder: Path
    made: tuple[tuple[PrintedPack, Files], ...] = ()
    lists: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()

    @property
    def data(self) -> PackedData:
        """All of it."""
        packs = tuple(PackData.of(self.folder, share, files) for share, files in self.made)
        lists, mails = (tuple(self.folder / name for name in names) for names in (self.lists, self.mails))
        return PackedData(self.folder, self.edition, self.day, lists, mails, packs)


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


def pack(
    workspace: Workspace, request: PackRequest, today: datetime.date, begin: Begin = silent
) -> Outcome[WrittenPacks]:
    """Lay out, draw and write the packs. Raises Refused when a campaign is over or a piece is not the one of its edition."""
    known = gather_facts(workspace, request.day or today, today)
    meant = meant_packs(known, request, today)
    if meant.maker is None:
        return nothing_to_replace(known, meant)
    with begin([one.place.id for one in meant.packs]) as done:
        made = _write_packs(meant.maker, meant.packs, request, done)
    return Outcome(made, meant.findings, meant.asides)


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
    maker, asides = Maker(known, packing.make_office(known.library, known.judge.day), base, hosts), list[Say]()
    packs = [maker.replacing(visit) for visit in visits] if request.new else whole_packs(maker, wanted, asides)
    asides += [line for visit in visits for line in _hand_over_commands(visit)]
    return MeantPacks(wanted, findings, maker, tuple(packs), tuple(asides))


def _hand_over_commands(visit: Visit) -> Iterator[Say]:
    """How to write down that what a visit brings was given: without it, hand-over would write down all that was ordered."""
    codes: dict[int, list[str]] = {}
    for one in visit.brings:
        codes.setdefault(one.copies, []).append(f"--piece {one.code}")
    for copies, pieces in codes.items():
        given = {"place": visit.place, "pieces": " ".join(pieces), "copies": copies}
        yield say("once it is handed over: ulotki hand-over {place} {pieces} --copies {copies}", **given)


def nothing_to_replace(known: Facts, meant: MeantPacks) -> Outcome[WrittenPacks]:
    """That nothing has to be replaced, or that nobody can tell."""
    unsure = any(one.place in meant.wanted for one in plan_recall(known.entries, known.judge).down)
    doubt = say("nobody can tell what is there, look at it: ulotki recall")
    made = WrittenPacks(known.judge.day, "", known.workspace.base)
    return Outcome(
        made, meant.findings, (doubt if unsure else say("nothing has to be replaced there"),), pending=unsure
    )


def whole_packs(maker: Maker, wanted: Sequence[str], asides: list[Say]) -> list[Pack]:
    """All that the edition has for each place. Raises Misused when that is nothing, Refused when it is over."""
    record = maker.base.record
    going = [id for id in wanted if any(one.ordered(id) for one in record.pieces)]
    if not going:
        what = say(
            "the edition {edition} holds nothing for: {places}", edition=record.edition, places=", ".join(wanted)
        )
        raise misused(what, say("order something for them in the campaign, and build"))
    asides += [say("nothing is ordered for {place}", place=id) for id in wanted if id not in going]
    ends = {one.name: one.until for one in record.pieces if one.until}
    over = {name: day for name, day in ends.items() if day < maker.day}
    packs = []
    for id in going:
        mine = [(maker.base, one, copies) for one in record.pieces if (copies := one.ordered(id))]
        if left := [(edition, one, copies) for edition, one, copies in mine if one.name not in over]:
            packs.append(maker.pack(id, left, None))
        else:
            asides.append(say("{place} is left out: the last day of all it gets is over", place=id))
    again = [maker.anew(record.campaign)] if any(map(maker.runs, over)) else []
    if not packs:
        what = say(
            "{campaign} is to hang until {until}, and on {day} that is over",
            campaign=record.campaign,
            until=max(over.values()),
            day=maker.day,
        )
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


def _write_packs(maker: Maker, packs: Sequence[Pack], request: PackRequest, progress: Progress) -> WrittenPacks:
    """One place as a file where it was asked for; several as a folder beside their edition, with the lists."""
    record, base = maker.base.record, maker.known.workspace.base
    stem = "wymiana" if request.new else "paczka"
    written: list[tuple[PrintedPack, Files]] = []
    lists: tuple[str, ...] = ()
    mails: list[str] = []
    if len(packs) == 1 and not request.everything:
        target = request.output or Path(f"{stem}-{packs[0].place.id}.pdf")
        folder = target.parent
        written.append(maker.files(packs[0], target.stem))
        letters = letter_files(packs[0], maker.papers, target.stem)
        mails += letters
        for name, data in ({name: data for name, (_job, data) in written[0][1].items()} | letters).items():
            writing.write(folder / name, data)
        progress(packs[0].place.id)
    else:
        beside = base / maker.base.where
        folder = beside.parent / f"packs-{beside.name}{'-new' if request.new else ''}"
        lists = (f"{LIST}.pdf", f"{LIST}.csv")
        with writing.Alone(folder.parent):
            writing.sweep(folder.parent)
            with writing.folder(folder) as part:
                for one in packs:
                    share, files = maker.files(one, one.place.id)
                    written.append((share, files))
                    letters = letter_files(one, maker.papers, f"{MAIL}/{one.place.id}")
                    mails += letters
                    for name, data in ({name: data for name, (_job, data) in files.items()} | letters).items():
                        writing.put(part / name, data)
                    progress(one.place.id)
                shares = [share for share, _files in written]
                paper = distribution(shares, maker.papers, record.title, record.edition)
                writing.put(part / lists[0], paper_pdf(paper, pages(paper)))
                writing.put(part / lists[1], distribution_table(shares, maker.papers))
    packed.note(base, packed.Packed(record.campaign, record.edition, tuple(one.place.id for one in packs)))
    return WrittenPacks(maker.day, record.edition, folder, tuple(written), lists, tuple(mails))


def newest_of(known: Facts, request: PackRequest, wanted: Sequence[str], today: datetime.date) -> Edition:
    """The newest edition of the campaign. Raises Misused when there is none, Refused for a draft or what cannot be read."""
    places = () if request.everything else wanted
    base = known.workspace.base
    found = final_edition(base, known.library, today, campaign=request.campaign, places=places, anew=True)
    return Edition(f"{found.folder.parent.name}/{found.folder.name}", found.record)
