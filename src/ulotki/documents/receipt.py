"""What the host signs, twice: one copy to keep, one for the officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ulotki.content.paperwork import Receipt
from ulotki.content.text import Prose, Words
from ulotki.documents._kit import (
    FORM_BODY,
    FORM_BOLD,
    FORM_TITLE,
    SMALL,
    after,
    exact,
    head,
    heading,
    named,
    plain,
    row,
    worded,
)
from ulotki.documents.flowing import Part, Table
from ulotki.documents.host_page import until
from ulotki.documents.paper import Paper, pages
from ulotki.handout.pack import Office, Pack, title
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Panel, Row, Rule, Stack, Text
from ulotki.page.items import Page

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
            found
            for rim in RIMS
            if len(found := pages(receipt(pack, office, author, copy, rim))) == 1 or rim == RIMS[-1]
        )


def receipt(pack: Pack, office: Office, author: str, copy: Prose, rim: float) -> Paper:
    """What the host signs. copy: whose it is.  rim: mm above and below the words of a row."""
    words = office.words.receipt
    left = heading(worded(words.title), FORM_TITLE, 1)
    top = head(left, Text(worded(copy), FORM_BODY, BLACK, align="right"), 62.0, gap=BETWEEN, rim=3.2)
    rows = (
        _row((plain(piece.name), exact(piece.code), plain(str(copies))), (CODE, COPIES), rim)
        for piece, copies in pack.pieces
    )
    heads = (worded(words.piece), worded(words.code), worded(words.copies))
    total = (worded(words.total), Words(()), plain(str(pack.copies)))
    consent = until(pack, words.consent_until, words.consent_each, words.consent_open)
    blocks: tuple[Part, ...] = (
        Stack(
            (
                Text(after(words.place, str(named(pack.place))), FORM_BODY, BLACK),
                Gap(5),
                Text(worded(words.received), FORM_BODY, BLACK),
                Gap(2),
            )
        ),
        Table(
            _row(heads, (CODE, COPIES), rim, FORM_BOLD, "head"), (*rows, _row(total, (CODE, COPIES), rim, FORM_BOLD))
        ),
        _signed(words, consent),
    )
    return Paper(title(pack.place), author, office.day, blocks, 0.0, top)


def _row(
    cells: Sequence[Words],
    widths: Sequence[float],
    rim: float,
    style: Style = FORM_BODY,
    kind: Literal["head", "cell"] = "cell",
) -> Block:
    """A row of a table: words at the left, numbers at the right. widths: of all columns but the first."""
    last = len(cells) - 1
    texts = [
        Text(words, style, BLACK, None, align="right" if place == last and widths[-1] < CODE else "left")
        if words.runs
        else Gap(0)
        for place, words in enumerate(cells)
    ]
    return row(texts, (None, *widths), gap=BETWEEN, rim=rim, rule=0.6, kind=kind)


def _signed(words: Receipt, consent: Words) -> Block:
    def box(prose: Prose) -> Block:
        text = Text(worded(prose), FORM_BODY, BLACK)
        return Row((Panel(Gap(BOX), EMPTY, 0.6), text), (BOX, None), 3.0, align="middle")

    def line(prose: Prose) -> Block:
        return Stack((Gap(13), Rule(BLACK, 0.9), Gap(2.4), Text(worded(prose), SMALL, BLACK)))

    choice = Row(
        (Text(consent, FORM_BODY, BLACK), box(words.yes), box(words.no)), (None, 18.0, 18.0), 6.0, align="middle"
    )
    lines = Row((line(words.day), line(words.host), line(words.officer)), (40.0, None, None), 8.0)
    return Stack((Gap(6), choice, Gap(5), lines, Gap(5), Text(worded(words.privacy), SMALL, BLACK)))
