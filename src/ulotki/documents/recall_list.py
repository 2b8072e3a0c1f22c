"""What must come down, place by place, for who goes round: whom to call, what to take, what to bring, how it looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ulotki.content.paperwork import Recall as Fixed
from ulotki.content.people import Person
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._kit import (
    BODY,
    BOLD,
    HEAD,
    SECTION,
    SMALL,
    TITLE,
    after,
    called,
    exact,
    head,
    heading,
    picture,
    plain,
    row,
    typed,
    worded,
)
from ulotki.documents._reasons import reasons
from ulotki.documents.paper import Paper, Shot
from ulotki.handout.recall import Bring, Recall, Visit, Wrong
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.page.setting import Setting
from ulotki.paper import A4, HAND
from ulotki.stock import family

CODE = Style("ExtraBold", 18, 21, HAND)

PIECES, WAY, COLUMN = (None, 33.0, 14.0, 16.0, 44.0), (None, 66.0, 14.0, 16.0), 3.0
"""mm: of the columns of pieces, of places; between two."""

MAYBE, STAYS, CODES = (None, 50.0, 58.0), (62.0, None, 33.0), 20
"""mm: of the columns of places to look at, of what may stay; codes in one row at most."""

PICTURE, BESIDE = 22.0, 6.0
"""mm: of a picture's width, and beside it."""

APART, LINE, THIN = 8.0, 1.9, 0.5
"""mm above a heading and around the lines of a table; pt of its rules."""

WIDTH, MOST = A4.width - 2 * A4.margin, 225.0
"""mm: of a line; of a block that surely fits a page with its head and foot."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the paper names beside the ledger's own words. places, templates, formats: what people call them.

    hosts: by place.  pictures: code → width, height and dots; None for a paper without any.
    """

    places: Mapping[str, str]
    templates: Mapping[str, Prose]
    formats: Mapping[str, Prose]
    hosts: Mapping[str, Person]
    pictures: Mapping[str, Shot] | None


def recall_list(words: Fixed, found: Recall, known: Known, day: datetime.date, author: str) -> Paper:
    """The list for who goes round: what to take down and bring, and what may stay; or where to look, when nothing was written down."""
    stated = Text(after(words.day, LANGUAGES[HOME].day(day)), SMALL, BLACK, align="right")
    named = any(visit.place in known.hosts for visit in (*found.down, *found.unwritten))
    secret = Text(worded(words.secret), HEAD, BLACK) if named else Gap(0.0)
    blocks, setting = [_lead(words, found, known), *_unwritten(words, found, known)], Setting(family(HOME))
    if found.down:
        blocks += _places(words, found.down, known)
        for visit in found.down:
            blocks += _visit(words, visit, known, setting)
        blocks += _looks(words, found.down, known) if known.pictures is not None else ()
    blocks += _stays(words, found.stays, known)
    return Paper(str(worded(words.title)), author, day, tuple(blocks), 0.0, head(secret, stated, 66.0))


def _lead(words: Fixed, found: Recall, known: Known) -> Block:
    title, visits = heading(worded(words.title), TITLE, 1), found.down
    if found.unwritten:
        return _lines((title, *(Text(worded(prose), BODY, BLACK) for prose in words.unwritten)))
    if not visits:
        return Stack((title, Gap(APART), Text(worded(words.none), BODY, BLACK)))
    sums = (
        (words.places, len(visits)),
        (words.copies, sum(visit.copies for visit in visits)),
        (words.hung, sum(visit.hung for visit in visits)),
    )
    purpose = (*words.purpose, *(() if known.pictures is None else (words.last,)))
    lines = [Text(worded(prose), BODY, BLACK) for prose in purpose]
    return _lines((title, *lines, *(Text(after(prose, str(count)), BODY, BLACK) for prose, count in sums)))


def _lines(lines: Sequence[Block]) -> Block:
    first, *others = lines
    return Stack((first, *(block for line in others for block in (Gap(4.4), line))))


def _unwritten(words: Fixed, found: Recall, known: Known) -> Iterator[Block]:
    """Every place that something was ordered for, whom to call, and what must come down if it is there."""
    if not found.unwritten:
        return
    names = (words.place, words.host, words.maybe)
    heads = _line([Text(worded(prose), HEAD, BLACK, None) for prose in names], MAYBE, "head", 1.0)
    yield Stack((Gap(APART), heads))
    for visit in found.unwritten:
        codes = [one.standing.code for one in visit.wrong]
        for start in range(0, max(1, len(codes)), CODES):
            part = ", ".join(codes[start : start + CODES]) or "–"
            texts = (_place(visit.place, known), _host(visit, known), exact(part))
            yield _line([Text(text, SMALL, BLACK, None) for text in texts], MAYBE, "cell", THIN)


def _stays(words: Fixed, visits: Sequence[Visit], known: Known) -> Iterator[Block]:
    """What may stay, though a newer piece exists."""
    if not visits:
        return
    title = heading(worded(words.stays), SECTION)
    names = (words.place, words.piece, words.code)
    heads = _line([Text(worded(prose), HEAD, BLACK, None) for prose in names], STAYS, "head", 1.0)
    yield Stack((Gap(APART), title, Gap(3.2), Text(worded(words.stays_text), SMALL, BLACK), Gap(LINE), heads))
    for visit in visits:
        for one in visit.wrong:
            texts = (_place(visit.place, known), _piece(one, known), exact(one.standing.code))
            yield _line([Text(text, SMALL, BLACK, None) for text in texts], STAYS, "cell", THIN)


