"""Places on the page: one at a time, and from a spreadsheet whose faults are mended in their row."""

from __future__ import annotations

import io
import re

import pytest

from ulotki.library.people import people


def seen(client, path):
    return client.get(path).text.partition('name="seen" value="')[2].partition('"')[0]


def cells(answer):
    """The hidden cells of the step before, as a browser sends them back."""
    from html import unescape

    return unescape(answer.text.partition('name="cells" value="')[2].partition('"')[0])


HEAD = "nazwa;rodzaj;gabloty;opiekun;forma\n"


def test_a_place_is_added_and_the_undo_is_offered(client, workspace):
    """
    With its host; the bar leads to the question whether to take it back.
    """
    answer = client.send("/miejsca/nowe", name="Remiza OSP", kind="hall", boards="2", host="Jan Kos", form="pan")
    page = client.get("/miejsca").text

    assert (303, "/miejsca") == (answer.status_code, answer.headers["Location"])
    assert "Saved: Remiza OSP." in page and "/ustawienia/historia/1" in page
    assert "Jan Kos" == people(workspace.folder, workspace.library().places)["remiza-osp"].name


def test_a_fault_is_at_its_field_and_what_was_typed_stays(client, workspace):
    """
    Three at once, and nothing is written.
    """
    before = (workspace.folder / "places.toml").read_bytes()
    answer = client.send("/miejsca/nowe", name="Coś", kind="", boards="dwie", host="Jan Kos", email="jan@")

    assert 422 == answer.status_code
    assert {"kind", "boards", "form", "email"} == set(re.findall(r'href="#(\w+)">', answer.text)) - {"main"}
    assert 'value="dwie"' in answer.text
    assert before == (workspace.folder / "places.toml").read_bytes()


def test_a_place_like_another_is_asked_about(client, workspace):
    """
    A tick says that it is another one.
    """
    asked = client.send("/miejsca/nowe", name="Serniki wies", boards="1")
    answer = client.send("/miejsca/nowe", name="Serniki wies", kind="solectwo", boards="1", new="yes")

    assert 'name="new"' in asked.text and 422 == asked.status_code
    assert 303 == answer.status_code


def test_who_comes_second_sees_both(client, workspace):
    """
    The other version beside what was typed; nothing is overwritten.
    """
    old = seen(client, "/miejsca/ops/zmien")
    client.send("/miejsca/ops/zmien", name="OPS Serniki", kind="welfare", boards="1", seen=old)
    answer = client.send("/miejsca/ops/zmien", name="GOPS", kind="welfare", boards="1", seen=old)

    assert 409 == answer.status_code
    assert "OPS Serniki" in answer.text and "GOPS" in answer.text
    assert "OPS Serniki" == workspace.library().places["ops"].name


def test_a_place_is_taken_out_after_a_question(client, workspace):
    """
    Or not, when the files have changed since.
    """
    old = seen(client, "/miejsca/ops/usun")
    assert 303 == client.send("/miejsca/ops/usun", seen=old).status_code
    assert "ops" not in workspace.library().places
    assert 422 == client.send("/miejsca/urzad-gminy/usun", seen=old).status_code
    assert 404 == client.get("/miejsca/zamek/usun").status_code


def test_a_spreadsheet_is_shown_mended_and_taken_in(client, workspace):
    """
    The whole way: a fault in a row, a place like another, both mended on the page, all written at once.
    """
    text = HEAD + "Remiza OSP;;jedna;;\nSerniki wies;sołectwo;2;;\nBank spółdzielczy;;2;;\n"
    first = client.send("/miejsca/arkusz", file=(io.BytesIO(text.encode("cp1250")), "miejsca.csv"))
    before = (workspace.folder / "places.toml").read_bytes()
    carried, untouched = cells(first), (workspace.folder / "places.toml").read_bytes()
    second = client.send(
        "/miejsca/arkusz",
        cells=carried,
        do="save",
        **{"cell-2-boards": "1", "like-3": "serniki-wies"},
        seen=first.text.partition('name="seen" value="')[2].partition('"')[0],
    )
    after = workspace.library().places

    assert 422 == first.status_code and "#cell-2-boards" in first.text and "#like-3" in first.text
    assert before == untouched
    assert (303, "/miejsca") == (second.status_code, second.headers["Location"])
    assert (1, 2, 2) == tuple(after[id].boards for id in ("remiza-osp", "serniki-wies", "bank-spoldzielczy"))
    assert "Taken in: places 3." in client.get("/miejsca").text


