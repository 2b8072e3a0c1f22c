"""`ulotki build`: everything that a campaign orders, whole or not at all; what did not change is taken over."""

from __future__ import annotations

import datetime
import hashlib
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options, workers
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.edition import plan, record
from ulotki.edition.plan import Plan
from ulotki.edition.record import Entry, Record, Unreadable, divided
from ulotki.errors import Finding, Misused, Refused, say
from ulotki.workspace import editions, writing
from ulotki.workspace.memory import CURRENT, Memory, Records, Wish, Work, contents, untouched

if TYPE_CHECKING:
    from ulotki.content.campaign import Campaign
    from ulotki.edition.jobs import Job, Made
    from ulotki.library import Library

FEW = 6
"""Pieces for which a second process is not worth its start."""

THUMBNAIL = 50
"""dpi of the pictures on the contact sheet."""


@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@click.option(
    "--only", multiple=True, metavar="WORD", help=_("Only this scam, template or place; into the draft folder.")
)
@click.option("--for", "purpose", multiple=True, metavar="NAME", help=_("web or press beside office."))
@click.option("--palette", multiple=True, metavar="NAME", help=_("colour, mono or eco instead of the campaign's."))
@options.on
@options.out
@workers.jobs
@click.option("--force", is_flag=True, help=_("Make every piece anew, whether it changed or not."))
@click.option("--open", "look", is_flag=True, help=_("Open the contact sheet when done."))
def build(
    talk: Talk,
    workspace: Path | None,
    campaign: str | None,
    only: tuple[str, ...],
    purpose: tuple[str, ...],
    palette: tuple[str, ...],
    day: datetime.date | None,
    out: Path | None,
    jobs: int,
    force: bool,
    look: bool,
) -> None:
    """Make an edition."""
    workspace = needed(workspace)
    words, palettes = options.several(only), list(dict.fromkeys(options.several(palette)))
    asked = options.several(purpose)
    if only and not words:
        raise Misused([Finding("use", say("--only names nothing"), say("name a scam, a template or a place"))])
    base = out or workspace / "out"
    wish = Wish(words, asked, palettes, day)
    same = None if force or words else untouched(base, workspace, campaign, wish)
    if same:
        folder, found = same
        unread = divided(editions.of(folder.parent))[1]
        _unchanged(talk, folder, found, unread)
        doubtful = bool(unread)
    else:
        folder, found, doubtful = _built(talk, workspace, campaign, base, wish, jobs, force=force)
    if look and found.files:
        click.launch(str(folder / "index.html"))
    if (folder.name == editions.DRAFT and not words) or doubtful or any(file.mark for file in found.files):
        raise click.exceptions.Exit(1)


command(build, name="build", help=_("Make everything that a campaign orders."))


def _built(
    talk: Talk, workspace: Path, name: str | None, base: Path, wish: Wish, processes: int, *, force: bool
) -> tuple[Path, Record, bool]:
    """The edition or draft, made; and whether anything could not be read: editions beside it, places it does without."""
    from ulotki.edition import jobs as edition

    library, ordered = wish.ordered(workspace, name, options.today())
    found = edition.jobs(ordered, library, wish.palettes, wish.words)
    if not found:
        what = (
            say("no piece of this campaign is all of: {words}", words=", ".join(wish.words))
            if wish.words
            else say("nothing is ordered")
        )
        raise Misused([Finding("use", what, say("leave one of the words out"))])
    target = base / ordered.id
    target.mkdir(parents=True, exist_ok=True)
    with writing.Alone(target):
        writing.sweep(target)
        if newest := editions.newest(target)[1]:
            writing.sweep(newest)
        key = wish.key(target, workspace)
        unread = divided(editions.of(target))[1]
        before = editions.readable(editions.newest(target)[1])
        work = Work(ordered, library, wish.purposed(target))
        memory = Memory() if force else Memory.read(target)
        digests, unfit = _inputs(found, work)
        records: Records = {}
        taken = {job: old for job in digests if (old := memory.taken(target, job, digests[job], work, records))}
        made, refused = _made(talk, [job for job in digests if job not in taken], work, processes)
        refused, without = [*unfit, *refused], list(library.faults(ordered))
        every = {**taken, **{piece.job: piece for piece in made}}
        whole = [every[job] for job in found if job in every]
        final = not refused and not wish.words and not any(piece.mark for piece in whole)
        folder, kept = _written(target, ordered, whole, library.register.replaced, final=final)
        now = Memory.of(folder, whole, digests, "" if refused or without or wish.words else key)
        (now.beside(memory) if wish.words else now).write(target)
    change = plan.compare(plan.pieces(before) if before else (), plan.pieces(kept))
    talk.complain(without)
    _said(
        talk,
        folder,
        whole,
        refused,
        library,
        kept,
        change if before and not wish.words else None,
        final=final,
        partial=bool(wish.words),
        lost=len(found) - len(whole),
        unread=unread,
    )
    return folder, kept, bool(unread or without)


