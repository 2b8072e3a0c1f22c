"""What must come down, place by place, for those who go round: whom to call, what to take, what to bring, how it looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ulotki.content.paperwork import RecallWords as Fixed
from ulotki.content.people import Person
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents import _kit as kit
from ulotki.documents._columns import Columns
from ulotki.documents._reasons import reasons
from ulotki.documents._words import after, exact, label, plain, typed, worded
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

BOX, CODES = 4.6, 20
"""mm of a box to tick; codes in one row at most."""

PICTURE, BESIDE = 22.0, 6.0
"""mm: of a picture's width, and beside it."""

APART, LINE, THIN = 8.0, 1.9, 0.5
"""mm above a heading and around the lines of a table; pt of its rules."""

PIECES = Columns((BOX, None, 33.0, 14.0, 16.0, 42.0), rim=LINE)
WAY = Columns((BOX, 9.0, None, 58.0, 14.0, 16.0), rim=LINE)
MAYBE = Columns((BOX, None, 48.0, 56.0), rim=LINE)
STAYS = Columns((62.0, None, 33.0), rim=LINE)
"""The tables of pieces, of places, of places to look at, of what may stay; the first column is for boxes to tick."""

EMPTY = Surface(None, BLACK, 1.2, BLACK, BLACK)


