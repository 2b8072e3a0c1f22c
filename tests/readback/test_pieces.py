"""A stream that is written as ours is taken apart item by item; any other has no parts, so that all of it is looked at."""

from io import BytesIO

import pikepdf
import pytest

from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.page.structure import traces
from ulotki.press import DRAWN
from ulotki.readback.painting import painting
from ulotki.readback.pieces import IMAGE, SHAPE, WORDS, pieces

PLACE = b"q 2.834646 0 0 -2.834646 0 595.27559 cm"
AREA = b"1 0 0 rg 10 10 m 20 10 l 20 20 l h f"
STROKE = b"0 G 0.8 w [2 1] 0 d 10 10 m 20 10 l S"
PICTURE = b"q 5 0 0 5 10 10 cm 0 g 0 0 m 1 0 1 1 0 1 c h f Q"
CODE = b"q 1 0 0 1 10 10 cm 0 g\n0 0 1 7 re 3 3 1 1 re f Q"
IMAGED = b"q 5 0 0 -5 10 10 cm /Image.0123456789ab Do Q"
TEXT = b"BT 0 g /F1 14 Tf 1 0 0 -1 20 50 Tm [(a) -9 (b)] TJ ET"
STATED = b"/Over gs " + TEXT + b" /Knock gs"


def stream(*lines):
    """A stream with these lines in its place."""
    return b"\n".join((PLACE, *lines, b"Q"))


def test_each_item_is_a_part():
    """
    Shapes by what they are, words and images as such.
    """
    found = pieces(stream(AREA, STROKE, PICTURE, CODE, IMAGED, TEXT, STATED))

    assert [SHAPE] * 4 + [IMAGE, WORDS, WORDS] == [one.told[:-32] for one in found]
    assert 7 == len({*found})


def test_strings_and_names_of_fonts_do_not_count():
    """
    Where letters stand and in which size and ink does; what they are `looks` tells.
    """
    other = TEXT.replace(b"(b)", b"(c\\()").replace(b"/F1", b"/F12")

    assert pieces(stream(TEXT)) == pieces(stream(other))
    assert 4 == len(
        {
            pieces(stream(TEXT.replace(*one)))
            for one in ((b"0 g", b"1 g"), (b"14", b"15"), (b"20", b"21"), (b"-9", b"9"))
        }
    )


def test_where_the_page_lies_counts():
    """
    On paper of another height the same numbers are another place.
    """
    assert pieces(stream(AREA)) != pieces(stream(AREA).replace(b"595.27559", b"841.889764"))


@pytest.mark.parametrize(
    "line",
    [
        b"10 10 m 20 10 l 20 20 l h f",
        b"1 0 0 rg",
        AREA + b" 5 w",
        b"10 10 m 20 10 l S",
        b"0.5 0 0 0.5 0 0 cm",
        b"q " + AREA,
        AREA + b" Q",
        PICTURE + b" " + PICTURE,
        b"q 5 0 0 5 10 10 cm 0 g 0 0 m 1 0 l h f",
        TEXT + b" 0.5 0 0 0.5 0 0 cm",
        TEXT + b" " + TEXT,
        TEXT.replace(b"1 0 0 -1", b"0.97 0 0 -1"),
        TEXT.replace(b"1 0 0 -1", b"0 1 1 0"),
        b"/Over gs " + TEXT,
        b"3 Tr " + TEXT,
        b"/Over gs " + AREA,
        b"10 10 m W n",
        b"",
    ],
)
def test_a_part_that_needs_another_is_none(line):
    """
    What it shows depends on what was set before, or it sets something for those that follow.
    """
    assert () == pieces(stream(AREA, line, AREA))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Q",
        PLACE,
        stream(AREA)[len(PLACE) :],
        stream(AREA) + b"\n",
        stream(AREA)[:-2],
        stream(AREA).replace(b"2.834646", b"2.9"),
        stream(AREA).replace(b"-2.834646 0", b"-2.834646 9"),
    ],
)
def test_a_stream_without_its_frame_has_no_parts(data):
    """
    Nobody knows where its items lie.
    """
    assert () == pieces(data)


def test_pages_as_they_are_drawn_have_a_part_for_each_item(proof, family):
    """
    In drawing order.
    """
    made = proof(template="poster")
    data = draw(made.pages, About("a", "b", "pl", DRAWN), family)
    with pikepdf.open(BytesIO(data)) as pdf:
        found = painting(pdf.pages[0].Contents)

    assert len(traces(made.pages[0])) == len(found.pieces)
    assert len(found.arrays) == sum(one.is_words for one in found.pieces)
