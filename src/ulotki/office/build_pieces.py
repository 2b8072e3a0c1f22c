"""Makes the pieces of a build, or takes them from the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ulotki.content.campaign import Campaign
from ulotki.drawing.preview import ink, thumbnail
from ulotki.edition.jobs import Job, Made, jobs, make
from ulotki.errors import Finding, Refused, misused, say
from ulotki.library import Library
from ulotki.office import Tries
from ulotki.workspace.memory import Memory, Records, Wish
from ulotki.workspace.taken import BuildWork, take_over

THUMBNAIL = 50
"""dpi of the pictures on the contact sheet."""

Try = Tries["Job", BuildWork, "Made"]
"""Makes jobs: each with what `try_piece` made of it."""


def ordered_jobs(campaign: Campaign, library: Library, wish: Wish) -> tuple[Job, ...]:
    """The pieces that are asked for. Raises Misused when there is none."""
    found = jobs(campaign, library, wish.palettes, wish.words)
    if found:
        return found
    words = ", ".join(wish.words)
    what = say("no piece of this campaign is all of: {words}", words=words) if words else say("nothing is ordered")
    raise misused(what, say("leave one of the words out"))


class MadePieces:
    """The results of all jobs: reused from the last build or made now, and why the others were refused."""

    def __init__(self, found: Sequence[Job], work: BuildWork, memory: Memory, target: Path, tries: Try) -> None:
        self.memory = memory
        self.digests: dict[Job, str] = {}
        self.refused: list[Finding] = []
        for job in found:
            try:
                self.digests[job] = work.inputs(job)
            except Refused as trouble:
                self._refuse(trouble.findings)
        records: Records = {}
        done = {job: take_over(memory, target, job, digest, work, records) for job, digest in self.digests.items()}
        for job, result in tries([job for job, old in done.items() if old is None], work):
            if isinstance(result, tuple):
                self._refuse(result)
            else:
                done[job] = result
        self.pieces = [piece for job in found if (piece := done.get(job))]

    def _refuse(self, findings: Sequence[Finding]) -> None:
        self.refused += [one for one in findings if one not in self.refused]


def try_piece(job: Job, work: BuildWork) -> Made | tuple[Finding, ...]:
    """The finished job with its picture, or what was refused."""
    try:
        made = make(job, work.campaign, work.library, work.purposes)
    except Refused as trouble:
        return trouble.findings
    from ulotki.readback import Readback  # a build with nothing to do opens no file

    with Readback(made.files[0].data) as back:
        pictures = back.pictures(THUMBNAIL)
    return replace(made, picture=thumbnail(pictures), ink=ink(pictures))
