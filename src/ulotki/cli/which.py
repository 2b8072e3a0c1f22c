"""Which workspace a command works in, and which of its values is meant, with names for the shell to complete."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from ulotki import office
from ulotki.cli.language import translated as _
from ulotki.cli.options import today
from ulotki.content.typography import HOME
from ulotki.errors import Trouble, misused, say


def find(workspace: Path | None) -> Path | None:
    """The workspace asked for, or the nearest upwards from here, or None. Raises Misused when it is not there."""
    if workspace is None:
        here = Path.cwd()
        return next((folder for folder in (here, *here.parents) if (folder / "ulotki.toml").is_file()), None)
    if not (workspace / "ulotki.toml").is_file():
        what = say('"{path}" is not a workspace: it has no ulotki.toml', path=workspace)
        raise misused(what, say("name the folder that holds ulotki.toml, such as leaflets/serniki"))
    return workspace


def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Ids that begin so, for the shell; none when they cannot be read."""
    from ulotki.workspace import read  # here: a list of commands needs none

    with suppress(Trouble, OSError):
        register = read(find(context.params.get("workspace")), HOME).believed(today()).register
        known = office.numbers.ids.Refs(frozenset(value.ref for value in register))
        return sorted(name for name in known.names() if name.startswith(begun))
    return []


which = click.argument("id", metavar=_("ID"), shell_complete=complete)
