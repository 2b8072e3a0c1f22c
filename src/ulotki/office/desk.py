"""The list for the duty desk: every piece of the newest editions, and older ones that still hang."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from ulotki.content.campaign import campaigns_over
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents.desk_list import PICTURE, TALL, DeskPiece, DeskValue, desk_list
from ulotki.documents.paper import DOTS, Paper, Shot, pages
from ulotki.drawing.preview import grey
from ulotki.edition.record import Edition, RecordEntry
from ulotki.errors import Finding, Refused, misused, say
from ulotki.frozen import dataclass
from ulotki.handout import heads
from ulotki.handout.recall import pieces_out
from ulotki.library import Library
from ulotki.markup import plain
from ulotki.office import Outcome
from ulotki.office.facts import DPI, Facts, gather_facts
from ulotki.templates import templates
from ulotki.values import filled
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
    found = dict(_pieces(known))
    if damaged := tuple(_damaged(known, found.values())):
        raise Refused(damaged)
    if not found and not known.findings:
        what = say("there is no edition yet, so there is nothing to list")
        raise misused(what, say("make one: ulotki build"))
    shown = {code: _read_piece(known, edition, entry) for code, (edition, entry) in found.items()}
    listed = [_desk_piece(known, entry, *shown[code]) for code, (_, entry) in found.items()]
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


def _pieces(known: Facts) -> Iterator[tuple[str, tuple[Edition, RecordEntry]]]:
    """code → where it lies: of the newest edition of each campaign, and of what still is somewhere by the ledger."""
    out = {one.code for one in pieces_out(known.entries)}
    newest = known.judge.newest
    for edition in known.judge.editions:
        if not edition.draft:
            current = newest[edition.record.campaign] is edition.record
            yield from ((one.code, (edition, one)) for one in edition.record.pieces if current or one.code in out)


def _read_piece(known: Facts, edition: Edition, entry: RecordEntry) -> tuple[Shot, str]:
    """A picture of a piece, and the words on its first page, as they stand in its file."""
    from ulotki.readback import Readback

    with Readback((known.workspace.base / edition.where / entry.path).read_bytes()) as back:
        width, height = back.sizes[0]
        wide = min(PICTURE, TALL * width / height)
        return grey(back.picture(0, DPI), round(wide * DOTS)), plain(" ".join(back.pages[0].words))


def _quote(entry: RecordEntry, library: Library, said: str) -> str:
    """The swindler's words, as far as the file itself has them: a text of today may have others. said: the words in it."""
    scam = library.scams.get(entry.scam) if entry.lang == HOME else library.translations.get((entry.scam, entry.lang))
    variants: Mapping[str, None] = {}
    if scam:
        lines = [scam.quote, scam.short.quote or scam.quote]
        variants = {plain(LANGUAGES[scam.lang](" ".join(line.source for line in one))): None for one in lines}
    return next((words for words in variants if words in said), "")


def _desk_piece(known: Facts, entry: RecordEntry, shot: Shot, said: str) -> DeskPiece:
    judgment = known.judge.entry(entry)
    return filled(
        DeskPiece,
        entry,
        title=_title(entry, known.library),
        quote=_quote(entry, known.library, said),
        values=tuple(DeskValue(value.ref, value.stood, value.label) for value in judgment.values),
        good=judgment.good,
        picture=shot,
    )


def _title(entry: RecordEntry, library: Library) -> str:
    """What a piece is about, in the language of the desk; "" when it is about several scams."""
    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    if template and template.whole:
        return ""
    return scam.subject.source if scam else entry.title
