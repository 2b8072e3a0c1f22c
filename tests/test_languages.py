"""A language is files and a row of the table of typographies: nothing else knows which there are."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace

import pytest

from ulotki import press, stock
from ulotki.content.order import Order, TemplateName
from ulotki.content.register import Register
from ulotki.content.state import Confirmed
from ulotki.content.telling import Occasion
from ulotki.content.text import NBSP, Prose
from ulotki.content.typography import ENGLISH, LANGUAGES
from ulotki.edition import jobs as edition
from ulotki.library import read
from ulotki.look import PALETTES
from ulotki.page.items import Line
from ulotki.page.walking import walk
from ulotki.readback import Readback
from ulotki.templates import templates

NEW = "xx"
"""A language nobody speaks: English words between »quotes« of its own, its days written in another way."""

TYPOGRAPHY = replace(
    ENGLISH,
    lang=NEW,
    quotes=("»", "«", "›", "‹"),
    months=tuple(f"mensis{letter}" for letter in "abcdefghijkl"),
    date="{year} {month} {day}",
)

UNIT = "dzielnicowy gminy Serniki, Komenda Powiatowa Policji w Lubartowie"
"""A whole name of a unit, as it stands on its door."""


@pytest.fixture
def nation(root, tmp_path, monkeypatch):
    """The national library with the files of one more language; its row is not in the table yet."""
    home = tmp_path / "leaflets/library"
    shutil.copytree(root / "leaflets/library", home)
    (home / f"scams/{NEW}").mkdir()
    for name in ("words/en.toml", "scams/en/bank.toml", "scams/en/blik.toml"):
        text = (home / name).read_text("utf-8").replace("“", "»").replace("”", "«")
        (home / name.replace("/en", f"/{NEW}")).write_text(text, "utf-8")
    numbers = (home / "numbers.toml").read_text("utf-8")
    (home / "numbers.toml").write_text(numbers.replace('\nen = "Fake', f'\n{NEW} = "Fake it?"\nen = "Fake'), "utf-8")
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path)
    monkeypatch.setattr("ulotki.library.reading.pinned", lambda name, sum: True)
    return home


@pytest.fixture
def library(root, nation, monkeypatch):
    """The workspace of Serniki over it, once the language has its row."""
    monkeypatch.setitem(LANGUAGES, NEW, TYPOGRAPHY)
    found = read(root / "leaflets/serniki", stock.known()).believed(datetime.date.max)
    assert () == found.findings
    return found


def words(proof) -> str:
    return " ".join(item.text for page in proof.pages for item, _ in walk(page.items) if isinstance(item, Line))


def made(library, scam, template, day, until):
    return press.proof(library, scam, template, template.formats[0], PALETTES["colour"], Occasion(day, until))


def test_without_a_row_the_files_say_what_is_missing(root, nation):
    """
    Named with what is known; everything else is read.
    """
    found = read(root / "leaflets/serniki", stock.known())

    assert {f'there is no typography for the language "{NEW}"'} == {str(one.what) for one in found.findings}
    assert "bank" in found.scams


def test_every_template_takes_a_new_language(library, day, until):
    """
    All that take English: laid out and checked without a finding, with its own quotes and days.
    """
    scam = library.scam("bank", NEW)
    for template in templates().values():
        if template.refuses(scam) is not None:
            assert template.refuses(library.scam("bank", "en")) is not None
            continue
        proof = made(library, scam, template, day, until)
        text = words(proof).replace(NBSP, " ")
        assert () == proof.findings, template.id
        assert not any(sign in text for sign in "“”"), template.id
        assert ("On display" not in text) or ("2024 mensisl 31" in text), template.id


def test_a_new_language_is_ordered_and_read_back(library):
    """
    Its pieces stand beside the others in an edition, and the finished file says which language it is in.
    """
    campaign = library.campaigns["sierpien-2024"]
    order = Order(
        scams=("blik",), template=TemplateName("poster"), format="A4", places=("all",), language=NEW, copies=1
    )
    (job,) = edition.jobs(replace(campaign, order=(order,)), library)

    assert f"blik-poster-A4-mono-{NEW}" == job.name
    with Readback(edition.make(job, campaign, library).files[0].data) as back:
        assert any("»" in word for word in back.pages[0].words)


def test_a_new_language_says_the_same_as_the_first(root, nation, library):
    """
    Parity holds for it too: a lost 112 is a fault.
    """
    file = nation / f"scams/{NEW}/bank.toml"
    file.write_text(file.read_text("utf-8").replace("{{number:112}}", "everybody"), "utf-8")

    found = read(root / "leaflets/serniki", stock.known())

    assert {"parity"} == {one.check for one in found.findings}
    assert {str(file)} == {one.at.file for one in found.findings}


@pytest.fixture
def whole(library):
    """The workspace with a confirmed officer and the whole name of the unit."""
    values = dict(library.register.values)
    for ref, value in (("number:dzielnicowy", "47 812 00 00"), ("name:dzielnicowy", "mł. asp. Anna Kowalska-Nowak")):
        word = Confirmed(value, "Anna Nowak", library.campaigns["sierpien-2024"].day)
        values[ref] = replace(values[ref], value=value, set_by="asp. Jan Kowalski", confirmed=word)
    return replace(library, register=Register(values), settings=replace(library.publisher, issuer=Prose(UNIT)))


@pytest.mark.parametrize("lang", ["uk", "en", NEW])
def test_a_whole_unit_and_a_number_from_abroad_fit(whole, day, until, lang):
    """
    In every template of every language but ours the local number has +48 before it; 112 has not, and nothing overlaps.
    """
    scam = whole.scam("bank", lang)
    for template in templates().values():
        if template.refuses(scam) is None:
            proof = made(whole, scam, template, day, until)
            text = words(proof).replace(NBSP, " ")
            assert () == proof.findings, template.id
            assert "47 812 00 00" not in text.replace("+48 47 812 00 00", ""), template.id
            assert "+48 112" not in text


@pytest.mark.parametrize("template", ["poster", "leaflet", "handout"])
def test_every_translation_has_room_for_a_whole_unit(whole, day, until, template):
    """
    The longest names of a gmina stand on every swindle in every other language.
    """
    for scam in whole.translations.values():
        assert () == made(whole, scam, templates()[template], day, until).findings, (scam.lang, scam.id)
