"""Digits that meet on the page across lines, fields and columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ulotki.checks import side_by_side
from ulotki.checks.side_by_side import find


def said(piece):
    return [str(finding.what) for finding in find(piece)]


@pytest.mark.parametrize("parts", [("Pomoc 11", "2 zawsze"), ("600", "700", "800"), ("9", "9", "7"), ("80", "80")])
@pytest.mark.parametrize("gap", [0.5, 3.0, 7.0])
def test_two_fields_on_a_baseline_make_a_number(piece, line, parts, gap):
    """
    What the eye reads in one go, however it came there.
    """
    lines, x = [], 20.0
    for place, text in enumerate(parts):
        one = replace(line(text, x, 50), field=f"field{place}")
        lines.append(one)
        x = one.box.right + gap

    assert [] != said(piece(*lines))


@pytest.mark.parametrize("parts", [("Pomoc 11", "2 zawsze"), ("600", "700", "800"), ("9", "9", "7"), ("80", "80")])
def test_lines_one_below_the_other_make_a_number(piece, line, parts):
    """
    In a column of figures, or where a line ends with digits and the next begins with some.
    """
    lines = [line(text, 20, 50 + 6 * place) for place, text in enumerate(parts)]

    assert [] != said(piece(*lines))


def test_what_stands_apart_makes_none(piece, line):
    """
    Far away, on another line with words between, or digits that nobody can dial.
    """
    assert [] == said(piece(line("11", 20, 50), line("2", 80, 50)))
    assert [] == said(piece(line("11", 20, 50), line("2", 20, 90)))
    assert [] == said(piece(line("1", 20, 50), line("2", 20, 56), line("3", 20, 62)))
    assert [] == said(piece(line("do 31 grudnia 2024", 20, 50), line("12 osób", 20, 56)))


@pytest.mark.parametrize("below", [True, False])
def test_two_digits_beside_a_number_make_another(piece, line, number, below):
    """
    112 and 34 are read as one number; a single figure after a blank is none.
    """
    value = line("112", 20, 50)
    x, y = (20, 56) if below else (value.box.right + 2, 50)

    assert [] != said(piece(number(value), line("34", x, y)))
    assert [] == said(piece(number(value), line("5", x, y)))
    assert [] == said(piece(number(value), number(line("47 812 00 00", x, y), "number:dzielnicowy")))


def test_only_this_rule_sees_them(piece, line, monkeypatch):
    """
    With the rule gone the pieces of a number pass.
    """
    lines = (line("600", 20, 50), line("700", 32, 50), line("800", 44, 50))
    assert [] != said(piece(*lines))

    monkeypatch.setattr(side_by_side, "dialable", lambda text: None)

    assert [] == said(piece(*lines))
