"""Parts of a document over pages: what stays together, what is said again, and what is too high for any page."""

import math

import pytest

from ulotki.content.text import Run, Words
from ulotki.documents.flowing import KeepWithNext, NewPage, Pinned, Table, over_pages
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Fixed, Stack, Text
from ulotki.page.items import Box, Line
from ulotki.page.setting import Overflow, Setting
from ulotki.page.walking import walk
from ulotki.paper import HAND

BODY = Style("Regular", 14, 17.5, HAND)


def block(text: str, high: float = 10.0) -> Block:
    return Fixed(Text(Words((Run(text),)), BODY, BLACK), high)


@pytest.fixture
def flowed(family):
    """flowed(part, …): the words of each page of 50 mm."""

    def flow(*parts, gap=0.0, height=50.0):
        setting = Setting(family)
        pages = over_pages(parts, gap, 100.0, height, setting)
        placed = (Stack(blocks).place(Box(0, 0, 100, 200), setting) for blocks in pages)
        return [[item.text for item, _ in walk(items) if isinstance(item, Line)] for items in placed]

    return flow


def test_blocks_follow_one_another(flowed):
    """
    A page takes blocks while they fit; the gap between two counts, and none stands above the first.
    """
    five = [block(str(number)) for number in range(5)]

    assert [["0", "1", "2", "3", "4"]] == flowed(*five)
    assert [["0", "1", "2", "3"], ["4"]] == flowed(*five, gap=1.0)


def test_a_heading_never_stands_last(flowed):
    """
    A heading goes over to the next page with what it is above, two headings too.
    """
    four = [block(str(number)) for number in range(4)]

    assert [["0", "1", "2", "3"], ["A", "x"]] == flowed(*four, KeepWithNext(block("A")), block("x"))
    assert [["0", "1", "2"], ["A", "B", "x"]] == flowed(
        *four[:3], KeepWithNext(block("A")), KeepWithNext(block("B")), block("x")
    )


def test_a_table_says_its_heads_again(flowed):
    """
    Each page that a table goes on to begins with its heads; on no page do they stand alone.
    """
    table = Table(block("H"), tuple(block(str(number)) for number in range(6)))

    assert [["H", "0", "1", "2", "3"], ["H", "4", "5"]] == flowed(table)
    assert [["a", "b", "c", "d"], ["H", "0", "1", "2", "3"], ["H", "4", "5"]] == flowed(*map(block, "abcd"), table)
    assert [["H", "0", "1", "2", "3"], ["H", "4", "5", "x"]] == flowed(table, block("x"))


def test_a_sum_begins_no_page(flowed):
    """
    The row above it goes over with it.
    """
    rows = tuple(block(str(number)) for number in range(5))

    assert [["H", "0", "1", "2", "3"], ["H", "4"]] == flowed(Table(block("H"), rows))
    assert [["H", "0", "1", "2"], ["H", "3", "4"]] == flowed(Table(block("H"), rows, summed=True))


def test_a_heading_of_a_table_stays_with_its_first_row(flowed):
    """
    Heading, heads and first row are together.
    """
    table = Table(block("H"), (block("0"), block("1")))

    assert [["a", "b", "c"], ["A", "H", "0", "1"]] == flowed(*map(block, "abc"), KeepWithNext(block("A")), table)


def test_a_new_page(flowed):
    """
    What is to begin a page begins one; at the start, at the end and twice it makes no empty one.
    """
    break_ = NewPage()

    assert [["a"], ["b"]] == flowed(break_, block("a"), break_, break_, block("b"), break_)


def test_one_endless_page(flowed):
    """
    On a page without an end nothing is said twice.
    """
    table = Table(block("H"), tuple(block(str(number)) for number in range(9)))

    assert [["H", *map(str, range(9))]] == flowed(table, height=math.inf)


@pytest.mark.parametrize(
    "parts",
    [
        (block("a", 51.0),),
        (KeepWithNext(block("A", 30.0)), block("a", 30.0)),
        (Table(block("H", 30.0), (block("0", 10.0), block("1", 30.0))),),
    ],
)
def test_higher_than_a_page(flowed, parts):
    """
    What belongs together and is higher than a page is an error: nothing is cut.
    """
    with pytest.raises(Overflow):
        flowed(*parts)


def test_what_is_pinned_stands_at_the_bottom(flowed, family):
    """
    However little is above it; a page is added when there is no room for it; without an end it follows what is above.
    """
    setting = Setting(family)
    (blocks,) = over_pages([block("a"), Pinned(block("z"))], 0.0, 100.0, 50.0, setting)
    lines = [item for item, _ in walk(Stack(blocks).place(Box(0, 0, 100, 50), setting)) if isinstance(item, Line)]

    assert [40.0] == [round(last.baseline - first.baseline, 3) for first, last in [lines]]
    assert [["0", "1", "2", "3", "4"], ["z"]] == flowed(
        *(block(str(number)) for number in range(5)), Pinned(block("z"))
    )
    assert [["a", "z"]] == flowed(block("a"), Pinned(block("z")), height=math.inf)
