"""What cannot be read stops who asks for it, and nobody else."""

from __future__ import annotations

import os

import pytest

from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Misused, Refused, pick, say

CAMPAIGN = "campaigns/sierpien-2024.toml"
TORN = '[place.nowa\nname = "x'
BAD = Finding("read", say("torn"))


def put(workspace, name: str, text: str) -> None:
    (workspace / name).parent.mkdir(parents=True, exist_ok=True)
    (workspace / name).write_text(text, encoding="utf-8")


def add(workspace, name: str, text: str) -> None:
    put(workspace, name, (workspace / name).read_text(encoding="utf-8") + text)


def change(workspace, name: str, old: str, new: str) -> None:
    text = (workspace / name).read_text(encoding="utf-8")
    assert old in text
    put(workspace, name, text.replace(old, new, 1))


# Entries


def test_entries_hold_what_could_be_read():
    """
    `in`, `len`, `get` and iteration see that alone; [ ] says why the rest is not there.
    """
    found = Entries({"a": 1, "b": Unread("scam", "b", (BAD,))})

    assert (["a"], 1, None, False) == (list(found), len(found), found.get("b"), "b" in found)
    with pytest.raises(Refused, match="torn"):
        found["b"]
    with pytest.raises(KeyError):
        found["c"]


def test_of_a_lost_file_nobody_knows_what_else_it_held():
    """
    What was read is there; of all else the file is to blame.
    """
    found = Entries({"a": 1}, (BAD,))

    assert 1 == found["a"]
    with pytest.raises(Refused, match="torn"):
        found["c"]


def test_who_picks_by_name_is_told_why():
    """
    "There is no scam b" would be false.
    """
    found = Entries({"a": 1, "b": Unread("scam", "b", (BAD,))})

    with pytest.raises(Refused, match="torn"):
        pick("scam", found, "b")
    with pytest.raises(Misused):
        pick("scam", found, "c")


# Each kind of thing


def test_a_scam_half_written_is_a_value(workspace, reading):
    """
    It is named, asked for it refuses, and all else is there.
    """
    before = reading()
    put(workspace, "scams/pl/na-wodociagi.toml", 'name = ""\n')
    library = reading()

    assert (before.scams, before.campaigns) == (library.scams, library.campaigns)
    assert [("scam", "na-wodociagi", "pl")] == [(one.kind, one.id, one.group) for one in library.unread]
    with pytest.raises(Refused):
        library.scam("na-wodociagi")


def test_a_broken_version_of_a_national_scam_is_not_replaced_by_that(workspace, reading):
    """
    Nobody would see that other words were printed than those of the workspace.
    """
    add(workspace, "scams/pl/na-wnuczka.toml", "\nwrong = 1\n")

    assert "na-wnuczka" not in reading().scams
    with pytest.raises(Refused, match="wrong"):
        reading().scam("na-wnuczka")


def test_a_scam_that_names_an_unread_value_can_be_read(workspace, reading):
    """
    The value speaks for itself when the scam is told: nobody says that it does not exist.
    """
    add(workspace, "numbers.toml", '\n[number.woda]\nvalue = "997"\nlabel = "wodociągi"\n')
    change(workspace, "scams/pl/na-wnuczka.toml", "Zadzwoń pod {{number:112}}", "Zadzwoń pod {{number:woda}}")
    library = reading()

    assert "na-wnuczka" in library.scams
    assert [("number", "woda")] == [(one.kind, one.id) for one in library.unread]
    with pytest.raises(Refused, match="997"):
        library.register.find("number", "woda")


def test_an_entry_under_an_unknown_kind_may_be_of_any(workspace, reading):
    """
    A slip in "number" does not make the number missing: what is printed in its place would be a box for a stamp.
    """
    change(workspace, "numbers.toml", "[number.dzielnicowy]", "[numer.dzielnicowy]")

    with pytest.raises(Refused, match="numer"):
        reading().register.find("number", "dzielnicowy")
    assert reading().register.find("number", "cert-sms")


@pytest.mark.parametrize("text", ["[number.a\n", "number = 3\n"])
def test_a_torn_register_leaves_112_alone(workspace, reading, text):
    """
    It may stop any other national number, so none of them is given out.
    """
    put(workspace, "numbers.toml", text)
    library = reading()

    assert library.register.find("number", "112")
    assert "na-wnuczka" in library.scams
    for id in ("cert-sms", "dzielnicowy"):
        with pytest.raises(Refused):
            library.register.find("number", id)


def test_a_torn_ulotki_toml_is_told_to_who_asks_who_publishes(workspace, reading):
    """
    A sheet in nobody's name would be worse.
    """
    put(workspace, "ulotki.toml", TORN)
    library = reading()

    assert library.campaigns and library.places and library.scams
    with pytest.raises(Refused):
        _ = library.publisher


def test_torn_approvals_are_told_to_who_asks_what_was_approved(workspace, reading):
    """
    And to nobody else.
    """
    put(workspace, "approvals.toml", "[[approval]]\nby = 3\n")

    assert reading().campaign("sierpien-2024")
    with pytest.raises(Refused):
        _ = reading().approvals


def test_torn_fixed_words_are_told_to_who_needs_that_language(workspace, reading):
    """
    Not "there are no fixed words".
    """
    put(workspace, "words/pl.toml", TORN)

    assert "na-wnuczka" in reading().scams
    with pytest.raises(Refused):
        reading().phrases["pl"]


# Places and campaigns


