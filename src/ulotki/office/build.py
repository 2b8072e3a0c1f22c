"""Builds the edition of a campaign: all of it or nothing is written, and pieces that did not change are reused."""

from __future__ import annotations

import datetime
from dataclasses import replace

from ulotki import fingerprint
from ulotki.content.campaign import campaign_over
from ulotki.edition.days import campaign_refs, campaign_turns
from ulotki.edition.record import unread_findings
from ulotki.office import Outcome
from ulotki.office.bindings import read_entries, unbound
from ulotki.office.build_asides import build_asides, past_meetings
from ulotki.office.build_pieces import MadePieces, Try, ordered_jobs
from ulotki.office.built import BuildRequest, Built
from ulotki.office.edition_writing import write_edition
from ulotki.office.unchanged import unchanged_build
from ulotki.workspace import Workspace, editions, writing
from ulotki.workspace.memory import Memory
from ulotki.workspace.taken import BuildWork, new_memory


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
        made = MadePieces(found, work, Memory() if request.force or anew else Memory.read(target), target, tries)
        without = library.faults(ordered)
        final = not made.refused and not wish.words and not any(piece.mark for piece in made.pieces)
        lost = {job.name for job in found} - {piece.job.name for piece in made.pieces}
        folder, kept, change = write_edition(target, work, made.pieces, lost, request.voice, final=final, anew=anew)
        before = editions.readable(editions.newest(target)[1])
        passing = made.refused or without or wish.words or library.register.early
        key = "" if passing else wish.key(target.name, before, workspace.folder, fingerprint.program())
        turns = campaign_turns(ordered, library)
        now = replace(new_memory(folder, kept, made.pieces, made.digests, key), turns=turns, built=today)
        (now.beside(made.memory) if wish.words else now).write(target)
    printed = campaign_refs(ordered, library)
    missing = tuple(one.ref for one in library.register if one.ref in printed and not one.value and not one.national)
    doubtful = tuple(sorted({ref for piece in made.pieces for ref in piece.doubtful}))
    built = Built(folder, kept, None if wish.words else change, missing, doubtful)
    warnings = {(str(one.what), one.at.file): one for piece in made.pieces for one in piece.findings if not one.grave}
    asides = [*campaign_over(ordered.id, ordered.until, today), *past_meetings(made.pieces, today)]
    asides += build_asides(built, wish, library, len(found) - len(made.pieces))
    findings = (*torn, *forged, *unknown, *without, *made.refused, *warnings.values())
    return Outcome(built, findings, tuple(asides), final=built.good(part=bool(wish.words)))
