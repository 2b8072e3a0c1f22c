"""Nothing ordinary is refused: every template takes short, long and awkward values of the register."""

import datetime
from dataclasses import replace

import pytest

from ulotki import press
from ulotki.content.register import Register
from ulotki.content.state import Before, Confirmed
from ulotki.content.telling import Occasion
from ulotki.content.text import Prose
from ulotki.errors import Refused
from ulotki.look import PALETTES
from ulotki.page.items import Line
from ulotki.page.walking import walk
from ulotki.templates import templates

DAY, UNTIL = datetime.date(2024, 8, 1), datetime.date(2024, 12, 31)
REFS = {"number": "number:dzielnicowy", "name": "name:dzielnicowy", "hours": "name:godziny"}

NAME = "mł. asp. Aleksandra Wiśniewska-Kowalczyk"
HOURS = "poniedziałek–piątek, godz. 8.00–16.00"
UNIT = "dzielnicowy gminy Serniki, Komenda Powiatowa Policji w Lubartowie"
LONGEST = "st. asp. Aleksandra Wiśniewska-Kowalczykowska"
LONG_HOURS = "poniedziałek–czwartek, godz. 8.00–15.30, piątek 8.00–13.00."
LONG_UNIT = "dzielnicowy rejonu nr 7 (gmina Serniki), Komenda Powiatowa Policji w Lubartowie"
DOUBLE = "st. asp. Małgorzata Brzęczyszczykiewicz-Wojciechowska"
WORDY_HOURS = "od poniedziałku do piątku, godz. 7.30–15.30, w czwartki do 18"
WORDY_UNIT = (
    "dzielnicowy rejonu nr 12 (gmina Brody-Wierzbnik nad Kamienną), "
    "Komenda Powiatowa Policji w Starachowicach, Posterunek Policji w Brodach"
)

TABLE = {
    "as ships": {},
    "a number alone": {"number": "600 700 800"},
    "short": {"number": "47 812 12 34", "name": "asp. Jan Nowak", "hours": "codziennie"},
    "ordinary": {"number": "47 812 12 34", "name": NAME, "hours": HOURS, "issuer": UNIT},
    "two numbers": {"number": "600 700 800", "old": "47 812 12 34", "name": NAME, "hours": HOURS, "issuer": UNIT},
    "hours alone": {"number": "47 812 12 34", "hours": LONG_HOURS},
    "long": {"number": "600 700 800", "name": LONGEST, "hours": LONG_HOURS, "issuer": LONG_UNIT},
    "two double names": {"number": "600 700 800", "name": DOUBLE, "hours": WORDY_HOURS, "issuer": WORDY_UNIT},
    "two numbers and double names": {
        "number": "600 700 800",
        "old": "47 812 12 34",
        "name": DOUBLE,
        "hours": WORDY_HOURS,
        "issuer": WORDY_UNIT,
    },
    "one long word": {"number": "600 700 800", "name": "Brzęczyszczykiewicz-Nowakowska"},
    "a unit's host": {"number": "47 812 12 34", "name": NAME, "hours": HOURS, "host": "lubartow.policja.gov.pl"},
    "a long host": {"host": "ostrow-lubelski.policja.gov.pl"},
}
"""Values of the register and of the workspace: names to 53 signs, hours to 61, the unit to 135."""

WITHIN, TAILS = ("quote", "short.quote", "voice", "words.voice"), {"poster": 10, "tear-off": 7.5}
"""Fields whose words stand in the bubble; mm of its tail."""

FEW = ("na-wnuczka", "phishing", "umowa-dom", "sexting", "koleda", "qr", "bank")
"""Scams without a code and with one, with another number that helps, with a long reason to call, with an address in a step,
with much to do afterwards."""


def confirmed(value):
    return Confirmed(value, "Anna Nowak", DAY)


def given(library, issuer="", host="", old="", **values):
    """The library with these values, each confirmed by a second person."""
    register = dict(library.register.values)
    for name, value in values.items():
        one = register[REFS[name]]
        register[REFS[name]] = replace(one, value=value, set_by="asp. Jan Kowalski", confirmed=confirmed(value))
    if old:
        before = Before(old, datetime.date(2024, 10, 31), "asp. Jan Kowalski", confirmed(old))
        register[REFS["number"]] = replace(register[REFS["number"]], before=before, valid_from=DAY)
    if host:
        one = register["address:incydent-cert"]
        register["address:incydent-cert"] = replace(one, value=f"https://{host}", mask=None)
    publisher = library.settings
    if issuer:
        publisher = replace(publisher, issuer=Prose(issuer, publisher.issuer.at))
    return replace(library, register=Register(register), settings=publisher)


