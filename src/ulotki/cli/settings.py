"""`ulotki settings` shows and changes ulotki.toml."""

from __future__ import annotations

from gettext import gettext as _

import click

from ulotki.cli import options
from ulotki.cli.sentences import harmless
from ulotki.cli.talk import Talk
from ulotki.errors import Finding, Misused, say
from ulotki.office import settings as office
from ulotki.office.settings import Request
from ulotki.workspace import Workspace


@click.argument("given", nargs=-1, metavar=_("[KEY=VALUE]…"))
def settings(talk: Talk, ours: Workspace, given: tuple[str, ...]) -> None:
    """Show what is set, or change it."""
    if not given:
        outcome = office.settings(ours)
        for one in outcome.value.settings:
            talk.result(f'{one.key} = "{harmless(one.value)}"' if one.value else f"{one.key} = –")
    else:
        outcome = office.change(ours, Request(dict(map(_pair, given))), options.today())
        talk.aside(say("saved") if outcome.value.change else say("nothing changed"))
    talk.outcome("settings", outcome)


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        what = say('"{value}" sets nothing', value=text)
        raise Misused([Finding("use", what, say("as in: {example}", example='gmina="Serniki" printer.right=0.5'))])
    return key.strip(), value
