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
from ulotki.cli.sentences import as_data, on, plain, shown, told, way
from ulotki.errors import Finding, Say
from ulotki.frozen import dataclass
from ulotki.office import Begin, Outcome, Progress

TENTHS = 10
"""Lines of progress at most, where there is no terminal."""


@dataclass(slots=True)
class Talk:
    """One command's voice. as_json: the result is one JSON document."""

    as_json: bool = False
    quiet: bool = False
    verbose: bool = False

    def result(self, text: str) -> None:
        """A line of the result."""
        if not self.as_json:
            click.echo(text)

    def data(self, kind: str, value: object, /, **more: object) -> None:
        """*value*, a dataclass or a mapping, and *more* as one JSON document, named and versioned; see `schemas`."""
        if self.as_json:
            parts = cast(dict[str, object], as_data(more)) | cast(dict[str, object], as_data(value))
            document = {"schema": f"ulotki.{kind}/{schemas.VERSION}", **parts}
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, 8.1, whatever the code page of the system
            click.echo(_spelled(json.dumps(document, ensure_ascii=False, indent=2)))

    def outcome(self, kind: str, outcome: Outcome[Any], /, file: Path | None = None, *, strict: bool = False) -> None:
        """What a use case answered: complaints, asides, its data as JSON, and its exit code.

        The complaints are a part of the document, and so is the *file* that the answer was written to. A new kind of
        document has its dataclass in `schemas` first, and its schema by tools/schemas.py.
        strict: a warning counts like a fault.
        """
        self.complain(outcome.findings)
        for sentence in outcome.asides:
            self.aside(sentence)
        self.document(kind, outcome, file)
        if code := outcome.code or (strict and bool(outcome.findings)):
            click.get_current_context().exit(code)

    def document(self, kind: str, outcome: Outcome[Any], file: Path | None = None) -> None:
        """The outcome as JSON: what was found, the file that was written, and its data."""
        if self.as_json:  # else nobody asks for the data
            written = {"file": file} if kind in schemas.WRITTEN else {}
            self.data(kind, outcome.data, findings=outcome.findings, **written)

    def aside(self, sentence: Say) -> None:
        """Something worth knowing that is no result."""
        if not self.quiet:
            click.echo(told(sentence), err=True)

    def complain(self, findings: Iterable[Finding], *, err: bool = True) -> None:
        """Each finding: a line for a person, then a hint. In JSON they are part of the document instead."""
        if self.as_json:
            return
        for finding in findings:
            place = f"{shown(finding.at)}: " if finding.at.file else ""
            warning = "" if finding.grave else _("warning: ")
            hint = _("hint:")
            pieces = f" ({told(on(finding.pieces))})" if finding.pieces else ""
            click.echo(f"{place}{warning}{told(finding.what)}{pieces}", err=err)
            if finding.hint:
                click.echo(f"  {hint} {way(finding.hint)}", err=err)

    def begin(self, label: Say) -> Begin:
        """`progress` under *label*, for a use case to begin."""
        return lambda names: self.progress(names, label)

    @contextmanager
    def progress(self, names: Sequence[str], label: Say) -> Iterator[Progress]:
        """A function to call with the number of what is done: a bar on a terminal, plain lines elsewhere."""
        if self.quiet:
            yield lambda name: None
        elif sys.stderr.isatty():
            with click.progressbar(length=len(names), label=told(label), file=sys.stderr) as bar:
                yield lambda name: bar.update(1)
        else:
            done = 0

            def line(name: str) -> None:
                nonlocal done
                done += 1
                if done * TENTHS // len(names) > (done - 1) * TENTHS // len(names):
                    click.echo(f"{told(label)} {done}/{len(names)} {plain(name)}", err=True)

            yield line


def _spelled(document: str) -> str:
    """The JSON text *document* with signs that steer a terminal as escapes; it says the same."""
    return "".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in document)
