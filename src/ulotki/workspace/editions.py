"""Editions as they lie on the disk: where, which is the newest, what their records say, whether they are whole."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ulotki.edition import record as records
from ulotki.edition.record import Record
from ulotki.errors import Finding, Misused, say

if TYPE_CHECKING:
    from ulotki.content.campaign import Campaign
    from ulotki.library import Library

FOLDER = re.compile(r"(\d{4}-\d\d-\d\d)-(\d+)-([0-9A-Z]{5}-[0-9A-Z]{5})")
DRAFT = "draft"


def campaign(library: Library, name: str | None, today: datetime.date) -> Campaign:
    """The campaign called *name*; without a name the only one, or else the newest that has begun."""
    if name is not None:
        return library.campaign(name)
    if not library.campaigns:
        raise Misused([Finding("use", say("the workspace has no campaign"), say("write one into campaigns/"))])
    by_day = sorted(library.campaigns.values(), key=lambda campaign: campaign.day)
    begun = [campaign for campaign in by_day if campaign.day <= today]
    return (begun or by_day[:1])[-1]


def newest(target: Path) -> tuple[int, Path | None]:
    """(its number, the folder) of the newest edition of a campaign, whole or not, (0, None) when there is none."""
    if not target.is_dir():
        return 0, None
    numbered = [(int(match[2]), folder) for folder in target.iterdir() if (match := FOLDER.fullmatch(folder.name))]
    return max(numbered, default=(0, None), key=lambda pair: pair[0])


def record(folder: Path | None) -> Record | None:
    """What the record of an edition or draft says, None when there is none that can be read."""
    try:
        return records.read((folder / records.NAME).read_bytes()) if folder else None
    except OSError:
        return None


def every(out: Path) -> Iterator[tuple[Path, Record]]:
    """Every edition below *out* with its record, by campaign, the oldest first; drafts are none."""
    for target in sorted(path for path in out.glob("*") if path.is_dir()):
        numbered = [(int(match[2]), path) for path in target.iterdir() if (match := FOLDER.fullmatch(path.name))]
        for _, folder in sorted(numbered):
            if found := record(folder):
                yield folder, found


def drafts(out: Path) -> Iterator[tuple[Path, Record]]:
    """Every draft below *out* with its record, by campaign."""
    for folder in sorted(out.glob(f"*/{DRAFT}")):
        if found := record(folder):
            yield folder, found


def whole(folder: Path, found: Record) -> bool:
    """Whether every file of an edition lies there, byte for byte."""
    return all(digest(folder / file.path) == file.sha256 for file in found.files)


def digest(path: Path) -> str | None:
    """The SHA-256 of a file, None when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
