"""Start: the one thing to do first, what can wait, and the three ways in."""

from __future__ import annotations

import pytest


def words(answer):
    return answer.text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_new_workspace_begins_with_the_printer(client, workspace):
    """
    Nothing made, nothing given: the steps, and a sheet to try.
    """
    text = words(client.get("/"))

    assert "Let us begin with the printer" in text
    assert client.get("/ustawienia/kartka-probna.pdf").data.startswith(b"%PDF")


@pytest.mark.parametrize("way", ['href="/akcja', 'href="/numery/zmien"', 'href="/paczki"'])
def test_three_ways_in(client, built, way):
    """
    Print, change a number, hand over: from the first page, whatever lies there.
    """
    assert way in client.get("/").text


def test_bundles_come_after_what_is_more_urgent(client, built):
    """
    With an edition the bundles are next, also in a workspace that was moved; a value that waits for its second person comes
    before them.
    """
    first = words(client.get("/"))
    path = "/numery/number:dzielnicowy/zmien"
    seen = client.get(path).text.partition('name="seen" value="')[2].partition('"')[0]
    client.send(path, seen=seen, value="47 812 00 15", source="https://lubartow.policja.gov.pl", who="Jan Kowalski")
    then = words(client.get("/"))

    assert "Hand over 2 bundles</h2>" in first
    assert "Ask a second person to confirm</h2>" in then
    assert "2 bundles to hand over</h3>" in then


def test_what_cannot_be_read_keeps_nobody_from_the_rest(client, built):
    """
    A torn ledger is named at the start, and the numbers and the campaign are there all the same.
    """
    (built.folder / "ledger.sqlite").write_bytes(b"SQLite format 3\0 torn")
    answer = client.get("/")

    assert 200 == answer.status_code
    assert "notice stop" in answer.text
    assert 'href="/numery/zmien"' in answer.text
