"""Orders on the page: the table of copies, an order added from a piece, changed, taken out; faults at the field, undo, two tabs."""

from __future__ import annotations

import re

import pytest
from pages import OURS, TODAY

from ulotki.office import order_file, orders
from ulotki.templates import templates

HERE = "/akcja/mala"
NEW = {"piece": "poster A4", "scams": ["blik"], "places": ["parish"], "copies": "2", "audience": "adults"}


@pytest.fixture
def workspace(small):
    return small


def rows(workspace):
    return order_file.read_orders(workspace, "mala").rows


def hidden(client, path):
    """The token and what the form of a page was made from."""
    text = client.get(path).text
    return {
        name: re.search(rf'name="{name}" value="([^"]*)"', text)[1].replace("&#34;", '"')
        for name in ("token", "seen", "was")
    }


def post(client, path, at, **fields):
    return client.post(path, data={**hidden(client, at), **fields}, headers=OURS)


def test_the_copies_are_changed_in_the_table(client, workspace):
    """
    The sums follow, and the undo is offered; a word that is no number is named at its field, and nothing is written.
    """
    first, second = (f"copies-{row.key}" for row in rows(workspace))
    wrong = post(client, f"{HERE}/sztuki", HERE, **{first: "viele", second: "3"})
    assert 422 == wrong.status_code and f'href="#{first}"' in wrong.text and 'value="viele"' in wrong.text
    assert ["4", "1"] == [row.values["copies"][0] for row in rows(workspace)]
    done = post(client, f"{HERE}/sztuki", HERE, **{first: "8", second: "1"})
    text = client.get(HERE).text

    assert 303 == done.status_code and "/ustawienia/historia/1" in text
    assert re.search(r'Sheets together">16<', text)


def test_a_piece_is_added_to_the_campaign(client, workspace):
    """
    From the screen of pieces to the form, which has the piece in it already; saved, it is in the table.
    """
    path = re.search(
        r'href="(/akcja/mala/zamowienia/nowe[^"]*)"', client.get("/druki?oszustwo=blik&wzor=card&toner=eco").text
    )[1]
    text = client.get(path.replace("&amp;", "&")).text
    assert '<option value="card A5" selected>' in text or '<option value="card ' in text
    assert 'value="blik" checked' in text and 'value="eco" selected' in text and 'value="all" checked' in text
    done = post(client, f"{HERE}/zamowienia/nowe", path.replace("&amp;", "&"), **NEW)

    assert 303 == done.status_code and 3 == len(rows(workspace))
    assert ("parish",) == rows(workspace)[2].values["places"]
    assert 404 == client.get("/akcja/nikt/zamowienia/nowe").status_code
    other = workspace.folder / "campaigns/inna.toml"
    other.write_text((workspace.folder / "campaigns/mala.toml").read_text("utf-8").replace("Mała", "Inna"), "utf-8")
    assert "/akcja/inna/zamowienia/nowe?" in client.get(path.replace("&amp;", "&")).text
    assert (
        "selected"
        not in client.get(f"{HERE}/zamowienia/nowe?oszustwo=<b>&wzor=../x")
        .text.partition('id="piece"')[2]
        .partition("</select>")[0]
    )


def test_an_order_is_changed_and_taken_out(client, workspace):
    """
    Each by its own form; what is wrong is at its field, what was ticked stays ticked.
    """
    row = rows(workspace)[0]
    at = f"{HERE}/zamowienia/{row.key}"
    same = {
        "piece": "leaflet A5",
        "scams": ["bank", "blik"],
        "places": ["ops", "bank-spoldzielczy"],
        "audience": "adults",
    }
    wrong = post(client, at, at, **{**same, "piece": "", "scams": [], "copies": "0"})
    for field in ("piece", "scams"):
        assert f'href="#{field}"' in wrong.text
    assert 422 == wrong.status_code and 'value="ops" checked' in wrong.text
    assert 422 == post(client, at, at, **{**same, "copies": "0"}).status_code
    assert 303 == post(client, at, at, **{**same, "copies": "6", "until": "2024-09-30"}).status_code
    changed = rows(workspace)[0]
    assert (("6",), ("2024-09-30",)) == (changed.values["copies"], changed.values["until"])
    off = f"{HERE}/zamowienia/{changed.key}/usun"
    seen = re.search(r'name="seen" value="(\w+)"', client.get(off).text)[1]
    assert 303 == client.send(off, seen=seen).status_code
    left = rows(workspace)[0]
    last = client.send(f"{HERE}/zamowienia/{left.key}/usun", seen=left.seen)
    assert 422 == last.status_code and [left] == list(rows(workspace))


def test_what_cannot_be_read_stays_ordered(client, workspace):
    """
    A scam whose file is torn is still ticked in the form, by its id.
    """
    (workspace.folder / "scams/pl").mkdir(parents=True)
    (workspace.folder / "scams/pl/blik.toml").write_text("title =", "utf-8")
    text = client.get(f"{HERE}/zamowienia/{rows(workspace)[0].key}").text

    assert 'name="scams" value="blik" checked' in text


def test_two_tabs(client, workspace):
    """
    Both versions of the table, of an order; and an order that was taken out meanwhile comes back as a new one only when asked.
    """
    first, second = (row.key for row in rows(workspace))
    old, at = hidden(client, HERE), f"{HERE}/zamowienia/{second}"
    of_order = hidden(client, at)
    post(client, f"{HERE}/sztuki", HERE, **{f"copies-{first}": "5", f"copies-{second}": "2"})
    late = client.post(f"{HERE}/sztuki", data={**old, f"copies-{first}": "7", f"copies-{second}": "1"}, headers=OURS)
    assert 409 == late.status_code and f"pick.copies-{first}" in late.text and f"pick.copies-{second}" not in late.text
    same = {"piece": "poster A4", "scams": "bank", "places": "ops", "audience": "adults"}
    both = client.post(at, data={**of_order, **same, "copies": "3"}, headers=OURS)
    assert 409 == both.status_code and "pick.copies" in both.text and "pick.places" not in both.text
    assert ["5", "2"] == [row.values["copies"][0] for row in rows(workspace)]
    orders.remove_order(workspace, "mala", second, "", TODAY)
    gone = client.post(at, data={**of_order, **same, "copies": "3"}, headers=OURS)
    assert 409 == gone.status_code and f'action="{HERE}/zamowienia/nowe"' in gone.text and 1 == len(rows(workspace))


def test_every_template_can_be_ordered(client, workspace):
    """
    In each of its formats, by a name for people.
    """
    text = client.get(f"{HERE}/zamowienia/nowe").text

    for one in templates().values():
        for paper in one.formats:
            assert f'<option value="{one.id} {paper.name}"' in text
