"""`ulotki pack`: for each place one PDF that prints with one click, and the list of who gets what."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import handing, options
from ulotki.cli.ledger import cell
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.content import places
from ulotki.edition.record import Unreadable, divided
from ulotki.errors import Finding, Misused, Refused, Say, Where, say
from ulotki.workspace import editions, read, writing

if TYPE_CHECKING:
    from ulotki.content.campaign import Campaign
    from ulotki.content.people import Person
    from ulotki.edition.jobs import Job as Ordered
    from ulotki.edition.record import Entry, Record
    from ulotki.handout.pack import Office, Old, Pack, Piece
    from ulotki.handout.sheets import Job, Share
    from ulotki.library import Library

LIST = "lista-rozdzialu"

DPI = 100
"""Of a piece before it is made small: more than its picture has dots."""


@click.argument("place", nargs=-1, metavar=_("[PLACE]…"))
@click.option(
    "--all", "everything", is_flag=True, help=_("For every place that gets something, with a list of who gets what.")
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.pdf",
    help=_("For one place: where to."),
)
@click.option("--campaign", metavar="ID", help=_("Of this campaign; else the only or the newest one."))
@options.out
@click.option("--on", "day", type=options.Day(), metavar="DAY", help=_("The day on the letter; else today."))
def pack(
    talk: Talk,
    workspace: Path | None,
    place: tuple[str, ...],
    everything: bool,
    output: Path | None,
    campaign: str | None,
    out: Path | None,
    day: datetime.date | None,
) -> None:
    """Make the packs."""
    workspace = needed(workspace)
    names = options.several(place)
    if not names and not everything:
        raise Misused(
            [Finding("use", say("no place is named"), say("name who gets the pack: ulotki pack PLACE, or --all"))]
        )
    if output is not None:
        if output.suffix.lower() != ".pdf":
            what = say('"{name}" is no kind of file that we write', name=output.name)
            raise Misused([Finding("use", what, say("let its name end in .pdf"))])
        options.writable(output)
    library, when = read(workspace), day or options.today()
    base = out or workspace / "out"
    chosen = places.chosen(library.places, ["all"] if everything else names)
    folder, found = handing.handed_edition(base, library, None, campaign, () if everything else chosen)
    if output is not None and len(chosen) != 1:
        what = say("one file is for one place, and these are {count}", count=len(chosen))
        raise Misused([Finding("use", what, say("leave -o out: all go into one folder"))])
    going = [id for id in chosen if any(dict(one.places).get(id) for one in found.pieces)]
    if not going:
        what = say("the edition {edition} holds nothing for: {places}", edition=found.edition, places=", ".join(chosen))
        raise Misused([Finding("use", what, say("order something for them in the campaign, and build"))])
    made = _Packs(workspace, base, folder, found, library, when)
    packs = [made.pack(id) for id in going]
    for id in (id for id in chosen if id not in going):
        talk.aside(say("nothing is ordered for {place}", place=id))
    over = {piece.until for one in packs for piece, _ in one.pieces if piece.until and piece.until < when}
    if over:
        talk.aside(say("mind: they may hang until {day} only, and that is over", day=max(over)))
    written: list[tuple[Share, Files]] = []
    lists: list[str] = []
    if len(packs) == 1 and not everything:
        target = output or Path(f"paczka-{going[0]}.pdf")
        options.writable(target)
        parent = target.parent
        written += made.drawn(talk, packs, target.stem)
        for name, (_job, data) in written[0][1].items():
            writing.write(parent / name, data)
    else:
        parent = folder.parent / f"packs-{folder.name}"
        lists += [f"{LIST}.pdf", f"{LIST}.csv"]
        with writing.Alone(folder.parent):
            writing.sweep(folder.parent)
            with writing.folder(parent) as part:
                for share, files in made.drawn(talk, packs):
                    written.append((share, files))
                    for name, (_job, data) in files.items():
                        writing.put(part / name, data)
                shares = [share for share, _files in written]
                writing.put(part / lists[0], made.list(shares))
                writing.put(part / lists[1], table(shares, made.office))
    _said(talk, parent, written, lists, found, when, made.unread)
    if made.unread:
        raise click.exceptions.Exit(1)


command(pack, name="pack", help=_("Make what a place gets as one file to print."))

Files = dict[str, tuple["Job", bytes]]


class _Packs:
    """Makes packs of one edition; what several places get is laid out once."""

    def __init__(
        self, workspace: Path, base: Path, folder: Path, found: Record, library: Library, day: datetime.date
    ) -> None:
        from ulotki.handout.pack import office
        from ulotki.library import people

        self.base, self.folder, self.found, self.library, self.day = base, folder, found, library, day
        self.campaign, self.jobs = _ordered(library, found)
        self.office: Office = office(library, day)
        self.people: Mapping[str, Person] = people(workspace, library.places)
        self.ledger = handing.entries(workspace) if handing.ledger_of(workspace).exists() else None
        self.pieces: dict[str, Piece] = {}
        self.editions, self.unread = divided(editions.every(base))

    def pack(self, id: str) -> Pack:
        """What the place *id* gets. Raises Refused when a piece is not the one of the edition."""
        from ulotki.handout.pack import Pack, ordered

        mine = [(entry, copies) for entry in self.found.pieces if (copies := dict(entry.places).get(id, 0))]
        pieces = ordered((self._piece(entry), copies) for entry, copies in mine)
        codes = {piece.code for piece, _ in pieces}
        return Pack(self.library.places[id], self.people.get(id), pieces, tuple(self._old(id, codes)))

    def drawn(self, talk: Talk, chosen: Sequence[Pack], stem: str = "") -> Iterator[tuple[Share, Files]]:
        """Each pack as files, by name. stem: what they are called, "" for the place."""
        from ulotki.documents.bundle import drawn, parts
        from ulotki.handout.pack import title
        from ulotki.handout.sheets import Share, jobs

        with talk.progress([one.place.id for one in chosen], say("packing")) as done:
            for one in chosen:
                found = jobs(parts(one, self.office))
                name = stem or one.place.id
                many = len(found) > 1
                files = {
                    f"{name}-{number}-{job.name}.pdf" if many else f"{name}.pdf": (
                        job,
                        drawn(job, title(one.place), self.office),
                    )
                    for number, job in enumerate(found, 1)
                }
                yield Share(one.place, one.pieces, found), files
                done(one.place.id)

    def list(self, shares: Sequence[Share]) -> bytes:
        """The list of who gets what, as PDF."""
        from ulotki.documents.distribution import distribution
        from ulotki.documents.paper import pages, printed

        paper = distribution(shares, self.office, self.found.title, self.found.edition)
        return printed(paper, pages(paper))

    def _piece(self, entry: Entry) -> Piece:
        from ulotki.handout.pack import laid

        if entry.name not in self.pieces:
            job, names = self.jobs[entry.name], self.office.names
            self.pieces[entry.name] = laid(job, entry, self.campaign, self.library, names, self.day)
        return self.pieces[entry.name]

    def _old(self, id: str, codes: Collection[str]) -> Iterator[Old]:
        """What is out of date at a place: as the ledger says, or else as earlier editions were ordered."""
        current = handing.fresh(self.base)
        if self.ledger is not None:
            there = handing.standing(self.ledger, {id})
            names = {one.code: one.title for one in there if handing.stale(one, current, self.day)}
        else:
            names = {
                entry.code: entry.title
                for edition in self.editions
                for entry in edition.record.pieces
                if dict(entry.places).get(id) and self._past(entry, current[edition.record.campaign])
            }
        for code, title in names.items():
            if code not in codes:
                yield self._shown(code, title)

    def _past(self, entry: Entry, current: Collection[str]) -> bool:
        over = entry.until is not None and datetime.date.fromisoformat(entry.until) < self.day
        return over or entry.code not in current

    def _shown(self, code: str, title: str) -> Old:
        """A piece as it looked, when it still lies here as it was made."""
        from ulotki.documents.host_page import PICTURE
        from ulotki.documents.paper import DOTS
        from ulotki.drawing.preview import grey
        from ulotki.handout.pack import Old, called
        from ulotki.readback import Readback

        for edition in self.editions:
            for entry in edition.record.pieces:
                path = self.base / edition.where / entry.path
                if entry.code == code and editions.digest(path) == entry.sha256:
                    with Readback(path.read_bytes()) as back:
                        picture = grey(back.pictures(DPI)[0], round(PICTURE * DOTS))
                    payloads = tuple(value for ref, value in entry.values.items() if ref.startswith("address:"))
                    return Old(code, called(entry, self.library, self.office.names), picture, payloads)
        return Old(code, title)


def _ordered(library: Library, found: Record) -> tuple[Campaign, dict[str, Ordered]]:
    """The campaign of an edition and its jobs by name. Raises Refused when it now orders anything else."""
    from ulotki.edition import jobs as edition

    campaign = replace(library.campaign(found.campaign), day=datetime.date.fromisoformat(found.day))
    until = campaign.until.isoformat() if campaign.until else None
    said = {entry.name: (entry.places, entry.until) for entry in found.pieces}
    for palettes in ((), tuple(dict.fromkeys(entry.palette for entry in found.pieces))):
        jobs = {job.name: job for job in edition.jobs(campaign, library, palettes)}
        now = {name: (job.places, job.until.isoformat() if job.until else until) for name, job in jobs.items()}
        if now == said:
            return campaign, jobs
    what = say("the campaign {campaign} now orders something else than its newest edition holds", campaign=campaign.id)
    hint = say("make the edition anew first: ulotki build {campaign}", campaign=campaign.id)
    raise Refused([Finding("pack", what, hint, Where(campaign.at.file))])


def table(shares: Sequence[Share], office: Office) -> bytes:
    """Who gets what as a Polish spreadsheet opens it, a line for each piece of a place."""
    from ulotki.handout.sheets import percent

    words = office.words.distribution
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    heads = (words.place, words.kind, words.code, words.copies, words.sheets, words.ink_share)
    writer.writerow([cell(head.source) for head in heads])
    for share in shares:
        for piece, copies in share.pieces:
            row = (share.place.name, piece.name, piece.code, copies, piece.sheets(copies), percent(piece.ink))
            writer.writerow([cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _said(
    talk: Talk,
    parent: Path,
    written: Sequence[tuple[Share, Files]],
    lists: Sequence[str],
    found: Record,
    day: datetime.date,
    unread: Sequence[Unreadable],
) -> None:
    """Say what lies where, and how each is printed: once when it is the same for all."""
    talk.complain(one.finding for one in unread)
    jobs = [(share, name, job) for share, files in written for name, (job, _data) in files.items()]
    alike = len({(job.duplex, job.paper, job.stock) for _share, _name, job in jobs}) == 1
    for share, name, job in jobs:
        file = {"file": near(parent / name), "place": share.place.name, "sheets": job.sheets}
        if alike:
            talk.result(told(say("{file}: {place}, sheets {sheets}", **file)))
        else:
            line = say("{file}: {place}, sheets {sheets}, {sides}, on {stock} {paper}", **file, **_how(job))
            talk.result(told(line))
    for name in lists:
        talk.result(near(parent / name))
    if alike:
        talk.aside(say("print at 100 % (actual size), {sides}, on {stock} {paper}", **_how(jobs[0][2])))
    else:
        talk.aside(say("print each at 100 % (actual size), with the setting that stands beside it"))
    talk.data(
        "pack",
        folder=str(parent),
        edition=found.edition,
        day=day.isoformat(),
        lists=[str(parent / name) for name in lists],
        packs=[_row(parent, share, files) for share, files in written],
        findings=[as_data(one.finding) for one in unread],
    )


SIDES: Mapping[str | None, Say] = {
    None: say("on one side"),
    "short": say("on both sides, turned over the short edge"),
    "long": say("on both sides, turned over the long edge"),
}
STOCKS: Mapping[str, Say] = {
    "sheet": say("plain paper"),
    "card": say("thick card"),
    "sticker": say("self-adhesive paper"),
}


def _how(job: Job) -> dict[str, object]:
    return {"sides": SIDES[job.duplex], "stock": STOCKS[job.stock], "paper": job.paper}


def _row(parent: Path, share: Share, files: Files) -> dict[str, object]:
    """A pack for JSON. file: the first of its jobs."""
    return {
        "place": share.place.id,
        "file": str(parent / next(iter(files))),
        "jobs": [
            {
                "file": str(parent / name),
                "duplex": job.duplex,
                "paper": job.paper,
                "stock": job.stock,
                "pages": len(job.pages),
                "sheets": job.sheets,
                "bytes": len(data),
            }
            for name, (job, data) in files.items()
        ],
        "pages": sum(len(job.pages) for job, _ in files.values()),
        "sheets": share.sheets,
        "pieces": [
            {"code": piece.code, "name": piece.name, "copies": copies, "sheets": piece.sheets(copies)}
            for piece, copies in share.pieces
        ],
    }
