"""`ulotki report`: the account of a campaign for the unit, on paper, as text for its page, or as a table. It names nobody."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import options
from ulotki.cli.options import needed
from ulotki.cli.talk import Talk, as_data, harmless, near, told
from ulotki.content.paperwork import Report as Fixed
from ulotki.documents.account import figures, written
from ulotki.documents.paper import pages, printed
from ulotki.documents.table import spreadsheet
from ulotki.errors import say
from ulotki.handout.report import Report
from ulotki.office.report import Answer, Request
from ulotki.office.report import report as reporting
from ulotki.workspace import Workspace, writing

ENDINGS = (".pdf", ".txt", ".csv")


@click.option("--from", "first", type=options.Day(), metavar=_("DAY"), help=_("From this day; else the campaign's."))
@click.option("--to", "last", type=options.Day(), metavar=_("DAY"), help=_("Until this day; else today."))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=_("FILE.pdf, .txt or .csv; else shown.")
)
@options.lying
def report(
    talk: Talk,
    workspace: Path | None,
    first: datetime.date | None,
    last: datetime.date | None,
    output: Path | None,
    out: Path | None,
) -> None:
    """Write the account of a period."""
    folder = needed(workspace)
    if output:
        writing.written_as(output, ENDINGS)
    outcome = reporting(Workspace.at(folder, out), Request(first, last), options.today())
    answer = outcome.value
    if output:
        writing.write(output, _document(output, answer))
        talk.result(near(output))
    else:
        for line in written(answer.words, answer.report, answer.issuer, answer.day).splitlines():
            talk.result(harmless(line))
    findings = [as_data(finding) for finding in outcome.findings]
    talk.outcome("report", outcome, **_data(answer.report), file=str(output) if output else None, findings=findings)


def _document(output: Path, answer: Answer) -> bytes:
    match output.suffix.lower():
        case ".csv":
            heads = (say("part"), say("of what"), say("figure"), say("count"))
            return spreadsheet([told(head) for head in heads], _rows(answer.words, answer.report))
        case ".txt":
            return written(answer.words, answer.report, answer.issuer, answer.day).encode()
        case _:
            paper = answer.paper
            return printed(paper, pages(paper))


def _rows(words: Fixed, found: Report) -> Iterator[tuple[object, ...]]:
    """Every figure on a line of its own: of what part, of whom or what, which, how many."""
    yield from ((words.figures.source, "", name, count) for name, count in figures(words, found))
    for share in found.shares:
        kind = words.kinds[share.kind].source if share.kind in words.kinds else share.kind
        counts = (
            (words.places, share.places),
            (words.boards, share.boards),
            (words.given, share.copies),
            (words.hung, share.hung),
        )
        yield from ((words.by_kind.source, kind, name.source, count) for name, count in counts)
    for met in found.meetings:
        about = ", ".join((met.day.isoformat(), met.group, *met.topics))
        yield words.met.source, about, words.people.source, met.people
    yield from ((words.by_topic.source, topic, words.given.source, count) for topic, count in found.topics)


def _data(found: Report) -> dict[str, object]:
    return {
        "from": found.first,
        "to": found.last,
        "ordered": found.ordered,
        "lost": list(found.lost),
        "copies": found.copies,
        "hung": found.hung,
        "places": found.places,
        "boards": found.boards,
        "consents": {"yes": found.agreed, "no": found.refused, "not_asked": found.unasked},
        "kinds": [
            {"kind": one.kind, "places": one.places, "boards": one.boards, "copies": one.copies, "hung": one.hung}
            for one in found.shares
        ],
        "meetings": [
            {"day": one.day, "group": one.group, "people": one.people, "topics": list(one.topics)}
            for one in found.meetings
        ],
        "people": found.people,
        "topics": [{"title": title, "copies": count} for title, count in found.topics],
        "taken": found.taken,
        "down": found.down,
    }
