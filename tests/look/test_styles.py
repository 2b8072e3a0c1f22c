"""Styles: display type steps down with its page to nine tenths, body type never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.look.styles import LEAST_SHARE, Style, display
from ulotki.page.fit import SCALES
from ulotki.paper import BOARD, HAND

SIZES = st.floats(min_value=13, max_value=120).map(lambda size: round(size * 2) / 2)


@given(size=SIZES, scale=st.sampled_from(SCALES))
def test_body_never_shrinks(size, scale):
    """
    A style without a least size is set at its size, whatever its page does.
    """
    style = Style("Regular", size, size * 1.2, HAND)

    assert (style.size, style.leading) == style.at(scale)


@given(size=SIZES, scale=st.sampled_from(SCALES))
def test_display_keeps_nine_tenths(size, scale):
    """
    Display type never falls below nine tenths of its size, nor below its tier, and never grows.
    """
    style = display("ExtraBold", size, size * 1.1, HAND)

    assert max(size * LEAST_SHARE, HAND.least) <= style.at(scale)[0] <= size


@given(size=SIZES)
def test_steps_go_down(size):
    """
    Each scale sets type no larger than the one before, and leading shrinks in the same measure.
    """
    style = display("ExtraBold", size, size * 1.1, HAND)
    sizes = [style.at(scale) for scale in SCALES]

    assert sorted(sizes, reverse=True) == sizes
    assert all(pytest.approx(1.1) == leading / chosen for chosen, leading in sizes)


def test_half_points():
    """
    Type steps by half points, so two pages of one series do not differ by a hair.
    """
    style = display("ExtraBold", 40, 44, HAND)

    assert [40, 39, 38, 37, 36] == [style.at(scale)[0] for scale in SCALES]


def test_a_poster_keeps_its_quote():
    """
    A quote for a board is never smaller than 48 pt, though nine tenths of it would be.
    """
    style = display("ExtraBold", 50, 55, BOARD)

    assert (48, 48 * 1.1) == pytest.approx(style.at(0.9))
