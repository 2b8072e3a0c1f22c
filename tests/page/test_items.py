"""Items: boxes, what letters cover, walking and moving what stands on a page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.look.inks import BLACK
from ulotki.page.items import Box, Code, Group, Picture, Raster, Role, Stroke, named
from ulotki.page.shapes import segment
from ulotki.page.walking import changed, moved, refs, walk
from ulotki.qr import QUIET

MM = st.floats(min_value=-100, max_value=300).map(lambda value: round(value, 2))
SIDE = st.floats(min_value=0.1, max_value=200).map(lambda value: round(value, 2))
BOXES = st.builds(Box, MM, MM, SIDE, SIDE)


def test_sides():
    """
    A box knows its right and its lower side.
    """
    assert (40, 60) == (Box(10, 20, 30, 40).right, Box(10, 20, 30, 40).bottom)


def test_inset():
    """
    An inset takes from each side what it is told; right and bottom follow left and top.
    """
    assert Box(12, 23, 26, 34) == Box(10, 20, 30, 40).inset(2, 3)
    assert Box(11, 22, 26, 32) == Box(10, 20, 30, 40).inset(1, 2, 3, 6)


@given(one=BOXES, other=BOXES)
def test_meeting_is_mutual(one, other):
    """
    If one box meets another, the other meets it.
    """
    assert one.meets(other) == other.meets(one)


@given(box=BOXES)
def test_a_box_holds_itself(box):
    """
    A box holds itself and meets itself.
    """
    assert box.holds(box) and box.meets(box)


def test_touching_is_not_meeting():
    """
    Boxes that share a side do not meet.
    """
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).meets(Box(9.9, 9.9, 10, 10))


def test_letters_cover(line):
    """
    Letters cover their advances, from the highest accent down to the lowest tail; a blank at the end does not count.
    """
    one = line("Źdź gą ")

    assert pytest.approx(sum(one.advances[:-1]) * 14 * 25.4 / 72 / 1000) == one.box.width
    assert pytest.approx(one.baseline - one.rise * 14 * 25.4 / 72) == one.box.y
    assert one.box.bottom > one.baseline


def test_quiet_zone():
    """
    The quiet zone reaches four modules beyond the code on each side.
    """
    code = Code(50, 60, 1.5, ((True, False), (False, True)), "https://incydent.cert.pl")

    assert Box(50, 60, 3, 3) == code.box
    assert Box(50 - 1.5 * QUIET, 60 - 1.5 * QUIET, 15, 15) == code.quiet


def test_walk(line):
    """
    Walking visits leaves in reading order, each with its roles from the outermost in.
    """
    one, two, three = line("a"), line("b"), line("c")
    items = (one, Group(Role("list"), (Group(Role("item"), (two,)), three)))

    assert [(one, ()), (two, (Role("list"), Role("item"))), (three, (Role("list"),))] == list(walk(items))


def test_refs(line, number):
    """
    The refs of a page are those of its links and spans.
    """
    assert {"number:112"} == refs((line("Zadzwoń"), number(line("112"))))


def test_change_reaches_into_groups(line):
    """
    A change is made to every item, groups included.
    """
    seen = []

    changed((Group(Role("list"), (line("a"),)), line("b")), lambda item: seen.append(type(item).__name__) or item)

    assert ["Line", "Group", "Line"] == seen


@given(dx=MM, dy=MM)
def test_moved_keeps_everything_else(line, panel, dx, dy):
    """
    Moved items stand dx and dy further; moved back they are where they were.
    """
    items = (
        panel(10, 10, 50, 20),
        Group(Role("paragraph"), (line("ab"),)),
        Stroke(Box(5, 6, 7, 0), segment(5, 6, 12, 6), BLACK, 1),
        Picture(Box(1, 2, 3, 4), "star", (("M", (0, 0)), ("L", (1, 1))), BLACK),
        Code(50, 60, 1.5, ((True,),), "https://incydent.cert.pl"),
    )

    there = [item for item, _ in walk(moved(items, dx, dy))]

    for item, other in zip((item for item, _ in walk(items)), there, strict=True):
        assert (item.box.x + dx, item.box.y + dy) == pytest.approx((other.box.x, other.box.y))
        assert (item.box.width, item.box.height) == pytest.approx((other.box.width, other.box.height))
    fill, _, stroke, picture, _ = there
    assert fill.path[0][1] == pytest.approx((10 + dx, 10 + dy))
    assert stroke.path[1][1] == pytest.approx((12 + dx, 6 + dy))
    assert ("L", (1, 1)) == picture.commands[1]


def test_items_are_values(line):
    """
    Equal items are equal; one that differs in a field is another.
    """
    assert line("a") == line("a")
    assert line("a") != replace(line("a"), x=21)


def test_a_picture_has_all_its_dots():
    """
    A picture of dots has a byte for each, no more and no less.
    """
    with pytest.raises(ValueError, match="5 bytes for 2 × 3 dots"):
        Raster(Box(0, 0, 2, 3), 2, 3, bytes(5))


def test_a_picture_moves():
    """
    A picture of dots moves with what is around it; its dots stay as they are.
    """
    picture = Raster(Box(10, 20, 20, 30), 2, 3, bytes(6))

    assert (replace(picture, box=Box(11, 22, 20, 30)),) == moved((picture,), 1, 2)
    assert "a picture" == str(named(picture))
