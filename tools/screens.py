"""Take pictures of every screen of the local page, and of the three jobs step by step: docs/pictures/screens/*.png.

Usage: python tools/screens.py, or `make screens`. Needs Chromium and its driver. The days in the pictures are today's.
"""

from __future__ import annotations

import datetime
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

__all__ = ["NEW", "ROOT", "SOURCE", "Photographer", "campaign", "chromium", "shrink", "ulotki"]

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import Hand, chromium, served, settled, ulotki  # type: ignore[import-not-found]  # noqa: E402

from ulotki.serve.screens import SCREENS  # noqa: E402

PICTURES = ROOT / "docs/pictures/screens"

COLOURS = 48
"""Colours in the palette of a picture: a screen has few."""

MOST = 100_000
"""Bytes of a picture."""

WIDE, TALL, HIGHEST = 1280, 860, 1500
"""Pixels: of a screen, and of the longest picture; below it the screen goes on."""

OLD, NEW = "47 812 00 00", "47 812 00 15"
"""Made up."""

SOURCE = "https://lubartow.policja.gov.pl/kontakt"


LOADED = """
const done = arguments[0], all = [...document.images];
all.forEach(one => { one.loading = "eager" });
Promise.all(all.map(one => one.decode().catch(() => null))).then(done);
"""
"""Waits until every picture of a page is there, also those further down."""


class Photographer(Hand):  # type: ignore[misc]
    """Somebody who keeps a picture of each screen he comes to. job: the first word of their names.  folder: where to."""

    job, step, folder = "", 0, PICTURES

    def begin(self, job: str) -> None:
        """Start at the first screen with the pictures of a job."""
        self.job, self.step = job, 0
        self.see("/")
        self.next()

    def next(self) -> None:
        """Keep a picture of what is there now."""
        self.step += 1
        self.shoot(f"{self.job}-{self.step}")

    def shoot(self, name: str, *, width: int = WIDE, dark: bool = False) -> None:
        """Keep a picture of this screen under *name*."""
        settled(self.driver)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
        self.size(width, TALL)
        whole = self.driver.execute_script("return document.documentElement.scrollHeight")
        self.size(width, min(max(whole, 400), HIGHEST))
        self.driver.execute_async_script(LOADED)
        self.driver.execute_script("scrollTo(0, 0)")
        self.driver.save_screenshot(str(self.folder / f"{name}.png"))
        self.size(WIDE, TALL)

    def size(self, width: int, height: int) -> None:
        """Make the window so large, in CSS pixels."""
        given = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", given)


def main() -> None:
    """Write all pictures; the old ones go."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as at, chromium() as driver:
        folder = campaign(Path(at) / "w")
        with served(folder) as address:
            hand = Photographer(driver, address)
            hand.see("/")
            hand.shoot("start-empty")
            print_campaign(hand)
            ulotki("numbers", "set", "dzielnicowy", OLD, "--source", SOURCE, "--by", "asp. Jan Kowalski", folder=folder)
            ulotki("numbers", "confirm", "dzielnicowy", OLD, "--source", SOURCE, "--by", "Anna Nowak", folder=folder)
            ulotki("build", "jesien", folder=folder)
            hand_over(hand)
            change_number(hand)
            every_screen(hand)
    shrink(PICTURES)


def shrink(folder: Path) -> None:
    """Write the pictures of *folder* in few colours; those that are large in fewer, and no more than their upper part."""
    for picture in sorted(folder.glob("*.png")):
        whole = Image.open(picture).convert("RGB")
        for colours, share in ((COLOURS, 1.0), (COLOURS // 2, 1.0), (COLOURS // 2, 0.6)):
            upper = whole.crop((0, 0, whole.width, round(share * whole.height)))
            upper.quantize(colours, dither=Image.Dither.NONE).save(picture, optimize=True)
            if picture.stat().st_size < MOST:
                break


def campaign(folder: Path) -> Path:
    """A workspace like that of Serniki with one campaign, which begins today."""
    shutil.copytree(ROOT / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".*"))
    today = datetime.date.today()
    days = ("--day", today.isoformat(), "--until", (today + datetime.timedelta(120)).isoformat())
    ulotki("new", "campaign", "jesien", "--from", "sierpien-2024", *days, "--title", "Uwaga na oszustów", folder=folder)
    for name in ("sierpien-2024", "szkoly-2024"):
        (folder / f"campaigns/{name}.toml").unlink()
    return folder


def print_campaign(hand: Photographer) -> None:
    """The first job: print."""
    hand.begin("print")
    hand.press("Drukuj")
    hand.next()
    hand.press("Przygotuj wydanie")
    hand.next()
    hand.until("Wydanie jest gotowe")
    hand.next()


def change_number(hand: Photographer) -> None:
    """The second job: another number, with a digit that lacks at first."""
    hand.begin("number")
    hand.press("Zmień numer")
    hand.next()
    hand.write("value", NEW[:-1])
    hand.write("source", SOURCE)
    hand.write("who", "asp. Jan Kowalski")
    hand.press("Zapisz i przekaż")
    hand.next()
    hand.write("value", NEW)
    hand.press("Zapisz i przekaż")
    hand.next()
    hand.write("value", NEW)
    hand.write("source", SOURCE)
    if hand.driver.find_elements("css selector", 'input[name=who][value="Anna Nowak"]'):
        hand.tick('input[name=who][value="Anna Nowak"]')
    else:
        hand.write("who", "Anna Nowak")
    hand.tick("#called")
    hand.press("Potwierdź")
    hand.next()
    hand.press("Przygotuj wydanie")
    hand.until("Wydanie jest gotowe")
    hand.next()
    hand.press("Zobacz objazd")
    hand.next()


def hand_over(hand: Photographer) -> None:
    """The third job: bundles, and a mistake put right."""
    hand.begin("bundles")
    hand.press("Przekaż paczki")
    for box in ("ops", "urzad-gminy", "parafia-serniki", "nowa-wies"):
        hand.tick(f'input[value="{box}"]')
    hand.next()
    hand.press("Zapisz przekazanie zaznaczonych")
    hand.next()
    hand.press("Zapisz przekazanie 4 paczek")
    hand.next()
    hand.see("/co-gdzie-wisi/wpisy")
    hand.next()
    hand.press("Popraw wpis 4")
    hand.next()


def every_screen(hand: Photographer) -> None:
    """Each screen of the menu: as it is, on a telephone, in the dark."""
    for screen in SCREENS:
        hand.see(screen.path)
        hand.shoot(screen.id)
        hand.shoot(f"{screen.id}-390", width=390)
        hand.shoot(f"{screen.id}-dark", dark=True)


if __name__ == "__main__":
    main()
