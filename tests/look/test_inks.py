"""Inks: how far they stand out from one another, and what each palette says with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.look import PALETTES
from ulotki.look.inks import BLACK, MIST, NAVY, WHITE, YELLOW, Ink, contrast
from ulotki.look.pattern import PATTERN

INKS = st.builds(
    lambda red, green, blue: Ink("any", (red, green, blue), (0, 0, 0, 0)),
    *[st.integers(min_value=0, max_value=255)] * 3,
)


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (21.0, BLACK, WHITE),
        (14.5, BLACK, YELLOW),
        (14.9, WHITE, NAVY),
        (10.3, YELLOW, NAVY),
        (18.4, BLACK, MIST),
        (13.0, NAVY, MIST),
    ],
)
def test_contrast(expected, one, other):
    """
    The contrasts of the pairs that are printed are the ones that were chosen.
    """
    assert expected == round(contrast(one, other), 1)


@given(one=INKS, other=INKS)
def test_contrast_has_no_direction(one, other):
    """
    Black on white stands out as much as white on black, and nothing more than that.
    """
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.000001


def test_hex():
    """
    An ink is written as in a style sheet, two digits a channel.
    """
    assert "#10264e" == NAVY.hex
    assert "#000000" == BLACK.hex


def test_palettes():
    """
    There are three palettes, and each is known by its own name.
    """
    assert {"colour", "mono", "eco"} == set(PALETTES)
    assert all(name == palette.name for name, palette in PALETTES.items())


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_stand_out(palette):
    """
    Whatever a surface carries stands out 7 : 1 from it, and what is set as running words 12 : 1.
    """
    for surface in palette.surfaces:
        ground = surface.fill or WHITE
        assert contrast(surface.text, ground) >= 12
        assert contrast(surface.accent, ground) >= 7
    assert contrast(palette.ink, WHITE) >= 12


@pytest.mark.parametrize("name", ["mono", "eco"])
def test_one_toner(name):
    """
    Mono and eco use black and bare paper alone, so no printer has to mix or screen a colour.
    """
    palette = PALETTES[name]
    assert {BLACK, WHITE} == set(palette.inks)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_a_surface_is_seen(palette):
    """
    A surface without a fill has an outline of 1 pt or more: nobody speaks from nowhere.
    """
    for surface in palette.surfaces:
        assert surface.fill or (surface.line and surface.weight >= 1)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_two_voices(palette):
    """
    The swindler and the order never look alike.
    """
    assert palette.voice != palette.deed


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_outlines_are_those_of_the_pattern(palette):
    """
    An outline is as wide as in the pattern that pages are laid out in, whichever palette draws it.
    """
    pairs = zip(palette.surfaces, PATTERN.surfaces, strict=True)

    assert all(surface.weight == pattern.weight for surface, pattern in pairs if surface.line)


def test_the_pattern_names_every_use():
    """
    Each ink of the pattern has one name, so that a page takes the right ink of a palette for it.
    """
    assert len(PATTERN.slots) == len({ink.name for ink in PATTERN.inks})
    assert {ink.name for ink in PATTERN.inks}.isdisjoint({ink.name for one in PALETTES.values() for ink in one.inks})
