"""A number changed on the page: set by one, typed again by another who sees nothing of it, and never by chance."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import TODAY

from ulotki.content.kinds import Name
from ulotki.content.number import Number
from ulotki.content.state import State
from ulotki.office import Outcome
from ulotki.office.numbers.where import Carrier, ValueUses
from ulotki.serve.hidden import hush, waits

PATH = "/numery/number:dzielnicowy"
NUMBER = "47 812 00 15"
GIVEN = {"value": NUMBER, "source": "https://lubartow.policja.gov.pl/kontakt", "who": "asp. Jan Kowalski"}


@pytest.fixture
def written(workspace):
    """written(): what numbers.toml says."""
    return lambda: (workspace.folder / "numbers.toml").read_text("utf-8")


def seen(client, path=f"{PATH}/zmien"):
    return client.get(path).text.partition('name="seen" value="')[2].partition('"')[0]


def give(client, **said):
    return client.send(f"{PATH}/zmien", **{**GIVEN, **said})


def second(client, path=PATH, **said):
    """The word of a second person, as the form has it."""
    given = {"value": NUMBER, "source": "https://policja.pl/numery", "who": "Anna Nowak", "called": "yes"}
    return client.send(f"{path}/potwierdz", **{**given, **said})


def test_two_people_change_a_number(client, written):
    """
    Set, then confirmed: the number is in the file with both names, and the page says what is left to do.
    """
    first = give(client)
    then = second(client, value="478120015", role="kierownik posterunku")

    assert (303, f"{PATH}/potwierdz") == (first.status_code, first.headers["Location"])
    assert (303, f"{PATH}/kroki") == (then.status_code, then.headers["Location"])
    assert 'set_by = "asp. Jan Kowalski"' in written()
    assert 'by = "Anna Nowak"' in written()
    assert "Anna Nowak (kierownik posterunku)" in client.get("/numery").text
    assert "47\N{NO-BREAK SPACE}812\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}15" in client.get(f"{PATH}/kroki").text


def test_the_text_alone_hides_what_nobody_has_confirmed(client):
    """
    The words of a piece, to be pasted elsewhere, are no way to a number that a second person still has to read.
    """
    path = "/druki/tekst.txt?oszustwo=na-wnuczka&wzor=leaflet"
    give(client)
    before = client.get(path).text.replace("\N{NO-BREAK SPACE}", " ")
    second(client)

    assert NUMBER not in before and "hidden" in before
    assert NUMBER in client.get(path).text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_second_person_sees_nothing_of_the_first_entry(client):
    """
    Neither the list nor the form, nor the bar of what was done, nor the start shows the number before it is confirmed, and whoever set it is
    not offered among those who may confirm.
    """
    give(client)
    first = client.get("/ustawienia").text.partition('href="/ustawienia/historia/')[2].partition('"')[0]
    pages = ("potwierdz", "zmien", "zatrzymaj", "gdzie", "kroki")
    others = (
        "/ustawienia",
        "/ustawienia/historia",
        f"/ustawienia/historia/{first}",
        "/ustawienia/stan",
        "/co-gdzie-wisi",
    )
    for path in ("/", "/numery", *(f"{PATH}/{page}" for page in pages), *others):
        text = client.get(path).text.replace("\N{NO-BREAK SPACE}", " ")
        assert NUMBER not in text, path
        assert "478120015" not in text, path
    assert 'value="asp. Jan Kowalski"' not in client.get(f"{PATH}/potwierdz").text


@pytest.mark.parametrize(
    "said",
    [
        "na ulotce jest 47 812 00 15; to za mało",
        "478120015",
        "47-812-00-15",
        "+48 47\N{NO-BREAK SPACE}812\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}15.",
    ],
)
def test_a_sentence_does_not_say_what_is_hidden(said):
    """
    In whatever spelling; a longer number is another one, and what is confirmed is said.
    """
    value = Number(value="47 812 00 15", label="dzielnicowy", id="dzielnicowy", set_by="Jan Kowalski")
    words = Name(value="pn.–pt.  8–15", label="godziny", id="godziny", set_by="Jan Kowalski")

    assert waits(value, TODAY) and waits(words, TODAY)
    assert "…" in hush(said, [value, words], "…")
    assert "15" not in hush(said, [value, words], "…")
    assert "1 47 812 00 159" == hush("1 47 812 00 159", [value], "…")
    assert "dzielnicowy: …" == hush("dzielnicowy: pn.–pt. 8–15", [words], "…")


def test_every_fault_is_at_its_field_at_once(client, written):
    """
    Three fields wrong: three complaints, each linked from above; what was typed stays and nothing is written.
    """
    before = written()
    answer = give(client, value="", source="kartka", who="…")

    assert 422 == answer.status_code
    for name in ("value", "source", "who"):
        assert f'href="#{name}"' in answer.text
        assert f'id="{name}-e"' in answer.text
    assert 'value="kartka"' in answer.text
    assert before == written()


def test_a_number_too_short_is_said_at_its_field(client, written):
    """
    Eight digits are no number: the complaint stands at the field.
    """
    before = written()
    answer = give(client, value="47 812 00 1")

    assert 422 == answer.status_code
    assert 'id="value-e"' in answer.text
    assert before == written()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"value": "47 812 00 51"}, None),
        ({"who": "Kowalski Jan"}, None),
        ({"who": ""}, "who"),
        ({"who": "kierownik posterunku"}, "who"),
        ({"who": "dyżurny w Lubartowie"}, "who"),
        ({"source": ""}, "source"),
        ({"source": "pismo z dnia 1.08.2024"}, "source"),
        ({"source": "https://dobre-numery.pl"}, "source"),
        ({"called": []}, "called"),
    ],
)
def test_what_does_not_confirm(client, written, said, field):
    """
    Another number, the same person, nobody, a post without a name, no source of their own, or a number that nobody called: it
    stays unconfirmed, and the page says why.
    """
    give(client)
    answer = second(client, **said)

    assert 422 == answer.status_code
    assert 'role="alert"' in answer.text
    assert field is None or f'id="{field}-e"' in answer.text
    assert "confirmed" not in written()


def test_the_second_person_names_a_source_of_their_own(client):
    """
    The field is empty, also when the first person's source is a good one.
    """
    give(client)
    field = client.get(f"{PATH}/potwierdz").text.partition('id="source"')[2].partition(">")[0]

    assert 'value=""' in field


@pytest.mark.parametrize("deed", ["potwierdz", "zatrzymaj"])
def test_an_older_page_confirms_and_stops_nothing(client, written, deed):
    """
    Somebody sets the same number anew while the page is open: neither the second person's word nor a stop is taken from
    the old page, nor from one that does not say what it saw, and the page says so; from the new page it is.
    """
    give(client)
    old = seen(client, f"{PATH}/{deed}")
    give(client, source="https://lubelska.policja.gov.pl/kontakt", who="Ewa Wilk")
    before = written()
    for stale in (old, ""):
        answer = (
            second(client, seen=stale)
            if deed == "potwierdz"
            else client.send(f"{PATH}/{deed}", who="Ewa Wilk", seen=stale)
        )
        assert 409 == answer.status_code
        assert 'role="alert"' in answer.text
        assert NUMBER not in answer.text or deed == "zatrzymaj"
        assert before == written()
    new = second(client) if deed == "potwierdz" else client.send(f"{PATH}/{deed}", who="Ewa Wilk")
    assert 303 == new.status_code
    assert before != written()


NEW = {
    "label": "dyżurny posterunku w Lubartowie",
    "kind": "number",
    "value": "47 812 00 20",
    "source": GIVEN["source"],
    "who": GIVEN["who"],
}


def test_a_new_number_is_begun_on_the_page(client, written):
    """
    With whose it is, of which its id is made; then a second person, and what is left to do.
    """
    assert 'href="/numery/nowy"' in client.get("/numery").text
    first = client.send("/numery/nowy", **NEW)
    path = "/numery/number:dyzurny-posterunku-w-lubartowie"

    assert (303, f"{path}/potwierdz") == (first.status_code, first.headers["Location"])
    assert "[number.dyzurny-posterunku-w-lubartowie]" in written()
    assert 303 == second(client, path, value=NEW["value"]).status_code
    assert "{{number:dyzurny-posterunku-w-lubartowie}}" in client.get(f"{path}/gdzie").text


def test_hours_are_read_in_a_letter(client, written):
    """
    A name may come from a letter of a day that has come, by both people; a number may not.
    """
    letter = "pismo z dnia 1.08.2024"
    hours = {**NEW, "label": "godziny posterunku", "kind": "name", "value": "pn.–pt. 8–15", "source": letter}
    path = "/numery/name:godziny-posterunku"

    assert 'id="source-e"' in client.send("/numery/nowy", **{**NEW, "source": letter}).text
    assert 'id="source-e"' in client.send("/numery/nowy", **{**hours, "source": "pismo z dnia 1.08.2030"}).text
    assert 303 == client.send("/numery/nowy", **hours).status_code
    assert f"{letter}</span>" in client.get(f"{path}/potwierdz").text
    assert 303 == second(client, path, value=hours["value"], source=letter).status_code


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"label": ""}, "label"),
        ({"kind": "address"}, "kind"),
        ({"value": "47 812 00 2"}, "value"),
        ({"label": "dzwoń 500 600 700"}, "label"),
        ({"source": "kartka"}, "source"),
        ({"who": "J."}, "who"),
    ],
)
def test_what_begins_no_number(client, written, said, field):
    """
    Each fault is at its field, what was typed stays, and nothing is written.
    """
    before = written()
    answer = client.send("/numery/nowy", **{**NEW, **said})

    assert 422 == answer.status_code
    assert f'id="{field}-e"' in answer.text
    assert before == written()


def test_who_comes_second_sees_both(client, written):
    """
    Two tabs: the second one writes nothing, shows its own and says who was first; then somebody decides.
    """
    old = seen(client)
    give(client)
    other = {"value": "47 812 00 99", "source": GIVEN["source"], "who": "Ewa Wilk"}
    answer = client.send(f"{PATH}/zmien", seen=old, **other)

    assert 409 == answer.status_code
    assert "47 812 00 99" in answer.text
    assert "asp. Jan Kowalski" in answer.text
    assert NUMBER not in answer.text
    assert "00 99" not in written()
    assert 303 == client.send(f"{PATH}/zmien", **other).status_code
    assert "Ewa Wilk" in written()


def test_the_old_number_goes_on_for_a_while(client, written):
    """
    With its last day; without one the form asks for it.
    """
    give(client)
    second(client)
    new = {"value": "47 812 00 99", "old": "goes"}

    assert 'id="old_until-e"' in give(client, **new).text
    assert 303 == give(client, **new, old_until="2024-09-30").status_code
    assert "until = 2024-09-30" in written()


def test_a_national_number_is_stopped_by_two(client, written):
    """
    With a page that says so; 112 cannot be stopped at all.
    """
    path = "/numery/number:sms-8080/zatrzymaj"
    path = next(
        one
        for one in client.get("/numery").text.split('"')
        if one.endswith("/zatrzymaj") and one.startswith("/numery/number:")
    )
    first = client.send(path, source="https://cert.pl/8080", who="Jan Kowalski")

    assert 303 == first.status_code
    assert "withdrawn" in written()
    assert 404 == client.get("/numery/number:112/zatrzymaj").status_code


@pytest.mark.parametrize("ref", ["number:nobody", "dzielnicowy", "../numery", "number:%2e%2e", "<script>"])
def test_what_is_no_value_is_nothing(client, ref):
    """
    An id that the register does not have leads nowhere.
    """
    for page in ("zmien", "potwierdz", "gdzie", "kroki", "zatrzymaj"):
        assert client.get(f"/numery/{ref}/{page}").status_code == 404


def test_a_script_in_a_field_is_text(client):
    """
    Whatever is typed comes back as it was typed, and is no markup.
    """
    bad = '"><script>alert(1)</script>'
    text = give(client, value=bad, source=bad, who=bad).text

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_change_can_be_taken_back(client, written):
    """
    The bar of what was done, and the start, lead to the undo of the change; taken back, the file is as it was.
    """
    before = written()
    give(client)
    text = client.get(f"{PATH}/potwierdz").text
    back = text.partition('class="btn two slim" href="')[2].partition('"')[0]

    assert back.startswith("/ustawienia/historia/")
    assert back in client.get("/").text
    assert 200 == client.get(back).status_code
    assert before != written()


@pytest.mark.parametrize(
    ("current", "state", "now", "said"),
    [
        (True, State.GOOD, ("47 812 00 15",), "still in the register"),
        (True, State.EXPIRED, (), "still in the register, but expired"),
        (False, None, ("47 812 00 15",), "out of date, now 47 812 00 15"),
        (False, None, (), "out of date, and the register has none that is good now"),
    ],
)
def test_where_it_stands_says_what_became_of_it(client, monkeypatch, current, state, now, said):
    """
    A piece with a number that is printed no more is marked, in the words of the command; one that holds is not.
    """
    carrier = Carrier("mala", Path("mala/1"), "E", "poster", "C", ("47 812 00 14",), current, state, now, (), 0)
    uses = ValueUses("number:112", "112", State.GOOD, (carrier,), (), ())
    monkeypatch.setattr("ulotki.office.numbers.where.where", lambda *asked: Outcome(uses))
    page = client.get("/numery/number:112/gdzie").text.replace("\N{NO-BREAK SPACE}", " ")

    assert said == str(carrier.verdict)
    assert (said in page) is not current
