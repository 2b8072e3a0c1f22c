"""The editions of each campaign: whether they are whole, what they no longer say as it holds, what else lies there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki import files
from ulotki.edition.days import turned_values
from ulotki.edition.record import Unreadable, divided
from ulotki.errors import Broken, say
from ulotki.handout.verify import record_contradictions
from ulotki.library import Library
from ulotki.office.doctor.lines import Diagnosis, fault, good, look, wrong
from ulotki.workspace import editions, writing


def campaign_folders(base: Path, library: Library, day: datetime.date) -> Iterator[Diagnosis]:
    """What is in the folder of each campaign: the newest edition, a draft, a lock, leftovers."""
    there = {path.name for path in files.matching(base, "*") if path.is_dir() and path.name[0] != "."} - {"gallery"}
    for name in sorted(there | set(library.campaigns)):
        target = base / name
        newest, unread = editions.newest(target)[1], divided(editions.of(target))[1]
        ordered = name in library.campaigns or name in library.campaigns.unread
        unsure = editions.unsure(target)
        lying = _edition(name, newest) if newest or ordered else None
        if lying and not (unsure and lying.state == "good"):  # not the newest, when nobody can say which that is
            yield lying
        for copy, other in editions.copies(target).items():
            if editions.number(copy) > editions.number(other):  # else it was made again
                what = say(
                    "{path}: the same edition as {other}, which counts in its place", path=copy, other=other.name
                )
                yield look("edition", what, say("if somebody has copied the folder, delete the copy"))
        yield from (fault("edition", finding) for finding in unsure)
        yield from _turned(name, newest, library, day)
        yield from (_unread(one, base / one.where) for one in unread if base / one.where != newest)
        if (target / editions.DRAFT).is_dir():
            what = say("campaign {id}: a draft lies there; nothing in it may hang", id=name)
            hint = say("it goes with the next whole edition: ulotki build {id}", id=name)
            nobody = say("no campaign is called so any more; delete the folder {path}", path=target / editions.DRAFT)
            yield look("draft", what, hint if ordered else nobody)
        if (target / ".lock").exists() and not _free(target):
            yield look("lock", say("campaign {id}: a build is at work", id=name), say("wait until it is done"))
        if files.matching(target, f"{writing.PART}*"):
            what = say("campaign {id}: an interrupted run left something behind", id=name)
            yield look("leftover", what, say("ulotki clean removes it"))


def _edition(name: str, folder: Path | None) -> Diagnosis:
    if folder is None:
        what = say("campaign {id}: no edition yet", id=name)
        return look("edition", what, say("make it: ulotki build {id}", id=name))
    found = editions.record(folder)
    anew = say("make it anew: ulotki build {id}", id=name)
    if isinstance(found, Unreadable):
        return _unread(found, folder)
    damaged = [file.path for file in found.files if editions.digest(folder / file.path) != file.sha256]
    if damaged:
        what = say("{path}: missing or altered: {files}", path=folder, files=", ".join(damaged))
        return wrong("edition", what, anew)
    named = editions.FOLDER.fullmatch(folder.name)
    if named and (odd := record_contradictions(found, named[3])):
        return wrong("edition", say("{file}: {what}", file=folder, what=odd[0].what), odd[0].hint)
    what = say("{path}: the newest edition, whole, {count} files", path=folder, count=len(found.files))
    return good("edition", what)


def _turned(name: str, folder: Path | None, library: Library, day: datetime.date) -> Iterator[Diagnosis]:
    """The values that the newest edition of a campaign prints otherwise than they are on *day*."""
    record, campaign = editions.readable(folder), library.campaigns.get(name)
    for one in turned_values(record, campaign, library, day) if record and campaign else ():
        what = say("campaign {id}: {label}: {what}", id=name, label=one.value.label, what=one.what)
        anew = say("make it anew: ulotki build {id}; then ulotki recall says what must come down", id=name)
        first = say("give the value that holds first, then make it anew: ulotki build {id}", id=name)
        yield look("edition", what, anew if one.holds else first, one.value.ref)


def _unread(found: Unreadable, folder: Path) -> Diagnosis:
    what = say("{path}: its record cannot be read: {why}", path=folder, why=found.why)
    return wrong("edition", what, found.finding.hint)


def _free(target: Path) -> bool:
    try:
        with writing.Alone(target):
            return True
    except Broken:
        return False
    except OSError:  # nobody can write there, which has a line of its own
        return True
