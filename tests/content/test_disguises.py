"""Numbers and hosts in disguise are refused, and plain sentences are not: both as tables, and as rules of disguise."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import effort
from hypothesis import assume, given
from hypothesis import strategies as st

from ulotki.content import gate
from ulotki.content.dialled import dialable
from ulotki.content.gate import complaints
from ulotki.content.hosts import web_like
from ulotki.content.policies import PLAIN

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """The lines of a table, without comments."""
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def meant(row: str) -> str:
    """A line of the table of disguises as it is typed: its escapes become signs."""
    return row.encode("raw_unicode_escape").decode("unicode_escape") if row.isascii() else _mixed(row)


def _mixed(row: str) -> str:
    return row.replace("\\u0435", "\u0435").replace("\\n", "\n")


DISGUISES = [meant(row) for row in lines("disguises.txt")]
SENTENCES = lines("plain.txt")


def test_the_tables_are_large_enough():
    """
    As many disguises and plain sentences as the figures below speak of.
    """
    assert len(set(DISGUISES)) >= 150
    assert len(set(SENTENCES)) == 1000


@pytest.mark.parametrize("source", DISGUISES, ids=ascii)
def test_a_disguise_is_refused(source):
    """
    Alone and in a sentence, as prose and as a plain text.
    """
    assert [] != list(complaints(source))
    assert [] != list(complaints(f"Uwaga, {source} na dziś."))
    assert [] != list(complaints(source, PLAIN))


SIGNS = frozenset(map(meant, (row for row in lines("disguises.txt") if "{{" not in row)))


@pytest.mark.parametrize("source", sorted(SIGNS), ids=ascii)
def test_a_disguise_is_seen_on_paper_too(source):
    """
    The rule of numbers or of hosts alone finds it: it does not lean on the rule of signs.
    """
    assert dialable(source) or web_like(source)


def test_plain_sentences_pass():
    """
    Of a thousand plain Polish sentences with prices, dates, hours, ages, laws and addresses, fewer than five are refused.
    """
    refused = [
        (sentence, found) for sentence in SENTENCES if (found := [str(what) for what, _ in complaints(sentence)])
    ]

    assert len(refused) < 5, refused


NAMES = """
Kolonia 44
ul. 3 Maja 112
ul. 3 Maja 112/7
ul. 11 Listopada 112 m. 4
ul. 1000-lecia 12
ul. Lubelska 112A m. 3
os. XXX-lecia 112
OSP nr 7
Szkoła nr 112
Szkoła nr 1988
Zespół Szkół Ponadpodstawowych nr 100
Koło Emerytów nr 112
Serniki 98
Serniki, dom nr 112
Szkoła Podstawowa nr 112 w Warszawie
Przedszkole nr 997
Blok 112
Dom Kultury im. 27 Wołyńskiej Dywizji AK
9 Pułk
28. Pułk Piechoty
lat 70-tych
sala nr 112
pokój 112
lok. 112
Przystanek przy DK 19, km 112
Las Państwowy, oddz. 112
Kościół pw. 108 Męczenników
P.H.U. Jan-Pol
D.H. Merkury, I p.
P.P.H.U. Agro
21-107 Serniki, ul. Polna 8
Apteka 24h
Klub Seniora 60+
""".strip().splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_names_of_places_with_numbers_pass(name):
    """
    Streets named after a day, schools, rooms, blocks, regiments and firms, as people write them.
    """
    assert [] == list(complaints(name, PLAIN))


@pytest.mark.parametrize("name", ["Serniki 112", "Świetlica, Jamy 998", "Lubelska 997", "Klub Seniora 112", "Dom 112"])
def test_a_name_that_ends_in_an_emergency_number_is_refused_with_a_way_out(name):
    """
    In doubt it is a number to call; the number of a house can be written so that nobody dials it.
    """
    ((_, hint),) = complaints(name, PLAIN)

    assert 'the number of a house is written "dom nr 112", or after its street' in str(hint)
    assert [] == list(complaints("Świetlica, Jamy, dom nr 998", PLAIN))


NUMBERS = ("112", "997", "998", "8080", "116 111", "600 700 800", "47 812 12 34", "800 702 222")
BETWEEN = ("", " ", "\u00a0", "-", "–", ".", "/", "_", "|", " · ", "\u200b", "\u2009", " - ", ") (", "*", " . ", "…")
LOOKS = (
    lambda digit: digit,
    lambda digit: chr(ord(digit) - ord("0") + 0xFF10),
    lambda digit: chr(ord(digit) - ord("0") + 0x0660),
    lambda digit: chr(ord(digit) - ord("0") + 0x1D7CE),
    lambda digit: {"0": "O", "1": "l"}.get(digit, digit),
    lambda digit: {"0": "\u041e", "1": "\u0406"}.get(digit, digit),
    lambda digit: f"{digit}\u0332",
)
WORDS = {
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć".split(),
    "uk": "нуль один два три чотири п'ять шість сім вісім дев'ять".split(),
    "en": "zero one two three four five six seven eight nine".split(),
}
BEFORE = ("", "Zadzwoń: ", "Pomoc ", "Tel. ", "Odczekaj chwilę i ", "Ważne – ")
BEHIND = ("", ".", " zaraz", " (całą dobę)", ", proszę", "!")


@given(
    number=st.sampled_from(NUMBERS),
    between=st.sampled_from(BETWEEN),
    look=st.sampled_from(LOOKS),
    before=st.sampled_from(BEFORE),
    behind=st.sampled_from(BEHIND),
)
def test_no_look_and_no_separator_hides_a_number(number, between, look, before, behind):
    """
    Each digit by itself, with any sign between any two of them, in any look.
    """
    digits = [digit for digit in number if digit.isdigit()]
    text = f"{before}{between.join(map(look, digits))}{behind}"

    assert dialable(text), ascii(text)


@given(
    number=st.sampled_from(NUMBERS),
    lang=st.sampled_from(sorted(WORDS)),
    between=st.sampled_from((" ", "-", ", ", " – ", ". ")),
    spelled=st.integers(1, 511),
    behind=st.sampled_from(BEHIND),
)
def test_no_word_hides_a_number(number, lang, between, spelled, behind):
    """
    Some digits in words and some in signs, in each of our languages.
    """
    digits = [digit for digit in number if digit.isdigit()]
    parts = [WORDS[lang][int(digit)] if spelled >> place & 1 else digit for place, digit in enumerate(digits)]
    assume(between != ". " or not any(part.isdigit() for part in parts))
    text = f"Pomoc: {between.join(parts)}{behind}"

    assert dialable(text), text


UNITS = ("zł", "lat", "sekund", "km", "osób", "%", "minut", "sztuk")


@given(
    number=st.sampled_from(NUMBERS[5:]),
    unit=st.sampled_from(UNITS),
    other=st.sampled_from(UNITS),
    groups=st.sampled_from(((3, 3, 3), (2, 3, 2, 2), (3, 2, 2, 2))),
)
def test_no_unit_excuses_a_number(number, unit, other, groups):
    """
    A unit behind nine digits, or units between their groups.
    """
    digits = "".join(digit for digit in number if digit.isdigit())
    starts = [sum(groups[:place]) for place in range(len(groups))]
    parts = [digits[start : start + size] for start, size in zip(starts, groups, strict=True)]

    assert dialable(f"{' '.join(parts)} {unit}")
    assert dialable(f"{f' {unit} '.join(parts)} {other}")
    assert dialable(f"Zadzwoń pod {digits[:3]} {unit}")


HOSTS = ("evil.pl", "moj-bank.com", "policja24.eu", "bank.xyz")
DOTS = (
    ".",
    " . ",
    " .",
    "[.]",
    "(.)",
    " kropka ",
    "(kropka)",
    " dot ",
    "\uff0e",
    "\u3002",
    "·",
    "…",
    ",",
    " крапка ",
    "..",
)


@given(
    host=st.sampled_from(HOSTS),
    dot=st.sampled_from(DOTS),
    upper=st.booleans(),
    behind=st.sampled_from(("", ".", " dziś")),
)
def test_no_dot_hides_a_host(host, dot, upper, behind):
    """
    Spaced, spelled, in brackets, or with another sign in place of the dot.
    """
    text = f"Wejdź na {host.replace('.', dot)}"

    assert web_like((text.upper() if upper else text) + behind), text


@pytest.mark.parametrize(
    "source",
    [
        "[" * 2000,
        "1" * 2000,
        "1 " * 1000,
        "a." * 1000,
        "zł 1 " * 400,
        "{{" * 1000,
        "jeden " * 333,
        "1/" * 1000,
        "a b " * 500,
        "ul. A 1 " * 250,
        "*" * 2000,
        "1 a " * 500,
        "\u0301" * 2000,
        "1," * 1000,
        "O" * 2000,
        "1O " * 660,
        "w" * 2000,
        "1 do " * 400,
        "art. 1 " * 280,
        "at a " * 400,
        "kropka " * 280,
    ],
)
def test_no_text_takes_long(source):
    """
    The longest text that is read at all is judged in a fraction of a second, whatever stands in it.
    """
    assert effort(lambda: list(complaints(source))) < 0.5


@pytest.mark.parametrize(
    ("gone", "source"), [("dialable", "Zadzwoń 600 700 800"), ("web_like", "Wejdź na evil kropka pl")]
)
def test_only_these_rules_refuse(gone, source, monkeypatch):
    """
    With the rule the text is refused; without it nothing else would.
    """
    assert [] != list(complaints(source))

    monkeypatch.setattr(gate, gone, lambda text: None)

    assert [] == list(complaints(source))
