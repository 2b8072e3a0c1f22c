"""The register: which numbers and addresses may be printed, how, and on which days."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.kinds import Address, Name
from ulotki.content.number import Number
from ulotki.content.register import Register
from ulotki.content.state import Before, Confirmed, State, Withdrawn
from ulotki.content.text import NBSP
from ulotki.content.value import Value

DAY = datetime.date(2024, 8, 1)
BEFORE = datetime.date(2024, 7, 31)
AFTER = datetime.date(2024, 8, 2)


def test_an_address_prints_as_its_host():
    """
    People read and type the host alone.
    """
    assert "incydent.cert.pl" == Address(value="https://incydent.cert.pl", label="").printed


def test_a_number_prints_grouped():
    """
    What stands on paper is the value in its groups.
    """
    assert f"47{NBSP}812{NBSP}12{NBSP}34" == Number(value="478121234", label="").printed


def test_an_empty_value_is_no_fault():
    """
    Nobody knows it yet: that is a box for a pen.
    """
    assert Number(value="", label="").fault() is None
    assert Address(value="", label="").fault() is None


@pytest.mark.parametrize(
    "value", [Number(value="997", label=""), Address(value="https://evil.example", label="")], ids=lambda v: v.kind
)
def test_every_kind_asks_its_gate(value):
    """
    A value knows the rule it falls under.
    """
    assert value.fault() is not None


# What a value is on a day


PAGE = "https://policja.pl/numery"


def local(**more) -> Number:
    """A number that an officer typed and a second person typed again."""
    plain = {
        "value": "47 812 12 34",
        "label": "dzielnicowy",
        "set_by": "asp. Jan Kowalski",
        "set_as": "47 812 12 34",
        "confirmed": Confirmed("47 812 12 34", "Anna Nowak", BEFORE, PAGE),
    }
    return Number(**(plain | more))


def word(value: str = "47 812 12 34", by: str = "Anna Nowak") -> Confirmed:
    """A second person's word."""
    return Confirmed(value, by, BEFORE, PAGE)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (State.GOOD, local()),
        (State.GOOD, local(source="", checked=None)),
        (State.MISSING, local(value="")),
        (State.MISSING, local(value="", confirmed=word(""))),
        (State.UNCONFIRMED, local(confirmed=None)),
        (State.UNCONFIRMED, local(confirmed=word("47 812 12 43"))),
        (State.UNCONFIRMED, local(confirmed=word(""))),
        (State.UNCONFIRMED, local(value="47 812 12 43")),
        (State.UNCONFIRMED, local(confirmed=word(by="asp. Jan Kowalski"))),
        (State.UNCONFIRMED, local(confirmed=word(by="ASP. JAN KOWALSKI"))),
        (State.UNCONFIRMED, local(confirmed=word(by="  asp. Jan Kowalski "))),
        (State.UNCONFIRMED, local(set_by=" anna nowak")),
        (State.UNCONFIRMED, local(confirmed=word(by=""))),
        (State.UNCONFIRMED, local(confirmed=word(by="   "))),
        (State.UNCONFIRMED, local(set_by="")),
        (State.UNCONFIRMED, local(set_by="", confirmed=word(by=""))),
        (State.UNCONFIRMED, local(set_by="  ")),
        (State.EXPIRED, local(valid_until=BEFORE)),
        (State.GOOD, local(valid_until=DAY)),
        (State.EARLY, local(valid_from=AFTER)),
        (State.GOOD, local(valid_from=DAY)),
        (State.GOOD, local(valid_from=BEFORE, valid_until=AFTER)),
        (State.EXPIRED, local(valid_until=BEFORE, confirmed=None)),
        (State.MISSING, local(value="", valid_until=BEFORE)),
        (State.GOOD, local(review_by=DAY)),
        (State.DUE, local(review_by=BEFORE)),
        (State.UNCONFIRMED, local(review_by=BEFORE, confirmed=None)),
        (State.EXPIRED, local(review_by=BEFORE, valid_until=BEFORE)),
    ],
)
def test_a_local_value_is_good_when_two_people_typed_the_same(expected, value):
    """
    Expected is the state on DAY; first and last day of validity count as good.
    """
    assert expected == value.state(DAY)


