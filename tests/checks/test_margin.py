"""Margins: nothing stands where a printer does not reach."""

import pytest

from ulotki.checks.margin import find, unreached
from ulotki.look.inks import BLACK
from ulotki.page.items import Box, Code, Picture, Stroke
from ulotki.page.marks import Mark, marked
from ulotki.page.shapes import segment
from ulotki.page.strokes import CUT_DASH, tick
from ulotki.qr import symbol

HOST = "https://incydent.cert.pl"


def found(piece):
    return [str(finding.what) for finding in find(piece)]


def test_inside(piece, line, panel):
    """
    What stands inside the margins passes, up to their very edge.
    """
    assert [] == found(piece(panel(9, 9, 130, 192), line("112", 9, 50)))


@pytest.mark.parametrize(("x", "y"), [(5, 50), (125, 50), (20, 10), (20, 203)])
def test_words_outside(piece, line, x, y):
    """
    Words that reach into a margin are found on every side, with what they say and where they come from.
    """
    (finding,) = find(piece(line("112 112", x, y)))

    assert str(finding.what).startswith('"112 112" reaches ')
    assert "story" == finding.at.field


def test_by_how_much(piece, panel):
    """
    It says by how many mm.
    """
    assert ["a panel reaches 4.0 mm into the margin"] == found(piece(panel(5, 20, 10, 10)))


@pytest.mark.parametrize(
    "item",
    [
        Picture(Box(3, 20, 10, 10), "dot", (), BLACK),
        Stroke(Box(3, 20, 10, 0), segment(3, 20, 13, 20), BLACK, 1),
        Code(110, 20, 1.0, symbol(HOST, 0).rows, HOST),
        Code(120, 20, 1.0, symbol(HOST, 0).rows, HOST),
    ],
    ids=["picture", "stroke", "quiet zone", "code"],
)
def test_everything_counts(piece, item):
    """
    Pictures, strokes and codes must stand inside; the bare paper around a code may reach into the margin.
    """
    inside = isinstance(item, Code) and item.x == 110

    assert inside == (not found(piece(item)))


def test_a_quiet_zone_stays_on_the_paper(piece):
    """
    The quiet zone never reaches over the edge of the paper.
    """
    code = Code(116, 20, 1.0, symbol(HOST, 0).rows, HOST)

    assert any("over the edge of the paper" in what for what in found(piece(code)))


def test_an_outline_may_lie_on_the_edge(piece, panel):
    """
    Half a tenth of a millimetre is forgiven: that is rounding, not a mistake.
    """
    assert [] == found(piece(panel(8.96, 20, 10, 10)))
    assert 1 == len(found(piece(panel(8.9, 20, 10, 10))))


def test_the_printer_reaches_everything(page, line):
    """
    Nothing is said while nobody has measured the printer, nor of words as far from the edge as it reaches.
    """
    near = page(line("112", 9, 50))

    assert [] == list(unreached((near,), 0))
    assert [] == list(unreached((near,), 9))


def test_the_printer_does_not_reach_words(page, line):
    """
    One warning, of the words nearest to an edge on any page.
    """
    (finding,) = unreached((page(line("112", 9, 50)), page(line("8080", 7, 50))), 10.5)

    assert '"8080" is 7.0 mm from the edge, and the printer does not reach the outer 10.5 mm' == str(finding.what)
    assert not finding.grave


def test_the_words_of_a_mark_do_not_count(page, line, family):
    """
    WZÓR stands nearer to the edge than anything of the piece, and a printer may cut it.
    """
    under = page(line("112", 20, 50))

    assert [] == list(unreached((marked(under, Mark.DRAFT, family),), 15))


def test_a_part_of_a_mark_is_enough(page):
    """
    A cut mark from 3.5 to 8.5 mm may lose all but a mm and a half; a panel may be cut off.
    """
    cut = page(tick(105, 3.5, upright=True, dash=CUT_DASH))

    assert [] == list(unreached((cut,), 7))
    (finding,) = unreached((cut,), 7.2)
    assert "a line is 3.5 mm from the edge, and the printer does not reach the outer 7.2 mm" == str(finding.what)
