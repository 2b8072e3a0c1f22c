"""Overlaps: nothing is printed over words."""

import pytest

from ulotki.checks.overlap import find
from ulotki.look.inks import BLACK, YELLOW
from ulotki.page.items import Box, Code, Picture, Raster, Stroke
from ulotki.page.shapes import rounded
from ulotki.qr import symbol

HOST = "https://incydent.cert.pl"


def found(piece):
    return [str(finding.what) for finding in find(piece)]


def test_words_apart(piece, line, panel):
    """
    Lines under one another on one panel are as they should be.
    """
    assert [] == found(piece(panel(10, 30, 100, 60, YELLOW), line("Pogania", 20, 50), line("Straszy", 20, 56)))


def test_words_on_words(piece, line):
    """
    Words on words are found once, with both.
    """
    assert ['"Pogania" overlaps "Straszy"'] == found(piece(line("Pogania", 20, 50), line("Straszy", 25, 52)))


def test_pieces_of_a_line_may_touch(piece, line):
    """
    Where one piece of a line ends the next begins: that is no overlap.
    """
    first = line("Zadzwoń pod ")

    assert [] == found(piece(first, line("112", 20 + sum(first.advances) * 14 * 25.4 / 72 / 1000)))


def test_accents_and_tails_may_pass(piece, line):
    """
    Lines at their ordinary leading do not meet, whatever accents and tails they have.
    """
    assert [] == found(piece(line("gęąjpy", 20, 50), line("ŻŹĆÓŚ", 20, 50 + 17.5 * 25.4 / 72)))


def test_a_picture_on_words(piece, line):
    """
    A pictogram and words keep apart, whichever is painted first.
    """
    picture = Picture(Box(25, 45, 10, 10), "dot", (), BLACK)

    assert ['"Pogania" overlaps a pictogram'] == found(piece(picture, line("Pogania")))
    assert ['"Pogania" overlaps a pictogram'] == found(piece(line("Pogania"), picture))


def test_a_code_on_words(piece, line):
    """
    So do a code and words.
    """
    code = Code(25, 40, 1.0, symbol(HOST, 0).rows, HOST)

    assert ['"Pogania" overlaps a code'] == found(piece(line("Pogania"), code))


def test_half_on_a_panel(piece, line, panel):
    """
    Words half on a panel and half off it are found.
    """
    assert ['"Pogania" overlaps a panel'] == found(piece(panel(10, 30, 20, 30, YELLOW), line("Pogania")))


def test_a_panel_over_words(piece, line, panel):
    """
    A panel painted after words hides them: they are still in the text layer, and nobody sees them.
    """
    assert ['"Pogania" overlaps a panel'] == found(piece(line("Pogania"), panel(10, 30, 100, 40, YELLOW)))


@pytest.mark.parametrize("where", [(10, 48, 100, 48), (25, 30, 25, 70)])
def test_a_line_through_words(piece, line, rule, where):
    """
    A rule through words strikes them out.
    """
    assert ['"Pogania" overlaps a line'] == found(piece(rule(*where), line("Pogania")))
    assert ['"Pogania" overlaps a line'] == found(piece(line("Pogania"), rule(*where)))


def test_a_frame_around_words(piece, line):
    """
    A frame around words is no overlap.
    """
    frame = Stroke(Box(10, 30, 100, 40), rounded(Box(10, 30, 100, 40), 3), BLACK, 1)

    assert [] == found(piece(frame, line("Pogania")))


def test_a_frame_through_words(piece, line):
    """
    Words that cross the outline of a panel are found like those that cross the edge of a filled one.
    """
    frame = Stroke(Box(10, 30, 20, 40), rounded(Box(10, 30, 20, 40), 3), BLACK, 1)

    assert ['"Pogania" overlaps a line'] == found(piece(frame, line("Pogania")))


def test_a_picture_of_dots_on_words(piece, line):
    """
    A picture of dots and words keep apart.
    """
    picture = Raster(Box(15, 40, 30, 30), 1, 1, b"\xff")

    assert ['"Pogania" overlaps a picture'] == found(piece(line("Pogania", 20, 50), picture))
    assert ['"Pogania" overlaps a picture'] == found(piece(picture, line("Pogania", 20, 50)))
