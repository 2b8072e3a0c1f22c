"""The orders of a campaign: added, changed, taken out; comments and all other lines of the file stay."""

from __future__ import annotations

import datetime
import shutil
from collections import Counter

import pytest

from ulotki.errors import Refused
from ulotki.office import order_file, orders, undo
from ulotki.office.edits import Overtaken
from ulotki.office.orders import OrderRequest
from ulotki.templates import templates
from ulotki.workspace import Workspace

TODAY = datetime.date(2024, 8, 6)
NAME = "sierpien-2024"

NEW = {"scams": ("blik",), "template": ("poster",), "format": ("A4",), "places": ("bank",), "copies": ("2",)}


@pytest.fixture
def workspace(root, tmp_path):
    folder = tmp_path / "w"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    return Workspace.at(folder)


@pytest.fixture
def file(workspace):
    return workspace.folder / f"campaigns/{NAME}.toml"


def lines(before, after):
    """(lines that went, lines that came)."""
    one, other = before.splitlines(), after.splitlines()
    return [*(Counter(one) - Counter(other))], [*(Counter(other) - Counter(one))]


def test_a_new_order_comes_last(workspace, file):
    """
    With what differs from the usual alone; every other line stays, and undo brings the file back byte for byte.
    """
    before = file.read_text("utf-8")
    done = orders.change_order(workspace, OrderRequest(NAME, NEW), TODAY).value
    after = file.read_text("utf-8")

    assert after.startswith(before)
    assert '[[order]]\nscams = ["blik"]\ntemplate = "poster"\nformat = "A4"\nplaces = ["bank"]\ncopies = 2\n' in after
    assert ("blik",) == done.order.scams
    undo.undo(workspace, done.change, TODAY)
    assert before == file.read_text("utf-8")


def test_a_change_touches_its_own_lines(workspace, file):
    """
    One order alone is changed, and a list keeps its order; what is sent as it was writes nothing.
    """
    before, found = file.read_text("utf-8"), order_file.read_orders(workspace, NAME)
    row = found.rows[2]
    same = orders.change_order(workspace, OrderRequest(NAME, row.values, row.key, row.seen), TODAY).value
    wanted = {**row.values, "places": ("bank", "parish"), "until": ("2024-10-01",), "palette": ("eco",)}
    orders.change_order(workspace, OrderRequest(NAME, wanted, row.key, row.seen), TODAY)

    assert 0 == same.change
    assert (
        ['places = ["parish", "bank", "office", "welfare"]'],
        ['places = ["parish", "bank"]', "until = 2024-10-01", 'palette = "eco"'],
    ) == lines(before, file.read_text("utf-8"))


def test_an_order_goes_with_its_comment(workspace, file):
    """
    And no other one does; the last one stays, because a campaign without orders is none.
    """
    found = order_file.read_orders(workspace, NAME)
    appeal = next(row for row in found.rows if row.values["template"] == ("church-appeal",))
    orders.remove_order(workspace, NAME, appeal.key, appeal.seen, TODAY)
    after = file.read_text("utf-8")

    assert "church-appeal" not in after and "# Apel" not in after and "# W gablocie" in after
    *others, last = order_file.read_orders(workspace, NAME).rows
    for row in others:
        orders.remove_order(workspace, NAME, row.key, row.seen, TODAY)
    with pytest.raises(Refused, match="nothing would be ordered"):
        orders.remove_order(workspace, NAME, last.key, last.seen, TODAY)


