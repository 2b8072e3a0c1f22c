"""`ulotki copy save` and `restore`: the whole workspace as one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, workspaces
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import megabytes, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office import copy as office
from ulotki.workspace import Workspace

FILE = click.argument("file", type=options.FILE, metavar=_("FILE.zip"))


@FILE
@click.option("--with-names", "names", is_flag=True, help=_("Also people.toml and the names in the ledger."))
@click.option("--editions", is_flag=True, help=_("Also all that was made."))
@options.force
def save(talk: Talk, ours: Workspace, file: Path, **asked: Any) -> None:
    """Write a copy, and read it back."""
    outcome = office.save(ours, office.CopyRequest(file, **asked), options.now(), options.today())
    made = outcome.value
    size = megabytes(made.size)
    talk.result(say("copied and checked: files {count}, {size} MB", count=made.count, size=size), file)
    talk.outcome(outcome)


@FILE
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar=_("DIR"))
@click.option("--dry-run", is_flag=True, help=_("Say what would change in the workspace, and write nothing."))
def restore(talk: Talk, workspace: Path | None, file: Path, folder: Path | None, dry_run: bool) -> None:
    """Bring a copy back, into a new folder or over the workspace."""
    target = folder or workspaces.require(workspace)
    if dry_run:
        compared = office.compare(Workspace.at(target), file)
        talk.result(*_differences(compared.value))
        talk.outcome(compared, "copy.compare")
        return
    outcome = office.restore(target, file, options.today())
    done = outcome.value
    talk.result(say("brought back, as of {day}: files {count}", day=done.day, count=len(done.changed)))
    talk.result(*done.changed, indent=4)
    talk.result(*filter(None, (done.ledger,)))
    talk.result(*(done.folder / "out" / name for name in done.editions), indent=4)
    talk.outcome(outcome)


def _differences(found: office.CopyComparison) -> Iterator[str | Say]:
    """What a copy would change."""
    for paths, word in ((found.added, say("new")), (found.changed, say("another")), (found.removed, say("gone"))):
        yield from (f"    {path}: {translate(word)}" for path in paths)
    yield from (f"    out/{name}: {translate(say('new'))}" for name in found.editions)
    if found.ledger:
        yield found.ledger
