"""`ulotki recall`: which places have something wrong, what to take down there, what to bring, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ulotki import documents, handout, office
from ulotki.cli import options, target
from ulotki.cli.language import _, harmless, plain, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office.recalled import RecallAnswer


@click.argument("words", nargs=-1, metavar=_("[VALUE|EDITION|DAY]…"))
@target.output(_("FILE.pdf, .txt, .html or .csv, to take along."), (*documents.ENDINGS, ".csv"))
@click.option("--people", is_flag=True, help=_("Hosts and telephones in JSON too."))
@options.words("--order", metavar=_("PLACE"), help=_("Use this order for every round trip from now on."))
@options.on
@options.lying
def recall(talk: Talk, output: Path | None, **asked: Any) -> office.Outcome[RecallAnswer]:
    """Say where something wrong is. Exit 4 while there is any, 1 while something cannot be read."""
    outcome = office.recall.recall(talk.ours, office.recall.RecallRequest(**asked), options.today())
    answer, found = outcome.value, outcome.value.recall
    if output:
        target.write(talk, outcome, output, office.recall.recall_file(answer, output.suffix.lower(), translate))
    else:
        talk.result(*_lines(answer))
    if not found.pending:
        nothing = say("nothing to recall, as far as the records can be read")
        talk.result(nothing if outcome.findings else say("nothing to recall"))
    if output and any(visit.place in answer.hosts for visit in (*found.down, *found.unwritten)):
        talk.aside(say("this file holds names and telephones: keep it as safe as the ledger"))
    return outcome


def _lines(answer: RecallAnswer) -> Iterator[str | Say]:
    """What a terminal shows."""
    for visit in answer.recall.down:
        yield office.recall_words.visit_sums(visit, answer)
        by_reason: dict[tuple[str, ...], list[handout.recall.WrongPiece]] = {}
        for one in visit.wrong:
            by_reason.setdefault(_reasons(one, answer), []).append(one)
        for reasons, wrong in by_reason.items():
            yield from (f"  {reason}" for reason in reasons)
            yield from (f"    {'; '.join(map(translate, handout.recall.instructions(one)))}" for one in wrong)
        if visit.brings:
            yield _command(say("only the new ones:"), office.recall_words.pack_command(visit))
        yield _command(say("once they are gone:"), office.recall_words.taken_down_command(visit, answer.ask))
    yield from _never_written(answer)
    if answer.recall.stays:
        yield say("may stay, all of it holds; a newer one exists:")
    for visit in answer.recall.stays:
        yield f"  {translate(office.recall_words.visit_sums(visit, answer))}: {', '.join(plain(one.standing.code) for one in visit.wrong)}"
    yield from _telephones(answer)


def _command(sentence: Say, command: str) -> str:
    """A command to be pasted: whole, however long it is."""
    return f"  {translate(sentence)} {harmless(command)}"


def _never_written(answer: RecallAnswer) -> Iterator[str | Say]:
    """The places that something was ordered for, while nothing was ever written down."""
    before, after = office.recall_words.unwritten_notes(answer)
    yield from before
    for visit in answer.recall.unwritten:
        yield f"  {plain(answer.names[visit.place])} ({harmless(visit.place)})"
        yield from (
            f"    {translate(handout.recall.conditional_instruction(one))}: {'; '.join(_reasons(one, answer))}"
            for one in visit.wrong
        )
    yield from after


def _telephones(answer: RecallAnswer) -> Iterator[str | Say]:
    visits = [visit for visit in (*answer.recall.down, *answer.recall.unwritten) if visit.place in answer.hosts]
    if visits:
        yield say("telephones")
    for visit in visits:
        host = answer.hosts[visit.place]
        whom = ", ".join(plain(text) for text in (host.name, host.phone) if text)
        yield f"  {plain(answer.names[visit.place])}: {whom}"


def _reasons(one: handout.recall.WrongPiece, answer: RecallAnswer) -> tuple[str, ...]:
    return tuple(translate(handout.reasons.reason_sentence(reason, answer.day)) for reason in one.reasons)
