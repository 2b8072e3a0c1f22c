"""What a number or a host must look like to be printed in Poland."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ulotki.content.country import (
    FORMS,
    HOSTS,
    NOTES,
    NumberForm,
    address_fault,
    canonical,
    forms,
    grouped,
    number_fault,
    number_note,
    parse_phone,
)
from ulotki.content.text import NBSP
from ulotki.installed import shipped
from ulotki.library.shape import Reader
from ulotki.library.toml import parse

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
        "0048 47 812 12 34",
        "48 47 812 12 34",
        "047 812 12 34",
        "(47) 812 12 34",
        "(0-47) 812-12-34",
        "+48 (47) 812.12.34",
        f"47{NBSP}812–12–34",
        "47  812 12 34",
        "47 812 12 34 wew. 5",
        "47 812 12 34, wewn 12",
        "0 800 120 226",
        "804 123 456",
        *"981 984 985 986 987 991 992 993 994 995 996 998 999".split(),
        "8090",
        "80800",
        "19 115",
        "19115",
        "26 812 12 34",
        "39 812 12 34",
    ],
)
def test_a_polish_number_may_be_printed(value):
    """
    Nine digits of an area or a network that there is, a short number or one of a service, however people write it.
    """
    assert number_fault(value) is None


PREMIUM = ("7000", "7971", "79710", "91000", "118 912", "300 123 456", "400 123 456", "0700 123 456", "0-300 123456")


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
        *(("print a number that costs nothing extra", text) for text in PREMIUM),
        *(
            ("print a Polish number", text)
            for text in ("+44 909 123 4567", "0049 900 123", "+7 600 700 800", "+371 90123456")
        ),
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
        "982",
        "990",
        "1122",
        "112\n",
        "6080",
        "116",
        "116 11",
        "116 1111",
        "47 812 12 3",
        "47 812 12 345",
        "4781212345",
        "112 wew. 5",
        "47 812 12 34,5",
        "47 812 12 34/35",
        "47 812 12 34, 47 812 12 35",
        "47 812 12 34 lub 35",
        "47\t812 12 34",
        "47 812 12 34\n",
        "47 812 12 34\n997",
        "47 812 12 3O",
        "ll2",
        "I12",
        "sto dwanaście",
        "tel. 112",
        "+",
        "+48",
        "+48 112",
        "+48 8080",
        "+48 600 700 80",
        "+48 600 700 8000",
        "++48 600 700 800",
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
    Two numbers at once, letters, other digits, too few or too many: nothing is guessed, everything is refused.
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


@pytest.mark.parametrize("start", "10 11 19 20 21 27 28 30 31 35 38 40 49 64 90 92 93 96 99".split())
def test_an_area_that_is_not_there(start):
    """
    Nine digits are no number when none in Poland begins so.
    """
    what, hint = number_fault(f"{start} 812 12 34")

    assert f"none in Poland begins with {start}" in str(what)
    assert "digit by digit" in str(hint)


@given(st.text(alphabet="0123456789 +-()", max_size=16))
def test_what_passes_is_dialled_as_it_is_written(value):
    """
    The digits of a good number are those that were given, without the country's prefix or a nought before them.
    """
    if number_fault(value) is None:
        given = "".join(sign for sign in value if sign.isdigit())
        digits = parse_phone(value).digits

        assert given in (digits, f"48{digits}", f"0048{digits}", f"0{digits}", f"480{digits}", f"00480{digits}")
        assert digits[0] != "0" and not (digits.startswith("70") and len(digits) == 9) and digits != "997"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("47 811 20 00", "+48 47 811 20 00"),
        ("47 811 20 00", "0048478112000"),
        ("47 811 20 00", "(047) 811-20-00"),
        ("116 111", "116111"),
        ("81 855 20 36 wew. 12", "(81) 855 20 36, w. 12"),
    ],
)
def test_one_number_in_two_spellings(one, other):
    """
    What people put before the digits and between them makes no other number.
    """
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("81 855 20 36", "81 855 20 36 wew. 12"),
        ("81 855 20 36 wew. 1", "81 855 20 36 wew. 12"),
        ("81 855 20 36", "81 855 20 37"),
        ("112", "1120"),
        ("sto", "dwa"),
    ],
)
def test_two_numbers_are_two(one, other):
    """
    Another digit or another extension is another number.
    """
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ("tel:+48478121234", "47 812 12 34"),
        ("tel:+48478121234;ext=12", "+48 47 812 12 34 wew. 12"),
        ("tel:800120226", "800 120 226"),
        ("tel:112", "112"),
        ("tel:116111", "116 111"),
    ],
)
def test_where_a_number_leads(expected, value):
    """
    As RFC 3966 writes it: with the country where that can be dialled, and the extension behind.
    """
    assert expected == parse_phone(value).link


@pytest.mark.parametrize(
    ("note", "value"),
    [
        ("pays too", "801 440 220"),
        ("pays too", "0 801 440 220"),
        ("in its own area", "19 115"),
        ("answered by 112", "998"),
        (None, "800 120 226"),
        (None, "47 812 12 34"),
        (None, "no number"),
    ],
)
def test_what_should_be_known_of_a_number(note, value):
    """
    Shared cost and the like are told; nothing is told of an ordinary number.
    """
    found = number_note(value)

    assert (note in str(found)) if note else found is None


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
        ("+48 47 811 20 00", "+48 47 811 20 00"),
        ("+48 47 811 20 00", "+48478112000"),
        ("+48 47 811 20 00", "0048 478 112 000"),
        ("+48 600 700 800", "+48 60 070 08 00"),
        ("81 855 20 36", "(0-81) 855-20-36"),
        ("81 855 20 36 wew. 12", "81 8552036w12"),
        ("19 115", "19115"),
        ("112", "112"),
        ("8080", "8080"),
        ("116 111", "116111"),
        ("", ""),
        ("10 12 345", "10 12 345"),
    ],
)
def test_numbers_are_grouped_as_people_say_them(expected, value):
    """
    Two and seven digits for a landline, with +48 as well; threes for mobile and toll-free; what is no number as given.
    """
    assert expected == grouped(value).replace(NBSP, " ")


@pytest.mark.parametrize("start", "45 50 51 53 57 60 66 69 72 73 78 79 88".split())
def test_mobile_numbers_are_said_in_threes(start):
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


# The table


def test_the_table_is_whole():
    """
    Every form has a source, groups of its length, and beginnings that are digits and no longer than it.
    """
    table = parse(FORMS, shipped(FORMS))
    reader = Reader(table)
    read = [reader.read(NumberForm, form, ("form", id), id=id) for id, form in table.values["form"].items()]

    assert [] == reader.findings
    assert list(forms()) == read
    for form in forms():
        assert form.length == sum(form.groups)
        assert form.source.startswith("http")
        assert all(start.isdigit() and len(start) <= form.length for start in form.starts)
        assert form.refused in ("", "premium", "moved", "dead")
        assert form.note in ("", *NOTES)
        assert bool(form.instead) == (form.refused in ("moved", "dead"))


def test_no_beginning_stands_twice():
    """
    Which form a number has never depends on the order of the table.
    """
    starts = [(start, form.length) for form in forms() for start in form.starts]

    assert sorted(set(starts)) == sorted(starts)
