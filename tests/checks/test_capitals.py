"""Capitals: nobody is shouted at."""

import pytest

from ulotki.checks.capitals import find, shouted


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((), "Uwaga! Oszustwo"),
        ((), "Zastrzeż PESEL w ZUS albo w GOPS. Kod BLIK, SMS i QR."),
        ((), "PESEL-u, SMS-em, UOKiK, CBŚP"),
        ((), "STOP"),
        ((), "z CERTem i w NASKu"),
        (("UWAGA",), "UWAGA! Oszustwo"),
        (("NIGDY", "PODAWAJ"), "NIGDY nie PODAWAJ kodu"),
        (("ROZŁĄCZ",), "ROZŁĄCZ się"),
        (("MWSRW",), "Tu MWSRW"),
        (("ОБЕРЕЖНО",), "ОБЕРЕЖНО!"),
    ],
)
def test_words_in_capitals(expected, text):
    """
    More than four capitals are shouting, unless everybody knows the letters.
    """
    assert expected == shouted(text)


@pytest.mark.parametrize("field", ["story", "title", "quote", "steps", "aftermath"])
@pytest.mark.parametrize("lang", ["pl", "uk"])
def test_shouting_is_found_everywhere(saying, field, lang):
    """
    In the swindler's voice and in ours, in every language, with the field and the way out.
    """
    (finding,) = find(saying("To OSZUSTWO!", field, lang))

    assert finding.grave
    assert '"OSZUSTWO" is set in capitals' == str(finding.what)
    assert "oszustwo" in str(finding.hint)
    assert finding.at.field.startswith(field.removesuffix("s"))


def test_the_library_does_not_shout(faults):
    """
    Nothing in the library is set in capitals.
    """
    assert [] == faults(find)
