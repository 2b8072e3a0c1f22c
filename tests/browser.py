"""A real Chromium that goes through the page: by mouse or by keyboard alone, counting what it clicks."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

AXE = Path(__file__).parent / "vendored/axe.min.js"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"

PATIENCE = 240
"""Seconds that long work may take on a busy machine."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    """Debian's Chromium without a window. The test fails where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    steering = shutil.which("chromedriver")
    if not program or not steering:
        pytest.fail("No Chromium; on Debian and Ubuntu: apt-get install chromium chromium-driver", pytrace=False)
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(steering))
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def served(folder: Path, lang: str = "pl") -> Iterator[str]:
    """The page of a workspace in a process of its own: its first address."""
    command = [sys.executable, "-m", "ulotki", "serve", "--workspace", str(folder), "--no-open", "--lang", lang]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def ulotki(*arguments: str, folder: Path | None = None) -> str:
    """What a command says."""
    at = ["--workspace", str(folder)] if folder else []
    command = [sys.executable, "-m", "ulotki", *arguments, *at]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "LANGUAGE": "pl"})
    assert ran.returncode in (0, 4), ran.stderr
    return ran.stdout


class Hand:
    """Somebody at the browser. keyboard: whether no mouse is touched.  clicks: how often a thing was pressed."""

    def __init__(self, driver: webdriver.Chrome, address: str, *, keyboard: bool = False) -> None:
        self.driver, self.keyboard, self.clicks = driver, keyboard, 0
        self.base = "/".join(address.split("/")[:3])
        driver.get(address)

    @property
    def heading(self) -> str:
        """What the page says in one line."""
        return self._said("h1")

    @property
    def words(self) -> str:
        """All that the page says."""
        return self._said("main")

    def _said(self, tag: str) -> str:
        """The words of the first *tag*, also when the page puts another in its place meanwhile."""
        for _ in range(5):
            try:
                return plain(self.driver.find_element(By.TAG_NAME, tag).text)
            except StaleElementReferenceException:
                time.sleep(0.1)
        return plain(self.driver.find_element(By.TAG_NAME, tag).text)

    @property
    def faults(self) -> str:
        """What it says is wrong."""
        return " ".join(plain(one.text) for one in self.driver.find_elements(By.CSS_SELECTOR, "[role=alert]"))

    def see(self, path: str) -> None:
        """Go to an address, as with a bookmark."""
        self.driver.get(self.base + path)

    def press(self, word: str, within: str = "main") -> None:
        """Press the link or button that says *word*."""
        self._press(self.named(word, within), Keys.ENTER)

    def named(self, word: str, within: str = "main"):
        """The link or button that says *word*, once it is there."""
        with suppress(TimeoutException):
            WebDriverWait(self.driver, 60, 0.1).until(lambda _driver: self._named(word, within))
        said = self._named(word, within)
        assert said, f"{word} is not on the page: {self.words}"
        return said[0]

    def _named(self, word: str, within: str) -> list:
        things = self.driver.find_elements(By.CSS_SELECTOR, f"{within} a, {within} button")
        try:
            return [one for one in things if one.is_displayed() and plain(one.text).startswith(word)]
        except StaleElementReferenceException:  # the next page has come
            return []

    def tick(self, css: str) -> None:
        """Tick a box or choose one of several."""
        self._press(self.driver.find_element(By.CSS_SELECTOR, css), Keys.SPACE)

    def write(self, name: str, text: str) -> None:
        """Type *text* into the field *name* in place of what is there."""
        field = self.driver.find_element(By.ID, name)
        if self.keyboard:
            self._tab_to(field)
        field.send_keys(Keys.CONTROL + "a", Keys.DELETE)
        field.send_keys(text)

    def choose(self, name: str, word: str) -> None:
        """Choose *word* in a list."""
        field = self.driver.find_element(By.ID, name)
        if self.keyboard:
            self._tab_to(field)
        field.send_keys(word)

    def until(self, word: str, seconds: float = PATIENCE) -> None:
        """Wait until the heading begins so: long work goes on by itself."""
        WebDriverWait(self.driver, seconds, 0.2, ignored_exceptions=(Exception,)).until(
            lambda _driver: self.heading.startswith(word), f"{word} did not come"
        )

    def opened(self) -> bytes:
        """The first bytes of what the newest tab shows, once it is a PDF; the tab is closed."""
        home = self.driver.current_window_handle
        WebDriverWait(self.driver, 30).until(lambda driver: len(driver.window_handles) > 1)
        self.driver.switch_to.window(next(one for one in self.driver.window_handles if one != home))
        WebDriverWait(self.driver, PATIENCE, 0.2).until(lambda driver: ".pdf" in driver.current_url)
        address = self.driver.current_url
        self.driver.close()
        self.driver.switch_to.window(home)
        return self.fetched(address)

    def fetched(self, address: str) -> bytes:
        """The first bytes of a file of ours."""
        script = (
            "const done = arguments[1]; fetch(arguments[0]).then(a => a.arrayBuffer())"
            ".then(b => done(Array.from(new Uint8Array(b.slice(0, 8)))));"
        )
        return bytes(self.driver.execute_async_script(script, address))

    def _press(self, thing, key: str) -> None:
        self.clicks += 1
        page = self.driver.find_element(By.TAG_NAME, "html")
        if self.keyboard:
            self._tab_to(thing)
            thing.send_keys(key)
        else:
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", thing)
            thing.click()
        if key == Keys.ENTER:  # most links and buttons lead to another page, which may begin to come late
            with suppress(TimeoutException):
                WebDriverWait(self.driver, 3, 0.05).until(staleness_of(page))
            settled(self.driver)

    def _tab_to(self, thing) -> None:
        """Tab until *thing* has the focus, which has to be seen."""
        group = thing.get_attribute("type") == "radio"
        for _ in range(400):
            at = self.driver.switch_to.active_element
            if at == thing:
                break
            if group and at.get_attribute("name") == thing.get_attribute("name"):
                at.send_keys(Keys.ARROW_DOWN)
                continue
            at.send_keys(Keys.TAB)
        assert self.driver.switch_to.active_element == thing, "the keyboard does not reach it"
        outline = self.driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
        assert outline not in ("none", ""), "the focus is not seen"


def plain(text: str) -> str:
    """*text* with plain blanks."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def violations(driver: webdriver.Chrome) -> list[str]:
    """What axe-core finds on the page: rule, and where."""
    source = AXE.read_bytes()
    assert hashlib.sha256(source).hexdigest() == AXE_SHA256, "this is not the axe-core that was looked at"
    driver.execute_script(source.decode("utf-8"))
    found = driver.execute_async_script(
        "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then(r => done(JSON.stringify("
        "r.violations.map(v => [v.id, v.nodes.map(n => n.target.join(' ')).slice(0, 3)]))));",
        TAGS,
    )
    return [f"{rule}: {', '.join(where)}" for rule, where in json.loads(found)]


def settled(driver: webdriver.Chrome, seconds: float = 60) -> None:
    """Wait until the page is whole."""
    WebDriverWait(driver, seconds).until(lambda one: one.execute_script("return document.readyState") == "complete")
    time.sleep(0.05)
