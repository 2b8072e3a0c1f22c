"""Builds the edition of a campaign: all of it or nothing is written, and pieces that did not change are reused."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from ulotki import files
from ulotki.content.campaign import Campaign, campaign_over
from ulotki.content.publisher import Printer
from ulotki.drawing.preview import ink, thumbnail
from ulotki.edition import plan as plans
from ulotki.edition import record
from ulotki.edition.days import campaign_refs, campaign_turns
from ulotki.edition.index import INDEX, index, pointer
from ulotki.edition.jobs import Job, Made, jobs, make, recorded
from ulotki.edition.plan import BuildPlan
from ulotki.edition.record import Record, unread_findings
from ulotki.edition.voice import PageVoice
from ulotki.errors import Finding, Refused, Say, misused, say
from ulotki.handout.truth import mended_pieces
from ulotki.library import Library
from ulotki.office import Outcome, Tries
from ulotki.office.bindings import read_entries, unbound
from ulotki.office.built import BuildRequest, Built, unchanged_build
from ulotki.workspace import Workspace, editions, writing
from ulotki.workspace.memory import CURRENT, Memory, Records, Wish
from ulotki.workspace.taken import BuildWork, contents, remembered, taken

THUMBNAIL = 50
"""dpi of the pictures on the contact sheet."""

Try = Tries["Job", BuildWork, "Made"]
"""Makes jobs: each with what `try_piece` made of it."""


def build(workspace: Workspace, request: BuildRequest, today: datetime.date, tries: Try) -> Outcome[Built]:
    """Make the edition, or the draft of what is no edition. Raises Misused when nothing is ordered."""
    return unchanged_build(workspace, request, today) or make_anew(workspace, request, today, tries)


def make_anew(workspace: Workspace, request: BuildRequest, today: datetime.date, tries: Try) -> Outcome[Built]:
    """Build, when `unchanged_build` has found something to do. Raises Misused when nothing is ordered."""
    wish = request.wish
    entries, unknown = read_entries(workspace)
    library, ordered = wish.ordered(workspace.folder, request.campaign, today)
    target = workspace.base / ordered.id
    found = ordered_jobs(ordered, library, wish)
    target.mkdir(parents=True, exist_ok=True)
    with writing.Alone(target):
        writing.sweep(target)
        newest = editions.newest(target)[1]
        if newest:
            writing.sweep(newest)
        forged = unbound(workspace, entries, editions.of(target))
        anew = any(newest and one.at.file.startswith(f"{target.name}/{newest.name}/") for one in forged)
        torn = unread_findings(editions.of(target))
        work = BuildWork(ordered, library, wish.purposed(editions.readable(newest)))
        made = _Made(found, work, Memory() if request.force or anew else Memory.read(target), target, tries)
        without = library.faults(ordered)
        final = not made.refused and not wish.words and not any(piece.mark for piece in made.pieces)
        lost = {job.name for job in found} - {piece.job.name for piece in made.pieces}
        folder, kept, change = _write_edition(target, work, made.pieces, lost, request.voice, final=final, anew=anew)
        before = editions.readable(editions.newest(target)[1])
        passing = made.refused or without or wish.words or library.register.early
        key = "" if passing else wish.key(target.name, before, workspace.folder)
        turns = campaign_turns(ordered, library)
        now = replace(remembered(folder, kept, made.pieces, made.digests, key), turns=turns, built=today)
        (now.beside(made.memory) if wish.words else now).write(target)
    printed = campaign_refs(ordered, library)
    missing = tuple(one.ref for one in library.register if one.ref in printed and not one.value and not one.national)
    doubtful = tuple(sorted({ref for piece in made.pieces for ref in piece.doubtful}))
    named = bool(library.publisher and library.publisher.issuer)
    built = Built(folder, kept, None if wish.words else change, missing, doubtful)
    warnings = {(str(one.what), one.at.file): one for piece in made.pieces for one in piece.findings if not one.grave}
    asides = [*campaign_over(ordered.id, ordered.until, today), *_past_meetings(made.pieces, today)]
    printer = library.publisher.printer if library.publisher else Printer()
    asides += _asides(built, wish, len(found) - len(made.pieces), printer, named=named, altered=bool(library.altered))
    findings = (*torn, *forged, *unknown, *without, *made.refused, *warnings.values())
    return Outcome(built, findings, tuple(asides), final=built.good(part=bool(wish.words)))


def ordered_jobs(campaign: Campaign, library: Library, wish: Wish) -> tuple[Job, ...]:
    """The pieces that are asked for. Raises Misused when there is none."""
    found = jobs(campaign, library, wish.palettes, wish.words)
    if found:
        return found
    what = (
        say("no piece of this campaign is all of: {words}", words=", ".join(wish.words))
        if wish.words
        else say("nothing is ordered")
    )
    raise misused(what, say("leave one of the words out"))


class _Made:
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
        done = {job: taken(memory, target, job, digest, work, records) for job, digest in self.digests.items()}
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


def _write_edition(
    target: Path,
    work: BuildWork,
    made: Sequence[Made],
    lost: Collection[str],
    voice: PageVoice,
    *,
    final: bool,
    anew: bool,
) -> tuple[Path, Record, BuildPlan | None]:
    """The folder and the record of the edition, or of the draft; and what changed since the newest edition.

    lost: the names of pieces that are ordered and could not be made.  anew: the newest one is not what was handed over.

    An edition that is already there is left alone, or given the purposes that it lacks.
    """
    found = recorded(work.campaign, made, work.library.register.replaced)
    number, newest = editions.newest(target)
    before = editions.readable(newest)
    data = {path: data for piece in made for path, data in contents(piece).items()}
    change = None
    if newest and before:
        known, damaged = editions.examined(newest, before)
        damaged |= mended_pieces(known, work.library) | {file.name for file in known.files if anew}
        head = plans.heads(known, work.campaign)
        change = plans.compare(plans.record_pieces(known, damaged), plans.record_pieces(found), head=head, lost=lost)
        if final and not change.anew:
            old = {file.path: file for file in known.files}
            kept = replace(found, files=tuple(old.get(file.path, file) for file in found.files), as_of=known.as_of)
            _complete(newest, kept, data, set(old), voice)
            _settle(target, newest.name, voice)
            return newest, kept, change
    name = f"{found.day}-{number + 1}-{found.edition}" if final else editions.DRAFT
    with writing.folder(target / name) as part:
        for path, bytes_of in (data | _last_files(found, voice)).items():
            writing.put(part / path, bytes_of)
    if final:
        _settle(target, name, voice)
    return target / name, found, change


def _last_files(found: Record, voice: PageVoice) -> dict[str, bytes]:
    """The files that are written last: the first page and the record."""
    return {INDEX: index(found, voice), record.NAME: record.record_bytes(found)}


def _complete(folder: Path, kept: Record, data: dict[str, bytes], old: set[str], voice: PageVoice) -> None:
    """Give the edition in *folder* the files that it lacks, each purpose whole, and then the record that lists them."""
    by_purpose = sorted((file.path for file in kept.files), key=lambda path: path.split("/")[0])
    for purpose, paths in groupby(by_purpose, key=lambda path: path.split("/")[0]):
        inside = list(paths)
        if old.issuperset(inside):
            continue
        with writing.folder(folder / purpose) as part:
            for path in inside:
                bytes_of = files.contents(folder / path) if path in old else data[path]
                writing.put(part / path.removeprefix(f"{purpose}/"), bytes_of)
    shown = {path: data[path] for path in map(record.picture_path, dict.fromkeys(piece.name for piece in kept.pieces))}
    for path, bytes_of in (shown | _last_files(kept, voice)).items():
        if editions.digest(folder / path) != hashlib.sha256(bytes_of).hexdigest():
            (folder / path).parent.mkdir(exist_ok=True)
            writing.write(folder / path, bytes_of)


def _settle(target: Path, name: str, voice: PageVoice) -> None:
    """Let AKTUALNE.html lead to the edition *name*, and the draft go."""
    page = target / CURRENT
    if not page.is_file() or page.read_bytes() != pointer(name, voice):
        writing.write(page, pointer(name, voice))
    writing.remove(target / editions.DRAFT)


def _past_meetings(made: Sequence[Made], today: datetime.date) -> Iterator[Say]:
    """Meetings that pieces invite to and that are over."""
    for day, place in sorted({(one.job.meeting.day, one.job.meeting.where.source) for one in made if one.job.meeting}):
        if day < today:
            yield say("the meeting of {day} ({place}) is over: nobody needs its invitation", day=day, place=place)


def _asides(built: Built, wish: Wish, lost: int, printer: Printer, *, named: bool, altered: bool) -> Iterator[Say]:
    """What is worth knowing, and of a draft why it is no edition.

    named: whether the workspace says who issues it.  altered: whether files of the program's library were edited.
    """
    if built.missing:
        refs = ", ".join(built.missing)
        yield say("without a value, so left as a box for a stamp or a pen: {refs}", refs=refs)
    yield printer.how
    if lost:
        yield say("no edition: refused pieces: {count}; the good ones lie in the draft", count=lost)
    elif built.doubtful:
        refs = ", ".join(built.doubtful)
        yield say("no edition: {refs} not confirmed, so every page with it says WZÓR", refs=refs)
    elif not named:
        yield say(
            "no edition: ulotki.toml names no issuer, so every page says PROJEKT; write issuer = … there, and build"
        )
    elif wish.words:
        yield say("a part of the campaign, so a draft and no edition")
    elif altered and not built.final:
        yield say(
            "no edition: texts of the program were edited, so every page with them says PROJEKT; which, says ulotki doctor"
        )
    elif not built.final:
        yield say(
            "no edition: nobody has approved it, so every page says PROJEKT; look at it, then: ulotki approve {code} --by …",
            code=built.record.edition,
        )
