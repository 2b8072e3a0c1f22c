"""Bundles on the page: printed a few at a time, handed over several at once, a mistake put right, the old exchanged."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace

import pytest
from pages import finished

from ulotki.handout import ledger
from ulotki.office.bundles import bundles
from ulotki.workspace import book

BANK, OPS = "bank-spoldzielczy", "ops"


@pytest.fixture
def there(built):
    """there(): place → (copies, on boards) by the ledger."""

    def read():
        found = {}
        for one in ledger.standings(book.read(built.folder).entries):
            copies, hung = found.get(one.place, (0, 0))
            found[one.place] = (copies + one.there, hung + one.hanging)
        return found

    return read


def give(client, *places, **more):
    said = {f"consent-{place}": "yes" for place in places}
    return client.send(
        "/paczki/przekaz", at="/paczki", place=list(places), given=list(places), **{"day": "2024-08-06", **said, **more}
    )


def test_all_bundles_wait_at_first(client, built):
    """
    Two places, with what lies in each and the sheets.
    """
    text = client.get("/paczki").text

    assert "2\N{NO-BREAK SPACE}bundles to hand over" in text
    assert re.search(r'Sheets">5<', text)
    assert re.search(r'Sheets">4<', text)
    assert text.count("To print<") == 2


def test_the_sum_of_bundles_names_what_is_in_them(client, built, monkeypatch):
    """
    A campaign of posters alone has no "0 leaflets" below its bundles.
    """

    def posters(*asked):
        found = bundles(*asked)
        shares = tuple(replace(one, leaflets=0) for one in found.value.shares)
        return replace(found, value=replace(found.value, shares=shares))

    both = client.get("/paczki").text.partition("<tfoot>")[2]
    monkeypatch.setattr("ulotki.office.bundles.bundles", posters)
    alone = client.get("/paczki").text.partition("<tfoot>")[2]

    assert "poster" in both and "leaflet" in both
    assert "poster" in alone and "leaflet" not in alone


def test_no_edition_no_bundles(client, workspace):
    """
    The page leads on to making one.
    """
    assert "There are no bundles yet" in client.get("/paczki").text


def test_ticked_bundles_are_printed_and_come_ticked(client, desk, built):
    """
    Into one file that opens by itself; afterwards those places are ticked for the hand-over.
    """
    assert 303 == client.send("/paczki/druk", at="/paczki", place=OPS).status_code
    opened = finished(client, desk).headers["Location"]
    answer = client.get(opened)

    assert re.fullmatch(r"/druk/[\w-]+/1\.pdf", opened)
    assert answer.data.startswith(b"%PDF")
    text = client.get("/paczki").text
    assert f'value="{OPS}" checked' in text
    assert f'value="{BANK}" checked' not in text


@pytest.mark.parametrize("path", ["/paczki/druk", "/paczki/wybrane"])
def test_nothing_ticked_is_said(client, built, path):
    """
    With what to do.
    """
    answer = client.send(path, at="/paczki")

    assert 422 == answer.status_code
    assert "no place is ticked" in answer.text


def test_several_are_handed_over_at_once(client, there):
    """
    The form has what is known of each; what is saved is what was ticked there.
    """
    asked = client.send("/paczki/wybrane", at="/paczki", place=[BANK, OPS])
    form = client.get(asked.headers["Location"]).text
    answer = give(client, BANK, OPS)

    assert form.count('name="given"') == 2
    assert "2024-08-06" in form
    assert (303, "/paczki") == (answer.status_code, answer.headers["Location"])
    assert {BANK: (8, 0), OPS: (9, 1)} == there()
    assert "All bundles are handed over" in client.get("/paczki").text


def test_a_bundle_had_fewer_copies(client, built, there):
    """
    What is alike is counted once; of what got none nothing is written, and a count that is none is said at its field.
    """
    form = client.get(f"/paczki/przekaz?place={OPS}").text
    kinds = re.findall(rf'name="kind-{OPS}" value="([\w.-]+)"', form)
    leaflets, poster = sorted(kinds, key=len, reverse=True)
    said = {f"kind-{OPS}": kinds, f"copies-{OPS}-{poster}": "0"}
    wrong = give(client, OPS, **{**said, f"copies-{OPS}-{leaflets}": "dwa"})

    assert 422 == wrong.status_code and "dwa" in wrong.text and {} == there()
    assert 303 == give(client, OPS, **{**said, f"copies-{OPS}-{leaflets}": "3"}).status_code
    assert {OPS: (6, 0)} == there()


def test_a_count_is_of_the_edition_that_was_shown(client, built, there):
    """
    Pieces of another edition are not counted in place of those; nothing given is no bundle. Nothing is written.
    """
    codes = ".".join(
        re.findall(rf'name="kind-{OPS}" value="([\w.-]+)"', client.get(f"/paczki/przekaz?place={OPS}").text)
    )
    other = {f"kind-{OPS}": "AAAAA-AAAAA", f"copies-{OPS}-AAAAA-AAAAA": "3"}
    none = {f"kind-{OPS}": codes, f"copies-{OPS}-{codes}": "0"}

    for said in (other, none):
        assert 422 == give(client, OPS, **said).status_code
    assert {} == there()


def test_without_consent_nothing_hangs(client, there):
    """
    A refusal is written down.
    """
    give(client, OPS, **{f"consent-{OPS}": "no"})

    assert {OPS: (9, 0)} == there()


def test_twice_is_asked_again(client, there):
    """
    What is unlikely to be meant is a question; nothing is written before the answer.
    """
    give(client, OPS)
    again = give(client, OPS)

    assert 409 == again.status_code
    assert 'name="anyway"' in again.text
    assert {OPS: (9, 1)} == there()
    assert 303 == give(client, OPS, anyway="yes").status_code
    assert 18 == there()[OPS][0]


@pytest.mark.parametrize(("day", "said"), [("2024-08-07", "has not come yet"), ("wczoraj", "is not a day")])
def test_a_wrong_day_is_said_at_its_field(client, there, day, said):
    """
    One to come, or none at all: nothing is written, the rest of the form stays.
    """
    answer = give(client, OPS, day=day, **{f"who-{OPS}": "Anna Nowak"})

    assert 422 == answer.status_code
    assert said in answer.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Anna Nowak" in answer.text
    assert {} == there()


def test_a_mistake_is_put_right(client, there):
    """
    The bundle went elsewhere: the entry stays, crossed out by another.
    """
    give(client, OPS)
    answer = client.send("/co-gdzie-wisi/popraw/1", what="place", place=BANK)
    text = client.get("/co-gdzie-wisi/wpisy").text

    assert 303 == answer.status_code
    assert {BANK: (9, 1)} == {place: found for place, found in there().items() if found[0]}
    assert "mended by entry 2" in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"what": "place"}, "place"),
        ({"what": "place", "place": "nowhere"}, None),
        ({"what": "copies", "copies": "wiele"}, "copies"),
        ({"what": "copies"}, "copies"),
        ({"what": "day", "day": "2024-13-01"}, "day"),
        ({"what": "day"}, "day"),
        ({}, "what"),
    ],
)
def test_a_mistake_in_a_mistake_is_said(client, there, said, field):
    """
    Nothing chosen, or nonsense: at its field, and nothing is written.
    """
    give(client, OPS)
    answer = client.send("/co-gdzie-wisi/popraw/1", **said)

    assert 422 == answer.status_code
    assert field is None or f'id="{field}-e"' in answer.text
    assert {OPS: (9, 1)} == there()


def test_what_never_happened_counts_no_longer(client, there):
    """
    The entry is cancelled.
    """
    give(client, OPS)
    client.send("/co-gdzie-wisi/popraw/1", what="never")

    assert {} == there()
    assert "crossed out by entry" in client.get("/co-gdzie-wisi/wpisy").text
    assert 404 == client.get("/co-gdzie-wisi/popraw/2").status_code
    assert 404 == client.get("/co-gdzie-wisi/popraw/99").status_code


def test_boards_say_what_is_known(client, there):
    """
    Nobody has written anything down; then what hangs holds; a place without an entry is named.
    """
    first = client.get("/co-gdzie-wisi").text
    give(client, OPS)
    then = client.get("/co-gdzie-wisi").text

    assert "Nobody has written anything down yet" in first
    assert "All that hangs still holds" in then
    assert "Bank spółdzielczy" in client.get("/co-gdzie-wisi?lista=puste").text
    assert "Ośrodek" in client.get("/co-gdzie-wisi/miejsce/ops").text


def test_the_old_comes_down_place_by_place(client, desk, built, there):
    """
    A value is stopped: the places are listed with the reason, moved in order, and written down as taken down.
    """
    give(client, BANK, OPS)
    path = "/numery/address:incydent-cert/zatrzymaj"
    for who in ("Jan Kowalski", "Anna Nowak"):
        assert 303 == client.send(path, source="https://cert.pl/koniec", who=who).status_code
    text = client.get("/co-gdzie-wisi").text
    trip = client.get("/co-gdzie-wisi/objazd").text
    first = re.search(r'name="place" value="([\w-]+)"', trip)[1]
    client.send("/co-gdzie-wisi/objazd/kolejnosc", at="/co-gdzie-wisi/objazd", place=first, way="later")
    moved = client.get("/co-gdzie-wisi/objazd").text

    assert "In 2\N{NO-BREAK SPACE}places something must come down" in text
    assert first != re.search(r'name="place" value="([\w-]+)"', moved)[1]
    assert client.get("/co-gdzie-wisi/objazd.pdf").data.startswith(b"%PDF")
    assert client.get("/co-gdzie-wisi/objazd.csv").data
    assert 422 == client.send("/co-gdzie-wisi/zdjete", at="/co-gdzie-wisi").status_code
    assert 303 == client.send("/co-gdzie-wisi/zdjete", at="/co-gdzie-wisi", place=[BANK, OPS]).status_code
    assert not client.get("/co-gdzie-wisi").text.count("To exchange</span>")


def test_a_code_that_somebody_brings(client, built):
    """
    One of ours is named with whether it holds; any other is nobody's; a path is no code.
    """
    code = re.search(r"([0-9A-Z]{5}-[0-9A-Z]{5})</span>", client.get("/paczki/ops").text)[1]

    assert "Leaflet A5" in client.get(f"/co-gdzie-wisi/kod?kod={code}").text
    assert "Nobody knows this code" in client.get("/co-gdzie-wisi/kod?kod=AAAAA-AAAAA").text
    for word in ("../../etc/passwd", "/etc/passwd", ".", "<script>alert(1)</script>"):
        text = client.get("/co-gdzie-wisi/kod", query_string={"kod": word}).text
        assert "is no code of a piece" in text.replace("\N{NO-BREAK SPACE}", " ")
        assert "<script>alert" not in text


def test_the_list_for_the_desk(client, built):
    """
    As a PDF.
    """
    assert client.get("/co-gdzie-wisi/dyzurny.pdf").data.startswith(b"%PDF")


def test_the_letter_of_a_bundle(client, built):
    """
    To print, or as a draft that a mail program opens; of no other place, and in no other form.
    """
    assert f"/paczki/{OPS}/letter.eml" in client.get(f"/paczki/{OPS}").text
    draft = email.message_from_bytes(client.get(f"/paczki/{OPS}/letter.eml").data, policy=email.policy.default)

    assert "1" == draft["X-Unsent"]
    assert "zgodę na" in draft.get_body().get_content()
    assert client.get(f"/paczki/{OPS}/letter.pdf").data.startswith(b"%PDF")
    assert 404 == client.get("/paczki/nikt/letter.eml").status_code
    assert 404 == client.get(f"/paczki/{OPS}/letter.exe").status_code
    assert 404 == client.get(f"/paczki/{OPS}/receipt.eml").status_code
    for kind in ("letter", "host-page", "receipt"):
        assert client.get(f"/paczki/{OPS}/{kind}.pdf").data.startswith(b"%PDF")
        assert "Ośrodek Pomocy Społecznej" in client.get(f"/paczki/{OPS}/{kind}.txt").text
        assert "<main>" in client.get(f"/paczki/{OPS}/{kind}.html").text