def _inputs(found: Sequence[Job], work: Work) -> tuple[dict[Job, str], list[Finding]]:
    """The digest of all that each job is made of, and why the rest cannot be made: something of it cannot be read."""
    digests: dict[Job, str] = {}
    unfit: list[Finding] = []
    for job in found:
        try:
            digests[job] = work.inputs(job)
        except Refused as trouble:
            unfit += [finding for finding in trouble.findings if finding not in unfit]
    return digests, unfit


def _made(talk: Talk, found: Sequence[Job], work: Work, processes: int) -> tuple[list[Made], list[Finding]]:
    """What came out well, and why the rest did not. All are tried."""
    made: list[Made] = []
    refused: list[Finding] = []
    if not found:
        return made, refused
    with talk.progress([job.name for job in found], say("making")) as done:
        for job, result in workers.results(found, attempt, work, processes, FEW):
            if isinstance(result, tuple):
                refused += result
            else:
                made.append(result)
            done(job.name)
    return made, refused


def attempt(job: Job, work: Work) -> Made | tuple[Finding, ...]:
    """The finished job with its picture, or what was refused."""
    from ulotki.drawing.preview import ink, png
    from ulotki.edition.jobs import make
    from ulotki.readback import Readback

    try:
        made = make(job, work.campaign, work.library, work.purposes)
    except Refused as trouble:
        return trouble.findings
    with Readback(made.files[0].data) as back:
        pictures = back.pictures(THUMBNAIL)
    return replace(made, picture=png(pictures), ink=ink(pictures))


def _written(
    target: Path, campaign: Campaign, made: Sequence[Made], replaced: Collection[str], *, final: bool
) -> tuple[Path, Record]:
    """The folder and the record of the edition, or of the draft.

    An edition that is already there is left alone, or given the purposes that it lacks.
    """
    from ulotki.edition import jobs as edition

    found = edition.recorded(campaign, made, replaced)
    number, newest = editions.newest(target)
    files = {path: data for piece in made for path, data in contents(piece).items()}
    last = {"index.html": edition.contact_sheet(found), record.NAME: record.written(found)}
    lacking = _lacking(newest, found) if final and newest else None
    if newest is None or lacking is None:
        name = f"{found.day}-{number + 1}-{found.edition}" if final else editions.DRAFT
        with writing.folder(target / name) as part:
            for path, data in (files | last).items():
                writing.put(part / path, data)
    else:
        name = newest.name
        for purpose, paths in groupby(sorted(lacking), key=lambda path: path.split("/")[0]):
            with writing.folder(newest / purpose) as part:
                for path in paths:
                    writing.put(part / path.removeprefix(f"{purpose}/"), files[path])
        shown = {path: files[path] for path in map(record.picture, dict.fromkeys(piece.name for piece in found.pieces))}
        for path, data in (shown | last).items():
            if editions.digest(newest / path) != hashlib.sha256(data).hexdigest():
                (newest / path).parent.mkdir(exist_ok=True)
                writing.write(newest / path, data)
    if final:
        _point(target, name)
        shutil.rmtree(target / editions.DRAFT, ignore_errors=True)
    return target / name, found


def _point(target: Path, name: str) -> None:
    """Let AKTUALNE.html lead to the edition *name*, if it does not already."""
    from ulotki.edition.jobs import pointer

    page = target / CURRENT
    if not page.is_file() or page.read_bytes() != pointer(name):
        writing.write(page, pointer(name))


def _lacking(folder: Path, found: Record) -> set[str] | None:
    """The paths of *found* that the edition in *folder* has not; None when it is another edition, or a damaged one."""
    old = editions.readable(folder)
    if old is None or replace(old, files=()) != replace(found, files=()) or not editions.whole(folder, old):
        return None
    files = {file.path: file for file in found.files}
    if any(files.get(file.path) != file for file in old.files):
        return None
    return set(files) - {file.path for file in old.files}


