"""The register: which numbers and addresses may be printed, how, and on which days."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ulotki.content.register import (
    HOSTS,
    Address,
    Before,
    Confirmed,
    Name,
    Number,
    Register,
    State,
    Value,
    Withdrawn,
    address_fault,
    contradiction,
    grouped,
    number_fault,
)
from ulotki.content.text import NBSP

DAY = datetime.date(2024, 8, 1)
BEFORE = datetime.date(2024, 7, 31)
AFTER = datetime.date(2024, 8, 2)


# Addresses


@pytest.mark.parametrize(
    "value",
    [
        "https://incydent.cert.pl",
        "https://cert.pl",
        "https://policja.pl",
        "https://www.policja.pl",
        "https://www.gov.pl",
        "https://zbiorki.gov.pl",
        "https://lubartow.policja.gov.pl",
        "https://kmp-lublin.policja.gov.pl",
        "https://www.policja.gov.pl",
        "https://a.policja.gov.pl",
        "https://" + "a" * 63 + ".policja.gov.pl",
    ],
)
def test_an_address_of_the_rule_may_be_printed(value):
    """
    A host of the list, or one label in front of policja.gov.pl.
    """
    assert address_fault(value) is None


ATTACKS = [
    "",
    "incydent.cert.pl",
    "http://incydent.cert.pl",
    "HTTPS://incydent.cert.pl",
    "https:incydent.cert.pl",
    "https:/incydent.cert.pl",
    "https:///incydent.cert.pl",
    "https:///evil.example",
    "https://",
    "//incydent.cert.pl",
    "javascript://incydent.cert.pl",
    "tel:112",
    "https://incydent.cert.pl/",
    "https://incydent.cert.pl/evil",
    "https://incydent.cert.pl?evil",
    "https://incydent.cert.pl#evil",
    "https://incydent.cert.pl:443",
    "https://incydent.cert.pl:8443",
    "https://incydent.cert.pl.",
    "https://incydent.cert.pl\\",
    "https://incydent.cert.pl\\@evil.example",
    "https://evil.example\\.policja.gov.pl",
    "https://incydent.cert.pl@evil.example",
    "https://evil@incydent.cert.pl",
    "https://evil:evil@incydent.cert.pl",
    "https://incydent.cert.pl%2eevil.example",
    "https://%69ncydent.cert.pl",
    "https://incydent.cert.pl\n",
    "https://incydent.cert.pl\t.evil.example",
    "https://incydent\t.cert.pl",
    "https://incydent.cert.pl\r\nhttps://evil.example",
    "https://incydent.cert.pl\0",
    "https://incydent.cert.pl ",
    " https://incydent.cert.pl",
    "https:// incydent.cert.pl",
    f"https://incydent.cert.pl{NBSP}",
    "https://Incydent.cert.pl",
    "https://INCYDENT.CERT.PL",
    "https://incydent.cert.pl.evil.example",
    "https://incydentcert.pl",
    "https://incydent-cert.pl",
    "https://evil.cert.pl",
    "https://evilcert.pl",
    "https://incydent..cert.pl",
    "https://.cert.pl",
    "https://www.cert.pl",
    "https://gov.pl",
    "https://policja.gov.pl",
    "https://.policja.gov.pl",
    "https://policja.gov.pl.evil.example",
    "https://evil.policja.gov.pl.evil.example",
    "https://evil-policja.gov.pl",
    "https://www.evil-policja.gov.pl",
    "https://evil.example/.policja.gov.pl",
    "https://evil.example.policja.gov.pl",
    "https://a.b.policja.gov.pl",
    "https://-evil.policja.gov.pl",
    "https://evil-.policja.gov.pl",
    "https://ev_il.policja.gov.pl",
    "https://" + "a" * 64 + ".policja.gov.pl",
    "https://lubartow.policja.gov.pl/",
    "https://lubartow.policja.gov.pl.",
    "https://lubartow.policja.gov.pl:443",
    "https://lubartow.policja.gov.pl@evil.example",
    "https://lubartow.policja.gov.pl\n",
    "https://lubartow.policja.gov\npl",
    "https://lubartow.policja.gov.p1",
    "https://lubartow.policja-gov.pl",
    "https://lubartowxpolicja.gov.pl",
    "https://lubartow.policjaxgov.pl",
    "https://xn--lubartw-s0a.policja.gov.pl",
    "https://xn--cert-epa.pl",
    "https://lubartów.policja.gov.pl",
    "https://lubartow.рolicja.gov.pl",
    "https://сert.pl",
    "https://cert。pl",
    "https://cert\uff0epl",
    "https://ce\u200brt.pl",
    "https://\u202elp.trec",
    "https://\uff43ert.pl",
    "https://193.59.204.1",
    "https://3241913345",
    "https://0xc13bcc01",
    "https://[::1]",
    "https://localhost",
    "https://bit.ly",
    "https://incydent.cert.pl https://evil.example",
]


@pytest.mark.parametrize("value", ATTACKS, ids=ascii)
def test_an_address_outside_the_rule_is_refused(value):
    """
    Whatever a telephone would make of it, it is not one of ours letter by letter.
    """
    what, hint = address_fault(value)

    assert f'"{value}" is not an address that may be printed' == str(what)
    assert "incydent.cert.pl" in str(hint) and "name.policja.gov.pl" in str(hint)


@given(st.text(max_size=20), st.sampled_from(sorted(HOSTS)), st.text(max_size=20))
@example("", "cert.pl", "")
def test_nothing_may_stand_around_a_host(before, host, after):
    """
    Any text before or after an allowed host is refused, unless it makes another allowed one.
    """
    assume(f"{before}{host}{after}" not in HOSTS)

    assert address_fault(f"https://{before}{host}{after}") is not None


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-.:/@\\%_ A\n\t", max_size=30))
def test_a_unit_is_one_label(label):
    """
    Before policja.gov.pl stands one label of letters, digits and inner hyphens, or the address is refused.
    """
    plain = label.replace("-", "a")
    good = plain.isalnum() and plain == plain.lower() and label[:1] != "-" != label[-1:] and label[:4] != "xn--"

    assert good == (address_fault(f"https://{label}.policja.gov.pl") is None)


def test_the_hosts_are_those_we_chose():
    """
    The list grows by a change of the program that somebody reviews, here as well.
    """
    chosen = {"incydent.cert.pl", "cert.pl", "policja.pl", "www.policja.pl", "www.gov.pl", "zbiorki.gov.pl"}

    assert chosen == HOSTS


def test_an_address_prints_as_its_host():
    """
    People read and type the host alone.
    """
    assert "incydent.cert.pl" == Address(value="https://incydent.cert.pl", label="").printed


# Numbers


@pytest.mark.parametrize(
    "value",
    [
        "112",
        "8080",
        "116 111",
        "116111",
        "800 120 226",
        "800120226",
        "800 12 02 26",
        "801 120 226",
        "47 812 12 34",
        "478121234",
        "600 700 800",
        "+48 828 828 828",
        "+48828828828",
        "+48 47 812 12 34",
    ],
)
def test_a_polish_number_may_be_printed(value):
    """
    Nine digits, +48 and nine digits, or a short number that we know.
    """
    assert number_fault(value) is None


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        ("print 112", "997"),
        ("print 112", "9 9 7"),
        ("it is now 8080", "799448084"),
        ("it is now 8080", "799 448 084"),
        ("it is now 8080", "79 94 48 08 4"),
        ("print a number that costs nothing extra", "700 123 456"),
        ("print a number that costs nothing extra", "701234567"),
        ("print a number that costs nothing extra", "70 812 12 34"),
        ("print a number that costs nothing extra", "708 123 456"),
        ("print a number that costs nothing extra", "+48 700 123 456"),
        ("print a number that costs nothing extra", "+48701234567"),
        ("print a number that costs nothing extra", "7000"),
    ],
)
def test_a_number_that_harms_gets_its_own_way_out(hint, value):
    """
    997 is 112 now, the old number for SMS is dead, premium numbers cost money.
    """
    assert hint == str(number_fault(value)[1])


@pytest.mark.parametrize("value", ["+48 799 448 084", "+48799448084"])
def test_a_dead_number_is_dead_with_its_prefix_too(value):
    """
    +48 before it rings nowhere either.
    """
    assert number_fault(value) is not None


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "1",
        "11",
        "113",
        "1122",
        "112 ",
        " 112",
        "1 1 2",
        "112\n",
        "998",
        "8 080",
        "80800",
        "80 80",
        "116",
        "116 11",
        "116 1111",
        "116  111",
        "47 812 12 3",
        "47 812 12 345",
        "4781212345",
        "047 812 12 34",
        "0700 123 456",
        "0 800 120 226",
        "47 812 12 34 w. 5",
        "47 812 12 34 wew. 5",
        "47 812 12 34,5",
        "47-812-12-34",
        "47.812.12.34",
        "(47) 812 12 34",
        "47/8121234",
        "47  812 12 34",
        "47\t812 12 34",
        f"47{NBSP}812{NBSP}12{NBSP}34",
        "47 812 12 34\n",
        "47 812 12 34\n997",
        "47 812 12 3O",
        "ll2",
        "I12",
        "sto dwanaście",
        "tel. 112",
        "+48",
        "+48 112",
        "+48 8080",
        "+48  600 700 800",
        "+48 600 700 80",
        "+48 600 700 8000",
        "48 600 700 800",
        "0048 600 700 800",
        "++48 600 700 800",
        "+49 600 700 800",
        "+7 600 700 800",
        "*112#",
        "*21*600700800#",
        "600700800,600700801",
        "\u0661\u0661\u0662",
        "\uff11\uff11\uff12",
        "\u0666\u0660\u0660 \u0667\u0660\u0660 \u0668\u0660\u0660",
        "1²2",
        "11\u200b2",
        "\u202e211",
    ],
    ids=ascii,
)
def test_what_is_no_number_is_refused(value):
    """
    Extensions, brackets, letters, foreign prefixes, other digits: nothing is mended, everything is refused.
    """
    what, hint = number_fault(value)

    assert f'"{value}" is not a telephone number' == str(what)
    assert "write nine digits" in str(hint)


@pytest.mark.parametrize(
    "value",
    ["6\u0660\u0660 700 800", "116 \u0661\u0661\u0661", "800 120 22\u0666", "+48 600 700 80\u0660", "60070080\uff10"],
    ids=ascii,
)
def test_one_digit_of_another_script_is_enough_to_refuse(value):
    """
    A number holds the ten digits of our telephones and no others.
    """
    assert number_fault(value) is not None


@given(st.text(alphabet="0123456789 +", max_size=14))
def test_what_passes_is_dialled_as_it_is_written(value):
    """
    A good number is three, four, six or nine digits after at most one +48, and never one that harms.
    """
    if number_fault(value) is None:
        digits = value.replace(" ", "").removeprefix("+48")
        assert len(digits) in (3, 4, 6, 9)
        assert digits.isdigit() and digits[0] != "0"
        assert not digits.startswith("70") and digits != "997"


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ("47 812 12 34", "478121234"),
        ("47 812 12 34", "47 812 12 34"),
        ("81 855 22 33", "818552233"),
        ("22 621 00 00", "22 6210000"),
        ("600 700 800", "600700800"),
        ("600 700 800", "60 07 00 80 0"),
        ("501 502 503", "501502503"),
        ("799 100 200", "799100200"),
        ("800 120 226", "800120226"),
        ("800 120 226", "800 12 02 26"),
        ("801 120 226", "801 120 226"),
        ("+48 828 828 828", "+48 828 828 828"),
        ("+48 828 828 828", "+48828828828"),
        ("112", "112"),
        ("8080", "8080"),
        ("116 111", "116 111"),
        ("", ""),
    ],
)
def test_numbers_are_grouped_as_people_say_them(expected, value):
    """
    Two and seven digits for a landline, threes for mobile, toll-free and +48; short ones as their author grouped them.
    """
    assert expected == grouped(value).replace(NBSP, " ")


@pytest.mark.parametrize("start", "45 50 51 53 57 60 66 69 72 73 78 79 88 80".split())
def test_mobile_and_toll_free_numbers_are_said_in_threes(start):
    """
    The first two digits tell them from a landline.
    """
    assert f"{start}1 234 567" == grouped(f"{start}1234567").replace(NBSP, " ")


@pytest.mark.parametrize("start", "12 22 47 58 61 71 81 83 91".split())
def test_landlines_are_said_as_an_area_and_seven_digits(start):
    """
    Lublin is 81, the police 47.
    """
    assert f"{start} 123 45 67" == grouped(f"{start}1234567").replace(NBSP, " ")


@given(st.from_regex(r"(\+48 ?)?[1-9]\d(?: ?\d){7}|112|8080|116 ?[0-9]{3}", fullmatch=True))
def test_grouping_never_changes_a_digit(value):
    """
    Digits and plus stay in their order, groups are held together, and grouping again changes nothing.
    """
    assert value.replace(" ", "") == grouped(value).replace(NBSP, "")
    assert " " not in grouped(value)
    assert grouped(value) == grouped(grouped(value).replace(NBSP, " "))


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


def local(**more) -> Number:
    """A number that an officer typed and a second person typed again."""
    plain = {
        "value": "47 812 12 34",
        "label": "dzielnicowy",
        "set_by": "asp. Jan Kowalski",
        "confirmed": Confirmed("47 812 12 34", "Anna Nowak", BEFORE),
    }
    return Number(**(plain | more))


def word(value: str = "47 812 12 34", by: str = "Anna Nowak") -> Confirmed:
    """A second person's word."""
    return Confirmed(value, by, BEFORE)


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


