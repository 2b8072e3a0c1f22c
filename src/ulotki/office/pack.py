"""What a place gets as one file to print: all that an edition has for it, or only what must be replaced there."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from ulotki.documents.distribution import distribution, distribution_table
from ulotki.documents.formats import paper_pdf
from ulotki.documents.page_layout import pages
from ulotki.errors import say
from ulotki.frozen import dataclass
from ulotki.handout.pack import Pack
from ulotki.handout.quantities import PrintedPack
from ulotki.handout.recall import plan_recall
from ulotki.office import Begin, Outcome, Progress, silent
from ulotki.office.facts import Facts, gather_facts
from ulotki.office.meant_packs import MeantPacks, PackRequest, meant_packs
from ulotki.office.pack_files import Files, PackData, PackedData, letter_files
from ulotki.office.pack_maker import Maker
from ulotki.workspace import Workspace, packed, writing

LIST = "lista-rozdzialu"

MAIL = "e-mail"
"""The folder of the drafts, beside the packs of several places."""


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
        """What other programs get."""
        packs = tuple(PackData.of(self.folder, share, files) for share, files in self.made)
        lists, mails = (tuple(self.folder / name for name in names) for names in (self.lists, self.mails))
        return PackedData(self.folder, self.edition, self.day, lists, mails, packs)


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


def nothing_to_replace(known: Facts, meant: MeantPacks) -> Outcome[WrittenPacks]:
    """The outcome that nothing has to be replaced, or that it is not known."""
    unsure = any(one.place in meant.wanted for one in plan_recall(known.entries, known.judge).down)
    doubt = say("nobody can tell what is there, look at it: ulotki recall")
    what = doubt if unsure else say("nothing has to be replaced there")
    return Outcome(WrittenPacks(known.judge.day, "", known.workspace.base), meant.findings, (what,), pending=unsure)


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
    return WrittenPacks(maker.papers.day, record.edition, folder, tuple(written), lists, tuple(mails))
