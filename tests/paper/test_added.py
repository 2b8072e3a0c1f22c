"""Lengths are added the same way by every version of Python."""

import builtins
import sys

import pytest
from conftest import DAY, UNTIL

from ulotki import press
from ulotki.content.telling import Occasion
from ulotki.look import PALETTES
from ulotki.paper import added
from ulotki.templates import templates


def test_from_left_to_right():
    """
    Each sum is rounded, as all versions of Python before 3.12 do it.
    """
    assert 0.0 == added([1e16, 1.0, -1e16])
    assert 0.30000000000000004 == added([0.1, 0.2])
    assert 0 == added([])


@pytest.mark.parametrize("template", ["poster", "overview", "trifold", "tear-off", "leaflet"])
def test_no_length_is_added_by_python(coded, monkeypatch, template):
    """
    Nothing of ours that lays out, draws or reads back a piece gives `sum` a float: since Python 3.12 it rounds otherwise.
    """
    plain = builtins.sum

    def heard(values, /, start=0):
        values = tuple(values)
        ours = sys._getframe(1).f_globals.get("__name__", "").startswith("ulotki.")
        assert not (ours and any(isinstance(one, float) for one in values))
        return plain(values, start)

    monkeypatch.setattr("builtins.sum", heard)
    chosen = templates()[template]
    made = press.proof(
        coded, coded.scam("na-wnuczka"), chosen, chosen.formats[0], PALETTES["mono"], Occasion(DAY, UNTIL)
    )

    assert press.printed(made)
