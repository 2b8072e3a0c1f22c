"""What must come down: every piece that is out and no longer holds, place by place, and what takes its place.

The ledger knows what is where, the records what stands on it, the register what holds today. Nothing is guessed: a piece
whose record is gone is named, so that somebody looks at it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ulotki.content.paperwork import Causes
from ulotki.content.paperwork import Recall as Fixed
from ulotki.content.people import Person
from ulotki.content.register import SECOND, Register, State
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.edition.record import Entry
from ulotki.errors import Say, say
from ulotki.handout import chain, ledger, verify
from ulotki.handout.ledger import Standing
from ulotki.handout.verify import Edition, Stood
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Snapshot, Stack, Tagged, Text
from ulotki.page.items import Role
from ulotki.page.setting import Setting
from ulotki.paper import A4, HAND
from ulotki.papers import Paper, after, plain, typed, worded
from ulotki.press import family

Cause = Literal["value", "until", "replaced", "edition", "unknown"]

# What is wrong


@dataclass(frozen=True, slots=True)
class Ask:
    """What alone is recalled; nothing said: all that is wrong. refs: these values, where they are no longer true.

    editions: all of these, by code.  before: what was to hang until a day before this one.
    """

    refs: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    before: datetime.date | None = None

    @property
    def all(self) -> bool:
        """Whether nothing was named."""
        return not (self.refs or self.editions or self.before)


EVERYTHING = Ask()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a piece must come down. value: the one that is not true.  until: the day that is over.

    code: of the piece that took its place, or of the edition that is recalled.
    """

    cause: Cause
    value: Stood | None = None
    until: datetime.date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Bring:
    """The piece to bring instead. copies: none when it is there already."""

    code: str
    title: str
    copies: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A piece at a place that must come down. entry: what its record says, None when that is gone."""

    standing: Standing
    entry: Entry | None
    reasons: tuple[Reason, ...]
    bring: Bring | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A place to go to, and what to take away there."""

    place: str
    wrong: tuple[Wrong, ...]

    @property
    def copies(self) -> int:
        """To take away in all."""
        return sum(one.standing.there for one in self.wrong)

    @property
    def hung(self) -> int:
        """Those of them on boards."""
        return sum(one.standing.hanging for one in self.wrong)


def recalled(
    entries: Iterable[chain.Entry],
    editions: Sequence[Edition],
    register: Register,
    day: datetime.date,
    ask: Ask = EVERYTHING,
) -> tuple[Visit, ...]:
    """Where something wrong is on *day*: the place with most on its boards first. editions: drafts, then the oldest first."""
    judge = _Judge(editions, register, day, ask)
    out = [one for one in ledger.hanging(entries) if one.there or one.hanging]
    lying = {(one.place, one.code): one.there for one in out}
    found: dict[str, list[Wrong]] = {}
    for one in out:
        entry = next(iter(verify.pieces(one.code, editions)), None)
        if reasons := tuple(judge.reasons(one, entry)):
            bring = judge.bring(one, reasons, lying)
            found.setdefault(one.place, []).append(Wrong(one, entry, reasons, bring))
    visits = (
        Visit(
            place, tuple(sorted(wrong, key=lambda one: (-one.standing.hanging, one.standing.title, one.standing.code)))
        )
        for place, wrong in found.items()
    )
    return tuple(sorted(visits, key=lambda visit: (-visit.hung, -visit.copies, visit.place)))


def values(editions: Iterable[Edition], register: Register) -> frozenset[str]:
    """The refs of all values that a recall can be about: of the register, and of what was ever printed."""
    printed = (ref for edition in editions for file in edition.record.files for ref in file.values)
    return frozenset(ref.removesuffix(SECOND) for ref in (*register.values, *printed))


