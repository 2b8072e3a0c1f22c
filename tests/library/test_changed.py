"""What differs between two texts of a file: every value, in words."""

import pytest

from ulotki.library.changed import differences


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a = 1", "a = 2", ["a: 1 → 2"]),
        ("a = 1", "a = true", ["a: 1 → true"]),
        ("", 'a = "x"', ["a: added: „x”"]),
        ('a = "x"', "", ["a: removed: „x”"]),
        ("[place.a]\nname = 'Ą'\nboards = 2", "", ["place.a: removed: Ą"]),
        ("", "[place.a]\nname = 'Ą'\n[place.b]\nname = 'B'", ["place.a: added: Ą", "place.b: added: B"]),
        ("[place.a]\nname = 'Ą'\nboards = 2", "[place.a]\nname = 'Ą'\nboards = 3", ["place.a.boards: 2 → 3"]),
        ("[[o]]\nx = 1", "[[o]]\nx = 1\n[[o]]\nname = 'y'", ["o.2: added: y"]),
        ("a = ['x']", "a = ['x', 'y']", ["a: „x” → „x”, „y”"]),
        ("a = 2024-08-01", "a = 2024-08-02", ["a: 2024-08-01 → 2024-08-02"]),
        ("n = {v = 'x', by = 'A'}", "n = {v = 'y', by = 'A'}", ["n.v: „x” → „y”"]),
        ("a = 1 # old", "a=1", []),
    ],
)
def test_every_value_that_differs_is_named(before, after, expected):
    """
    With its path, as it was and as it is; comments and spaces are no values.
    """
    assert expected == [str(one.what) for one in differences(before.encode(), after.encode())]


@pytest.mark.parametrize("broken", [b"a = ", b"\xff", b"a = " + b"[" * 5000])
def test_what_is_no_toml_has_no_values(broken):
    """
    Whichever of the two it is.
    """
    assert None is differences(broken, b"a = 1")
    assert None is differences(b"a = 1", broken)
