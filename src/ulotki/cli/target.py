"""The file that a command writes: its option, and the writing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ulotki.cli.language import translated as _
from ulotki.cli.options import FILE, Option
from ulotki.cli.talk import Talk
from ulotki.workspace import writing


def output(help: str, endings: Sequence[str] = (), default: str = "") -> Option:
    """-o FILE, which can be written, and whose name ends in one of *endings*, if there are any.

    default: its name when nobody says one, "" for none.
    """

    def writable(_context: click.Context, _parameter: click.Parameter, file: Path | None) -> Path | None:
        if file and endings:
            writing.written_as(file, endings)
        elif file:
            writing.writable(file)
        return file

    shown: dict[str, Any] = {"default": Path(default), "show_default": True} if default else {}
    return click.option("-o", "--output", type=FILE, callback=writable, metavar=_("FILE"), help=help, **shown)


def write(talk: Talk, file: Path, data: bytes) -> None:
    """Write *data* to *file*, name it, and remember it as the `file` of the document in JSON."""
    writing.write(file, data)
    talk.result(file)
    talk.file = file
