"""What a place gets as one file to print: all that an edition has for it, or only what must be replaced there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from ulotki.content.campaign import Campaign
from ulotki.content.people import Person
from ulotki.content.places import find_places
from ulotki.documents.bundle import draw_job, pack_jobs, pack_parts
from ulotki.documents.distribution import distribution, distribution_table
from ulotki.documents.host_page import PICTURE
from ulotki.documents.paper import pages, paper_pdf
from ulotki.edition import jobs as ordering
from ulotki.edition.record import Edition, Record, RecordEntry
from ulotki.errors import Finding, Misused, Refused, Say, Where, say
from ulotki.frozen import dataclass
from ulotki.handout import pack as packing
from ulotki.handout.ledger import Standing
from ulotki.handout.pack import Office, OldPiece, Pack, PackPiece
from ulotki.handout.recall import Visit, outdated_at, plan_recall
from ulotki.handout.sheets import PrintedPack
from ulotki.handout.truth import Verdict
from ulotki.library import Library
from ulotki.office import Outcome, Progress
from ulotki.office.facts import Facts, gather_facts
from ulotki.office.final import final_edition
from ulotki.office.pack_files import Files, PackData, PackedData, letter_files
from ulotki.workspace import Workspace, packed, writing

LIST = "lista-rozdzialu"

MAIL = "e-mail"
"""The folder of the drafts, beside the packs of several places."""

Progressing = Callable[[Sequence[str]], AbstractContextManager[Progress]]
"""Opened with the ids of all places that are packed; what it gives is called with each that is done."""


def no_progress(names: Sequence[str]) -> AbstractContextManager[Progress]:
    """Progress that is not shown."""
    return nullcontext(lambda name: None)


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
        raise Misused([Finding("use", say("no place is named"), hint)])
    found = find_places(library.places, ["all"] if request.everything else request.places)
    if request.output is not None and len(found) != 1:
        what = say("one file is for one place, and these are {count}", count=len(found))
        raise Misused([Finding("use", what, say("leave -o out: all go into one folder; or --together FILE.pdf"))])
    return found


def pack(
    workspace: Workspace, request: PackRequest, today: datetime.date, progress: Progressing = no_progress
) -> Outcome[WrittenPacks]:
    """Lay out, draw and write the packs. Raises Refused when a campaign is over or a piece is not the one of its edition."""
    day = request.day or today
    known = gather_facts(workspace, day, today)
    wanted = meant_places(request, known.library)
    hosts = known.hosts()
    asides: list[Say] = []
    unread = known.library.places.unread.values() if request.everything else ()
    findings = (*known.findings, *hosts.faults(wanted), *(why for one in unread for why in one.findings))
    visits = visits_to(known, wanted) if request.new else ()
    if request.new and not visits:
        return _nothing_to_replace(known, wanted, findings)
    base = brought_from(known, visits) if request.new else newest_of(known, request, wanted, today)
    maker = Maker(known, packing.make_office(known.library, day), base, hosts)
    packs = [maker.replacing(visit) for visit in visits] if request.new else whole_packs(maker, wanted, asides)
    with progress([one.place.id for one in packs]) as done:
        made = _write_packs(maker, packs, request, done)
    asides += [line for visit in visits for line in _hand_over_commands(visit)]
    return Outcome(made, findings, tuple(asides))


def _hand_over_commands(visit: Visit) -> Iterator[Say]:
    """How to write down that what a visit brings was given: without it, hand-over would write down all that was ordered."""
    codes: dict[int, list[str]] = {}
    for one in visit.brings:
        codes.setdefault(one.copies, []).append(f"--piece {one.code}")
    for copies, pieces in codes.items():
        yield say(
            "once it is handed over: ulotki hand-over {place} {pieces} --copies {copies}",
            place=visit.place,
            pieces=" ".join(pieces),
            copies=copies,
        )


def _nothing_to_replace(known: Facts, wanted: Sequence[str], findings: tuple[Finding, ...]) -> Outcome[WrittenPacks]:
    """That nothing has to be replaced, or that nobody can tell."""
    unsure = any(one.place in wanted for one in plan_recall(known.entries, known.judge).down)
    doubt = say("nobody can tell what is there, look at it: ulotki recall")
    made = WrittenPacks(known.judge.day, "", known.workspace.base)
    return Outcome(made, findings, (doubt if unsure else say("nothing has to be replaced there"),), pending=unsure)


def whole_packs(maker: Maker, wanted: Sequence[str], asides: list[Say]) -> list[Pack]:
    """All that the edition has for each place. Raises Misused when that is nothing, Refused when it is over."""
    record = maker.base.record
    going = [id for id in wanted if any(one.ordered(id) for one in record.pieces)]
    if not going:
        what = say(
            "the edition {edition} holds nothing for: {places}", edition=record.edition, places=", ".join(wanted)
        )
        raise Misused([Finding("use", what, say("order something for them in the campaign, and build"))])
    asides += [say("nothing is ordered for {place}", place=id) for id in wanted if id not in going]
    over = {one.name: _day(one.until) for one in record.pieces if one.until and _day(one.until) < maker.day}
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
        raise Refused([Finding("pack", what, hint)])
    asides += [say("{piece} is left out: its last day is over", piece=name) for name in sorted(over)]
    asides += again
    return packs


def visits_to(known: Facts, wanted: Sequence[str]) -> tuple[Visit, ...]:
    """Where something must be replaced or come down, in the order of *wanted*. Raises Refused while nobody knows."""
    found = plan_recall(known.entries, known.judge)
    if found.unwritten:
        what = say("nobody has written down yet what was handed over, so nobody knows what must be replaced")
        raise Refused([Finding("pack", what, say("pack all: ulotki pack PLACE; then write it down: ulotki hand-over"))])
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


def _piece(edition: Edition, code: str) -> RecordEntry:
    return next(one for one in edition.record.pieces if one.code == code)


class Maker:
    """Makes packs of editions; what several places get is laid out once."""

    def __init__(self, known: Facts, papers: Office, base: Edition, hosts: Mapping[str, Person]) -> None:
        self.known, self.papers, self.base, self.hosts = known, papers, base, hosts
        self.orders: dict[str, tuple[Campaign, dict[str, ordering.Job]]] = {}
        self.pieces: dict[str, PackPiece] = {}
        self.shown: dict[str, OldPiece] = {}

    @property
    def day(self) -> datetime.date:
        """On the papers."""
        return self.papers.day

    def pack(self, id: str, wanted: Iterable[tuple[Edition, RecordEntry, int]], visit: Visit | None) -> Pack:
        """What the place *id* gets. visit: what must come down there, None for as far as we know.

        Raises Refused when a piece is not the one of the edition.
        """
        pieces = packing.in_printing_order((self.piece(edition, entry), copies) for edition, entry, copies in wanted)
        codes = {piece.code for piece, _ in pieces}
        known = self.known
        down: Iterable[Standing] = (
            outdated_at(id, known.entries, known.judge)
            if visit is None
            else (one.standing for one in visit.wrong if one.judgment.verdict is Verdict.DOWN)
        )
        old = {one.code: one.title for one in down if visit is not None or one.code not in codes}
        return Pack(known.library.places[id], self.hosts.get(id), pieces, tuple(self.old(old)), alone=visit is not None)

    def replacing(self, visit: Visit) -> Pack:
        """Only what a place needs new, and what must come down there."""
        newest = self.known.judge.newest_editions
        brings = [(newest[one.campaign], _piece(newest[one.campaign], one.code), one.copies) for one in visit.brings]
        return self.pack(visit.place, brings, visit)

    def piece(self, edition: Edition, entry: RecordEntry) -> PackPiece:
        """A piece laid out for the printer."""
        record = edition.record
        if entry.code not in self.pieces:
            packing.refuse_wrong_texts(self.known.judge.entry(entry), record.campaign, self.day)
            if record.campaign not in self.orders:
                self.orders[record.campaign] = _ordered(self.known.library, record, self.day)
            campaign, made = self.orders[record.campaign]
            names, anew = self.papers.names, self.anew(campaign.id)
            self.pieces[entry.code] = packing.lay_out(
                made[entry.name], entry, campaign, self.known.library, names, self.day, anew
            )
        return self.pieces[entry.code]

    def anew(self, campaign: str) -> Say:
        """How the edition of a campaign is made of the day on the papers: build speaks of today unless it is told a day."""
        ahead = f" --on {self.day.isoformat()}" if self.day > self.known.asked else ""
        return say("make the edition anew first: ulotki build {campaign}", campaign=f"{campaign}{ahead}")

    def runs(self, name: str) -> bool:
        """Whether a piece of the edition whose last day is over is ordered for longer: a value on it has ended sooner."""
        record = self.base.record
        if record.until and _day(record.until) < self.day:
            return False
        campaign, made = _ordered(self.known.library, record, self.day)
        return made[name].meeting is None and (made[name].until or campaign.until or self.day) >= self.day

    def old(self, titles: Mapping[str, str]) -> Iterator[OldPiece]:
        """Pieces as they looked, where they still lie here as they were made."""
        missing = set(titles) - set(self.shown)
        shots = self.known.pictures(missing, PICTURE)
        for code in missing:
            entry = self.known.judge.piece(code).entry
            name = packing.piece_name(entry, self.known.library, self.papers.names) if entry else titles[code]
            self.shown[code] = OldPiece(code, name, shots.get(code))
        yield from (self.shown[code] for code in titles)

    def files(self, one: Pack, stem: str) -> tuple[PrintedPack, Files]:
        """A pack as files, by name. Raises Refused when a page does not say what was ordered."""
        found = pack_jobs(pack_parts(one, self.papers), self.papers)
        made = {}
        for number, job in enumerate(found, 1):
            name = f"{stem}-{number}-{job.name}" if len(found) > 1 else stem
            for side, part in job.passes:
                file = "-".join(filter(None, (name, side)))
                made[f"{file}.pdf"] = (part, draw_job(part, packing.file_title(one.place), self.papers))
        return PrintedPack(one.place, one.pieces, found), made


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


def _within(until: str | None, ordered: datetime.date | None) -> bool:
    """Whether a piece that hangs until *until* is what was *ordered*: a value or a meeting may have ended it sooner."""
    return ordered is None or (until is not None and until <= ordered.isoformat())


def _ordered(library: Library, found: Record, day: datetime.date) -> tuple[Campaign, dict[str, ordering.Job]]:
    """The campaign of an edition, as it speaks on *day*, and its jobs by name. Raises Refused when it now orders anything else."""
    campaign = replace(library.campaign(found.campaign), day=_day(found.day), as_of=max(day, _day(found.speaks)))
    said = {entry.name: entry.places for entry in found.pieces}
    hangs = {entry.name: entry.until for entry in found.pieces}
    for palettes in ((), tuple(dict.fromkeys(entry.palette for entry in found.pieces))):
        made = {job.name: job for job in ordering.jobs(campaign, library, palettes)}
        now = {name: job.places for name, job in made.items()}
        if now == said and all(_within(hangs[job.name], job.until or campaign.until) for job in made.values()):
            return campaign, made
    what = say("the campaign {campaign} now orders something else than its newest edition holds", campaign=campaign.id)
    hint = say("make the edition anew first: ulotki build {campaign}", campaign=campaign.id)
    raise Refused([Finding("pack", what, hint, Where(campaign.at.file))])


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
