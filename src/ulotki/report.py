"""The account of a campaign for the unit: what was printed, given, hung, said at meetings and taken down in a period.

Figures come from the ledger, and from the records what an edition holds. Nobody is named.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ulotki.content.campaign import Place
from ulotki.content.paperwork import Report as Fixed
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.edition.record import Entry, Record
from ulotki.handout import ledger
from ulotki.handout.chain import Entry as Line
from ulotki.handout.deeds import HandOver, Meeting, TakenDown
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Tagged, Text
from ulotki.page.items import Box, Fill, Group, Item, Kind, Role
from ulotki.page.setting import Setting
from ulotki.paper import HAND
from ulotki.papers import Paper, after, plain, typed, worded
from ulotki.templates import templates

OTHER = "other"
"""The kind of a place that is none any more."""

# What happened


@dataclass(frozen=True, slots=True)
class Share:
    """What places of one kind got. boards: of those where something was hung.  hung: of the copies."""

    kind: str
    places: int = 0
    boards: int = 0
    copies: int = 0
    hung: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting. topics: what they were about, in words."""

    day: datetime.date
    group: str
    people: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a period. printed: copies that the editions hold of which something was given.

    lost: editions whose record is gone; of them what was given counts as printed.  shares: by kind of place.
    agreed, refused, unasked: places, by their last answer.  topics: (what about, copies given), the most first.
    taken, down: copies taken away, and those of them from boards.
    """

    first: datetime.date
    last: datetime.date
    printed: int = 0
    lost: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    agreed: int = 0
    refused: int = 0
    unasked: int = 0
    meetings: tuple[Met, ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    taken: int = 0
    down: int = 0

    @property
    def places(self) -> int:
        """That got something."""
        return sum(share.places for share in self.shares)

    @property
    def boards(self) -> int:
        """At the places where something was hung."""
        return sum(share.boards for share in self.shares)

    @property
    def copies(self) -> int:
        """Handed over."""
        return sum(share.copies for share in self.shares)

    @property
    def hung(self) -> int:
        """Of them, on boards."""
        return sum(share.hung for share in self.shares)

    @property
    def people(self) -> int:
        """At all meetings together."""
        return sum(one.people for one in self.meetings)


@dataclass(slots=True)
class _Got:
    """What one place got."""

    copies: int = 0
    hung: int = 0
    consent: bool | None = None


def reported(
    entries: Iterable[Line],
    records: Sequence[Record],
    places: Mapping[str, Place],
    names: Mapping[str, str],
    first: datetime.date,
    last: datetime.date,
) -> Report:
    """The figures of the days from *first* to *last*. names: what scams are called, by id.  records: of editions."""
    pieces = {file.code: file for record in records for file in record.pieces}
    got: dict[str, _Got] = {}
    given: dict[str, dict[str, int]] = {}
    topics: dict[str, int] = {}
    meetings: list[Met] = []
    taken = down = 0
    for deed in sorted((one.deed for one in ledger.effective(entries)), key=lambda deed: deed.day):
        if not first <= deed.day <= last:
            continue
        match deed:
            case HandOver():
                place = got.setdefault(deed.place, _Got())
                place.consent = place.consent if deed.consent is None else deed.consent
                codes = given.setdefault(deed.edition, {})
                for one in deed.pieces:
                    place.copies += one.copies
                    place.hung += one.hung
                    codes[one.code] = codes.get(one.code, 0) + one.copies
                    topic = _topic(pieces.get(one.code), one.title, names)
                    topics[topic] = topics.get(topic, 0) + one.copies
            case TakenDown():
                taken += sum(one.copies for one in deed.pieces)
                down += sum(one.hung for one in deed.pieces)
            case Meeting():
                about = tuple(names.get(topic, topic) for topic in deed.topics)
                meetings.append(Met(deed.day, deed.group, deed.people, about))
    printed, lost = _printed(given, records)
    answers = [one.consent for one in got.values()]
    return Report(
        first,
        last,
        printed,
        lost,
        tuple(_shares(got, places)),
        answers.count(True),
        answers.count(False),
        answers.count(None),
        tuple(meetings),
        tuple(sorted(topics.items(), key=lambda topic: (-topic[1], topic[0]))),
        taken,
        down,
    )


def _printed(given: Mapping[str, Mapping[str, int]], records: Sequence[Record]) -> tuple[int, tuple[str, ...]]:
    """(copies that these editions hold, those whose record is gone). A piece that an edition took over counts once."""
    known = {record.edition: record for record in records}
    copies: dict[str, int] = {}
    for edition, codes in given.items():
        held = {file.code: file.copies for file in known[edition].pieces} if edition in known else codes
        for code, count in held.items():
            copies[code] = max(count, copies.get(code, 0))
    return sum(copies.values()), tuple(sorted(set(given) - set(known)))


def _shares(got: Mapping[str, _Got], places: Mapping[str, Place]) -> Iterator[Share]:
    """By kind, in the order in which the workspace first names one; places that are no more at the end."""
    kinds = dict.fromkeys([*(place.kind for place in places.values()), OTHER])
    for kind in kinds:
        ids = [id for id in got if (places[id].kind if id in places else OTHER) == kind]
        if ids:
            boards = sum(places[id].boards for id in ids if id in places and got[id].hung)
            yield Share(kind, len(ids), boards, sum(got[id].copies for id in ids), sum(got[id].hung for id in ids))


def _topic(entry: Entry | None, title: str, names: Mapping[str, str]) -> str:
    """What a piece is about: its scam; its own title when it is about several, or nobody knows more."""
    template = templates().get(entry.template) if entry else None
    return title if entry is None or (template and template.whole) else names.get(entry.scam, title)


# On paper

TITLE = Style("ExtraBold", 24, 28, HAND)
SECTION = Style("ExtraBold", 16, 19, HAND)
BODY = Style("Regular", 12.5, 16, HAND)
HEAD = Style("SemiBold", 12, 15, HAND)
SMALL = Style("Regular", 12, 15, HAND)
NUMERAL = Style("Bold", 12, 15, HAND)

BETWEEN, LINE, THIN, COLUMN = 4.6, 2.4, 0.5, 4.0
"""mm between blocks, around the lines of a table; pt of its rules; mm between columns."""

KINDS = (None, 22.0, 22.0, 38.0, 40.0)
MEETINGS = (38.0, None, 18.0, 66.0)
FIGURES = (None, 24.0)
"""mm: the columns of the tables."""

BARS = 15
"""Topics in one chart: so it fits a page in any case."""


def composed(words: Fixed, report: Report, author: str, issuer: str, day: datetime.date) -> Paper:
    """The account on paper, as it is made on *day*. issuer: at its end, "" for nobody."""
    blocks = [_lead(words, report), *_kinds(words, report), *_met(words, report), *_topics(words, report)]
    end = [Text(after(words.made, LANGUAGES[HOME].day(day)), BODY, BLACK)]
    end += [Text(plain(issuer), BODY, BLACK)] if issuer else []
    blocks.append(Stack((Gap(9.0), *(block for text in end for block in (text, Gap(LINE))))))
    return Paper(str(worded(words.title)), author, day, tuple(blocks), 0.0)


def _lead(words: Fixed, report: Report) -> Block:
    rows = [
        _line((_text(name, SMALL), Text(_count(count), NUMERAL, BLACK, None, align="right")), FIGURES)
        for name, count in figures(words, report)
    ]
    lost = (Gap(LINE), Text(after(words.lost, f"– {', '.join(report.lost)}"), SMALL, BLACK)) if report.lost else ()
    return Stack(
        (
            Text(worded(words.title), TITLE, BLACK, Role("heading", level=1)),
            Gap(5.4),
            Text(after(words.period, period(report)), BODY, BLACK),
            *_section(words.figures),
            *rows,
            *lost,
        )
    )


def _kinds(words: Fixed, report: Report) -> Iterator[Block]:
    if not report.shares:
        yield _nothing(words.by_kind, words.no_places)
        return
    names = (words.kind, words.places, words.boards, words.given, words.hung)
    yield Stack((*_section(words.by_kind), _heads(names, KINDS, 1), _share(words, report.shares[0])))
    yield from (_share(words, share) for share in report.shares[1:])


def _share(words: Fixed, share: Share) -> Block:
    counts = (share.places, share.boards, share.copies, share.hung)
    name = _text(_kind(words, share.kind), SMALL)
    return _line((name, *(Text(_count(count), SMALL, BLACK, None, align="right") for count in counts)), KINDS)


def _met(words: Fixed, report: Report) -> Iterator[Block]:
    if not report.meetings:
        yield _nothing(words.met, words.no_meetings)
        return
    rows = [_meeting(one) for one in report.meetings]
    heads = _heads((words.day, words.group, words.people, words.topics), MEETINGS, 2, 3)
    yield Stack((*_section(words.met), heads, rows[0]))
    yield from rows[1:]


def _meeting(one: Met) -> Block:
    cells = (
        Text(Words((Run(LANGUAGES[HOME].day(one.day)),)), SMALL, BLACK, None),
        Text(typed(one.group), SMALL, BLACK, None),
        Text(_count(one.people), SMALL, BLACK, None, align="right"),
        Text(typed("; ".join(one.topics) or "–"), SMALL, BLACK, None),
    )
    return _line(cells, MEETINGS)


def _topics(words: Fixed, report: Report) -> Iterator[Block]:
    if not report.topics:
        yield _nothing(words.by_topic, words.no_topics)
        return
    most = report.topics[0][1]
    for start in range(0, len(report.topics), BARS):
        part = report.topics[start : start + BARS]
        numbers = ", ".join(f"{name}: {count}" for name, count in part)
        chart = Bars(part, most, f"{worded(words.alt)} {numbers}.")
        yield Stack((*_section(words.by_topic), chart)) if not start else Stack((Gap(BAR_PITCH), chart))


@dataclass(frozen=True, slots=True)
class Bars(Block):
    """A bar for each of *counts*, as long as its number, and its words before it. most: of a whole bar.  alt: all numbers.

    A figure: who listens hears the alt.
    """

    counts: tuple[tuple[str, int], ...]
    most: int
    alt: str
    label: float = 84.0

    def height(self, width: float, setting: Setting) -> float:
        return sum(self._heights(setting))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        items: list[Item] = []
        y = box.y
        room = box.width - self.label - COLUMN - NUMBER
        for (name, count), height in zip(self.counts, self._heights(setting), strict=True):
            text = self._text(name)
            needed = text.height(self.label, setting)
            items += text.place(Box(box.x, y + (height - needed) / 2, self.label, needed), setting)
            length = room * count / max(1, self.most)
            left = box.x + self.label + COLUMN
            if length:
                bar = Box(left, y + (height - BAR) / 2, length, BAR)
                items.append(Fill(bar, shapes.rounded(bar, 0.0), BLACK))
            number = Text(_count(count), NUMERAL, BLACK, None)
            high = number.height(NUMBER, setting)
            items += number.place(Box(left + length + 2.0, y + (height - high) / 2, NUMBER - 2.0, high), setting)
            y += height
        return (Group(Role("figure", alt=self.alt), tuple(items)),)

    def _heights(self, setting: Setting) -> list[float]:
        return [max(BAR_PITCH, self._text(name).height(self.label, setting) + 3.4) for name, _ in self.counts]

    def _text(self, name: str) -> Text:
        return Text(typed(name), SMALL, BLACK, None)


BAR, BAR_PITCH, NUMBER = 4.0, 7.4, 20.0
"""mm: of a bar's height; from bar to bar; kept for its number."""


