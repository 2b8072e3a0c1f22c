"""Promises: none that nobody can keep, no figures, no blame, no threat."""

import pytest

from ulotki.checks.promises import find


@pytest.fixture(scope="session")
def found(saying):
    """found("text", "field"): what stands there and must not."""
    return lambda text, field="story": [str(finding.what).split('"')[1] for finding in find(saying(text, field))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Na pewno odzyskasz", "Na pewno odzyskasz pieniądze."),
        ("odzyskasz", "Wtedy odzyskasz pieniądze."),
        ("Gwarantujemy", "Gwarantujemy spokój."),
        ("zawsze bezpieczne", "Takie konto jest zawsze bezpieczne."),
        ("w pełni bezpieczny", "To w pełni bezpieczny sposób."),
        ("Bank zwróci", "Bank zwróci pieniądze."),
        ("Policja zawsze znajdzie", "Policja zawsze znajdzie oszusta."),
        ("Nic Ci nie grozi", "Nic Ci nie grozi."),
        ("Policja nigdy nie prosi", "Policja nigdy nie prosi o pieniądze."),
        ("Bank nigdy nie dzwoni", "Bank nigdy nie dzwoni."),
        ("zawsze można", "Kontrolę zawsze można sprawdzić."),
        ("100 %", "To 100 % pewności."),
        ("80%", "Minus 80% ceny."),
        ("procent", "Aż dziesięć procent to oszustwa."),
        ("Co trzecia osoba", "Co trzecia osoba traci pieniądze."),
        ("5000 osób", "Tak straciło 5000 osób."),
        ("Naiwny", "Naiwny płaci dwa razy."),
        ("dał się nabrać", "Ktoś dał się nabrać."),
        ("dają się naciągnąć", "Starsi dają się naciągnąć."),
        ("Wstyd", "Wstyd to nic złego."),
        ("wstyd", "To nie Twój wstyd."),
        ("Twoja wina", "To Twoja wina."),
        ("Twoja odpowiedzialność", "Twoje konto, Twoja odpowiedzialność."),
        ("padają ofiarą", "Ludzie padają ofiarą oszustów."),
        ("osoby samotne", "Dzwonią na osoby samotne."),
        ("zapuka do Ciebie", "Policja zapuka do Ciebie."),
        ("grozi Ci więzienie", "Za to grozi Ci więzienie."),
    ],
)
def test_what_we_must_not_say_is_found(found, expected, text):
    """
    Promises, sayings that are too wide, figures, blame, labels and threats.
    """
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "To nie Twoja wina.",
        "To nie jest Twoja wina. Winny jest oszust.",
        "Nie daj się oszukać!",
        "Policja nigdy nie każe wypłacać pieniędzy z banku.",
        "Bank nigdy nie każe przelewać pieniędzy.",
        "Policja i szpital nie wysyłają nikogo po pieniądze.",
        "Duży zysk bez ryzyka nie istnieje.",
        "Nie płać komuś, kto obiecuje odzyskać pieniądze.",
        "Oszust obiecuje, że na pewno odzyskasz pieniądze.",
        "Reklama kusi: gwarantowany zysk.",
        "Zawstydza, gdy nie dajesz pieniędzy.",
        "Zawsze coś przeszkadza w spotkaniu.",
        "Wiadomości wysyłane do wielu osób.",
        "Odstąp od umowy w ciągu 14 dni. Odczekaj 30 sekund.",
        "Zmień hasło albo odzyskaj konto.",
        "„Odzyskamy straty”",
        "Mówi: „Bank zwróci pieniądze”.",
        "Chce ofiary na kościół.",
        "Bez niej nie odda pieniędzy.",
    ],
)
def test_what_we_may_say_passes(found, text):
    """
    Comfort, what only a swindler wants, and what the swindler promises.
    """
    assert [] == found(text)


def test_the_swindler_may_promise(found):
    """
    In the quote, and only there.
    """
    text = "Gwarantujemy zysk 100 %!"

    assert [] == found(text, "quote")
    assert ["Gwarantujemy", "100 %"] == found(text, "aftermath")


def test_a_report_excuses_a_promise_but_no_blame(found):
    """
    „Oszust mówi, że …” tells of a promise; blame stays blame, whoever is said to say it.
    """
    assert [] == found("Oszust mówi, że bank zwróci pieniądze.")
    assert ["Bank zwróci"] == found("Oszust mówi o banku. Bank zwróci pieniądze.")
    assert ["Twoja wina"] == found("Oszust mówi, że to Twoja wina.")


def test_the_finding_says_why(saying):
    """
    Grave, with place, reason and a way out.
    """
    (finding,) = find(saying("Bank zwróci pieniądze.", "steps"))

    assert (True, "step.1.sentence") == (finding.grave, finding.at.field)
    assert '"Bank zwróci": promises what is not in our hands' == str(finding.what)
    assert "Zadzwoń do banku." in str(finding.hint)


def test_other_languages_have_other_promises(saying):
    """
    The lists are Polish.
    """
    assert [] == list(find(saying("Bank zwróci 100 %", lang="uk")))


def test_the_library_keeps_its_word(faults):
    """
    No leaflet of the library promises or blames.
    """
    assert [] == faults(find)
