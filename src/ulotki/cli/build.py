"""`ulotki build`: everything that a campaign orders, whole or not at all."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from gettext import gettext as _
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options, writing
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.errors import Broken, Finding, Misused, Refused, pick, say

if TYPE_CHECKING:
    from ulotki.content.campaign import Campaign
    from ulotki.edition import Job, Made
    from ulotki.library import Library
    from ulotki.page.purpose import Purpose

EDITION = re.compile(r"\d{4}-\d\d-\d\d-(\d+)-([0-9A-Z]{5}-[0-9A-Z]{5})")
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
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help=_("Where to; else out/ in the workspace.")
)
@click.option("--jobs", type=click.IntRange(1), default=min(4, os.cpu_count() or 1), help=_("Processes at once."))
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
    look: bool,
) -> None:
    """Make an edition."""
    from ulotki import edition
    from ulotki.look import PALETTES
    from ulotki.page.purpose import OFFICE, PURPOSES

    workspace = needed(workspace)
    library = options.read(workspace)
    ordered = _campaign(library, campaign)
    if day:
        ordered = replace(ordered, day=day)
    palettes = list(dict.fromkeys(options.several(palette)))
    for name in palettes:
        pick("palette", PALETTES, name)
    asked = {pick("purpose", PURPOSES, name).name for name in options.several(purpose)}
    words = options.several(only)
    if only and not words:
        raise Misused([Finding("use", say("--only names nothing"), say("name a scam, a template or a place"))])
    found = edition.jobs(ordered, library, palettes, words)
    if not found:
        what = (
            say("no piece of this campaign is all of: {words}", words=", ".join(words))
            if words
            else say("nothing is ordered")
        )
        raise Misused([Finding("use", what, say("leave one of the words out"))])
    target = (out or workspace / "out") / ordered.id
    target.mkdir(parents=True, exist_ok=True)
    with _alone(target):
        writing.sweep(target)
        _, newest = _newest(target)
        if newest:
            writing.sweep(newest)
        wanted = asked or {OFFICE.name}
        if not words:  # an edition is for the printer at least, and for all that the one before it was for
            wanted |= {OFFICE.name, *(file["purpose"] for file in _files(_record(newest)))}
        purposes = tuple(purpose for purpose in PURPOSES.values() if purpose.name in wanted)
        made, refused = _made(talk, found, Work(ordered, library, purposes), jobs)
        final = not refused and not words and not any(piece.doubtful for piece in made)
        folder = _written(target, ordered, made, library, final)
    lost = len(found) - len(made)
    _said(talk, folder, made, refused, library, lost=lost, final=final, partial=bool(words))
    if look and made:
        click.launch(str(folder / "index.html"))
    if refused or any(piece.doubtful for piece in made):
        raise click.exceptions.Exit(1)


command(build, name="build", help=_("Make everything that a campaign orders."))


def _campaign(library: Library, name: str | None) -> Campaign:
    """The campaign called *name*; without a name the only one, or else the newest that has begun."""
    if name is not None:
        return library.campaign(name)
    if not library.campaigns:
        raise Misused([Finding("use", say("the workspace has no campaign"), say("write one into campaigns/"))])
    by_day = sorted(library.campaigns.values(), key=lambda campaign: campaign.day)
    begun = [campaign for campaign in by_day if campaign.day <= options.today()]
    return (begun or by_day[:1])[-1]


@dataclass(frozen=True, slots=True)
class Work:
    """What all jobs of a build share."""

    campaign: Campaign
    library: Library
    purposes: tuple[Purpose, ...]


def _made(talk: Talk, found: tuple[Job, ...], work: Work, processes: int) -> tuple[list[Made], list[Finding]]:
    """What came out well, and why the rest did not. All are tried."""
    made: list[Made] = []
    refused: list[Finding] = []
    with talk.progress([job.name for job in found], say("making")) as done:
        for job, result in _results(found, work, processes):
            if isinstance(result, tuple):
                refused += result
            else:
                made.append(result)
            done(job.name)
    return made, refused


def _results(found: tuple[Job, ...], work: Work, processes: int) -> Iterator[tuple[Job, Made | tuple[Finding, ...]]]:
    if processes == 1 or len(found) <= FEW:
        for job in found:
            yield job, attempt(job, work)
        return
    pool = ProcessPoolExecutor(min(processes, len(found)), initializer=_worker, initargs=(work,))
    try:
        yield from zip(found, pool.map(_attempt, found, chunksize=2), strict=True)
    except BrokenProcessPool:
        what = say("the system ended one of our processes, perhaps for want of memory")
        raise Broken([Finding("machine", what, say("try again with --jobs 1"))]) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_work: Work | None = None
"""In a worker process: what all its jobs share."""


def _worker(work: Work) -> None:
    global _work  # noqa: PLW0603 (a worker has no other way to keep what it was started with)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = work


def _attempt(job: Job) -> Made | tuple[Finding, ...]:
    assert _work is not None
    return attempt(job, _work)


def attempt(job: Job, work: Work) -> Made | tuple[Finding, ...]:
    """The finished job with its picture, or what was refused."""
    from ulotki.drawing.preview import ink, png
    from ulotki.edition import make
    from ulotki.readback import Readback

    try:
        made = make(job, work.campaign, work.library, work.purposes)
    except Refused as trouble:
        return trouble.findings
    with Readback(made.files[0].data) as back:
        pictures = back.pictures(THUMBNAIL)
    return replace(made, picture=png(pictures), ink=ink(pictures))


def _alone(target: Path) -> _Lock:
    return _Lock(target)


class _Lock:
    """Only one build at a time in a folder. The lock goes with the process, so a crash leaves none."""

    def __init__(self, target: Path) -> None:
        from filelock import FileLock

        self.lock = FileLock(target / ".lock", timeout=0)

    def __enter__(self) -> None:
        from filelock import Timeout

        try:
            self.lock.acquire()
        except Timeout:
            raise Broken(
                [
                    Finding(
                        "machine",
                        say("another build is at work in {path}", path=Path(self.lock.lock_file).parent),
                        say("wait until it is done"),
                    )
                ]
            ) from None

    def __exit__(self, *_: object) -> None:
        self.lock.release()


def _written(target: Path, campaign: Campaign, made: list[Made], library: Library, final: bool) -> Path:
    """The folder of the edition, or of the draft; an edition that is already there is left alone, or given what it lacks."""
    from ulotki import edition

    record = edition.manifest(campaign, made)
    number, newest = _newest(target)
    titles = {id: str(scam.name.source) for id, scam in library.scams.items()}
    files = {file.path: file.data for piece in made for file in piece.files}
    last = {
        "index.html": edition.contact_sheet(campaign, made, titles),
        "manifest.json": (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode(),
    }
    lacking = _lacking(newest, record) if final and newest else None
    if newest is None or lacking is None:
        name = f"{campaign.day.isoformat()}-{number + 1}-{record['edition']}" if final else "draft"
        with writing.folder(target / name) as part:
            for path, data in (files | last).items():
                writing.put(part / path, data)
    else:
        name = newest.name
        for purpose, paths in groupby(sorted(lacking), key=lambda path: path.split("/")[0]):
            with writing.folder(newest / purpose) as part:
                for path in paths:
                    writing.put(part / path.removeprefix(f"{purpose}/"), files[path])
        if lacking:
            for path, data in last.items():
                writing.write(newest / path, data)
    if final:
        _point(target, name)
        shutil.rmtree(target / "draft", ignore_errors=True)
    return target / name


def _point(target: Path, name: str) -> None:
    """Let AKTUALNE.html lead to the edition *name*, if it does not already."""
    from ulotki.edition import pointer

    page = target / "AKTUALNE.html"
    if not page.is_file() or page.read_bytes() != pointer(name):
        writing.write(page, pointer(name))


def _newest(target: Path) -> tuple[int, Path | None]:
    """(its number, the folder) of the newest edition, whole or not, (0, None) when there is none."""
    numbered = [(int(match[1]), folder) for folder in target.iterdir() if (match := EDITION.fullmatch(folder.name))]
    return max(numbered, default=(0, None), key=lambda pair: pair[0])


def _lacking(folder: Path, record: dict[str, object]) -> set[str] | None:
    """The paths of *record* that the edition in *folder* has not; None when it is another edition, or a damaged one."""
    old = _record(folder)
    files = {file["path"]: file for file in _files(record)}
    if any(old.get(key) != value for key, value in record.items() if key != "files"):
        return None
    try:
        for file in _files(old):
            digest = hashlib.sha256((folder / file["path"]).read_bytes()).hexdigest()
            if files.get(file["path"]) != file or digest != file["sha256"]:
                return None
    except OSError:
        return None
    return set(files) - {file["path"] for file in _files(old)}


def _record(folder: Path | None) -> dict[str, object]:
    """What the manifest of an edition says, {} when it has none that can be read."""
    try:
        record = json.loads((folder / "manifest.json").read_text("utf-8")) if folder else {}
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _files(record: dict[str, object]) -> list[dict[str, str]]:
    files = record.get("files", [])
    return files if isinstance(files, list) else []


def _said(
    talk: Talk,
    folder: Path,
    made: list[Made],
    refused: list[Finding],
    library: Library,
    *,
    lost: int,
    final: bool,
    partial: bool,
) -> None:
    talk.complain(refused)
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
    for piece in made:
        copies = sum(count for _, count in piece.job.places)
        talk.result(
            told(
                say("{name}: copies {copies}, ink {ink} %", name=piece.job.name, copies=copies, ink=_percent(piece.ink))
            )
        )
    whole = sum(piece.ink * _sides(piece) for piece in made) / max(1, sum(map(_sides, made)))
    talk.result(told(say("the whole campaign: ink {ink} %", ink=_percent(whole))))
    talk.result(told(say("pieces: {pieces}, files: {files}", pieces=len(made), files=sum(len(p.files) for p in made))))
    talk.result(near(folder / "index.html"))
    talk.data(
        "build",
        folder=str(folder),
        final=final,
        pieces=[
            {"name": piece.job.name, "code": piece.code, "mark": bool(piece.doubtful), "ink": round(piece.ink, 4)}
            for piece in made
        ],
        missing=missing,
        doubtful=doubtful,
        findings=[as_data(finding) for finding in (*refused, *warnings.values())],
    )


def _sides(piece: Made) -> int:
    """How many sides of paper all its copies take."""
    return piece.pages * max(1, sum(count for _, count in piece.job.places))


def _percent(share: float) -> str:
    return f"{share * 100:.1f}"
