"""The screens of accounts, talks and lessons: what they say, the files they give, and what is wrong with a form."""

import pytest


def test_the_figures(client):
    """
    An empty ledger is an account of zeros, with links to its files and the note to copy.
    """
    answer = client.get("/sprawozdanie")

    assert 200 == answer.status_code
    for part in ("0 copies with people", "0 of 22 places", "sprawozdanie.pdf?first=", "Uwaga na oszustów"):
        assert part in answer.text.replace("\xa0", " ")


@pytest.mark.parametrize(("days", "code"), [("first=2024-08-02&last=2024-08-01", 422), ("first=dawno", 422), ("", 200)])
def test_a_period(client, days, code):
    """
    Days the wrong way round, and a day that is none, are said at the form; the page keeps what was typed.
    """
    answer = client.get(f"/sprawozdanie?{days}")

    assert code == answer.status_code and 1 == answer.text.count("<h1")
    assert "dawno" not in days or "dawno" in answer.text


@pytest.mark.parametrize(
    ("address", "kind", "start"),
    [
        ("/sprawozdanie/sprawozdanie.pdf", "application/pdf", b"%PDF"),
        ("/sprawozdanie/sprawozdanie.csv", "text/csv", b"\xef\xbb\xbf"),
        ("/sprawozdanie/sprawozdanie.html", "text/html", b"<!doctype html>"),
        ("/sprawozdanie/informacja.pdf", "application/pdf", b"%PDF"),
        ("/sprawozdanie/notatka.txt", "text/plain", "Uwaga na oszustów".encode()),
        ("/konspekty/spotkanie.pdf", "application/pdf", b"%PDF"),
        ("/konspekty/lekcja-7-8.pdf?szkola=szkola-serniki", "application/pdf", b"%PDF"),
        ("/konspekty/lekcja-4-6.html", "text/html", b"<!doctype html>"),
    ],
)
def test_files(client, address, kind, start):
    """
    Each paper is there, as the kind of file that its address says.
    """
    answer = client.get(address)

    assert (200, True) == (answer.status_code, answer.data.startswith(start)), answer.text[:200]
    assert answer.content_type.startswith(kind)


@pytest.mark.parametrize(
    "address",
    [
        "/sprawozdanie/sprawozdanie.exe",
        "/sprawozdanie/informacja.csv",
        "/sprawozdanie/notatka.png",
        "/konspekty/lekcja-9.pdf",
        "/konspekty/lekcja-7-8.pdf?szkola=nigdzie",
        "/konspekty/spotkanie.doc",
    ],
)
def test_what_is_not_there(client, address):
    """
    Another ending, another lesson, a school that is none, a picture of nothing: not found.
    """
    assert 404 == client.get(address).status_code


def test_a_school_for_the_letter(client):
    """
    The school that was chosen goes into the links; a place that is no school is none of them.
    """
    chosen, other = (client.get(f"/konspekty?szkola={id}").text for id in ("szkola-serniki", "ops"))

    assert "lekcja-7-8.pdf?szkola=szkola-serniki" in chosen
    assert "szkola=ops" not in other and "lekcja-7-8.pdf" in other


def test_without_the_period_of_the_plan(client, workspace):
    """
    The page says what is missing, and leads to the settings; its file says so too.
    """
    file = workspace.folder / "ulotki.toml"
    file.write_text(file.read_text("utf-8").partition("[plan]")[0], "utf-8")

    assert "Nobody has written down from when to when the plan is." in client.get("/sprawozdanie").text
    answer = client.get("/sprawozdanie/informacja.pdf")
    assert 400 <= answer.status_code < 500 and "Nobody has said from when to when" in answer.text.replace("\xa0", " ")
