"""`ulotki recall`: which places have something wrong, what to take down there, what to bring, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import harmless, near, plain, told
from ulotki.cli.tables import sheet
from ulotki.cli.talk import Talk
from ulotki.documents import formats
from ulotki.errors import Say, say
from ulotki.handout.reasons import reason_sentence
from ulotki.handout.recall import WrongPiece, conditional_instruction, instructions
from ulotki.office import recall as office
from ulotki.office.recall import RecallRequest
from ulotki.office.recalled import HEADS, RecallAnswer, table
from ulotki.workspace import Workspace, writing

ENDINGS = (*formats.ENDINGS, ".csv")


@click.argument("what", nargs=-1, metavar=_("[VALUE|EDITION|DAY]…"))
@options.output(_("FILE.pdf, .txt, .html or .csv, to take along."))
@click.option("--people", "with_people", is_flag=True, help=_("Hosts and telephones in JSON too."))
@click.option("--order", multiple=True, metavar=_("PLACE"), help=_("Use this order for every round trip from now on."))
@options.on
@options.lying
def recall(talk: Talk, ours: Workspace, output: Path | None, with_people: bool, **asked: Any) -> None:
    """Say where something wrong is. Exit 4 while there is any, 1 while something cannot be read."""
    if output:
        writing.written_as(output, ENDINGS)
    request = RecallRequest(asked["what"], asked["day"], options.several(asked["order"]), with_people)
    outcome = office.recall(ours, request, options.today())
    answer, found = outcome.value, outcome.value.recall
    if output:
        writing.write(output, _document(output, answer))
        talk.result(near(output))
    else:
        for line in _lines(answer):
            talk.result(line)
    if not found.pending:
        nothing = say("nothing to recall, as far as the records can be read")
        talk.result(told(nothing if outcome.findings else say("nothing to recall")))
    if output and any(visit.place in answer.hosts for visit in (*found.down, *found.unwritten)):
        talk.aside(say("this file holds names and telephones: keep it as safe as the ledger"))
    talk.outcome("recall", outcome, output)


def _lines(answer: RecallAnswer) -> Iterator[str]:
    """What a terminal shows."""
    for visit in answer.recall.down:
        yield told(office.visit_sums(visit, answer))
        by_reason: dict[tuple[str, ...], list[WrongPiece]] = {}
        for one in visit.wrong:
            by_reason.setdefault(_why(one, answer), []).append(one)
        for reasons, wrong in by_reason.items():
            yield from (f"  {reason}" for reason in reasons)
            yield from (f"    {'; '.join(map(told, instructions(one)))}" for one in wrong)
        if visit.brings:
            yield _typed(say("only the new ones:"), office.pack_command(visit))
        yield _typed(say("once they are gone:"), office.taken_down_command(visit, answer.ask))
    yield from _unwritten(answer)
    if answer.recall.stays:
        yield told(say("may stay, all of it holds; a newer one exists:"))
    for visit in answer.recall.stays:
        yield f"  {told(office.visit_sums(visit, answer))}: {', '.join(plain(one.standing.code) for one in visit.wrong)}"
    yield from _telephones(answer)


def _typed(sentence: Say, command: str) -> str:
    """A command to be pasted: whole, however long it is."""
    return f"  {told(sentence)} {harmless(command)}"


def _unwritten(answer: RecallAnswer) -> Iterator[str]:
    """The places that something was ordered for, while nothing was ever written down."""
    before, after = office.unwritten_notes(answer)
    yield from map(told, before)
    for visit in answer.recall.unwritten:
        yield f"  {plain(answer.names[visit.place])} ({harmless(visit.place)})"
        yield from (f"    {told(conditional_instruction(one))}: {'; '.join(_why(one, answer))}" for one in visit.wrong)
    yield from map(told, after)


def _telephones(answer: RecallAnswer) -> Iterator[str]:
    visits = [visit for visit in (*answer.recall.down, *answer.recall.unwritten) if visit.place in answer.hosts]
    if visits:
        yield told(say("telephones"))
    for visit in visits:
        host = answer.hosts[visit.place]
        whom = ", ".join(plain(text) for text in (host.name, host.phone) if text)
        yield f"  {plain(answer.names[visit.place])}: {whom}"


def _why(one: WrongPiece, answer: RecallAnswer) -> tuple[str, ...]:
    return tuple(told(reason_sentence(reason, answer.day)) for reason in one.reasons)


def _document(output: Path, answer: RecallAnswer) -> bytes:
    if (ending := output.suffix.lower()) == ".csv":
        return sheet(HEADS, table(answer))
    return formats.document_file(office.recall_paper(answer, pictures=ending == ".pdf"), ending)
