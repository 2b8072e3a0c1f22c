"""`ulotki copy save` and `restore`: the whole workspace as one file."""

from __future__ import annotations

from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.options import needed
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import copy as office
from ulotki.office.copy import CopyRequest
from ulotki.workspace import Workspace

MEGABYTE = 1_000_000


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar=_("FILE.zip"))
@click.option("--with-names", "names", is_flag=True, help=_("Also people.toml and the names in the ledger."))
@click.option("--editions", is_flag=True, help=_("Also all that was made."))
@click.option("--force", is_flag=True, help=_("Also when a file of that name is there."))
def save(talk: Talk, ours: Workspace, file: Path, names: bool, editions: bool, force: bool) -> None:
    """Write a copy, and read it back."""
    request = CopyRequest(file, names, editions, force)
    outcome = office.save(ours, request, options.now(), options.today())
    size = f"{outcome.value.size / MEGABYTE:.1f}"
    talk.result(told(say("copied and checked: files {count}, {size} MB", count=outcome.value.count, size=size)))
    talk.result(near(file))
    talk.outcome("copy.save", outcome)


@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar=_("FILE.zip"))
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar=_("DIR"))
@click.option("--dry-run", is_flag=True, help=_("Say what would change in the workspace, and write nothing."))
def restore(talk: Talk, workspace: Path | None, file: Path, folder: Path | None, dry_run: bool) -> None:
    """Bring a copy back, into a new folder or over the workspace."""
    if dry_run:
        _compared(talk, Workspace.at(folder or needed(workspace)), file)
        return
    outcome = office.restore(folder or needed(workspace), file, options.today())
    done = outcome.value
    talk.result(told(say("brought back, as of {day}: files {count}", day=done.day, count=len(done.changed))))
    for path in done.changed:
        talk.result(f"    {path}")
    if done.ledger:
        talk.result(told(done.ledger))
    for name in done.editions:
        talk.result(f"    {near(done.folder / 'out' / name)}")
    talk.outcome("copy.restore", outcome)


def _compared(talk: Talk, workspace: Workspace, file: Path) -> None:
    """Say what a copy would change."""
    outcome = office.compare(workspace, file)
    found = outcome.value
    for paths, word in ((found.added, say("new")), (found.changed, say("another")), (found.removed, say("gone"))):
        for path in paths:
            talk.result(f"    {path}: {told(word)}")
    for name in found.editions:
        talk.result(f"    out/{name}: {told(say('new'))}")
    if found.ledger:
        talk.result(told(found.ledger))
    talk.outcome("copy.compare", outcome)