def test_a_place_half_written_is_left_out_of_all(workspace, reading):
    """
    The campaign for all places stands; it says what it does without.
    """
    add(workspace, "places.toml", '\n[place.szkola]\nname = ""\nkind = ""\n')
    library = reading()
    campaign = library.campaign("sierpien-2024")

    assert "szkola" not in library.places
    assert {"place.szkola.name", "place.szkola.kind"} == {one.at.field for one in library.faults(campaign)}


@pytest.mark.parametrize(("words", "left_out"), [('["solectwo"]', 0), ('["school"]', 1), ('["all"]', 0)])
def test_only_what_a_word_may_mean_is_left_out(workspace, reading, words, left_out):
    """
    A broken school is no matter of an order for villages, nor for all adults.
    """
    add(
        workspace,
        "places.toml",
        '\n[place.a]\nname = "A"\nkind = "school"\n[place.szkola]\nname = ""\nkind = "school"\n',
    )
    for line in ('places = ["all"]', 'places = ["nowa-wies", "parish"]'):
        text = (workspace / CAMPAIGN).read_text(encoding="utf-8")
        put(workspace, CAMPAIGN, text.replace(line, f"places = {words}"))
    library = reading()

    assert left_out == len(library.faults(library.campaign("sierpien-2024")))


def test_a_place_named_by_its_id_stops_that_campaign_alone(workspace, reading):
    """
    The one beside it, for all places, is there.
    """
    text = (workspace / CAMPAIGN).read_text(encoding="utf-8")
    put(workspace, "campaigns/maj.toml", text.replace('places = ["all"]', 'places = ["szkola"]'))
    add(workspace, "places.toml", '\n[place.szkola]\nname = ""\nkind = "school"\n')
    library = reading()

    assert ["sierpien-2024"] == list(library.campaigns)
    with pytest.raises(Refused, match="name is empty"):
        library.campaign("maj")


def test_a_kind_of_which_no_place_can_be_read_stops_the_campaign(workspace, reading):
    """
    An edition for nobody is none.
    """
    text = (workspace / CAMPAIGN).read_text(encoding="utf-8")
    put(workspace, "campaigns/maj.toml", text.replace('places = ["all"]', 'places = ["school"]'))
    add(workspace, "places.toml", '\n[place.szkola]\nname = ""\nkind = "school"\n')

    with pytest.raises(Refused, match="name is empty"):
        reading().campaign("maj")


def test_a_torn_list_of_places_stops_campaigns_and_no_scam(workspace, reading):
    """
    "All" of a list that cannot be read is nobody.
    """
    put(workspace, "places.toml", TORN)
    library = reading()

    assert (["bank", "na-wnuczka"], []) == (sorted(library.scams), list(library.campaigns))
    with pytest.raises(Refused):
        library.campaign("sierpien-2024")
    with pytest.raises(Refused):
        library.places["nowa-wies"]


def test_a_broken_campaign_stops_no_other(workspace, reading):
    """
    Each is read on its own.
    """
    put(workspace, "campaigns/maj.toml", 'titel = "Maj"\n')

    assert ["sierpien-2024"] == list(reading().campaigns)
    with pytest.raises(Refused, match="titel"):
        reading().campaign("maj")


def test_a_translation_of_an_unread_scam_is_unread(workspace, reading):
    """
    Whether it says the same, nobody knows.
    """
    text = (workspace / "scams/pl/na-wnuczka.toml").read_text(encoding="utf-8")
    put(workspace, "scams/en/na-wnuczka.toml", text)
    put(workspace, "words/en.toml", (workspace / "words/pl.toml").read_text(encoding="utf-8"))
    assert reading().scam("na-wnuczka", "en")
    add(workspace, "scams/pl/na-wnuczka.toml", "\nwrong = 1\n")

    assert not reading().translations
    assert 1 == len(reading().findings)


# Files that are none


@pytest.mark.parametrize(
    "name", ["numbers.toml", "places.toml", "ulotki.toml", "words/pl.toml", CAMPAIGN, "scams/pl/na-wnuczka.toml"]
)
@pytest.mark.parametrize("kind", ["folder", "pipe", "link to nothing"])
def test_what_is_no_file_is_a_fault_with_a_way_out(workspace, reading, name, kind):
    """
    A folder, a pipe that nobody writes to, a link to nothing: nothing waits, nothing is passed over.
    """
    path = workspace / name
    path.unlink()
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(workspace / "nowhere")
    found = [one for one in reading().findings if one.at.file == str(path)]

    assert 1 == len(found)
    assert "cannot be read" in str(found[0].what)
    assert found[0].hint and found[0].grave


@pytest.mark.parametrize(
    "text", [f"x = {'[' * 50_000}", f"x = {'{a=' * 20_000}", "a." * 60_000 + "b = 1", "x" * 200_000, "\x00\xff"]
)
def test_whatever_lies_there_is_a_fault_and_no_trace(workspace, reading, text):
    """
    Nested a thousand times, or no text at all.
    """
    (workspace / "places.toml").write_bytes(text.encode("latin-1"))

    assert str(workspace / "places.toml") in {one.at.file for one in reading().findings}


@pytest.mark.parametrize("id", ["con", "nul", "com1", "lpt9"])
def test_names_of_devices_are_no_ids(workspace, reading, id):
    """
    Windows could not make a file of that name.
    """
    add(workspace, "places.toml", f'\n[place.{id}]\nname = "A"\nkind = "bank"\n')

    assert [f"place.{id}"] == [one.at.field for one in reading().findings]


def test_a_folder_that_is_a_file_is_named(workspace, reading):
    """
    No campaign would be missing in silence.
    """
    for file in (workspace / "campaigns").iterdir():
        file.unlink()
    (workspace / "campaigns").rmdir()
    (workspace / "campaigns").write_text("")

    assert [str(workspace / "campaigns")] == [one.at.file for one in reading().findings]
