"""Every page that leaves the office, in a real browser: axe-core and the Nu Html Checker find nothing."""

from __future__ import annotations

import datetime

import pytest
from browser import chromium, settled, violations

from ulotki import press
from ulotki.content.publisher import Unit, WebSite
from ulotki.content.telling import Occasion
from ulotki.edition.index import index, pointer
from ulotki.edition.record import Record, RecordEntry
from ulotki.edition.voice import PageVoice
from ulotki.look import PALETTES
from ulotki.page import twin
from ulotki.stock import offered
from ulotki.templates import templates
from ulotki.web import gallery, site
from ulotki.web.frame import SiteInfo
from ulotki.web.pieces import article

pytestmark = pytest.mark.slow

WIDTHS = (320, 768, 1280)
"""Pixels; 320 is also 1280 at 400 % (WCAG 1.4.10)."""

PAPER = 794
"""CSS pixels of the width of A4."""


def entry(made, mark, folder):
    name = f"{made.leaflet.id}-{made.template.id}-{made.paper.name}-{made.palette.name}"
    path = f"{folder}/{name}.pdf"
    return RecordEntry(
        path, "0" * 64, 1, name, made.title, made.leaflet.id, made.template.id, made.paper.name, made.palette.name,
        made.leaflet.lang, "office", (("urzad", 20),), datetime.date(2024, 12, 31), len(made.pages), 0.1, made.code, {}, mark,
    )  # fmt: skip


@pytest.fixture(scope="module")
def written(library, officer, day, until, tmp_path_factory):
    """Path → contents of every page: a site in three languages, a gallery, an edition that is good and one that is not, twins."""
    known = officer()
    made = [
        press.proof(known, known.scam(scam), template, template.formats[0], PALETTES["mono"], Occasion(day, until))
        for scam, template in (
            ("bank", templates()[name]) for name in ("poster", "leaflet", "sticker", "neighbour-letter")
        )
    ]
    files = {}
    for folder, mark in (("good", None), ("marked", "WZÓR")):
        entries = tuple(entry(one, mark, part) for one in made for part in ("pieces", "print", "web", "press"))
        record = Record(
            "sierpien",
            "Sierpień 2024: uwaga na oszustów",
            datetime.date(2024, 8, 1),
            datetime.date(2024, 12, 31),
            "VN60J-4GFHD",
            entries,
        )
        files[f"{folder}/index.html"] = index(record, PageVoice(str, "en"))
    files["AKTUALNE.html"] = pointer("good")
    cards = [
        gallery.Card(scam, template.id, paper.name, "pictures/a.png", "pieces/a.pdf", 298, 421)
        for scam, template, paper, palette in offered(known.scams.values())
        if palette.name == "colour" and paper == template.formats[0] and scam.id in ("bank", "blik", "na-wnuczka")
    ]
    files["gallery/index.html"] = gallery.page(cards, str, "en").encode()
    articles = [article(known, one, PALETTES["colour"], day) for one in known.editions if one.id == "bank"]
    told = SiteInfo(
        WebSite(address="https://lubartow.policja.gov.pl/oszustwa", accessibility="https://lubartow.policja.gov.pl/d"),
        Unit(name="KPP Lubartów", address="ul. Lubelska 1", email="kpp@lu.policja.gov.pl"),
        day,
    )
    files |= {f"site/{path}": data for path, data in site.files(articles, known.sites, (), told).items()}
    for scam, template in (("bank", "leaflet"), ("bank", "neighbour-letter"), ("urzad", "poster")):
        for lang in ("pl", "en"):
            one = press.proof(
                known, known.scam(scam, lang), templates()[template], templates()[template].formats[0],
                PALETTES["mono"], Occasion(day, until),
            )  # fmt: skip
            page = twin.markup(one.pages, one.title, lang, one.leaflet.links)
            files[f"twins/{scam}-{template}.{lang}.html"] = page.encode()
    return files


