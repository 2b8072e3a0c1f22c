"""Writes an edition: whole in a new folder, or what the newest one lacks; or a draft."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from ulotki.edition import plan as plans
from ulotki.edition.index import pointer
from ulotki.edition.jobs import Made, recorded
from ulotki.edition.record import Record
from ulotki.edition.voice import PageVoice
from ulotki.handout.truth import mended_pieces
from ulotki.office.edition_completion import complete, last_files
from ulotki.workspace import editions, writing
from ulotki.workspace.taken import BuildWork, contents


def write_edition(
    target: Path,
    work: BuildWork,
    made: Sequence[Made],
    lost: Collection[str],
    voice: PageVoice,
    *,
    final: bool,
    anew: bool,
) -> tuple[Path, Record, plans.BuildPlan | None]:
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
            complete(newest, kept, data, set(old), voice)
            _settle(target, newest.name, voice)
            return newest, kept, change
    name = f"{found.day}-{number + 1}-{found.edition}" if final else editions.DRAFT
    with writing.folder(target / name) as part:
        for path, bytes_of in (data | last_files(found, voice)).items():
            writing.put(part / path, bytes_of)
    if final:
        _settle(target, name, voice)
    return target / name, found, change


def _settle(target: Path, name: str, voice: PageVoice) -> None:
    """Let AKTUALNE.html lead to the edition *name*, and the draft go."""
    page = target / editions.CURRENT
    if not page.is_file() or page.read_bytes() != pointer(name, voice):
        writing.write(page, pointer(name, voice))
    writing.remove(target / editions.DRAFT)
