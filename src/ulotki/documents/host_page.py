"""The page for the host, on top of a pack: where, until when, whom to call, what not to do; then what comes down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.paperwork import HostPage
from ulotki.content.place_words import PlaceWords
from ulotki.content.text import NBSP, Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._addressee import readers
from ulotki.documents._kit import heading, pairs, picture, point
from ulotki.documents._words import exact, place_name, plain, typed, worded
from ulotki.documents.paper import Paper
from ulotki.handout.letterhead import Office, Officer
from ulotki.handout.pack import OldPiece, Pack
from ulotki.handout.piece_names import file_title
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND

TITLE = Style("ExtraBold", 22, 26, HAND)
HEAD = Style("Bold", 18, 22, HAND)
BODY = Style("Regular", 16, 21.5, HAND)
PLACE = Style("SemiBold", 16, 20, HAND)
CODE = Style("ExtraBold", 20, 24, HAND)
NUMBER = Style("ExtraBold", 28, 32, HAND)

ACCENT = 1.0
"""mm that a name may begin lower, for the accents of its capitals."""

SECTION = 5.0
"""mm above a heading, besides what is between any two blocks."""

PICTURE, BESIDE = 24.0, 5.0
"""mm: of a picture's width, and beside it."""


def host_page(pack: Pack, office: Office) -> Paper:
    """The first page: where, until when, whom to call, what not to do; then what comes down, which may take pages."""
    words = office.words.host
    head = Stack((Gap(ACCENT), Text(place_name(pack.place), PLACE, BLACK), Gap(3.2), Rule(BLACK, 1.4)))
    given = (
        _section(words.holds, _contents(pack, office)),
        _section(words.where, *_where(words, pack, readers(office, pack.place))),
        _section(words.until, until_words(pack, words.until_text, words.until_each, words.until_open)),
    )
    blocks = (
        heading(worded(words.title), TITLE, 1),
        *(given if pack.pieces else ()),
        _ask(words, office.officer),
        *((_never(words),) if pack.pieces else ()),
        *_down(words, pack),
    )
    return Paper(file_title(pack.place), office.author, office.day, blocks, 4.0, head, closer=(3.0, 2.0))


def _section(name: Prose, *texts: Words) -> Block:
    lines = (block for text in texts for block in (Gap(4.2), Text(text, BODY, BLACK)))
    return Stack((Gap(SECTION), heading(worded(name), HEAD), *lines))


def _contents(pack: Pack, office: Office) -> Words:
    """What is in the bundle, sort by sort."""
    sorts: dict[str, int] = {}
    for piece, count in pack.pieces:
        sorts[piece.kind or piece.name] = sorts.get(piece.kind or piece.name, 0) + count
    each = office.words.host.each.source
    said = ", ".join(f"{kind.replace(' A', f'{NBSP}A')} – {count}{NBSP}{each}" for kind, count in sorts.items())
    return Words((Run(str(typed(f"{said[:1].upper()}{said[1:]}")).replace("– ", f"–{NBSP}")),))


def _where(words: HostPage, pack: Pack, mine: PlaceWords) -> Iterator[Words]:
    """Where the pieces of a bundle belong: where the letter beside it says."""
    usual = [piece for piece, _ in pack.pieces if piece.template not in words.ways]
    if any(piece.hangs for piece in usual):
        yield worded(words.where_board, hang=mine.hang.source) if pack.place.boards else worded(words.where_wall)
    if not all(piece.hangs for piece in usual):
        yield worded(words.where_lay, lay=mine.lay.source)
    held = {piece.template for piece, _ in pack.pieces}
    yield from (worded(way) for template, way in words.ways.items() if template in held)


def until_words(pack: Pack, same: Prose, each: Prose, never: Prose) -> Words:
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
    first, *others = pairs([_old(words, one) for one in pack.old], BESIDE)
    yield Stack((_section(words.down, worded(words.down_text)), Gap(4), first))
    yield from others


def _old(words: HostPage, one: OldPiece) -> Block:
    code, name = Text(exact(one.code), CODE, BLACK, Role("label")), Text(plain(one.name), BODY, BLACK, Role("body"))
    said = Stack((Gap(0.6), code, Gap(3), name))
    if one.picture is None:
        return Tagged(Role("item"), said)
    shown = picture(one.picture, f"{worded(words.down_alt)} {one.name}")
    return Tagged(Role("item"), Row((shown, said), (PICTURE, None), BESIDE))


def _ask(words: HostPage, officer: Officer) -> Block:
    if not officer.numbers:
        return _section(words.ask, worded(words.ask_nobody))
    lines: list[Block] = [_section(words.ask, worded(words.ask_text))]
    if officer.name:
        lines += [Gap(4.2), Text(officer.name, BODY, BLACK)]
    for number in officer.numbers:
        lines += [Gap(5), Text(number, NUMBER, BLACK)]
    if officer.hours:
        hours = tuple(replace(run, strong=False) for run in officer.hours.runs)
        lines += [Gap(4.6), Text(replace(officer.hours, runs=hours), BODY, BLACK)]
    return Stack(tuple(lines))


def _never(words: HostPage) -> Block:
    lines: list[Block] = []
    for never in words.nevers:
        lines += [Gap(4.2), point(plain("–"), worded(never), 5.0, BODY)]
    return Stack((Gap(SECTION), heading(worded(words.never), HEAD), *lines))
