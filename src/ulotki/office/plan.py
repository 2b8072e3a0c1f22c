"""What a build would change, and why; nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ulotki.content.campaign import campaign_over
from ulotki.edition import jobs as edition
from ulotki.edition import plan as plans
from ulotki.edition.jobs import Job, entries
from ulotki.edition.plan import BuildPlan, Less, OtherReason, PlanPiece
from ulotki.edition.record import unread_findings
from ulotki.errors import Finding, Refused, say
from ulotki.frozen import dataclass
from ulotki.handout.truth import mended_pieces
from ulotki.office import Outcome
from ulotki.office.build_pieces import Try, ordered_jobs
from ulotki.office.built import BuildRequest
from ulotki.values import filled
from ulotki.workspace import Workspace, editions
from ulotki.workspace.memory import Memory, Records, unchanged_edition
from ulotki.workspace.taken import BuildWork


@dataclass(frozen=True, slots=True)
class ChangeData:
    """A piece that is not as in the edition; see `edition.plan.PieceChange`. copies: for all places together."""

    name: str
    kind: str
    values: tuple[tuple[str, str | None, str | None], ...]
    places: tuple[tuple[str, int], ...]
    mark: str | None
    copies: int
    doubtful: tuple[str, ...] = ()
    other: tuple[OtherReason, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedData:
    """edition: what it is compared with.  pending: whether a build would do anything.  unchanged: pieces as they are."""

    edition: str
    pending: bool
    changes: tuple[ChangeData, ...]
    less: tuple[Less, ...]
    unchanged: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedBuild:
    """change: from the newest edition to what would be made.  edition: the name of its folder, "" when there is none.

    marks: words across the pieces as they would be, and how many pieces have one.
    """

    change: BuildPlan
    edition: str
    marks: tuple[str, ...] = ()
    marked: int = 0

    @property
    def data(self) -> PlannedData:
        """What other programs get."""
        change = self.change
        changes = tuple(
            filled(ChangeData, one, doubtful=tuple(dict(one.doubtful)), other=tuple(why for why, *_ in one.other))
            for one in change.changes
        )
        return PlannedData(self.edition, self.pending, changes, change.less, change.same, self.marks)

    @property
    def pending(self) -> bool:
        """Whether a build would do anything."""
        return bool(self.change.changes) or self.change.anew


def plan(workspace: Workspace, request: BuildRequest, today: datetime.date, tries: Try) -> Outcome[PlannedBuild]:
    """What a build of the same request would do. tries: draws what looks the same and may yet be drawn otherwise."""
    same = unchanged_edition(workspace.base, workspace.folder, request.campaign, request.wish, today)
    if same and same[0].name != editions.DRAFT:
        folder, found = same
        torn = unread_findings(editions.of(folder.parent))
        planned = PlannedBuild(BuildPlan((), len(found.pieces)), folder.name)
        return Outcome(planned, torn, campaign_over(found.campaign, found.until, today))
    return _compare(workspace, request, today, tries)


def _compare(workspace: Workspace, request: BuildRequest, today: datetime.date, tries: Try) -> Outcome[PlannedBuild]:
    library, ordered = request.wish.ordered(workspace.folder, request.campaign, today)
    target = workspace.base / ordered.id
    newest = editions.newest(target)[1]
    work = BuildWork(ordered, library, request.wish.purposed(editions.readable(newest)))
    before = editions.readable(newest)
    known, damaged = editions.examined(newest, before) if newest and before else (None, frozenset[str]())
    old = plans.record_pieces(known, damaged | mended_pieces(known, library)) if known else ()
    memory = Memory.read(target)
    jobs = ordered_jobs(ordered, library, request.wish)
    found, refused = _pieces(jobs, target, work, memory)
    files = known.files if known else ()
    unsure = {one.name: one for one in old if not memory.drew([file for file in files if file.name == one.name])}
    found, more = _draw_unsure(found, unsure, work, tries)
    head = known is None or plans.heads(known, ordered)
    change = plans.compare(old, [*found.values()], head=head, lost={job.name for job in jobs if job not in found})
    marks = [piece.mark for piece in found.values() if piece.mark]
    planned = PlannedBuild(change, newest.name if newest else "", tuple(sorted(set(marks))), len(marks))
    findings = dict.fromkeys((*unread_findings(editions.of(target)), *refused, *more, *library.faults(ordered)))
    asides = [*campaign_over(ordered.id, ordered.until, today)]
    if marks:
        words = ", ".join(planned.marks)
        asides.append(say("marked {marks}, so a draft and no edition: pieces {count}", marks=words, count=len(marks)))
    return Outcome(planned, tuple(findings), tuple(asides), pending=planned.pending)


def _pieces(
    jobs: Sequence[Job], target: Path, work: BuildWork, memory: Memory
) -> tuple[dict[Job, PlanPiece], list[Finding]]:
    """Each piece as it would be: from the record of the last build where nothing of it changed, else laid out."""
    records: Records = {}
    found: dict[Job, PlanPiece] = {}
    refused: list[Finding] = []
    for job in jobs:
        try:
            known = memory.entries(target, job, work.inputs(job), work, records)
            made = replace(plans.piece_of(known), places=job.places) if known else _laid_out(job, work)
            found[job] = replace(made, doubtful=work.doubtful(job, made.values) if made.mark else ())
        except Refused as trouble:
            refused += trouble.findings
    return found, refused


def _laid_out(job: Job, work: BuildWork) -> PlanPiece:
    """The piece before it is drawn."""
    made = edition.proved(job, work.campaign, work.library)
    return PlanPiece(
        name=job.name,
        code=made.code,
        values={ref: value.value for ref, value in made.values.items()},
        mark=made.mark.value if made.mark else None,
        places=job.places,
        purposes=frozenset(purpose.name for purpose in work.purposes),
        until=made.until,
        told=(made.title, job.scam, job.template, job.format, job.palette, job.lang, len(made.pages)),
    )


def _draw_unsure(
    found: dict[Job, PlanPiece], old: dict[str, PlanPiece], work: BuildWork, tries: Try
) -> tuple[dict[Job, PlanPiece], list[Finding]]:
    """*found* with those drawn that look as in *old*, which another program drew: their files may still be others."""
    kin = {job: old[one.name] for job, one in found.items() if one.contents is None and one.name in old}
    alike = [job for job, before in kin.items() if not before.differs(found[job])]
    refused: list[Finding] = []
    for job, result in tries(alike, work):
        if isinstance(result, tuple):
            refused += result
            del found[job]
        else:
            found[job] = plans.piece_of(entries(result, work.campaign))
    return found, refused
