"""What is printed at one go: all of an edition, or the packs of some places, as few files as the printer's settings allow."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from ulotki.documents.bundle import draw_job, pack_jobs, pack_parts
from ulotki.edition.record import Edition
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import make_office
from ulotki.handout.print_job import PrintJob
from ulotki.handout.print_part import PrintPart
from ulotki.office import Begin, Outcome, meant_packs, silent
from ulotki.office import pack as packing
from ulotki.office.facts import Facts, gather_facts
from ulotki.office.meant_packs import PackRequest
from ulotki.office.pack_files import JobData
from ulotki.office.pack_maker import Maker
from ulotki.workspace import Workspace, packed, writing


@dataclass(frozen=True, slots=True)
class Printed:
    """A file to print. name: of what is in it.  part: "przody" or "tyly" when sheets are turned by hand.  pieces: different ones.

    copies: of all pieces together; both 0 where several files hold them, or papers lie between them.
    """

    name: Say
    part: str
    job: PrintJob
    pieces: int
    copies: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PrintStack:
    """The files, in the order in which they are printed. edition: its code.  places: whose packs these are."""

    edition: str
    places: tuple[str, ...]
    files: tuple[Printed, ...]

    @property
    def sheets(self) -> int:
        """Sheets of paper."""
        return sum(one.job.sheets for one in self.files if one.part != "tyly")


@dataclass(frozen=True, slots=True)
class JoinedData:
    """The files that were written for several places together."""

    edition: str
    places: tuple[str, ...]
    jobs: tuple[JobData, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The packs of several places that were written together. files: where each file of the stack lies."""

    stack: PrintStack
    files: tuple[Path, ...]

    @property
    def data(self) -> JoinedData:
        """What other programs get."""
        files = zip(self.files, self.stack.files, strict=True)
        jobs = tuple(JobData.of(file, one.job, len(one.data)) for file, one in files)
        return JoinedData(self.stack.edition, self.stack.places, jobs)


HANGS, GIVEN, PACKS = say("posters for boards"), say("leaflets to hand out"), say("packs")


def make_stack(
    workspace: Workspace, request: PackRequest, today: datetime.date, begin: Begin = silent
) -> Outcome[PrintStack]:
    """The files. With places in the request their packs, else all that the newest edition of the campaign holds.

    Raises Refused when the campaign is over, or a piece is not the one of its edition; Misused when nothing is to be printed.
    """
    make = _packs if request.places or request.everything else _edition
    return make(gather_facts(workspace, request.day or today, today), request, today, begin)


def write_together(
    workspace: Workspace, request: PackRequest, file: Path, today: datetime.date, begin: Begin = silent
) -> Outcome[Joined]:
    """Write the packs of several places as *file*; numbered and named where the printer needs other settings in between."""
    outcome = make_stack(workspace, request, today, begin)
    made = outcome.value
    several = len(made.files) > 1
    paths = tuple(
        file.with_stem("-".join(filter(None, (file.stem, f"{number}-{one.job.name}" if several else "", one.part))))
        for number, one in enumerate(made.files, 1)
    )
    for path, one in zip(paths, made.files, strict=True):
        writing.write(path, one.data)
    return outcome.giving(Joined(made, paths))


def _edition(known: Facts, request: PackRequest, today: datetime.date, begin: Begin) -> Outcome[PrintStack]:
    base = meant_packs.newest_of(known, request, (), today)
    maker = Maker(known, make_office(known.library, known.judge.day), base, {})
    wanted = [one for one in base.record.pieces if one.copies]
    groups: dict[tuple[str, bool, str, str], list[tuple[PrintPart, int]]] = {}
    with begin([one.title for one in wanted]) as done:
        for entry in wanted:
            piece = maker.piece(base, entry)
            part = PrintPart.of(piece, entry.copies)
            alike = (piece.stock, not piece.hangs, part.paper, piece.duplex or "")
            groups.setdefault(alike, []).append((part, entry.copies))
            done(entry.title)
    files: list[Printed] = []
    for (_stock, given, *_rest), group in sorted(groups.items()):
        parts, copies = [part for part, _ in group], sum(copies for _, copies in group)
        files += _drawn(GIVEN if given else HANGS, parts, maker, len(group), copies)
    return Outcome(PrintStack(base.record.edition, (), tuple(files)), known.findings)


def _packs(known: Facts, request: PackRequest, today: datetime.date, begin: Begin) -> Outcome[PrintStack]:
    meant = meant_packs.meant_packs(known, request, today)
    if (maker := meant.maker) is None:
        return packing.nothing_to_replace(known, meant).giving(PrintStack("", (), ()))
    found: list[PrintPart] = []
    with begin([one.place.name for one in meant.packs]) as done:
        for one in meant.packs:
            found += pack_parts(one, maker.papers)
            done(one.place.name)
    pieces = {piece.code for one in meant.packs for piece, _ in one.pieces}
    places = tuple(one.place.id for one in meant.packs)
    if not request.new:
        _note(known.workspace, maker.base, places)
    files = tuple(_drawn(PACKS, found, maker, len(pieces), 0))
    return Outcome(PrintStack(maker.base.record.edition, places, files), meant.findings, meant.asides)


def _note(workspace: Workspace, base: Edition, places: tuple[str, ...]) -> None:
    """Remember whose packs were made, beside those that were made of the same edition before."""
    campaign, code = base.record.campaign, base.record.edition
    before = packed.last(workspace.base)
    known = before.places if before and (before.campaign, before.edition) == (campaign, code) else ()
    packed.note(workspace.base, packed.Packed(campaign, code, tuple(dict.fromkeys((*known, *places)))))


def _drawn(name: Say, found: Sequence[PrintPart], maker: Maker, pieces: int, copies: int) -> list[Printed]:
    made = pack_jobs(found, maker.papers)
    told = (pieces, copies) if len(made) == 1 else (0, 0)
    title, passes = maker.base.record.title, [one for job in made for one in job.passes]
    return [Printed(name, side, part, *told, draw_job(part, title, maker.papers)) for side, part in passes]
