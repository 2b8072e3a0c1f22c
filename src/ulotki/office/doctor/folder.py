"""The folder of a workspace: what it says, whether it can be written, where it lies, and when it was copied."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from ulotki.content.campaign import campaign_over
from ulotki.content.publisher import Publisher
from ulotki.errors import figure, say, system_words
from ulotki.library import Library
from ulotki.office.doctor.lines import Diagnosis, good, look, wrong
from ulotki.office.last_copy import copy_reminder, last_copy
from ulotki.workspace import writing
from ulotki.workspace.synchronised import service

ROOM = 200_000_000
"""Bytes on the disk below which an edition may not find room."""


def contents(workspace: Path, library: Library) -> Diagnosis:
    """What was read of it; whether there is a campaign."""
    there = {"places": len(library.places), "campaigns": ", ".join(library.campaigns) or "–"}
    what = say("workspace {path}: places {places}, campaigns {campaigns}", path=workspace, **there)
    if library.campaigns:
        return good("workspace", what)
    return look("workspace", what, say("make a campaign: ulotki new campaign ID"))


def publisher(library: Library) -> Iterator[Diagnosis]:
    """Whether somebody stands behind the pieces."""
    if library.settings is None or (isinstance(library.settings, Publisher) and library.settings.issuer is None):
        what = say("no issuer is named in ulotki.toml, so nobody answers for the pieces")
        yield look("issuer", what, say('write who publishes: ulotki settings issuer="…"'))


def writable(base: Path) -> Diagnosis:
    """Whether editions can be written, tried with a file that goes at once."""
    hint = say("check the free space on the disk, and whether you may write there")
    try:
        free = writing.room(base)
    except OSError as error:
        what = say("nothing can be written to {path}: {why}", path=base, why=system_words(error))
        return wrong("write", what, hint)
    room = say("{size} GB", size=figure(free / 1_000_000_000, ".1f"))
    if free < ROOM:
        return look("write", say("there is little space left for {path}: {room}", path=base, room=room), hint)
    return good("write", say("editions can be written to {path}, {room} are free", path=base, room=room))


def synchronised(workspace: Path) -> Iterator[Diagnosis]:
    """Whether a service keeps the folder in step with other computers."""
    if name := service(workspace.resolve()):
        what = say('the workspace lies in a folder that is synchronised: "{name}"', name=name)
        hint = say("move it to a folder that is not: a service may bring back older files, and a ledger split in two")
        yield look("workspace", what, hint)


def ended_campaigns(library: Library, day: datetime.date) -> Iterator[Diagnosis]:
    """Campaigns whose last day is over."""
    for campaign in library.campaigns.values():
        for what in campaign_over(campaign.id, campaign.until, day):
            hint = say("make the next one: ulotki new campaign ID --from {id} --day …", id=campaign.id)
            yield look("over", what, hint)


def copy_lines(folder: Path, day: datetime.date) -> Iterator[Diagnosis]:
    """Whether a copy of the workspace should be made."""
    if what := copy_reminder(folder, day):
        yield look("copy", what, say("make one, on another disk: ulotki copy save FILE.zip"))
    elif (last := last_copy(folder)) is not None:
        yield good("copy", say("the last copy of this workspace is of {day}", day=last))
