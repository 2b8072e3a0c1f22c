"""A line whose string was seen in this run is left out of both pictures, and whatever could hide behind that is looked at."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ulotki.drawing.metadata import About
from ulotki.drawing.pdf import draw
from ulotki.look.inks import WHITE
from ulotki.page.structure import traces
from ulotki.press import DRAWN
from ulotki.readback import compare, differences, eyes, settled
from ulotki.readback.looks import CheckedPages


@pytest.fixture
def left_out(monkeypatch):
    """The words that were left out of the pictures of each page, in a run that has begun just now."""
    found = []
    unlike = eyes.unlike

    def watched(number, page, shown, purpose, known):
        found.append([traces(page)[place].text for place in sorted(known)])
        return unlike(number, page, shown, purpose, known)

    monkeypatch.setattr(differences, "SHOWN", CheckedPages())
    monkeypatch.setattr(settled, "SIGHTS", settled.Sights())
    monkeypatch.setattr(eyes, "unlike", watched)
    return found


@pytest.fixture
def drawn(family):
    """drawn(page): its file."""
    return lambda page: draw((page,), About("x", "x", "pl", DRAWN), family)


def test_a_line_is_looked_at_once(page, line, drawn, left_out):
    """
    Elsewhere on another page it is left out, and what is new there is not.
    """
    one, other = page(line("Zadzwoń")), page(line("Zadzwoń", baseline=120), line("Rozłącz się"))

    assert () == compare(drawn(one), (one,)) == compare(drawn(other), (other,))
    assert [[], ["Zadzwoń"]] == left_out


@pytest.mark.parametrize(("size", "left"), [(13, ["Zadzwoń"]), (15, [])])
def test_larger_letters_are_looked_at_again(page, line, drawn, left_out, size, left):
    """
    A fault that nobody sees in small print may be seen in large letters.
    """
    for each in (14, size):
        sheet = page(line("Zadzwoń", size=each))
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], left] == left_out


def test_what_lies_under_something_new_is_looked_at(page, line, panel, drawn, left_out):
    """
    A white corner over white paper hides words that are in neither picture.
    """
    words = line("Zadzwoń", x=40)
    beside, upon = (page(words, panel(x, 40, 15, 12, WHITE)) for x in (80, 40 + words.box.width - 1))
    for sheet in (page(words), beside, upon):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], ["Zadzwoń"], []] == left_out


def _parted(stream):
    """The first letter further away from the others."""
    start = stream.index(b"[(") + 3
    return stream[:start] + b") -90 (" + stream[start:]


def test_a_string_that_is_written_otherwise_is_seen(page, line, drawn, left_out):
    """
    The letters of a known line, some of them moved.
    """
    sheet = page(line("Zadzwoń pod 112"))
    data = drawn(sheet)
    assert () == compare(data, (sheet,))
    with pikepdf.open(BytesIO(data)) as pdf:
        stream = pdf.pages[0].Contents
        stream.write(_parted(stream.read_bytes()))
        file = BytesIO()
        pdf.save(file, static_id=True)

    (named,) = compare(file.getvalue(), (sheet,))
    assert 'page 1: "Zadzwoń pod 112" does not look as ordered' == str(named.what)


def test_words_that_were_never_seen_right_are_not_learnt(page, line, drawn, left_out, monkeypatch):
    """
    After a difference on their page.
    """
    sheet = page(line("Zadzwoń"))
    monkeypatch.setattr(eyes, "FINE", 0.0)

    assert compare(drawn(sheet), (sheet,))
    assert compare(drawn(sheet), (sheet,))
    assert [[], []] == left_out


@pytest.mark.parametrize("change", [{"x": 20.3}, {"baseline": 50.3}, {"size": 14.02}])
def test_where_and_how_large_a_known_line_stands_is_compared(page, line, drawn, left_out, change):
    """
    Without its picture.
    """
    words = line("Zadzwoń")
    sheet, moved = page(words), page(replace(words, **change))
    assert () == compare(drawn(sheet), (sheet,))

    (named,) = compare(drawn(moved), (sheet,))
    assert 'page 1: "Zadzwoń" does not stand there as ordered' == str(named.what)
