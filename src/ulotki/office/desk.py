"""The list for the duty desk: every piece of the newest editions, and older ones that still hang."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ulotki.content.campaign import ended
from ulotki.content.typography import HOME
from ulotki.documents.desk_list import PICTURE, Listed, desk_list
from ulotki.documents.paper import Paper, Shot
from ulotki.edition.record import Edition, Entry
from ulotki.errors import Finding, Misused, Refused, Where, say
from ulotki.handout import heads
from ulotki.handout.recall import standings
from ulotki.library import Library
from ulotki.office import Outcome
from ulotki.office.facts import Facts, facts
from ulotki.templates import templates
from ulotki.workspace import Workspace, editions


@dataclass(frozen=True, slots=True)
class Request:
    """day: on which the list is made, None for today."""

    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The list on paper, the codes on it, and the day of it."""

    paper: Paper
    codes: tuple[str, ...]
    day: datetime.date


def desk(workspace: Workspace, request: Request, today: datetime.date) -> Outcome[Answer]:
    """The list. Raises Misused when there is no edition, Refused when a file or the newest record of one is damaged."""
    day = request.day or today
    known = facts(workspace, day)
    found = dict(_pieces(known))
    if damaged := tuple(_damaged(known, found.values())):
        raise Refused(damaged)
    if not found and not known.findings:
        what = say("there is no edition yet, so there is nothing to list")
        raise Misused([Finding("use", what, say("make one: ulotki build"))])
    shown = known.pictures(set(found), PICTURE)
    listed = [_listed(known, entry, shown[code]) for code, (_, entry) in found.items()]
    last = heads.of(known.entries)
    ledger = f"{last.length}, {last.short}" if last else ""
    paper = desk_list(known.library.readings[HOME].desk, listed, day, known.author, ledger)
    asides = ended(known.library.campaigns.values(), today)
    return Outcome(Answer(paper, tuple(sorted(found)), day), known.findings, asides)


def _damaged(known: Facts, found: Iterable[tuple[Edition, Entry]]) -> Iterator[Finding]:
    """What keeps the list from being whole: a newest edition that cannot be read, a file that is not as it was made."""
    base = known.workspace.base
    for torn in known.judge.unread:
        folder = base / torn.where
        if folder == editions.newest(folder.parent)[1]:
            yield torn.finding
    for edition, entry in found:
        path = base / edition.where / entry.path
        if editions.digest(path) != entry.sha256:
            what = say("this file is missing, or not as it was made")
            yield Finding("file", what, say("make the edition anew: ulotki build"), Where(str(path)))


def _pieces(known: Facts) -> Iterator[tuple[str, tuple[Edition, Entry]]]:
    """code → where it lies: of the newest edition of each campaign, and of what still is somewhere by the ledger."""
    out = {one.code for one in standings(known.entries) or () if one.there or one.hanging}
    newest = known.judge.newest
    for edition in known.judge.editions:
        if not edition.draft:
            current = newest[edition.record.campaign] is edition.record
            yield from ((one.code, (edition, one)) for one in edition.record.pieces if current or one.code in out)


def _listed(known: Facts, entry: Entry, shot: Shot) -> Listed:
    judgment = known.judge.entry(entry)
    return Listed(
        code=entry.code,
        title=_title(entry, known.library),
        template=entry.template,
        format=entry.format,
        palette=entry.palette,
        lang=entry.lang,
        values=tuple((value.stood, value.label) for value in judgment.values),
        until=datetime.date.fromisoformat(entry.until) if entry.until else None,
        good=judgment.good,
        picture=shot,
    )


def _title(entry: Entry, library: Library) -> str:
    """The title of a piece in the language of the desk, "" when it is about several scams."""
    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    if template and template.whole:
        return ""
    return scam.name.source if scam and entry.lang != HOME else entry.title
