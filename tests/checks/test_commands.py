"""Commands: we never tell people to do what the swindler tells them."""

import pytest

from ulotki.checks.commands import find


@pytest.fixture(scope="session")
def found(saying):
    """found("text", "field"): what stands there and must not."""
    return lambda text, field="story": [str(finding.what).split('"')[1] for finding in find(saying(text, field))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Kliknij", "Kliknij w link."),
        ("zeskanuj", "Więcej: zeskanuj kod."),
        ("Otwórz załącznik", "Otwórz załącznik."),
        ("Wejdź w ten link", "Wejdź w ten link."),
        ("Zapłać", "Zapłać rachunek."),
        ("opłać", "Najpierw opłać dostawę."),
        ("Przelej", "Przelej pieniądze."),
        ("Wyślij pieniądze", "Wyślij pieniądze."),
        ("daj tę gotówkę", "Potem daj tę gotówkę."),
        ("Zainstaluj", "Zainstaluj program."),
        ("Pobierz", "Pobierz aplikację."),
        ("Zaloguj", "Zaloguj się do banku."),
        ("Podaj kod", "Podaj kod."),
        ("Wpisz swoje hasło", "Wpisz swoje hasło."),
        ("Potwierdź", "Potwierdź w aplikacji."),
        ("Oddzwoń", "Oddzwoń od razu."),
        ("Zadzwoń na podany numer", "Zadzwoń na podany numer."),
        ("Zadzwoń pod numer z SMS-a", "Zadzwoń pod numer z SMS-a."),
        ("Zadzwoń na numer z tej wiadomości", "Zadzwoń na numer z tej wiadomości."),
        ("Proszę kliknąć", "Proszę kliknąć w link."),
    ],
)
def test_what_the_swindler_says_is_found(found, expected, text):
    """
    To click, pay, install, log in, scan, give a secret, or call who called.
    """
    assert [expected] == found(text)
    assert [expected] == found(text, "aftermath")


@pytest.mark.parametrize(
    "text",
    [
        "Nie klikaj. Nie płać. Nie loguj się.",
        "Nic nie płać i nie instaluj programu.",
        "Nie przelewaj ani nie oddzwaniaj.",
        "Zanim klikniesz, zapytaj.",
        "Zadzwoń na numer, który znasz.",
        "Zadzwoń na stary numer dziecka. Zadzwoń na numer z umowy.",
        "Zadzwoń pod 112. Wpisz numer, nie oddzwaniaj.",
        "Wejdź na portal bez linku.",
        "Wyloguj wszystkie urządzenia.",
        "Przekaż SMS na 8080. Zgłoś stronę.",
        "Podaj list dalej.",
        "Każe zainstalować program i podać kod.",
        "Za dodatek trzeba najpierw zapłacić.",
        "Powiedz: „Zapłać sam”.",
        "Wypełnij formularz. Zastrzeż kartę.",
        "Zachowaj potwierdzenie wpłaty.",
        "Włącz logowanie w dwóch krokach.",
    ],
)
def test_what_we_say_passes(found, text):
    """
    Forbidden deeds, deeds told of, and numbers that the reader has at home.
    """
    assert [] == found(text)


IMPERATIVES = """
Naciśnij przycisk|Naciśnijcie przycisk|Klikaj tutaj|Kliknijcie|Klikajcie|Skanuj kod|Zeskanujcie kod|Przeskanuj kod
Otwieraj link|Otwórz ten link|Wchodź w link|Wejdź w załącznik|Otwórz kod
Płać teraz|Wpłać kwotę|Spłać dług|Dopłać złoty|Wpłacaj co dzień|Przelewaj kwotę|Przelejcie kwotę
Wysyłaj gotówkę|Przekaż pieniądze|Oddaj kartę|Daj gotówkę|Wypłać pieniądze|Wypłacaj gotówkę
Instaluj program|Zainstalujcie program|Pobierzcie program|Ściągnij program|Loguj się|Zalogujcie się
Podaj PIN|Podajcie PESEL|Wpisz login|Przeczytaj kod|Podyktuj numer karty|Wyślij dane|Przekaż hasło|Zatwierdź przelew
Zatwierdźcie|Potwierdźcie|Oddzwonij|Oddzwaniaj|Oddzwaniajcie|Dzwoń pod ten numer|Zadzwońcie na wskazany numer
Napisz na numer z ogłoszenia|Odpisz na numer ze strony|Dzwoń pod numer z e-maila|Zadzwoń pod numer z ekranu
Zadzwoń na numer podany w reklamie|Napisz na numer z linku|Zadzwoń na numer z kartki|Zadzwoń na numer z ulotki
Proszę zapłacić|Proszę teraz wpłacić|Proszę opłacić|Proszę dopłacić|Proszę przelać|Proszę zainstalować|Proszę pobrać
Proszę zalogować|Proszę zeskanować|Proszę podać|Proszę oddzwonić
"""


@pytest.mark.parametrize("text", [text for row in IMPERATIVES.split("\n") for text in row.split("|") if text])
def test_every_verb_of_the_list_is_found(found, text):
    """
    In each form in which it tells the reader to do something; and none of them after "nie".
    """
    assert 1 == len(found(f"{text}."))
    assert [] == found(f"Nie {text[:1].lower()}{text[1:]}.") or text.startswith("Proszę")


def test_the_swindler_commands(found):
    """
    In the quote, and only there.
    """
    assert [] == found("Kliknij teraz i zapłać!", "quote")
    assert ["Kliknij", "zapłać"] == found("Kliknij teraz i zapłać!", "order")


def test_the_finding_says_why(saying):
    """
    Grave, with place, reason and a way out.
    """
    (finding,) = find(saying("Kliknij w link.", "steps"))

    assert (True, "step.1.sentence") == (finding.grave, finding.at.field)
    assert '"Kliknij": is what the swindler says' == str(finding.what)
    assert "Zadzwoń do firmy." in str(finding.hint)


def test_other_languages_have_other_verbs(saying):
    """
    The list is Polish.
    """
    assert [] == list(find(saying("Kliknij", lang="en")))


def test_the_library_commands_nothing_of_the_kind(faults):
    """
    No leaflet of the library speaks like a swindler.
    """
    assert [] == faults(find)