def _section(prose: Prose) -> tuple[Block, ...]:
    return (Gap(9.0), Text(worded(prose), SECTION, BLACK, Role("heading", level=2)), Gap(BETWEEN))


def _nothing(heading: Prose, prose: Prose) -> Block:
    return Stack((*_section(heading), Text(worded(prose), BODY, BLACK)))


def _heads(names: Sequence[Prose], widths: tuple[float | None, ...], number: int, to: int | None = None) -> Block:
    """The heads of columns; those of numbers, from the one at *number* to before *to*, stand at the right."""
    right = range(number, len(names) if to is None else to)
    texts = (
        Text(worded(name), HEAD, BLACK, None, align="right" if place in right else "left")
        for place, name in enumerate(names)
    )
    return _line(tuple(texts), widths, "head", 1.0)


def _line(cells: tuple[Block, ...], widths: tuple[float | None, ...], kind: Kind = "cell", rule: float = THIN) -> Block:
    row = Row(
        tuple(Tagged(Role(kind), cell) for cell in cells), widths, COLUMN, align="bottom" if kind == "head" else "top"
    )
    return Tagged(Role("row"), Stack((Gap(LINE), row, Gap(LINE), Rule(BLACK, rule))))


def _text(words: Words, style: Style) -> Text:
    return Text(words, style, BLACK, None)


