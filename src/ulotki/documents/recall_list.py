"""What must come down, place by place, for who goes round: whom to call, what to take, what to bring, how it looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from ulotki.content.paperwork import RecallWords as Fixed
from ulotki.content.people import Person
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents import _kit as kit
from ulotki.documents._reasons import reasons
from ulotki.documents.flowing import KeepWithNext, Part, Table
from ulotki.documents.paper import Paper, Shot
from ulotki.frozen import dataclass
from ulotki.handout.recall import Recall, Replacement, Visit, WrongPiece
from ulotki.look.inks import BLACK, Surface
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Pad, Panel, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND

CODE = Style("ExtraBold", 18, 21, HAND)

BOX, COLUMN = 4.6, 3.0
"""mm: of a box to tick; between two columns."""

PIECES, WAY = (BOX, None, 33.0, 14.0, 16.0, 42.0), (BOX, 9.0, None, 58.0, 14.0, 16.0)
"""mm: of the columns of pieces, of places."""

MAYBE, STAYS, CODES = (BOX, None, 48.0, 56.0), (62.0, None, 33.0), 20
"""mm: of the columns of places to look at, of what may stay; codes in one row at most."""

PICTURE, BESIDE = 22.0, 6.0
"""mm: of a picture's width, and beside it."""

APART, LINE, THIN = 8.0, 1.9, 0.5
"""mm above a heading and around the lines of a table; pt of its rules."""

EMPTY = Surface(None, BLACK, 1.2, BLACK, BLACK)


@dataclass(frozen=True, slots=True)
class PaperNames:
    """What the paper names beside the ledger's own words. places, templates, formats: what people call them.

    hosts: by place.  pictures: code → width, height and dots; None for a paper without any.  scams, languages: what is told
    of a piece in another language, whose own title the reader of the list, and our faces, may not know.
    """

    places: Mapping[str, str]
    templates: Mapping[str, Prose]
    formats: Mapping[str, Prose]
    hosts: Mapping[str, Person]
    pictures: Mapping[str, Shot] | None
    scams: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, Prose] = field(default_factory=dict)


def recall_list(words: Fixed, found: Recall, known: PaperNames, day: datetime.date, author: str) -> Paper:
    """The list for who goes round, in the order of *found*: what to take down and bring, and what may stay; or where to
    look, when nothing was written down.
    """
    stated = Text(kit.after(words.day, LANGUAGES[HOME].day(day)), kit.SMALL, BLACK, align="right")
    named = any(visit.place in known.hosts for visit in (*found.down, *found.unwritten))
    secret = Text(kit.worded(words.secret), kit.HEAD, BLACK) if named else Gap(0.0)
    blocks: list[Part] = [_lead(words, found, known), *_unwritten(words, found, known)]
    if found.down:
        blocks += _places(words, found.down, known)
        for visit in found.down:
            blocks += _visit(words, visit, known)
        blocks += _looks(words, found.down, known) if known.pictures is not None else ()
    blocks += _stays(words, found.stays, known)
    return Paper(str(kit.worded(words.title)), author, day, tuple(blocks), 0.0, kit.head(secret, stated, 66.0))


def _lead(words: Fixed, found: Recall, known: PaperNames) -> Block:
    title, visits = kit.heading(kit.worded(words.title), kit.TITLE, 1), found.down
    if found.unwritten:
        return _lines((title, *(Text(kit.worded(prose), kit.BODY, BLACK) for prose in words.unwritten)))
    if not visits:
        return Stack((title, Gap(APART), Text(kit.worded(words.none), kit.BODY, BLACK)))
    sums = (
        (words.places, len(visits)),
        (words.copies, sum(visit.copies for visit in visits)),
        (words.hung, sum(visit.hung for visit in visits)),
    )
    purpose = (*words.purpose, *(() if known.pictures is None else (words.last,)))
    lines = [Text(kit.worded(prose), kit.BODY, BLACK) for prose in purpose]
    return _lines((title, *lines, *(Text(kit.after(prose, str(count)), kit.BODY, BLACK) for prose, count in sums)))


