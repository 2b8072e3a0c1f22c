"""A campaign as jobs: which pieces, how many, for whom, their names, and the record of what was made.

A place changes a piece only through words that are printed on it. So orders of the same words are one piece, one file, for
many places. This module only computes values; `workspace` writes them.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ulotki.checks.margin import unreached
from ulotki.content.campaign import Campaign
from ulotki.content.order import Meeting, Order, targets
from ulotki.content.prose_values import digest
from ulotki.content.publisher import ActionPlan, Printer, PrintShop, Unit
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.edition.days import fixed_words, piece_day, printable_refs
from ulotki.edition.record import Record, RecordEntry, packed_in
from ulotki.edition.ticket import ShopInstructions, ticket
from ulotki.errors import Finding, Refused, misused, nearest_or_all, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.page.piece_code import code_of
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import OFFICE
from ulotki.press import Imposition, Proof, for_shop, imposed, imposition, passed, printed, proof
from ulotki.templates import templates


@dataclass(frozen=True, slots=True)
class Job:
    """A piece to make, and (place, copies) for every place that gets it.

    until: display until, when it is not the campaign's.  topics: of a piece about several scams, () of one about its scam
    alone.  head: what its files are named after, "" for the scam.
    """

    scam: str
    template: str
    format: str
    palette: str
    lang: str = HOME
    topics: tuple[str, ...] = ()
    meeting: Meeting | None = None
    until: datetime.date | None = None
    head: str = ""
    places: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """The common part of the names of its files."""
        day = self.meeting.day.isoformat() if self.meeting else ""
        lang = "" if self.lang == HOME else self.lang
        until = self.until.isoformat() if self.until else ""
        parts = (self.head or self.scam, self.template, self.format, self.palette, day, until, lang)
        return "-".join(part for part in parts if part)

    @property
    def names(self) -> tuple[frozenset[str], ...]:
        """The words that select it: its scams, its template, its places."""
        return frozenset({self.scam}), frozenset({self.template}), frozenset(place for place, _ in self.places)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of an edition. path: in it.  purpose: see `page/purposes.py`.  content: see `RecordEntry`, "" when unknown."""

    path: str
    purpose: str
    data: bytes
    content: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished job. files: for each purpose page by page, and on sheets when that is not the same; the first is shown.

    title: as people call it.  ink: share of the paper that toner covers, 0 to 1.  picture: of it, as PNG.
    values: ref → what stands on it.  doubtful: refs that are not good.  mark: the word across it, None for none.
    texts: see `RecordEntry`.
    """

    job: Job
    title: str
    code: str
    pages: int
    files: tuple[MadeFile, ...]
    values: tuple[tuple[str, str], ...]
    doubtful: tuple[str, ...]
    mark: str | None
    findings: tuple[Finding, ...] = ()
    picture: bytes = b""
    ink: float = 0.0
    until: datetime.date | None = None
    texts: tuple[tuple[str, datetime.date], ...] = ()


def jobs(
    campaign: Campaign, library: Library, palettes: Sequence[str] = (), only: Sequence[str] = ()
) -> tuple[Job, ...]:
    """What *campaign* orders, each piece once. palettes: instead of the campaign's.  only: see `picked`."""
    copies: dict[Job, dict[str, int]] = {}
    for order in campaign.order:
        for palette in dict.fromkeys(palettes) or (order.palette or campaign.palette,):
            for job in _ordered(order, palette, campaign):
                places = copies.setdefault(job, {})
                for place in targets(order, library.places):
                    places[place] = places.get(place, 0) + order.copies
    found = (replace(job, places=tuple(places.items())) for job, places in copies.items())
    return picked(tuple(found), only)


def _ordered(order: Order, palette: str, campaign: Campaign) -> Iterator[Job]:
    """A job for each scam of *order*, or one for all of them when the template is about several scams."""
    whole = templates()[order.template].whole
    for scam in order.scams[:1] if whole else dict.fromkeys(order.scams):
        yield Job(
            scam,
            order.template,
            order.format,
            palette,
            order.language,
            topics=tuple(dict.fromkeys(order.scams)) if whole else (),
            meeting=order.meeting,
            until=order.until if order.until != campaign.until else None,
            head=campaign.id if whole else "",
        )


