"""The list of who gets what, how it is printed, and how much paper and toner all of it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from ulotki.content.paperwork import Distribution
from ulotki.content.text import NBSP, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import (
    FORM_BODY,
    FORM_BOLD,
    FORM_TITLE,
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
from ulotki.documents.paper import Paper
from ulotki.documents.table import spreadsheet
from ulotki.handout.pack import Office
from ulotki.handout.sheets import Job, Share, mean_ink, percent, reams
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Leading, Stack, Text
from ulotki.paper import A4


def setting(words: Distribution, job: Job) -> str:
    """How a job is printed, in words."""
    sides = (
        words.by_hand if job.by_hand else {None: words.one, "short": words.short, "long": words.long}[job.duplex]
    ).source
    stock = {"card": words.card, "sticker": words.sticker}.get(job.stock)
    return ", ".join(
        part for part in ("" if job.paper == A4.name else job.paper, sides, stock.source if stock else "") if part
    )


BETWEEN, RIM = 4.0, 1.9
"""mm: between columns; above and below the words of a row."""

HOW = (18.0, 15.0, 18.0, 60.0)
"""mm: of the columns after the place."""


def distribution(shares: Sequence[Share], office: Office, campaign: str, edition: str) -> Paper:
    """The list of who gets what. campaign: its title."""
    words = office.words.distribution
    dated = Text(plain(LANGUAGES[HOME].day(office.day)), FORM_BODY, BLACK, align="right")
    left = heading(worded(words.title), FORM_TITLE, 1)
    lead = Text(_joined(plain(f"{campaign}. {words.edition.source}:{NBSP}"), exact(edition)), FORM_BODY, BLACK)
    top = head(left, dated, 62.0, gap=BETWEEN, rim=3.2)
    heads = tuple(worded(one) for one in (words.place, words.pieces, words.copies, words.sheets, words.job))
    rows = (
        _figures(
            named(share.place),
            (len(share.pieces), share.copies, share.sheets),
            tuple(plain(setting(words, job)) for job in share.jobs),
        )
        for share in shares
    )
    different = len({piece.code for share in shares for piece, _ in share.pieces})
    sums = different, sum(share.copies for share in shares), sum(share.sheets for share in shares)
    paper = ", ".join(f"{paper}{NBSP}–{NBSP}{count}" for paper, count in reams(shares).items())
    ink = f"{percent(mean_ink(shares))}%"
    blocks: tuple[Part, ...] = (
        Stack((lead, Gap(3))),
        Table(
            _columns(heads[0], heads[1:4], (heads[4],), FORM_BOLD, "head"),
            (*rows, _figures(worded(words.total), sums, (), FORM_BOLD)),
        ),
        Stack(
            (
                Gap(6),
                Text(after(words.reams, paper), FORM_BODY, BLACK),
                Gap(4.5),
                Text(after(words.ink, ink), FORM_BODY, BLACK),
            )
        ),
    )
    return Paper(words.title.source, office.author, office.day, blocks, 0.0, top)


def table(shares: Sequence[Share], office: Office) -> bytes:
    """Who gets what as a table for a spreadsheet, a line for each piece of a place."""
    words = office.words.distribution
    heads = (words.place, words.kind, words.code, words.copies, words.sheets, words.ink_share)
    rows = (
        (share.place.name, piece.name, piece.code, copies, piece.sheets(copies), percent(piece.ink))
        for share in shares
        for piece, copies in share.pieces
    )
    return spreadsheet((head.source for head in heads), rows)


def _joined(one: Words, other: Words) -> Words:
    return replace(one, runs=(*one.runs, *other.runs))


def _figures(name: Words, figures: Sequence[int], how: tuple[Words, ...], style: Style = FORM_BODY) -> Block:
    return _columns(name, tuple(plain(str(figure)) for figure in figures), how, style, "cell")


def _columns(
    name: Words, figures: Sequence[Words], how: tuple[Words, ...], style: Style, kind: Literal["head", "cell"]
) -> Block:
    settings = [block for text in how for block in (Leading(style), Text(text, style, BLACK, None))][1:]
    cells = (
        Text(name, style, BLACK, None),
        *(Text(figure, style, BLACK, None, align="right") for figure in figures),
        Stack(tuple(settings)) if settings else Gap(0),
    )
    return row(cells, (None, *HOW), gap=BETWEEN, rim=RIM, rule=0.6, kind=kind)