def _lines(lines: Sequence[Block]) -> Block:
    first, *others = lines
    return Stack((first, *(block for line in others for block in (Gap(4.4), line))))


def _unwritten(words: Fixed, found: Recall, known: PaperNames) -> Iterator[Part]:
    """Every place that something was ordered for, whom to call, and what must come down if it is there."""
    if not found.unwritten:
        return
    rows: list[Block] = []
    for visit in found.unwritten:
        codes = [one.standing.code for one in visit.wrong]
        for start in range(0, max(1, len(codes)), CODES):
            part = ", ".join(codes[start : start + CODES]) or "–"
            rows.append(_tick_row((_place(visit.place, known), _host(visit, known), kit.exact(part)), MAYBE))
    yield KeepWithNext(Gap(APART))
    yield Table(_head_row((words.place, words.host, words.maybe), MAYBE), tuple(rows))


def _stays(words: Fixed, visits: Sequence[Visit], known: PaperNames) -> Iterator[Part]:
    """What may stay, though a newer piece exists."""
    if not visits:
        return
    title = kit.heading(kit.worded(words.stays), kit.SECTION)
    rows = (
        _line(
            _texts((_place(visit.place, known), _piece(one, known), kit.exact(one.standing.code))), STAYS, "cell", THIN
        )
        for visit in visits
        for one in visit.wrong
    )
    heads = _line(_texts(map(kit.worded, (words.place, words.piece, words.code)), kit.HEAD), STAYS, "head", 1.0)
    yield KeepWithNext(
        Stack((Gap(APART), title, Gap(3.2), Text(kit.worded(words.stays_text), kit.SMALL, BLACK), Gap(LINE)))
    )
    yield Table(heads, tuple(rows))


def _places(words: Fixed, visits: Sequence[Visit], known: PaperNames) -> Iterator[Part]:
    """The way to go: every place, whom to call, how much to take, and a box to tick."""
    rows = []
    for number, visit in enumerate(visits, 1):
        counts = (kit.exact(str(visit.copies)), kit.exact(str(visit.hung)))
        rows.append(_tick_row((kit.exact(str(number)), _place(visit.place, known), _host(visit, known), *counts), WAY))
    yield KeepWithNext(Stack((Gap(APART), kit.heading(kit.worded(words.phones), kit.SECTION), Gap(LINE))))
    heads = (words.number, words.place, words.host, words.take, words.boards)
    yield Table(_head_row(heads, WAY), tuple(rows))


def _visit(words: Fixed, visit: Visit, known: PaperNames) -> Iterator[Part]:
    """A place: why, what to take down, what to bring."""
    name = _place(visit.place, known)
    causes = dict.fromkeys(text for one in visit.wrong for text in reasons(words.causes, one.reasons))
    sums = Words(
        (
            *kit.worded(words.copies).runs,
            Run(f" {visit.copies}. "),
            *kit.worded(words.hung).runs,
            Run(f" {visit.hung}."),
        )
    )
    lines = (block for text in (sums, *causes) for block in (Text(text, kit.SMALL, BLACK), Gap(LINE)))
    again = kit.heading(Words((*name.runs, Run(f" – {kit.worded(words.again)}"))), kit.SECTION)
    heads = _heads(words)
    yield KeepWithNext(Stack((Gap(APART), kit.heading(name, kit.SECTION), Gap(3.2), *lines, Gap(1.0))))
    yield Table(heads, tuple(_row(words, one, known) for one in visit.wrong), Stack((again, Gap(3.2), heads)))
    if any(one.bring and one.bring.copies for one in visit.wrong):
        yield Stack(
            (Gap(LINE + 0.6), Text(kit.after(words.pack, f"ulotki pack {visit.place} --new"), kit.SMALL, BLACK))
        )


def _heads(words: Fixed) -> Block:
    return _head_row((words.piece, words.code, words.take, words.boards, words.bring), PIECES)


def _row(words: Fixed, one: WrongPiece, known: PaperNames) -> Block:
    counts = (kit.exact(str(count)) for count in (one.standing.there, one.standing.hanging))
    later = kit.worded(words.later) if one.awaited and words.later else None
    bring = later or (_replacement_words(words, one.bring) if one.certain else kit.exact("–"))
    return _tick_row((_piece(one, known), kit.exact(one.standing.code), *counts, bring), PIECES)


