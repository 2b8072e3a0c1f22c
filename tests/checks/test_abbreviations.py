"""Abbreviations: only those that readers meet on cards, letters and telephones."""

import pytest

from ulotki.checks._known_abbreviations import IN_FULL, KNOWN
from ulotki.checks.abbreviations import STOPPED, UNSTOPPED, find, unknown


def shorts(text):
    return [short for short, _ in unknown(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Zastrzeż PESEL w ZUS. Kod PIN z SMS-a, BLIK i QR.",
        "asp. Jan Kowalski, ul. Polna, nr 7, tel. w książce",
        "Do 31 grudnia 2024 r. wisi. Za 10 zł i 5 km.",
        "Jan Paweł II, ks. Adam, św. Anna, godz. 8",
        "Oszust prosi. Bank nie prosi.",
        "w z i o",
        "WhatsApp i mObywatel",
    ],
)
def test_what_readers_know_passes(text):
    """
    Letters of everyday life, and the short forms of addresses, ranks and prices.
    """
    assert [] == shorts(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["KNF"], "Sprawdź na liście KNF."),
        (["CBŚP"], "„Jestem z CBŚP”"),
        (["UOKiK"], "Zgłoś do UOKiK."),
        (["CEIDG", "KRS"], "rejestr CEIDG lub KRS"),
        (["XYZ"], "Firma XYZ dzwoni."),
        (["NIE"], "NIE klikaj"),
        (["np."], "Garnki, np. drogie"),
        (["itp."], "Koce itp. nie kupuj."),
        (["m.in."], "Są to m.in. garnki"),
        (["tzw."], "To tzw. pokaz"),
        (["wg"], "wg banku"),
        (["ws."], "apel ws. oszustw"),
        (["bezp."], "Numer bezp. infolinii"),
        (["mln"], "Strata 2 mln zł"),
    ],
)
def test_what_readers_may_not_know_is_found(expected, text):
    """
    Letters of offices, and words cut short to save room.
    """
    assert expected == shorts(text)


def test_the_hint_gives_the_words(saying):
    """
    A warning with the place and with what to write.
    """
    (office,) = find(saying("Sprawdź na liście KNF."))
    (cut,) = find(saying("Garnki, np. drogie", "aftermath"))

    assert (False, "story", "write: urząd, który pilnuje banków") == (office.grave, office.at.field, str(office.hint))
    assert ("aftermath.1", "write: na przykład") == (cut.at.field, str(cut.hint))


def test_lists_do_not_contradict_one_another():
    """
    What is known is not to be written out, and every entry has its words.
    """
    assert not KNOWN.keys() & IN_FULL.keys()
    assert all(KNOWN.values()) and all(IN_FULL.values())
    assert not STOPPED & UNSTOPPED


def test_other_languages_have_other_letters(saying):
    """
    The lists are Polish.
    """
    assert [] == list(find(saying("Ask the KNF, e.g. by phone", lang="en")))


def test_the_library_is_written_out(faults):
    """
    No leaflet of the library asks its reader to guess.
    """
    assert [] == faults(find)
