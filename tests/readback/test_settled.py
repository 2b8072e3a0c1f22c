"""What was seen in this run is left out of both pictures, and whatever could hide behind that is looked at."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.look.icons import Path
from ulotki.look.inks import BLACK, WHITE
from ulotki.page.items import Box, Picture, Raster
from ulotki.page.structure import traces
from ulotki.press import DRAWN
from ulotki.readback import checked, compare, eyes, settled
from ulotki.readback.checked import CheckedPages


@pytest.fixture
def left_out(monkeypatch):
    """What was left out of the pictures of each page, words or kinds of shapes, in a run that has begun just now."""
    found = []
    unlike = eyes.unlike

    def watched(number, page, shown, purpose, known):
        items = [traces(page)[place] for place in sorted(known)]
        found.append([getattr(item, "text", type(item).__name__) for item in items])
        return unlike(number, page, shown, purpose, known)

    monkeypatch.setattr(checked, "SHOWN", CheckedPages())
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


def test_letters_are_known_in_other_words(page, line, drawn, left_out):
    """
    At the distances that these words need; a letter that nobody has seen yet is looked at.
    """
    for words in ("Zadzwoń", "dzwoń, Zoa", "dzwoń", "dzwonek"):
        sheet = page(line(words))
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], [], ["dzwoń"], []] == left_out


def test_of_the_same_letters_the_largest_are_looked_at(page, line, drawn, left_out):
    """
    On one page, wherever they stand.
    """
    sheet = page(line("dzwoń", size=12), line("Zadzwoń", baseline=90, size=14), line("dzwoń", baseline=120, size=15))

    assert () == compare(drawn(sheet), (sheet,))
    assert [["dzwoń"]] == left_out


@pytest.mark.parametrize(("size", "left"), [(13, ["Zadzwoń"]), (17, ["Zadzwoń"]), (18, [])])
def test_much_larger_letters_are_looked_at_again(page, line, drawn, left_out, size, left):
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
    beside = page(words, panel(80, 40, 15, 12, WHITE))
    upon = page(words, panel(40 + words.box.width - 1, 40, 16, 12, WHITE))
    for sheet in (page(words), beside, upon):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], ["Zadzwoń"], []] == left_out


def _with(data, change):
    """The file after a change of the stream of its page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        stream = pdf.pages[0].Contents
        stream.write(change(stream.read_bytes()))
        file = BytesIO()
        pdf.save(file, static_id=True)
    return file.getvalue()


