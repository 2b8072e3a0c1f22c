"""The list for the duty desk: every piece of the newest editions, and older ones that still hang."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ulotki.content.campaign import campaigns_over
from ulotki.content.typography import HOME
from ulotki.documents.desk_list import desk_list
from ulotki.documents.page_layout import pages
from ulotki.documents.paper import Paper
from ulotki.edition.record import Edition, RecordEntry
from ulotki.errors import Finding, Refused, misused, say
from ulotki.frozen import dataclass
from ulotki.handout import heads
from ulotki.office import Outcome
from ulotki.office.desk_pieces import desk_piece, listed_pieces
from ulotki.office.facts import Facts, gather_facts
from ulotki.workspace import Workspace, editions


@dataclass(frozen=True, slots=True)
class DeskData:
    """The day of the list, how many pages it has, and the codes on it."""

    day: datetime.date
    pages: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskPaper:
    """The list on paper, the codes on it, and the day of it."""

    paper: Paper
    codes: tuple[str, ...]
    day: datetime.date

    @property
    def data(self) -> DeskData:
        """The codes and the size of the list."""
        return DeskData(self.day, len(pages(self.paper)), self.codes)


def desk(workspace: Workspace, today: datetime.date, day: datetime.date | None = None) -> Outcome[DeskPaper]:
    """The list as of *day*, None for today. Raises Misused when there is no edition, Refused when a file or the newest record of one is damaged."""
    day = day or today
    known = gather_facts(workspace, day, today)
    found = dict(listed_pieces(known))
    if damaged := tuple(_damaged(known, found.values())):
        raise Refused(damaged)
    if not found and not known.findings:
        what = say("there is no edition yet, so there is nothing to list")
        raise misused(what, say("make one: ulotki build"))
    listed = [desk_piece(known, edition, entry) for edition, entry in found.values()]
    last = heads.head_of(known.entries)
    ledger = f"{last.length}, {last.short}" if last else ""
    paper = desk_list(known.library.readings[HOME].desk, listed, day, known.author, ledger)
    secret = say("for the duty desk alone: do not give it out, and print a new one after each edition")
    asides = (secret, *campaigns_over(known.library.campaigns.values(), today))
    return Outcome(DeskPaper(paper, tuple(sorted(found)), day), known.findings, asides)


def _damaged(known: Facts, found: Iterable[tuple[Edition, RecordEntry]]) -> Iterator[Finding]:
    """What keeps the list from being whole: a newest edition that cannot be read, a file that is not as it was made."""
    base = known.workspace.base
    for torn in known.judge.unread:
        folder = base / torn.where
        if folder == editions.newest(folder.parent)[1]:
            yield torn.finding
    for edition, entry in found:
        yield from editions.damage(base / edition.where, entry)
