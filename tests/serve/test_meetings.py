"""Meetings on the page: planned, changed, cancelled, invited to, counted; and the letters that ask for them."""

from __future__ import annotations

import datetime
import email
import email.policy
import re

import pytest
from icalendar import Calendar

from ulotki.office.schedule import list_meetings
from ulotki.serve.entry import LANGUAGE
from ulotki.workspace import book

NEW = {"group": "Klub Seniora", "day": "2024-08-22", "hour": "17", "place": "ops"}
ID = "klub-seniora-2024-08-22"


@pytest.fixture
def planned(client, workspace):
    """planned(…): the meeting, planned on the page."""

    def make(**more):
        return client.send("/spotkania", at="/spotkania", **{**NEW, **more})

    return make


def meetings(workspace, desk):
    return {one.meeting.id: one for one in list_meetings(workspace, desk.day()).value}


def seen(client):
    return re.search(r'name="seen" value="(\w+)"', client.get(f"/spotkania/{ID}").text)[1]


def test_a_meeting_is_planned(client, workspace, desk, planned):
    """
    It stands on the list and is the next one.
    """
    assert "No meeting is planned" in client.get("/spotkania").text
    assert 303 == planned().status_code
    text = client.get("/spotkania").text

    assert ("17.00", "ops") == (meetings(workspace, desk)[ID].meeting.hour, meetings(workspace, desk)[ID].meeting.place)
    assert "Next:" in text
    assert "Ośrodek Pomocy Społecznej w Sernikach" in text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"hour": "o piątej"}, "is not an hour"),
        ({"day": "2024-07-01"}, "is over"),
        ({"group": ""}, "names nobody"),
        ({"day": "x"}, "is not a\xa0day"),
        ({"where": "tel. 47 812 00 00"}, "number"),
    ],
)
def test_what_cannot_be_meant(client, workspace, planned, more, said):
    """
    The form comes back as it was filled in, with what is wrong; nothing is written.
    """
    answer = planned(**more)

    assert (422, True) == (answer.status_code, said in answer.text)
    assert 'value="Klub Seniora"' in answer.text or not more.get("group", "x")
    assert not (workspace.folder / "meetings.toml").exists()


def test_a_change_and_who_comes_second(client, workspace, desk, planned):
    """
    A form of before somebody else's change changes nothing.
    """
    planned()
    old = seen(client)
    answer = client.send(f"/spotkania/{ID}", at=f"/spotkania/{ID}", **{**NEW, "hour": "18.00", "seen": old})
    assert (303, "18.00") == (answer.status_code, meetings(workspace, desk)[ID].meeting.hour)
    late = client.send(f"/spotkania/{ID}", at=f"/spotkania/{ID}", **{**NEW, "hour": "19.00", "seen": old})

    assert (409, "18.00") == (late.status_code, meetings(workspace, desk)[ID].meeting.hour)
    assert 404 == client.get("/spotkania/nikt").status_code


def test_cancelled(client, workspace, desk, planned):
    """
    It stays on the list as cancelled.
    """
    planned()
    client.send(f"/spotkania/{ID}/odwolaj", at=f"/spotkania/{ID}")

    assert meetings(workspace, desk)[ID].meeting.cancelled
    assert "cancelled" in client.get("/spotkania").text


def test_the_invitation(client, planned):
    """
    It is made and opens; before that there is none.
    """
    planned()
    assert 404 == client.get(f"/spotkania/{ID}/zaproszenie.pdf").status_code
    made = client.send(f"/spotkania/{ID}/zaproszenie", at="/spotkania")

    assert f"/spotkania/{ID}/zaproszenie.pdf" == made.headers["Location"]
    assert client.get(made.headers["Location"]).data.startswith(b"%PDF")
    assert 404 == client.get("/spotkania/../../etc/zaproszenie.pdf").status_code


def test_the_first_page_of_an_invitation_speaks_the_language_of_the_page(client, planned, workspace):
    """
    Who reads the page in Polish finds the folder of the invitation in Polish, and the page that leads there.
    """
    planned()
    client.set_cookie(LANGUAGE, "pl", domain="127.0.0.1")
    client.send(f"/spotkania/{ID}/zaproszenie", at="/spotkania")
    first = [page.read_text("utf-8") for page in (workspace.base / f"spotkanie-{ID}").rglob("*.html")]

    assert 2 == len(first)
    assert all('<html lang="pl">' in page for page in first)
    assert any("Jak drukować" in page for page in first)


def test_calendar_and_list(client, planned):
    """
    The one for a calendar program, the other for paper.
    """
    planned()

    assert 1 == len(Calendar.from_ical(client.get("/spotkania/spotkania.ics").data).walk("VEVENT"))
    assert client.get("/spotkania/harmonogram.pdf").data.startswith(b"%PDF")


def test_how_many_came(client, workspace, desk, planned):
    """
    What is over waits for its number; once it is saved, it waits no more, and stands in the ledger.
    """
    planned()
    desk.day = lambda: datetime.date(2024, 8, 23)
    assert f'name="n-{ID}"' in client.get("/spotkania").text
    assert 422 == client.send("/spotkania/odbyte", at="/spotkania").status_code
    assert 422 == client.send("/spotkania/odbyte", at="/spotkania", **{f"n-{ID}": "dużo"}).status_code
    client.send("/spotkania/odbyte", at="/spotkania", **{f"n-{ID}": "24"})

    (entry,) = book.read(workspace.folder).entries
    assert (24, ID) == (entry.deed.people, entry.deed.planned)
    assert f'name="n-{ID}"' not in client.get("/spotkania").text


def test_the_letters(client):
    """
    For each place one to print and one to send.
    """
    assert "Open the letter" in client.get("/spotkania/pisma").text
    found = email.message_from_bytes(client.get("/spotkania/pisma/ops.eml").data, policy=email.policy.default)

    assert "1" == found["X-Unsent"]
    assert client.get("/spotkania/pisma/ops.pdf").data.startswith(b"%PDF")
    assert 404 == client.get("/spotkania/pisma/nikt.pdf").status_code
    assert 404 == client.get("/spotkania/pisma/ops.exe").status_code


def test_a_broken_file_is_named(client, workspace, desk):
    """
    The rest of the page is there.
    """
    (workspace.folder / "meetings.toml").write_text("[meeting.a\n")
    answer = client.get("/spotkania")

    assert 200 == answer.status_code
    assert 'class="notice stop"' in answer.text
