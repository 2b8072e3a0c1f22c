"""The printer of the office: how its sheets are printed, in words."""

import pytest

from ulotki.content.publisher import Printer


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("both", "two-sided sheets turn over the short edge"),
        ("short", "two-sided sheets turn over the short edge"),
        ("long", "two-sided sheets turn over the long edge"),
        ("by hand", "first the files …-1-przody; then turn the stack over its long side"),
    ],
)
def test_how_it_prints_is_said(turns, said):
    """
    Always at actual size; over the edge over which it turns, or by hand, fronts first.
    """
    how = str(Printer(turns=turns).how)

    assert how.startswith("print at 100 % (actual size)")
    assert said in how


@pytest.mark.parametrize(
    ("expected", "turns", "made"),
    [
        (None, "long", None),
        ("short", "both", "short"),
        ("long", "both", "long"),
        ("long", "long", "short"),
        ("short", "short", "long"),
        ("long", "by hand", "short"),
    ],
)
def test_over_which_edge_it_turns(expected, turns, made):
    """
    The one that a sheet is made for, unless it knows but one; what has one side is turned over none.
    """
    assert expected == Printer(turns=turns).edge(made)
