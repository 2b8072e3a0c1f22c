"""`ulotki verify`: which piece is this, which numbers stand on it, and does it still hold."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import plain, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.handout.truth import Judgment
from ulotki.office import Outcome
from ulotki.office import verify as office
from ulotki.workspace import Workspace


@click.argument("what", metavar=_("CODE|FILE.pdf|DIR"))
@options.out
@options.on
def verify(talk: Talk, ours: Workspace, what: str, day: datetime.date | None) -> None:
    """Say what the records know of it. Exit 1 unless all of it is ours, true and may hang."""
    outcome = office.verify(ours, office.VerifyRequest(what, day), options.today())
    _tell(talk, outcome)
    talk.document(outcome)
    talk.end(outcome.code)


def _tell(talk: Talk, outcome: Outcome[office.Verified]) -> None:
    """Say of which pieces it is, what is wrong, and what follows from it."""
    answer = outcome.value
    if answer.state == "made":
        talk.result(say("the file is byte for byte as it was made"))
    talk.complain(outcome.findings, err=False)
    if len(answer.pieces) == 1:
        talk.result(*_in_full(answer.pieces[0], answer))
    else:
        talk.result(
            *(f"{translate(_title(piece))}: {translate(office.verdict_words(piece))}" for piece in answer.pieces)
        )
    talk.complain(office.piece_faults(outcome), err=False)
    if end := office.conclusion(outcome):
        talk.result(end)


def _title(piece: Judgment) -> Say:
    entry = office.record_entry(piece)
    return say(
        "{code}: {title}, {template} {format} {palette}",
        code=entry.code,
        title=entry.title,
        template=entry.template,
        format=entry.format,
        palette=entry.palette,
    )


def _in_full(piece: Judgment, answer: office.Verified) -> Iterator[str | Say]:
    """All that is known of a piece."""
    yield _title(piece)
    for edition in piece.made:
        record = edition.record
        made = say("made in {folder}: {title}, {day}", folder=edition.where, title=record.title, day=record.day)
        yield f"  {translate(made)}"
        if edition.draft:
            yield "    " + translate(say("a draft, so nothing to hang"))
        places = office.piece_places(piece, edition, answer)
        names = ", ".join(f"{plain(name)} {count}" for _id, name, count in places)
        copies = sum(count for _id, _name, count in places)
        yield "    " + translate(say("copies {copies}, for:", copies=copies)) + f" {names or '–'}"
    if until := office.record_entry(piece).until:
        yield "  " + translate(say("to hang until {until}", until=until))
    for one in piece.values:
        yield f"  {plain(one.stood)}  {plain(one.label or one.ref)}: {translate(office.verdict_words(one))}"
