"""How the program speaks: results on stdout; talk, progress and complaints on stderr; JSON when asked."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ulotki.cli.document import WRITTEN, document
from ulotki.cli.language import _, list_pieces, path_text, place_text, translate, translate_whole
from ulotki.errors import Finding, Say, misused
from ulotki.frozen import dataclass
from ulotki.office import NOWHERE, Begin, Outcome, silent

if TYPE_CHECKING:
    from ulotki.workspace import Workspace

V = TypeVar("V")


@dataclass(slots=True)
class Talk:
    """A command's voice, and where it works. as_json: the result is one JSON document.  kind: of that, such as "numbers.set".

    folder: of the workspace, None for none.  out: where the editions lie, None for out/ in it.  file: what the command wrote
    its answer to, None for nothing.  complained: whether it has told what was found.
    """

    as_json: bool = False
    quiet: bool = False
    kind: str = ""
    folder: Path | None = None
    out: Path | None = None
    file: Path | None = None
    complained: bool = False

    @property
    def here(self) -> Workspace | None:
        """The workspace, or None."""
        from ulotki.workspace import Workspace  # here: a list of commands needs none

        return Workspace.at(self.folder, self.out) if self.folder else None

    @property
    def ours(self) -> Workspace:
        """The workspace, without which the command cannot work. Raises Misused with the way to one."""
        if (here := self.here) is None:
            raise misused(*NOWHERE)
        return here

    def result(self, *lines: str | Say | Path, indent: int = 0, whole: bool = False) -> None:
        """Lines of the result: a text that is harmless already, a sentence, or a path, which is named from here.

        whole: no value of a sentence is cut, however long it is.
        """
        tell = translate_whole if whole else translate
        for line in () if self.as_json else lines:
            text = tell(line) if isinstance(line, Say) else path_text(line) if isinstance(line, Path) else line
            click.echo(" " * indent + text)

    def made(self, outcome: Outcome[V], file: Path, opened: bool) -> Outcome[V]:
        """*outcome*, once the file that was made is named. opened: show it to whoever asked for it, too."""
        self.result(file)
        if opened:
            click.launch(str(file))
        return outcome

    def data(self, value: object, **more: object) -> None:
        """*value*, a dataclass or a mapping, and *more* as one JSON document, named and versioned."""
        if self.as_json:
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, 8.1, whatever the code page of the system
            click.echo(document(self.kind, value, **more))

    def answer(self, outcome: Outcome[V], *lines: str | Say | Path, whole: bool = False) -> Outcome[V]:
        """*outcome*, for a command to give, once *lines* have told what it came to; see `result`."""
        self.result(*lines, whole=whole)
        return outcome

    def outcome(self, outcome: Outcome[Any]) -> None:
        """What a use case answered: complaints, asides, its data as JSON with the file that was written, its exit code."""
        if not self.complained:
            self.complain(outcome.findings)
        self.aside(*outcome.asides)
        if self.as_json:  # else nobody asks for the data
            written = {"file": self.file} if self.kind in WRITTEN else {}
            self.data(outcome.data, findings=outcome.findings, **written)
        if outcome.code:
            click.get_current_context().exit(outcome.code)

    def aside(self, *sentences: Say) -> None:
        """What is worth knowing and no result."""
        for sentence in () if self.quiet else sentences:
            click.echo(translate(sentence), err=True)

    def complain(self, findings: Iterable[Finding], *, err: bool = True) -> None:
        """Each finding: a line for a person, then a hint. In JSON they are part of the document instead."""
        self.complained = True
        if self.as_json:
            return
        for finding in findings:
            place = f"{place_text(finding.at)}: " if finding.at.file else ""
            warning = "" if finding.grave else _("warning: ")
            pieces = f" ({translate(list_pieces(finding.pieces))})" if finding.pieces else ""
            click.echo(f"{place}{warning}{translate(finding.what)}{pieces}", err=err)
            if finding.hint:
                click.echo("  " + _("hint:") + " " + translate_whole(finding.hint), err=err)

    def begin(self, label: Say) -> Begin:
        """Progress under *label*, for a use case to begin; none in silence."""
        if self.quiet:
            return silent
        from ulotki.cli.terminal import progress  # here: few commands take long

        return lambda names: progress(names, label)
