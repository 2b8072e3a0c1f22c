"""Two versions at once: each form that changes a file shows both, asks for what both have changed, and writes what is chosen."""

from __future__ import annotations

import datetime
import html
import json
from html.parser import HTMLParser

import pytest
from pages import OURS

from ulotki.office import order_file, orders
from ulotki.serve import entry

PLACE = "/miejsca/ops/zmien"
TEXT = "/teksty/na-wnuczka"
SETTINGS = "/ustawienia"
MEETING = "/spotkania/klub-seniora-2024-09-12"
ORDER = "/akcja/sierpien-2024/zamowienia"


class Forms(HTMLParser):
    """The forms of a page, each as a browser would send it untouched: (where it goes, name → values)."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.text, self.select = [], None, None
        self.feed(text)

    def add(self, name, value):
        if self.forms and name:
            self.forms[-1][1].setdefault(name, []).append(value)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        ticked = given.get("type") not in ("radio", "checkbox") or "checked" in given
        match tag:
            case "form":
                self.forms.append((given.get("action", ""), {}))
            case "input" if ticked:
                self.add(given.get("name"), given.get("value", ""))
            case "textarea":
                self.text = (given["name"], "")
            case "select":
                self.select = (given["name"], [])
            case "option" if self.select:
                self.select[1].append(("selected" in given, given.get("value")))

    def handle_data(self, data):
        if self.text:
            self.text = (self.text[0], self.text[1] + data)

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.add(*self.text)
            self.text = None
        elif tag == "select":
            name, options = self.select
            self.add(name, next((value for chosen, value in options if chosen), options[0][1] if options else ""))
            self.select = None


def form(text, action=""):
    """What the form that goes to *action* holds: name → values."""
    return next(found for to, found in Forms(text).forms if to == action and "seen" in found)


def post(client, path, sent, **changed):
    """Send what a form holds, with other words in some fields."""
    return client.post(path, data={**sent, **changed}, headers=OURS)


@pytest.fixture
def meeting(client):
    """A meeting that is planned."""
    client.send("/spotkania", group="Klub Seniora", day="2024-09-12", hour="17.00", where="Remiza, Serniki 12")


CASES = [
    (PLACE, PLACE, "name", "OPS Serniki", "GOPS w Sernikach", "Opieka", "boards", "3"),
    (
        TEXT,
        TEXT,
        "order",
        "Odłóż to.",
        "Inaczej.",
        "Poczekaj.",
        "rule",
        "Nikomu nie dawaj pieniędzy. Zadzwoń do bliskich.",
    ),
    (SETTINGS, f"{SETTINGS}/jednostka", "unit.town", "Serniki", "Lubartów", "Wólka", "unit.district", "9"),
    (MEETING, MEETING, "hour", "18.00", "19.00", "16.00", "group", "Koło"),
]
"""(page, where its form goes, a field, what each of the two types and what is written anew, another field and its words)."""


@pytest.mark.parametrize(("page", "to", "field", "first", "second", "anew", "other", "word"), CASES)
def test_both_versions_are_shown_and_one_is_chosen(client, meeting, page, to, field, first, second, anew, other, word):
    """
    Nothing is written first; then mine, the other one's, or what is written anew. A field that one of the two has left
    alone is no question: the change of the other stays.
    """
    action = to if to != page else ""

    def saved():
        found = form(client.get(page).text, action)
        return {**found, "do": ["save"]} if page == TEXT else found

    for side, expected in (("mine", second), ("there", first), ("anew", anew)):
        start = saved()
        assert 303 == post(client, to, start, **{field: first, other: word}).status_code
        between = saved()
        late = post(client, to, start, **{field: second})
        assert 409 == late.status_code and between[field] == saved()[field] == [first]
        assert first in html.unescape(late.text).replace("\N{NO-BREAK SPACE}", " ") and 'class="diff"' in late.text
        asked = form(late.text, to)
        assert {f"pick.{field}"} == {name for name in asked if name.startswith("pick.")}
        done = post(client, to, asked, **{f"pick.{field}": side, f"anew.{field}": anew})
        assert 303 == done.status_code, done.text
        assert ([expected], [word]) == (saved()[field], saved()[other])
        post(client, to, saved(), **{field: start[field], other: start[other]})


def test_a_third_one_in_between(client, workspace):
    """
    Who chooses while somebody else writes once more is asked once more.
    """
    start = form(client.get(PLACE).text)
    post(client, PLACE, start, name="Jeden")
    asked = form(post(client, PLACE, start, name="Dwa").text, PLACE)
    post(client, PLACE, form(client.get(PLACE).text), name="Trzy")
    again = post(client, PLACE, asked)

    assert 409 == again.status_code and "Trzy" in again.text
    assert "Trzy" == workspace.library().places["ops"].name
    post(client, PLACE, form(again.text, PLACE))
    assert "Dwa" == workspace.library().places["ops"].name


def test_a_fault_does_not_forget_what_the_form_was_made_from(client, workspace):
    """
    The form that comes back with a fault is still the old one: who was first is not overwritten by the second try.
    """
    start = form(client.get(PLACE).text)
    faulty = post(client, PLACE, start, boards="viele", name="Dwa")
    assert 422 == faulty.status_code
    post(client, PLACE, start, name="Jeden")
    late = post(client, PLACE, form(faulty.text), boards="2")

    assert 409 == late.status_code and "Jeden" == workspace.library().places["ops"].name


@pytest.mark.parametrize(
    "was", ["", "{", "[]", "null", '{"name": 3}', '{"name": ["<script>"]}', json.dumps("x" * 9999)]
)
def test_whatever_a_form_says_it_was_made_from(client, workspace, was):
    """
    Without it every difference is asked; nothing of it is believed or shown as it is.
    """
    start = form(client.get(PLACE).text)
    post(client, PLACE, start, name="Jeden")
    answer = post(client, PLACE, start, name="Dwa<script>", was=was)

    assert 409 == answer.status_code and "pick.name" in answer.text
    assert "<script>" not in answer.text.replace(f'<script src="/s/{entry.edition()}/htmx.min.js" defer></script>', "")


@pytest.mark.parametrize(("page", "to", "field", "first", "second", "anew", "other", "word"), CASES)
def test_what_does_not_touch_is_kept_at_once(client, meeting, page, to, field, first, second, anew, other, word):
    """
    Two tabs change different fields: nobody is asked, both changes are there, and the page says that the other one stays.
    """
    action = to if to != page else ""
    start = form(client.get(page).text, action)
    start = {**start, "do": ["save"]} if page == TEXT else start
    assert 303 == post(client, to, start, **{other: word}).status_code
    late = post(client, to, start, **{field: second})
    saved = form(client.get(page).text, action)

    assert 303 == late.status_code
    assert ([second], [word]) == (saved[field], saved[other])
    assert "What was changed elsewhere meanwhile stays." in client.get(late.headers["Location"]).text


def test_copies_of_an_order_that_is_gone_are_not_lost_in_silence(client, workspace):
    """
    Whoever typed some is told how many; what was typed for others is still in the form, and what was only shown is no fault.
    """
    path, name = "/akcja/sierpien-2024", "sierpien-2024"
    start = form(client.get(path).text, f"{path}/sztuki")
    rows = order_file.read_orders(workspace, name).rows
    one, gone = (f"copies-{rows[number].key}" for number in (5, 0))
    orders.remove_order(workspace, name, rows[0].key, "", datetime.date(2024, 8, 6))
    quiet = post(client, f"{path}/sztuki", start, **{one: "21"})
    told = post(client, f"{path}/sztuki", start, **{one: "21", gone: "9"})
    again = post(client, f"{path}/sztuki", form(told.text, f"{path}/sztuki"))

    assert 303 == quiet.status_code
    assert told.status_code < 500 and "taken out meanwhile: 9" in told.text and 'value="21"' in told.text
    assert 303 == again.status_code
    assert {"21"} == {
        row.values["copies"][0] for row in order_file.read_orders(workspace, name).rows if one.endswith(row.key)
    }
