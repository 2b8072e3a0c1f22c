"""A pack: all that one place gets, in the order in which it comes out of the printer.

First a page for the host and a letter, then the pieces with their copies, then the receipt, twice. What one setting of a
printer cannot print is a job of its own. Everything here is a value; `cli` writes.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ulotki import papers, readback
from ulotki.content.campaign import Campaign, Place, Printer
from ulotki.content.paperwork import Distribution, HostPage, Letter, Paperwork, Receipt
from ulotki.content.people import Person
from ulotki.content.phrases import Desk
from ulotki.content.text import NBSP, Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.drawing.metadata import About
from ulotki.drawing.pdf import draw
from ulotki.edition.jobs import Job as Ordered
from ulotki.edition.jobs import proved
from ulotki.edition.record import Entry
from ulotki.errors import Finding, Refused, say
from ulotki.library import Library
from ulotki.look.faces import Family
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Pad, Panel, Row, Rule, Snapshot, Stack, Tagged, Text
from ulotki.page.items import Page, Role
from ulotki.paper import A3, A4, HAND, Edge
from ulotki.papers import Paper, after, exact, plain, worded
from ulotki.press import family, imposition
from ulotki.templates import templates

RESERVE = 0.05
"""Of the paper, for what jams."""

REAM = 500
"""Sheets."""


# What goes into a pack


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an edition, ready for the printer. name: as the host knows it.  hangs: it is for a board.

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

    def sheets(self, copies: int) -> int:
        """How many it takes."""
        return self.times(copies) * (math.ceil(len(self.pages) / 2) if self.duplex else len(self.pages))

    def times(self, copies: int) -> int:
        """How often its sheets are printed."""
        return math.ceil(copies / self.each)


@dataclass(frozen=True, slots=True)
class Old:
    """A piece that is out of date. picture: width, height and dots; None when it lies here no more.

    payloads: what its code leads to.
    """

    code: str
    name: str
    picture: tuple[int, int, bytes] | None = None
    payloads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Officer:
    """The dzielnicowy, as far as the register is sure of them on a day. numbers: one, two while one changes, or none."""

    numbers: tuple[Words, ...] = ()
    hours: Words | None = None
    name: Words | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """What a place gets. pieces: with how many copies, in the order of printing.  old: what is to be taken down."""

    place: Place
    person: Person | None
    pieces: tuple[tuple[Piece, int], ...]
    old: tuple[Old, ...] = ()

    @property
    def copies(self) -> int:
        """Of all pieces."""
        return sum(copies for _, copies in self.pieces)

    @property
    def days(self) -> frozenset[datetime.date | None]:
        """The days until which its pieces may hang."""
        return frozenset(piece.until for piece, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Office:
    """What the papers of every pack share. town: for the letter, "" for none.  issuer: "" when nobody is named."""

    words: Paperwork
    names: Desk
    officer: Officer
    town: str
    issuer: str
    day: datetime.date


def office(library: Library, day: datetime.date) -> Office:
    """What papers written on *day* share."""
    publisher = library.publisher
    issuer = publisher.issuer.source if publisher and publisher.issuer else ""
    names, officer = library.readings[HOME].desk, _officer(library, day)
    return Office(library.paperwork[HOME], names, officer, publisher.gmina if publisher else "", issuer, day)


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


def laid(job: Ordered, entry: Entry, campaign: Campaign, library: Library, names: Desk, day: datetime.date) -> Piece:
    """*job*, laid out anew for the printer. Raises Refused unless it is, unmarked, the piece that *entry* says.

    entry: of an edition.  day: on which all that stands on it must hold.
    """
    made = proved(job, campaign, library)
    build = say("make the edition anew first: ulotki build {campaign}", campaign=campaign.id)
    if made.mark:
        what = say("{piece} is marked {mark}: it is not handed out", piece=job.name, mark=made.mark.value)
        raise Refused([Finding("pack", what, build)])
    if made.code != entry.code:
        what = say(
            "{piece} would now be {code}, and the edition has {other}", piece=job.name, code=made.code, other=entry.code
        )
        raise Refused([Finding("pack", what, build)])
    for ref, value in made.values.items():
        if not (state := value.state(day)).holds:
            what = say(
                '{piece}: {ref} = "{value}" is {state}',
                piece=job.name,
                ref=ref,
                value=value.printed,
                state=say(state.value),
            )
            raise Refused(
                [Finding("pack", what, say("do not print it; put the value right, then: ulotki build"), value.at)]
            )
    printer = library.publisher.printer if library.publisher else Printer()
    sheets = imposition(made, printer.right, printer.down)
    pages = sheets.pages if sheets else made.pages
    edge, each = (sheets.duplex, sheets.pieces) if sheets else (made.template.duplex, 1)
    covered = each * made.paper.width * made.paper.height / (pages[0].width * pages[0].height)
    return Piece(
        code=made.code,
        name=called(entry, library, names, job),
        hangs=made.template.hangs,
        until=datetime.date.fromisoformat(entry.until) if entry.until else None,
        pages=pages,
        duplex=edge if len(pages) > 1 else None,
        each=each,
        stock=made.template.stock,
        ink=entry.ink * covered,
    )


def called(entry: Entry, library: Library, names: Desk, job: Ordered | None = None) -> str:
    """A piece as people call it: „Plakat A4: na wnuczka”."""
    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    format = names.format.get(entry.format)
    kind = names.template.get(entry.template)
    head = f"{(kind.source if kind else entry.template).capitalize()} {format.source if format else entry.format}"
    lang = names.language.get(entry.lang) if entry.lang != HOME else None
    more = f", {lang.source}" if lang else ""
    if job and job.meeting:
        return f"{head}{more}, {LANGUAGES[HOME].day(job.meeting.day)}"
    if template and template.whole:
        return f"{head}{more}"
    title = scam.name.source if scam and entry.lang != HOME else entry.title
    return f"{head}{more}: {title}"


def ordered(pieces: Iterable[tuple[Piece, int]]) -> tuple[tuple[Piece, int], ...]:
    """In the order of printing: what hangs first, else as it comes."""
    return tuple(sorted(pieces, key=lambda pair: not pair[0].hangs))


# Jobs


@dataclass(frozen=True, slots=True)
class Job:
    """What prints with one setting. duplex: None for one side.  paper: "A4" or "A3".  stock: see `Template`."""

    pages: tuple[Page, ...]
    duplex: Edge | None
    paper: str
    stock: str

    @property
    def sheets(self) -> int:
        """How many it takes."""
        return len(self.pages) // 2 if self.duplex else len(self.pages)

    @property
    def name(self) -> str:
        """What its file is called after, when there are several."""
        paper = "" if self.paper == A4.name else self.paper
        return "-".join(part for part in (SIDES[self.duplex], paper, STOCKS[self.stock]) if part)


SIDES: Mapping[Edge | None, str] = {None: "jednostronnie", "short": "dwustronnie-krotka", "long": "dwustronnie-dluga"}
STOCKS = {"sheet": "", "card": "karton", "sticker": "samoprzylepny"}
"""What files are called, whatever language the program speaks."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, so many times. duplex: None when each stands on a sheet of its own."""

    pages: tuple[Page, ...]
    duplex: Edge | None = None
    times: int = 1
    stock: str = "sheet"

    @property
    def paper(self) -> str:
        """What it is printed on."""
        width, height = sorted((self.pages[0].width, self.pages[0].height))
        known = {(paper.width, paper.height): paper.name for paper in (A4, A3)}
        return known.get((width, height), f"{width:g}x{height:g}")


