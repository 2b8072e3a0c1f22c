"""Editions on the disk: their folders, the newest one, their records, and whether their files are complete."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ulotki import files
from ulotki.content.campaign import Campaign
from ulotki.edition import record as records
from ulotki.edition.record import Edition, Lying, Record, RecordEntry, Unreadable
from ulotki.errors import Finding, Refused, Where, misused, say

if TYPE_CHECKING:
    from ulotki.library import Undated

FOLDER = re.compile(r"(\d{4}-\d\d-\d\d)-(\d+)-([0-9A-Z]{5}-[0-9A-Z]{5})")
DRAFT = "draft"
CURRENT = "AKTUALNE.html"
"""The page beside the editions of a campaign that leads to the newest one: a build writes it last."""


def campaign(library: Undated, name: str | None, today: datetime.date, places: Collection[str] = ()) -> Campaign:
    """The campaign called *name*; without a name the only one, or else the newest that has begun.

    Of those that order something for the readers of *places*, or for adults when none are given, where there are any.
    Raises Misused for an unknown name, Refused when it cannot be read, or without a name when any cannot.
    """
    if name is not None:
        return library.campaign(name)
    if faults := library.campaigns.faults():
        raise Refused(faults)  # nobody knows which is the newest
    if not library.campaigns:
        raise misused(say("the workspace has no campaign"), say("write one into campaigns/"))
    readers = {library.places[id].readers for id in places if id in library.places} or {"adults"}
    every = library.campaigns.values()
    meant = [one for one in every if any(order.audience in readers for order in one.order)] or every
    by_day = sorted(meant, key=lambda campaign: campaign.day)
    begun = [campaign for campaign in by_day if campaign.day <= today]
    return (begun or by_day[:1])[-1]


def newest(target: Path) -> tuple[int, Path | None]:
    """(the highest number, the folder) of the newest edition of a campaign, whole or not, (0, None) when there is none."""
    there, twice = _numbered(target), copies(target)
    return number(there[-1]) if there else 0, next((one for one in reversed(there) if one not in twice), None)


def number(folder: Path) -> int:
    """The number in the name of an edition."""
    return int(folder.name.split("-")[3])


def _numbered(target: Path) -> list[Path]:
    """Every edition of a campaign, whole or not, and its copies; the lowest number first."""
    inside = target.iterdir() if target.is_dir() else ()
    return sorted((path for path in inside if FOLDER.fullmatch(path.name)), key=number)


def copies(target: Path) -> dict[Path, Path]:
    """Every folder of a campaign with the same record as another → that other, which counts.

    A build gives an edition that it makes again a higher number, and CURRENT then leads to it; somebody who copies a
    folder does not touch CURRENT. So that one counts to which it leads, else the first.
    """
    codes = [(path.name.split("-", 4)[-1], path) for path in _numbered(target)]
    counts = Counter(code for code, _ in codes)
    same: dict[str, list[Path]] = {}
    for code, folder in codes:
        if known := readable(folder if counts[code] > 1 else None):
            same.setdefault(records.digest(known), []).append(folder)
    page = current(target) if same else None
    groups = [(page if page in folders else folders[0], folders) for folders in same.values()]
    return {folder: one for one, folders in groups for folder in folders if folder != one}


def current(target: Path) -> Path | None:
    """The edition to which CURRENT leads, None when it leads to none that is there."""
    named = FOLDER.search((files.there(target / CURRENT) or b"").decode("utf-8", "replace"))
    return target / named[0] if named and (target / named[0]).is_dir() else None


def unsure(target: Path) -> tuple[Finding, ...]:
    """The finding that nobody can say which edition of a campaign is the newest: one lies there twice, and CURRENT says nothing."""
    if current(target) or not copies(target):
        return ()
    what = say(
        "the same edition lies in several folders, and {file} leads to none: nobody can say which is the newest",
        file=CURRENT,
    )
    return (Finding("record", what, say("make it sure: ulotki build {id}", id=target.name), Where(target.name)),)


def gone(out: Path) -> tuple[str, ...]:
    """The editions below *out* that were made, as the numbers of later ones say, and lie there no more: "maj/2"."""
    found: list[str] = []
    for target in campaigns(out):
        there, twice = {path: number(path) for path in _numbered(target)}, copies(target)
        last = max((count for path, count in there.items() if path not in twice), default=0)
        found += (f"{target.name}/{count}" for count in range(1, last) if count not in there.values())
    return tuple(found)


def record(folder: Path) -> Record | Unreadable:
    """What the record of an edition or draft says, or why it cannot be read."""
    where = f"{folder.parent.name}/{folder.name}"
    if not folder.is_dir():
        return Unreadable(where, say("it is no folder"))
    try:
        return records.read_record(files.contents(folder / records.NAME), where)
    except FileNotFoundError:
        return Unreadable(where, say("{name} is not there", name=records.NAME))
    except OSError as error:
        if error.errno in files.SHORT:
            raise
        return Unreadable(where, say("{name}: {why}", name=records.NAME, why=files.why(error)))


def readable(folder: Path | None) -> Record | None:
    """What the record of *folder* says, None when there is none that can be read.

    For those alone who only ask whether something can be taken over, and whose caller names what cannot be read.
    """
    found = record(folder) if folder else None
    return found if isinstance(found, Record) else None


def every(out: Path) -> tuple[Lying, ...]:
    """Every edition below *out*, by campaign, the oldest first; drafts are none."""
    return tuple(one for one in lying(out) if not _draft(one))


def lying(out: Path) -> tuple[Lying, ...]:
    """All that lies below *out*: every draft, then every edition, by campaign, the oldest first."""
    found = [one for target in campaigns(out) for one in of(target)]
    return tuple(sorted(found, key=lambda one: not _draft(one)))


def of(target: Path) -> tuple[Lying, ...]:
    """What lies in the folder of one campaign: its draft, then its editions, the oldest first; of several copies one."""
    try:
        folders = [path for path in target.iterdir() if path.name == DRAFT]
    except FileNotFoundError:
        return ()
    except OSError as error:
        return (Unreadable(target.name, files.why(error)),)
    twice = copies(target)
    folders += [path for path in _numbered(target) if path not in twice]
    return tuple(map(_lying, folders))


def campaigns(out: Path) -> list[Path]:
    """The folders below *out* in which editions may lie."""
    try:
        return sorted(path for path in out.iterdir() if path.is_dir() and not path.name.startswith("."))
    except FileNotFoundError:
        return []


def _lying(folder: Path) -> Lying:
    found = record(folder)
    if isinstance(found, Unreadable):
        return found
    return Edition(f"{folder.parent.name}/{folder.name}", found, draft=folder.name == DRAFT)


def _draft(one: Lying) -> bool:
    return one.where.endswith(f"/{DRAFT}")


def whole(folder: Path, found: Record) -> bool:
    """Whether every file of an edition is there, byte for byte."""
    return all(digest(folder / file.path) == file.sha256 for file in found.files)


def examined(folder: Path, found: Record) -> tuple[Record, frozenset[str]]:
    """An edition compared with its files: (the record with the content digest of each file, the names of damaged pieces).

    Records of version 1 have no content digests; they are computed from files that are unchanged.
    """
    known: list[records.RecordEntry] = []
    damaged: set[str] = set()
    for file in found.files:
        data = files.there(folder / file.path)
        if data is not None and hashlib.sha256(data).hexdigest() == file.sha256:
            known.append(file if file.content else replace(file, content=records.packed_in(data)))
        else:
            known.append(file)
            damaged.add(file.name)
    return replace(found, files=tuple(known)), frozenset(damaged)


def genuine(folder: Path, found: Record) -> bool:
    """Whether each file for the office holds what the record says is packed in it, whatever packed it."""
    pairs = ((files.there(folder / file.path), file) for file in found.files if file.purpose == "office")
    return all(data is not None and records.packed_in(data) == file.content for data, file in pairs)


def names_of(one: Lying) -> tuple[str, ...]:
    """What people may call an edition or a draft: the name of its folder, and its code as far as it is known."""
    folder = Path(one.where).name
    if isinstance(one, Edition):
        return folder, one.record.edition
    code = FOLDER.fullmatch(folder)
    return (folder, code[3]) if code else (folder,)


def damage(folder: Path, file: RecordEntry) -> tuple[Finding, ...]:
    """Why *file* of the edition in *folder* must not be used: it is missing, or not as it was made. () when it is."""
    path = folder / file.path
    if digest(path) == file.sha256:
        return ()
    what = say("this file is missing, or not as it was made")
    return (Finding("file", what, say("make the edition anew: ulotki build"), Where(str(path))),)


def digest(path: Path) -> str | None:
    """The SHA-256 of a file, None when there is none. Raises OSError when the system does not let us read it."""
    data = files.there(path)
    return None if data is None else hashlib.sha256(data).hexdigest()
