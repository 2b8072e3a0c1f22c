"""The file that a command writes: its option, and the writing; a paper as the kind of file that its name says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ulotki import documents
from ulotki.cli.language import _
from ulotki.cli.options import FILE, Option
from ulotki.cli.talk import Talk
from ulotki.workspace import writing

LETTER = (*documents.ENDINGS, ".eml")
"""The kinds of file that a letter can be: also a draft of a message."""


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


def paper(default: str) -> Option:
    """-o FILE for a paper. default: its name when nobody says one."""
    return output(_("FILE.pdf, .txt or .html."), documents.ENDINGS, default)


def write(talk: Talk, file: Path, data: bytes) -> None:
    """Write *data* to *file*, name it, and remember it as the `file` of the document in JSON."""
    writing.write(file, data)
    talk.result(file)
    talk.file = file


def write_paper(talk: Talk, file: Path, paper: documents.paper.Paper) -> None:
    """Write *paper* as the kind of file that the name of *file* says."""
    writing.written_as(file, documents.ENDINGS)
    write(talk, file, documents.formats.document_file(paper, file.suffix))


def write_letter(talk: Talk, file: Path, letter: documents.draft.Draft) -> None:
    """The same for a letter, which can be a draft of a message, too."""
    writing.written_as(file, LETTER)
    if file.suffix.lower() == ".eml":
        write(talk, file, documents.draft.draft_file(letter))
    else:
        write_paper(talk, file, letter.paper)
