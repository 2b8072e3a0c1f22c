"""The files of a workspace: `ulotki settings`, what was changed, and its undo."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import settings as office
from ulotki.office import undo as changes
from ulotki.workspace import Workspace


@click.argument("given", nargs=-1, metavar=_("[KEY=VALUE]…"))
def settings(talk: Talk, ours: Workspace, given: tuple[str, ...]) -> None:
    """Show what is set, or change it."""
    if not given:
        outcome = office.read_settings(ours)
        for one in outcome.value.settings:
            talk.result(f'{one.key} = "{harmless(one.value)}"' if one.value else f"{one.key} = –")
    else:
        values = dict(options.pair(one, 'gmina="Serniki" printer.right=0.5') for one in given)
        outcome = office.change_settings(ours, office.SettingsRequest(values), options.today())
        talk.aside(say("saved") if outcome.value.change else say("nothing changed"))
    talk.outcome(outcome)


def history(talk: Talk, ours: Workspace) -> None:
    """Say what was changed, the newest first."""
    outcome = changes.list_changes(ours)
    for one in outcome.value:
        head = say("{number}  {day}  {title}", number=one.number, day=one.day, title=one.title)
        talk.result(say("{what} (taken back by {by})", what=head, by=one.undone_by) if one.undone_by else head)
        talk.result(*one.what, indent=4)
        talk.result(*(say("{file}: how it was is not kept", file=name) for name in one.private), indent=4)
    if not outcome.value:
        talk.aside(say("nothing has been changed by the program yet"))
    talk.outcome(outcome.giving(changes.History(outcome.value)))


@click.argument("number", type=click.IntRange(1), required=False, metavar=_("N"))
def undo(talk: Talk, ours: Workspace, number: int | None) -> None:
    """Take a change back."""
    outcome = changes.undo(ours, number or 0, options.today())
    match outcome.value:
        case changes.Undone() as done:
            talk.result(say("change {number} is taken back", number=done.number))
        case changes.Conflict() as conflict:
            talk.result(say("undoing it would change in {file}:", file=conflict.file))
    talk.result(*outcome.value.what, indent=4)
    talk.outcome(outcome)
