"""A page on larger paper."""

from dataclasses import replace

from ulotki.page.enlarged import enlarged
from ulotki.page.items import Box, Code, Group, Raster, Role
from ulotki.page.walking import walk


def test_enlarged(page, line, panel, rule):
    """
    On larger paper everything grows alike, and what its reader needs grows with the distance.
    """
    code = Code(50, 60, 1.0, ((True,),), "https://incydent.cert.pl")
    dashed = replace(rule(20, 90, 60, 90), dash=(1.6, 1.2))
    small = page(panel(20, 20, 40, 10), Group(Role("paragraph"), (line("112", 20, 50, size=14),)), code, dashed)

    large = enlarged(small, 296, 420, 1.5)
    fill, words, symbol, stroke = [item for item, _ in walk(large.items)]

    assert (296, 420, 18) == (large.width, large.height, large.margin)
    assert Box(40, 40, 80, 20) == fill.box
    assert (40, 100, 28, 18.0) == (words.x, words.baseline, words.size, words.floor)
    assert (100, 120, 2.0) == (symbol.x, symbol.y, symbol.module)
    assert ((3.2, 2.4), 2, ("M", (40, 180))) == (stroke.dash, stroke.weight, stroke.path[0])
    assert [roles for _, roles in walk(small.items)] == [roles for _, roles in walk(large.items)]


def test_enlarged_stays_in_the_middle(page, line):
    """
    Paper a little longer than its proportions leaves the same room above and below.
    """
    large = enlarged(page(line("112", 20, 105)), 296, 424, 1.0)

    assert [212] == [item.baseline for item, _ in walk(large.items)]


def test_a_picture_grows(page):
    """
    A picture of dots grows with what is around it; its dots stay as they are.
    """
    picture = Raster(Box(10, 20, 20, 30), 2, 3, bytes(6))

    assert (replace(picture, box=Box(20, 40, 40, 60)),) == enlarged(page(picture), 296, 420, 1).items
