"""A pack: the pieces that a place gets, laid out again for the printer, and the older ones that must come down there."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import field

from ulotki.content.campaign import Campaign
from ulotki.content.paperwork import Paperwork
from ulotki.content.people import Person
from ulotki.content.phrases import DeskWords
from ulotki.content.places import Place
from ulotki.content.publisher import ActionPlan, Printer, Publisher, Unit, author_of
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.edition.jobs import Job as Ordered
from ulotki.edition.jobs import proved
from ulotki.edition.record import RecordEntry
from ulotki.errors import Finding, Refused, Say, refused, say
from ulotki.frozen import dataclass
from ulotki.handout.reasons import reason_sentence
from ulotki.handout.truth import Judgment
from ulotki.library import Library
from ulotki.page.heard import first_of, spoken
from ulotki.page.items import Page
from ulotki.paper import Edge
from ulotki.press import Proof, imposition
from ulotki.templates import templates


@dataclass(frozen=True, slots=True)
class PackPiece:
    """A piece of an edition, ready for the printer. name: for people.  hangs: whether it is for a board.  template: its id.

    kind: what it is called without its topic, "plakat A4".

    pages: as they go through the printer.  duplex: the edge they turn over, None when each stands on a sheet of its own.
    each: pieces on one sheet.  stock: see `Template`.  ink: share of a sheet that toner covers.
    """

    code: str
    name: str
    hangs: bool
    until: datetime.date | None
    pages: tuple[Page, ...]
    duplex: Edge | None
    each: int
    stock: str
    ink: float
    template: str = "poster"
    kind: str = ""

    def sheets(self, copies: int) -> int:
        """The number of sheets for *copies*."""
        return self.times(copies) * (math.ceil(len(self.pages) / 2) if self.duplex else len(self.pages))

    def times(self, copies: int) -> int:
        """How often its sheets are printed."""
        return math.ceil(copies / self.each)


@dataclass(frozen=True, slots=True)
class OldPiece:
    """A piece that must come down. picture: width, height and pixels; None when its file is gone."""

    code: str
    name: str
    picture: tuple[int, int, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """The dzielnicowy, as far as the register is sure of them on a day. numbers: one, two while one changes, or none."""

    numbers: tuple[Words, ...] = ()
    hours: Words | None = None
    name: Words | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """What a place gets. pieces: with how many copies, in the order of printing.  old: what is to be taken down.

    alone: only what must be replaced, so no letter goes with it.
    """

    place: Place
    person: Person | None
    pieces: tuple[tuple[PackPiece, int], ...]
    old: tuple[OldPiece, ...] = ()
    alone: bool = False

    @property
    def copies(self) -> int:
        """Copies of all pieces."""
        return sum(copies for _, copies in self.pieces)

    @property
    def days(self) -> frozenset[datetime.date | None]:
        """The last days of its pieces."""
        return frozenset(piece.until for piece, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Office:
    """What the papers of every pack share. gmina: its name, "" for none.  issuer: "" when nobody is named.

    values: ref → what is printed, of every value of the register that holds on the day.
    """

    words: Paperwork
    names: DeskWords
    officer: Officer
    gmina: str
    issuer: str
    day: datetime.date
    printer: Printer = Printer()
    unit: Unit = Unit()
    plan: ActionPlan = ActionPlan()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def author(self) -> str:
        """The author in the metadata of files."""
        return author_of(self.issuer)


def make_office(library: Library, day: datetime.date) -> Office:
    """The shared values of papers written on *day*."""
    publisher = library.publisher or Publisher()
    return Office(
        words=library.paperwork[HOME],
        names=library.readings[HOME].desk,
        officer=_officer(library, day),
        gmina=publisher.gmina,
        issuer=publisher.issuer.source if publisher.issuer else "",
        day=day,
        printer=publisher.printer,
        unit=publisher.unit,
        plan=publisher.plan,
        values={one.ref: one.printed for one in library.register if one.value and one.state(day).holds},
    )


def _officer(library: Library, day: datetime.date) -> Officer:
    publisher = library.publisher
    if publisher is None:
        return Officer()

    def good(kind: str, id: str) -> tuple[Words, ...]:
        value = library.register.find(kind, id)
        both = value.on(day) if value else ()
        return tuple(
            Words((Run(one.printed, strong=True, ref=one.ref),), one.at) for one in both if one and one.state(day).holds
        )

    numbers = good("number", publisher.officer_number)
    hours, name = good("name", publisher.officer_hours), good("name", publisher.officer_name)
    return Officer(numbers, hours[0] if hours and numbers else None, name[0] if name else None)


def refuse_wrong_texts(judgment: Judgment, campaign: str, day: datetime.date) -> None:
    """See that no text of a piece was wrong. Raises Refused when one was: the same words too must be made anew."""
    hint = say("make the edition anew first: ulotki build {campaign}", campaign=campaign)
    found = [Finding("pack", reason_sentence(one, day), hint) for one in judgment.reasons if one.cause == "wrong"]
    if found:
        raise Refused(found)


def lay_out(
    job: Ordered,
    entry: RecordEntry,
    campaign: Campaign,
    library: Library,
    names: DeskWords,
    day: datetime.date,
    anew: Say,
) -> PackPiece:
    """*job*, laid out anew for the printer. Raises Refused unless it is, unmarked, the piece that *entry* says.

    entry: of an edition.  day: on which all that stands on it must hold.  anew: how that edition is made again.
    """
    made = proved(job, campaign, library)
    _refuse_another(made, entry, day, anew)
    printer = library.publisher.printer if library.publisher else Printer()
    sheets = imposition(made, printer)
    edge, each = (sheets.duplex, sheets.pieces) if sheets else (made.template.duplex, 1)
    whole = zip(sheets.pages if sheets else made.pages, made.pages, strict=True)
    pages = tuple(first_of(sheet, page, each) for sheet, page in whole)
    covered = each * made.paper.width * made.paper.height / (pages[0].width * pages[0].height)
    return PackPiece(
        code=made.code,
        name=piece_name(entry, library, names, job),
        hangs=made.template.hangs,
        until=entry.until,
        pages=pages if entry.lang == HOME else tuple(spoken(page, entry.lang) for page in pages),
        duplex=edge if len(pages) > 1 else None,
        each=each,
        stock=made.template.stock,
        ink=entry.ink * covered,
        template=made.template.id,
        kind=kind_name(entry, names),
    )


def _refuse_another(made: Proof, entry: RecordEntry, day: datetime.date, anew: Say) -> None:
    """Raises Refused unless *made* is, unmarked, the piece that *entry* says, and all that stands on it holds on *day*."""
    for ref, value in made.values.items():
        if not (state := value.state(day)).holds:
            what = say(
                '{piece}: {ref} = "{value}" is {state}',
                piece=entry.name,
                ref=ref,
                value=value.printed,
                state=say(state.value),
            )
            hint = say("do not print it; put the value right, then: ulotki build")
            raise refused("pack", what, hint, value.at)
    if made.mark:
        what = say("{piece} is marked {mark}: it is not handed out", piece=entry.name, mark=made.mark.value)
        raise refused("pack", what, anew)
    if made.code != entry.code:
        codes = {"code": made.code, "other": entry.code}
        what = say("{piece} would now be {code}, and the edition has {other}", piece=entry.name, **codes)
        raise refused("pack", what, anew)


def piece_name(entry: RecordEntry, library: Library, names: DeskWords, job: Ordered | None = None) -> str:
    """A piece as people call it: „Plakat A4: na wnuczka”."""
    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    kind = kind_name(entry, names)
    head = kind[0].upper() + kind[1:]
    lang = names.language.get(entry.lang) if entry.lang != HOME else None
    more = f", {lang.source}" if lang else ""
    if job and job.meeting:
        return f"{head}{more}, {LANGUAGES[HOME].day(job.meeting.day)}"
    if template and template.whole:
        return f"{head}{more}"
    title = scam.name.source if scam and entry.lang != HOME else entry.title
    return f"{head}{more}: {title}"


def kind_name(entry: RecordEntry, names: DeskWords) -> str:
    """What people call a piece without its topic: „plakat A4”."""
    format, kind = names.format.get(entry.format), names.template.get(entry.template)
    return f"{kind.source if kind else entry.template} {format.source if format else entry.format}"


def file_title(place: Place) -> str:
    """The title of the file of a pack."""
    return f"Paczka: {place.name}"