def picked(found: tuple[Job, ...], words: Sequence[str]) -> tuple[Job, ...]:
    """The jobs of *found* that *words* select: words of the same kind are alternatives, different kinds must all match.

    Raises Misused for a word that is no scam, template or place of any of them.
    """
    kinds: list[frozenset[str]] = []
    for kind in range(3):
        names = frozenset[str]().union(*(job.names[kind] for job in found))
        kinds.append(names.difference(*kinds))  # a word of two kinds counts as the first
    for word in words:
        if not any(word in kind for kind in kinds):
            every = sorted(frozenset[str]().union(*kinds))
            hint = nearest_or_all(word, every)
            raise misused(say('"{word}" is no scam, template or place of this campaign', word=word), hint)
    asked = [kind & frozenset(words) for kind in kinds]
    return tuple(
        job
        for job in found
        if all(not wanted or wanted & names for wanted, names in zip(asked, job.names, strict=True))
    )


def make(job: Job, campaign: Campaign, library: Library, purposes: Sequence[Purpose] = (OFFICE,)) -> Made:
    """*job*, drawn for each of *purposes* and read back. Raises Refused when a check or the read-back forbids it."""
    made = proved(job, campaign, library)
    shop = library.publisher.print_shop if library.publisher else PrintShop()
    purposes = [for_shop(purpose, shop) for purpose in purposes]
    printer = library.publisher.printer if library.publisher else Printer()
    laid = {
        one.name: None if one.tagged else imposition(made, printer if one == OFFICE else Printer()) for one in purposes
    }
    sheets = laid.get(OFFICE.name)
    return Made(
        job=job,
        title=made.title,
        code=made.code,
        pages=len(made.pages),
        files=tuple(
            file
            for purpose in purposes
            for file in _files(job, made, library, purpose, laid[purpose.name], printer, campaign.day)
        ),
        values=tuple((ref, value.value) for ref, value in made.values.items()),
        doubtful=made.doubtful,
        mark=made.mark.value if made.mark else None,
        findings=(*made.findings, *unreached(sheets.pages if sheets else made.pages, printer.margin)),
        until=made.until,
        texts=texts(job, library),
    )


def texts(job: Job, library: Library) -> tuple[tuple[str, datetime.date], ...]:
    """(scam, the day on which its text was reviewed) of every scam that *job* is about."""
    return tuple((id, library.scam(id, job.lang).reviewed) for id in sorted({job.scam, *job.topics}))


def proved(job: Job, campaign: Campaign, library: Library) -> Proof:
    """*job*, laid out. Raises Refused when a check forbids to print it."""
    template = templates()[job.template]
    paper = next(paper for paper in template.formats if paper.name == job.format)
    made = proof(
        library,
        library.scam(job.scam, job.lang),
        template,
        paper,
        PALETTES[job.palette],
        Occasion(
            job_day(job, campaign, library),
            job.until or campaign.until,
            tuple(library.scam(topic, job.lang) for topic in job.topics),
            job.meeting,
        ),
        approved=_approved(library, campaign),
    )
    if made.grave:
        raise Refused(made.grave)
    return made


def job_day(job: Job, campaign: Campaign, library: Library) -> datetime.date:
    """The day of which *job* speaks: it decides which values hold."""
    refs = printable_refs(_scams(job, library), job.lang, library, job.meeting)
    return piece_day(refs, job.until, campaign, library)


def _scams(job: Job, library: Library) -> tuple[Scam, ...]:
    return tuple(library.scam(id, job.lang) for id in (job.scam, *job.topics))


def _approved(library: Library, campaign: Campaign) -> frozenset[str] | None:
    """The codes of approved pieces, None when all may hang. Without an issuer no piece may hang."""
    if library.publisher is None or library.publisher.issuer is None:
        return frozenset()
    if not campaign.approval:
        return None
    return frozenset(code for approval in library.approvals for code in approval.codes)


