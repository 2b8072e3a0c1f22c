"""What the host signs, twice on a sheet of A4 to be cut: one copy to keep, one for the officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ulotki.content.text import Prose, Run, Words
from ulotki.documents._columns import Columns
from ulotki.documents._kit import BOLD, SMALL, heading
from ulotki.documents._words import after, exact, place_name, plain, typed, worded
from ulotki.documents.flowing import Part, Pinned, Table
from ulotki.documents.host_page import until_words
from ulotki.documents.page_layout import is_one_page, pages
from ulotki.documents.paper import Paper
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import Pack
from ulotki.handout.piece_names import file_title
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Panel, Row, Rule, Stack, Text, WriteIn
from ulotki.page.items import Page
from ulotki.page.strokes import CUT_DASH, EDGE, MARK, tick
from ulotki.page.walking import moved
from ulotki.paper import A4, A5, HAND, IMPRINT

TITLE = Style("ExtraBold", 19, 23, HAND)
COPY = Style("SemiBold", 12, 15, HAND)
NOTE = Style("Regular", 9.5, 11.5, IMPRINT)

CODE, COPIES, BETWEEN = 34.0, 13.0, 3.0
"""mm: of columns, and between them."""


@dataclass(frozen=True, slots=True)
class Density:
    """How closely the rows stand. rim: mm above and below the words of one."""

    text: Style
    strong: Style
    rim: float


DENSITIES = (
    Density(SMALL, BOLD, 2.8),
    Density(SMALL, BOLD, 1.7),
    Density(Style("Regular", 10.5, 12.5, IMPRINT), Style("Bold", 10.5, 12.5, IMPRINT), 1.2),
)
"""The first with which a receipt is one page, or else the last."""

BOX = 6.0
"""mm of a side of a box to be ticked."""

EMPTY = Surface(None, BLACK, 1.2, BLACK, BLACK)


def receipts(pack: Pack, office: Office) -> tuple[Page, ...]:
    """Sheets of A4 with both copies of a receipt side by side: the left one to keep, the right one for the officer."""
    words = office.words.receipt
    both = map(pages, fitting_receipts(pack, office, (words.for_host, words.for_officer)))
    return tuple(_sheet(left, right) for left, right in zip_longest(*both))


def fitting_receipts(pack: Pack, office: Office, copies: Sequence[Prose]) -> list[Paper]:
    """Receipts with their rows as far apart as one page allows. copies: whose they are."""
    for density in DENSITIES:
        parts = _parts(pack, office, density)
        found = [_receipt(pack, office, copy, parts) for copy in copies]
        if all(map(is_one_page, found)):
            break
    return found


def _sheet(left: Page, right: Page) -> Page:
    """Two pages of A5 on A4, with marks for one cut between them."""
    middle, share = A4.height / 2, A4.height / 2
    marks = (tick(middle, start, upright=True, dash=CUT_DASH) for start in (EDGE, A4.width - EDGE - MARK))
    placed = (
        moved(page.items, place * share + (share - page.width) / 2, 0.0) for place, page in enumerate((left, right))
    )
    return Page(A4.height, A4.width, EDGE, (*marks, *(item for items in placed for item in items)))


def _receipt(pack: Pack, office: Office, copy: Prose, parts: tuple[Part, ...]) -> Paper:
    """What the host signs, on A5. copy: whose it is.  parts: what stands below the place."""
    words = office.words.receipt
    place = Text(after(words.place, str(place_name(pack.place))), SMALL, BLACK)
    top = Stack((Text(worded(copy), COPY, BLACK), Gap(4.4), heading(worded(words.title), TITLE, 1), Gap(4.6), place))
    return Paper(file_title(pack.place), office.author, office.day, parts, 0.0, top, format=A5)


def _parts(pack: Pack, office: Office, density: Density) -> tuple[Part, ...]:
    """What was received, and where the host signs: the same in both copies."""
    words = office.words.receipt
    columns = Columns((None, CODE, COPIES), range(2, 3), BETWEEN, density.rim, rules=(0.6, 0.6))
    rows = tuple(
        columns.row((typed(piece.name), exact(piece.code), exact(str(copies))), density.text)
        for piece, copies in pack.pieces
    )
    total = columns.row((worded(words.total), Gap(0.0), exact(str(pack.copies))), density.strong)
    heads = columns.heads((words.received, words.code, words.copies), density.strong)
    return Table(heads, (*rows, total)), Pinned(Stack(tuple(_signing_part(pack, office))))


def _signing_part(pack: Pack, office: Office) -> Iterator[Block]:
    """Consent, lines to write on, and who keeps the data: as the settings say, else lines for it too."""
    words = office.words.receipt
    consent = until_words(pack, words.consent_until, words.consent_each, words.consent_open)
    ticks = (Text(consent, SMALL, BLACK), _box(words.yes), _box(words.no))
    yield from (Gap(4.0), Row(ticks, (None, 18.0, 18.0), 3.0, align="middle"))
    if any(piece.hangs for piece, _ in pack.pieces):
        yield _write(words.boards, 44.0)
    yield _write(words.remarks, 16.0)
    yield Row((_line(words.day), _line(words.host), _line(words.officer)), (26.0, None, None), 5.0)
    keeping = ((words.controller, office.unit.controller), (words.retention, office.unit.retention))
    told = [plain(f"{prose.source} {text.rstrip('.')}.") for prose, text in keeping if text]
    privacy = Words((*worded(words.privacy).runs, *(Run(f" {text}") for text in told)))
    yield from (Gap(4.0), Text(privacy, NOTE, BLACK))
    yield from (WriteIn(worded(prose), NOTE, BLACK, 36.0, 6.0, prose.source) for prose, text in keeping if not text)


def _box(prose: Prose) -> Block:
    empty = Panel(Gap(BOX), EMPTY, 0.8)
    return Row((empty, Text(worded(prose), BOLD, BLACK)), (BOX, None), 2.6, align="middle")


def _write(prose: Prose, label: float) -> Block:
    return WriteIn(worded(prose), SMALL, BLACK, label, 9.0, prose.source)


def _line(prose: Prose) -> Block:
    """A line to sign on, and what belongs there."""
    return Stack((Gap(12.0), Rule(BLACK, 0.9), Gap(2.2), Text(worded(prose), NOTE, BLACK)))
