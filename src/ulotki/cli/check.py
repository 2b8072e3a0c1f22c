"""`ulotki check`: reads everything, composes every scam in every template, writes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from contextlib import ExitStack
from gettext import gettext as _
from itertools import groupby
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.sentences import as_data, told
from ulotki.cli.talk import Talk
from ulotki.content.due import DAYS
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

        outcome = checking.check(read(workspace), options.several(only), day or options.today(), progress)
    checked = outcome.value
    talk.complain(outcome.findings, err=False)
    talk.result(
        told(
            say("pieces checked: {pieces}, findings: {findings}", pieces=checked.pieces, findings=len(outcome.findings))
        )
    )
    ahead = sorted(checked.due, key=lambda one: (one.day, one.why))
    for (when, what), entries in groupby(ahead, lambda one: (one.day, one.what)):
        refs = ", ".join(one.ref for one in entries)
        talk.aside(say("within {days} days: {day}: {refs}: {what}", days=DAYS, day=when, refs=refs, what=what))
    for sentence in outcome.asides:
        talk.aside(sentence)
    talk.data(
        "check",
        pieces=checked.pieces,
        findings=[as_data(finding) for finding in outcome.findings],
        due=[{"day": one.day.isoformat(), "ref": one.ref, "why": one.why} for one in checked.due],
    )
    if any(finding.grave or strict for finding in outcome.findings):
        raise click.exceptions.Exit(1)