def inputs(job: Job, campaign: Campaign, library: Library, program: str, purposes: Sequence[Purpose]) -> str:
    """A digest of everything that *job* is made of: as long as it is the same, so are its files.

    program: a digest of the program and of what ships with it. Never too narrow: a word that turns out not to be printed
    may change it.
    """
    publisher, scams = library.publisher, _scams(job, library)
    refs, said = (
        printable_refs(scams, job.lang, library, job.meeting),
        (*scams, *fixed_words(job.lang, library), job.meeting),
    )
    day = piece_day(refs, job.until, campaign, library)
    values = [value for value in (library.register.find(*ref.split(":")) for ref in sorted(refs)) if value]
    states = [(value.on(day), value.state(day)) for value in values]
    copies = job.places if any(purpose.inked for purpose in purposes) else ()
    known = _approved(library, campaign)
    approved = None if known is None else sorted(known)
    speaks = replace(publisher, unit=Unit(), plan=ActionPlan()) if publisher else None  # those are on no piece
    parts = (replace(job, places=copies), day, campaign.until, speaks, values, states, approved)
    home = library.readings_in(HOME)
    shop = home.ticket if home else None
    names = [purpose.name for purpose in purposes]
    whole = (digest(program), digest(names), *map(_digest, said), digest(shop), digest(parts))
    return hashlib.sha256("\n".join(whole).encode()).hexdigest()


@lru_cache(maxsize=200)
def _digest(said: Hashable) -> str:
    """The digest of words, which are the same for many jobs."""
    return digest(said)


def _files(
    job: Job,
    made: Proof,
    library: Library,
    purpose: Purpose,
    laid: Imposition | None,
    printer: Printer,
    due: datetime.date,
) -> Iterator[MadeFile]:
    """The files of *job* for *purpose*: page by page; on sheets, where it is printed so; for a shop a ticket with each."""
    office = purpose == OFFICE
    folder, sheets = ("pieces", "print") if office else (purpose.name, f"{purpose.name}/sheets")
    yield MadeFile(f"{folder}/{job.name}.pdf", purpose.name, printed(made, purpose))
    for name, part in passed(laid, printer if office else Printer()) if laid else ():
        file = "-".join(filter(None, (job.name, name)))
        yield MadeFile(f"{sheets}/{file}.pdf", purpose.name, imposed(made, part, purpose))
    if purpose.inked:
        copies = sum(count for _, count in job.places)
        told = [(folder, made.pages, made.template.duplex, copies)]
        if laid:
            told.append((sheets, laid.pages, laid.duplex, -(-copies // laid.pieces)))
        for where, pages, duplex, count in told:
            asked = ShopInstructions(f"{job.name}.pdf", pages, duplex, count, due, purpose)
            text = ticket(library, made, asked)
            yield MadeFile(f"{where}/{job.name}.txt", purpose.name, text.encode())


def edition_code(made: Iterable[Made]) -> str:
    """The code of an edition, computed from the codes of its pieces and from nothing else."""
    return code_of("\n".join(sorted(piece.code for piece in made)))


def recorded(campaign: Campaign, made: Sequence[Made], replaced: Collection[str] = ()) -> Record:
    """The record of an edition: every file: what it is, for whom, and which values are on it.

    replaced: the refs of national values in whose place the workspace says something else.
    """
    return Record(
        campaign=campaign.id,
        title=campaign.title,
        day=campaign.day,
        until=campaign.until,
        as_of=campaign.as_of,
        edition=edition_code(made),
        files=tuple(entry for piece in made for entry in entries(piece, campaign, replaced)),
    )


def entries(piece: Made, campaign: Campaign, replaced: Collection[str] = ()) -> tuple[RecordEntry, ...]:
    """The record's entry for each file of *piece*."""
    return tuple(_entry(file, piece, campaign, replaced) for file in piece.files)


def _entry(file: MadeFile, piece: Made, campaign: Campaign, replaced: Collection[str]) -> RecordEntry:
    job = piece.job
    return RecordEntry(
        path=file.path,
        sha256=hashlib.sha256(file.data).hexdigest(),
        size=len(file.data),
        name=job.name,
        title=piece.title,
        scam=job.scam,
        template=job.template,
        format=job.format,
        palette=job.palette,
        lang=job.lang,
        purpose=file.purpose,
        places=job.places,
        until=piece.until or job.until or campaign.until,
        pages=piece.pages,
        ink=round(piece.ink, 4),
        code=piece.code,
        values=dict(piece.values),
        mark=piece.mark,
        content=file.content or packed_in(file.data),
        replaced=tuple(ref for ref, _ in piece.values if ref in replaced),
        texts=dict(piece.texts),
    )
