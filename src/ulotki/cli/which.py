"""The argument that names a value, and how the shell completes it."""

from __future__ import annotations

from contextlib import suppress

import click

from ulotki import office
from ulotki.cli.language import translated as _
from ulotki.cli.lazy import find
from ulotki.cli.options import today
from ulotki.content.typography import HOME
from ulotki.errors import Trouble
from ulotki.workspace import read


def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Ids that begin so, for the shell; none when they cannot be read."""
    with suppress(Trouble, OSError):
        register = read(find(context.params.get("workspace")), HOME).believed(today()).register
        known = office.numbers.ids.Refs(frozenset(value.ref for value in register))
        return sorted(name for name in known.names() if name.startswith(begun))
    return []


which = click.argument("id", metavar=_("ID"), shell_complete=complete)
