"""One person in people.toml who cannot be read is one fault, and stops only what needs that person."""

import pytest
from books import TODAY

from ulotki.errors import Refused
from ulotki.office.bundle import HandOverRequest
from ulotki.office.bundles import bundles
from ulotki.office.doctor import doctor
from ulotki.office.hand_over import hand_over
from ulotki.office.meeting_letters import LettersRequest, letters
from ulotki.office.places import files, giving, keeping, retiring
from ulotki.workspace import book

AT = "2024-08-20T10:00:00Z"

GOOD = '[person.bank]\nname = "Anna Nowak"\nform = "pani"\n'

BAD = {
    "a form that there is not": (GOOD + '[person.ops]\nname = "Jan Lis"\nform = "x"\n', 6, "person.ops.form"),
    "no name": (GOOD + '[person.ops]\nform = "pan"\n', 4, "person.ops"),
    "a key that there is not": (GOOD + '[person.ops]\nname = "Jan"\nform = "pan"\ntel = "1"\n', 7, "person.ops.tel"),
    "no table": ("[person]\nops = 1\n" + GOOD, 2, "person.ops"),
    "another kind of entry": (GOOD + '[host.ops]\nname = "Jan Lis"\n', 4, "host"),
    "a place of nearly that name": (GOOD + '[person.op]\nname = "Jan Lis"\nform = "pan"\n', 4, "person.op"),
}
"""What is wrong → people.toml, the line and the field of its fault."""


@pytest.fixture(params=BAD)
def fault(office, edition, request):
    """The host of the OPS cannot be read; that of the bank can."""
    edition()
    text, line, field = BAD[request.param]
    (office.folder / "people.toml").write_text(text, "utf-8")
    return office, line, field


def test_it_is_one_fault_with_line_and_field(fault):
    """
    doctor, the bundles, the list of places and a letter to the place name it, once.
    """
    office, line, field = fault
    about = [
        one for one in letters(office, LettersRequest(("ops",)), TODAY).findings if one.at.file.endswith("people.toml")
    ]

    assert [(line, field)] == [(one.at.line, one.at.field) for one in about]
    assert 1 == sum("people.toml" in str(one.what) for one in doctor(office, TODAY, TODAY).value.lines)
    for outcome in (bundles(office, TODAY), giving.export_places(office, ".csv", str)):
        assert about == [one for one in outcome.findings if one.at.file.endswith("people.toml")]


def test_who_does_not_need_that_person_goes_on(fault):
    """
    The other place gets its letter and its entry in the ledger, with the name of its host, and nothing is wrong.
    """
    office, *_ = fault

    assert [0, 0] == [
        letters(office, LettersRequest(("bank",)), TODAY).code,
        hand_over(office, HandOverRequest(AT, ("bank",)), TODAY).code,
    ]
    assert "Anna Nowak" == book.read(office.folder).people[1].who


def test_who_needs_that_person_is_refused(fault):
    """
    Nothing is handed over to the place without a name; of all places, the others are written, and this one is named.
    """
    office, line, _ = fault
    with pytest.raises(Refused, match=rf"people\.toml:{line}"):
        hand_over(office, HandOverRequest(AT, ("ops",)), TODAY)
    outcome = hand_over(office, HandOverRequest(AT, (), everything=True), TODAY)

    assert 1 == outcome.code and ["people.toml"] == [one.at.file.rpartition("/")[2] for one in outcome.findings]
    assert ["bank"] == [one.deed.place for one in book.read(office.folder).entries]


def test_places_are_changed_all_the_same(fault):
    """
    Another place, and the place itself; not its host, which would be written over what nobody can read.
    """
    office, *_ = fault
    before = office.contents("people.toml")
    done = keeping.set_place(office, keeping.PlaceRequest({"name": "Ośrodek"}, "ops"), TODAY)
    keeping.set_place(office, keeping.PlaceRequest({"name": "Bank", "host": "Ewa Lis", "form": "pani"}, "bank"), TODAY)

    assert "changed" == done.value.row.state and "Ewa Lis" == files.read_places(office).hosts["bank"].name
    with pytest.raises(Refused, match="cannot be read"):
        keeping.set_place(office, keeping.PlaceRequest({"host": "Ewa Lis", "form": "pani"}, "ops"), TODAY)
    assert before.replace(b"Anna Nowak", b"Ewa Lis") == office.contents("people.toml")


def test_with_its_place_it_goes(fault):
    """
    A place that is retired takes an entry of its own with it, read or not.
    """
    office, *_ = fault
    (office.folder / "campaigns/maj.toml").unlink()
    retiring.retire_place(office, "ops", TODAY)

    assert "person.ops" not in office.contents("people.toml").decode()


def test_a_file_that_cannot_be_read_stops_whoever_needs_a_name(office, edition):
    """
    When it is no TOML nobody knows who is in it: a hand-over is refused; a letter is made, and says so.
    """
    edition()
    (office.folder / "people.toml").write_text("[person", "utf-8")
    with pytest.raises(Refused, match=r"people\.toml"):
        hand_over(office, HandOverRequest(AT, ("bank",)), TODAY)
    assert 1 == letters(office, LettersRequest(("bank",)), TODAY).code