def _places(words: Fixed, visits: Sequence[Visit], known: Known) -> Iterator[Block]:
    """The way to go: every place, whom to call, how much to take."""
    phones = heading(worded(words.phones), SECTION)
    names = (words.place, words.host, words.take, words.boards)
    heads = _line([Text(worded(prose), HEAD, BLACK, None) for prose in names], WAY, "head", 1.0)
    rows = []
    for visit in visits:
        texts = (_place(visit.place, known), _host(visit, known), exact(str(visit.copies)), exact(str(visit.hung)))
        rows.append(_line([Text(text, SMALL, BLACK, None) for text in texts], WAY, "cell", THIN))
    yield Stack((Gap(APART), phones, Gap(LINE), heads, rows[0]))
    yield from rows[1:]


def _visit(words: Fixed, visit: Visit, known: Known, setting: Setting) -> Iterator[Block]:
    """A place in one block, or in as many as it takes when it is higher than a page."""
    name = _place(visit.place, known)
    causes = dict.fromkeys(text for one in visit.wrong for text in reasons(words.causes, one.reasons))
    sums = Words(
        (*worded(words.copies).runs, Run(f" {visit.copies}. "), *worded(words.hung).runs, Run(f" {visit.hung}."))
    )
    blocks: list[Block] = [Gap(APART), heading(name, SECTION), Gap(3.2)]
    blocks += [block for text in (sums, *causes) for block in (Text(text, SMALL, BLACK), Gap(LINE))]
    blocks += [Gap(1.0), _heads(words)]
    again = Words((*name.runs, Run(f" – {worded(words.again)}")))
    for one in visit.wrong:
        line = _row(words, one, known)
        if sum(block.height(WIDTH, setting) for block in (*blocks, line)) > MOST:
            yield Stack(tuple(blocks))
            blocks = [Gap(APART), heading(again, SECTION), Gap(3.2), _heads(words)]
        blocks.append(line)
    if any(one.bring and one.bring.copies for one in visit.wrong):
        blocks += [Gap(LINE + 0.6), Text(after(words.pack, f"ulotki pack {visit.place} --new"), SMALL, BLACK)]
    yield Stack(tuple(blocks))


def _heads(words: Fixed) -> Block:
    texts = (words.piece, words.code, words.take, words.boards, words.bring)
    return _line([Text(worded(prose), HEAD, BLACK, None) for prose in texts], PIECES, "head", 1.0)


def _row(words: Fixed, one: Wrong, known: Known) -> Block:
    piece = Text(_piece(one, known), SMALL, BLACK, None)
    code = Text(exact(one.standing.code), BOLD, BLACK, None)
    counts = (Text(exact(str(count)), SMALL, BLACK, None) for count in (one.standing.there, one.standing.hanging))
    bring = Text(_brought(words, one.bring) if one.certain else exact("–"), SMALL, BLACK, None)
    return _line((piece, code, *counts, bring), PIECES, "cell", THIN)


def _line(
    cells: Sequence[Block], widths: tuple[float | None, ...], kind: Literal["head", "cell"], rule: float
) -> Block:
    return row(cells, widths, gap=COLUMN, rim=LINE, rule=rule, kind=kind)


def _brought(words: Fixed, bring: Bring | None) -> Words:
    if bring is None:
        return worded(words.nothing)
    if not bring.copies:
        return worded(words.there if bring.there else words.same)
    return Words((Run(bring.code, strong=True), Run(f" × {bring.copies}")))


def _piece(one: Wrong, known: Known) -> Words:
    """A piece as people call it: its title, and what kind of paper it is."""
    title = typed(one.standing.title)
    if one.entry is None:
        return title
    template, format = called(known.templates, one.entry.template), called(known.formats, one.entry.format)
    return Words((*title.runs, *plain(f", {template} {format}").runs))


def _looks(words: Fixed, visits: Sequence[Visit], known: Known) -> Iterator[Block]:
    """Every piece once, with its picture, its code and all that is wrong with it."""
    pieces: dict[str, list[Wrong]] = {}
    for visit in visits:
        for one in visit.wrong:
            pieces.setdefault(one.standing.code, []).append(one)
    looks = (Gap(APART), heading(worded(words.looks), SECTION), Gap(1.0))
    for place, code in enumerate(sorted(pieces)):
        item = _look(words, pieces[code], known)
        yield item if place else Stack((*looks, item))


def _look(words: Fixed, found: Sequence[Wrong], known: Known) -> Block:
    one = found[0]
    name = _piece(one, known)
    causes = dict.fromkeys(text for wrong in found for text in reasons(words.causes, wrong.reasons))
    shot = known.pictures.get(one.standing.code) if known.pictures else None
    texts = (*causes, *(() if shot else (worded(words.blank),)))
    lines = (Text(name, BOLD, BLACK), *(Text(text, SMALL, BLACK) for text in texts))
    body = Tagged(Role("body"), Stack(tuple(block for line in lines for block in (Gap(LINE), line))))
    beside = Stack((Gap(0.6), Text(exact(one.standing.code), CODE, BLACK, Role("label")), Gap(1.0), body))
    shown = picture(shot, f"{worded(words.alt)} {name}") if shot else Gap(0.0)
    look = Row((shown, beside), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((Gap(3.0), look, Gap(3.0), Rule(BLACK, THIN))))


def _host(visit: Visit, known: Known) -> Words:
    host = known.hosts.get(visit.place)
    return typed(", ".join(text for text in (host.name, host.phone) if text)) if host else exact("–")


def _place(id: str, known: Known) -> Words:
    return typed(known.places[id]) if id in known.places else exact(id)
