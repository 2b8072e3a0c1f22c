"""The three jobs of the officer in a real browser, from the first click, each with one mistake on the way."""

from __future__ import annotations

import datetime
import re
import shutil
import time

import pytest
from browser import PATIENCE, Hand, chromium, served, ulotki
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = pytest.mark.slow

OWN = "jesien"
OLD, NEW = "47 812 00 00", "47 812 00 15"
SOURCE = "https://lubartow.policja.gov.pl/kontakt"


@pytest.fixture(scope="module")
def driver():
    with chromium() as made:
        yield made


@pytest.fixture
def folder(root, tmp_path):
    """A workspace of Serniki with a campaign of its own, made after that of August."""
    made = tmp_path / "w"
    shutil.copytree(root / "leaflets/serniki", made, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    today = datetime.date.today()
    day, until = today.isoformat(), (today + datetime.timedelta(120)).isoformat()
    said = ("--day", day, "--until", until, "--title", "Jesień")
    ulotki("new", "campaign", OWN, "--from", "sierpien-2024", *said, folder=made)
    return made


@pytest.fixture(params=["mouse", "keyboard"])
def hand(request, driver, folder):
    """Somebody at the start of the page, with or without a mouse."""
    with served(folder) as address:
        yield Hand(driver, address, keyboard=request.param == "keyboard")


def test_print_the_campaign(hand, driver):
    """
    Print, make, and three files open: five clicks. The mistake: a second tab that makes it once more is told that it is
    being made.
    """
    hand.press("Drukuj")
    hand.press("Przygotuj wydanie")
    hand.until("Wydanie powstaje")
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    hand.see("/akcja")
    hand.press("Przygotuj wydanie")
    assert "Trwa jeszcze inna praca" in hand.words
    driver.close()
    driver.switch_to.window(first)
    hand.until("Wydanie jest gotowe")
    for word in ("Otwórz próbną", "Otwórz plakaty", "Otwórz ulotki"):
        hand.press(word)
        assert hand.opened().startswith(b"%PDF")

    assert 5 + 1 == hand.clicks


def test_change_the_number(hand, driver, folder):
    """
    Ten clicks from the start to what must come down and what is to be printed. The mistake: a digit is missing, and the
    message says so at the field.
    """
    ulotki("numbers", "set", "dzielnicowy", OLD, "--source", SOURCE, "--by", "asp. Jan Kowalski", folder=folder)
    ulotki(
        "numbers", "confirm", "dzielnicowy", OLD, "--by", "Anna Nowak", "--source", "https://policja.pl", folder=folder
    )
    ulotki("build", OWN, folder=folder)
    ulotki("hand-over", "urzad-gminy", "ops", "--campaign", OWN, "--consent", folder=folder)
    hand.see("/")
    hand.press("Zmień numer")
    assert "Czego to dotknie" in hand.words
    hand.write("value", "47 812 00 1")
    hand.write("source", SOURCE)
    hand.write("who", "asp. Jan Kowalski")
    hand.press("Zapisz i przekaż")
    assert "47 812 00 1" in hand.faults
    hand.write("value", NEW)
    hand.press("Zapisz i przekaż")
    assert "Teraz druga osoba" == hand.heading
    assert NEW not in hand.words
    hand.write("value", NEW)
    hand.write("source", SOURCE)
    hand.write("who", "Anna Nowak")
    hand.tick("#called")
    hand.press("Potwierdź")
    assert "Zostały 3 kroki" == hand.heading
    assert "Urząd Gminy Serniki" in hand.words
    hand.press("Przygotuj wydanie")
    hand.until("Wydanie jest gotowe")
    hand.press("Zobacz objazd")
    assert "Objazd: 2 miejsca" == hand.heading
    hand.press("Drukuj listę")
    assert hand.opened().startswith(b"%PDF")
    hand.press("Drukuj te druki")
    assert hand.opened().startswith(b"%PDF")

    assert hand.clicks <= 10 + 1


def test_hand_over_eighteen_bundles(hand, driver, folder):
    """
    Three clicks to print and three to write down, one for each bundle; three more for a correction. The mistake: nothing
    was ticked.
    """
    ulotki("build", OWN, folder=folder)
    hand.see("/")
    hand.press("Przekaż paczki")
    hand.press("Zapisz przekazanie zaznaczonych")
    assert "nie zaznaczono żadnego miejsca" in hand.faults
    hand.clicks = 1
    hand.tick('input[value="ops"]')
    hand.press("Drukuj zaznaczone")
    assert hand.opened().startswith(b"%PDF")
    assert 3 == hand.clicks
    hand.see("/")
    hand.clicks = 0
    hand.press("Przekaż paczki")
    boxes = driver.find_elements("css selector", "input[name=place]")
    ticked = [one.get_attribute("value") for one in boxes if one.is_selected()]
    assert ["ops"] == ticked
    for value in [one.get_attribute("value") for one in boxes if not one.is_selected()]:
        hand.tick(f'input[value="{value}"]')
    hand.press("Zapisz przekazanie zaznaczonych")
    hand.press("Zapisz przekazanie 18 paczek")
    assert "Wszystkie paczki są przekazane" == hand.heading
    assert 3 + 17 == hand.clicks
    hand.see("/co-gdzie-wisi/wpisy")
    assert "18 wpisów" == hand.heading
    hand.clicks = 0
    hand.press("Popraw wpis 18")
    hand.tick("input[value=never]")
    hand.press("Zapisz poprawkę")
    assert "Wpis 18 już się nie liczy" in hand.words
    assert 3 == hand.clicks
    assert re.search("skreślony wpisem 19", hand.words)


def test_a_tab_that_is_left_open_says_so(driver, folder):
    """
    While the program runs the notice is hidden; when it has ended, the tab says it plainly, and what was typed stays.
    """
    with served(folder) as address:
        hand = Hand(driver, address, keyboard=False)
        hand.see("/numery/number:dzielnicowy/zmien")
        hand.write("who", "Anna Nowak")
        notice = driver.find_element("id", "gone")
        driver.execute_script("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
        time.sleep(1)
        assert not notice.is_displayed()
    driver.execute_script("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    WebDriverWait(driver, PATIENCE).until(lambda _: notice.is_displayed())

    assert "Program jest zamknięty" in notice.text
    assert "Anna Nowak" == driver.find_element("id", "who").get_attribute("value")