def jobs(parts: Sequence[Part]) -> tuple[Job, ...]:
    """*parts* in as few jobs as one setting each allows. One-sided pages go with the first two-sided ones, on bare backs."""
    backs: dict[tuple[float, float, float], Page] = {}
    found: list[Job] = []
    for stock, paper in dict.fromkeys((part.stock, part.paper) for part in parts):
        alike = [part for part in parts if (part.stock, part.paper) == (stock, paper)]
        edges = [edge for edge in dict.fromkeys(part.duplex for part in alike) if edge]
        for number, edge in enumerate(edges or [None]):
            here = [part for part in alike if part.duplex == edge or (part.duplex is None and number == 0)]
            sides = tuple(side for part in here for side in _sides(part, edge, backs) * part.times)
            found.append(Job(sides, edge, paper, stock))
    return tuple(found)


def _sides(part: Part, edge: Edge | None, backs: dict[tuple[float, float, float], Page]) -> tuple[Page, ...]:
    """The sides that a part covers once. A bare back is the same page wherever it comes."""

    def back(page: Page) -> Page:
        return backs.setdefault((page.width, page.height, page.margin), replace(page, items=()))

    if edge is None:
        return part.pages
    if part.duplex is None:
        return tuple(side for page in part.pages for side in (page, back(page)))
    return part.pages if len(part.pages) % 2 == 0 else (*part.pages, back(part.pages[-1]))


