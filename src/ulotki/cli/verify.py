"""`ulotki verify`: which piece is this, which numbers stand on it, and does it still hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import plain, told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.handout.truth import Judgment
from ulotki.office import Outcome
from ulotki.office import verify as office
from ulotki.office.verify import Verified, VerifyRequest
from ulotki.workspace import Workspace


@click.argument("what", metavar=_("CODE|FILE.pdf|DIR"))
@options.out
@options.on
def verify(talk: Talk, ours: Workspace, what: str, day: datetime.date | None) -> None:
    """Say what the records know of it. Exit 1 unless all of it is ours, true and may hang."""
    outcome = office.verify(ours, VerifyRequest(what, day), options.today())
    _say(talk, outcome)
    talk.document("verify", outcome)
    if outcome.code:
        raise click.exceptions.Exit(outcome.code)


def _say(talk: Talk, outcome: Outcome[Verified]) -> None:
    answer = outcome.value
    if answer.state == "made":
        talk.result(told(say("the file is byte for byte as it was made")))
    talk.complain(outcome.findings, err=False)
    for piece in answer.pieces:
        for line in _in_full(piece, answer) if len(answer.pieces) == 1 else (_summary(piece),):
            talk.result(line)
    talk.complain(office.piece_faults(outcome), err=False)
    if end := office.conclusion(outcome):
        talk.result(told(end))


def _title(piece: Judgment) -> str:
    entry = office.record_entry(piece)
    what = say(
        "{code}: {title}, {template} {format} {palette}",
        code=entry.code,
        title=entry.title,
        template=entry.template,
        format=entry.format,
        palette=entry.palette,
    )
    return told(what)


def _summary(piece: Judgment) -> str:
    """One line for a piece of an edition."""
    return f"{_title(piece)}: {told(office.verdict_words(piece))}"


def _in_full(piece: Judgment, answer: Verified) -> Iterator[str]:
    """All that is known of a piece."""
    yield _title(piece)
    for edition in piece.made:
        record = edition.record
        yield "  " + told(
            say("made in {folder}: {title}, {day}", folder=edition.where, title=record.title, day=record.day)
        )
        if edition.draft:
            yield "    " + told(say("a draft, so nothing to hang"))
        places = office.piece_places(piece, edition, answer)
        names = ", ".join(f"{plain(name)} {count}" for _id, name, count in places)
        copies = sum(count for _id, _name, count in places)
        yield "    " + told(say("copies {copies}, for:", copies=copies)) + f" {names or '–'}"
    if until := office.record_entry(piece).until:
        yield "  " + told(say("to hang until {until}", until=until))
    for one in piece.values:
        yield f"  {plain(one.stood)}  {plain(one.label or one.ref)}: {told(office.verdict_words(one))}"
