"""Scripts: a page as lines of text, in millimetres, so that a diff reads like moving a block with a ruler."""

from dataclasses import replace

import pytest

from ulotki.look.inks import BLACK, YELLOW
from ulotki.look.paths import commands
from ulotki.page.items import Box, Code, Group, Picture, Raster, Role, Stroke
from ulotki.page.script import script
from ulotki.page.shapes import segment

HOST = "https://incydent.cert.pl"


def test_a_page(page):
    """
    An empty page is its size.
    """
    assert "page 148.0 210.0\n" == script((page(),))


def test_words(page, line):
    """
    A line says where it starts, in which face, size and ink, how many points it is wide, and what it reads.
    """
    width = sum(line("Pogania").advances) * 14 / 1000

    assert [f"  line 20.00 50.00 UlotkiPlain-Regular 14 #000000 {width:.2f} Pogania"] == script(
        (page(line("Pogania")),)
    ).splitlines()[1:]


def test_shapes(page, panel):
    """
    Shapes say their box, a short digest of their outline, their ink and what else makes them.
    """
    picture = Picture(Box(1, 2, 3, 4), "dot", commands("M 0 0 L 960 0 Z"), BLACK)
    stroke = Stroke(Box(5, 6, 7, 0), segment(5, 6, 12, 6), BLACK, 0.9, (1.6, 1.2))
    code = Code(50, 60, 1.44, ((True,),), HOST)

    lines = script((page(panel(10, 20, 30, 40, YELLOW), picture, stroke, code),)).splitlines()[1:]

    assert [
        ["fill", "10.00", "20.00", "30.00", "40.00", "#ffd200"],
        ["picture", "1.00", "2.00", "3.00", "4.00", "dot", "#000000"],
        ["stroke", "5.00", "6.00", "7.00", "0.00", "#000000", "0.9", "[1.6", "1.2]"],
        ["code", "50.00", "60.00", "1.440", HOST],
    ] == [[word for word in text.split() if len(word) != 8] for text in lines]


def test_groups_are_indented(page, line):
    """
    What is inside a group stands further right, under its role.
    """
    group = Group(Role("heading", level=2), (Group(Role("link", ref="number:112"), (line("112"),)),))
    figure = Group(Role("figure", alt="Kod QR", lang="pl"), ())

    texts = script((page(group, figure),)).splitlines()

    assert ["  heading2", "    link ref=number:112"] == texts[1:3]
    assert texts[3].startswith("      line ")
    assert "  figure lang=pl alt=Kod QR" == texts[4]


def test_the_slot_is_empty(page, line):
    """
    What stands in the slot of the code is left out, and that it is there is not.
    """
    group = Group(Role("span", ref="code"), (line("MMMMM-MMMMM"),))

    assert "  span ref=code" == script((page(group),)).splitlines()[-1]


def test_pages_follow(page, line):
    """
    Pages stand one after another.
    """
    assert 2 == script((page(line("a")), page(line("b")))).count("page 148.0 210.0\n")


@pytest.mark.parametrize("change", ["shape", "dash", "modules"])
def test_shapes_tell_themselves_apart(page, change):
    """
    Another outline in the same box, another dash, other modules: each is another script.
    """
    one = {
        "shape": Picture(Box(1, 2, 3, 4), "dot", commands("M 0 0 L 960 0 Z"), BLACK),
        "dash": Stroke(Box(5, 6, 7, 0), segment(5, 6, 12, 6), BLACK, 0.9, (1.6, 1.2)),
        "modules": Code(50, 60, 1.44, ((True, False),), HOST),
    }[change]
    other = {
        "shape": lambda: replace(one, commands=commands("M 0 0 L 0 960 Z")),
        "dash": lambda: replace(one, dash=(1.6, 1.3)),
        "modules": lambda: replace(one, rows=((False, True),)),
    }[change]()

    assert script((page(one),)) != script((page(other),))


def test_whole_millimetres_are_millimetres(page, panel):
    """
    A side of 10 and a side of 10.0 mm are the same side.
    """
    assert script((page(panel(10, 10, 30, 40)),)) == script((page(panel(10.0, 10.0, 30.0, 40.0)),))


def test_noise_of_floats_does_not_count(page, panel):
    """
    A sum that is off by a billionth of a millimetre is the same place.
    """
    assert script((page(panel(0.3, 10.0, 30.0, 40.0)),)) == script((page(panel(0.1 + 0.2, 10.0, 30.0, 40.0)),))


def test_a_little_less_than_nothing_is_nothing(page, line):
    """
    A place a hair left of the edge is the edge.
    """
    assert script((page(line("a", 0.0)),)) == script((page(line("a", -0.0001)),))


def test_dots(page):
    """
    A picture of dots says its box, how many dots it has, and a digest of them.
    """
    one, other = (script((page(Raster(Box(1, 2, 3, 4), 2, 1, data)),)) for data in (b"\0\xff", b"\xff\0"))

    assert one.splitlines()[1].startswith("  raster 1.00 2.00 3.00 4.00 2 1 ")
    assert one != other
