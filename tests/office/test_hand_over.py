"""What a place was given: as it is said, once, and never what is unlikely without somebody having been asked."""

import dataclasses
import datetime

import pytest
from books import TODAY, piece

from ulotki.edition import record
from ulotki.errors import Misused
from ulotki.handout import ledger
from ulotki.office.answers import Doubtful
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import hand_over
from ulotki.office.taken_down import TakenDownRequest, taken_down
from ulotki.workspace import book, packed

AT = "2024-08-20T10:00:00Z"


def give(office, *places, today=TODAY, **said):
    return hand_over(office, HandOverRequest(AT, places, **said), today)


def away(office, *places, today=TODAY, **said):
    return taken_down(office, TakenDownRequest(places, AT, **said), today)


def there(office):
    """(place, copies, on boards) of all that is somewhere."""
    standings = ledger.standings(book.read(office.folder).entries)
    return [(one.place, one.there, one.hanging) for one in standings if one.there or one.hanging]


def test_an_entry_is_bound_to_its_edition(office, edition):
    """
    It holds the digest of the record; that of a record from before is empty.
    """
    folder = edition()
    (entry,) = give(office, "bank").value.entries

    assert record.digest(record.read_record((folder / "manifest.json").read_bytes())) == entry.deed.digest


def test_given_taken_by_three_and_given_again(office, edition):
    """
    Five are given, three people write down that they are gone, five are given again: five hang.
    """
    edition(piece(places=(("ops", 5),)))
    give(office, "ops", hung=5)
    away(office, "ops", everything=True)
    for _ in range(2):
        with pytest.raises(Misused, match="nothing to take down"):
            away(office, "ops", everything=True)
    give(office, "ops", hung=5)

    assert [("ops", 5, 5)] == there(office)


def test_more_than_is_there_takes_what_is_there(office, edition):
    """
    It is written and said; a part leaves what hangs for last.
    """
    edition()
    give(office, "bank")
    part = away(office, "bank", everything=True, copies=2)
    left = there(office)
    rest = away(office, "bank", everything=True, copies=9)

    assert () == part.asides
    assert [("bank", 3, 2)] == left
    assert "9 copies" in str(rest.asides[0])
    assert "3 are there" in str(rest.asides[0])
    assert 3 == rest.value.entries[0].deed.pieces[0].copies
    assert [] == there(office)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"copies": 6}, "6 copies of na-wnuczka-poster-A4-colour would be there, and 5 were ordered"),
        ({"day": datetime.date(2024, 7, 31)}, "the edition is of 2024-08-01"),
        ({"today": datetime.date(2025, 1, 1)}, "may hang until 2024-12-31 only"),
    ],
)
def test_what_is_unlikely_is_asked_about(office, edition, said, why):
    """
    Nothing is written before somebody says that it is meant so.
    """
    edition()
    with pytest.raises(Doubtful, match=why):
        give(office, "bank", **said)

    assert [] == there(office)
    assert 1 == len(give(office, "bank", **said, anyway=True).value.entries)


def test_the_same_bundle_again(office, edition):
    """
    It is asked about while it is there; the rest of what was ordered may come later.
    """
    edition()
    give(office, "bank")
    with pytest.raises(Doubtful, match="entry 1 already holds this bundle"):
        give(office, "bank")
    give(office, "ops", copies=1)
    with pytest.raises(Doubtful, match="3 copies"):
        give(office, "ops", copies=2)

    assert [("bank", 5, 2), ("ops", 1, 1)] == there(office)


def test_a_place_nothing_was_ordered_for(office, edition):
    """
    A piece that is named with its copies may go there, up to all that were printed.
    """
    edition()

    assert 1 == len(give(office, "school", pieces=("AAAAA-AAAAA",), copies=7).value.entries)
    with pytest.raises(Misused, match="holds nothing for: school"):
        give(office, "school")