class _Judge:
    """Says of a piece whether it must come down, and what takes its place."""

    def __init__(self, editions: Sequence[Edition], register: Register, day: datetime.date, ask: Ask) -> None:
        self.newest = {edition.record.campaign: edition.record for edition in editions if not edition.draft}
        self.register = register
        self.day = day
        self.ask = ask
        self.known: dict[tuple[str, str], Stood] = {}

    def reasons(self, one: Standing, entry: Entry | None) -> Iterator[Reason]:
        """All that is wrong with a piece at a place, as far as was asked."""
        ask = self.ask
        if entry is None and (ask.all or ask.refs):
            yield Reason("unknown")
        for value in self.untrue(entry) if entry else ():
            if ask.all or value.ref.removesuffix(SECOND) in ask.refs:
                yield Reason("value", value=value)
        last = min((day for day in (one.until, _until(entry)) if day), default=None)
        limit = self.day if ask.all else ask.before
        if last and limit and last < limit:
            yield Reason("until", until=last)
        if ask.all and (newer := self.successor(one)) and newer.code != one.code:
            yield Reason("replaced", code=newer.code)
        if one.edition in ask.editions:
            yield Reason("edition", code=one.edition)

    def untrue(self, entry: Entry) -> Iterator[Stood]:
        """The values on a piece that are no longer true."""
        for ref, text in sorted(entry.values.items()):
            if text and (ref, text) not in self.known:
                self.known[ref, text] = verify.stood(ref, text, self.register, self.day)
            if text and not self.known[ref, text].holds:
                yield self.known[ref, text]

    def successor(self, one: Standing) -> Entry | None:
        """The piece of that name in the newest edition of its campaign."""
        record = self.newest.get(one.campaign)
        return next((file for file in record.pieces if file.name == one.name), None) if record else None

    def bring(self, one: Standing, reasons: Sequence[Reason], lying: Mapping[tuple[str, str], int]) -> Bring | None:
        """What takes its place: of its own campaign, or else of the newest other one that orders it for the place."""
        own = self.successor(one)
        records = sorted(self.newest.values(), key=lambda record: record.day, reverse=True)
        others = (file for record in records for file in record.pieces if file.name == one.name)
        ordered = (file for file in others if dict(file.places).get(one.place))
        anew = {reason.cause for reason in reasons} == {"edition"} and not any(
            record.edition in self.ask.editions and record.campaign == one.campaign for record in records
        )
        for file in (*((own,) if own else ()), *ordered):
            if (file.code != one.code or anew) and self.good(file):
                copies = dict(file.places).get(one.place) or one.there or one.hanging
                there = lying.get((one.place, file.code), 0) if file.code != one.code else 0
                return Bring(file.code, file.title, max(0, copies - there))
        return None

    def good(self, entry: Entry) -> bool:
        """Whether a piece may hang on the day."""
        last = _until(entry)
        return not entry.mark and not (last and last < self.day) and not any(self.untrue(entry))


def _until(entry: Entry | None) -> datetime.date | None:
    return datetime.date.fromisoformat(entry.until) if entry and entry.until else None


def why(reason: Reason, day: datetime.date) -> Say:
    """*reason* as a sentence."""
    match reason.cause:
        case "value":
            assert reason.value is not None
            return verify.why(reason.value, day)
        case "until":
            if reason.until and reason.until < day:
                return say("it was to hang until {until}, and that is over", until=reason.until)
            return say("it is to hang until {until}", until=reason.until)
        case "replaced":
            return say("a newer one has taken its place")
        case "edition":
            return say("it is of the edition {code}, which is recalled", code=reason.code)
        case "unknown":
            return say("no record says what stands on it: look at it")


# On paper

TITLE = Style("ExtraBold", 24, 28, HAND)
PLACE = Style("ExtraBold", 16, 19, HAND)
BODY = Style("Regular", 12.5, 16, HAND)
HEAD = Style("SemiBold", 12, 15, HAND)
SMALL = Style("Regular", 12, 15, HAND)
STRONG = Style("Bold", 12, 15, HAND)
CODE = Style("ExtraBold", 18, 21, HAND)

PIECES, WAY, COLUMN = (None, 33.0, 14.0, 16.0, 44.0), (None, 66.0, 14.0, 16.0), 3.0
"""mm: of the columns of pieces, of places; between two."""

PICTURE, BESIDE, DOTS = 22.0, 6.0, 150 / 25.4
"""mm: of a picture's width, beside it; dots of it to the mm."""

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
    pictures: Mapping[str, tuple[int, int, bytes]] | None


def composed(words: Fixed, visits: Sequence[Visit], known: Known, day: datetime.date, author: str) -> Paper:
    """The list for who goes round and takes it down."""
    stated = Text(after(words.day, LANGUAGES[HOME].day(day)), SMALL, BLACK, align="right")
    named = any(visit.place in known.hosts for visit in visits)
    secret = Text(worded(words.secret), HEAD, BLACK) if named else Gap(0.0)
    head = Stack((Row((secret, stated), (None, 66.0), 3.0, align="bottom"), Gap(2.6), Rule(BLACK, 1.4)))
    blocks, setting = [_lead(words, visits, known)], Setting(family(HOME))
    if visits:
        blocks += _places(words, visits, known)
        for visit in visits:
            blocks += _visit(words, visit, known, setting)
        blocks += _looks(words, visits, known) if known.pictures is not None else ()
    return Paper(str(worded(words.title)), author, day, tuple(blocks), 0.0, head)


def _lead(words: Fixed, visits: Sequence[Visit], known: Known) -> Block:
    title = Text(worded(words.title), TITLE, BLACK, Role("heading", level=1))
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
    heading = Text(worded(words.phones), PLACE, BLACK, Role("heading", level=2))
    names = (words.place, words.host, words.take, words.boards)
    heads = _line([Text(worded(prose), HEAD, BLACK, None) for prose in names], WAY, "head", 1.0)
    rows = []
    for visit in visits:
        host = known.hosts.get(visit.place)
        whom = typed(", ".join(text for text in (host.name, host.phone) if text)) if host else _code("–")
        texts = (_place(visit.place, known), whom, _code(str(visit.copies)), _code(str(visit.hung)))
        rows.append(_line([Text(text, SMALL, BLACK, None) for text in texts], WAY, "cell", THIN))
    yield Stack((Gap(APART), heading, Gap(LINE), heads, rows[0]))
    yield from rows[1:]