def _stream(data):
    """The stream of its page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.pages[0].Contents.read_bytes()


def _parted(stream):
    """The first letter further away from the others."""
    start = stream.index(b"[(") + 3
    return stream[:start] + b") -90 (" + stream[start:]


def test_a_string_that_is_written_otherwise_is_seen(page, line, drawn, left_out, monkeypatch):
    """
    The letters of a known line, one of them moved; without the gate nobody would see it.
    """
    sheet = page(line("Zadzwoń pod 112"))
    data = drawn(sheet)
    assert () == compare(data, (sheet,))
    moved = _with(data, _parted)

    (named,) = compare(moved, (sheet,))
    assert 'page 1: "Zadzwoń pod 112" does not look as ordered' == str(named.what)
    monkeypatch.setattr(settled, "_says", lambda *_: True)
    assert () == compare(moved, (sheet,))


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
    assert 'page 1: "Zadzwoń" is not painted as ordered' == str(named.what)


def test_a_page_that_ends_elsewhere_is_looked_at(page, panel, drawn, left_out):
    """
    Then all coordinates that are right as numbers are another place.
    """
    sheet = page(panel(40, 40, 15, 12))
    data = drawn(sheet)
    assert () == compare(data, (sheet,)) == compare(drawn(page(panel(41, 41, 15, 12))), (page(panel(41, 41, 15, 12)),))
    assert [[], ["Fill"]] == left_out
    (height,) = re.findall(rb"-2.834646 0 (\S+) cm", _stream(data))

    compare(_with(data, lambda stream: stream.replace(height, b"%.4f" % (float(height) + 0.05), 1)), (sheet,))
    assert [] == left_out[2]


def test_another_font_of_a_face_is_looked_at(page, line, drawn, left_out):
    """
    Once, with any of its letters: a rare letter makes another font, and pdfium may read that otherwise. Then letters that were
    seen in the face are known.
    """
    for words in (["Zadzwoń"], ["dzwoń"], ["dzwoń", "ß"], ["Zadzwoń", "ß"]):
        sheet = page(*[line(each, baseline=50 + 20 * place) for place, each in enumerate(words)])
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], ["dzwoń"], [], ["Zadzwoń", "ß"]] == left_out


def test_a_shape_that_something_covers_is_not_learnt(page, panel, drawn, left_out):
    """
    As a whole; of one that is covered in part the rest is seen, and its path is compared number by number.
    """
    box = panel(40, 40, 15, 12)
    other = panel(40, 40, 15, 13)
    for sheet in (page(box, panel(39, 39, 20, 20)), page(box), page(other, panel(45, 45, 30, 30)), page(other)):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], [], [], ["Fill"]] == left_out


def test_letters_under_something_are_not_learnt(page, line, panel, drawn, left_out):
    """
    Nobody has seen them.
    """
    words = line("Zadzwoń")
    for sheet in (page(words, panel(10, 40, 80, 20)), page(words), page(replace(words, x=30))):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], [], ["Zadzwoń"]] == left_out


def test_letters_over_a_picture_are_not_learnt(page, line, drawn, left_out):
    """
    For it is left white, with what stands on it.
    """
    words, raster = line("Zadzwoń"), Raster(Box(15, 40, 80, 20), 2, 1, b"\xff\xff")
    for sheet in (page(raster, words), page(words)):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], []] == left_out


def test_a_shape_is_looked_at_once(page, panel, rule, drawn, left_out):
    """
    Elsewhere it is left out, on another paper too; in another ink or another size it is looked at again.
    """
    box, line = panel(40, 40, 15, 12), rule(20, 90, 100, 90)
    sheets = (page(box, line), page(line, panel(41.0004, 47, 15, 12)), page(rule(21, 99, 101, 99)))
    others = (page(panel(40, 40, 15, 12, WHITE)), page(panel(40, 40, 15.1, 12)), page(box, width=210, height=297))
    for sheet in (*sheets, *others):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], ["Stroke", "Fill"], ["Stroke"], [], [], ["Fill"]] == left_out


def test_a_pictogram_is_looked_at_once(page, drawn, left_out):
    """
    Wherever it stands; much larger, or another one, it is looked at again.
    """
    triangle = Path((("M", (0.0, 0.0)), ("L", (1.0, 0.0)), ("L", (0.5, 1.0)), ("Z", ())))
    first = Picture(Box(40, 40, 15, 12), "call", triangle, BLACK)
    others = (
        replace(first, box=Box(50, 60, 15, 12)),
        replace(first, box=Box(50, 60, 19, 12)),
        replace(first, commands=Path((*triangle[:2], ("L", (0.4, 1.0)), ("Z", ())))),
    )
    for item in (first, *others):
        sheet = page(item)
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], ["Picture"], [], []] == left_out


MOVES = {
    "one corner": lambda stream: stream.replace(b"55 40 l", b"55 41 l"),
    "a number in another operator": lambda stream: stream.replace(b"40 40 m 55 40 l", b"40 40 55 m 40 l"),
    "a rectangle": lambda stream: re.sub(rb"40 40 m.*h f", b"40 40 15 12 re f", stream),
}


@pytest.mark.parametrize("change", MOVES.values(), ids=MOVES)
def test_where_a_known_shape_is_told_otherwise_it_is_looked_at(page, panel, drawn, left_out, change):
    """
    Whatever that looks like.
    """
    for sheet in (page(panel(30, 30, 15, 12)), page(panel(40, 40, 15, 12))):
        data = drawn(sheet)
        assert () == compare(data, (sheet,))
    assert [[], ["Fill"]] == left_out
    left_out.clear()
    changed = _with(data, change)

    assert data != changed
    compare(changed, (sheet,))
    assert ["Fill"] not in left_out


def test_a_known_shape_that_is_moved_is_seen(page, panel, drawn, left_out, monkeypatch):
    """
    By its box, too; and without either gate nobody would see it.
    """
    sheet = page(panel(40, 40, 15, 12))
    data = drawn(sheet)
    moved = drawn(page(panel(60, 40, 15, 12)))
    assert () == compare(data, (sheet,))
    assert compare(moved, (sheet,))

    monkeypatch.setattr("ulotki.readback.differences.misplaced", lambda *_: iter(()))
    (named,) = compare(moved, (sheet,))
    assert "does not look as ordered" in str(named.what) or "shows more" in str(named.what)
    monkeypatch.setattr(settled, "_near", lambda *_: True)
    assert () == compare(moved, (sheet,))


def test_a_shape_under_new_words_is_looked_at(page, line, panel, drawn, left_out):
    """
    White words over a panel that is not there would be in neither picture.
    """
    box = panel(15, 40, 80, 20)
    for sheet in (page(box), page(box, line("Zadzwoń", ink=WHITE))):
        assert () == compare(drawn(sheet), (sheet,))

    assert [[], []] == left_out


def test_another_shape_in_the_place_of_a_known_one_is_seen(page, panel, drawn, left_out):
    """
    With the same box and ink.
    """
    sheet = page(panel(40, 40, 15, 12))
    data = drawn(sheet)
    assert () == compare(data, (sheet,))

    (named,) = compare(_with(data, lambda stream: stream.replace(b" h f", b" 40 40 m 55 52 l 40 52 l h f")), (sheet,))
    assert "does not look as ordered" in str(named.what)
