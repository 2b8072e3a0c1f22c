"""Start: the one thing to do first, what can wait, and the three ways in."""

from __future__ import annotations

import datetime

import pytest
from pages import TODAY

from ulotki.office.build import build
from ulotki.office.build_pieces import try_piece
from ulotki.office.built import BuildRequest
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import hand_over
from ulotki.workspace.memory import Wish


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


CHANGING = """
[number.dzielnicowy]
value = "47 812 00 00"
label = "dzielnicowy"
set_by = "asp. Jan Kowalski"
confirmed = { value = "47 812 00 00", by = "Anna Nowak", on = 2024-07-16 }
[number.dzielnicowy.before]
value = "47 812 00 99"
until = 2024-08-05
set_by = "asp. Jan Kowalski"
confirmed = { value = "47 812 00 99", by = "Anna Nowak", on = 2024-01-16 }
"""


def test_which_number_has_turned(client, small):
    """
    Above the button for a new edition stands which number holds since when, and what was printed; it comes before the round
    trip, for which there is nothing to bring until then.
    """
    (small.folder / "numbers.toml").write_text(CHANGING, "utf-8")
    before = datetime.date(2024, 8, 5)
    tried = lambda jobs, shared: ((job, try_piece(job, shared)) for job in jobs)  # noqa: E731
    assert build(small, BuildRequest("mala", Wish()), before, tried).value.final
    hand_over(small, HandOverRequest("2024-08-05T10:00:00Z", ("ops",), consent=True), before)
    text, trip = words(client.get("/")), words(client.get("/co-gdzie-wisi/objazd"))

    assert "Make a new edition</h2>" in text
    assert "In one place something must come down</h3>" in text and "There is something to bring once" in trip
    assert (
        "Dzielnicowy: since 6 August 2024 it is 47 812 00 00, and the edition says 47 812 00 00, 47 812 00 99." in text
    )


def test_what_cannot_be_read_keeps_nobody_from_the_rest(client, built):
    """
    A torn ledger is named at the start, and the numbers and the campaign are there all the same.
    """
    (built.folder / "ledger.sqlite").write_bytes(b"SQLite format 3\0 torn")
    answer = client.get("/")

    assert 200 == answer.status_code
    assert "notice stop" in answer.text
    assert 'href="/numery/zmien"' in answer.text


def test_an_updated_program_demands_no_edition(client, built, monkeypatch):
    """
    Whether pieces would be others, only the plan can say: the start leads there, and nothing else is asked. Once it is
    noted, or when something else has changed too, all is as ever.
    """
    monkeypatch.setattr("ulotki.fingerprint.program", lambda: "newer")
    start, campaign, plan = (words(client.get(path)) for path in ("/", "/akcja/mala", "/akcja/mala/zmiany"))
    edition = words(client.get("/akcja/mala/wydanie"))
    tried = lambda jobs, shared: ((job, try_piece(job, shared)) for job in jobs)  # noqa: E731
    assert build(built, BuildRequest("mala", Wish()), TODAY, tried).value.final
    noted = words(client.get("/"))
    monkeypatch.setattr("ulotki.fingerprint.program", lambda: "newest")
    file = built.folder / "campaigns/mala.toml"
    file.write_text(file.read_text("utf-8").replace("copies = ", "copies = 1"), "utf-8")
    changed = words(client.get("/"))

    assert "Hand over 2 bundles</h2>" in start and "The program was updated</h3>" in start
    assert 'href="/akcja/mala/zmiany"' in start and "Make a new edition" not in start + campaign + edition
    assert "A new edition would change nothing" in plan and "Note it</button>" in plan
    assert 1 == len(list((built.base / "mala").glob("2024-*")))
    assert "The program was updated" not in noted + changed and "Make a new edition" in changed
