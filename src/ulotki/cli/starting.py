"""`ulotki init` and `ulotki new`: starter files with comments that explain every field."""

from __future__ import annotations

import json
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, near
from ulotki.errors import Finding, Misused, Where, say
from ulotki.workspace import lock, writing

FILES = {name: name for name in ("ulotki.toml", "numbers.toml", "places.toml", "people.toml")}
FIRST = "campaigns/pierwsza.toml"


@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar=_("DIR"))
def init(talk: Talk, workspace: Path | None, folder: Path) -> None:
    """Make a workspace that builds at once."""
    if folder.exists() and any(folder.iterdir()):
        raise Misused(
            [
                Finding(
                    "use",
                    say("this folder is not empty"),
                    say("name a new one; nothing is overwritten"),
                    Where(str(folder)),
                )
            ]
        )
    with writing.folder(folder) as part:
        for name, starter in FILES.items():
            writing.put(part / name, _starter(starter))
        writing.put(part / FIRST, _starter("campaign.toml"))
        writing.put(part / ".gitignore", b"out/\npeople.toml\nledger.sqlite*\n.ulotki.lock*\n")
        for name, data in _schemas().items():
            writing.put(part / "schemas" / name, data)
    talk.result(near(folder / "ulotki.toml"))
    talk.aside(say("next: write who publishes into ulotki.toml, places into places.toml; then ulotki build"))
    talk.data("init", folder=str(folder))


command(init, name="init", help=_("Make a workspace for a gmina, with files that explain themselves."))


@click.argument("kind", type=click.Choice(["scam", "place", "campaign"]))
@click.argument("id", metavar="ID")
def new(talk: Talk, workspace: Path | None, kind: str, id: str) -> None:
    """Write a commented starter."""
    from ulotki.library.shape import id_fault

    folder = needed(workspace)
    if complaint := id_fault(id):
        raise Misused([Finding("use", *complaint)])
    with lock.alone(folder, "new"):
        path = _written(folder, kind, id)
    talk.result(near(path))
    talk.aside(say("fill in the empty fields; ulotki check says what is missing"))
    talk.data("new", kind=kind, id=id, file=str(path))


command(new, name="new", help=_("Write a commented starter for a scam, a place or a campaign."))


def _written(folder: Path, kind: str, id: str) -> Path:
    """The file that the starter was written to. Raises Misused when it is there already."""
    path = folder / {"scam": f"scams/pl/{id}.toml", "place": "places.toml", "campaign": f"campaigns/{id}.toml"}[kind]
    data = _starter(f"{kind}.toml", id)
    if kind == "place":
        if path.exists() and f"[place.{id}]" in path.read_text("utf-8"):
            raise Misused(
                [Finding("use", say("this place is already there"), say("take another id"), Where(str(path)))]
            )
        data = (path.read_bytes() if path.exists() else b"") + data
    elif path.exists():
        raise Misused(
            [Finding("use", say("this file is already there"), say("nothing is overwritten"), Where(str(path)))]
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    writing.write(path, data)
    for name, schema in _schemas().items():
        if not (folder / "schemas" / name).exists():
            (folder / "schemas").mkdir(exist_ok=True)
            writing.write(folder / "schemas" / name, schema)
    return path


def _starter(name: str, id: str = "") -> bytes:
    from ulotki.installed import shipped

    today = options.today()
    later = today.replace(year=today.year + 1, day=min(today.day, 28))
    text = shipped(f"leaflets/library/starters/{name}").decode("utf-8")
    slots = {"{id}": id, "{day}": today.isoformat(), "{year}": later.isoformat()}
    for slot, value in slots.items():
        text = text.replace(slot, value)
    return text.encode("utf-8")


def _schemas() -> dict[str, bytes]:
    from ulotki.library.schema import schemas
    from ulotki.press import known

    return {
        name: (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        for name, schema in schemas(known()).items()
    }
