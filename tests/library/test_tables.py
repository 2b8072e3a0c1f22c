"""Several entries of a file changed at once, and entries removed: comments of others stay where they are."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.errors import Refused
from ulotki.library import tables

PLACES = """# head

# above a
[place.a] # beside
name = "A"
# in a
boards = 2

# a group

[place.b]
name = "B"

# above c
[place.c]
name = "C"
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("a", '# head\n\n# a group\n\n[place.b]\nname = "B"\n\n# above c\n[place.c]\nname = "C"\n'),
        ("b", PLACES.replace('[place.b]\nname = "B"\n\n', "")),
        ("c", PLACES.replace('\n# above c\n[place.c]\nname = "C"\n', "")),
    ],
)
def test_an_entry_goes_with_the_comments_of_its_own(gone, left, ends):
    """
    What stands right above its header goes; a heading over several entries stays. Line ends stay as they are.
    """
    text = PLACES.replace("\n", ends)

    assert left.replace("\n", ends) == tables.edit_entries(text, "place", {gone: None})


def test_several_entries_change_at_once():
    """
    One is changed, one goes, one comes; whoever is not there does not go.
    """
    changed = tables.edit_entries(PLACES, "place", {"a": {"boards": 3}, "b": None, "d": {"name": "D"}, "x": None})

    assert {"a": {"name": "A", "boards": 3}, "c": {"name": "C"}, "d": {"name": "D"}} == tomllib.loads(changed)["place"]
    assert "# in a" in changed and "# a group" in changed


@pytest.mark.parametrize(
    "text", ['[place]\na = {name = "A"}\nb = {name = "B"}\n', 'place.a.name = "A"\nplace.b.name = "B"\n']
)
def test_an_entry_goes_however_it_is_written(text):
    """
    Or nothing is changed, and it is said.
    """
    try:
        changed = tables.edit_entries(text, "place", {"a": None})
    except Refused:
        return

    assert {"place": {"b": {"name": "B"}}} == tomllib.loads(changed)


@given(st.sets(st.sampled_from("abc")), st.booleans())
def test_whatever_goes_the_rest_stays(gone, tail):
    """
    Any of the entries, with and without an empty line at the end.
    """
    text = PLACES + ("\n\n" if tail else "")
    changed = tables.edit_entries(text, "place", dict.fromkeys(sorted(gone)))
    left = {id: table for id, table in tomllib.loads(text)["place"].items() if id not in gone}

    assert left == tomllib.loads(changed or "").get("place", {})
    assert "# head" in changed


ORDERS = """title = "A"

# zuerst
[[order]]
scams = [
  "a", "b",
  # the third
  "c",
]
copies = 1 # beside

# above the second
[[order]]
scams = ["d"]
copies = 2

[order.meeting]
hour = "17.00"

# above the third
[[order]]
scams = ["e"]
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("place", "gone"),
    [
        (0, ORDERS[ORDERS.index("# zuerst") : ORDERS.index("# above the second")]),
        (1, ORDERS[ORDERS.index("# above the second") : ORDERS.index("# above the third")]),
        (2, ORDERS[ORDERS.index("\n# above the third") :]),
    ],
)
def test_an_entry_of_a_list_goes_with_its_own_comments(place, gone, ends):
    """
    By its place; all other lines stay byte for byte.
    """
    text = ORDERS.replace("\n", ends)

    assert ORDERS.replace(gone, "").replace("\n", ends) == tables.edit_list(text, "order", {place: None})


def test_entries_of_a_list_change_where_they_stand():
    """
    A count keeps the comment beside it, a list its lines and comments; a table below an entry stays its own; what is new
    comes last; what goes does not move the others before they were changed.
    """
    changes = {0: {"copies": 5, "scams": ["a", "c", "x"]}, 1: None, 2: {"copies": 7}, 3: {"scams": ["f"]}}
    changed = tables.edit_list(ORDERS, "order", changes)

    assert [{"scams": ["a", "c", "x"], "copies": 5}, {"scams": ["e"], "copies": 7}, {"scams": ["f"]}] == tomllib.loads(
        changed
    )["order"]
    assert "copies = 5 # beside" in changed and '  # the third\n  "c",\n  "x",\n]' in changed
    assert "# above the third" in changed and "# above the second" not in changed


def test_a_list_in_another_order_is_written_anew():
    """
    What is asked for holds, whatever becomes of the lines.
    """
    changed = tables.edit_list(ORDERS, "order", {0: {"scams": ["c", "a", "b"]}})

    assert ["c", "a", "b"] == tomllib.loads(changed)["order"][0]["scams"]


def test_a_list_in_one_line():
    """
    Is changed all the same, or nothing is, and it is said.
    """
    text = 'order = [{scams = ["a"]}, {scams = ["b"]}]\n'
    try:
        changed = tables.edit_list(text, "order", {0: {"copies": 3}, 1: None})
    except Refused:
        return

    assert [{"scams": ["a"], "copies": 3}] == tomllib.loads(changed)["order"]
