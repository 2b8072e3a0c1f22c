"""`ulotki settings` shows and changes ulotki.toml."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import settings as office
from ulotki.office.settings import SettingsRequest
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
        outcome = office.change_settings(ours, SettingsRequest(values), options.today())
        talk.aside(say("saved") if outcome.value.change else say("nothing changed"))
    talk.outcome("settings", outcome)
