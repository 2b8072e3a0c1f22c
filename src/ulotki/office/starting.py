"""Creates files to begin with: a scam, a place, a campaign, or a campaign like another."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from ulotki import files
from ulotki.content.typography import HOME
from ulotki.errors import Refused, Say, Where, misused, say
from ulotki.frozen import dataclass
from ulotki.library.ids import id_fault
from ulotki.library.renewal import renewed
from ulotki.library.scam_fields import edit_scam
from ulotki.library.source import unreadable
from ulotki.library.toml import values_of
from ulotki.office import Outcome
from ulotki.office.starters import editor_schemas, starter
from ulotki.workspace import Workspace, writing
from ulotki.workspace.history import Edit

PLACES = "places.toml"


@dataclass(frozen=True, slots=True)
class Started:
    """The file of a new thing."""

    kind: str
    id: str
    file: Path


@dataclass(frozen=True, slots=True)
class NewRequest:
    """kind: of thing.  id: its name.  like: of a campaign, the one that it is made after, None for the starter.

    day, until, title: of a campaign made after another.  filled: fields of a scam, by name.
    """

    kind: Literal["scam", "place", "campaign"]
    id: str
    like: str | None = None
    day: datetime.date | None = None
    until: datetime.date | None = None
    title: str | None = None
    filled: Mapping[str, str] = field(default_factory=dict)


def new(workspace: Workspace, request: NewRequest, today: datetime.date) -> Outcome[Started]:
    """Write the starter, or a campaign made after another, where it belongs. Nothing is overwritten."""
    if complaint := id_fault(request.id):
        raise misused(*complaint)
    days = request.day or request.until or request.title
    if (request.like and request.kind != "campaign") or (days and not request.like):
        what = say("--from, --day, --until and --title are for a campaign made after another one")
        raise misused(what, say("as in: ulotki new campaign {id} --from OTHER --day …", id=request.id))
    with workspace.alone("new"):
        match request.kind:
            case "place":
                outcome = _place(workspace, request.id, today)
            case "scam":
                outcome = _scam(workspace, request, today)
            case "campaign" if request.like is not None:
                outcome = _again(workspace, request, request.like, today)
            case "campaign":
                outcome = _new_file(workspace, f"campaigns/{request.id}.toml", starter("campaign.toml", today), today)
        _add_schemas(workspace.folder)
    return Outcome(Started(request.kind, request.id, outcome.value), asides=outcome.asides)


FILL: Say = say("fill in the empty fields; ulotki check says what is missing")


def _scam(workspace: Workspace, request: NewRequest, today: datetime.date) -> Outcome[Path]:
    id = request.id
    file = f"scams/{HOME}/{id}.toml"
    library = workspace.library(HOME)
    if not (workspace.folder / file).exists() and id in library.scams:
        what = say('the library has a scam "{id}", and an empty one would take its place', id=id)
        hint = say("choose another id; to say it in other words, copy {file}", file=library.scams[id].at.file)
        raise misused(what, hint)
    return _new_file(workspace, file, edit_scam(starter("scam.toml", today, id), request.filled), today)


def _place(workspace: Workspace, id: str, today: datetime.date) -> Outcome[Path]:
    path = workspace.folder / PLACES
    try:
        was = workspace.contents(PLACES)
    except OSError as error:
        raise Refused([unreadable(path, error)]) from error
    before = starter(PLACES, today).partition(b"\n[")[0] + b"\n" if was is None else was
    if id in values_of(before, str(path)).get("place", {}):
        raise misused(say("this place is already there"), say("take another id"), Where(str(path)))
    data = (b"" if before.endswith(b"\n") else b"\n") + starter("place.toml", today, id)
    now = before + (data.replace(b"\n", b"\r\n") if b"\r\n" in before else data)
    workspace.change([Edit(PLACES, was, now)], "new", today)
    return Outcome(path, asides=(FILL,))


def _again(workspace: Workspace, request: NewRequest, like: str, today: datetime.date) -> Outcome[Path]:
    """A campaign made after the campaign *like*. Raises Refused when it would not be good."""
    if request.day is None:
        raise misused(say("nobody said when the campaign begins"), say("say it with --day"))
    file = f"campaigns/{request.id}.toml"
    path = workspace.folder / file
    _free(path)
    old = workspace.library(HOME).campaign(like)
    text = files.contents(Path(old.at.file)).decode("utf-8-sig")
    made = renewed(text, request.day, request.until, request.title)
    data = made.text.encode("utf-8")
    campaign = workspace.library(instead={path: data}).campaign(request.id)
    days = {"day": campaign.day, "until": campaign.until or "–"}
    asides = [say("orders: {count}, from {day}, hanging until {until}", count=len(campaign.order), **days)]
    asides += [say("the meeting of {day} is now a comment: write the new one there", day=day) for day in made.meetings]
    if request.title is None:
        asides.append(say('the title is still "{title}": change it if it names a time', title=campaign.title))
    workspace.change([Edit(file, None, data)], "new", today)
    return Outcome(path, asides=tuple(asides))


def _new_file(workspace: Workspace, file: str, data: bytes, today: datetime.date) -> Outcome[Path]:
    path = workspace.folder / file
    _free(path)
    workspace.change([Edit(file, None, data)], "new", today)
    return Outcome(path, asides=(FILL,))


def _free(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise misused(say("this file is already there"), say("nothing is overwritten"), Where(str(path)))


def _add_schemas(folder: Path) -> None:
    """Lay the schemas for editors beside, where they are not there yet."""
    for name, data in editor_schemas().items():
        if not (folder / "schemas" / name).exists():
            (folder / "schemas").mkdir(exist_ok=True)
            writing.write(folder / "schemas" / name, data)