def test_within_a_campaign_that_is_over_by_today(office, edition):
    """
    A day of then is written down long after.
    """
    edition()

    assert 1 == len(
        give(office, "bank", day=datetime.date(2024, 12, 31), today=datetime.date(2026, 1, 9)).value.entries
    )


def test_without_consent_nothing_hangs(office, edition):
    """
    Whatever is said of boards; the copies are there.
    """
    edition()
    give(office, "bank", consent=False, hung=2)

    assert [("bank", 5, 0)] == there(office)


@pytest.mark.parametrize(
    ("template", "hung"), [("youth", 2), ("poster", 2), ("leaflet", 0), ("sticker", 0), ("gone", 0)]
)
def test_what_is_for_a_board_hangs(office, edition, template, hung):
    """
    One on each board of the place; what is for the hand, or of a template that is no more, on none.
    """
    edition(piece(template))
    give(office, "bank")

    assert [("bank", 5, hung)] == there(office)


def test_what_was_packed_last_is_handed_over(office, edition):
    """
    Neither the newest campaign nor a newer edition of it, unless it is named.
    """
    edition()
    edition(piece(code="BBBBB-BBBBB"), code="EEEE2-EEEE2", number=2)
    packed.note(office.base, packed.Packed("maj", "EEEE1-EEEE1", ("bank",)))

    assert "EEEE1-EEEE1" == give(office, "bank").value.plan.final.record.edition
    assert "EEEE2-EEEE2" == give(office, "ops", campaign="maj").value.plan.final.record.edition


def test_of_two_editions_of_one_code_the_newer(office, edition):
    """
    An edition whose texts were mended is made anew under the same code: that is the one that is handed over.
    """
    edition(piece(texts={"na-wnuczka": datetime.date(2024, 7, 1)}))
    newer = edition(piece(texts={"na-wnuczka": datetime.date(2024, 8, 1)}), number=2)
    packed.note(office.base, packed.Packed("maj", "EEEE1-EEEE1", ("bank",)))

    assert newer == give(office, "bank").value.plan.final.folder
    assert newer == give(office, "ops", edition="EEEE1-EEEE1").value.plan.final.folder


def test_every_place_at_once(office, edition):
    """
    An entry for each place that something is ordered for.
    """
    edition()

    assert ["bank", "ops"] == [one.deed.place for one in give(office, everything=True).value.entries]


def test_one_that_is_unlikely_stops_all(office, edition):
    """
    All of them are written, or none.
    """
    edition()
    give(office, "ops")
    with pytest.raises(Doubtful, match=r"^: OPS \(ops\)"):
        give(office, everything=True)

    assert [("ops", 2, 1)] == there(office)


@pytest.mark.parametrize("who", ["t", "Tak", "n", "NIE", "x", "J.", "7", "…", "ok"])
def test_that_is_nobodys_name(office, edition, who):
    """
    What somebody types who means yes or no, or a single letter.
    """
    edition()
    with pytest.raises(Misused, match="nobody's name"):
        give(office, "bank", who=who)

    assert [] == there(office)


def test_a_request_holds_every_option(office):
    """
    What the command says reaches the use case by these names.
    """
    names = {field.name for field in dataclasses.fields(HandOverRequest)}

    assert {"everything", "edition", "campaign", "copies", "hung", "until", "who", "consent", "note", "day"} <= names


def test_a_place_that_cannot_be_read_blocks_itself(office, edition):
    """
    All others are written; it is named, and the answer is not whole.
    """
    edition()
    campaign = office.folder / "campaigns/maj.toml"
    campaign.write_text(campaign.read_text().replace('["bank", "ops"]', '["all"]'))
    file = office.folder / "places.toml"
    file.write_text(file.read_text().replace('kind = "welfare"', 'kind = "welfaer"'))
    outcome = give(office, everything=True)

    assert ["bank"] == [one.deed.place for one in outcome.value.entries]
    assert 1 == outcome.code
    assert any("places.toml" in one.at.file for one in outcome.findings)