@pytest.mark.parametrize("by", ["asp.  Jan Kowalski", "asp. Jan  Kowalski", "asp.Jan Kowalski"])
def test_a_second_blank_makes_no_second_person(by):
    """
    The same name typed with other blanks is the same person.
    """
    assert State.UNCONFIRMED == local(confirmed=word(by=by)).state(DAY)


@pytest.mark.parametrize(
    ("expected", "more"),
    [
        (State.GOOD, {"source": "https://www.policja.pl", "checked": BEFORE}),
        (State.UNCONFIRMED, {"source": "", "checked": BEFORE}),
        (State.UNCONFIRMED, {"source": "https://www.policja.pl", "checked": None}),
        (State.EARLY, {"source": "https://www.policja.pl", "checked": BEFORE, "valid_from": AFTER}),
    ],
)
def test_a_national_value_is_good_with_its_source_and_day(expected, more):
    """
    The program's own tests are its second person.
    """
    assert expected == Number(value="112", label="", national=True, **more).state(DAY)


@pytest.mark.parametrize("state", State)
def test_what_holds(state):
    """
    Two states hold, and no other: a good value, and a good one that is to be read anew.
    """
    assert state.holds == (state in {State.GOOD, State.DUE})


def test_the_review_waits_for_the_first_day():
    """
    A value whose review day lies before its first day is not due on that first day, but after it.
    """
    value = local(valid_from=AFTER, review_by=BEFORE)

    assert (AFTER, State.GOOD) == (value.review, value.state(AFTER))
    assert State.DUE == value.state(AFTER + datetime.timedelta(1))


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        (Number, "116 111", "116111", True),
        (Number, "+48 828 828 828", "828828828", True),
        (Number, "47 812 12 34", "47 812 12 35", False),
        (Number, "", "", False),
        (Number, " ", "", False),
        (Name, "8–15", "8-15", True),
        (Name, "8 – 15", "8-15", True),
        (Name, "pon. - pt.  8–15", "pon.–pt. 8-15", True),
        (Name, "8–15", "8–16", False),
        (Name, "8–15", "815", False),
        (Name, "Anna Nowak", "Anna nowak", False),
        (Address, "https://cert.pl", " https://cert.pl", True),
        (Address, "https://cert.pl", "https://cert.pl/", False),
    ],
)
def test_the_same_value_however_spelled(kind, one, other, same):
    """
    Blanks and prefixes make no other number, dashes and blanks no other words; digits and letters do.
    """
    assert (same, same) == (kind(value=one, label="").same(other), kind(value=other, label="").same(one))


def test_a_second_word_does_not_help_a_national_value():
    """
    Without a source it stays unconfirmed, whoever signs.
    """
    value = Number(value="112", label="", national=True, set_by="A", confirmed=Confirmed("112", "B", BEFORE))

    assert State.UNCONFIRMED == value.state(DAY)


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=8), st.text(max_size=8))
def test_one_person_is_never_enough(value, typed, set_by, by):
    """
    Whatever was typed: good means two equal values and two different names.
    """
    state = Number(value=value, label="", set_by=set_by, confirmed=Confirmed(typed, by, BEFORE)).state(DAY)

    assert (state is State.MISSING) == (value == "")
    if state is State.GOOD:
        assert Number(value=value, label="").same(typed)
        assert "" != set_by.strip() != by.strip() != ""


# Many values


@pytest.mark.parametrize(
    ("ref", "kind"), [("number:x", Number), ("address:x", Address), ("name:x", Name)], ids=["number", "address", "name"]
)
def test_a_value_is_known_by_kind_and_id(ref, kind):
    """
    The ref that runs and manifests carry.
    """
    assert ref == kind(value="", label="", id="x").ref


def register(*values: Value) -> Register:
    return Register({value.ref: value for value in values})