# What a label says


NATIONAL = (
    Number(value="112", label="numer alarmowy", id="112", national=True, called=("alarmow", "ratunkow")),
    Number(value="8080", label="", id="cert-sms", national=True, called=("cert",), replaces="799 448 084"),
    Number(value="+48 828 828 828", label="zastrzeganie kart", id="karty", national=True),
)


@pytest.mark.parametrize(
    ("hint", "value", "label"),
    [
        ("take it from there by its id: 112", "112", "komisariat"),
        ("take it from there by its id: cert-sms", "8080", ""),
        ("take it from there by its id: karty", "828 828 828", "bank"),
        ("take it from there by its id: karty", "+48828828828", "bank"),
        ("it is now 8080", "79 94 48 08 4", "wiadomości"),
        ("give the label other words, or take the national number", "47 812 12 34", "numer Alarmowy"),
        ("give the label other words, or take the national number", "600 700 800", "CERT Polska"),
        (
            "since 24 February 2020; the old numbers worked until 24 August 2020",
            "81 855 22 33",
            "Komisariat w Lubartowie",
        ),
        ("since 24 February 2020; the old numbers worked until 24 August 2020", "226210000", "dyżurny Policji"),
    ],
)
def test_a_label_that_says_something_else_is_told(hint, value, label):
    """
    A national number under a local id, a national name on another number, a number the police gave up.
    """
    assert hint == str(contradiction(Number(value=value, label=label), NATIONAL)[1])


