"""Room to cut for a print shop: the same page on larger paper, with marks that lie outside of what it may print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.look.inks import BLACK, REGISTRATION
from ulotki.page.crop import APART, cropped, folds
from ulotki.page.items import Box, Group, Role, Stroke
from ulotki.page.purposes import BLEED
from ulotki.page.strokes import FOLD_DASH, MARK, tick
from ulotki.page.walking import moved, walk
from ulotki.paper import POINT

SLUG = BLEED + 2 * APART + MARK


def leaves(page):
    return [item for item, _ in walk(page.items)]


def marks(page):
    """What lies outside of the trimmed page."""
    return [item for item in leaves(page) if not page.trim.holds(item.box, 1)]


@pytest.fixture(scope="module", params=["leaflet", "trifold", "poster", "card", "sticker"])
def pages(request, proof):
    """(as it was, as it goes to the press) of each page of a piece."""
    return [(page, cropped(page, BLEED)) for page in proof(template=request.param).pages]


def test_the_paper_is_larger(pages):
    """
    Around the trimmed page there is as much paper as the purpose asks for, and it says where to cut.
    """
    for page, sheet in pages:
        assert (page.width + 2 * SLUG, page.height + 2 * SLUG) == (sheet.width, sheet.height)
        assert Box(SLUG, SLUG, page.width, page.height) == sheet.trim


def test_nothing_else_changes(pages):
    """
    Without its folds the page stands there as it was, moved by the slug, its groups and their roles as well.
    """
    for page, sheet in pages:
        count = len(sheet.items) - len([item for item in page.items if not _fold(item)])
        kept = moved(_without_folds(page.items), SLUG, SLUG)
        assert kept == sheet.items[count:]


def _fold(item):
    return isinstance(item, Stroke) and item.dash == FOLD_DASH


def _without_folds(items):
    return tuple(
        Group(item.role, _without_folds(item.items)) if isinstance(item, Group) else item
        for item in items
        if not _fold(item)
    )


def test_eight_crop_marks(pages):
    """
    Two marks at each corner, in line with the sides of the trimmed page, as long as any mark.
    """
    for _, sheet in pages:
        crops = [mark for mark in marks(sheet) if mark.dash == ()]
        upright = sorted({round(mark.box.x + mark.box.width / 2, 3) for mark in crops if mark.box.height > 1})
        lying = sorted({round(mark.box.y + mark.box.height / 2, 3) for mark in crops if mark.box.width > 1})

        assert 8 == len(crops)
        assert [SLUG, round(SLUG + sheet.trim.width, 3)] == upright
        assert [SLUG, round(SLUG + sheet.trim.height, 3)] == lying
        assert {MARK} == {round(max(mark.box.width, mark.box.height), 3) for mark in crops}


def test_marks_lie_outside_the_bleed(pages):
    """
    No mark comes nearer to the trimmed page than the bleed reaches, and all lie on the paper.
    """
    for _, sheet in pages:
        bleed = sheet.trim.inset(-BLEED, -BLEED)
        for mark in marks(sheet):
            assert not bleed.meets(mark.box)
            assert Box(0, 0, sheet.width, sheet.height).holds(mark.box)


@pytest.mark.parametrize("bleed", [0, 2, 5])
def test_a_shop_asks_for_its_bleed(page, line, bleed):
    """
    With another bleed marks stand as far beyond it; a shop that sets its own gets none, and paper for the bleed alone.
    """
    made = page(line("112", 20, 20))
    marked, bare = cropped(made, bleed), cropped(made, bleed, None)

    assert made.width + 2 * (bleed + 2 * APART + MARK) == marked.width
    assert not any(marked.trim.inset(-bleed, -bleed).meets(mark.box) for mark in marks(marked))
    assert (made.width + 2 * bleed, Box(bleed, bleed, made.width, made.height)) == (bare.width, bare.trim)
    assert [] == marks(bare)


@pytest.mark.parametrize("ink", [BLACK, REGISTRATION])
def test_marks_are_in_the_inks_of_the_job(page, line, ink):
    """
    Marks are a quarter point of the ink that is asked for.
    """
    found = marks(cropped(page(line("112", 20, 20)), BLEED, ink))

    assert {(ink, 0.25)} == {(mark.ink, mark.weight) for mark in found}


def test_nothing_stands_between_page_and_marks(pages):
    """
    Whatever is no mark stands inside of the trimmed page.
    """
    for _, sheet in pages:
        outside = {id(mark) for mark in marks(sheet)}
        assert all(sheet.trim.holds(item.box, 0.5) for item in leaves(sheet) if id(item) not in outside)


def test_folds_move_outside(proof):
    """
    The folds of a trifold are marked above and below the trimmed page, and no longer on it.
    """
    for page in proof(template="trifold").pages:
        sheet = cropped(page, BLEED)
        marked = [item for item in leaves(sheet) if _fold(item)]

        assert 2 == len(folds(page))
        assert 4 == len(marked)
        assert [SLUG + fold for fold in folds(page)] == pytest.approx(list(folds(sheet)))
        assert not any(sheet.trim.inset(-BLEED, -BLEED).meets(mark.box) for mark in marked)


def test_a_page_without_folds_has_none(proof):
    """
    Where nothing is folded no fold is marked.
    """
    (poster,) = proof(template="poster").pages

    assert () == folds(poster)
    assert not any(_fold(item) for item in leaves(cropped(poster, BLEED)))


@given(at=st.lists(st.integers(20, 120), unique=True, max_size=4), deep=st.booleans())
def test_folds_are_found_wherever_they_stand(at, deep, page, line):
    """
    Marks of folds are found inside groups too, once each, in order, and all of them leave the page.
    """
    ticks = tuple(tick(float(x), y, upright=True, dash=FOLD_DASH) for x in at for y in (1.0, 200.0))
    made = page(*((Group(Role("artifact"), ticks),) if deep else ticks), line("112"))
    sheet = cropped(made, BLEED)

    assert tuple(sorted(map(float, at))) == folds(made)
    assert len(at) * 2 == len([item for item in leaves(sheet) if _fold(item)])
    assert not any(_fold(item) and sheet.trim.meets(item.box) for item in leaves(sheet))


def test_marks_are_hairlines(pages):
    """
    A mark is a thin black line: what is left of it after the cut does not show.
    """
    for _, sheet in pages:
        for mark in marks(sheet):
            assert isinstance(mark, Stroke) and "black" == mark.ink.name
            assert min(mark.box.width, mark.box.height) == pytest.approx(mark.weight * POINT)