def test_a_value_is_found_by_kind_and_id():
    """
    A number and an address may share an id.
    """
    number, address = Number(value="112", label="", id="x"), Address(value="https://cert.pl", label="", id="x")

    assert number is register(number, address).find("number", "x")
    assert address is register(number, address).find("address", "x")
    assert register(number, address).find("name", "x") is None
    assert [number, address] == list(register(number, address))


@pytest.mark.parametrize(
    ("hint", "kind", "id"),
    [
        ('did you mean "cert-sms"?', "number", "cert-smss"),
        ("known are: 112, cert-sms", "number", "zupa"),
        ('did you mean "112"?', "number", "113"),
        ("known are: incydent", "address", "112"),
        ("known are: –", "name", "112"),
    ],
)
def test_a_wrong_id_gets_a_way_out(hint, kind, id):
    """
    The nearest id of that kind, else all of them.
    """
    known = register(
        Number(value="", label="", id="112"),
        Number(value="", label="", id="cert-sms"),
        Address(value="", label="", id="incydent"),
    )

    assert hint == str(known.near(kind, id))


# The life of a value


FROM = datetime.date(2024, 8, 1)
LAST = datetime.date(2024, 9, 30)


def again(value):
    return Confirmed(value, "Anna Nowak", DAY, PAGE)


def changing(first=FROM, until=LAST, **more):
    """A number that holds from *first*, and the one before it that holds until *until*, both confirmed."""
    before = Before("47 812 00 00", until, "asp. Jan Kowalski", again("47 812 00 00"), "47 812 00 00")
    given = {"value": "47 812 11 11", "label": "x", "id": "x", "valid_from": first, "before": before}
    people = {"set_by": "asp. Jan Kowalski", "set_as": "47 812 11 11", "confirmed": again("47 812 11 11")}
    return Number(**(given | people | more))


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        (("47 812 00 00", None), FROM - datetime.timedelta(1)),
        (("47 812 11 11", "47 812 00 00"), FROM),
        (("47 812 11 11", "47 812 00 00"), LAST),
        (("47 812 11 11", None), LAST + datetime.timedelta(1)),
    ],
)
def test_two_values_take_turns(expected, day):
    """
    The old one before the first day of the new, both while both hold, then the new one alone; each is good in its turn.
    """
    first, second = changing().on(day)

    assert expected == (first.value, second.value if second else None)
    assert {State.GOOD} == {one.state(day) for one in (first, second) if one}


@given(
    first=st.none() | st.dates(DAY, datetime.date(2025, 1, 1)),
    until=st.dates(DAY, datetime.date(2025, 1, 1)),
    day=st.dates(DAY, datetime.date(2025, 1, 1)),
)
def test_what_comes_second_still_holds(first, until, day):
    """
    Whatever the days: the first keeps its name, only the second has another; and no second is past its last day.
    """
    value = changing(first, until)
    now, second = value.on(day)

    assert "x" == now.id
    assert second is None or ("x+", "number:x+", until) == (second.id, second.ref, second.valid_until)
    assert (second is not None) == (day <= until and (first is None or first <= day))


def test_a_gap_between_two_values_is_no_time_to_print():
    """
    The old one has ended and the new one has not begun: the old one is named, and it is expired.
    """
    first, second = changing(until=datetime.date(2024, 7, 15)).on(datetime.date(2024, 7, 20))

    assert ("47 812 00 00", State.EXPIRED, None) == (first.value, first.state(datetime.date(2024, 7, 20)), second)


def test_a_value_without_one_before_is_alone():
    """
    On any day.
    """
    value = changing(before=None)

    assert (value, None) == value.on(BEFORE) == value.on(AFTER)
    assert value.former is None


def test_the_one_before_is_its_own():
    """
    It has its own two people and its own last day, and no first one; what is called what stays.
    """
    former = changing(label="dzielnicowy", source="https://x").former

    assert ("47 812 00 00", "dzielnicowy", "https://x") == (former.value, former.label, former.source)
    assert (None, LAST, None) == (former.valid_from, former.valid_until, former.before)