def test_the_copies_of_all(workspace, file):
    """
    Those alone that differ are written; each that is no number is named by its key.
    """
    before, found = file.read_text("utf-8"), order_file.read_orders(workspace, NAME)
    first, last = found.rows[0].key, found.rows[-1].key
    orders.set_copies(workspace, NAME, {**found.copies, first: "3", last: "40"}, found.seen, TODAY)

    assert (["copies = 1", "copies = 30"], ["copies = 3", "copies = 40"]) == lines(before, file.read_text("utf-8"))
    for wrong in ("", "-1", "viele", "1,5", "٣", "99999999"):
        with pytest.raises(Refused) as trouble:
            orders.set_copies(workspace, NAME, {last: wrong}, "", TODAY)
        assert [last] == [one.at.field for one in trouble.value.findings]
    with pytest.raises(Refused, match="one or more"):
        orders.set_copies(workspace, NAME, {last: "0"}, "", TODAY)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("scams", ()),
        ("scams", ("nothing-like-it",)),
        ("places", ()),
        ("places", ("nowhere",)),
        ("template", ()),
        ("template", ("nothing",)),
        ("format", ("A0",)),
        ("copies", ("zwei",)),
        ("copies", ("0",)),
        ("copies", ("1000000",)),
        ("until", ("gestern",)),
        ("until", ("2020-01-01",)),
        ("palette", ("pink",)),
        ("audience", ("cats",)),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(workspace, file, field, words):
    """
    And nothing is written.
    """
    before = file.read_bytes()
    with pytest.raises(Refused) as trouble:
        orders.change_order(workspace, OrderRequest(NAME, {**NEW, field: words}), TODAY)

    assert field in {one.at.field for one in trouble.value.findings}
    assert before == file.read_bytes()


def test_a_template_that_is_not_for_a_scam(workspace, library):
    """
    Is refused at once, and the scam and the reason are said.
    """
    template, scam = next(
        (one, scam)
        for one in templates().values()
        for scam in library.scams.values()
        if one.refuses(scam) and not one.whole
    )
    wanted = {**NEW, "scams": ("blik", scam.id), "template": (template.id,), "format": (template.formats[0].name,)}
    with pytest.raises(Refused) as trouble:
        orders.change_order(workspace, OrderRequest(NAME, wanted), TODAY)

    assert [scam.title.source in str(one.what) for one in trouble.value.findings if one.at.field == "template"]


def test_who_comes_second_is_told(workspace, file):
    """
    Whatever the other one did: changed the same order, its copies alone, or took it out. Another order is another matter.
    """
    found = order_file.read_orders(workspace, NAME)
    row, other = found.rows[2], found.rows[3]
    orders.change_order(workspace, OrderRequest(NAME, NEW), TODAY)
    orders.remove_order(workspace, NAME, found.rows[0].key, found.rows[0].seen, TODAY)
    moved = orders.change_order(workspace, OrderRequest(NAME, {"copies": ("4",)}, row.key, row.seen), TODAY).value

    assert 4 == moved.order.copies and ("bank",) == moved.order.scams
    before = file.read_bytes()
    orders.change_order(workspace, OrderRequest(NAME, {"places": ("bank",)}, other.key, other.seen), TODAY)
    there = orders.similar_order(order_file.read_orders(workspace, NAME), other.values)
    assert ("bank",) == there.values["places"] and before != file.read_bytes()
    late = (
        lambda: orders.change_order(workspace, OrderRequest(NAME, {"copies": ("5",)}, row.key, row.seen), TODAY),
        lambda: orders.change_order(workspace, OrderRequest(NAME, {"copies": ("5",)}, other.key, other.seen), TODAY),
        lambda: orders.remove_order(workspace, NAME, row.key, row.seen, TODAY),
        lambda: orders.set_copies(workspace, NAME, found.copies, found.seen, TODAY),
    )
    before = file.read_bytes()
    for deed in late:
        with pytest.raises(Overtaken):
            deed()
    assert before == file.read_bytes()


def test_orders_of_the_same_have_keys_of_their_own(workspace, file):
    """
    Two entries that order the same are two rows, and each is changed alone.
    """
    orders.change_order(workspace, OrderRequest(NAME, {**NEW, "copies": ("2",)}), TODAY)
    text = file.read_text("utf-8")
    file.write_text(text + "\n" + text[text.rindex("[[order]]") :], "utf-8")
    *_, one, other = order_file.read_orders(workspace, NAME).rows
    orders.set_copies(workspace, NAME, {other.key: "9"}, "", TODAY)

    assert one.key != other.key
    assert [2, 9] == [order.copies for order in order_file.read_orders(workspace, NAME).campaign.order[-2:]]