def _visit(words: Fixed, visit: Visit, known: Known, setting: Setting) -> Iterator[Block]:
    """A place in one block, or in as many as it takes when it is higher than a page."""
    name = _place(visit.place, known)
    reasons = dict.fromkeys(text for one in visit.wrong for text in _reasons(words.causes, one.reasons))
    sums = Words(
        (*worded(words.copies).runs, Run(f" {visit.copies}. "), *worded(words.hung).runs, Run(f" {visit.hung}."))
    )
    blocks: list[Block] = [Gap(APART), Text(name, PLACE, BLACK, Role("heading", level=2)), Gap(3.2)]
    blocks += [block for text in (sums, *reasons) for block in (Text(text, SMALL, BLACK), Gap(LINE))]
    blocks += [Gap(1.0), _heads(words)]
    again = Words((*name.runs, Run(f" – {worded(words.again)}")))
    for one in visit.wrong:
        row = _row(words, one, known)
        if sum(block.height(WIDTH, setting) for block in (*blocks, row)) > MOST:
            yield Stack(tuple(blocks))
            blocks = [Gap(APART), Text(again, PLACE, BLACK, Role("heading", level=2)), Gap(3.2), _heads(words)]
        blocks.append(row)
    if any(one.bring and one.bring.copies for one in visit.wrong):
        blocks += [Gap(LINE + 0.6), Text(after(words.pack, f"ulotki pack {visit.place}"), SMALL, BLACK)]
    yield Stack(tuple(blocks))


def _heads(words: Fixed) -> Block:
    texts = (words.piece, words.code, words.take, words.boards, words.bring)
    return _line([Text(worded(prose), HEAD, BLACK, None) for prose in texts], PIECES, "head", 1.0)


def _row(words: Fixed, one: Wrong, known: Known) -> Block:
    piece = Text(_called(one, known), SMALL, BLACK, None)
    code = Text(_code(one.standing.code), STRONG, BLACK, None)
    counts = (Text(_code(str(count)), SMALL, BLACK, None) for count in (one.standing.there, one.standing.hanging))
    bring = Text(_brought(words, one.bring), SMALL, BLACK, None)
    return _line((piece, code, *counts, bring), PIECES, "cell", THIN)


def _line(
    cells: Sequence[Block], widths: tuple[float | None, ...], kind: Literal["head", "cell"], rule: float
) -> Block:
    row = Row(tuple(Tagged(Role(kind), cell) for cell in cells), widths, COLUMN)
    return Tagged(Role("row"), Stack((Gap(LINE), row, Gap(LINE), Rule(BLACK, rule))))


def _brought(words: Fixed, bring: Bring | None) -> Words:
    if bring is None:
        return worded(words.nothing)
    if not bring.copies:
        return worded(words.there)
    return Words((Run(bring.code, strong=True), Run(f" × {bring.copies}")))


def _called(one: Wrong, known: Known) -> Words:
    """A piece as people call it: its title, and what kind of paper it is."""
    title = typed(one.standing.title)
    if one.entry is None:
        return title
    template, format = _word(known.templates, one.entry.template), _word(known.formats, one.entry.format)
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
    heading = (Gap(APART), Text(worded(words.looks), PLACE, BLACK, Role("heading", level=2)), Gap(1.0))
    for place, code in enumerate(sorted(pieces)):
        item = _look(words, pieces[code], known)
        yield item if place else Stack((*heading, item))


def _look(words: Fixed, found: Sequence[Wrong], known: Known) -> Block:
    one = found[0]
    name = _called(one, known)
    reasons = dict.fromkeys(text for wrong in found for text in _reasons(words.causes, wrong.reasons))
    picture = known.pictures.get(one.standing.code) if known.pictures else None
    texts = (*reasons, *(() if picture else (worded(words.blank),)))
    lines = (Text(name, STRONG, BLACK), *(Text(text, SMALL, BLACK) for text in texts))
    body = Tagged(Role("body"), Stack(tuple(block for line in lines for block in (Gap(LINE), line))))
    beside = Stack((Gap(0.6), Text(_code(one.standing.code), CODE, BLACK, Role("label")), Gap(1.0), body))
    shown = _picture(words, one, name, picture) if picture else Gap(0.0)
    row = Row((shown, beside), (PICTURE, None), BESIDE)
    return Tagged(Role("item"), Stack((Gap(3.0), row, Gap(3.0), Rule(BLACK, THIN))))


def _picture(words: Fixed, one: Wrong, name: Words, picture: tuple[int, int, bytes]) -> Block:
    urls = tuple(text for ref, text in one.entry.values.items() if ref.startswith("address:")) if one.entry else ()
    return Snapshot(*picture, DOTS, f"{worded(words.alt)} {name}", urls)


def _place(id: str, known: Known) -> Words:
    return typed(known.places[id]) if id in known.places else _code(id)


def _word(names: Mapping[str, Prose], id: str) -> str:
    return names[id].source if id in names else id


def _code(text: str) -> Words:
    """*text* sign by sign, as a code or an id is written."""
    return Words((Run(text),))
