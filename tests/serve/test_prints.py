"""One piece at a time: found by the swindler's words, seen at once, printed only once its file was read back."""

from __future__ import annotations

import pytest

from ulotki.serve.prints import MOST, PICTURES
from ulotki.templates import templates

HERE = "oszustwo=na-wnuczka&wzor=poster&toner=mono"


def test_a_scam_is_found_by_what_the_swindler_says(client):
    """
    Whatever the case and the accents; what nobody says is not found, and the way back is there.
    """
    text = client.get("/druki", query_string={"q": "WNUCZKA"}).text

    assert "na-wnuczka" in text
    assert "oszustwo=blik" not in text
    assert "Nothing found" in client.get("/druki?q=zzzz").text


def test_readers_and_season_narrow_the_choice(client):
    """
    Fewer than all, and each chosen word stays chosen.
    """
    everything = client.get("/druki?wszystkie=tak").text.count('class="card')
    text = client.get("/druki?kto=youth").text

    assert 0 < text.count('class="card') < everything
    assert '<option value="youth" selected>' in text


def test_a_picture_is_there_at_once_and_kept(client):
    """
    PNG in every size; the second time it is the very same bytes.
    """
    for size in ("karta", "mala", "strona", "duza"):
        first, second = (client.get(f"/druki/obraz/{size}.png?{HERE}").data for _ in range(2))
        assert first.startswith(b"\x89PNG")
        assert first == second
    assert len(PICTURES._found) <= MOST


def test_nothing_is_printed_that_was_not_read_back(client, monkeypatch):
    """
    When the read-back says no, the file does not come, and the page says why; the picture is there all the same.
    """
    from ulotki.errors import Finding, Refused, say

    def refused(*_args, **_more):
        raise Refused([Finding("readback", say("the file cannot be opened"))])

    assert client.get(f"/druki/plik.pdf?{HERE}").data.startswith(b"%PDF")
    assert "Opened once more and compared" in client.get(f"/druki/sprawdz?{HERE}").text
    monkeypatch.setattr("ulotki.readback.verify", refused)
    answer = client.get(f"/druki/plik.pdf?{HERE}")
    assert 409 == answer.status_code
    assert b"%PDF" not in answer.data
    assert "The file cannot be opened" in client.get(f"/druki/sprawdz?{HERE}").text
    assert client.get(f"/druki/obraz/strona.png?{HERE}").data.startswith(b"\x89PNG")


def test_a_value_that_does_not_hold_is_said(client):
    """
    WZÓR stands on the file and beside the preview.
    """
    path = "/numery/number:dzielnicowy/zmien"
    seen = client.get(path).text.partition('name="seen" value="')[2].partition('"')[0]
    client.send(path, seen=seen, value="47 812 00 15", source="https://lubartow.policja.gov.pl", who="Jan Kowalski")

    assert "It says WZÓR" in client.get(f"/druki/sprawdz?{HERE}").text


def test_what_a_template_refuses_is_said(client, library):
    """
    A scam that a template is not for is not offered in it; asked for all the same, the page says why and has no file.
    """
    scam, template = next(
        (scam.id, one.id)
        for one in templates().values()
        for scam in library.scams.values()
        if one.refuses(scam) is not None
    )
    answer = client.get(f"/druki?oszustwo={scam}&wzor={template}")

    assert 200 == answer.status_code
    assert f'name="wzor" value="{template}"' not in answer.text.partition('class="pics"')[2]
    assert "notice stop" in answer.text
    assert "/druki/plik.pdf" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/druki?oszustwo=nobody",
        "/druki?wzor=nothing",
        "/druki/obraz/riesig.png?" + HERE,
        "/druki/obraz/strona.png?oszustwo=../../etc&wzor=poster",
        "/druki/plik.pdf?oszustwo=nobody",
        "/druki/plik.pdf",
    ],
)
def test_what_there_is_not(client, path):
    """
    Leads nowhere.
    """
    assert 404 == client.get(path).status_code


def test_its_words_alone_and_the_file_to_keep(client):
    """
    As plain text, and as a download.
    """
    assert "text/plain" in client.get(f"/druki/tekst.txt?{HERE}").headers["Content-Type"]
    assert client.get(f"/druki/plik.pdf?{HERE}&zapisz=tak").headers["Content-Disposition"].startswith("attachment")
