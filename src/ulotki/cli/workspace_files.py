"""The files of a workspace: `ulotki settings`, what was changed and its undo, a copy of all and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options
from ulotki.cli.language import _, harmless, megabytes, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.workspace import Workspace


@click.argument("given", nargs=-1, metavar=_("[KEY=VALUE]…"))
def settings(talk: Talk, given: tuple[str, ...]) -> office.Outcome[office.settings.Settings]:
    if given:
        values = dict(options.pair(one, 'gmina="Serniki" printer.right=0.5') for one in given)
        outcome = office.settings.change_settings(talk.ours, office.settings.SettingsRequest(values), options.today())
        talk.aside(say("saved") if outcome.value.change else say("nothing changed"))
        return outcome
    outcome = office.settings.read_settings(talk.ours)
    shown = ((one.key, f'"{harmless(one.value)}"' if one.value else "–") for one in outcome.value.settings)
    return talk.answer(outcome, *(f"{key} = {value}" for key, value in shown))


def history(talk: Talk) -> office.Outcome[office.changes.History]:
    outcome = office.changes.list_changes(talk.ours)
    for one in outcome.value:
        head = say("{number}  {day}  {title}", number=one.number, day=one.day, title=one.title)
        talk.result(say("{what} (taken back by {by})", what=head, by=one.undone_by) if one.undone_by else head)
        talk.result(*one.what, indent=4)
        talk.result(*(say("{file}: how it was is not kept", file=name) for name in one.private), indent=4)
    if not outcome.value:
        talk.aside(say("nothing has been changed by the program yet"))
    return outcome.giving(office.changes.History(outcome.value))


@click.argument("number", type=click.IntRange(1), required=False, metavar=_("N"))
def undo(talk: Talk, number: int | None) -> office.Outcome[office.undo.UndoResult]:
    outcome = office.undo.undo(talk.ours, number or 0, options.today())
    done = outcome.value
    if isinstance(done, office.undo.Undone):
        talk.result(say("change {number} is taken back", number=done.number))
    else:
        talk.result(say("undoing it would change in {file}:", file=done.file))
    talk.result(*done.what, indent=4)
    return outcome


ZIP = click.argument("file", type=options.FILE, metavar=_("FILE.zip"))


@ZIP
@click.option("--with-names", "names", is_flag=True, help=_("Also people.toml and the names in the ledger."))
@click.option("--editions", is_flag=True, help=_("Also all that was made."))
@options.force
def save(talk: Talk, file: Path, **asked: Any) -> office.Outcome[office.copy.Saved]:
    outcome = office.copy.save(talk.ours, office.copy.CopyRequest(file, **asked), options.now(), options.today())
    made = outcome.value
    size = megabytes(made.size)
    return talk.answer(outcome, say("copied and checked: files {count}, {size}", count=made.count, size=size), file)


@ZIP
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar=_("DIR"))
@click.option("--dry-run", is_flag=True, help=_("Say what would change in the workspace, and write nothing."))
def restore(talk: Talk, file: Path, folder: Path | None, dry_run: bool) -> office.Outcome[Any]:
    target = folder or talk.ours.folder
    if dry_run:
        talk.kind = "copy.compare"
        compared = office.copy_comparison.compare(Workspace.at(target), file)
        return talk.answer(compared, *_differences(compared.value))
    outcome = office.copy_restore.restore(target, file, options.today())
    done = outcome.value
    talk.result(say("brought back, as of {day}: files {count}", day=done.day, count=len(done.changed)))
    talk.result(*done.changed, indent=4)
    talk.result(*filter(None, (done.ledger,)))
    talk.result(*(done.folder / "out" / name for name in done.editions), indent=4)
    return outcome


def _differences(found: office.copy_comparison.CopyComparison) -> Iterator[str | Say]:
    """What a copy would change."""
    for paths, word in ((found.added, say("new")), (found.changed, say("another")), (found.removed, say("gone"))):
        yield from (f"    {path}: {translate(word)}" for path in paths)
    yield from (f"    out/{name}: {translate(say('new'))}" for name in found.editions)
    if found.ledger:
        yield found.ledger