def parts(pack: Pack, office: Office) -> tuple[Part, ...]:
    """All of a pack, in order. Raises Refused or Overflow when a paper cannot be set."""
    author = _author(office)
    ahead = (host(pack, office, author), letter(pack, office, author))
    return (
        *(Part(papers.pages(paper)) for paper in ahead),
        *(Part(piece.pages, piece.duplex, piece.times(copies), piece.stock) for piece, copies in pack.pieces),
        *(Part(pages) for pages in receipts(pack, office, author)),
    )


def title(place: Place) -> str:
    """What the file of a pack says it is."""
    return f"Paczka: {place.name}"


def _named(place: Place) -> Words:
    """The name of a place, its Roman number held to the word before."""
    return plain(re.sub(r" (?=[IVX]+\b)", NBSP, place.name))


def drawn(job: Job, title: str, office: Office) -> bytes:
    """A job as PDF, read back. Raises Refused when it does not say what was ordered."""
    about = About(title, _author(office), HOME, office.day, job.duplex, simplex=job.duplex is None)
    data = draw(job.pages, about, _faces())
    return readback.verify(data, job.pages)


def _author(office: Office) -> str:
    return office.issuer or "ulotki"


def _faces() -> Family:
    """The faces of all languages: a pack may hold pieces in several."""
    others = (
        face
        for lang in LANGUAGES
        if LANGUAGES[lang].family != LANGUAGES[HOME].family
        for face in family(lang).weights.values()
    )
    return replace(family(HOME), more=tuple({face.name: face for face in others}.values()))


# The page for the host

HOST_TITLE = Style("ExtraBold", 28, 32, HAND)
HOST_HEAD = Style("Bold", 20, 24, HAND)
HOST_TEXT = Style("Regular", 16, 21.5, HAND)
HOST_PLACE = Style("SemiBold", 16, 20, HAND)
HOST_CODE = Style("ExtraBold", 20, 24, HAND)
HOST_NUMBER = Style("ExtraBold", 28, 32, HAND)

ACCENT = 1.0
"""mm that a name may begin lower, for the accents of its capitals."""

SECTION = 7.0
"""mm above a heading, beside what is between any two blocks."""

PICTURE, BESIDE, DOTS = 24.0, 5.0, 150 / 25.4
"""mm: of a picture's width, and beside it; dots to the mm."""


def host(pack: Pack, office: Office, author: str) -> Paper:
    """The first page: where, until when, whom to call, what not to do; then what comes down, which may take pages."""
    words = office.words.host
    head = Stack((Gap(ACCENT), Text(_named(pack.place), HOST_PLACE, BLACK), Gap(3.2), Rule(BLACK, 1.4)))
    blocks = (
        Text(worded(words.title), HOST_TITLE, BLACK, Role("heading", level=1)),
        _section(words.where, *(worded(one) for one in _where(words, pack))),
        _section(words.until, _until(pack, words.until_text, words.until_each, words.until_open)),
        _ask(words, office.officer),
        _never(words),
        *_down(words, pack),
    )
    return Paper(title(pack.place), author, office.day, blocks, 4.0, head)


def _section(heading: Prose, *texts: Words) -> Block:
    lines = (block for text in texts for block in (Gap(4.2), Text(text, HOST_TEXT, BLACK)))
    return Stack((Gap(SECTION), Text(worded(heading), HOST_HEAD, BLACK, Role("heading", level=2)), *lines))


def _where(words: HostPage, pack: Pack) -> Iterator[Prose]:
    if any(piece.hangs for piece, _ in pack.pieces):
        yield words.where_board if pack.place.boards else words.where_wall
    if not all(piece.hangs for piece, _ in pack.pieces):
        yield words.where_lay


def _until(pack: Pack, same: Prose, each: Prose, never: Prose) -> Words:
    """Until when, by the days of the pieces."""
    days = pack.days
    day = next(iter(days)) if len(days) == 1 else None
    if day:
        return worded(same, until=LANGUAGES[HOME].day(day))
    return worded(never if days <= {None} else each)


