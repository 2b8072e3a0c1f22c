"""The list of who gets what, how it is printed, and how much paper and toner all of it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from ulotki.content.paperwork import Distribution
from ulotki.content.text import NBSP, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents import _kit as kit
from ulotki.documents._tiles import figure_tiles
from ulotki.documents._words import after, exact, place_name, plain, worded
from ulotki.documents.flowing import Part, Table
from ulotki.documents.paper import Paper
from ulotki.documents.table import csv_table
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import PackPiece
from ulotki.handout.print_job import PrintJob
from ulotki.handout.quantities import PrintedPack, mean_ink, percent, reams
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Fixed, Gap, Least, Pad, Row, Rule, Spring, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import A4


def print_setting(words: Distribution, job: PrintJob) -> str:
    """How a job is printed, in words."""
    sides = words.by_hand if job.by_hand else {None: words.one, "short": words.short, "long": words.long}[job.duplex]
    stock = {"card": words.card, "sticker": words.sticker}.get(job.stock)
    parts = ("" if job.paper == A4.name else job.paper, sides.source, stock.source if stock else "")
    return ", ".join(part for part in parts if part)


BETWEEN, LEAST, RIM, RULE, THIN = 3.0, 11.8, 1.9, 1.0, 0.6
"""mm: between columns, of a row at least, above and below its words; pt of the rules below heads and rows."""

COUNT, NUMBER, DAY, SIGNATURE = 15.0, 7.0, 20.0, 40.0
"""mm: the columns of a count, of the number of a row, of the day, of a signature."""


def distribution(shares: Sequence[PrintedPack], office: Office, campaign: str, edition: str) -> Paper:
    """The list of who gets what, to be signed. How it is printed, and on how much paper, is said once. campaign: its title."""
    words = office.words.distribution
    dated = Text(plain(LANGUAGES[HOME].day(office.day)), kit.FORM_BODY, BLACK, align="right")
    top = kit.head(kit.heading(worded(words.title), kit.FORM_TITLE, 1), dated, 62.0, gap=4.0, rim=3.2)
    named = (*plain(f"{campaign}. {words.edition.source}:{NBSP}").runs, *exact(edition).runs)
    lead = Text(Words(named), kit.FORM_BODY, BLACK)
    kinds = tuple(kind for kind in KINDS if any(_count(share, kind) for share in shares))
    names = tuple(worded(getattr(words, kind)) for kind in kinds)
    signed = (worded(words.day), worded(words.signature))
    heads = _row((Words(()), worded(words.place)), (*names, worded(words.total)), signed, kit.BOLD, "head")
    rows = [
        _row((exact(str(number)), place_name(share.place)), _counts((share,), kinds), ())
        for number, share in enumerate(shares, 1)
    ]
    last = _row((Words(()), worded(words.total)), _counts(shares, kinds), (), kit.BOLD)
    blocks: tuple[Part, ...] = (
        Stack((lead, Gap(5.0), *_tiles(words, shares), Gap(2.0))),
        Table(heads, (*rows, last)),
        Stack((Gap(5.0), Text(after(words.ink, f"{percent(mean_ink(shares))}%"), kit.FORM_BODY, BLACK))),
    )
    return Paper(words.title.source, office.author, office.day, blocks, 0.0, top)


KINDS = ("hung", "lain", "stiff")
"""The columns: what hangs, what lies, what is on another paper than the usual one."""


def _count(share: PrintedPack, kind: str) -> int:
    return sum(copies for piece, copies in share.pieces if _kind(piece) == kind)


def _kind(piece: PackPiece) -> str:
    return "stiff" if piece.stock != "sheet" else "hung" if piece.hangs else "lain"


def _counts(shares: Sequence[PrintedPack], kinds: Sequence[str]) -> tuple[Words, ...]:
    """The copies of each kind for some places, and of all."""
    sums = [sum(_count(share, kind) for share in shares) for kind in kinds]
    return tuple(exact(str(count) if count else "–") for count in (*sums, sum(share.copies for share in shares)))


def _tiles(words: Distribution, shares: Sequence[PrintedPack]) -> Iterator[Block]:
    """How much paper of which kind, printed how; and how many reams that is."""
    sheets: dict[str, int] = {}
    for job in (job for share in shares for job in share.jobs):
        how = f"{worded(words.sheets)} {job.paper}, {print_setting(words, replace(job, paper=A4.name))}"
        sheets[how] = sheets.get(how, 0) + job.sheets
    found = [(str(count), how) for how, count in sheets.items()]
    found += [(str(count), f"{worded(words.reams)} {paper}") for paper, count in reams(shares).items()]
    yield from figure_tiles([(count, plain(how)) for count, how in found])


def distribution_table(shares: Sequence[PrintedPack], office: Office) -> bytes:
    """Who gets what as a table for a spreadsheet, a line for each piece of a place."""
    words = office.words.distribution
    heads = (words.place, words.kind, words.code, words.copies, words.sheets, words.ink_share)
    rows = (
        (share.place.name, piece.name, piece.code, copies, piece.sheets(copies), percent(piece.ink))
        for share in shares
        for piece, copies in share.pieces
    )
    return csv_table((head.source for head in heads), rows)


def _row(
    names: tuple[Words, Words],
    counts: Sequence[Words],
    signed: Sequence[Words],
    style: Style = kit.SMALL,
    kind: Literal["head", "cell"] = "cell",
) -> Block:
    """A row: its number and the place, the counts, and room for a day and a signature. signed: their heads, or nothing."""
    cells = (
        *(Text(text, style, BLACK, None) if text.runs else Gap(0.0) for text in names),
        *(Text(text, style, BLACK, None, align="right") for text in counts),
    )
    widths = (NUMBER, None, *[COUNT] * len(counts))
    told = Row(tuple(Tagged(Role(kind), cell) for cell in cells), widths, BETWEEN, align="middle")
    sides = tuple(_side(text, style, kind) for text in (signed or (Words(()), Words(()))))
    whole = Row((Least(Pad(told, top=RIM, bottom=RIM), LEAST), *sides), (None, DAY, SIGNATURE), BETWEEN, align="fill")
    return Tagged(Role("row"), Stack((whole, Rule(BLACK, RULE if kind == "head" else THIN))))


def _side(text: Words, style: Style, kind: Literal["head", "cell"]) -> Block:
    """Room to write in, beside a line down; or its head."""
    line = Rule(BLACK, THIN, upright=True)
    inner = Fixed(Text(text, style, BLACK, None), LEAST) if text.runs else Spring()
    return Tagged(Role(kind), Row((line, inner), (0.0, None), 2.4, align="fill"))
