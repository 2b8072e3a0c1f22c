"""Every screen and state in a real browser: axe-core finds nothing, nothing is cut at 320 px, no colour lacks contrast in the dark."""

from __future__ import annotations

import datetime
import shutil

import pytest
from browser import Hand, chromium, served, settled, ulotki, violations
from pages import SMALL

from ulotki.office import build as making
from ulotki.office import build_pieces
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import hand_over
from ulotki.office.numbers import change, confirming
from ulotki.serve.screens import SCREENS
from ulotki.workspace import Workspace
from ulotki.workspace.memory import Wish

pytestmark = pytest.mark.slow

SET = "/numery/number:dzielnicowy"

STATES = (
    f"{SET}/zmien",
    f"{SET}/potwierdz",
    "/numery/nowy",
    "/zamknij",
    f"{SET}/kroki",
    f"{SET}/gdzie",
    "/numery/number:cert-sms/zatrzymaj",
    "/akcja/mala/wydanie",
    "/akcja/mala/zmiany",
    "/akcja/mala/zamowienia/nowe?oszustwo=blik&wzor=poster",
    "/paczki?lista=wszystkie",
    "/paczki/ops",
    "/paczki/przekaz?place=ops",
    "/co-gdzie-wisi?lista=puste",
    "/co-gdzie-wisi/objazd",
    "/co-gdzie-wisi/wpisy",
    "/co-gdzie-wisi/popraw/1",
    "/co-gdzie-wisi/miejsce/ops",
    "/co-gdzie-wisi/kod?kod=AAAAA-AAAAA",
    "/co-gdzie-wisi/kod?kod=../..",
    "/druki?oszustwo=blik&wzor=leaflet&toner=colour",
    "/druki?q=zzzz",
    "/miejsca/nowe",
    "/miejsca/ops/zmien",
    "/miejsca/ops/usun",
    "/miejsca/arkusz",
    "/teksty/blik",
    "/teksty/blik/biblioteka",
    "/teksty/nowe",
    "/ustawienia/historia",
    "/ustawienia/historia/1",
    "/ustawienia/stan",
    "/ustawienia/wczytaj-kopie",
    "/dziennik/porzadki",
    "/nic",
)
"""Pages within the screens, and pages that say that something is wrong."""

WIDTHS = (1280, 320)
"""Pixels; 320 is also 1280 at 400 % (WCAG 1.4.10)."""


