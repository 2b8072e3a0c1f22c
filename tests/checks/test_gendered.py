"""Gendered: every reader is meant, men and women, with family and without."""

import pytest

from ulotki.checks._texts import unquoted
from ulotki.checks.gendered import BANS, find


def found(text):
    return [words for words, _ in BANS.broken(unquoted(text))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Oddałeś"], "Oddałeś pieniądze?"),
        (["Podałaś"], "Podałaś kod?"),
        (["byłbyś"], "Czy byłbyś spokojny?"),
        (["powinieneś"], "Nie powinieneś tego robić."),
        (["Gdybyś"], "Gdybyś dał kod, zadzwoń."),
        (["Bądź ostrożny"], "Bądź ostrożny!"),
        (["jesteś sama"], "Nie jesteś sama."),
        (["Jesteś bardzo zagrożony"], "Jesteś bardzo zagrożony."),
        (["zostawaj z tym sam"], "Nie zostawaj z tym sam."),
        (["Pani"], "Czy Pani zna ten numer?"),
        (["Pana"], "To Pana bank."),
        (["proszę pani"], "Tak, proszę pani."),
        (["Szanowny senior"], "Szanowny senior nie płaci."),
        (["babciu"], "Uważaj, babciu."),
        (["Sąsiedzie"], "Sąsiedzie, uważaj!"),
        (["do wnuka"], "Zadzwoń do wnuka."),
        (["Twój wnuk"], "Twój wnuk ma kłopot."),
        (["swojej córki"], "Zapytaj swojej córki."),
        (["sąsiada"], "Poproś sąsiada o pomoc."),
        (["sąsiadką"], "Porozmawiaj z sąsiadką."),
        (["znajomego"], "Zadzwoń do znajomego."),
        (["kolegę"], "Zapytaj kolegę."),
        (["nauczycielowi"], "Powiedz nauczycielowi."),
        (["gracza"], "Zgłoś gracza."),
        (["Uczciwy pracownik"], "Uczciwy pracownik poczeka."),
        (["prawdziwy policjant"], "Tak nie robi prawdziwy policjant."),
        (["seniora"], "To warto wiedzieć dla seniora."),
        (["zrobił(a)"], "Ktoś to zrobił(a) wczoraj."),
        (["dał/a"], "Kto dał/a kod?"),
    ],
)
def test_one_sex_is_found(expected, text):
    """
    Forms that were once made, and their like, with exactly what stands there.
    """
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oszust ma Twoje pieniądze? To nie Twoja wina.",
        "Jeśli ktoś podał kod, zadzwoń.",
        "Zawołaj sąsiadów. Ostrzeż znajomych. Powiedz sąsiadom.",
        "Zapytaj sąsiada lub sąsiadkę.",
        "Zadzwoń do syna albo córki.",
        "Zadzwoń do swojego syna lub swojej córki.",
        "Pani lub Pan dostaje list.",
        "Szanowni Państwo!",
        "Znajomy głos można podrobić.",
        "Ktoś dzwoni znajomym głosem z konta znajomej osoby.",
        "Pisze tylko „mamo” albo „tato”.",
        "„Na wnuczka” to oszustwo.",
        "Na ekranie coś dzieje się samo.",
        "Trzeba wysłać drogi SMS za drogi sprzęt.",
        "Prawdziwy ksiądz to zrozumie.",
        "Dzielnicowy prosi o rozwagę. Oszust udaje policjanta.",
        "Bądź przy telefonie.",
        "Panika szkodzi. Plan i mapa.",
        "e-mail i/lub SMS",
        "Synagoga, mamut i brat cioteczny",
        "W tej samej chwili",
    ],
)
def test_everybody_passes(text):
    """
    Plurals, pairs, adjectives, words in quotation marks, and words that only look alike.
    """
    assert [] == found(text)


def test_the_quote_may_say_babciu(saying):
    """
    A swindler speaks to one reader; we speak to all.
    """
    assert [] == list(find(saying("Babciu, dałaś już pieniądze?", "quote")))
    assert ["story", "story"] == [finding.at.field for finding in find(saying("Babciu, dałaś już pieniądze?"))]


def test_the_finding_says_why_and_what_to_write(saying):
    """
    A warning with place, reason and a way out.
    """
    (finding,) = find(saying("Poproś sąsiada.", "steps"))

    assert (False, "step.1.sentence") == (finding.grave, finding.at.field)
    assert '"sąsiada": makes every helper a man or a woman' == str(finding.what)
    assert "write sąsiedzi, sąsiadów" == str(finding.hint)


def test_other_languages_have_other_forms(saying):
    """
    The list is Polish.
    """
    assert [] == list(find(saying("Oddałeś pieniądze, babciu?", lang="uk")))


def test_the_library_speaks_to_everybody(faults):
    """
    No leaflet of the library leaves anybody out.
    """
    assert [] == faults(find)
