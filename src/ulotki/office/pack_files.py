"""The files of a pack: what is printed, as data, and the letter as a message."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ulotki.documents.draft import copied, message
from ulotki.documents.formats import document
from ulotki.documents.letter import mail
from ulotki.handout.pack import Office, Pack
from ulotki.handout.sheets import Job, Share

Files = Mapping[str, tuple[Job, bytes]]
"""Name → print job and PDF."""


def mails_of(one: Pack, papers: Office, stem: str) -> dict[str, bytes]:
    """The letter of a pack as a draft, and beside it text and PDF for mail programs that open none. Nothing goes with a replacement."""
    if one.alone:
        return {}
    found = mail(one, papers, papers.author)
    return {
        f"{stem}.eml": message(found),
        f"{stem}-e-mail.txt": copied(found, papers.words.mail).encode(),
        f"{stem}-pismo.pdf": document(found.paper, ".pdf"),
    }


def row(parent: Path, share: Share, files: Files) -> dict[str, object]:
    """A pack as a table. file: the first of its jobs."""
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
                "count": job.count,
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
