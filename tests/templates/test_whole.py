"""Pieces about a whole campaign: so many swindles on a page, and an invitation on any day."""

import datetime

import pytest

from ulotki import press
from ulotki.content.order import Meeting
from ulotki.content.telling import Occasion
from ulotki.content.text import Prose
from ulotki.look import PALETTES
from ulotki.page.items import Group, Line
from ulotki.page.walking import refs, walk
from ulotki.templates import templates

DAY, UNTIL = datetime.date(2024, 8, 1), datetime.date(2025, 12, 31)


@pytest.fixture(scope="module")
def made(library, officer):
    """made(template, count, meeting): about the first so many scams in Polish."""
    scams = tuple(scam for scam in library.editions if scam.lang == "pl")

    def make(template, count, meeting=None):
        chosen = templates()[template]
        known = officer(hours="poniedziałek–piątek, godz. 8.00–16.00")
        return press.proof(
            known, scams[0], chosen, chosen.formats[0], PALETTES["colour"], Occasion(DAY, UNTIL, scams[:count], meeting)
        )

    return make


def items(page):
    """How many items the list of a page has."""
    (found,) = [one for one in page.items if isinstance(one, Group) and one.role.kind == "list"]
    return sum(1 for one in found.items if isinstance(one, Group) and one.role.kind == "item")


def texts(page):
    return [item.text for item, _ in walk(page.items) if isinstance(item, Line)]


@pytest.mark.parametrize(
    ("count", "rows"),
    [(1, [1]), (3, [3]), (5, [5]), (6, [6]), (7, [8]), (8, [9]), (9, [9]), (10, [5, 5]), (11, [6, 6]), (13, [5, 5, 4])],
)
def test_pages_of_an_overview_are_balanced(made, count, rows):
    """
    Six rows or nine cards on a page; on several, all have as many, and the first that is missing is for anything else.
    """
    proof = made("overview", count)

    assert () == proof.findings
    assert rows == [items(page) for page in proof.pages]


def test_pages_of_an_overview_are_counted(made):
    """
    Of several pages each says which it is; of one page nobody need say so.
    """
    first, second = made("overview", 11).pages

    assert "1 z 2" in " ".join(texts(first)).replace("\N{NO-BREAK SPACE}", " ")
    assert "2 z 2" in " ".join(texts(second)).replace("\N{NO-BREAK SPACE}", " ")
    assert " z 1" not in " ".join(texts(made("overview", 6).pages[0])).replace("\N{NO-BREAK SPACE}", " ")


def test_few_rows_are_large(made):
    """
    Five swindles have larger letters than six, and six than nine.
    """

    def lead(count):
        page = made("overview", count).pages[0]
        return max(item.size for item, _ in walk(page.items) if isinstance(item, Line) and item.field == "topic")

    assert lead(3) > lead(5) > lead(6) > lead(9)


def invitation(day):
    return Meeting(day=day, hour="17.00", where=Prose("Świetlica wiejska w Nowej Woli, obok remizy OSP"))


@pytest.mark.parametrize("month", range(1, 13))
def test_an_invitation_is_read_back_on_any_day(made, month):
    """
    The large day stands over its month, and the text layer says them in this order whatever their widths.
    """
    for day in (1, 10 + month, 28):
        made_ = made("meeting", 4, invitation(datetime.date(2025, month, day)))
        assert () == made_.findings
        assert press.printed(made_)


def test_112_has_its_reason_on_an_invitation(made):
    """
    The officer's number comes first, for questions; 112 follows with the reason to call it, and is the largest.
    """
    (page,) = made("meeting", 4, invitation(datetime.date(2025, 12, 9))).pages
    lines = [(item, {role.ref for role in roles}) for item, roles in walk(page.items) if isinstance(item, Line)]
    officer = next(n for n, (_, found) in enumerate(lines) if "number:dzielnicowy" in found)
    emergency = next(n for n, (line, found) in enumerate(lines) if "number:112" in found and line.size > 20)

    assert officer < emergency
    assert "words.meeting_call" == lines[emergency - 1][0].field
    assert "words.meeting_ask" == lines[officer - 1][0].field
    assert {"number:112", "number:dzielnicowy"} <= refs(page.items)
