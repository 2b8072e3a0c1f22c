"""Imposition: the same page several times on a sheet, unscaled, with marks to cut by."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ulotki.checks import CheckedPiece
from ulotki.checks.margin import find as margins
from ulotki.page.duplex import BACKS, FRONTS, backs_turned, passes, shifted
from ulotki.page.impose import NUp, n_up
from ulotki.page.items import Box, Line, Picture, Stroke
from ulotki.page.strokes import EDGE, MARK
from ulotki.page.walking import moved, walk
from ulotki.paper import A3, A4, A6
from ulotki.templates import templates

TWO = NUp(A4.landscape, 2, 1)
FOUR = NUp(A4, 2, 2, duplex="long")


def leaves(items):
    return [item for item, _ in walk(items)]


def marks(sheet):
    return [item for item in leaves(sheet.items) if isinstance(item, Stroke) and item.dash]


@pytest.fixture(scope="session")
def sheets(proof, icons):
    """The leaflet „na wnuczka”, two up."""
    return n_up(proof(template="leaflet").pages, TWO, icons)


@pytest.fixture(scope="session")
def tile(page, panel):
    """tile(width, height): a page that is one panel from edge to edge."""
    return lambda width, height: page(panel(0, 0, width, height), width=width, height=height, margin=0)


def tiles(sheet):
    """Where the panels of such pages stand on a sheet."""
    return [item.box for item in leaves(sheet.items) if not isinstance(item, Stroke | Picture)]


def test_sheets_are_landscape(sheets):
    """
    Two pages give two sheets of A4 on their side.
    """
    assert [(297.0, 210.0)] * 2 == [(sheet.width, sheet.height) for sheet in sheets]


def test_two_up(page, line, icons):
    """
    Each half stands in the middle of its half of the sheet: a quarter of a millimetre from where its page stood, and
    148.5 mm further.
    """
    (sheet,) = n_up((page(line("112", 20, 50)),), TWO, icons)
    lines = [item for item in leaves(sheet.items) if isinstance(item, Line)]

    assert [(20.25, 50), (168.75, 50)] == [(item.x, item.baseline) for item in lines]


def test_four_up(tile, icons):
    """
    Four cards stand in the quarters of an upright sheet, row by row.
    """
    (sheet,) = n_up((tile(A6.width, A6.height),), FOUR, icons)

    assert [(0, 0.25), (105, 0.25), (0, 148.75), (105, 148.75)] == [(box.x, box.y) for box in tiles(sheet)]


def test_halves_are_the_same(sheets, proof):
    """
    Both halves of each sheet are its page, unscaled: front beside front, back beside back.
    """
    for sheet, page in zip(sheets, proof(template="leaflet").pages, strict=True):
        items = sheet.items[-2 * len(page.items) :]
        assert moved(page.items, 0.25, 0) == items[: len(page.items)]
        assert moved(page.items, 148.75, 0) == items[len(page.items) :]


def test_one_cut_parts_two(sheets):
    """
    Two dashed marks in the middle, at the top and at the bottom, and scissors beside the upper one.
    """
    for sheet in sheets:
        top, bottom, scissors, *_ = leaves(sheet.items)
        assert {148.5} == {x for stroke in (top, bottom) for _, (x, _) in stroke.path}
        assert (EDGE, sheet.height - EDGE) == (top.path[0][1][1], bottom.path[1][1][1])
        assert top.dash and bottom.dash
        assert isinstance(scissors, Picture) and "content_cut" == scissors.name and scissors.box.x > 148.5


@pytest.mark.parametrize("template", [one for one in templates().values() if one.sheets], ids=lambda one: one.id)
def test_scissors_lie_on_no_mark(proof, icons, template):
    """
    The scissors stand beside a cut mark of every sheet, also where two marks are as near to one another as on labels.
    """
    for number, paper in enumerate(template.formats):
        how = template.sheets.get(paper.name)
        for sheet in n_up(proof(template=template.id, paper=number).pages, how, icons) if how else ():
            (scissors,) = (one for one in sheet.items if isinstance(one, Picture) and one.name == "content_cut")
            assert not any(isinstance(one, Stroke) and one.box.meets(scissors.box) for one in sheet.items)


def test_cuts_touch_nothing(sheets):
    """
    Nothing of the leaflets comes nearer to the line of the cut than 5 mm.
    """
    for sheet in sheets:
        for item in leaves(sheet.items)[3:]:
            assert item.box.right <= 148.5 - 5 or item.box.x >= 148.5 + 5


def test_marks_are_no_content(sheets):
    """
    Marks stand outside every group, so nobody hears them read aloud.
    """
    for sheet in sheets:
        assert all(not roles for _, roles in list(walk(sheet.items))[:3])


def test_a_sheet_is_checked_like_a_page(sheets, proof, family):
    """
    Nothing on a sheet reaches into what no printer prints.
    """
    assert [] == list(margins(CheckedPiece(proof(template="leaflet").leaflet, sheets, (60, 90), family)))


def test_a_printer_turns_over_the_other_edge(sheets):
    """
    Backs are then upside down, and fronts are not. A printer that turns them over so again has turned nothing.
    """
    assert [False, True] == [page.turned for page in backs_turned(sheets)]
    assert sheets == backs_turned(backs_turned(sheets))
    assert [page.items for page in sheets] == [page.items for page in backs_turned(sheets)]


def test_what_is_turned_moves_as_the_printer_sees_it(page, line):
    """
    Two mm to the right on paper are two to the left on a page that is upside down.
    """
    front = page(line("112", 20, 50))
    back = replace(front, turned=True)

    assert [(22, 51), (18, 49)] == [
        (item.x, item.baseline) for sheet in (front, back) for item in shifted(sheet, 2, 1).items
    ]


def test_two_passes(page, line):
    """
    Fronts and then backs, both in the order of the sheets; a last sheet without a back has none.
    """
    sides = tuple(page(line(str(number), 20, 50)) for number in range(5))

    assert ((FRONTS, sides[::2]), (BACKS, sides[1::2])) == passes(sides)
    assert 5 == sum(len(pages) for _, pages in passes(sides))


def test_a_larger_sheet_has_room_around(page, line, icons):
    """
    On a larger sheet each page stands in the middle of its share.
    """
    (sheet,) = n_up((page(line("112", 20, 50)),), NUp(A3.landscape, 2, 1), icons)
    one, other = [item for item in leaves(sheet.items) if isinstance(item, Line)]

    assert (20 + (210 - 148) / 2, 210 + 20 + (210 - 148) / 2) == (one.x, other.x)
    assert 50 + (297 - 210) / 2 == one.baseline


@st.composite
def layouts(draw):
    """A layout that fits its sheet, and the size of its page."""
    sheet = draw(st.sampled_from([A4, A4.landscape, A3]))
    columns, rows = draw(st.integers(min_value=1, max_value=4)), draw(st.integers(min_value=1, max_value=5))
    gap = draw(st.sampled_from([(0.0, 0.0), (6.0, 0.0), (0.0, 8.0), (4.0, 4.0)]))
    share = draw(st.floats(min_value=0.6, max_value=1.0))
    width = round((sheet.width - (columns - 1) * gap[0]) / columns * share, 2) - 0.01
    height = round((sheet.height - (rows - 1) * gap[1]) / rows * share, 2) - 0.01
    assume(width > 20 and height > 20)
    return NUp(sheet, columns, rows, gap), width, height


@given(layout=layouts())
def test_pieces_stand_apart(tile, icons, layout):
    """
    Every piece lies on the sheet in its own size, and none on another.
    """
    how, width, height = layout
    (sheet,) = n_up((tile(width, height),), how, icons)
    boxes = tiles(sheet)

    assert how.columns * how.rows == len(boxes)
    assert all(Box(0, 0, sheet.width, sheet.height).holds(box) for box in boxes)
    assert all(pytest.approx((width, height)) == (box.width, box.height) for box in boxes)
    assert not any(one.meets(other, 0.001) for one, other in itertools.combinations(boxes, 2))


@given(layout=layouts())
def test_backs_meet_fronts(tile, icons, layout):
    """
    Turned over either edge, the pieces of the back lie on those of the front: they stand alike from both sides.
    """
    how, width, height = layout
    (sheet,) = n_up((tile(width, height),), how, icons)
    lefts, tops = {round(box.x, 3) for box in tiles(sheet)}, {round(box.y, 3) for box in tiles(sheet)}

    assert sorted(lefts) == pytest.approx(sorted(sheet.width - width - left for left in lefts), abs=0.01)
    assert sorted(tops) == pytest.approx(sorted(sheet.height - height - top for top in tops), abs=0.01)


@given(layout=layouts())
def test_no_cut_goes_through_a_piece(tile, icons, layout):
    """
    Between any two neighbours there is a cut, and no cut goes through a piece.
    """
    how, width, height = layout
    (sheet,) = n_up((tile(width, height),), how, icons)
    upright = {mark.path[0][1][0] for mark in marks(sheet) if mark.path[0][1][0] == mark.path[1][1][0]}
    level = {mark.path[0][1][1] for mark in marks(sheet) if mark.path[0][1][1] == mark.path[1][1][1]}

    for box in tiles(sheet):
        assert not any(box.x + 0.01 < cut < box.right - 0.01 for cut in upright)
        assert not any(box.y + 0.01 < cut < box.bottom - 0.01 for cut in level)
    lefts, tops = sorted({box.x for box in tiles(sheet)}), sorted({box.y for box in tiles(sheet)})
    assert all(
        any(left + width - 0.01 <= cut <= right + 0.01 for cut in upright) for left, right in itertools.pairwise(lefts)
    )
    assert all(any(top + height - 0.01 <= cut <= low + 0.01 for cut in level) for top, low in itertools.pairwise(tops))


@given(layout=layouts())
def test_marks_stay_on_the_sheet(tile, icons, layout):
    """
    Every mark is as long as the others and keeps its distance from the edge of the sheet.
    """
    how, width, height = layout
    (sheet,) = n_up((tile(width, height),), how, icons)
    inside = Box(0, 0, sheet.width, sheet.height).inset(EDGE, EDGE)

    for mark in marks(sheet):
        assert pytest.approx(MARK) == max(mark.box.width, mark.box.height)
        assert inside.holds(mark.box)


@pytest.mark.parametrize(("width", "height"), [(149, 210), (148, 211), (210, 297)])
def test_too_large(page, icons, width, height):
    """
    Pages that do not fit are refused: nothing is ever scaled.
    """
    with pytest.raises(ValueError, match="larger than A4"):
        n_up((page(width=width, height=height),), TWO, icons)


def test_gaps_count(tile, icons):
    """
    Gaps take room too.
    """
    assert n_up((tile(145, 200),), NUp(A4.landscape, 2, 1, (7, 0)), icons)
    with pytest.raises(ValueError, match="larger than A4"):
        n_up((tile(145, 200),), NUp(A4.landscape, 2, 1, (8, 0)), icons)


def test_the_first_page_that_fits_does_not_excuse_the_next(page, icons):
    """
    Every page is measured.
    """
    with pytest.raises(ValueError, match="larger than"):
        n_up((page(), replace(page(), width=149)), TWO, icons)