@pytest.fixture(scope="module")
def folder(written, tmp_path_factory):
    """The pages on the disk."""
    made = tmp_path_factory.mktemp("pages")
    for path, data in written.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def browser():
    with chromium() as driver:
        yield driver


def shown(driver, width, *, dark=False, media="screen"):
    """Set how wide the window is, whether the system is dark, and whether the page is printed."""
    wide = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", wide)
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": scheme})


def pages(folder):
    """All pages but the one that leads on by itself."""
    return [page for page in sorted(folder.rglob("*.html")) if page.name != "AKTUALNE.html"]


def test_axe_finds_nothing(folder, browser):
    """
    On a telephone, a tablet and a desk, in the light and in the dark, and on paper: no finding of axe-core, nothing wider
    than the window.
    """
    found = []
    for page in pages(folder):
        browser.get(page.as_uri())
        for width, dark, media in (*((w, d, "screen") for w in WIDTHS for d in (False, True)), (PAPER, False, "print")):
            shown(browser, width, dark=dark, media=media)
            settled(browser)
            found += [(page.name, width, dark, media, one) for one in violations(browser)]
            wide = browser.execute_script("return document.documentElement.scrollWidth")
            found += [(page.name, width, media, f"{wide} px wide")] if wide > width else []

    assert [] == found
    assert 15 == len(pages(folder))


def test_axe_is_awake(folder, browser):
    """
    Pale letters and a picture without words are found.
    """
    page = folder / "site/bank.html"
    text = page.read_text("utf-8")
    spoiled = folder / "spoiled.html"
    spoiled.write_text(text.replace(' alt="', ' data-alt="').replace('class="voice"', 'style="color: #ccc"'), "utf-8")
    browser.get(spoiled.as_uri())
    spoiled.unlink()
    shown(browser, 1280)
    rules = {one.partition(":")[0] for one in violations(browser)}

    assert {"color-contrast", "image-alt"} <= rules


def test_the_html_checker_finds_nothing(folder, html_checker):
    """
    Neither an error nor a warning on any page, nor in the style sheet.
    """
    assert [] == html_checker([*pages(folder), folder / "AKTUALNE.html", folder / "site/style.css"])


def test_the_html_checker_is_awake(written, tmp_path, html_checker):
    """
    An id that stands twice, a tag that may not stand there, and a colour that is none are found.
    """
    page = tmp_path / "page.html"
    text = written["site/bank.html"].decode()
    page.write_text(text.replace("<footer>", '<footer id="main"><li style="color: blu">x</li>'), "utf-8")
    said = "\n".join(html_checker([page]))

    for fault in ("Duplicate ID “main”", "Element “li” not allowed as child of element “footer”", "blu"):
        assert fault in said


def test_pages_work_without_a_script(folder, browser):
    """
    Where scripts are switched off, every card is seen and every word of a site, and no button that would do nothing.
    """
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        shown(browser, 1280)
        browser.get((folder / "gallery/index.html").as_uri())
        cards = browser.find_elements("css selector", "li")
        assert cards and all(one.is_displayed() for one in cards)
        assert not browser.find_element("tag name", "form").is_displayed()
        browser.get((folder / "site/bank.html").as_uri())
        assert [] == [one.text for one in browser.find_elements("tag name", "button") if one.is_displayed()]
        assert "mailto:" in browser.find_element("css selector", "a.deed").get_attribute("href")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_filter_by_words(folder, browser):
    """
    With scripts, words narrow the cards: without regard to capitals and Polish signs, all words at once.
    """
    shown(browser, 1280)
    browser.get((folder / "gallery/index.html").as_uri())
    field = browser.find_element("name", "words")
    every = [one for one in browser.find_elements("css selector", "li") if one.is_displayed()]
    field.send_keys("PRACOWNIK banku a4")
    seen = [one for one in browser.find_elements("css selector", "li") if one.is_displayed()]

    assert 0 < len(seen) < len(every)
    assert all("A4" in one.text and "pracownik banku" in one.text for one in seen)
    assert str(len(seen)) == browser.find_element("tag name", "output").text
