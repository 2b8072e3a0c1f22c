"""The campaign on the page: what it takes, how it is made while one looks on, and what comes of it."""

from __future__ import annotations

import re

import pytest
from pages import finished

from ulotki.look import PALETTES
from ulotki.serve import names
from ulotki.serve.screens import SCREENS
from ulotki.templates import templates


@pytest.fixture
def made(client, desk, small):
    """The page once the edition was made."""
    assert 303 == client.send("/akcja/przygotuj", at="/akcja").status_code
    answer = finished(client, desk)
    assert (303, "/akcja/mala/wydanie") == (answer.status_code, answer.headers["Location"])
    return client.get("/akcja/mala/wydanie").text


def test_the_sums_of_an_order(client, small):
    """
    Two leaflets of two pages, two on a sheet, four for each of two places: eight sheets; and one poster.
    """
    text = client.get("/akcja").text

    assert re.search(r'Sheets together">8<', text)
    assert re.search(r'Sheets together">1<', text)
    assert re.search(r'Sheets together">9<', text)


def test_an_edition_is_made_and_printed(client, made):
    """
    Its pieces as pictures, and the files to print with all copies: each opens as a PDF, on both sides where it should.
    """
    files = re.findall(r'href="(/druk/[^"]+\.pdf)"', made)
    pictures = re.findall(r'src="(/akcja/obraz/[^"]+)"', made)

    assert (2, 3) == (len(files), len(pictures))
    for path in (*files, *re.findall(r'href="(/akcja/plik/[^"]+)"', made)):
        answer = client.get(path)
        assert (200, "application/pdf") == (answer.status_code, answer.mimetype)
        assert answer.data.startswith(b"%PDF")
    for path in pictures:
        assert client.get(path).data.startswith(b"\x89PNG")
    assert "1\N{NO-BREAK SPACE}sheet" in made
    assert "8\N{NO-BREAK SPACE}sheets" in made


def test_a_file_that_was_changed_is_not_printed(client, made, small):
    """
    One byte more, and the page refuses to hand it out.
    """
    path = re.search(r'href="(/akcja/plik/[^"]+)"', made)[1]
    for file in small.base.rglob("*.pdf"):
        file.write_bytes(file.read_bytes() + b" ")

    assert 409 == client.get(path).status_code


def test_what_was_not_made_is_nothing(client, made):
    """
    Unknown editions, pieces, keys and numbers lead nowhere.
    """
    for path in (
        "/akcja/plik/XXXXX-XXXXX/AAAAA-AAAAA.pdf",
        "/akcja/obraz/..%2f../x.png",
        "/druk/unknown/1.pdf",
        re.search(r"/druk/[^/]+/", made)[0] + "9.pdf",
        re.search(r"/druk/[^/]+/", made)[0] + "0.pdf",
        "/akcja/nobody/wydanie",
    ):
        assert 404 == client.get(path).status_code, path


def test_work_is_stopped_and_saves_nothing(client, desk, small, monkeypatch):
    """
    It ends after the piece at hand; no edition and no draft appears.
    """
    client.send("/akcja/przygotuj", at="/akcja")
    assert 303 == client.send("/praca/zatrzymaj", at="/akcja").status_code
    answer = finished(client, desk)

    assert desk.work.task.stopped
    assert "/akcja/mala" == answer.headers["Location"]
    assert not list(small.base.rglob("manifest.json"))


def test_two_works_at_once_are_refused(client, desk, small):
    """
    The second one is told that the first is under way.
    """
    client.send("/akcja/przygotuj", at="/akcja")
    second = client.send("/akcja/przygotuj", at="/akcja")
    finished(client, desk)

    assert 404 == second.status_code
    assert "still under way" in second.text


def test_a_page_of_work_leads_on_by_itself(client, desk, small):
    """
    Its part is asked for by htmx, and at the end the browser is told where to go.
    """
    client.send("/akcja/przygotuj", at="/akcja")
    page = client.get("/praca").text
    finished(client, desk)
    part = client.get("/praca", headers={"HX-Request": "true"})

    assert 'data-hx-get="/praca"' in page
    assert "<progress" in page
    assert "/akcja/mala/wydanie" == part.headers["HX-Redirect"]


def test_names_of_all(library):
    """
    Every template, palette and kind of place has a name for people.
    """
    assert set(templates()) <= set(names.TEMPLATES)
    assert set(PALETTES) == set(names.PALETTES)
    assert {place.kind for place in library.places.values()} <= set(names.KINDS)
    assert SCREENS


def test_a_printer_that_counts_is_told_how_often(client, desk, small):
    """
    Where the printer makes the copies, a file that is printed often says how many to set.
    """
    file = small.folder / "ulotki.toml"
    file.write_text(file.read_text("utf-8") + "\n[printer]\ncounts = true\n", "utf-8")
    orders = small.folder / "campaigns/mala.toml"
    orders.write_text(orders.read_text("utf-8").replace("copies = 4", "copies = 400"), "utf-8")
    client.send("/akcja/przygotuj", at="/akcja")
    finished(client, desk)
    text = client.get("/akcja/mala/wydanie").text.replace("\N{NO-BREAK SPACE}", " ")

    assert "Set at the printer: 400 copies." in text
    assert "800 sheets" in text
