"""`ulotki places`: words, documents and exit codes."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def sheet(run, workspace, tmp_path):
    """sheet(text): a CSV file of places."""

    def write(text):
        file = tmp_path / "miejsca.csv"
        file.write_text(text, "utf-8")
        return str(file)

    return write


def test_a_spreadsheet_is_shown_and_then_taken_in(run, sheet, workspace):
    """
    Without --yes nothing is written, and the exit code says that something is to be done.
    """
    file = sheet("nazwa;rodzaj;tablice\nRemiza OSP;remiza;2\n")
    shown, untouched = run("places", "import", file), (workspace / "places.toml").read_bytes()
    taken = run("places", "import", file, "--yes", "--json")

    assert 4 == shown.code and "remiza-osp" in shown.out and "--yes" in shown.err
    assert b"remiza-osp" not in untouched
    assert 0 == taken.code and taken.data["written"] and "ulotki.places.import/2" == taken.data["schema"]
    assert b"remiza-osp" in (workspace / "places.toml").read_bytes()
    assert 0 == run("undo").code


def test_a_bad_row_is_named(run, sheet, workspace):
    """
    With its row and column, and nothing is written even with --yes.
    """
    file = sheet("nazwa;rodzaj;tablice\nRemiza OSP;remiza;dwie\n")
    ran = run("places", "import", file, "--yes")

    assert 1 == ran.code
    assert "row 2, column C" in ran.err
    assert b"remiza" not in (workspace / "places.toml").read_bytes()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_goes_out_comes_in(run, workspace, tmp_path, ending):
    """
    As it is: nothing is new, nothing changed.
    """
    file = tmp_path / f"x.{ending}"
    out, back = run("places", "export", str(file)), run("places", "import", str(file), "--json")

    assert 0 == out.code == back.code
    assert {"same"} == {row["state"] for row in back.data["rows"]}


def test_one_place(run, workspace):
    """
    Written, changed, taken out.
    """
    codes = [
        run("places", "set", "--name", "Remiza OSP", "--boards", "2").code,
        run("places", "set", "remiza-osp", "--boards", "3").code,
        run("places", "retire", "remiza").code,
        run("places", "retire", "remiza").code,
        run("places", "set", "--name", "Coś").code,
    ]

    assert [0, 0, 0, 2, 1] == codes


@pytest.mark.parametrize("options", [("--column", "2=name"), ("--column", "B=x"), ("--same", "x"), ("--same", "2=")])
def test_a_wrong_option_says_how(run, sheet, options):
    """
    That is a wrong use.
    """
    assert 2 == run("places", "import", sheet("nazwa\nx\n"), *options).code


def test_names_of_people_are_in_no_document(run, sheet):
    """
    The document says which rows, not who.
    """
    ran = run("places", "import", sheet("nazwa;rodzaj;opiekun;forma\nRemiza;remiza;Jan Kos;pan\n"), "--json")

    assert "Kos" not in json.dumps(ran.data)
