"""How the program speaks: results on stdout; talk, progress and complaints on stderr; JSON when asked."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext
from pathlib import Path
from typing import Any, cast

import click

from ulotki.errors import Finding, Say, Where, say
from ulotki.office import Begin, Outcome, Progress
from ulotki.values import Json, dump, formless

TENTHS = 10
"""Lines of progress at most, where there is no terminal."""

PIECES = 4
"""Pieces that are named at once."""

LONGEST = 160
"""Characters of somebody's words that are shown at once."""


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

    def data(self, kind: str, /, **values: object) -> None:
        """The result as JSON, named and versioned."""
        if self.as_json:
            document = {"schema": f"ulotki.{kind}/1", **values}
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(encoding="utf-8")  # RFC 8259, 8.1, whatever the code page of the system
            click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))

    def outcome(self, kind: str, outcome: Outcome[Any], /, **values: object) -> None:
        """What a use case answered: complaints, asides, its value as JSON (or *values* in its place), and its exit code.

        The complaints are a part of the document.
        """
        self.complain(outcome.findings)
        for sentence in outcome.asides:
            self.aside(sentence)
        given = values or cast(dict[str, object], dump(outcome.value, _in_words))
        self.data(kind, **{"findings": [as_data(one) for one in outcome.findings], **given})
        if outcome.code:
            click.get_current_context().exit(outcome.code)

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
            warning = "" if finding.grave else gettext("warning: ")
            hint = gettext("hint:")
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


def on(pieces: Sequence[str]) -> Say:
    """The pieces that something was found on, a few of them by name."""
    names = ", ".join(pieces[:PIECES])
    more = len(pieces) - PIECES
    return say("{pieces} and {count} more", pieces=names, count=more) if more > 0 else say("{pieces}", pieces=names)


def told(sentence: Say) -> str:
    """*sentence* in the language of the program, with its values made harmless for a terminal."""
    return sentence.told(gettext, plain)


def way(hint: Say) -> str:
    """*hint* in the language of the program, whole: what is to be typed is never cut."""
    return hint.told(gettext, lambda text: harmless(text.replace("\N{NO-BREAK SPACE}", " ")))


def plain(text: str) -> str:
    """*text* without signs that could steer a terminal, and not endless."""
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    safe = harmless(text)
    return safe if len(safe) <= LONGEST else safe[: LONGEST - 1] + "…"


def harmless(text: str) -> str:
    """*text* without signs that could steer a terminal or that it cannot show."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def shown(at: Where) -> str:
    """A place as people find it: the file from where they stand, and the line."""
    file = near(Path(at.file)) if Path(at.file).is_absolute() else at.file
    return harmless(f"{file}:{at.line}" if at.line else str(file))


def near(path: Path) -> str:
    """*path* from the current folder when it lies below it, else whole."""
    try:
        return harmless(str(path.resolve().relative_to(Path.cwd())))
    except (OSError, ValueError):
        return harmless(str(path))


def _in_words(value: object) -> Json:
    """A sentence or a path for JSON."""
    match value:
        case Say():
            return told(value)
        case Path():
            return str(value)
        case _:
            return formless(value)


def as_data(finding: Finding) -> dict[str, object]:
    """A finding for JSON."""
    return {
        "check": finding.check,
        "grave": finding.grave,
        "file": finding.at.file,
        "line": finding.at.line,
        "field": finding.at.field,
        "what": told(finding.what),
        "hint": way(finding.hint) if finding.hint else None,
        "pieces": list(finding.pieces),
    }


NOUNS = (
    *(say("scam"), say("campaign"), say("number"), say("address"), say("name"), say("format"), say("place")),
    *(
        say("missing"),
        say("early"),
        say("unconfirmed"),
        say("good"),
        say("due"),
        say("expired"),
        say("withdrawn"),
        say("template"),
        say("palette"),
        say("purpose"),
        say("language"),
    ),
)
"""Words that reach sentences as values: said here, so that the catalogue has them."""
