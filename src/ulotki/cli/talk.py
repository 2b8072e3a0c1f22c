"""How the program speaks: results on stdout; talk, progress and complaints on stderr; JSON when asked."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import click

from ulotki.cli import schemas
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import as_data, list_pieces, path_text, place_text, plain, translate, translate_whole
from ulotki.errors import Finding, Say
from ulotki.frozen import dataclass
from ulotki.office import Begin, Outcome, Progress

TENTHS = 10
"""Lines of progress at most, where there is no terminal."""


@dataclass(slots=True)
class Talk:
    """One command's voice. as_json: the result is one JSON document.  kind: of that document, such as "numbers.set".

    file: what the command wrote its answer to, None for nothing.  complained: whether it has told what was found.
    """

    as_json: bool = False
    quiet: bool = False
    verbose: bool = False
    kind: str = ""
    file: Path | None = None
    complained: bool = False

    def result(self, *lines: str | Say | Path, indent: int = 0, whole: bool = False) -> None:
        """Lines of the result: a text that is harmless already, a sentence, or a path, which is named from here.

        whole: no value of a sentence is cut, however long it is.
        """
        tell = translate_whole if whole else translate
        for line in () if self.as_json else lines:
            text = tell(line) if isinstance(line, Say) else path_text(line) if isinstance(line, Path) else line
            click.echo(" " * indent + text)

    def made(self, file: Path, opened: bool) -> None:
        """Name a file that was made. opened: show it to whoever asked for it, too."""
        self.result(file)
        if opened:
            click.launch(str(file))

    def data(self, value: object, **more: object) -> None:
        """*value*, a dataclass or a mapping, and *more* as one JSON document, named and versioned."""
        if self.as_json:
            parts = cast(dict[str, object], as_data(more)) | cast(dict[str, object], as_data(value))
            document = {"schema": f"ulotki.{self.kind}/{schemas.VERSION}", **parts}
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, 8.1, whatever the code page of the system
            click.echo(_escape(json.dumps(document, ensure_ascii=False, indent=2)))

    def outcome(self, outcome: Outcome[Any]) -> None:
        """What a use case answered: complaints, asides, its data as JSON with the file that was written, its exit code."""
        if not self.complained:
            self.complain(outcome.findings)
        self.aside(*outcome.asides)
        if self.as_json:  # else nobody asks for the data
            written = {"file": self.file} if self.kind in schemas.WRITTEN else {}
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
        """`progress` under *label*, for a use case to begin."""
        return lambda names: self.progress(names, label)

    @contextmanager
    def progress(self, names: Sequence[str], label: Say) -> Iterator[Progress]:
        """A function to call with the number of what is done: a bar on a terminal, plain lines elsewhere."""
        if self.quiet:
            yield lambda name: None
        elif sys.stderr.isatty():
            with click.progressbar(length=len(names), label=translate(label), file=sys.stderr) as bar:
                yield lambda name: bar.update(1)
        else:
            done = 0

            def line(name: str) -> None:
                nonlocal done
                done += 1
                if done * TENTHS // len(names) > (done - 1) * TENTHS // len(names):
                    click.echo(f"{translate(label)} {done}/{len(names)} {plain(name)}", err=True)

            yield line


def _escape(document: str) -> str:
    """The JSON text *document* with signs that steer a terminal as escapes; it says the same."""
    return "".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in document)
