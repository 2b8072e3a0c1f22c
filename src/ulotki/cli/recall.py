"""`ulotki recall`: which places have something wrong, what to take down there, what to bring, whom to call."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, as_data, harmless, near, plain, told
from ulotki.errors import Say, say
from ulotki.workspace import Workspace, writing

if TYPE_CHECKING:
    from ulotki.content.people import Person
    from ulotki.handout.recall import Bring, Visit, Wrong
    from ulotki.office.recall import Answer

ENDINGS = (".pdf", ".txt", ".csv")


@click.argument("what", nargs=-1, metavar=_("[VALUE|EDITION|DAY]…"))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=_("FILE.pdf, .txt or .csv, to take along.")
)
@click.option("--people", "with_people", is_flag=True, help=_("Hosts and telephones in JSON too."))
@options.on
@options.lying
def recall(
    talk: Talk,
    workspace: Path | None,
    what: tuple[str, ...],
    output: Path | None,
    with_people: bool,
    day: datetime.date | None,
    out: Path | None,
) -> None:
    """Say where something wrong is. Exit 4 while there is any, 1 while something cannot be read."""
    folder = needed(workspace)
    if output:
        options.written_as(output, ENDINGS)
    from ulotki.office.recall import Request
    from ulotki.office.recall import recall as recalling

    outcome = recalling(Workspace.at(folder, out), Request(what, day), options.today())
    answer = outcome.value
    visits, found = answer.recall.down, answer.recall
    if output:
        writing.write(output, _document(output, answer))
        talk.result(near(output))
        if any(visit.place in answer.hosts for visit in (*visits, *found.unwritten)):
            talk.aside(say("this file holds names and telephones: keep it where the ledger would be safe"))
    else:
        for line in _lines(answer):
            talk.result(line)
    if not found.pending:
        nothing = say("nothing to recall, as far as the records can be read")
        talk.result(told(nothing if outcome.findings else say("nothing to recall")))
    if found.silent:
        names = ", ".join(_named(answer, id) for id in found.silent[:SHOWN])
        talk.aside(
            say(
                "nothing was ever written down of {count} places, such as: {names}",
                count=len(found.silent),
                names=names,
            )
        )
    hosts = answer.hosts if with_people else {}
    talk.outcome(
        "recall",
        outcome,
        day=answer.day.isoformat(),
        asked=list(what),
        file=str(output) if output else None,
        places=[_visit(visit, answer, hosts) for visit in visits],
        stays=[_visit(visit, answer, {}) for visit in found.stays],
        unwritten=[_visit(visit, answer, hosts) for visit in found.unwritten],
        copies=sum(visit.copies for visit in visits),
        hung=sum(visit.hung for visit in visits),
        findings=[as_data(finding) for finding in outcome.findings],
    )


SHOWN = 4
"""Places in one line at most."""


def _lines(answer: Answer) -> Iterator[str]:
    """What a terminal shows."""
    from ulotki.office.recall import packing, writing_down

    for visit in answer.recall.down:
        yield _sums(visit, answer)
        by_reason: dict[tuple[str, ...], list[Wrong]] = {}
        for one in visit.wrong:
            by_reason.setdefault(_why(one, answer), []).append(one)
        for reasons, wrong in by_reason.items():
            yield from (f"  {reason}" for reason in reasons)
            yield from (f"    {_taken(one)}" for one in wrong)
        if visit.brings:
            yield _typed(say("only the new ones:"), packing(visit))
        yield _typed(say("once they are gone:"), writing_down(visit, answer.ask))
    yield from _unwritten(answer)
    if answer.recall.stays:
        yield told(say("may stay, all of it holds; a newer one exists:"))
    for visit in answer.recall.stays:
        yield from (f"  {plain(_named(answer, visit.place))}: {_piece(one, STAYS)}" for one in visit.wrong)
    yield from _telephones(answer)


def _typed(sentence: Say, command: str) -> str:
    """A command to be pasted: whole, however long it is."""
    return f"  {told(sentence)} {harmless(command)}"


def _unwritten(answer: Answer) -> Iterator[str]:
    """The places that something was ordered for, while nothing was ever written down."""
    places = answer.recall.unwritten
    if not places:
        return
    yield told(say("nobody has written down yet what was handed over, so nobody knows what hangs where"))
    yield told(say("something was ordered for these places: {count}", count=len(places)))
    for visit in places:
        yield f"  {plain(_named(answer, visit.place))} ({harmless(visit.place)})"
        yield from (f"    {_piece(one, MAYBE)}: {'; '.join(_why(one, answer))}" for one in visit.wrong)
    yield told(say("write down what was given: ulotki hand-over PLACE; then ask again"))


def _telephones(answer: Answer) -> Iterator[str]:
    visits = [visit for visit in (*answer.recall.down, *answer.recall.unwritten) if visit.place in answer.hosts]
    if visits:
        yield told(say("telephones"))
    for visit in visits:
        host = answer.hosts[visit.place]
        yield f"  {plain(_named(answer, visit.place))}: " + ", ".join(
            plain(text) for text in (host.name, host.phone) if text
        )


def _named(answer: Answer, place: str) -> str:
    return answer.names.get(place, place)


def _sums(visit: Visit, answer: Answer) -> str:
    name = _named(answer, visit.place)
    what = say(
        "{place} ({id}): copies {copies}, on boards {hung}",
        place=name,
        id=visit.place,
        copies=visit.copies,
        hung=visit.hung,
    )
    return told(what)


TAKE = "take down {code}: {title} – {name}, copies {copies}, on boards {hung}"
STAYS = "{code}: {title} – {name}, copies {copies}, on boards {hung}"
LOOK = "look at {code}: {title} – {name}, copies {copies}, on boards {hung}"
MAYBE = "take down {code} if it is there: {title} – {name}"
SENTENCES = (
    say("take down {code}: {title} – {name}, copies {copies}, on boards {hung}"),
    say("look at {code}: {title} – {name}, copies {copies}, on boards {hung}"),
    say("{code}: {title} – {name}, copies {copies}, on boards {hung}"),
    say("take down {code} if it is there: {title} – {name}"),
)
"""Said here, so that the catalogue has them."""


def _piece(one: Wrong, sentence: str) -> str:
    standing = one.standing
    counts = {"copies": standing.there, "hung": standing.hanging}
    return told(say(sentence, code=standing.code, title=standing.title, name=standing.name, **counts))


def _taken(one: Wrong) -> str:
    """What to take down and what to bring, or what to look at."""
    return f"{_piece(one, TAKE)}; {told(_brought(one.bring))}" if one.certain else _piece(one, LOOK)


def _why(one: Wrong, answer: Answer) -> tuple[str, ...]:
    from ulotki.handout.truth import why

    return tuple(told(why(reason, answer.day)) for reason in one.reasons)


def _brought(bring: Bring | None) -> Say:
    if bring is None:
        return say("nothing replaces it")
    if bring.copies:
        return say("bring {code}, copies {copies}", code=bring.code, copies=bring.copies)
    if bring.there:
        return say("its replacement is there: {code}", code=bring.code)
    return say("{code} replaces it too", code=bring.code)


def _document(output: Path, answer: Answer) -> bytes:
    from ulotki.documents.paper import pages, printed, written
    from ulotki.office.recall import document

    ending = output.suffix.lower()
    if ending == ".csv":
        return _table(answer)
    paper = document(answer, pictures=ending == ".pdf")
    laid = pages(paper)
    return printed(paper, laid) if ending == ".pdf" else written(laid).encode()


HEADS = (
    *(say("place id"), say("place name"), say("code"), say("piece"), say("copies"), say("on boards")),
    *(say("edition"), say("until"), say("why"), say("bring"), say("copies to bring"), say("host"), say("telephone")),
)


def _table(answer: Answer) -> bytes:
    """A line for each piece at each place."""
    from ulotki.documents.table import spreadsheet

    rows = []
    for visit in (*answer.recall.down, *answer.recall.unwritten):
        host = answer.hosts.get(visit.place)
        who = (host.name, host.phone) if host else ("", "")
        place = (visit.place, _named(answer, visit.place))
        for one in visit.wrong:
            standing, bring = one.standing, one.bring
            piece = (standing.code, standing.title, standing.there, standing.hanging, standing.edition, standing.until)
            brought = (bring.code, bring.copies) if bring else ("", "")
            rows.append((*place, *piece, "; ".join(_why(one, answer)), *brought, *who))
        if not visit.wrong:
            rows.append((*place, *[""] * 9, *who))
    return spreadsheet([told(head) for head in HEADS], rows)


def _visit(visit: Visit, answer: Answer, hosts: Mapping[str, Person]) -> dict[str, object]:
    host = hosts.get(visit.place)
    row: dict[str, object] = {
        "id": visit.place,
        "name": _named(answer, visit.place),
        "known": visit.place in answer.names,
        "copies": visit.copies,
        "hung": visit.hung,
        "pieces": [_row(one, answer) for one in visit.wrong],
    }
    return {**row, "host": host.name, "phone": host.phone} if host else row


def _row(one: Wrong, answer: Answer) -> dict[str, object]:
    from ulotki.handout.truth import why

    standing = one.standing
    return {
        "code": standing.code,
        "name": standing.name,
        "title": standing.title,
        "campaign": standing.campaign,
        "edition": standing.edition,
        "copies": standing.there,
        "hung": standing.hanging,
        "known": one.entry is not None,
        "verdict": one.judgment.verdict,
        "newer": [newer.code for newer in one.judgment.newer],
        "reasons": [
            {
                "cause": reason.cause,
                "ref": reason.value.ref if reason.value else None,
                "stood": reason.value.stood if reason.value else None,
                "now": (reason.value.says or None) if reason.value else None,
                "state": reason.value.state if reason.value else None,
                "until": reason.until,
                "code": reason.edition or None,
                "what": told(why(reason, answer.day)),
            }
            for reason in one.reasons
        ],
        "bring": {"code": one.bring.code, "copies": one.bring.copies} if one.bring else None,
    }