def _down(words: HostPage, pack: Pack) -> Iterator[Block]:
    """What is to be taken down, two side by side."""
    if not pack.old:
        yield _section(words.down, worded(words.down_none))
        return
    cards = [_old(words, one) for one in pack.old]
    rows = [
        Row((*cards[start : start + 2], *([Gap(0)] if start + 1 == len(cards) else [])), (None, None), BESIDE)
        for start in range(0, len(cards), 2)
    ]
    yield Stack((_section(words.down, worded(words.down_text)), Gap(4), rows[0]))
    yield from rows[1:]


def _old(words: HostPage, one: Old) -> Block:
    said = Stack(
        (
            Gap(0.6),
            Text(exact(one.code), HOST_CODE, BLACK, Role("label")),
            Gap(3),
            Text(plain(one.name), HOST_TEXT, BLACK, Role("body")),
        )
    )
    if one.picture is None:
        return Tagged(Role("item"), said)
    wide, tall, dots = one.picture
    picture = Snapshot(wide, tall, dots, DOTS, f"{worded(words.down_alt)} {one.name}", one.payloads)
    return Tagged(Role("item"), Row((picture, said), (PICTURE, None), BESIDE))


def _ask(words: HostPage, officer: Officer) -> Block:
    if not officer.numbers:
        return _section(words.ask, worded(words.ask_nobody))
    lines: list[Block] = [_section(words.ask, worded(words.ask_text))]
    if officer.name:
        lines += [Gap(4.2), Text(officer.name, HOST_TEXT, BLACK)]
    for number in officer.numbers:
        lines += [Gap(5), Text(number, HOST_NUMBER, BLACK)]
    if officer.hours:
        lines += [
            Gap(4.6),
            Text(
                replace(officer.hours, runs=tuple(replace(run, strong=False) for run in officer.hours.runs)),
                HOST_TEXT,
                BLACK,
            ),
        ]
    return Stack(tuple(lines))


def _never(words: HostPage) -> Block:
    lines: list[Block] = []
    for never in words.nevers:
        label = Text(plain("–"), HOST_TEXT, BLACK, Role("label"))
        row = Row((label, Text(worded(never), HOST_TEXT, BLACK, Role("body"))), (5.0, None))
        lines += [Gap(4.2), Tagged(Role("item"), row)]
    return Stack((Gap(SECTION), Text(worded(words.never), HOST_HEAD, BLACK, Role("heading", level=2)), *lines))


# The letter

LETTER_TEXT = Style("Regular", 13, 19, HAND)
LETTER_STRONG = Style("SemiBold", 13, 19, HAND)
LETTER_SIDE = 13.0
"""mm beside its words, added to what no printer reaches."""


def salutation(words: Letter, place: Place, person: Person | None) -> Words:
    """How the letter begins. Nothing is guessed: nobody named is „Szanowni Państwo”."""
    if person is None:
        return _comma(words.greeting)
    if person.greeting:
        return plain(f"{person.greeting.rstrip(' ,')},")
    return _comma(getattr(getattr(words, place.kind), person.form))


def _comma(prose: Prose) -> Words:
    words = worded(prose)
    return replace(words, runs=(*words.runs, Run(",")))


def letter(pack: Pack, office: Office, author: str) -> Paper:
    """The covering letter, a page."""
    words, officer = office.words.letter, office.officer
    day = LANGUAGES[HOME].day(office.day)
    dated = f"{office.town}, {day}" if office.town else day
    name = officer.name or worded(words.signature)
    signed: list[Block] = [Text(worded(words.closing), LETTER_TEXT, BLACK), Gap(20), Rule(BLACK, 0.7), Gap(3)]
    signed += [Text(name, LETTER_TEXT, BLACK)]
    if office.issuer:
        signed += [Leading(LETTER_TEXT), Text(plain(office.issuer), LETTER_TEXT, BLACK)]
    blocks: tuple[Block, ...] = (
        Stack((Gap(10), Text(plain(dated), LETTER_TEXT, BLACK, align="right"))),
        Stack((Gap(8), Text(_named(pack.place), LETTER_STRONG, BLACK))),
        Stack((Gap(8), Text(salutation(words, pack.place, pack.person), LETTER_STRONG, BLACK))),
        *(Text(worded(prose, place=str(_named(pack.place))), LETTER_TEXT, BLACK) for prose in words.body),
        Stack((Gap(6), Row((Gap(0), Stack(tuple(signed))), (None, 86.0)))),
    )
    padded = tuple(Pad(block, left=LETTER_SIDE, right=LETTER_SIDE) for block in blocks)
    return Paper(title(pack.place), author, office.day, padded, 5.0)


