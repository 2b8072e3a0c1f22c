"""The group of commands, and the argument that names a value."""

from __future__ import annotations

from contextlib import suppress
from gettext import gettext as _

import click

from ulotki.cli.main import found, group
from ulotki.content.typography import HOME
from ulotki.errors import Trouble
from ulotki.office.numbers.ids import Known
from ulotki.workspace import read

numbers = group("numbers", help=_("Set, confirm and withdraw numbers; see where they stand and what is due."))


def completed(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Ids that begin so, for the shell; none when they cannot be read."""
    with suppress(Trouble, OSError):
        register = read(found(context.params.get("workspace")), HOME).register
        known = Known(frozenset(value.ref for value in register))
        return sorted(name for name in known.names() if name.startswith(begun))
    return []


which = click.argument("id", metavar="ID", shell_complete=completed)
