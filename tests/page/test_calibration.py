"""The test sheet: rulers from every edge, a cross in the middle, and no words but those it is given."""

import pytest

from ulotki.page.calibration import ARROW, SideWords, calibration
from ulotki.page.items import Box, Fill, Line, Stroke
from ulotki.page.rulers import ARM, NUMBERED, RULER
from ulotki.page.setting import Overflow
from ulotki.page.walking import walk
from ulotki.paper import A3, A4, A5


@pytest.fixture(scope="session")
def sheet(family, words):
    """sheet(paper): one side, with a title and an instruction."""
    side = SideWords(words("Próba"), (words("Wydrukuj bez skalowania."),), words("Przód"), (words("Wpisz to."),))
    return lambda paper=A4: calibration(paper, family, side)


def leaves(page, kind):
    return [item for item, _ in walk(page.items) if isinstance(item, kind)]


def marks(page):
    """(x, y) of both ends of every straight line, mm."""
    return [(item.path[0][1], item.path[1][1]) for item in leaves(page, Stroke) if len(item.path) == 2]


@pytest.mark.parametrize("paper", [A3, A4])
def test_a_mark_on_each_millimetre(sheet, paper):
    """
    From each edge inwards there is a mark on each of the first twenty millimetres, two rulers to an edge.
    """
    lines = marks(sheet(paper))
    lying = [
        start[1] for start, end in lines if start[1] == end[1] and start[0] in (paper.width / 4, paper.width * 3 / 4)
    ]
    upright = [
        start[0] for start, end in lines if start[0] == end[0] and start[1] in (paper.height / 4, paper.height * 3 / 4)
    ]
    wanted = range(1, RULER + 1)

    assert sorted([*wanted, *(paper.height - mm for mm in wanted)] * 2) == sorted(lying)
    assert sorted([*wanted, *(paper.width - mm for mm in wanted)] * 2) == sorted(upright)


def test_numbers(sheet):
    """
    Every fifth millimetre has its number, on all eight rulers; zero is the edge of the paper and has none.
    """
    numbers = [line.text for line in leaves(sheet(), Line) if line.text.isdigit()]
    wanted = [str(mm) for mm in range(NUMBERED, RULER + 1, NUMBERED)]

    assert sorted(wanted * 8) == sorted(numbers)


def test_a_number_stands_at_its_mark(sheet):
    """
    The middle of a number on an upright ruler is level with its mark.
    """
    first = next(line for line in leaves(sheet(), Line) if line.text == "15")

    assert 15 == pytest.approx(first.baseline - 0.668 * 9.5 * 25.4 / 72 / 2, abs=0.1)


def test_the_cross_is_in_the_middle(sheet):
    """
    Its arms cross in the middle of the paper and are equally long, so a turned sheet shows the same cross.
    """
    across = (A4.width / 2 - ARM, A4.height / 2), (A4.width / 2 + ARM, A4.height / 2)
    down = (A4.width / 2, A4.height / 2 - ARM), (A4.width / 2, A4.height / 2 + ARM)

    assert {across, down} <= set(marks(sheet()))


def test_it_turns_over(sheet):
    """
    The straight lines of the cross lie alike from both sides: mirrored in the middle they are the same.
    """
    middle = Box(A4.width / 2 - ARM, A4.height / 2 - ARM, 2 * ARM, 2 * ARM)
    cross = [line for line in leaves(sheet(), Stroke) if middle.holds(line.box, 0.2) and len(line.path) == 2]
    seen = {(round(line.box.x, 3), round(line.box.right, 3), round(line.box.y, 3)) for line in cross}
    mirrored = {(round(A4.width - right, 3), round(A4.width - left, 3), y) for left, right, y in seen}

    assert seen and seen == mirrored


def test_only_the_words_it_is_given(sheet):
    """
    Apart from numbers, the sheet says what it was given.
    """
    said = [line.text for line in leaves(sheet(), Line) if not line.text.isdigit()]

    assert "Próba Wydrukuj bez skalowania. Przód Wpisz to." == " ".join(said)


def test_words_meet_nothing(sheet):
    """
    No line of words touches another, a ruler or the cross.
    """
    page = sheet()
    boxes = [line.box for line in leaves(page, Line)]
    strokes = [stroke.box for stroke in leaves(page, Stroke)]

    assert not [box for index, box in enumerate(boxes) for other in boxes[index + 1 :] + strokes if box.meets(other)]


def test_too_many_words(family, words):
    """
    What has no room above the cross is refused, not printed over it.
    """
    with pytest.raises(Overflow):
        calibration(A5, family, SideWords(words("Próba"), (words("słowo " * 200),), words("Przód")))


def test_the_arrow_points_up(sheet):
    """
    One arrow, wide at its point's wings and nowhere near the cross; its label stands above it, other words below the cross.
    """
    (arrow,) = leaves(sheet(), Fill)
    lines = {line.text.strip(): line for line in leaves(sheet(), Line)}
    highest = min(arrow.path[:-1], key=lambda step: step[1][1])

    assert (ARROW.x + ARROW.width / 2, ARROW.y) == highest[1]
    assert arrow.box.right < A4.width / 2 - ARM
    assert lines["Przód"].baseline < ARROW.y
    assert lines["Wpisz to."].box.y > A4.height / 2 + ARM