# The receipt

TITLE = Style("ExtraBold", 22, 26, HAND)
BODY = Style("Regular", 13, 17, HAND)
STRONG = Style("Bold", 13, 17, HAND)
SMALL = Style("Regular", 12, 15, HAND)

CODE, COPIES, BETWEEN = 36.0, 18.0, 4.0
"""mm: of columns, and between them."""

RIMS = (3.5, 2.6, 1.9)
"""mm above and below the words of a row: the first with which a receipt is one page, or else the last."""

BOX = 5.0
"""mm of a side of a box to be ticked."""

EMPTY = Surface(None, BLACK, 1.2, BLACK, BLACK)


def receipts(pack: Pack, office: Office, author: str) -> Iterator[tuple[Page, ...]]:
    """What the host signs: one to keep, one for the officer."""
    words = office.words.receipt
    for copy in (words.for_host, words.for_officer):
        yield next(
            pages
            for rim in RIMS
            if len(pages := papers.pages(receipt(pack, office, author, copy, rim))) == 1 or rim == RIMS[-1]
        )


def receipt(pack: Pack, office: Office, author: str, copy: Prose, rim: float) -> Paper:
    """What the host signs. copy: whose it is.  rim: mm above and below the words of a row."""
    words = office.words.receipt
    head = Stack(
        (
            Row(
                (
                    Text(worded(words.title), TITLE, BLACK, Role("heading", level=1)),
                    Text(worded(copy), BODY, BLACK, align="right"),
                ),
                (None, 62.0),
                BETWEEN,
                align="bottom",
            ),
            Gap(3.2),
            Rule(BLACK, 1.4),
        )
    )
    rows = (
        _row((plain(piece.name), exact(piece.code), plain(str(copies))), (CODE, COPIES), rim)
        for piece, copies in pack.pieces
    )
    heads = (worded(words.piece), worded(words.code), worded(words.copies))
    total = (worded(words.total), Words(()), plain(str(pack.copies)))
    consent = _until(pack, words.consent_until, words.consent_each, words.consent_open)
    blocks = (
        Stack(
            (
                Text(after(words.place, str(_named(pack.place))), BODY, BLACK),
                Gap(5),
                Text(worded(words.received), BODY, BLACK),
                Gap(2),
            )
        ),
        _row(heads, (CODE, COPIES), rim, STRONG, "head"),
        *rows,
        _row(total, (CODE, COPIES), rim, STRONG),
        _signed(words, consent),
    )
    return Paper(title(pack.place), author, office.day, blocks, 0.0, head)


def _row(cells: Sequence[Words], widths: Sequence[float], rim: float, style: Style = BODY, kind: str = "cell") -> Block:
    """A row of a table: words at the left, numbers at the right, a line below. widths: of all columns but the first."""
    role = Role("head" if kind == "head" else "cell")
    last = len(cells) - 1
    texts = tuple(
        Text(words, style, BLACK, role, align="right" if place == last and widths[-1] < CODE else "left")
        if words.runs
        else Gap(0)
        for place, words in enumerate(cells)
    )
    row = Row(texts, (None, *widths), BETWEEN)
    return Tagged(Role("row"), Stack((Gap(rim), row, Gap(rim), Rule(BLACK, 0.6))))


def _signed(words: Receipt, consent: Words) -> Block:
    def box(prose: Prose) -> Block:
        text = Text(worded(prose), BODY, BLACK)
        return Row((Panel(Gap(BOX), EMPTY, 0.6), text), (BOX, None), 3.0, align="middle")

    def line(prose: Prose) -> Block:
        return Stack((Gap(13), Rule(BLACK, 0.9), Gap(2.4), Text(worded(prose), SMALL, BLACK)))

    choice = Row((Text(consent, BODY, BLACK), box(words.yes), box(words.no)), (None, 18.0, 18.0), 6.0, align="middle")
    lines = Row((line(words.day), line(words.host), line(words.officer)), (40.0, None, None), 8.0)
    return Stack((Gap(6), choice, Gap(5), lines, Gap(5), Text(worded(words.privacy), SMALL, BLACK)))


# The list of who gets what


@dataclass(frozen=True, slots=True)
class Share:
    """What a place gets, in figures. jobs: how each of its files is printed, as `setting` says."""

    place: Place
    pieces: tuple[tuple[Piece, int], ...]
    jobs: tuple[Job, ...]

    @property
    def copies(self) -> int:
        """Of all pieces."""
        return sum(copies for _, copies in self.pieces)

    @property
    def sheets(self) -> int:
        """With the papers around them."""
        return sum(job.sheets for job in self.jobs)