@pytest.mark.parametrize(
    "value",
    [
        Number(value="47 812 12 34", label="dzielnicowy"),
        Number(value="600 700 800", label="dzielnicowy, komórka"),
        Number(value="81 855 22 33", label="Urząd Gminy"),
        Number(value="47 812 12 34", label="koncert"),
        Number(value="", label="numer alarmowy"),
        Name(value="112", label="numer alarmowy"),
        Address(value="https://cert.pl", label="CERT Polska"),
    ],
    ids=lambda value: f"{value.value} {value.label}",
)
def test_a_plain_label_contradicts_nothing(value):
    """
    Numbers alone are held against the nation, and only when they are given.
    """
    assert contradiction(value, NATIONAL) is None


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


def police(value: str, **days: datetime.date) -> Number:
    return Number(value=value, label="dyżurny Policji", id="dyzurny", **days)


def test_old_and_new_police_numbers_overlap_for_half_a_year():
    """
    Landlines by area worked until 24 August 2020, those with 47 since 24 February 2020, and both in between.
    """
    old, new = datetime.date(2020, 8, 24), datetime.date(2020, 2, 24)

    assert contradiction(police("81 855 28 65", valid_until=old), []) is None
    assert contradiction(police("47 812 34 56", valid_from=new), []) is None
    assert contradiction(police("81 855 28 65"), []) is not None
    assert contradiction(police("81 855 28 65", valid_until=old + datetime.timedelta(1)), []) is not None
    assert contradiction(police("47 812 34 56", valid_from=new - datetime.timedelta(1)), []) is not None


# The life of a value


FROM = datetime.date(2024, 8, 1)
LAST = datetime.date(2024, 9, 30)


def again(value):
    return Confirmed(value, "Anna Nowak", DAY)


def changing(first=FROM, until=LAST, **more):
    """A number that holds from *first*, and the one before it that holds until *until*, both confirmed."""
    before = Before("47 812 00 00", until, "asp. Jan Kowalski", again("47 812 00 00"))
    given = {"value": "47 812 11 11", "label": "x", "id": "x", "valid_from": first, "before": before}
    people = {"set_by": "asp. Jan Kowalski", "confirmed": again("47 812 11 11")}
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


def test_the_one_before_passes_the_gates_too():
    """
    An old number that is none is a fault of the entry.
    """
    value = changing()

    assert value.fault() is None
    assert replace(value, before=replace(value.before, value="997")).fault() is not None