def _unchanged(talk: Talk, folder: Path, found: Record, unread: Sequence[Unreadable]) -> None:
    """Say that there is nothing to do."""
    findings = [one.finding for one in unread]
    talk.complain(findings)
    marks = sorted({file.mark for file in found.files if file.mark})
    if marks:
        talk.aside(say("no edition: pieces of the draft say {marks}", marks=", ".join(marks)))
    talk.result(told(say("nothing has changed: pieces as they are: {count}", count=len(found.pieces))))
    talk.result(near(folder / "index.html"))
    _as_data(talk, folder, found, [], [], findings, None)


def _said(
    talk: Talk,
    folder: Path,
    made: Sequence[Made],
    refused: list[Finding],
    library: Library,
    found: Record,
    change: Plan | None,
    *,
    final: bool,
    partial: bool,
    lost: int,
    unread: Sequence[Unreadable],
) -> None:
    torn = [one.finding for one in unread]
    talk.complain([*torn, *refused])
    doubtful = sorted({ref for piece in made for ref in piece.doubtful})
    warnings = {str(finding.what): finding for piece in made for finding in piece.findings if not finding.grave}
    talk.complain(warnings.values())
    missing = [value.ref for value in library.register if not value.value and not value.national]
    if missing:
        talk.aside(say("without a value, so left as a box for a stamp or a pen: {refs}", refs=", ".join(missing)))
    talk.aside(say("print at 100 % (actual size); two-sided sheets turn over the short edge"))
    if refused:
        talk.aside(say("no edition: refused pieces: {count}; the good ones lie in the draft", count=lost))
    elif doubtful:
        talk.aside(say("no edition: {refs} not confirmed, so every page with it says WZÓR", refs=", ".join(doubtful)))
    elif partial:
        talk.aside(say("a part of the campaign, so a draft and no edition"))
    elif not final:
        talk.aside(
            say(
                "no edition: nobody has approved it, so every page says PROJEKT; look at it, then: ulotki approve {code} --by …",
                code=found.edition,
            )
        )
    for piece in found.pieces:
        talk.result(
            told(
                say(
                    "{name}: copies {copies}, ink {ink} %",
                    name=piece.name,
                    copies=piece.copies,
                    ink=_percent(piece.ink),
                )
            )
        )
    whole = sum(piece.ink * _sides(piece) for piece in found.pieces) / max(1, sum(map(_sides, found.pieces)))
    talk.result(told(say("the whole campaign: ink {ink} %", ink=_percent(whole))))
    talk.result(told(say("pieces: {pieces}, files: {files}", pieces=len(found.pieces), files=len(found.files))))
    for line in _changed(change) if change else ():
        talk.result(line)
    talk.result(near(folder / "index.html"))
    _as_data(talk, folder, found, missing, doubtful, [*torn, *refused, *warnings.values()], change)


def _changed(change: Plan) -> Iterator[str]:
    """What became of the edition before, a line for each reason, and the sum."""
    for reason, changes in change.by_reason().items():
        why = told(plan.reason(*reason))
        yield told(
            say(
                "{why}: pieces {count}, copies {copies}",
                why=why,
                count=len(changes),
                copies=sum(one.copies for one in changes),
            )
        )
    anew = sum(one.kind in ("new", "changed") for one in change.changes)
    yield told(say("pieces anew: {anew}, unchanged: {same}", anew=anew, same=change.same))


def _as_data(
    talk: Talk,
    folder: Path,
    found: Record,
    missing: list[str],
    doubtful: list[str],
    findings: list[Finding],
    change: Plan | None,
) -> None:
    talk.data(
        "build",
        folder=str(folder),
        final=folder.name != editions.DRAFT,
        pieces=[
            {"name": piece.name, "code": piece.code, "mark": bool(piece.mark), "ink": piece.ink}
            for piece in found.pieces
        ],
        files=len(found.files),
        missing=missing,
        doubtful=doubtful,
        findings=[as_data(finding) for finding in findings],
        anew=sum(one.kind in ("new", "changed") for one in change.changes) if change else None,
        unchanged=change.same if change else len(found.pieces),
    )


def _sides(piece: Entry) -> int:
    """How many sides of paper all its copies take."""
    return piece.pages * max(1, piece.copies)


def _percent(share: float) -> str:
    return f"{share * 100:.1f}"
