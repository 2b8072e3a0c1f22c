"""Sheets in millimetres and the least type of a reading distance."""

from __future__ import annotations

import math

import pytest

from ulotki.paper import A3, A4, A5, A6, BOARD, CARD, HALL, HAND, IMPRINT, POINT, SECOND_LOOK, WALLET, least_size

FORMATS = (A3, A4, A5, A6, WALLET)
TIERS = (BOARD, HALL, SECOND_LOOK, CARD, HAND, IMPRINT)


@pytest.mark.parametrize(
    ("width", "height", "name", "paper"),
    [(297.0, 420.0, "A3", A3), (210.0, 297.0, "A4", A4), (148.0, 210.0, "A5", A5), (105.0, 148.0, "A6", A6)],
)
def test_sheets_are_those_of_iso_216(width, height, name, paper):
    """
    Width and height in mm, held upright.
    """
    assert (width, height, name) == (paper.width, paper.height, paper.name)


def test_a_wallet_card_is_a_bank_card():
    """
    ISO/IEC 7810 ID-1, on its side.
    """
    assert (85.6, 54.0) == pytest.approx((WALLET.width, WALLET.height), abs=0.05)


@pytest.mark.parametrize("one", FORMATS[:4], ids=lambda paper: paper.name)
@pytest.mark.parametrize("other", FORMATS, ids=lambda paper: paper.name)
def test_a_formats_are_alike_and_a_card_is_not(one, other):
    """
    A page of one is a page of the other, enlarged.
    """
    assert (other is not WALLET) == one.like(other) == other.like(one)
    assert not one.like(other.landscape) or other is WALLET


@pytest.mark.parametrize("paper", FORMATS, ids=lambda paper: paper.name)
def test_no_printer_rim_is_used(paper):
    """
    Office printers leave some 4 mm white; no margin is narrower, or takes a tenth of the width.
    """
    assert 4 <= paper.margin < paper.width / 10


@pytest.mark.parametrize("paper", FORMATS, ids=lambda paper: paper.name)
def test_a_sheet_turned_twice_is_itself(paper):
    """
    Turning swaps the sides and nothing else.
    """
    assert (paper.height, paper.width) == (paper.landscape.width, paper.landscape.height)
    assert paper == paper.landscape.landscape


def test_a_point_is_a_72nd_of_an_inch():
    """
    72 points are 25.4 mm.
    """
    assert 25.4 == pytest.approx(72 * POINT)


def test_the_least_size_fills_its_arc():
    """
    Seen from two metres, an x-height of that size spans sixteen minutes of arc.
    """
    x_height = least_size(2.0, 0.5) * 0.5 * POINT

    assert 16 / 60 == pytest.approx(math.degrees(math.atan(x_height / 2000)))


def test_twice_the_distance_asks_for_twice_the_size():
    """
    And half the x-height asks for twice the size as well.
    """
    assert 2 * least_size(1.0, 0.5) == pytest.approx(least_size(2.0, 0.5)) == pytest.approx(least_size(1.0, 0.25))


@pytest.mark.parametrize("tier", TIERS, ids=lambda tier: tier.name)
@pytest.mark.parametrize("x_height", [0.4, 0.5, 0.6])
def test_the_floor_is_neither_below_the_tier_nor_below_the_eye(tier, x_height):
    """
    A face with small letters is set larger; a face with large ones is not set smaller than the tier.
    """
    assert max(tier.least, least_size(tier.distance, x_height)) == tier.floor(x_height)


def test_farther_is_larger():
    """
    The farther a tier is read from, the larger its least type.
    """
    by_distance = sorted(TIERS, key=lambda tier: tier.distance)

    assert sorted(tier.least for tier in TIERS) == [tier.least for tier in by_distance]


def test_nothing_in_the_hand_is_below_twelve_points():
    """
    Body type of a leaflet for the elderly.
    """
    assert 12.0 == HAND.least
