"""The final account of a plan, under the plan's headings: figures of the ledger, and lines for what only people know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ulotki.content.text import NBSP, Prose, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents._addressee import FROM_LEFT
from ulotki.documents._columns import Columns
from ulotki.documents._kit import BODY, BOLD, SECTION, SMALL, heading
from ulotki.documents._sender import date_line, sender, signature_line
from ulotki.documents._words import after, exact, plain, typed, worded
from ulotki.documents.account import meeting_cells, period_words
from ulotki.documents.flowing import KeepWithNext, Part, Table
from ulotki.documents.paper import Paper
from ulotki.frozen import dataclass
from ulotki.handout.coverage import WARNED, PlaceCoverage
from ulotki.handout.deed_sums import Month
from ulotki.handout.letterhead import Office
from ulotki.handout.report import MeetingFigures, Report
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Gap, Row, Rule, Stack, Text
from ulotki.paper import HAND

TITLE = Style("ExtraBold", 18, 22, HAND)

BETWEEN, APART, THIN = 4.4, 8.0, 0.5
"""mm between paragraphs, above headings; pt of the lines to write on."""

MONTHS = Columns((None, 18.0, 25.0, 25.0, 20.0, 22.0, 16.0), numbers=range(1, 7), heads_at="bottom")
MEETINGS = Columns((46.0, None, 16.0, 62.0), numbers=range(2, 3), heads_at="bottom")
PARTNERS = Columns((54.0, 52.0, None), heads_at="bottom")
TRIED = Columns((None, 42.0, 42.0), heads_at="bottom")
PUBLISHED = Columns((40.0, None), heads_at="bottom")

PUBLICATIONS, LESSONS, HIGH = 3, 4, 9.0
"""Rows and lines to write on; mm of each."""

DOTS = "." * 12


@dataclass(frozen=True, slots=True)
class SummaryFigures:
    """What the account tells. topics: of the campaigns of the period.  unread: files that cannot be read.

    places: as they are at its end.  months: all of the period.  running: whether it goes on after the day of the account.
    scheduled, cancelled: meetings that were agreed on for the period, and those of them that were called off.
    """

    report: Report
    places: tuple[PlaceCoverage, ...]
    months: tuple[Month, ...]
    topics: tuple[str, ...]
    unread: tuple[str, ...]
    running: bool
    scheduled: int = 0
    cancelled: int = 0


def summary(found: SummaryFigures, office: Office) -> Paper:
    """The account, to be signed."""
    words = office.words.summary
    blocks: list[Part] = [sender(office), date_line(office), _title(found, office)]
    if found.running:
        blocks.append(_paragraph(after(words.running, LANGUAGES[HOME].day(office.day))))
    if found.unread:
        files = exact(f" {'; '.join(found.unread)}.")
        blocks.append(_paragraph(Words((*worded(words.unread).runs, *files.runs))))
    topics = (_names_sentence(words.about, found.topics),) if found.topics else ()
    blocks += _section(words.threat, worded(words.threats), *topics)
    blocks += _goal(found, office)
    blocks += _deeds(found, office)
    blocks += _partners(found, office)
    blocks += _section(words.published, worded(words.publications))
    empty = PUBLISHED.row((Gap(HIGH), Gap(HIGH)))
    blocks += [KeepWithNext(Gap(BETWEEN)), Table(PUBLISHED.heads((words.day, words.address)), (empty,) * PUBLICATIONS)]
    blocks += _section(words.conclusions, worded(words.lessons))
    lines = tuple(Stack((Gap(HIGH), Rule(BLACK, THIN))) for _ in range(LESSONS))
    signed = Row((Gap(0.0), signature_line(office)), (FROM_LEFT, None))
    blocks.append(Stack((*lines, Gap(6.0), signed)))
    return Paper(str(worded(words.title)), office.author, office.day, tuple(blocks), 0.0)


def _title(found: SummaryFigures, office: Office) -> Block:
    words, unit = office.words.summary, office.unit
    district = str(worded(words.district, district=typed(unit.district).runs[0].text if unit.district else DOTS))
    gmina = f" ({worded(words.gmina, place=office.gmina)})" if office.gmina else ""
    where = Text(typed(f"{district}{gmina}"), BOLD, BLACK)
    period = Text(plain(period_words(found.report)), BOLD, BLACK)
    return Stack((Gap(9.0), heading(worded(words.title), TITLE, 1), Gap(4.4), where, Gap(2.6), period))


def _paragraph(text: Words) -> Block:
    return Stack((Gap(BETWEEN), Text(text, BODY, BLACK)))


def _section(name: Prose, *texts: Words) -> Iterator[Part]:
    first, *others = texts
    yield KeepWithNext(Stack((Gap(APART), heading(worded(name), SECTION))))
    yield KeepWithNext(_paragraph(first)) if not others else _paragraph(first)
    yield from map(_paragraph, others)


def _names_sentence(prose: Prose, names: Sequence[str]) -> Words:
    return Words((*worded(prose).runs, *typed(f" {'; '.join(names)}.").runs))


def _goal(found: SummaryFigures, office: Office) -> Iterator[Part]:
    words, report = office.words.summary, found.report
    warned = sum(one.state in WARNED for one in found.places)
    figures = (
        worded(words.reached),
        worded(words.there, count=str(warned), all=str(len(found.places))),
        worded(words.given, count=str(report.copies), all=str(report.hung)),
        worded(words.met, count=str(len(report.meetings)), all=str(report.people)),
    )
    yield from _section(words.goal, worded(words.goals), *figures)
    yield KeepWithNext(Stack((_paragraph(worded(words.written_in)), Gap(BETWEEN))))
    blank = TRIED.row((worded(words.tried), Gap(HIGH), Gap(HIGH)))
    yield Table(TRIED.heads((Gap(0.0), words.before, words.during)), (blank,))


def _deeds(found: SummaryFigures, office: Office) -> Iterator[Part]:
    """What was done, month by month; consents; meetings."""
    words, report = office.words.summary, found.report
    counts = {"count": str(found.scheduled), "all": str(found.cancelled)}
    agreed = (worded(words.scheduled, **counts),) if found.scheduled else ()
    if not report.shares and not report.meetings and not report.taken:
        yield from _section(words.deeds, *agreed, worded(words.nothing))
        return
    names = (words.month, words.places, words.copies, words.hung, words.taken, words.meetings, words.people)
    yield KeepWithNext(Stack((Gap(APART), heading(worded(words.deeds), SECTION), Gap(BETWEEN))))
    total = (report.places, report.copies, report.hung, report.taken, len(report.meetings), report.people)
    rows = [_month(one, str(worded(words.month_names[one.first.month - 1]))) for one in found.months]
    yield Table(MONTHS.heads(names), (*rows, _count_row(worded(words.total), total, BOLD)), summed=True)
    consents = {"count": report.agreed, "all": report.refused, "more": report.unasked}
    yield _paragraph(worded(words.consents, **{name: str(count) for name, count in consents.items()}))
    yield from map(_paragraph, agreed)
    if report.meetings:
        yield from _meetings(found, office)


def _month(one: Month, name: str) -> Block:
    counts = (one.places, one.copies, one.hung, one.taken, one.met, one.people)
    return _count_row(plain(f"{name} {one.first.year}"), counts, SMALL)


def _count_row(name: Words, counts: Sequence[int], style: Style) -> Block:
    return MONTHS.row((name, *(exact(str(count) if count else "–") for count in counts)), style)


def _meetings(found: SummaryFigures, office: Office) -> Iterator[Part]:
    words, fixed = office.words.summary, office.words.report
    school = [one for one in found.places if one.kind == "school" and one.met]
    met, people = sum(one.met for one in found.places), sum(one.people for one in found.places)
    nowhere, others = len(found.report.meetings) - met, found.report.people - people
    if school:
        counts = sum(one.met for one in school), sum(one.people for one in school)
        yield _paragraph(worded(words.school, count=str(counts[0]), all=str(counts[1])))
    if nowhere:
        yield _paragraph(worded(words.nowhere, count=str(nowhere), all=str(others)))
    names = (fixed.day, fixed.group, fixed.people, fixed.topics)
    yield KeepWithNext(Gap(BETWEEN))
    yield Table(MEETINGS.heads(names), tuple(MEETINGS.row(meeting_cells(one)) for one in found.report.meetings))


def _partners(found: SummaryFigures, office: Office) -> Iterator[Part]:
    """Who helped, how, and with what result; then the partners of whom nothing was written down."""
    words = office.words.summary
    helped = [one for one in found.places if one.copies or one.taken or one.met or one.first]
    told = [*(_partner(one, office) for one in helped), *_groups(found.report.meetings, office)]
    if told:
        yield KeepWithNext(Stack((Gap(APART), heading(worded(words.partners), SECTION), Gap(BETWEEN))))
        yield Table(PARTNERS.heads((words.partner, words.task, words.done)), tuple(map(PARTNERS.row, told)))
    else:
        yield from _section(words.partners, worded(words.no_partners))
    if silent := [one.name for one in found.places if one not in helped]:
        yield _paragraph(_names_sentence(words.silent, silent))


def _partner(one: PlaceCoverage, office: Office) -> tuple[Words, ...]:
    words = office.words.summary
    task = words.tasks.get(one.kind, words.tasks["other"])
    done = "; ".join(part.replace(": ", f":{NBSP}") for part in _done(one, office))
    return typed(one.name), worded(task), typed(done)


def _done(one: PlaceCoverage, office: Office) -> Iterator[str]:
    words = office.words.summary
    if one.first:
        yield str(worded(words.brought, day=LANGUAGES[HOME].day(one.first)))
        yield str(worded(words.boards, count=str(one.copies), all=str(one.hung)))
        yield str(worded({True: words.agreed, False: words.refused, None: words.unasked}[one.consent]))
    if one.met:
        yield str(worded(words.held, count=str(one.met), all=str(one.people)))
    if one.taken:
        yield str(worded(words.away, count=str(one.taken)))


def _groups(meetings: Iterable[MeetingFigures], office: Office) -> Iterator[tuple[Words, ...]]:
    """Groups that met elsewhere than at a place of ours, by name, each once."""
    words = office.words.summary
    found: dict[str, list[MeetingFigures]] = {}
    for one in meetings:
        if not one.place:
            found.setdefault(one.group.casefold(), []).append(one)
    for met in found.values():
        held = worded(words.held, count=str(len(met)), all=str(sum(one.people for one in met)))
        yield typed(met[0].group), worded(words.joined), held