def _head_row(names: Sequence[Prose], widths: tuple[float | None, ...]) -> Block:
    """The heads of columns, the first of which is for the boxes."""
    return _line((Gap(0.0), *_texts(map(kit.worded, names), kit.HEAD)), widths, "head", 1.0)


def _tick_row(texts: Sequence[Words], widths: tuple[float | None, ...]) -> Block:
    """A row with a box to tick."""
    box = Pad(Panel(Gap(BOX), EMPTY, 0.6), bottom=0.2)
    return _line((box, *_texts(texts)), widths, "cell", THIN)


def _texts(words: Iterable[Words], style: Style = kit.SMALL) -> tuple[Block, ...]:
    return tuple(Text(text, style, BLACK, None) for text in words)


def _line(
    cells: Sequence[Block], widths: tuple[float | None, ...], kind: Literal["head", "cell"], rule: float
) -> Block:
    return kit.row(cells, widths, gap=COLUMN, rim=LINE, rule=rule, kind=kind)


def _replacement_words(words: Fixed, bring: Replacement | None) -> Words:
    if bring is None:
        return kit.worded(words.nothing)
    if not bring.copies:
        return kit.worded(words.there if bring.there else words.same)
    return Words((Run(bring.code, strong=True), Run(f" × {bring.copies}")))


def _piece(one: WrongPiece, known: PaperNames) -> Words:
    """A piece as people call it: its title, and what kind of paper it is."""
    entry, title = one.entry, one.standing.title
    if entry is None:
        return kit.typed(title)
    kind = f"{kit.label(known.templates, entry.template)} {kit.label(known.formats, entry.format)}"
    if entry.lang == HOME:
        return Words((*kit.typed(title).runs, *kit.plain(f", {kind}").runs))
    lang = known.languages.get(entry.lang)
    return kit.typed(", ".join((known.scams.get(entry.scam, title), kind, *((lang.source,) if lang else ()))))


def _looks(words: Fixed, visits: Sequence[Visit], known: PaperNames) -> Iterator[Block]:
    """Every piece once, with its picture, its code and all that is wrong with it."""
    pieces: dict[str, list[WrongPiece]] = {}
    for visit in visits:
        for one in visit.wrong:
            pieces.setdefault(one.standing.code, []).append(one)
    looks = (Gap(APART), kit.heading(kit.worded(words.looks), kit.SECTION), Gap(1.0))
    for place, code in enumerate(sorted(pieces)):
        item = _look(words, pieces[code], known)
        yield item if place else Stack((*looks, item))


def _look(words: Fixed, found: Sequence[WrongPiece], known: PaperNames) -> Block:
    one = found[0]
    name = _piece(one, known)
    causes = dict.fromkeys(text for wrong in found for text in reasons(words.causes, wrong.reasons))
    shot = known.pictures.get(one.standing.code) if known.pictures else None
    texts = (*causes, *(() if shot else (kit.worded(words.blank),)))
    lines = (Text(name, kit.BOLD, BLACK), *(Text(text, kit.SMALL, BLACK) for text in texts))
    body = Tagged(Role("body"), Stack(tuple(block for line in lines for block in (Gap(LINE), line))))
    beside = Stack((Gap(0.6), Text(kit.exact(one.standing.code), CODE, BLACK, Role("label")), Gap(1.0), body))
    shown = kit.picture(shot, f"{kit.worded(words.alt)} {name}") if shot else Gap(0.0)
    look = Row((shown, beside), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((Gap(3.0), look, Gap(3.0), Rule(BLACK, THIN))))


def _host(visit: Visit, known: PaperNames) -> Words:
    host = known.hosts.get(visit.place)
    return kit.typed(", ".join(text for text in (host.name, host.phone) if text)) if host else kit.exact("–")


def _place(id: str, known: PaperNames) -> Words:
    return kit.typed(known.places[id]) if id in known.places else kit.exact(id)
