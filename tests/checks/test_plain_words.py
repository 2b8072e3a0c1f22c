"""Plain sentences of everyday life: no check of words has anything to say about them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest

from ulotki.checks import checks
from ulotki.content.text import Prose

PLAIN = """
Klub Seniora w Sernikach zaprasza na spotkanie.
Spotkanie w Klubie Seniora.
Dzień Seniora w remizie.
Uniwersytet Trzeciego Wieku i Rada Seniorów.
Dom Seniora w Lubartowie.
To nie wstyd.
To żaden wstyd.
To nie jest wstyd.
Nie wstydź się zadzwonić.
Nie ma się czego wstydzić.
Nie musisz się wstydzić.
Zapytaj w OSP albo w KGW.
Remiza OSP w Nowej Woli.
Koło Gospodyń Wiejskich.
Strażacy z OSP roznoszą ulotki.
Kierowca PKS pomógł.
Rachunek z PGE przychodzi pocztą.
Policja nigdy nie każe wypłacać pieniędzy.
Bank nie dzwoni z prośbą o kod.
Nie płać. Nie klikaj. Nie podawaj kodu.
Nie trzeba płacić z góry.
Nigdy nie płać za odbiór wygranej.
Nie daj się oszukać.
To nie Twoja wina. Winny jest oszust.
To nie jest Twoja wina.
To nigdy nie jest Twoja wina.
Zadzwoń do sąsiada albo sąsiadki.
Powiedz sąsiadom.
Zadzwoń do wnuka albo wnuczki.
Udaje wnuczka albo wnuczkę.
Ktoś udaje policjanta.
Zapytaj dzielnicowego.
Zapytaj nauczyciela lub nauczycielkę.
Zadzwoń do kogoś bliskiego.
Zadzwoń na numer z karty.
Zadzwoń pod numer ze swojej umowy.
Weź numer ze starego rachunku.
Zadzwoń do swojego banku. Numer jest na karcie.
Zapisz numer rejestracyjny samochodu.
Idź do swojego banku.
Otwórz drzwi tylko osobom, które znasz.
Otwórz okno.
Oddaj paczkę kurierowi bez dopłaty.
Daj znać bliskim.
Przekaż ten list dalej.
Przekaż SMS na 8080.
Wydrukuj umowę i podpisz w domu.
Sto osób wzięło udział w spotkaniu.
Oszust gwarantuje zysk.
Gwarancja zysku to znak oszustwa.
Kto gwarantuje zysk, ten kłamie.
Nie ma gwarancji, że odzyskasz pieniądze.
Nikt nie gwarantuje zysku.
Bank może zwrócić pieniądze.
Pieniądze nie wrócą same.
Nikt nie odda tych pieniędzy.
Ubezpieczyciel nie dzwoni po pieniądze.
ZUS nigdy nie wysyła SMS-ów z linkiem.
KRUS nie prosi o przelew.
Urząd gminy ma numer na tablicy.
Wójt, sołtys i proboszcz pomogą.
Ksiądz po kolędzie nie prosi o przelew.
Jesteś w domu? Nie otwieraj obcym.
Zostań w domu.
Zostań przy telefonie.
Rozmawiaj z bliskimi. Pomóż innym.
Dziadek i babcia też korzystają z telefonu.
Poproś o pomoc córkę lub syna.
Poproś o pomoc rodzinę albo sąsiadów.
Zapytaj znajomego lub znajomą.
Czujesz strach? Przerwij rozmowę.
Zadzwoń, nawet gdy to nic takiego.
Dzwoń w godz. 8–15.
Tel. na komisariat jest w urzędzie.
Przyjdź na ul. Lipową 5.
Dowód osobisty i karta SIM.
Nie wysyłaj zdjęcia dowodu przez WhatsApp.
Facebook, OLX i Vinted.
Program AnyDesk.
Emeryci i renciści dostają czternastkę.
Emerytura przychodzi co miesiąc.
Mieszkańcy wsi znają się dobrze.
Koledzy z klasy mogą pomóc.
Powiedz koleżance lub koledze.
Zapytaj bez wstydu.
Numer PESEL i NIP.
Nie ma w tym wstydu.
""".strip().splitlines()
"""What officers, parishes and clubs write and what is printed in the library's manner."""

RAISED = (
    "To Twój wstyd.",
    "Bądź czujny.",
    "Samotny senior otwiera drzwi.",
    "Sprawdź w CEIDG.",
    "Gwarantujemy zwrot.",
    "OTWÓRZ drzwi.",
)
"""And what still is a fault."""

WORDS = ("abbreviations", "capitals", "commands", "gendered", "promises", "sentence_length")


def found(piece):
    return {
        (one.check, str(one.what))
        for check in checks()
        if check.id in WORDS
        for one in check.find(piece)
        if one.at.field == "story"
    }


@pytest.mark.parametrize("sentence", PLAIN)
def test_nobody_is_warned_of_plain_words(saying, sentence):
    """
    A rule that cries wolf is switched off, and with it the rule that is right.
    """
    assert set() == found(saying(sentence))


@pytest.mark.parametrize("sentence", RAISED)
def test_what_the_rules_are_for_is_still_found(saying, sentence):
    """
    The exceptions let nothing else through.
    """
    assert found(saying(sentence))


@pytest.fixture(scope="module")
def spoken(library):
    """Every sentence of the talk and the lessons."""

    def proses(value):
        if isinstance(value, Prose):
            yield value.source
        elif is_dataclass(value):
            yield from (one for item in fields(value) for one in proses(getattr(value, item.name)))
        elif isinstance(value, Mapping):
            yield from (one for item in value.values() for one in proses(item))
        elif isinstance(value, tuple):
            yield from (one for item in value for one in proses(item))

    talks = library.readings["pl"].talks
    letter = set(proses(talks.letter))  # which is for the head of a school
    return sorted({text for text in proses(talks) if "{{" not in text and len(text) > 20} - letter)


def test_what_is_said_at_meetings_is_plain(saying, spoken):
    """
    The sentences of talks and lessons keep the rules for leaflets: nobody is blamed, gendered or promised anything.
    """
    complaints = "\n".join(f"{one}: {why}" for one in spoken if (why := found(saying(one))))

    assert not complaints, complaints
