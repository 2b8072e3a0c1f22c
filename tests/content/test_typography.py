"""Micro-typography: signs for signs, so the length stays. `~` stands for a hard space in this file."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ulotki.content.dialled import dialable
from ulotki.content.text import NBSP
from ulotki.content.typography import LANGUAGES, POLISH

MONTHS = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()

PIECES = [
    *"a i o u w z A I O U W Z".split(),
    *"dom Żółw ul. al. pl. nr św. asp. godz. tel. kod kodu 1 15 30 2024 8-15 8:30-9:30 zł r. 112".split(),
    *['"', "'", "-", "–", "—", "„", "”", "«", "»", "(", ")", ",", ".", ":", "!", "?", "…", "*", "\n", " ", " ", NBSP],
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=40))


def set_by(text: str) -> str:
    """*text* typeset, hard spaces shown as ~."""
    return POLISH(text.replace("~", NBSP)).replace(NBSP, "~")


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@given(text=TEXTS)
def test_a_text_keeps_its_length(language, text):
    """
    Every rule replaces a sign by a sign, so marks and values stay where they were.
    """
    assert len(text) == len(language(text))


CHAIN = re.compile(r"\d[-–—]\d{1,2}[-–—]\d")
"""8-15-20: no range, and the one thing that a second pass reads in another way."""


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@given(text=TEXTS)
@example(text='„"a')
@example(text="w z i")
def test_a_second_pass_changes_nothing(language, text):
    """
    What is typeset stays as it is.
    """
    assume(not CHAIN.search(text))
    once = language(text)

    assert once == language(once)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@given(text=TEXTS)
def test_only_blanks_quotes_and_dashes_change(language, text):
    """
    Letters and digits come out as they went in.
    """
    plain = str.maketrans(dict.fromkeys("'’\"„”«»“‘", "'") | dict.fromkeys("-–—", "-") | {NBSP: " "})

    assert text.translate(plain) == language(text).translate(plain)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_language_is_known_by_its_code_and_has_whole_calendars(language):
    """
    Twelve months, seven days, two pairs of quotes.
    """
    assert language is LANGUAGES[language.lang]
    assert (12, 7, 4) == (len(set(language.months)), len(set(language.weekdays)), len(set(language.quotes)))


@pytest.mark.parametrize(
    ("expected", "lang", "text"),
    [
        ("«Це я»", "uk", '"Це я"'),
        ("«Каже: „Це я“, і~плаче»", "uk", '"Каже: "Це я", і плаче"'),
        ("у~банку й~вдома", "uk", "у банку й вдома"),
        ("п’ять", "uk", "п'ять"),
        ("31~грудня~2024~р.", "uk", None),
        ("“It’s me”", "en", '"It\'s me"'),
        ("“He says ‘hello’ twice”", "en", '"He says "hello" twice"'),
        ("a~bank and I~pay", "en", "a bank and I pay"),
        ("31~December~2024", "en", None),
    ],
)
def test_other_languages_have_their_own_signs(expected, lang, text):
    """
    Quotes, bound words and days of each.
    """
    language = LANGUAGES[lang]
    shown = language.day(datetime.date(2024, 12, 31)) if text is None else language(text)

    assert expected == shown.replace(NBSP, "~")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_in_words_is_nothing_to_dial(lang):
    """
    The year in the day a leaflet hangs until is no telephone number, in any language.
    """
    assert not dialable(f"… {LANGUAGES[lang].day(datetime.date(2024, 12, 31))}")


@given(st.lists(st.sampled_from([*"aiouwzAIOUWZ", "dom", "Ewa", "kot,"]), min_size=1).map(" ".join))
def test_no_line_can_end_with_a_word_of_one_letter(text):
    """
    Every blank after such a word is a hard one; every other blank stays soft.
    """
    words = re.split(r" ", POLISH(text))

    assert all(len(word.split(NBSP)[-1]) > 1 for word in words[:-1])
    assert all(len(part) == 1 for word in words for part in word.split(NBSP)[:-1])


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("w~domu i~w~banku", "w domu i w banku"),
        ("Z~nim i~z~nią", "Z nim i z nią"),
        ("(w~domu)", "(w domu)"),
        ("„w~domu”", '"w domu"'),
        ("dom w", "dom w"),
        ("kwota a~b", "kwota a b"),
        ("nie do domu", "nie do domu"),
        ("30~sekund", "30 sekund"),
        ("5~000~zł", "5 000 zł"),
        ("ul.~Lipowa", "ul. Lipowa"),
        ("Ul.~Lipowa nr~3", "Ul. Lipowa nr 3"),
        ("św.~Marii", "św. Marii"),
        ("mł.~asp.~Nowak", "mł. asp. Nowak"),
        ("tel.~+48", "tel. +48"),
        ("kodu~„abc”", 'kodu "abc"'),
        ("godz.~8–15", "godz. 8-15"),
        ("kula. Nic", "kula. Nic"),
        ("rul. Nic", "rul. Nic"),
    ],
)
def test_words_hold_on_to_the_next_one(expected, text):
    """
    One-letter words, numbers and abbreviations never stand alone at the end of a line.
    """
    assert expected == set_by(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("„To ja”", '"To ja"'),
        ("„Mówi: «To ja», i~płacze”", '"Mówi: "To ja", i płacze"'),
        ("„To «wnuczek» mówi”", '"To „wnuczek” mówi"'),
        ("(„To ja”)", '("To ja")'),
        ("„To ja!\nPoznajesz?”", '"To ja!\nPoznajesz?"'),
        ("„a” i~„b”", '"a" i "b"'),
        ("–~„a”", '–~"a"'),
        ("„raz «dwa» trzy «cztery» pięć”", '"raz "dwa" trzy "cztery" pięć"'),
        ("d’Artagnan", "d'Artagnan"),
        ("” sam", "” sam"),
    ],
)
def test_quotes_are_polish_and_nest(expected, text):
    """
    „Outer” and «inner», whatever lies before them; an apostrophe is curved.
    """
    assert expected == set_by(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("oszust~– nie bank", "oszust - nie bank"),
        ("oszust~– nie bank", "oszust – nie bank"),
        ("oszust~– nie bank", "oszust — nie bank"),
        ("oszust~– nie bank", "oszust~–~nie bank"),
        ("e-mail", "e-mail"),
        ("biało-czerwony", "biało-czerwony"),
        ("8–15", "8-15"),
        ("8–15", "8—15"),
        ("8:30–15:30", "8:30-15:30"),
        ("8.30–15.30", "8.30-15.30"),
        ("1–2~i~3–4", "1-2 i 3-4"),
        ("2024-08-01", "2024-08-01"),
        ("00-950", "00-950"),
        ("+48-600-700", "+48-600-700"),
    ],
)
def test_dashes_and_ranges(expected, text):
    """
    A dash between blanks and a range of hours get a half dash; hyphens in words, dates and postcodes stay.
    """
    assert expected == set_by(text)


def test_a_chain_of_numbers_is_no_range():
    """
    8-15—20 means nothing to us, so it stays, however often it is typeset.
    """
    once = POLISH("8-15—20")

    assert once == POLISH(once)


def test_a_quote_that_begins_with_a_quote_is_nested_too():
    """
    The swindler's words may start with a quoted one: the inner pair differs from the outer one.
    """
    assert "„«Wnuczek» dzwoni”" == set_by('"„Wnuczek” dzwoni"')


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("31~grudnia~2024~r.", datetime.date(2024, 12, 31)),
        ("1~maja~2025~r.", datetime.date(2025, 5, 1)),
        ("29~lutego~2024~r.", datetime.date(2024, 2, 29)),
    ],
)
def test_a_day_is_one_unbreakable_word(expected, day):
    """
    Day, month and year in words, without a leading zero.
    """
    assert expected == POLISH.day(day).replace(NBSP, "~")


@given(st.dates())
def test_a_day_names_its_month_in_the_genitive(day):
    """
    Every day of every year, and typesetting it again changes nothing.
    """
    words = POLISH.day(day)

    assert [str(day.day), MONTHS[day.month - 1], str(day.year), "r."] == words.split(NBSP)
    assert words == POLISH(words)
