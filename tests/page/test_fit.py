"""Fitting: display type steps down together to nine tenths, body type never, and what does not fit is refused."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.checks import CheckedPiece
from ulotki.checks.overlap import find as overlaps
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Fixed, Gap, Stack, Text
from ulotki.page.fit import SCALES, fit
from ulotki.page.flow import Flow, flow
from ulotki.page.items import Box, Line
from ulotki.page.setting import Overflow, Setting
from ulotki.page.walking import walk
from ulotki.paper import A5, HAND

LARGE = display("ExtraBold", 40, 44, HAND)
OTHER = display("SemiBold", 20, 24, HAND)
BODY = Style("Regular", 14, 17.5, HAND)
ROOM = A5.height - 2 * A5.margin
WIDTH = A5.width - 2 * A5.margin


@pytest.fixture(scope="session")
def sheet(words):
    """sheet(gap): a title, a kicker and a story, with so many mm of nothing between."""

    def build(gap):
        return Stack(
            (
                Text(words("Uwaga!", "title"), LARGE, BLACK),
                Gap(6),
                Text(words("Oszust dzwoni", "kicker"), OTHER, BLACK),
                Gap(gap),
                Text(words("Nie dawaj pieniędzy.", "story"), BODY, BLACK),
            )
        )

    return build


@pytest.fixture(scope="session")
def spare(family, sheet):
    """The gap with which the sheet is exactly full at its full size."""
    return ROOM - sheet(0).height(WIDTH, Setting(family))


def sizes(page):
    return [item.size for item, _ in walk(page.items) if isinstance(item, Line)]


def test_full_size_when_it_fits(family, sheet, spare):
    """
    What fits is set at its full size, inside the margins.
    """
    page = fit(sheet(spare), A5, family)
    inside = Box(0, 0, A5.width, A5.height).inset(A5.margin, A5.margin)

    assert [40, 20, 14] == sizes(page)
    assert (A5.width, A5.height, A5.margin) == (page.width, page.height, page.margin)
    assert all(inside.holds(item.box, 1.5) for item, _ in walk(page.items))


def test_display_steps_down_together(family, sheet, spare):
    """
    When it is too tight by a hair, all display type goes one step down, and body type stays.
    """
    assert [39, 19.5, 14] == sizes(fit(sheet(spare + 0.1), A5, family))


def test_only_as_far_as_needed(family, sheet, spare):
    """
    The largest scale that fits is taken: the more there is to save, the smaller the display type.
    """
    shrunk = [sizes(fit(sheet(spare + more / 10), A5, family))[0] for more in range(0, 14, 2)]

    assert sorted(shrunk, reverse=True) == shrunk
    assert {40, 36} <= {max(shrunk), min(shrunk)}


def test_nine_tenths_is_the_end(family, sheet, spare):
    """
    Beyond nine tenths the page is refused, with the field and the mm that are missing at the smallest size.
    """
    with pytest.raises(Overflow) as trouble:
        fit(sheet(spare + 20), A5, family)

    assert 0.9 == SCALES[-1]
    assert "story" == trouble.value.field
    assert 17 < trouble.value.over < 20
    assert "mm" in str(trouble.value.findings[0].what)


def test_body_never_shrinks(family, words):
    """
    Body type alone that does not fit is refused at once, never set smaller.
    """
    story = Stack((Text(words("\n".join(["Nie dawaj pieniędzy."] * 40)), BODY, BLACK),))

    with pytest.raises(Overflow) as trouble:
        fit(story, A5, family)

    assert "story" == trouble.value.field


def test_a_word_too_wide_steps_down(family, words):
    """
    A headline whose one word is too wide gets smaller too, and is refused when nine tenths are not enough.
    """
    wide = Text(words("Konstantynopolu", "title"), display("ExtraBold", 49, 53, HAND), BLACK)
    wider = Text(words("Konstantynopolitańczyk", "title"), display("ExtraBold", 49, 53, HAND), BLACK)

    assert sizes(fit(wide, A5, family))[0] < 49
    with pytest.raises(Overflow) as trouble:
        fit(wider, A5, family)
    assert "title" == trouble.value.field


def test_nothing_overprints(family, sheet, spare, leaflet):
    """
    At every scale, words stand clear of one another.
    """
    for more in (0, 0.1, 0.4, 0.7, 1.0):
        page = fit(sheet(spare + more), A5, family)
        assert [] == list(overlaps(CheckedPiece(leaflet, (page,), (60,), family)))


def test_without_the_gate_it_would_overprint(family, sheet, spare, leaflet, monkeypatch):
    """
    Only the measured height keeps words apart: without it the last line falls off the paper.
    """
    monkeypatch.setattr(Stack, "height", lambda self, width, setting: 0.0)
    monkeypatch.setattr("ulotki.page.blocks.excess.TIGHT", 1000.0)

    page = fit(sheet(spare + 20), A5, family)

    assert max(item.box.bottom for item, _ in walk(page.items)) > A5.height - A5.margin + 19


def test_the_smallest_trouble_is_told(family, words):
    """
    Of the troubles at all scales the smallest is told: so much must go at least.
    """
    title = Text(words("Konstantynopolitańczyk", "title"), display("ExtraBold", 60, 66, HAND), BLACK)
    found = []

    class Spy(Block):
        def height(self, width, setting):
            try:
                return title.height(width, setting)
            except Overflow as trouble:
                found.append(trouble.over)
                raise

        def place(self, box, setting):
            return title.place(box, setting)

    with pytest.raises(Overflow) as trouble:
        fit(Spy(), A5, family)

    assert len(SCALES) == len(found)
    assert min(found) == trouble.value.over


@given(
    heights=st.lists(st.floats(min_value=5, max_value=190), min_size=1, max_size=12),
    gap=st.sampled_from([0.0, 3.0, 6.0]),
    foot=st.booleans(),
)
def test_a_flow_loses_nothing(family, words, heights, gap, foot):
    """
    Blocks flow over pages in their order, none is split, none lies on another, and the foot ends the last page.
    """
    blocks = tuple(Fixed(Text(words(str(number)), BODY, BLACK), height) for number, height in enumerate(heights))
    last = Fixed(Text(words("stopka"), BODY, BLACK), 10.0) if foot else None

    pages = flow(Flow(blocks, gap, last), A5, family)

    inside = Box(0, 0, A5.width, A5.height).inset(A5.margin, A5.margin)
    lines = [[item for item, _ in walk(page.items)] for page in pages]
    assert [*map(str, range(len(heights))), *(["stopka"] if foot else [])] == [
        line.text for page in lines for line in page
    ]
    assert all(page for page in lines)
    for page in lines:
        assert all(inside.holds(line.box) for line in page)
        assert all(one.baseline < other.baseline for one, other in pairwise(page))
        assert not any(one.box.meets(other.box) for one, other in combinations(page, 2))


def test_a_flow_shares_what_is_left(family, words):
    """
    The free height of a page widens all gaps alike, and none is narrower than it was said.
    """
    blocks = tuple(Fixed(Text(words(str(number)), BODY, BLACK), 20.0) for number in range(4))

    (page,) = flow(Flow(blocks, 3.0), A5, family)

    baselines = [item.baseline for item, _ in walk(page.items)]
    gaps = [other - one - 20 for one, other in pairwise(baselines)]
    assert gaps == pytest.approx([(ROOM - 4 * 20) / 3] * 3)


def test_a_block_higher_than_a_page(family, words):
    """
    A block that no page has room for is refused with its field.
    """
    with pytest.raises(Overflow) as trouble:
        flow(Flow((Fixed(Text(words("za dużo", "topic.3"), BODY, BLACK), 300.0),), 3.0), A5, family)

    assert ("topic.3", 300 - ROOM) == (trouble.value.field, trouble.value.over)
