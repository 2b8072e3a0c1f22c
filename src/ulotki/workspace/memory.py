"""The memory of the last build, and whether a build would do nothing. Nothing that draws is imported here: `taken` does that."""

from __future__ import annotations

import datetime
import hashlib
import json
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from ulotki import files, fingerprint, values
from ulotki.content.campaign import Campaign
from ulotki.edition.record import Record, RecordEntry, picture_path
from ulotki.errors import pick
from ulotki.frozen import dataclass
from ulotki.look import PALETTES
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import PURPOSES
from ulotki.workspace import editions, read, writing

if TYPE_CHECKING:
    from ulotki.edition.jobs import Job
    from ulotki.library import Library
    from ulotki.workspace.taken import BuildWork

Records = dict[str, Record | None]
"""Records by the name of their folder."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked for. words: of --only.  purposes, palettes: by name, as given.  day: instead of the campaign's."""

    words: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    palettes: tuple[str, ...] = ()
    day: datetime.date | None = None

    def wanted(self, before: Record | None) -> list[str]:
        """The purposes to make: an edition is for the office at least, and for all that the one *before* it was for."""
        if self.words:
            return sorted(set(self.purposes)) or ["office"]
        return sorted({"office", *self.purposes, *(before.purposes if before else ())})

    def purposed(self, before: Record | None) -> tuple[Purpose, ...]:
        """The purposes to make as records of choices, in their usual order."""
        wanted = self.wanted(before)
        return tuple(purpose for purpose in PURPOSES.values() if purpose.name in wanted)

    def ordered(self, workspace: Path, name: str | None, today: datetime.date) -> tuple[Library, Campaign]:
        """The library, and the campaign called *name* as it speaks *today*. Raises Misused for unknown names."""
        from ulotki.edition import days  # here and not above: a build with nothing to do does not ask

        for palette in self.palettes:
            pick("palette", PALETTES, palette)
        for purpose in self.purposes:
            pick("purpose", PURPOSES, purpose)
        library = read(workspace).believed(today)
        campaign = editions.campaign(library, name, today)
        if self.day:
            return library, replace(campaign, day=self.day)
        return library, days.campaign_as_of(campaign, library, today)

    def key(self, campaign: str, before: Record | None, workspace: Path, program: str) -> str:
        """A digest of everything that a build of *campaign* is made of, down to the bytes of the *program*."""
        parts = repr((campaign, self.wanted(before), self.palettes, str(self.day)))
        whole = "\n".join((program, fingerprint.folder(workspace), parts))
        return hashlib.sha256(whole.encode()).hexdigest()


def unchanged_edition(
    base: Path, workspace: Path, campaign: str | None, wish: Wish, today: datetime.date, *, updated: bool = False
) -> tuple[Path, Record] | None:
    """The edition or draft that the same build made, if all is there and no value turned; nothing is read but digests.

    updated: also when another program made it, as after an update.
    """
    if campaign is None:
        known = files.matching(workspace, "campaigns/*.toml", lambda _: None)  # reading them says it
        campaign = known[0].stem if len(known) == 1 else None
    target = base / (campaign or "")
    memory = Memory.read(target)
    if campaign is None or not target.is_dir():
        return None
    newest = editions.newest(target)[1]
    before = editions.readable(newest)
    programs = {one.program for one in memory.pieces.values()} if updated else {fingerprint.program()}
    keys = (wish.key(target.name, before, workspace, program) for program in programs)
    if not memory.lasts(today) or memory.whole not in keys:
        return None
    folder = target / memory.folder
    found = before if folder == newest else editions.readable(folder)
    if found is None or not found.purposes.issuperset(wish.wanted(before)) or not editions.whole(folder, found):
        return None
    shown = ("index.html", *(picture_path(piece.name) for piece in found.pieces))
    if not all((folder / path).is_file() for path in shown):
        return None
    if folder.name != editions.DRAFT and (folder != newest or not (target / editions.CURRENT).is_file()):
        return None
    return folder, found


@dataclass(frozen=True, slots=True)
class Remembered:
    """A piece as it was made. inputs: the digest of what it was made of.  folder: where it lies.  files: path → SHA-256.

    program: the digest of what drew it, "" when an older one remembered it.
    """

    inputs: str
    folder: str
    files: Mapping[str, str]
    program: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """A cache of the last build beside the editions. A piece is taken from it only when its bytes have their digest.

    whole: see `Wish.key`.  folder: what it made.  pieces: by name.  turns: on which days.  built: on which.
    """

    whole: str = ""
    folder: str = ""
    pieces: Mapping[str, Remembered] = field(default_factory=dict)
    turns: tuple[datetime.date, ...] = ()
    built: datetime.date = datetime.date.min
    schema: str = "ulotki.inputs/1"

    NAME: ClassVar[str] = ".inputs.json"

    @classmethod
    def read(cls, target: Path) -> Memory:
        """The memory of a campaign; an empty one when it is missing, damaged, or written by a newer version."""
        try:
            found = values.load(cls, values.parse(files.contents(target / cls.NAME)))
        except (OSError, values.Misshapen):
            return cls()
        return found if found.schema == cls().schema else cls()

    def lasts(self, today: datetime.date) -> bool:
        """Whether no value turned between the last build and *today*, or the other way round."""
        return bisect(self.turns, self.built) == bisect(self.turns, today)

    def beside(self, before: Memory) -> Memory:
        """The memory after a part of a campaign was made: what was known *before* of the rest stays known."""
        return replace(self, pieces={**before.pieces, **self.pieces})

    def write(self, target: Path) -> None:
        """Write it, unless the file already has the same contents."""
        data = (json.dumps(values.dump(self), indent=1) + "\n").encode()
        path = target / self.NAME
        try:
            kept = files.contents(path) == data
        except OSError:
            kept = False
        if not kept:
            writing.write(path, data)

    def entries(self, target: Path, job: Job, inputs: str, work: BuildWork, records: Records) -> list[RecordEntry]:
        """What the last build's record says of a piece, [] when it must be made anew: of other inputs, or unknown.

        records: those read so far, so that each is read once for all pieces.
        """
        known = self.pieces.get(job.name)
        if known is None or known.inputs != inputs:
            return []
        if known.folder not in records:
            records[known.folder] = editions.readable(target / known.folder)
        found = records[known.folder]
        entries = [file for file in found.files if file.name == job.name] if found else []
        if {file.purpose for file in entries} != {purpose.name for purpose in work.purposes}:
            return []
        return entries if all(known.files.get(file.path) == file.sha256 for file in entries) else []

    def drew(self, entries: Sequence[RecordEntry]) -> bool:
        """Whether this program drew the files of a piece: the same code is then the same bytes, with nothing drawn."""
        known = self.pieces.get(entries[0].name)
        if known is None or known.program != fingerprint.program():
            return False
        return all(known.files.get(file.path) == file.sha256 for file in entries)
