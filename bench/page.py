"""How fast the local page is, in a real Chromium and at the server; and whether its memory stays flat.

Usage: python bench/page.py [PREVIEWS]. Needs Chromium (apt-get install chromium chromium-driver).
"""

from __future__ import annotations

import datetime
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import Hand, chromium, served  # noqa: E402
from pages import PORT, Client  # noqa: E402
from selenium.webdriver.remote.webdriver import WebDriver  # noqa: E402

from ulotki.serve.app import create  # noqa: E402
from ulotki.serve.desk import Desk  # noqa: E402
from ulotki.serve.remembering import Remembering  # noqa: E402
from ulotki.serve.screens import SCREENS  # noqa: E402

ROUNDS = 7
FIRST, ANEW, OTHER = 0.3, 0.15, 0.1
"""Targets, s: the first preview after a click, one after a change of text, the server's part of any other page."""

SHOWN = """
const done = arguments[0];
new PerformanceObserver(list => {
  const found = list.getEntries().find(one => one.element?.matches('#chosen ~ a img'));
  if (found) done((found.renderTime || found.loadTime) / 1000);
}).observe({type: 'largest-contentful-paint', buffered: true});
"""
"""Seconds from the click until the browser painted the picture of the piece: it notes that itself, so what else the page
loads afterwards does not count."""

FRESH = 5
"""Programs that are started anew for their very first preview."""

READ = 3.0
"""Seconds for which somebody reads the start page before the first click."""

TYPED = """
const done = arguments[1], field = document.getElementById('order'), start = performance.now();
const seen = () => document.querySelector('#preview img')?.src, before = seen();
const look = () => seen() && seen() !== before
  ? document.querySelector('#preview img').decode().then(() => done((performance.now() - start) / 1000))
  : setTimeout(look, 2);
field.value = arguments[0];
field.dispatchEvent(new Event('change', {bubbles: true}));
look();
"""
"""Seconds from a change of a field until the picture of the page with it is there."""


def copied(home: Path) -> Path:
    """A workspace like that of Serniki."""
    folder = home / "w"
    shutil.copytree(ROOT / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", ".*"))
    return folder


def row(name: str, values: list[float], target: float) -> None:
    """One line of the table: median, least, most, target."""
    print(f"| {name} | {statistics.median(values):.3f} s | {min(values):.3f}–{max(values):.3f} | {target} s |")


@contextmanager
def entered_by_browser(folder: Path) -> Iterator[tuple[Hand, WebDriver]]:
    """A program of its own, and a browser of the size of a desk that has come in."""
    with served(folder) as address, chromium() as driver:
        driver.set_window_size(1280, 900)
        yield Hand(driver, address), driver


def very_first(folder: Path) -> Iterator[float]:
    """In the browser: the first piece that a program shows since it was started."""
    for _ in range(FRESH):
        with entered_by_browser(folder) as (hand, driver):
            time.sleep(READ)
            hand.see("/druki")
            yield driver.execute_async_script(SHOWN)


def previews(folder: Path) -> Iterator[tuple[str, list[float], float]]:
    """In the browser: a piece that nobody has looked at yet, and one whose text has just changed."""
    yield "the very first preview of a program, from the click to the picture", list(very_first(folder)), FIRST
    with entered_by_browser(folder) as (hand, driver):
        hand.see("/druki?oszustwo=blik&wzor=poster&toner=eco")
        first = []
        for scam in ("bank", "na-wnuczka", "phishing", "spoofing", "na-policjanta", "inwestycje", "umowa-dom"):
            hand.see(f"/druki?q={scam}&oszustwo={scam}&wzor=poster&toner=mono")
            first.append(driver.execute_async_script(SHOWN))
        yield "first preview of a piece, from the click to the picture", first, FIRST
        file = folder / "ulotki.toml"
        text, anew = file.read_text("utf-8"), []
        for number in range(ROUNDS):
            file.write_text(f"{text}# {number}\n", "utf-8")
            start = time.perf_counter()
            hand.fetched("/druki/obraz/strona.png?oszustwo=bank&wzor=poster&toner=mono")
            anew.append(time.perf_counter() - start)
        yield "preview after a change of a file", anew, ANEW
        hand.see("/teksty/bank")
        typed = [driver.execute_async_script(TYPED, f"Odłóż {number}.") for number in range(ROUNDS)]
        yield "preview after a change of a text, from the key to the picture", typed, ANEW


def screens(folder: Path) -> Iterator[tuple[str, list[float], float]]:
    """At the server: every screen, once it was asked for before."""
    client, _desk = entered(folder)
    for screen in SCREENS:
        client.get(screen.path)
        taken = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            answer = client.get(screen.path)
            assert answer.status_code == 200, screen.path
            taken.append(time.perf_counter() - start)
        yield screen.path, taken, OTHER


def entered(folder: Path) -> tuple[Client, Desk]:
    """A browser without a network, let in."""
    desk = Desk(Remembering.at(folder), datetime.date.today, lambda: "2024-08-06T09:00:00Z", "pl", PORT)
    app = create(desk)
    app.test_client_class = Client
    client = app.test_client()
    client.get(f"/wejscie/{desk.keys.new()}")
    return client, desk


def memory(folder: Path, count: int) -> Iterator[tuple[int, float]]:
    """(previews, MB that the process holds after them): it grows while it keeps what was drawn last, and no longer."""
    client, _desk = entered(folder)
    scams = [one.id for one in Remembering.at(folder).library("pl").editions]
    sizes = ("karta", "mala", "strona")
    for number in range(1, count + 1):
        scam, size = scams[number % len(scams)], sizes[number // len(scams) % len(sizes)]
        toner = ("mono", "eco", "colour")[number // (len(scams) * len(sizes)) % 3]
        client.get(f"/druki/obraz/{size}.png?oszustwo={scam}&wzor=poster&toner={toner}")
        if number % max(1, count // 10) == 0:
            yield number, resident()


def resident() -> float:
    """MB of memory of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def main(count: int) -> None:
    """Measure and print a Markdown table."""
    print("| what | median | least–most | target |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        folder = copied(Path(home))
        for one in (*previews(folder), *screens(folder)):
            row(*one)
        print("\n| previews | memory |\n|---|---|")
        for number, held in memory(folder, count):
            print(f"| {number} | {held:.0f} MB |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
