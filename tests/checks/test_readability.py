"""Readability: all words of a leaflet together ask for no more than primary school."""

import pytest

from ulotki.checks.readability import EXAMPLES, MOST, find, limit

EASY = "Ktoś dzwoni. "
HEAVY = "Bezprecedensowe niebezpieczeństwo telekomunikacyjne."


def graves(piece):
    return [finding.grave for finding in find(piece)]


def test_easy_words_pass(saying):
    """
    Short sentences of short words are no fault.
    """
    assert [] == graves(saying(EASY * 10))


def test_hard_words_are_found(saying):
    """
    Up to the limit nothing is said, above it nothing is printed.
    """
    found = [graves(saying(HEAVY * count + EASY)) for count in range(1, 21)]

    assert [] == found[0]
    assert [False] not in found
    assert [True] == found[-1]
    assert found == sorted(found)


def test_long_sentences_are_found(saying):
    """
    Short words in endless sentences are hard as well.
    """
    assert [True] == graves(saying("Ktoś dzwoni i mówi, że to wnuk, " * 120))


def test_the_hardest_words_are_named(saying):
    """
    The hint names the longest words, so that somebody can begin; the place is the file of the leaflet.
    """
    (finding,) = find(saying(HEAVY * 30))
    named = str(finding.hint).split(": ")[1].split(", ")

    assert ["telekomunikacyjne", "bezprecedensowe", "niebezpieczeństwo"] == named[:3]
    assert len(named) == EXAMPLES
    assert finding.at.file.endswith("na-wnuczka.toml")


@pytest.mark.parametrize(
    ("eased", "audiences"),
    [(0, ()), (0, ("senior",)), (0, ("senior", "youth")), (1, ("youth",)), (1, ("child", "youth")), (0, ("adult",))],
)
def test_pupils_read_every_day(eased, audiences):
    """
    Only what nobody but pupils reads may be harder, by one year of school.
    """
    assert MOST + eased == limit(audiences)


def test_other_languages_have_other_words(saying):
    """
    Syllables are counted the Polish way, so other languages are not judged.
    """
    assert [] == graves(saying(HEAVY * 30, lang="uk"))


def test_the_library_is_easy(faults):
    """
    No leaflet of the library is even near the limit.
    """
    assert [] == faults(find)
