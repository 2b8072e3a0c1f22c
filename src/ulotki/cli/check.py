"""`ulotki check`: reads everything, composes every scam in every template, writes nothing."""

from __future__ import annotations

import datetime
from gettext import gettext as _
from itertools import groupby
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.main import command
from ulotki.cli.talk import Talk, as_data, told
from ulotki.errors import Finding, Refused, say
from ulotki.workspace import read


@click.option("--strict", is_flag=True, help=_("A warning counts like a fault."))
@options.on
def check(talk: Talk, workspace: Path | None, strict: bool, day: datetime.date | None) -> None:
    """Say all that is not as it should be."""
    from ulotki import press
    from ulotki.content.due import AHEAD, DAYS, Due, due

    library = read(workspace)
    findings: list[Finding] = list(library.findings)
    ahead: list[Due] = []
    ahead += (one for one in due(library.register, library.editions, day or options.today()) if one.why in AHEAD)
    offered = list(press.offered(library.editions))
    pieces = len(offered)
    names = [f"{scam.id} {scam.lang} {template.id} {paper.name} {inks.name}" for scam, template, paper, inks in offered]
    with talk.progress(names, say("checking")) as done:
        for name, (scam, template, paper, inks) in zip(names, offered, strict=True):
            try:
                found = press.proof(library, scam, template, paper, inks, day or options.today()).findings
            except Refused as trouble:
                found = trouble.findings
            findings += [finding for finding in found if finding not in findings]
            done(name)
    talk.complain(findings, err=False)
    talk.result(told(say("pieces checked: {pieces}, findings: {findings}", pieces=pieces, findings=len(findings))))
    for (when, what), entries in groupby(
        sorted(ahead, key=lambda one: (one.day, one.why)), lambda one: (one.day, one.what)
    ):
        refs = ", ".join(one.ref for one in entries)
        talk.aside(say("within {days} days: {day}: {refs}: {what}", days=DAYS, day=when, refs=refs, what=what))
    talk.data(
        "check",
        pieces=pieces,
        findings=[as_data(finding) for finding in findings],
        due=[{"day": one.day.isoformat(), "ref": one.ref, "why": one.why} for one in ahead],
    )
    if any(finding.grave or strict for finding in findings):
        raise click.exceptions.Exit(1)


command(check, name="check", help=_("Read everything and say what is wrong; write nothing."))