def setting(words: Distribution, job: Job) -> str:
    """How a job is printed, in words."""
    sides = {None: words.one, "short": words.short, "long": words.long}[job.duplex].source
    stock = {"card": words.card, "sticker": words.sticker}.get(job.stock)
    return ", ".join(
        part for part in ("" if job.paper == A4.name else job.paper, sides, stock.source if stock else "") if part
    )


def reams(shares: Iterable[Share]) -> dict[str, int]:
    """Reams of plain paper by its size, with a reserve."""
    sheets: dict[str, int] = {}
    for job in (job for share in shares for job in share.jobs if job.stock == "sheet"):
        sheets[job.paper] = sheets.get(job.paper, 0) + job.sheets
    return {paper: math.ceil(count * (1 + RESERVE) / REAM) for paper, count in sheets.items()}


def mean_ink(shares: Iterable[Share]) -> float:
    """The share of the paper that toner covers, over all sides with a piece on them."""
    sides = [(piece.ink, piece.times(copies) * len(piece.pages)) for share in shares for piece, copies in share.pieces]
    return sum(ink * count for ink, count in sides) / max(1, sum(count for _, count in sides))


def percent(share: float) -> str:
    """As Poles write it: "18,0"."""
    return f"{share * 100:.1f}".replace(".", ",")


HOW = (18.0, 15.0, 18.0, 60.0)
"""mm: of the columns after the place."""


def distribution(shares: Sequence[Share], office: Office, campaign: str, edition: str) -> Paper:
    """The list of who gets what. campaign: its title."""
    words = office.words.distribution
    dated = Text(plain(LANGUAGES[HOME].day(office.day)), BODY, BLACK, align="right")
    heading = Text(worded(words.title), TITLE, BLACK, Role("heading", level=1))
    lead = Text(_joined(plain(f"{campaign}. {words.edition.source}:{NBSP}"), exact(edition)), BODY, BLACK)
    head = Stack((Row((heading, dated), (None, 62.0), BETWEEN, align="bottom"), Gap(3.2), Rule(BLACK, 1.4)))
    heads = tuple(worded(one) for one in (words.place, words.pieces, words.copies, words.sheets, words.job))
    rows = (
        _figures(
            _named(share.place),
            (len(share.pieces), share.copies, share.sheets),
            tuple(plain(setting(words, job)) for job in share.jobs),
        )
        for share in shares
    )
    different = len({piece.code for share in shares for piece, _ in share.pieces})
    sums = different, sum(share.copies for share in shares), sum(share.sheets for share in shares)
    paper = ", ".join(f"{paper}{NBSP}–{NBSP}{count}" for paper, count in reams(shares).items())
    ink = f"{percent(mean_ink(shares))}%"
    blocks = (
        Stack((lead, Gap(3))),
        _columns(heads[0], heads[1:4], (heads[4],), STRONG, "head"),
        *rows,
        _figures(worded(words.total), sums, (), STRONG),
        Stack(
            (Gap(6), Text(after(words.reams, paper), BODY, BLACK), Gap(4.5), Text(after(words.ink, ink), BODY, BLACK))
        ),
    )
    return Paper(words.title.source, _author(office), office.day, blocks, 0.0, head)


def _joined(one: Words, other: Words) -> Words:
    return replace(one, runs=(*one.runs, *other.runs))


def _figures(name: Words, figures: Sequence[int], how: tuple[Words, ...], style: Style = BODY) -> Block:
    return _columns(name, tuple(plain(str(figure)) for figure in figures), how, style, "cell")


def _columns(name: Words, figures: Sequence[Words], how: tuple[Words, ...], style: Style, kind: str) -> Block:
    role = Role("head" if kind == "head" else "cell")
    settings = [block for text in how for block in (Leading(style), Text(text, style, BLACK, None))][1:]
    cells = (
        Text(name, style, BLACK, role),
        *(Text(figure, style, BLACK, role, align="right") for figure in figures),
        Tagged(role, Stack(tuple(settings))) if settings else Gap(0),
    )
    row = Row(cells, (None, *HOW), BETWEEN)
    return Tagged(Role("row"), Stack((Gap(RIMS[-1]), row, Gap(RIMS[-1]), Rule(BLACK, 0.6))))
