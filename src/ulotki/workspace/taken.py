"""What a build takes over from the last one: pieces of the same inputs whose bytes lie there as they were made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ulotki import files, fingerprint
from ulotki.content.campaign import Campaign
from ulotki.edition import jobs as edition
from ulotki.edition.jobs import Job, Made, MadeFile, texts
from ulotki.edition.record import Record, picture_path
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.page.purpose import Purpose
from ulotki.workspace.memory import Memory, Records, Remembered


@dataclass(frozen=True, slots=True)
class BuildWork:
    """What all jobs of a build share."""

    campaign: Campaign
    library: Library
    purposes: tuple[Purpose, ...]

    def inputs(self, job: Job) -> str:
        """A digest of all that *job* is made of."""
        return edition.inputs(job, self.campaign, self.library, fingerprint.program(), self.purposes)

    def doubtful(self, job: Job, refs: Iterable[str]) -> tuple[str, ...]:
        """Those of *refs* whose values are not good on the day of which *job* speaks."""
        day = edition.job_day(job, self.campaign, self.library)
        both = (one for value in self.library.register for one in value.on(day))
        good = {one.ref for one in both if one and one.state(day).holds}
        return tuple(ref for ref in refs if ref not in good)


def new_memory(folder: Path, kept: Record, made: Sequence[Made], digests: Mapping[Job, str], key: str) -> Memory:
    """What is to be remembered of a build. kept: the record of what now lies in *folder*."""
    lying = {file.path: file.sha256 for file in kept.files}
    pieces = {
        piece.job.name: Remembered(
            inputs=digests[piece.job],
            folder=folder.name,
            program=fingerprint.program(),
            files={path: lying.get(path) or hashlib.sha256(data).hexdigest() for path, data in contents(piece).items()},
        )
        for piece in made
    }
    return Memory(key, folder.name, pieces)


def take_over(memory: Memory, target: Path, job: Job, inputs: str, work: BuildWork, records: Records) -> Made | None:
    """The piece as the last build made it, None when it must be made anew, or its bytes are not the same."""
    entries = memory.entries(target, job, inputs, work, records)
    if not entries:
        return None
    known = memory.pieces[job.name]
    try:
        data = {path: files.contents(target / known.folder / path) for path in known.files}
        shown = data[picture_path(job.name)]
    except (OSError, KeyError):
        return None
    if any(hashlib.sha256(data[path]).hexdigest() != digest for path, digest in known.files.items()):
        return None
    first = entries[0]
    return Made(
        job=job,
        title=first.title,
        code=first.code,
        pages=first.pages,
        files=tuple(MadeFile(file.path, file.purpose, data[file.path], file.content) for file in entries),
        values=tuple(first.values.items()),
        doubtful=work.doubtful(job, first.values),
        mark=first.mark,
        picture=shown,
        ink=first.ink,
        until=first.until,
        texts=texts(job, work.library),
    )


def contents(piece: Made) -> dict[str, bytes]:
    """Path → contents of everything that is written of a piece."""
    return {**{file.path: file.data for file in piece.files}, picture_path(piece.job.name): piece.picture}