def _count(number: int) -> Words:
    return Words((Run(str(number)),))


def _kind(words: Fixed, kind: str) -> Words:
    return worded(words.kinds[kind]) if kind in words.kinds else plain(kind)


# In words


def figures(words: Fixed, report: Report) -> tuple[tuple[Words, int], ...]:
    """(what, how many) of the key figures."""
    found = (
        (words.printed, report.printed),
        (words.given, report.copies),
        (words.hung, report.hung),
        (words.places, report.places),
        (words.boards, report.boards),
        (words.asked_yes, report.agreed),
        (words.asked_no, report.refused),
        (words.asked_none, report.unasked),
        (words.meetings, len(report.meetings)),
        (words.attended, report.people),
        (words.taken, report.taken),
        (words.down, report.down),
    )
    return tuple((worded(prose), count) for prose, count in found)


def period(report: Report) -> str:
    """The first and the last day in words."""
    return f"{LANGUAGES[HOME].day(report.first)} – {LANGUAGES[HOME].day(report.last)}"


def written(words: Fixed, report: Report, issuer: str, day: datetime.date) -> str:
    """The account as plain text for a page of the unit: a line for each thing, a blank one before a heading."""
    lines = [_said(words.title), "", f"{_said(words.period)}: {period(report)}", "", _said(words.figures)]
    lines += [f"{name}: {count}" for name, count in figures(words, report)]
    lines += [f"{_said(words.lost)}: {', '.join(report.lost)}"] if report.lost else []
    lines += ["", _said(words.by_kind)]
    for share in report.shares:
        counts = (
            (words.places, share.places),
            (words.boards, share.boards),
            (words.given, share.copies),
            (words.hung, share.hung),
        )
        parts = ", ".join(f"{_said(prose).lower()}: {count}" for prose, count in counts)
        lines.append(f"{str(_kind(words, share.kind)).capitalize()} – {parts}")
    lines += [] if report.shares else [_said(words.no_places)]
    lines += ["", _said(words.met)]
    for one in report.meetings:
        about = f", {_said(words.topics).lower()}: {'; '.join(one.topics)}" if one.topics else ""
        when = LANGUAGES[HOME].day(one.day)
        lines.append(f"{when} – {one.group}, {_said(words.people).lower()}: {one.people}{about}")
    lines += [] if report.meetings else [_said(words.no_meetings)]
    lines += ["", _said(words.by_topic)]
    lines += [f"{name}: {count}" for name, count in report.topics] or [_said(words.no_topics)]
    lines += ["", f"{_said(words.made)}: {LANGUAGES[HOME].day(day)}", *([issuer] if issuer else [])]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _said(prose: Prose) -> str:
    return str(worded(prose))
