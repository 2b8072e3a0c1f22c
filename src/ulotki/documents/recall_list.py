"""What must come down, place by place, for who goes round: whom to call, what to take, what to bring, how it looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ulotki.content.paperwork import Causes
from ulotki.content.paperwork import Recall as Fixed
from ulotki.content.people import Person
from ulotki.content.register import State
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
from ulotki.documents.paper import Paper, Shot
from ulotki.handout.recall import Bring, Reason, Visit, Wrong
from ulotki.handout.verify import Stood
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.page.setting import Setting
from ulotki.paper import A4, HAND
from ulotki.press import family

CODE = Style("ExtraBold", 18, 21, HAND)

PIECES, WAY, COLUMN = (None, 33.0, 14.0, 16.0, 44.0), (None, 66.0, 14.0, 16.0), 3.0
"""mm: of the columns of pieces, of places; between two."""

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


def recall_list(words: Fixed, visits: Sequence[Visit], known: Known, day: datetime.date, author: str) -> Paper:
    """The list for who goes round and takes it down."""
    stated = Text(after(words.day, LANGUAGES[HOME].day(day)), SMALL, BLACK, align="right")
    named = any(visit.place in known.hosts for visit in visits)
    secret = Text(worded(words.secret), HEAD, BLACK) if named else Gap(0.0)
    top = head(secret, stated, 66.0)
    blocks, setting = [_lead(words, visits, known)], Setting(family(HOME))
    if visits:
        blocks += _places(words, visits, known)
        for visit in visits:
            blocks += _visit(words, visit, known, setting)
        blocks += _looks(words, visits, known) if known.pictures is not None else ()
    return Paper(str(worded(words.title)), author, day, tuple(blocks), 0.0, top)


def _lead(words: Fixed, visits: Sequence[Visit], known: Known) -> Block:
    title = heading(worded(words.title), TITLE, 1)
    if not visits:
        return Stack((title, Gap(APART), Text(worded(words.none), BODY, BLACK)))
    sums = (
        (words.places, len(visits)),
        (words.copies, sum(visit.copies for visit in visits)),
        (words.hung, sum(visit.hung for visit in visits)),
    )
    purpose = (*words.purpose, *(() if known.pictures is None else (words.last,)))
    lines = [Text(worded(prose), BODY, BLACK) for prose in purpose]
    lines += [Text(after(prose, str(count)), BODY, BLACK) for prose, count in sums]
    return Stack((title, *(block for line in lines for block in (Gap(4.4), line))))


def _places(words: Fixed, visits: Sequence[Visit], known: Known) -> Iterator[Block]:
    """The way to go: every place, whom to call, how much to take."""
    phones = heading(worded(words.phones), SECTION)
    names = (words.place, words.host, words.take, words.boards)
    heads = _line([Text(worded(prose), HEAD, BLACK, None) for prose in names], WAY, "head", 1.0)
    rows = []
    for visit in visits:
        host = known.hosts.get(visit.place)
        whom = typed(", ".join(text for text in (host.name, host.phone) if text)) if host else exact("–")
        texts = (_place(visit.place, known), whom, exact(str(visit.copies)), exact(str(visit.hung)))
        rows.append(_line([Text(text, SMALL, BLACK, None) for text in texts], WAY, "cell", THIN))
    yield Stack((Gap(APART), phones, Gap(LINE), heads, rows[0]))
    yield from rows[1:]


def _visit(words: Fixed, visit: Visit, known: Known, setting: Setting) -> Iterator[Block]:
    """A place in one block, or in as many as it takes when it is higher than a page."""
    name = _place(visit.place, known)
    reasons = dict.fromkeys(text for one in visit.wrong for text in _reasons(words.causes, one.reasons))
    sums = Words(
        (*worded(words.copies).runs, Run(f" {visit.copies}. "), *worded(words.hung).runs, Run(f" {visit.hung}."))
    )
    blocks: list[Block] = [Gap(APART), heading(name, SECTION), Gap(3.2)]
    blocks += [block for text in (sums, *reasons) for block in (Text(text, SMALL, BLACK), Gap(LINE))]
    blocks += [Gap(1.0), _heads(words)]
    again = Words((*name.runs, Run(f" – {worded(words.again)}")))
    for one in visit.wrong:
        line = _row(words, one, known)
        if sum(block.height(WIDTH, setting) for block in (*blocks, line)) > MOST:
            yield Stack(tuple(blocks))
            blocks = [Gap(APART), heading(again, SECTION), Gap(3.2), _heads(words)]
        blocks.append(line)
    if any(one.bring and one.bring.copies for one in visit.wrong):
        blocks += [Gap(LINE + 0.6), Text(after(words.pack, f"ulotki pack {visit.place}"), SMALL, BLACK)]
    yield Stack(tuple(blocks))


def _heads(words: Fixed) -> Block:
    texts = (words.piece, words.code, words.take, words.boards, words.bring)
    return _line([Text(worded(prose), HEAD, BLACK, None) for prose in texts], PIECES, "head", 1.0)


def _row(words: Fixed, one: Wrong, known: Known) -> Block:
    piece = Text(_piece(one, known), SMALL, BLACK, None)
    code = Text(exact(one.standing.code), BOLD, BLACK, None)
    counts = (Text(exact(str(count)), SMALL, BLACK, None) for count in (one.standing.there, one.standing.hanging))
    bring = Text(_brought(words, one.bring), SMALL, BLACK, None)
    return _line((piece, code, *counts, bring), PIECES, "cell", THIN)


def _line(
    cells: Sequence[Block], widths: tuple[float | None, ...], kind: Literal["head", "cell"], rule: float
) -> Block:
    return row(cells, widths, gap=COLUMN, rim=LINE, rule=rule, kind=kind)


def _brought(words: Fixed, bring: Bring | None) -> Words:
    if bring is None:
        return worded(words.nothing)
    if not bring.copies:
        return worded(words.there)
    return Words((Run(bring.code, strong=True), Run(f" × {bring.copies}")))


def _piece(one: Wrong, known: Known) -> Words:
    """A piece as people call it: its title, and what kind of paper it is."""
    title = typed(one.standing.title)
    if one.entry is None:
        return title
    template, format = called(known.templates, one.entry.template), called(known.formats, one.entry.format)
    return Words((*title.runs, *plain(f", {template} {format}").runs))


def _reasons(causes: Causes, reasons: Iterable[Reason]) -> Iterator[Words]:
    for reason in reasons:
        match reason.cause:
            case "value":
                assert reason.value is not None
                yield _untrue(causes, reason.value)
            case "until":
                assert reason.until is not None
                yield after(causes.over, LANGUAGES[HOME].day(reason.until))
            case "edition":
                yield after(causes.edition, reason.code)
            case "replaced":
                yield worded(causes.replaced)
            case "unknown":
                yield worded(causes.unknown)


def _untrue(causes: Causes, one: Stood) -> Words:
    """Whose value, what stood there, and what became of it."""
    if one.state is None:
        cause, now = causes.gone, ""
    elif one.state is State.MISSING:
        cause, now = causes.empty, ""
    elif not one.same:
        cause, now = causes.changed if one.state.holds else causes.neither, one.says
    else:
        cause, now = _states(causes)[one.state], ""
    whose = plain(f"{one.label or one.ref}: ")
    became = after(cause, now) if now else worded(cause)
    return Words((*whose.runs, Run(one.stood, strong=True), Run(" – "), *became.runs))


def _states(causes: Causes) -> Mapping[State, Prose]:
    return {
        State.EARLY: causes.early,
        State.EXPIRED: causes.expired,
        State.WITHDRAWN: causes.withdrawn,
        State.UNCONFIRMED: causes.unconfirmed,
    }


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
    reasons = dict.fromkeys(text for wrong in found for text in _reasons(words.causes, wrong.reasons))
    shot = known.pictures.get(one.standing.code) if known.pictures else None
    texts = (*reasons, *(() if shot else (worded(words.blank),)))
    lines = (Text(name, BOLD, BLACK), *(Text(text, SMALL, BLACK) for text in texts))
    body = Tagged(Role("body"), Stack(tuple(block for line in lines for block in (Gap(LINE), line))))
    beside = Stack((Gap(0.6), Text(exact(one.standing.code), CODE, BLACK, Role("label")), Gap(1.0), body))
    shown = _picture(words, one, name, shot) if shot else Gap(0.0)
    look = Row((shown, beside), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((Gap(3.0), look, Gap(3.0), Rule(BLACK, THIN))))


def _picture(words: Fixed, one: Wrong, name: Words, shot: Shot) -> Block:
    urls = tuple(text for ref, text in one.entry.values.items() if ref.startswith("address:")) if one.entry else ()
    return picture(shot, f"{worded(words.alt)} {name}", urls)


def _place(id: str, known: Known) -> Words:
    return typed(known.places[id]) if id in known.places else exact(id)
