"""Contrast: letters stand out from what is under them."""

import pytest

from ulotki.checks.contrast import find
from ulotki.look.inks import BLACK, MIST, NAVY, WHITE, YELLOW, Ink

GREY = Ink("grey", (118, 118, 118), (0, 0, 0, 54))
RED = Ink("red", (196, 38, 28), (15, 97, 100, 5))


def values(piece):
    return [
        (dict(f.what.values)["value"], dict(f.what.values)["ratio"], dict(f.what.values)["least"]) for f in find(piece)
    ]


@pytest.mark.parametrize(
    ("ink", "ground", "size"),
    [
        (BLACK, YELLOW, 12),
        (WHITE, NAVY, 12),
        (YELLOW, NAVY, 18),
        (BLACK, MIST, 12),
        (NAVY, MIST, 12),
        (BLACK, WHITE, 9.5),
    ],
)
def test_pairs_that_are_printed(piece, line, panel, ink, ground, size):
    """
    The pairs of the palettes pass at the sizes they are used in.
    """
    assert [] == values(piece(panel(10, 30, 100, 40, ground), line("Pogania", ink=ink, size=size)))


@pytest.mark.parametrize(
    ("ink", "ground", "size", "ratio", "least"),
    [
        (YELLOW, WHITE, 40, "1.5", "7"),
        (GREY, WHITE, 40, "4.5", "7"),
        (WHITE, RED, 40, "5.8", "7"),
        (RED, NAVY, 40, "2.6", "7"),
        (YELLOW, NAVY, 17.5, "10.3", "12"),
    ],
)
def test_pairs_too_pale(piece, line, panel, ink, ground, size, ratio, least):
    """
    A pair too pale is found, with its contrast and what it needs; small type needs more.
    """
    assert [("Pogania", ratio, least)] == values(
        piece(panel(10, 30, 100, 40, ground), line("Pogania", ink=ink, size=size))
    )


def test_bare_paper_is_white(piece, line):
    """
    White words on no panel at all are found.
    """
    assert [("Pogania", "1.0", "12")] == values(piece(line("Pogania", ink=WHITE)))


def test_the_uppermost_panel_counts(piece, line, panel):
    """
    The last panel painted under a line is its ground.
    """
    navy, mist = panel(10, 30, 100, 40, NAVY), panel(10, 30, 100, 40, MIST)

    assert [] == values(piece(navy, mist, line("Pogania")))
    assert 1 == len(values(piece(mist, navy, line("Pogania"))))


def test_a_panel_elsewhere_does_not_count(piece, line, panel):
    """
    A panel beside the line is not under it.
    """
    assert [] == values(piece(panel(10, 100, 100, 40, NAVY), line("Pogania")))
