"""How hard words are to read: syllables held by a gold list, sentences, words, and the FOG index."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.readability import HARD, SHORTENED, aloud, fog, hard, sentences, syllables, words

GOLD = [
    (word, int(number), division)
    for word, number, division in (
        line.split()
        for line in (Path(__file__).with_name("syllables.txt")).read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
]

PIECES = "Zadzwoń do w z na policję! 112 30 asp. ul. np. r. „Tak.” Nie. SMS-a – (teraz) e-mail Kto? Ja… Bank,".split()


def test_the_gold_list_is_a_list():
    """
    Enough words, none twice, and each number is the number of parts that the word is divided into.
    """
    assert 330 <= len(GOLD)
    assert len(GOLD) == len({word for word, _, _ in GOLD})
    for word, number, division in GOLD:
        assert number == (0 if division == "–" else len(division.split("·"))), word


def test_syllables_are_those_of_the_gold_list():
    """
    At most one word in a hundred is counted wrong.
    """
    wrong = {word: (number, syllables(word)) for word, number, _ in GOLD if number != syllables(word)}

    assert len(wrong) <= len(GOLD) / 100, wrong


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "dział"),
        (2, "ciocia"),
        (3, "biologia"),
        (2, "linii"),
        (2, "triumf"),
        (2, "klient"),
        (3, "autobus"),
        (3, "Europa"),
        (3, "nauka"),
        (4, "nauczyciel"),
        (4, "zaufanie"),
        (4, "nieuczciwy"),
        (6, "niezauważony"),
        (6, "zautomatyzować"),
        (3, "muzeum"),
        (4, "jubileusz"),
        (3, "Eugeniusz"),
        (4, "Ukraina"),
        (0, "w"),
        (0, "Z"),
        (1, "i"),
        (3, "ZAUWAŻ"),
    ],
)
def test_each_rule_of_syllables(number, word):
    """
    Softening, au and eu, prefixes before u, Latin endings, words without a vowel; small letters or capitals.
    """
    assert number == syllables(word)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("es em es", "SMS"),
        ("es em es a", "SMS-a"),
        ("blik", "BLIK"),
        ("pesel", "PESEL"),
        ("o pe es", "OPS"),
        ("gops", "GOPS"),
        ("ku er", "QR"),
        ("na przykład", "np."),
        ("numer", "nr"),
        ("złotych", "zł"),
        ("ul", "ul"),
        ("ulica", "ul."),
        ("imejl", "e-mail"),
        ("sto dwanaście", "112"),
        ("trzydzieści", "30"),
        ("czternaście dniowy", "14-dniowy"),
        ("dwieście pięćdziesiąt jeden", "251"),
        ("tysiąc pięćset", "1500"),
        ("zero cztery", "04"),
        ("osiem dwa osiem osiem dwa osiem osiem dwa osiem", "828828828"),
    ],
)
def test_words_are_read_aloud(said, word):
    """
    Letters by their names, numbers and shortened words in full, a telephone number digit by digit.
    """
    assert said.split() == aloud(word).split()


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Rozłącz się.", "Zadzwoń!"], "Rozłącz się. Zadzwoń!"),
        (["Był przelew?", "Zadzwoń do banku."], "Był przelew? Zadzwoń do banku."),
        (["Pisze asp. Jan Nowak z ul. Polnej."], "Pisze asp. Jan Nowak z ul. Polnej."),
        (["Napisał J. Kowalski."], "Napisał J. Kowalski."),
        (["Czynne od godz. 8 przy św. Anny nr 3."], "Czynne od godz. 8 przy św. Anny nr 3."),
        (["Do 31 grudnia 2024 r. Wisi."], "Do 31 grudnia 2024 r. Wisi."),
        (["Garnki, koce itp. Nie kupuj."], "Garnki, koce itp. Nie kupuj."),
        (["Chce 10 zł.", "Nie płać."], "Chce 10 zł. Nie płać."),
        (["„To ja!”", "Poznajesz?", "„Tak.”"], "„To ja!” Poznajesz? „Tak.”"),
        (["Powiedz: „Muszę to przemyśleć”."], "Powiedz: „Muszę to przemyśleć”."),
        (["„Stop!” powiedz."], "„Stop!” powiedz."),
        (["Czekaj…", "Zadzwoń."], "Czekaj… Zadzwoń."),
        (["Dzwoń.", "112 pomoże."], "Dzwoń. 112 pomoże."),
        (["Konto zagrożone", "Proszę przelać", "wszystko."], "Konto zagrożone\nProszę przelać\nwszystko."),
        (["Co zrobić", "– Rozłącz się"], "Co zrobić\n\n– Rozłącz się\n–"),
        ([], " \n"),
    ],
)
def test_sentences(expected, text):
    """
    Every line is one at least; a full stop that shortens a word ends none.
    """
    assert expected == list(sentences(text))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Odczekaj", "30", "sekund"], "Odczekaj 30 sekund."),
        (["pod", "828 828 828", "albo", "+48 828 828 828"], "pod 828 828 828 albo +48 828 828 828"),
        (["kod", "z", "SMS-a"], "(kod z SMS-a)"),
        (["na", "incydent.cert.pl"], "na incydent.cert.pl."),
        (["od", "8–16", "e-mail", "do", "asp.", "Nowaka"], "od 8–16 – e-mail do asp. Nowaka…"),
        ([], "– … „” !"),
    ],
)
def test_words(expected, text):
    """
    A number is one word however it is grouped, an address too; signs are none.
    """
    assert expected == list(words(text))


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.sampled_from([" ", "\n"]))
def test_no_word_is_lost_between_sentences(pieces, between):
    """
    The words of the sentences are the words of the text.
    """
    text = between.join(pieces)
    apart = [word for line in text.split("\n") for word in words(line)]

    assert apart == [word for sentence in sentences(text) for word in words(sentence)]


@pytest.mark.parametrize(
    ("expected", "word"),
    [
        (True, "odpowiedzialność"),
        (True, "aplikacja"),
        (False, "pieniądze"),
        (False, "dzielnicowego"),
        (False, "Policjantka"),
        (False, "prokuratora"),
        (False, "112"),
        (False, "2024"),
        (False, "SMS-a"),
        (False, "incydent.cert.pl"),
        (True, "foto-aplikacja"),
    ],
)
def test_hard_words(expected, word):
    """
    Four syllables make a word hard, but not a number, an address, letters, or the dzielnicowy.
    """
    assert expected == hard(word)


def test_fog_is_gunnings():
    """
    0.4 × (words in a sentence + hard words in a hundred), over all texts together.
    """
    assert pytest.approx(0.4 * 5 / 2) == fog(["Rozłącz się. Zadzwoń do banku."])
    assert pytest.approx(0.4 * 5 / 2) == fog(["Rozłącz się", "Zadzwoń do banku"])
    assert pytest.approx(0.4 * (4 + 100 / 4)) == fog(["Zagrożone pieniądze daj nam."])
    assert pytest.approx(0.4 * (8 / 2 + 100 / 8)) == fog(["Zagrożone pieniądze daj nam.", "To ja, Twój wnuk."])
    assert 0.0 == fog([]) == fog(["–"])


@given(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join))
def test_a_hard_word_never_makes_a_text_easier(text):
    """
    One more sentence of one hard word makes a text of short sentences harder, and a text is as hard as it is twice.
    """
    assert pytest.approx(fog([text])) == fog([text, text])
    assert hard("Odpowiedzialność")
    if 0 < fog([text]) <= 40:
        assert fog([text]) <= fog([text, "Odpowiedzialność."])


def test_short_forms_have_no_stop_in_the_list():
    """
    The list names short forms without their full stop, and gives words that are longer when read.
    """
    for short, full in SHORTENED.items():
        assert not short.endswith(".")
        assert len(short) < len(full)
        assert syllables(f"{short}.") == sum(map(syllables, full.split()))


@given(st.text(max_size=20))
def test_anything_can_be_read(text):
    """
    No sign stops the reading, and nothing has more syllables than its spelled-out letters can carry.
    """
    for word in (text, *words(text)):
        assert 0 <= syllables(word) <= 4 * len(word) + 4
    assert 0 <= fog([text])


def test_four_is_polish():
    """
    Four syllables is the Polish threshold; three, as in English, would call every other word hard.
    """
    assert HARD == 4
