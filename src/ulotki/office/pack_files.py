"""The files of a pack: what is printed, as data, and the letter as a message."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from ulotki.documents.draft import draft_file, draft_text
from ulotki.documents.formats import document_file
from ulotki.documents.letter import letter_mail
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import Pack
from ulotki.handout.print_job import PrintJob
from ulotki.handout.quantities import PrintedPack
from ulotki.paper import Edge

Files = Mapping[str, tuple[PrintJob, bytes]]
"""Name → print job and PDF."""


def letter_files(one: Pack, papers: Office, stem: str) -> dict[str, bytes]:
    """The letter of a pack as a draft, and beside it text and PDF for mail programs that open none. Nothing goes with a replacement."""
    if one.alone:
        return {}
    found = letter_mail(one, papers)
    letter = document_file(found.paper, ".pdf")
    return {
        f"{stem}.eml": draft_file(found, letter),
        f"{stem}-e-mail.txt": draft_text(found, papers.words.mail).encode(),
        f"{stem}-pismo.pdf": letter,
    }


@dataclass(frozen=True, slots=True)
class JobData:
    """A file to print, and how. duplex: the edge it turns over, None for one side.  count: how often it is printed."""

    file: Path
    duplex: Edge | None
    paper: str
    stock: str
    pages: int
    sheets: int
    count: int
    bytes: int

    @classmethod
    def of(cls, file: Path, job: PrintJob, size: int) -> JobData:
        """*job*, which lies in *file* of *size* bytes."""
        return cls(file, job.duplex, job.paper, job.stock, len(job.pages), job.sheets, job.count, size)


@dataclass(frozen=True, slots=True)
class PackPieceData:
    """A piece in a pack."""

    code: str
    name: str
    copies: int
    sheets: int


@dataclass(frozen=True, slots=True)
class PackData:
    """What a place gets. file: the first of its jobs."""

    place: str
    file: Path
    jobs: tuple[JobData, ...]
    pages: int
    sheets: int
    pieces: tuple[PackPieceData, ...]

    @classmethod
    def of(cls, parent: Path, share: PrintedPack, files: Files) -> PackData:
        """*share*, with its *files* in *parent*."""
        jobs = tuple(JobData.of(parent / name, job, len(data)) for name, (job, data) in files.items())
        pieces = tuple(PackPieceData(one.code, one.name, copies, one.sheets(copies)) for one, copies in share.pieces)
        return cls(share.place.id, jobs[0].file, jobs, sum(job.pages for job in jobs), share.sheets, pieces)


@dataclass(frozen=True, slots=True)
class PackedData:
    """What was written, and for which edition."""

    folder: Path
    edition: str
    day: datetime.date
    lists: tuple[Path, ...]
    mails: tuple[Path, ...]
    packs: tuple[PackData, ...]
