"""The account of a campaign for the unit, on paper and as text for its web page. It names nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.content.paperwork import ReportWords as Fixed
from ulotki.content.text import Prose, Run, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._bars import Bars
from ulotki.documents._columns import Columns
from ulotki.documents._kit import BODY, BOLD, SECTION, SMALL, TITLE, heading
from ulotki.documents._sender import letterhead, unit
from ulotki.documents._tiles import CARD, OUTLINE, SOLID, figure_tiles, place_tiles
from ulotki.documents._words import after, exact, plain, typed, worded
from ulotki.documents.flowing import KeepWithNext, Part, Table
from ulotki.documents.paper import Paper
from ulotki.handout.coverage import WARNED, PlaceCoverage
from ulotki.handout.letterhead import Office
from ulotki.handout.report import KindSums, MeetingFigures, Report
from ulotki.look.inks import BLACK
from ulotki.page.blocks import Block, Gap, Stack, Text

BETWEEN, COLUMN, LINE = 4.6, 4.0, 2.4
"""mm between blocks, between columns, around the lines of a table."""

KINDS = Columns((None, 22.0, 22.0, 38.0, 40.0), range(1, 5), COLUMN, LINE, heads_at="bottom")
MEETINGS = Columns((46.0, None, 16.0, 62.0), range(2, 3), COLUMN, LINE, heads_at="bottom")
FIGURES = Columns((None, 24.0), range(1, 2), COLUMN, LINE, heads_at="bottom")

BARS = 7
"""Topics in the chart; the rest are one bar."""

SURFACES = {"hangs": SOLID, "lies": CARD, "taken": CARD, "refused": OUTLINE, "waits": None}
"""How a place is drawn by what became of it; the word stands in it too."""


def account(report: Report, known: Sequence[PlaceCoverage], office: Office) -> Paper:
    """The account on paper: who makes it, figures, chart and places, then tables."""
    words = office.words.report
    blocks: list[Part] = [*_lead(report, known, office), *_topics(words, report), *_coverage(words, known)]
    blocks += [*_figures(words, report), *_kinds(words, report), *_meetings(words, report)]
    blocks.append(Stack((Gap(9.0), Text(_date_words(office), BODY, BLACK))))
    return Paper(str(worded(words.title)), office.author, office.day, tuple(blocks), 0.0)


def _date_words(office: Office) -> Words:
    return after(office.words.report.made, LANGUAGES[HOME].day(office.day))


def _lead(report: Report, known: Sequence[PlaceCoverage], office: Office) -> Iterator[Part]:
    words = office.words.report
    warned = sum(one.state in WARNED for one in known)
    waits = sum(one.state == "waits" for one in known)
    four = (
        (str(worded(words.of, count=str(warned), all=str(len(known)))), worded(words.warned)),
        (str(report.copies), worded(words.given)),
        (str(len(report.meetings)), words_and_count(words.met_people, report.people)),
        (str(report.refused), words_and_count(words.refused, waits)),
    )
    title = heading(worded(words.title), TITLE, 1)
    period = Text(after(words.period, period_words(report)), BODY, BLACK)
    yield KeepWithNext(Stack((letterhead(office), Gap(6.0), title, Gap(5.4), period, Gap(6.0))))
    yield from figure_tiles(four)


def words_and_count(prose: Prose, count: int) -> Words:
    """Fixed words and a count, without emphasis."""
    return Words((*worded(prose).runs, Run(f" {count}")))


def _coverage(words: Fixed, known: Sequence[PlaceCoverage]) -> Iterator[Part]:
    if not known:
        return
    yield KeepWithNext(Stack(_section(words.coverage)))
    yield from place_tiles([(one.name, worded(words.states[one.state]), SURFACES[one.state]) for one in known])


def _figures(words: Fixed, report: Report) -> Iterator[Part]:
    rows = (
        FIGURES.row((name, Text(exact(str(count)), BOLD, BLACK, None, align="right")))
        for name, count in key_figures(words, report)
    )
    yield KeepWithNext(Stack(_section(words.figures)))
    yield Table(FIGURES.heads((words.what, words.count)), tuple(rows))
    if report.lost:
        yield Stack((Gap(LINE), Text(after(words.lost, f"– {', '.join(report.lost)}"), SMALL, BLACK)))


def _kinds(words: Fixed, report: Report) -> Iterator[Part]:
    if not report.shares:
        yield _nothing(words.by_kind, words.no_places)
        return
    names = (words.kind, words.places, words.boards, words.given, words.hung)
    yield KeepWithNext(Stack(_section(words.by_kind)))
    rows = (
        KINDS.row((_kind(words, share.kind), *(exact(str(count)) for _, count in _kind_counts(words, share))))
        for share in report.shares
    )
    yield Table(KINDS.heads(names), tuple(rows))


def _kind_counts(words: Fixed, share: KindSums) -> tuple[tuple[Prose, int], ...]:
    """(what, how many) of the figures of a kind of place."""
    places, boards = (words.places, share.places), (words.boards, share.boards)
    return places, boards, (words.given, share.copies), (words.hung, share.hung)


def _meetings(words: Fixed, report: Report) -> Iterator[Part]:
    if not report.meetings:
        yield _nothing(words.met, words.no_meetings)
        return
    heads = MEETINGS.heads((words.day, words.group, words.people, words.topics))
    yield KeepWithNext(Stack(_section(words.met)))
    yield Table(heads, tuple(MEETINGS.row(meeting_cells(one)) for one in report.meetings))


def meeting_cells(one: MeetingFigures) -> tuple[Words, ...]:
    """A meeting in a table: its day, with whom, how many came, about what."""
    about = typed("; ".join(one.topics) or "–")
    return exact(LANGUAGES[HOME].day(one.day)), typed(one.group), exact(str(one.people)), about


def _topics(words: Fixed, report: Report) -> Iterator[Block]:
    """A chart of the topics with most copies, and of the others together; as text, for screen readers, all of them."""
    if not report.topics:
        yield _nothing(words.by_topic, words.no_topics)
        return
    part, others = report.topics[:BARS], sum(count for _, count in report.topics[BARS:])
    bars = (*part, (words.others.source, others)) if others else part
    numbers = ", ".join(f"{name}: {count}" for name, count in report.topics)
    yield Stack(
        (*_section(words.by_topic), Bars(bars, max(count for _, count in bars), f"{worded(words.alt)} {numbers}."))
    )


def _section(prose: Prose) -> tuple[Block, ...]:
    return (Gap(9.0), heading(worded(prose), SECTION), Gap(BETWEEN))


def _nothing(name: Prose, prose: Prose) -> Block:
    return Stack((*_section(name), Text(worded(prose), BODY, BLACK)))


def _kind(words: Fixed, kind: str) -> Words:
    return worded(words.kinds[kind]) if kind in words.kinds else plain(kind)


def key_figures(words: Fixed, report: Report) -> tuple[tuple[Words, int], ...]:
    """(what, how many) of the key figures."""
    found = (
        (words.ordered, report.ordered),
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


def period_words(report: Report) -> str:
    """The first and the last day in words."""
    return f"{LANGUAGES[HOME].day(report.first)} – {LANGUAGES[HOME].day(report.last)}"


def account_text(report: Report, office: Office) -> str:
    """The account as plain text for a page of the unit: a line for each thing, a blank one before a heading."""
    words = office.words.report
    lines = [*map(str, unit(office)), "", _string(words.title)]
    lines += ["", f"{_string(words.period)}: {period_words(report)}", "", _string(words.figures)]
    lines += [f"{name}: {count}" for name, count in key_figures(words, report)]
    lines += [f"{_string(words.lost)}: {', '.join(report.lost)}"] if report.lost else []
    lines += ["", _string(words.by_kind)]
    for share in report.shares:
        parts = ", ".join(f"{_string(prose).lower()}: {count}" for prose, count in _kind_counts(words, share))
        lines.append(f"{str(_kind(words, share.kind)).capitalize()} – {parts}")
    lines += [] if report.shares else [_string(words.no_places)]
    lines += ["", _string(words.met)]
    for one in report.meetings:
        about = f", {_string(words.topics).lower()}: {'; '.join(one.topics)}" if one.topics else ""
        when = LANGUAGES[HOME].day(one.day)
        lines.append(f"{when} – {one.group}, {_string(words.people).lower()}: {one.people}{about}")
    lines += [] if report.meetings else [_string(words.no_meetings)]
    lines += ["", _string(words.by_topic)]
    lines += [f"{name}: {count}" for name, count in report.topics] or [_string(words.no_topics)]
    lines += ["", str(_date_words(office))]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _string(prose: Prose) -> str:
    return str(worded(prose))


def table_rows(words: Fixed, found: Report, known: Sequence[PlaceCoverage]) -> Iterator[tuple[object, ...]]:
    """Every figure on a line of its own: of what part, of whom or what, which, how many."""
    yield from ((words.figures.source, "", name, count) for name, count in key_figures(words, found))
    for share in found.shares:
        kind = words.kinds[share.kind].source if share.kind in words.kinds else share.kind
        yield from ((words.by_kind.source, kind, name.source, count) for name, count in _kind_counts(words, share))
    for one in known:
        yield words.coverage.source, one.name, worded(words.states[one.state]), one.hung
    for met in found.meetings:
        about = ", ".join((met.day.isoformat(), met.group, *met.topics))
        yield words.met.source, about, words.people.source, met.people
    yield from ((words.by_topic.source, topic, words.given.source, count) for topic, count in found.topics)
