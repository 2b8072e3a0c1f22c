"""Pictograms: closed paths inside a unit square, one for every name that content may use."""

import itertools

import pytest

from ulotki.look.icons import BADGE
from ulotki.look.paths import commands

COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def drawn(icons):
    """Every pictogram that is a path."""
    return [icons[name] for name in sorted(icons.names - {BADGE})]


def test_commands():
    """
    A path on the grid of 960 becomes commands in the unit square.
    """
    expected = (("M", (0.0, 0.5)), ("L", (1.0, 0.5)), ("C", (0.0, 0.0, 0.5, 0.5, 1.0, 1.0)), ("Z", ()))

    assert expected == commands("M 0 480 L 960 480 C 0 0 480 480 960 960 Z")


def test_shapes(icons):
    """
    Every pictogram begins with a move, ends closed, and each command has the numbers it takes.
    """
    for icon in drawn(icons):
        for shape in filter(None, (icon.commands, icon.cut, icon.over)):
            assert ("M", "Z") == (shape[0][0], shape[-1][0])
            assert all(COUNTS[letter] == len(numbers) for letter, numbers in shape)


def test_inside(icons):
    """
    Every pictogram lies in its square, so it cannot reach into words beside it.
    """
    for icon in drawn(icons):
        for _, numbers in itertools.chain(icon.commands, icon.cut, icon.over):
            assert all(0 <= number <= 1 for number in numbers), icon.name


def test_scams_find_theirs(icons, library):
    """
    Every pictogram that a scam names is there.
    """
    wanted = {scam.icon for scam in library.scams.values()}
    wanted |= {point.icon for scam in library.scams.values() for point in scam.step + scam.sign}

    assert set() == wanted - icons.names


def test_templates_find_theirs(icons):
    """
    So are the mask on the bar and the scissors on a sheet; the badge is a name without a path.
    """
    assert {"domino_mask", "content_cut", "no_money", BADGE} <= icons.names
    with pytest.raises(KeyError):
        icons[BADGE]


def test_no_money(icons):
    """
    The struck-out banknote is the banknote with a cut and a slash in it.
    """
    assert icons["payments"].commands == icons["no_money"].commands
    assert icons["no_money"].cut and icons["no_money"].over