def test_the_table_is_as_long_as_promised():
    """
    Somewhere a name has 53 signs, hours have 61 and a unit has 135.
    """
    assert [53, 61, 135] == [
        max(len(row.get(key, "")) for row in TABLE.values()) for key in ("name", "hours", "issuer")
    ]


@pytest.mark.parametrize("row", TABLE)
@pytest.mark.parametrize("template", templates())
def test_every_template_takes_them(library, template, row):
    """
    Composed, fitted and checked without a finding, in every language and on every paper that is drawn on its own.
    """
    known, chosen = given(library, **TABLE[row]), templates()[template]
    # A long address in the words of a step belongs to a scam, and its author sees that it does not fit.
    few = FEW[:5] if row == "a long host" else FEW
    seen: set[str] = set()
    for scam in known.editions:
        if scam.id not in few or chosen.refuses(scam) or (chosen.whole and scam.lang in seen):
            continue
        seen.add(scam.lang)
        for paper in (one for n, one in enumerate(chosen.formats) if n == 0 or not one.like(chosen.formats[0])):
            made = press.proof(known, scam, chosen, paper, PALETTES["colour"], Occasion(DAY, UNTIL))
            assert () == made.findings, (scam.lang, scam.id, paper.name)
            assert made.mark is None
    assert seen


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", templates())
def test_they_are_drawn_and_read_back(library, template, palette):
    """
    The ordinary values and the longest are drawn in every palette, and read back word by word.
    """
    chosen = templates()[template]
    for row in ("ordinary", "long"):
        known = given(library, **TABLE[row])
        scam = next(scam for scam in known.editions if chosen.refuses(scam) is None)
        made = press.proof(known, scam, chosen, chosen.formats[0], PALETTES[palette], Occasion(DAY, UNTIL))
        assert press.printed(made)


def test_strips_say_whose_number_it_is(library):
    """
    Each of six strips has the officer's number, under a word for whose it is; a mobile number too.
    """
    for number in ("47 812 12 34", "600 700 800"):
        known, chosen = given(library, number=number), templates()["tear-off"]
        (page,) = press.proof(
            known, known.scam("na-wnuczka"), chosen, chosen.formats[0], PALETTES["colour"], Occasion(DAY, UNTIL)
        ).pages
        lines = [item for item, _ in walk(page.items) if isinstance(item, Line)]
        strips = [line.text for line in lines if line.baseline > 248]
        assert 6 == sum(one.replace("\N{NO-BREAK SPACE}", " ") == number for one in strips)
        assert 6 == strips.count("Dzielnicowy")


@pytest.mark.parametrize("template", ["poster", "tear-off"])
@pytest.mark.parametrize("lang", ["pl", "uk"])
def test_nobodys_words_lie_on_the_edge_of_the_bubble(library, template, lang):
    """
    However long the imprint is, the words keep a millimetre from the edge of the bubble.
    """
    known, chosen = given(library, **TABLE["two double names"]), templates()[template]
    for scam in (one for one in known.editions if one.lang == lang and chosen.refuses(one) is None):
        (page,) = press.proof(known, scam, chosen, chosen.formats[0], PALETTES["eco"], Occasion(DAY, UNTIL)).pages
        items = [item for item, _ in walk(page.items)]
        said = [one.box for one in items if isinstance(one, Line) and one.field.startswith(WITHIN)]
        bubble = next(one.box for one in items if not isinstance(one, Line) and one.box.holds(said[0]))
        assert bubble.y + 0.9 <= min(box.y for box in said), scam.id
        assert max(box.bottom for box in said) <= bubble.bottom - TAILS[template] - 0.9, scam.id


def test_a_unit_that_is_too_long_is_found_where_it_is_written(library):
    """
    The error names the line of ulotki.toml, not the fixed words around the unit, and no shorter variant, which it has not.
    """
    known, chosen = given(library, number="600 700 800", issuer=f"{WORDY_UNIT}, {WORDY_UNIT}"), templates()["card"]
    with pytest.raises(Refused) as trouble:
        press.proof(known, known.scam("na-wnuczka"), chosen, chosen.formats[0], PALETTES["mono"], Occasion(DAY, UNTIL))

    (finding,) = trouble.value.findings
    assert finding.at.file.endswith("ulotki.toml") and finding.at.line
    assert str(finding.hint).startswith("shorten issuer by about")
