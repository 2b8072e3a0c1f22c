"""Numbers: whatever could be dialled or opened stands in the register, unaltered and good."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.checks.numbers import find
from ulotki.content.kinds import Address
from ulotki.content.leaflet import CODE_REF, tell
from ulotki.content.state import State
from ulotki.content.telling import Occasion
from ulotki.page.items import Code, Group, Role
from ulotki.page.piece_code import code_of
from ulotki.qr import symbol

HOST = "https://incydent.cert.pl"
LOOK_ALIKE = "https://incydent-cert.pl"


def code(payload):
    return Code(60, 60, 1.0, symbol(payload, 2).rows, payload)


def texts(piece):
    return [dict(finding.what.values).get("value") for finding in find(piece)]


@pytest.fixture(scope="session")
def told(library, officer, day, until):
    """„na wnuczka” with the number of a dzielnicowy."""

    def build(**contact):
        full = officer(**contact)
        return tell(full.scam("na-wnuczka"), full.telling("pl", Occasion(day, until)))

    return build


def test_a_value_of_the_register_passes(piece, line, number):
    """
    112 and the host of the register stand under their refs: nothing to say.
    """
    host = number(line("incydent.cert.pl"), "address:incydent-cert")

    assert [] == list(find(piece(line("Zadzwoń pod "), number(line("112")), host, code(HOST))))


@pytest.mark.parametrize(
    "text",
    [
        "600 700 800",
        "Zadzwoń 112",
        "47\u00a0812\u00a012\u00a034",
        "+48 600-700-800",
        "801.802.803",
        "8080",
        "oszust.pl",
        "jan@example.org",
        "www oszust pl",
        "https://a",
        "BANK.PL",
    ],
)
def test_a_stray_number_or_host_is_found(piece, line, text):
    """
    Anything dialable or web-like that no value stands behind is found, with its text and its field.
    """
    (finding,) = find(piece(line(text)))

    assert finding.grave
    assert (text, "story") == (dict(finding.what.values)["value"], finding.at.field)


@pytest.mark.parametrize(
    "text", ["30 sekund", "godz. 8–15", "31 grudnia 2024 r.", "1500 zł", "Krok 2.", "e-mail", "5 minut"]
)
def test_plain_digits_pass(piece, line, text):
    """
    Hours, dates, sums and counts are no numbers to call.
    """
    assert [] == list(find(piece(line(text))))


@pytest.mark.parametrize("text", ["113", "112 ", "1 12", "l12", "11", "112 lub 600 700 800"])
def test_an_altered_value_is_found(piece, line, number, text):
    """
    What stands under the ref of a value must be that value, sign by sign; a blank after it is none.
    """
    expected = [] if text.strip() == "112" else [text.strip()]

    assert expected == texts(piece(number(line(text))))


def test_a_doubled_value_is_found(piece, line, number):
    """
    112 printed twice in one breath is another number.
    """
    assert ["112112"] == texts(piece(number(line("112112"))))


@pytest.mark.parametrize("stray", ["5", "a", "/"])
@pytest.mark.parametrize("behind", [True, False])
def test_what_touches_a_value_is_found(piece, line, number, stray, behind):
    """
    A sign printed against 112 makes another number of it, though neither of the two is one that could be dialled.
    """
    value = line("112")
    sign = line(stray, x=value.box.right) if behind else line(stray)
    sign = sign if behind else replace(sign, x=value.x - sign.box.width)
    together = (number(value), sign) if behind else (sign, number(value))
    clings = [finding for finding in find(piece(*together)) if "touches" in finding.what.text]

    assert [True] == [finding.grave for finding in clings]
    assert [] == list(find(piece(number(value), line(" 5", x=value.box.right))))


def test_another_value_under_the_ref_is_found(piece, line, number, told):
    """
    A number of the register under the ref of another is a wrong number.
    """
    swapped = (number(line("47 812 00 00".replace(" ", "\u00a0"))), number(line("112"), "number:dzielnicowy"))

    assert 2 == len(texts(piece(*swapped, told=told())))


def test_a_ref_without_a_value_is_no_excuse(piece, line, number):
    """
    A ref that the leaflet does not know does not make a number good.
    """
    assert ["600 700 800"] == texts(piece(number(line("600 700 800"), "number:nobody")))


def test_the_code_of_the_piece_is_no_number(piece, line):
    """
    In its slot the code of the piece may be all digits, and nowhere else.
    """
    slot = Group(Role("span", ref=CODE_REF), (line("12345-67890"),))

    assert [] == texts(piece(slot))
    assert ["12345-67890"] == texts(piece(line("12345-67890")))


def test_a_number_does_not_hide_in_the_slot(piece, line):
    """
    What stands in the slot of the code is a code, check sign and all, or else a number like any other.
    """
    slot = Group(Role("span", ref=CODE_REF), (line("600 700 800"),))

    assert [] == texts(piece(Group(Role("span", ref=CODE_REF), (line(code_of("page")),))))
    assert ["600 700 800"] == texts(piece(slot))


def test_a_number_in_pieces_is_found(piece, line):
    """
    A number that changes face in its middle is still read as one by who holds the sheet.
    """
    first = line("Zadzwoń 60", 20, 50)
    second = line("0 7", first.box.right, 50, weight="Bold")
    third = line("00", second.box.right, 50)

    assert [] != texts(piece(first, second, third))


@pytest.mark.parametrize("payload", [LOOK_ALIKE, "tel:600700800", "https://cert.pl", "http://incydent.cert.pl"])
def test_a_code_that_leads_elsewhere_is_found(piece, payload):
    """
    A code leads to an address that this leaflet has from the register, or it is found.
    """
    assert [payload] == texts(piece(code(payload)))


def test_the_rule_of_hosts_holds_on_paper_too(piece, leaflet):
    """
    An address outside the rule is found even when somebody got it into the register.
    """
    bad = Address(value=LOOK_ALIKE, label="x", source="x", id="bad", national=True, purpose="x")
    told = replace(leaflet, values={**leaflet.values, bad.ref: bad})

    assert [LOOK_ALIKE] == texts(piece(code(LOOK_ALIKE), told=told))


def test_a_printed_host_outside_the_rule_is_found(piece, leaflet, line, number):
    """
    So is a host in print alone, without a code.
    """
    bad = Address(value=LOOK_ALIKE, label="x", source="x", id="bad", national=True, purpose="x")
    told = replace(leaflet, values={**leaflet.values, bad.ref: bad})

    assert ["incydent-cert.pl"] == texts(piece(number(line("incydent-cert.pl"), bad.ref), told=told))


@given(
    digits=st.text("0123456789", min_size=9, max_size=9),
    groups=st.sampled_from([(9,), (3, 3, 3), (2, 3, 2, 2), (3, 2, 2, 2), (3, 2, 4)]),
    between=st.sampled_from([" ", "-", ".", "\u00a0", " - "]),
)
def test_nine_digits_never_pass(piece, line, digits, groups, between):
    """
    Nine digits are found in every way that people group them.
    """
    starts = [sum(groups[:place]) for place in range(len(groups))]
    text = between.join(digits[start : start + size] for start, size in zip(starts, groups, strict=True))

    assert [text] == texts(piece(line(text)))


def test_doubtful_values_are_warned_of(piece, told):
    """
    A value that nobody has confirmed is a warning that says so, since the page is marked anyway; a good one is none.
    """
    found = list(find(piece(told=told(confirmed=False))))

    assert [] == list(find(piece(told=told())))
    assert {"number:dzielnicowy", "name:dzielnicowy"} == {dict(finding.what.values)["ref"] for finding in found}
    assert all(not finding.grave and "unconfirmed" in str(finding.what) for finding in found)


def test_an_expired_value_is_warned_of(piece, leaflet):
    """
    So is one that no longer holds; the way out is another one than for an unconfirmed one.
    """
    told = replace(leaflet, states={**leaflet.states, "number:112": State.EXPIRED})
    (finding,) = find(piece(told=told))

    assert not finding.grave
    assert "expired" in str(finding.what)
    assert "confirmed" not in str(finding.hint)
