"""`ulotki check`: reads everything, composes every scam in every template, writes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import Progress, checking
from ulotki.workspace import read


@options.words("--only", metavar=_("WORD"), help=_("Only this scam, template or place."))
@click.option("--strict", is_flag=True, help=_("A warning counts like a fault."))
@options.on
def check(talk: Talk, workspace: Path | None, only: tuple[str, ...], strict: bool, day: datetime.date | None) -> None:
    """Say all that is not as it should be."""
    library, today = read(workspace).believed(options.today()), day or options.today()
    with ExitStack() as shown:

        def progress(names: Sequence[str]) -> Progress:
            done: Progress = shown.enter_context(talk.progress(names, say("checking")))
            return done

        outcome = checking.check(library, only, today, progress)
    talk.complain(outcome.findings, err=False)
    counts = {"pieces": outcome.value.pieces, "findings": len(outcome.findings)}
    talk.result(say("pieces checked: {pieces}, findings: {findings}", **counts))
    talk.aside(*outcome.asides)
    talk.document(outcome)
    talk.end(1 if outcome.code or (strict and outcome.findings) else 0)