@pytest.fixture(scope="module")
def folder(root, tmp_path_factory):
    """A workspace with an edition, a bundle handed over, and a new number that waits for its second person."""
    made = tmp_path_factory.mktemp("accessible") / "w"
    shutil.copytree(root / "leaflets/serniki", made, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    for file in (made / "campaigns").iterdir():
        file.unlink()
    today = datetime.date.today()
    text = SMALL.replace("2024-08-01", today.isoformat()).replace(
        "2024-12-31", (today + datetime.timedelta(90)).isoformat()
    )
    (made / "campaigns/mala.toml").write_text(text, "utf-8")
    workspace = Workspace.at(made)
    source = "https://lubartow.policja.gov.pl"
    first = {"id": "number:dzielnicowy", "source": source, "who": "Jan Kowalski"}
    change.set_value(workspace, change.SetRequest(value="47 812 00 00", **first), today)
    confirming.confirm(
        workspace, confirming.ConfirmRequest("number:dzielnicowy", "47 812 00 00", "Anna Nowak", source), today
    )
    asked = making.BuildRequest("mala", Wish())
    making.build(workspace, asked, today, lambda jobs, work: ((job, build_pieces.try_piece(job, work)) for job in jobs))
    hand_over(workspace, HandOverRequest("2026-01-01T10:00:00Z", ("ops",), consent=True), today)
    change.set_value(workspace, change.SetRequest(value="47 812 00 15", **first), today)
    return made


@pytest.fixture(scope="module")
def hand(folder):
    with chromium() as driver, served(folder) as address:
        yield Hand(driver, address)


def shown(hand, width, *, dark=False):
    """Set how wide the window is, and whether the system is dark."""
    wide = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    hand.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", wide)
    features = [
        {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    hand.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


@pytest.mark.parametrize("path", [*(screen.path for screen in SCREENS), *STATES])
def test_nothing_is_wrong(hand, path):
    """
    In the light and in the dark, wide and narrow: no finding of axe-core, nothing wider than the window, one heading of
    the first order, no message of the browser that the policy refused something.
    """
    found = []
    for width in WIDTHS:
        for dark in (False, True):
            shown(hand, width, dark=dark)
            hand.see(path)
            settled(hand.driver)
            found += [(width, dark, one) for one in violations(hand.driver)]
            wide = hand.driver.execute_script("return document.documentElement.scrollWidth")
            found += [(width, dark, f"{wide} px wide")] if wide > width else []
    refused = [one["message"] for one in hand.driver.get_log("browser") if "Content Security Policy" in one["message"]]

    assert [] == found
    assert [] == refused


def test_a_form_with_faults(hand):
    """
    The complaint has the focus and leads to each field; axe-core finds nothing there either.
    """
    shown(hand, 1280)
    hand.see(f"{SET}/zmien")
    hand.press("Zapisz i przekaż")
    settled(hand.driver)

    assert "alert" == hand.driver.switch_to.active_element.get_attribute("role")
    assert [] == violations(hand.driver)


STALE = """
const form = document.querySelector('main form');
form.elements.seen.value = 'x'; form.elements.was.value = '{}';
form.elements.name.value = 'OPS w Sernikach'; form.submit();
"""
"""Sends the form of a place as somebody would whose tab is older than the file."""


@pytest.mark.parametrize("width", WIDTHS)
def test_two_versions_side_by_side(hand, width):
    """
    Nothing of axe-core, nothing wider than the window; the choice is made by keyboard alone, and is what is written.
    """
    shown(hand, width)
    hand.see("/miejsca/ops/zmien")
    name = hand.driver.execute_script("return document.getElementById('name').value")
    hand.driver.execute_script(STALE)
    hand.until("To zmieniło się", 20)
    settled(hand.driver)

    assert [] == violations(hand.driver)
    assert width >= hand.driver.execute_script("return document.documentElement.scrollWidth")
    hand.tick("input[value=there]")
    hand.press("Zapisz wybrane")
    hand.see("/miejsca/ops/zmien")
    assert name == hand.driver.execute_script("return document.getElementById('name').value")


ROWS = "Miejscowość;gabloty;tel.\\nSołectwo Nowa Wola I;1;\\nSołectwo Wólka;jedna;\\nSerniki Wies;1;\\nRemiza OSP;2;"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_spreadsheet_with_faults(hand, width):
    """
    Rows to be mended, a question, selects for columns: axe-core finds nothing, and nothing is wider than the window.
    """
    shown(hand, width)
    hand.see("/miejsca/arkusz")
    hand.driver.execute_script(f"document.getElementById('text').value = '{ROWS}'")
    hand.driver.execute_script("document.querySelector('main form').submit()")
    hand.driver.implicitly_wait(10)
    hand.driver.find_element("id", "like-4")
    settled(hand.driver)

    assert [] == violations(hand.driver)
    assert width >= hand.driver.execute_script("return document.documentElement.scrollWidth")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_copy_before_it_is_brought_back(hand, folder, tmp_path, width):
    """
    What would change, file by file, opened: axe-core finds nothing, and nothing is wider than the window.
    """
    shown(hand, width)
    file = tmp_path / "kopia.zip"
    ulotki("copy", "save", str(file), folder=folder)
    with (folder / "places.toml").open("a", encoding="utf-8") as places:
        places.write("# ręcznie\n")
    hand.see("/ustawienia/wczytaj-kopie")
    hand.driver.find_element("id", "file").send_keys(str(file))
    hand.press("Pokaż, co się zmieni")
    assert hand.heading.startswith("Przywrócić tę kopię?")
    hand.driver.execute_script("document.querySelector('main details').open = true")
    settled(hand.driver)

    assert [] == violations(hand.driver)
    assert width >= hand.driver.execute_script("return document.documentElement.scrollWidth")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
def test_what_opens_on_a_page(hand, width, dark):
    """
    The counts of a bundle, and the word that the program has ended: axe-core finds nothing there either.
    """
    shown(hand, width, dark=dark)
    hand.see("/paczki/przekaz?place=ops")
    hand.driver.execute_script(
        "document.querySelectorAll('details').forEach(one => { one.open = true });"
        "document.getElementById('gone').hidden = false"
    )
    settled(hand.driver)

    assert [] == violations(hand.driver)
    assert width >= hand.driver.execute_script("return document.documentElement.scrollWidth")


def test_no_motion(hand):
    """
    Nothing moves by itself: no animation and no transition is declared.
    """
    hand.see("/")
    moving = hand.driver.execute_script(
        "return [...document.querySelectorAll('*')].filter(e => {const s = getComputedStyle(e);"
        "return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0}).length"
    )

    assert 0 == moving
