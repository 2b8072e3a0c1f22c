"""Settings on the page: forms, sheets, the copy and its way back, and the undo of every change."""

from __future__ import annotations

import io
import zipfile

import pytest


def test_settings_are_saved_and_taken_back(client, workspace):
    """
    The bar leads to the question; after it the file is as it was.
    """
    before = (workspace.folder / "ulotki.toml").read_bytes()
    saved = client.send("/ustawienia/drukarka", at="/ustawienia", **{"printer.right": "0,5", "printer.turns": "long"})
    bar = client.get("/ustawienia").text
    asked = client.get("/ustawienia/historia/1").text
    done = client.send("/ustawienia/historia/1")

    assert 303 == saved.status_code == done.status_code
    assert "/ustawienia/historia/1" in bar and 'value="0,5"' in bar
    assert "printer.right" in asked
    assert before == (workspace.folder / "ulotki.toml").read_bytes()
    assert "/ustawienia/historia/2" in client.get("/ustawienia").text


def test_a_fault_is_at_its_field(client, workspace):
    """
    What was typed stays.
    """
    answer = client.send("/ustawienia/drukarka", at="/ustawienia", **{"printer.right": "dużo"})

    assert 422 == answer.status_code
    assert 'href="#printer.right"' in answer.text and 'value="dużo"' in answer.text
    assert 404 == client.send("/ustawienia/inne", at="/ustawienia").status_code


def test_an_undo_that_would_overwrite_shows_both(client, workspace):
    """
    And writes nothing.
    """
    client.send("/ustawienia/podpis", at="/ustawienia", gmina="Inna", issuer="x")
    file = workspace.folder / "ulotki.toml"
    file.write_text(file.read_text("utf-8") + "# by hand\n", "utf-8")
    answer = client.send("/ustawienia/historia/1")

    assert 409 == answer.status_code
    assert "# by hand" in answer.text and "# by hand" in file.read_text("utf-8")
    assert 404 == client.get("/ustawienia/historia/9").status_code


def test_a_copy_goes_out_and_comes_back(client, workspace):
    """
    Without names unless asked; over the workspace, with a way back.
    """
    (workspace.folder / "people.toml").write_text('[person.ops]\nname = "Anna Nowak"\nform = "pani"\n', "utf-8")
    answer = client.send("/ustawienia/kopia.zip", at="/ustawienia")
    named = client.send("/ustawienia/kopia.zip", at="/ustawienia", names="yes")
    before = (workspace.folder / "ulotki.toml").read_bytes()
    client.send("/ustawienia/podpis", at="/ustawienia", gmina="Inna", issuer="x")
    asked = client.send("/ustawienia/wczytaj-kopie", file=(io.BytesIO(answer.data), "kopia.zip"))
    meanwhile = (workspace.folder / "ulotki.toml").read_bytes()
    question = client.get("/ustawienia/wczytaj-kopie/pytanie").text
    back = client.send("/ustawienia/wczytaj-kopie/pytanie")

    assert "attachment" in answer.headers["Content-Disposition"]
    assert ["people.toml" in zipfile.ZipFile(io.BytesIO(one.data)).namelist() for one in (answer, named)] == [
        False,
        True,
    ]
    assert (303, "/ustawienia/wczytaj-kopie/pytanie") == (asked.status_code, asked.headers["Location"])
    assert before != meanwhile
    assert "Becomes another" in question and "ulotki.toml" in question and "Inna" in question
    assert "Comes anew" not in question and "Goes away" not in question
    assert 303 == back.status_code
    assert before == (workspace.folder / "ulotki.toml").read_bytes()
    assert "Undo" in client.get("/ustawienia").text


def test_a_copy_is_not_brought_back_over_what_nobody_saw(client, workspace):
    """
    A file that changes while the question is open: nothing is written, and the question comes anew with what would change now.
    After a new start of the program the copy is chosen again.
    """
    data = client.send("/ustawienia/kopia.zip", at="/ustawienia").data
    client.send("/ustawienia/wczytaj-kopie", file=(io.BytesIO(data), "kopia.zip"))
    old = client.get("/ustawienia/wczytaj-kopie/pytanie").text.partition('name="seen" value="')[2].partition('"')[0]
    file = workspace.folder / "places.toml"
    file.write_text(file.read_text("utf-8") + "# by hand\n", "utf-8")
    answer = client.send("/ustawienia/wczytaj-kopie/pytanie", seen=old)

    assert 409 == answer.status_code
    assert 'role="alert"' in answer.text and "places.toml" in answer.text
    assert "# by hand" in file.read_text("utf-8")
    assert 303 == client.send("/ustawienia/wczytaj-kopie/pytanie").status_code
    assert "# by hand" not in file.read_text("utf-8")
    assert "/ustawienia/wczytaj-kopie" == client.get("/ustawienia/wczytaj-kopie/pytanie").headers["Location"]


@pytest.mark.parametrize("data", [None, b"", b"PK torn"])
def test_a_copy_that_is_none_is_refused(client, data):
    """
    The form comes again with the reason.
    """
    more = {} if data is None else {"file": (io.BytesIO(data), "kopia.zip")}

    assert 422 == client.send("/ustawienia/wczytaj-kopie", **more).status_code


def test_sheets_and_state(client):
    """
    Two PDFs, and what doctor says.
    """
    assert client.get("/ustawienia/kartka-probna.pdf").data.startswith(b"%PDF")
    assert client.get("/ustawienia/proba.pdf").data.startswith(b"%PDF")
    assert 200 == client.get("/ustawienia/stan").status_code
