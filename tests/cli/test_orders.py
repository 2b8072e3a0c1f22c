"""`ulotki orders`: words, documents and exit codes."""

from __future__ import annotations

import pytest

NEW = ("--scam", "blik", "--template", "poster", "--place", "bank", "--copies", "2")
CAMPAIGN = 'title = "Jesień"\nday = 2024-08-01\n[[order]]\nscams = ["blik"]\ntemplate = "card"\nformat = "A6"\nplaces = ["all"]\n'


@pytest.fixture
def jesien(workspace):
    """A campaign of one order, and its file."""
    file = workspace / "campaigns/jesien.toml"
    file.write_text(CAMPAIGN, "utf-8")
    return file


def keys(run):
    return [one["key"] for one in run("orders", "list", "jesien", "--json").data["orders"]]


def test_an_order_is_added_changed_and_taken_out(run, jesien):
    """
    Each by a key, whose beginning is enough; the format is the first of the template; undo brings the file back.
    """
    added = run("orders", "add", "jesien", *NEW, "--json")
    key = added.data["order"]["key"]
    copies = run("orders", "change", "jesien", key[:5], "--copies", "7")
    changed = run("orders", "change", "jesien", key, "--scam", "blik,na-wnuczka", "--until", "2024-09-01", "--json")
    again = changed.data["order"]["key"]
    gone = run("orders", "remove", "jesien", again, "--json")

    assert 0 == added.code == copies.code == changed.code == gone.code
    assert ("A4", 2, ["bank"]) == tuple(added.data["order"][name] for name in ("format", "copies", "places"))
    assert key in copies.out and "   7  poster A4  blik  bank" in copies.out
    assert (7, "2024-09-01") == (changed.data["order"]["copies"], changed.data["order"]["until"])
    assert key != again and gone.data["order"] is None
    assert CAMPAIGN.strip() == jesien.read_text("utf-8").strip()
    assert 0 == run("undo").code and '["blik", "na-wnuczka"]' in jesien.read_text("utf-8")


def test_what_is_changed_to_the_same_changes_nothing(run, jesien):
    """
    And says so.
    """
    (key,) = keys(run)
    ran = run("orders", "change", "jesien", key, "--copies", "1", "--until", "")

    assert 0 == ran.code and "nothing changed" in ran.err
    assert CAMPAIGN == jesien.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "jesien"), 1, ("no swindle is chosen", "no kind of piece is chosen", "no place is chosen")),
        (("add", "jesien", "--scam", "blikk", *NEW[2:]), 1, ("blikk", "blik")),
        (("add", "jesien", *NEW[:-1], "many"), 1, ('"many" is not a number of things',)),
        (("add", "jesien", *NEW, "--until", "jutro"), 1, ('"jutro" is not a day',)),
        (("add", "zima", *NEW), 2, ("zima",)),
        (("change", "jesien", "ffff", "--copies", "2"), 2, ('there is no order "ffff"', "ulotki orders list jesien")),
        (("remove", "jesien", ""), 2, ('there is no order ""',)),
    ],
)
def test_what_cannot_be_ordered_is_refused(run, jesien, words, code, said):
    """
    With what is wrong, and nothing is written.
    """
    ran = run("orders", *words)

    assert code == ran.code
    assert all(one in ran.err for one in said), ran.err
    assert CAMPAIGN == jesien.read_text("utf-8")


def test_what_is_ordered_already_is_refused(run, jesien):
    """
    Also with other copies; the key of the order is said, and nothing is written.
    """
    first = run("orders", "add", "jesien", *NEW, "--scam", "na-wnuczka", "--json").data["order"]["key"]
    before = jesien.read_text("utf-8")
    same, more = run("orders", "add", "jesien", *NEW, "--scam", "na-wnuczka"), ("--copies", "9")
    again = run("orders", "add", "jesien", *NEW, "--scam", "na-wnuczka", *more)

    assert 1 == same.code == again.code
    assert all(f"this is ordered already, by the order {first}" in ran.err for ran in (same, again))
    assert "orders change" in same.err
    assert before == jesien.read_text("utf-8")


def test_the_last_order_stays(run, jesien):
    """
    A campaign that orders nothing is none.
    """
    (key,) = keys(run)

    assert 1 == run("orders", "remove", "jesien", key).code
    assert [key] == keys(run)


def test_two_that_begin_alike_are_not_guessed(run, jesien):
    """
    The same order twice has the same key with a number behind it: the beginning of both is none of them.
    """
    jesien.write_text(CAMPAIGN + CAMPAIGN[CAMPAIGN.index("[[order]]") :], "utf-8")
    one, other = keys(run)
    ran = run("orders", "change", "jesien", one[:4], "--copies", "3")

    assert other == f"{one}-2"
    assert 2 == ran.code and "the beginning of several orders" in ran.err
    assert 0 == run("orders", "change", "jesien", other, "--copies", "3").code
    assert 0 == run("orders", "change", "jesien", one, "--copies", "4").code
