"""`ulotki check`: reads everything, composes every scam in every template, writes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import Progress, checking
from ulotki.workspace import read


@click.option("--only", multiple=True, metavar=_("WORD"), help=_("Only this scam, template or place."))
@click.option("--strict", is_flag=True, help=_("A warning counts like a fault."))
@options.on
def check(talk: Talk, workspace: Path | None, only: tuple[str, ...], strict: bool, day: datetime.date | None) -> None:
    """Say all that is not as it should be."""
    with ExitStack() as shown:

        def progress(names: Sequence[str]) -> Progress:
            done: Progress = shown.enter_context(talk.progress(names, say("checking")))
            return done

        outcome = checking.check(
            read(workspace).believed(options.today()), options.several(only), day or options.today(), progress
        )
    talk.complain(outcome.findings, err=False)
    counts = {"pieces": outcome.value.pieces, "findings": len(outcome.findings)}
    talk.result(told(say("pieces checked: {pieces}, findings: {findings}", **counts)))
    for sentence in outcome.asides:
        talk.aside(sentence)
    talk.document("check", outcome)
    if outcome.code or (strict and outcome.findings):
        raise click.exceptions.Exit(1)