@dataclass(frozen=True, slots=True)
class PaperNames:
    """What the paper names besides the ledger's own words. places, templates, formats: what people call them.

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
    """The list for those who go round, in the order of *found*: what to take down and bring, and what may stay; or where to
    look, when nothing was written down.
    """
    stated = Text(after(words.day, LANGUAGES[HOME].day(day)), kit.SMALL, BLACK, align="right")
    named = any(visit.place in known.hosts for visit in (*found.down, *found.unwritten))
    secret = Text(worded(words.secret), kit.HEAD, BLACK) if named else Gap(0.0)
    blocks: list[Part] = [_lead(words, found, known), *_unwritten(words, found, known)]
    if found.down:
        blocks += _places(words, found.down, known)
        for visit in found.down:
            blocks += _visit(words, visit, known)
        blocks += _looks(words, found.down, known) if known.pictures is not None else ()
    blocks += _stays(words, found.stays, known)
    return Paper(str(worded(words.title)), author, day, tuple(blocks), 0.0, kit.head(secret, stated, 66.0))


def _lead(words: Fixed, found: Recall, known: PaperNames) -> Block:
    title, visits = kit.heading(worded(words.title), kit.TITLE, 1), found.down
    if found.unwritten:
        lines = (Text(worded(prose), kit.BODY, BLACK) for prose in words.unwritten)
        return Stack(kit.apart((title, *lines), 4.4))
    if not visits:
        return Stack((title, Gap(APART), Text(worded(words.none), kit.BODY, BLACK)))
    sums = (
        (words.places, len(visits)),
        (words.copies, sum(visit.copies for visit in visits)),
        (words.hung, sum(visit.hung for visit in visits)),
    )
    purpose = (*words.purpose, *(() if known.pictures is None else (words.last,)))
    told = (*map(worded, purpose), *(after(prose, str(count)) for prose, count in sums))
    return Stack(kit.apart((title, *(Text(text, kit.BODY, BLACK) for text in told)), 4.4))


def _unwritten(words: Fixed, found: Recall, known: PaperNames) -> Iterator[Part]:
    """Every place that something was ordered for, whom to call, and what must come down if it is there."""
    if not found.unwritten:
        return
    rows: list[Block] = []
    for visit in found.unwritten:
        codes = [one.standing.code for one in visit.wrong]
        for start in range(0, max(1, len(codes)), CODES):
            part = ", ".join(codes[start : start + CODES]) or "–"
            rows.append(MAYBE.row((_box(), _place(visit.place, known), _host(visit, known), exact(part))))
    yield KeepWithNext(Gap(APART))
    yield Table(MAYBE.heads((Gap(0.0), words.place, words.host, words.maybe)), tuple(rows))


def _stays(words: Fixed, visits: Sequence[Visit], known: PaperNames) -> Iterator[Part]:
    """What may stay, though a newer piece exists."""
    if not visits:
        return
    title = kit.heading(worded(words.stays), kit.SECTION)
    rows = (
        STAYS.row((_place(visit.place, known), _piece(one, known), exact(one.standing.code)))
        for visit in visits
        for one in visit.wrong
    )
    yield KeepWithNext(
        Stack((Gap(APART), title, Gap(3.2), Text(worded(words.stays_text), kit.SMALL, BLACK), Gap(LINE)))
    )
    yield Table(STAYS.heads((words.place, words.piece, words.code)), tuple(rows))


def _places(words: Fixed, visits: Sequence[Visit], known: PaperNames) -> Iterator[Part]:
    """The way to go: every place, whom to call, how much to take, and a box to tick."""
    rows = []
    for number, visit in enumerate(visits, 1):
        counts = (exact(str(visit.copies)), exact(str(visit.hung)))
        cells = (_box(), exact(str(number)), _place(visit.place, known), _host(visit, known))
        rows.append(WAY.row((*cells, *counts)))
    yield KeepWithNext(Stack((Gap(APART), kit.heading(worded(words.phones), kit.SECTION), Gap(LINE))))
    heads = (Gap(0.0), words.number, words.place, words.host, words.take, words.boards)
    yield Table(WAY.heads(heads), tuple(rows))


def _visit(words: Fixed, visit: Visit, known: PaperNames) -> Iterator[Part]:
    """A place: why, what to take down, what to bring."""
    name = _place(visit.place, known)
    causes = dict.fromkeys(text for one in visit.wrong for text in reasons(words.causes, one.reasons))
    sums = Words(
        (*worded(words.copies).runs, Run(f" {visit.copies}. "), *worded(words.hung).runs, Run(f" {visit.hung}."))
    )
    lines = (block for text in (sums, *causes) for block in (Text(text, kit.SMALL, BLACK), Gap(LINE)))
    again = kit.heading(Words((*name.runs, Run(f" – {worded(words.again)}"))), kit.SECTION)
    heads = PIECES.heads((Gap(0.0), words.piece, words.code, words.take, words.boards, words.bring))
    yield KeepWithNext(Stack((Gap(APART), kit.heading(name, kit.SECTION), Gap(3.2), *lines, Gap(1.0))))
    yield Table(heads, tuple(_row(words, one, known) for one in visit.wrong), Stack((again, Gap(3.2), heads)))
    if any(one.bring and one.bring.copies for one in visit.wrong):
        yield Stack((Gap(LINE + 0.6), Text(after(words.pack, f"ulotki pack {visit.place} --new"), kit.SMALL, BLACK)))


def _row(words: Fixed, one: WrongPiece, known: PaperNames) -> Block:
    counts = (exact(str(count)) for count in (one.standing.there, one.standing.hanging))
    later = worded(words.later) if one.awaited and words.later else None
    bring = later or (_replacement_words(words, one.bring) if one.certain else exact("–"))
    return PIECES.row((_box(), _piece(one, known), exact(one.standing.code), *counts, bring))


def _box() -> Block:
    """A box to tick."""
    return Pad(Panel(Gap(BOX), EMPTY, 0.6), bottom=0.2)


def _replacement_words(words: Fixed, bring: Replacement | None) -> Words:
    if bring is None:
        return worded(words.nothing)
    if not bring.copies:
        return worded(words.there if bring.there else words.same)
    return Words((Run(bring.code, strong=True), Run(f" × {bring.copies}")))


def _piece(one: WrongPiece, known: PaperNames) -> Words:
    """A piece as people call it: its title, and what kind of paper it is."""
    entry, title = one.entry, one.standing.title
    if entry is None:
        return typed(title)
    kind = f"{label(known.templates, entry.template)} {label(known.formats, entry.format)}"
    if entry.lang == HOME:
        return Words((*typed(title).runs, *plain(f", {kind}").runs))
    lang = known.languages.get(entry.lang)
    return typed(", ".join((known.scams.get(entry.scam, title), kind, *((lang.source,) if lang else ()))))


def _looks(words: Fixed, visits: Sequence[Visit], known: PaperNames) -> Iterator[Block]:
    """Every piece once, with its picture, its code and all that is wrong with it."""
    pieces: dict[str, list[WrongPiece]] = {}
    for visit in visits:
        for one in visit.wrong:
            pieces.setdefault(one.standing.code, []).append(one)
    looks = (Gap(APART), kit.heading(worded(words.looks), kit.SECTION), Gap(1.0))
    for place, code in enumerate(sorted(pieces)):
        item = _look(words, pieces[code], known)
        yield item if place else Stack((*looks, item))


def _look(words: Fixed, found: Sequence[WrongPiece], known: PaperNames) -> Block:
    one = found[0]
    name = _piece(one, known)
    causes = dict.fromkeys(text for wrong in found for text in reasons(words.causes, wrong.reasons))
    shot = known.pictures.get(one.standing.code) if known.pictures else None
    texts = (*causes, *(() if shot else (worded(words.blank),)))
    lines = (Text(name, kit.BOLD, BLACK), *(Text(text, kit.SMALL, BLACK) for text in texts))
    body = Tagged(Role("body"), Stack(tuple(block for line in lines for block in (Gap(LINE), line))))
    beside = Stack((Gap(0.6), Text(exact(one.standing.code), CODE, BLACK, Role("label")), Gap(1.0), body))
    shown = kit.picture(shot, f"{worded(words.alt)} {name}") if shot else Gap(0.0)
    look = Row((shown, beside), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((Gap(3.0), look, Gap(3.0), Rule(BLACK, THIN))))


def _host(visit: Visit, known: PaperNames) -> Words:
    host = known.hosts.get(visit.place)
    return typed(", ".join(text for text in (host.name, host.phone) if text)) if host else exact("–")


def _place(id: str, known: PaperNames) -> Words:
    return typed(known.places[id]) if id in known.places else exact(id)