@pytest.mark.parametrize(
    "more",
    [
        {"confirmed": None},
        {"confirmed": Confirmed("47 812 00 01", "Anna Nowak", DAY)},
        {"confirmed": Confirmed("47 812 00 00", "asp. jan kowalski", DAY)},
        {"set_by": ""},
    ],
)
def test_nobody_vouches_for_the_old_value_by_the_new_one(more):
    """
    The old value needs two people of its own; the new one is none the worse.
    """
    value = changing()
    first, second = replace(value, before=replace(value.before, **more)).on(DAY)

    assert (State.GOOD, State.UNCONFIRMED) == (first.state(DAY), second.state(DAY))


def test_what_is_withdrawn_is_never_printed():
    """
    On no day, whatever else is said of it; and the one before it goes with it.
    """
    value = changing(withdrawn=Withdrawn("Anna Nowak", DAY))

    for day in (BEFORE, DAY, AFTER, LAST, datetime.date(2030, 1, 1)):
        assert {State.WITHDRAWN} == {one.state(day) for one in value.on(day) if one}


def test_an_empty_value_is_missing_even_when_withdrawn():
    """
    There is nothing to withdraw: a box is printed.
    """
    assert State.MISSING == changing(value="", withdrawn=Withdrawn("A", DAY)).state(DAY)


@pytest.mark.parametrize(("expected", "day"), [(State.GOOD, DAY), (State.DUE, AFTER)])
def test_a_value_to_be_read_anew_is_due(expected, day):
    """
    From the day after its review: still printed without a mark.
    """
    assert expected == changing(before=None, review_by=DAY).state(day)
    assert State.UNCONFIRMED == changing(before=None, review_by=DAY, confirmed=None).state(day)


OLDER = {"set_as": "", "confirmed": Confirmed("47 812 12 34", "Anna Nowak", BEFORE)}


@pytest.mark.parametrize(
    ("expected", "more"),
    [
        (State.GOOD, OLDER),
        (State.GOOD, OLDER | {"review_by": DAY}),
        (State.UNCONFIRMED, OLDER | {"review_by": BEFORE}),
        (State.GOOD, OLDER | {"set_by": "Kowalski"}),
        (State.UNCONFIRMED, OLDER | {"set_by": "Nowak"}),
    ],
)
def test_what_an_older_version_confirmed_is_good_until_its_review(expected, more):
    """
    It asked for no source and for less of a name; the register says so of each such value.
    """
    value = local(**more)

    assert expected == value.state(DAY)
    assert (value.set_by != "Nowak") == value.older
    assert not local().older


@pytest.mark.parametrize(
    "more",
    [
        {"set_as": "47 812 00 00"},
        {"confirmed": Confirmed("47 812 12 34", "Anna Nowak", BEFORE)},
        {"confirmed": Confirmed("47 812 12 34", "Nowak", BEFORE, PAGE)},
        {"set_by": "Kowalski"},
        {"set_by": "Kowalski J."},
        {"confirmed": Confirmed("47 812 12 34", "J. Kowalski", BEFORE, PAGE)},
        {"checked": DAY},
        {"value": "47 812 00 00", "confirmed": word("47 812 00 00")},
    ],
)
def test_a_new_confirmation_asks_for_more(more):
    """
    A source, the value that was set and no other, two whole names, no day before the value was set.
    """
    assert State.UNCONFIRMED == local(**more).state(DAY)


def test_the_one_before_passes_the_gates_too():
    """
    An old number that is none is a fault of the entry.
    """
    value = changing()

    assert value.fault() is None
    assert replace(value, before=replace(value.before, value="997")).fault() is not None


@pytest.mark.parametrize("value", ["8080", "8090", "80 80"])
def test_what_takes_messages_alone_is_not_called(value):
    """
    Nobody who clicks a number for messages is made to call it, whoever wrote it down.
    """
    assert "" == Number(value=value, label="").link
    assert "tel:112" == Number(value="112", label="").link