def test_columns_are_chosen_by_eye(client, workspace):
    """
    Pasted cells whose heads say nothing.
    """
    first = client.send("/miejsca/arkusz", text="A\tB\n1\tRemiza OSP\n")
    second = client.send("/miejsca/arkusz", cells=cells(first), do="show", **{"column-0": "boards", "column-1": "name"})

    assert 422 == first.status_code
    assert 200 == second.status_code and "New place" in second.text


@pytest.mark.parametrize("data", [b"", b"PK torn", b"\xd0\xcf\x11\xe0" + b"\0" * 99, b"x;y\n" * 3000])
def test_a_file_that_cannot_be_read_is_named(client, data):
    """
    And the form comes again.
    """
    answer = client.send("/miejsca/arkusz", file=(io.BytesIO(data), "x.xlsx"))

    assert 422 == answer.status_code and "Which spreadsheet?" in answer.text


@pytest.mark.parametrize(
    "forged", ["{", "[]", '{"rows": []}', '{"rows": [[1, ["a"]]], "faults": [[1]]}', '{"rows": 1}']
)
def test_cells_that_no_page_of_ours_sent_are_refused(client, forged):
    """
    Without a trace of a failure.
    """
    assert client.send("/miejsca/arkusz", cells=forged, do="save").status_code in (200, 422)


def test_who_is_asked_about_is_named(client):
    """
    Whoever chooses between pan and pani reads of whom; what the name tells is shown before it is saved.
    """
    text = "sołectwo\timię\tnazwisko\nRemizowo\tSaba\tKos\nJamy\tAnna\tKot\n"
    told = client.send("/miejsca/arkusz", text=text).text

    assert "Saba Kos</span>" in told and 'name="cell-2-form"' in told
    assert "form of address: pani" in told and "kind of place: sołectwo" in told


def test_the_kind_is_said_once_for_a_sheet(client):
    """
    Where no head says it, all new places of it are of one kind.
    """
    text = "miejscowość\nJamy\nKaznów\n"
    asked, told = (client.send("/miejsca/arkusz", text=text, kind=kind).text for kind in ("", "solectwo"))

    assert 'name="cell-2-kind"' in asked and 'name="cell-2-kind"' not in told
    assert 2 == told.count("kind of place: sołectwo")


def test_script_in_a_name_is_text(client, workspace):
    """
    In the form, which refuses it, among the rows, and what a file says that somebody wrote by hand.
    """
    name = "<script>alert(1)</script>"
    form = client.send("/miejsca/nowe", name=name, kind="hall", boards="1")
    rows = client.send("/miejsca/arkusz", text=f"nazwa;gabloty\n{name};x\n")
    with (workspace.folder / "places.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[place.x]\nname = "{name}"\nkind = "{name}"\n')
    pages = [form.text, rows.text, client.get("/miejsca").text]

    assert 422 == form.status_code
    for text in pages:
        assert "<script>alert" not in text and "&lt;script&gt;" in text


def test_places_go_out_as_files(client):
    """
    Without people unless asked, as an attachment; no other file is there.
    """
    book, table = client.get("/miejsca/miejsca.xlsx"), client.get("/miejsca/miejsca.csv?osoby=tak")

    assert book.data.startswith(b"PK") and "attachment" in book.headers["Content-Disposition"]
    assert "host" not in client.get("/miejsca/miejsca.csv").text and "host" in table.text
    assert 404 == client.get("/miejsca/miejsca.pdf").status_code
