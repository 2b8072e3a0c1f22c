"""The file that a command writes: its option, and the writing; a paper as the kind of file that its name says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from ulotki import documents
from ulotki.cli.language import _
from ulotki.cli.options import FILE, Option
from ulotki.cli.talk import Talk
from ulotki.office import Outcome
from ulotki.workspace import writing

V = TypeVar("V")


def writable(*endings: str) -> Callable[[click.Context, click.Parameter, Path | None], Path | None]:
    """The callback of a file that can be written, and whose name ends in one of *endings*, if there are any."""

    def checked(_context: click.Context, _parameter: click.Parameter, file: Path | None) -> Path | None:
        if file and endings:
            writing.check_file(file, endings)
        elif file:
            writing.writable(file)
        return file

    return checked


def output(help: str, endings: Sequence[str] = (), default: str = "") -> Option:
    """-o FILE, see `writable`. default: its name when nobody says one, "" for none."""
    shown: dict[str, Any] = {"default": Path(default), "show_default": True} if default else {}
    checked = writable(*endings)
    return click.option("-o", "--output", type=FILE, callback=checked, metavar=_("FILE"), help=help, **shown)


def paper(default: str) -> Option:
    """-o FILE for a paper. default: its name when nobody says one."""
    return output(_("FILE.pdf, .txt or .html."), documents.ENDINGS, default)


def write(talk: Talk, outcome: Outcome[V], file: Path, data: bytes) -> Outcome[V]:
    """*outcome*, once *data* is written to *file*, named, and remembered as the `file` of the document in JSON."""
    writing.write(file, data)
    talk.file = file
    return talk.answer(outcome, file)


def write_paper(talk: Talk, outcome: Outcome[V], file: Path, paper: documents.paper.Paper) -> Outcome[V]:
    """`write` for *paper*, as the kind of file that the name of *file* says."""
    writing.check_file(file, documents.ENDINGS)
    return write(talk, outcome, file, documents.formats.document_file(paper, file.suffix))


def write_letter(talk: Talk, outcome: Outcome[V], file: Path, letter: documents.draft.Draft) -> Outcome[V]:
    """`write_paper` for a letter, which can also be a draft of a message."""
    writing.check_file(file, (*documents.ENDINGS, ".eml"))
    if file.suffix.lower() == ".eml":
        return write(talk, outcome, file, documents.draft.draft_file(letter))
    return write_paper(talk, outcome, file, letter.paper)
