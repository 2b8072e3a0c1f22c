"""`ulotki report`: the account of a campaign for the unit, on paper, as text for its page, or as a table. It names nobody."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options
from ulotki.cli.main import command, needed
from ulotki.cli.recall import ENDINGS
from ulotki.cli.talk import Talk, as_data, harmless, near, told
from ulotki.content.typography import HOME
from ulotki.edition.record import divided
from ulotki.errors import Finding, Misused, say
from ulotki.workspace import book, editions, read, writing

if TYPE_CHECKING:
    from ulotki.content.paperwork import Report as Fixed
    from ulotki.handout.report import Report
    from ulotki.library import Library


@click.option("--from", "first", type=options.Day(), metavar="DAY", help=_("From this day; else the campaign's."))
@click.option("--to", "last", type=options.Day(), metavar="DAY", help=_("Until this day; else today."))
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
    workspace = needed(workspace)
    if output:
        options.written_as(output, ENDINGS)
    library, today = read(workspace), options.today()
    from ulotki.documents.account import written
    from ulotki.handout.report import reported

    first, last = _period(library, first, last, today)
    known = book.read(workspace)
    made, unread = divided(editions.every(out or workspace / "out"))
    doubts = (*(one.finding for one in unread), *known.findings)
    talk.complain(doubts)
    records = [edition.record for edition in made]
    names = {id: (scam.topic or scam.name).source for id, scam in library.scams.items()}
    found = reported(known.entries, records, library.places, names, first, last)
    words = library.paperwork[HOME].report
    if output:
        writing.write(output, _document(output, words, found, library, today))
        talk.result(near(output))
    else:
        for line in written(words, found, _issuer(library), today).splitlines():
            talk.result(harmless(line))
    findings = [as_data(one) for one in doubts]
    talk.data("report", **_data(found), file=str(output) if output else None, findings=findings)
    if any(one.grave for one in doubts):
        raise click.exceptions.Exit(1)


command(report, name="report", help=_("Make the account of a campaign: printed, given, hung, meetings, topics."))


def _period(
    library: Library, first: datetime.date | None, last: datetime.date | None, today: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """The days of the report. Raises Misused when they lie the wrong way round."""
    end = last or today
    begin = first or editions.campaign(library, None, options.today()).day
    if first is None and last is None:
        begin = min(begin, end)  # a campaign that is still to come
    if begin > end:
        what = say("the period ends on {last}, before it begins on {first}", last=end, first=begin)
        raise Misused([Finding("use", what, say("name both days: --from DAY --to DAY"))])
    return begin, end


def _issuer(library: Library) -> str:
    publisher = library.publisher
    return publisher.issuer.source if publisher and publisher.issuer else ""


def _document(output: Path, words: Fixed, found: Report, library: Library, today: datetime.date) -> bytes:
    from ulotki.documents.account import account, written
    from ulotki.documents.paper import pages, printed
    from ulotki.documents.table import spreadsheet

    issuer = _issuer(library)
    match output.suffix.lower():
        case ".csv":
            heads = (say("part"), say("of what"), say("figure"), say("count"))
            return spreadsheet(map(told, heads), _rows(words, found))
        case ".txt":
            return written(words, found, issuer, today).encode()
        case _:
            paper = account(words, found, issuer or "ulotki", issuer, today)
            return printed(paper, pages(paper))


def _rows(words: Fixed, found: Report) -> Iterator[tuple[object, ...]]:
    """Every figure on a line of its own: of what part, of whom or what, which, how many."""
    from ulotki.documents.account import figures

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
        "printed": found.printed,
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
