"""Finds the line of every key and array element of a TOML text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import count
from typing import Any

KeyPath = tuple[str | int, ...]


def toml_values(text: str) -> dict[str, Any]:
    """The values in *text*. Raises ValueError when it is no TOML."""
    import tomllib  # a list of what was judged before parses nothing

    return tomllib.loads(text)


BARE = re.compile(r"[A-Za-z0-9_-]+")
SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
BLANK = re.compile(r"[ \t]*")
STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.DOTALL)
SCALAR = re.compile(r"[^,\]}#\n]+")

ENDS = {"[": "]", "{": "}"}
"""What closes a list and a table in one line."""


def locate(text: str) -> dict[KeyPath, int]:
    """The line of every key and array element of *text*, which tomllib has accepted."""
    return _Locator(text).run()


class _Locator:
    """Walks through a text once. It needs valid TOML; with any other text it may miss lines, but never fails."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[KeyPath, int] = {(): 1}
        self.counts: dict[KeyPath, int] = {}
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while True:
            self.skip(SPACE)
            if self.at >= len(self.text):
                return self.found
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()

    def line(self) -> int:
        return bisect_right(self.starts, self.at)

    def header(self) -> KeyPath:
        line = self.line()
        double = self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        keys = self.keys()
        self.at += 2 if double else 1
        path: KeyPath = ()
        for key in keys[:-1]:
            path = self.enter((*path, key), line)
        path = (*path, keys[-1])
        if double:
            self.counts[path] = self.counts.get(path, -1) + 1
            path = self.enter(path, line)
        self.found[path] = line
        return path

    def enter(self, path: KeyPath, line: int) -> KeyPath:
        """*path*, or its newest element when it is an array of tables."""
        self.found.setdefault(path, line)
        return (*path, self.counts[path]) if path in self.counts else path

    def keys(self) -> list[str]:
        keys = [self.key()]
        self.skip(BLANK)
        while self.text.startswith(".", self.at):
            self.at += 1
            keys.append(self.key())
            self.skip(BLANK)
        return keys

    def key(self) -> str:
        self.skip(BLANK)
        start = self.at
        if match := BARE.match(self.text, self.at):
            self.at = match.end()
            return match[0]
        self.skip(STRING)
        self.at = max(self.at, start + 1)
        return next(iter(toml_values(f"{self.text[start : self.at]} = 0")))

    def pair(self, table: KeyPath) -> None:
        line = self.line()
        keys = self.keys()
        path = table
        for key in keys:
            path = (*path, key)
            self.found.setdefault(path, line)
        self.skip(BLANK)
        self.at += 1
        self.value(path)

    def value(self, path: KeyPath) -> None:
        self.skip(BLANK)
        char = self.text[self.at : self.at + 1]
        start = self.at
        if char not in ENDS:
            self.skip(STRING if char in ("'", '"') else SCALAR)
            self.at = max(self.at, start + 1)
            return
        self.at += 1
        for index in count():
            self.skip(SPACE)
            if self.text[self.at : self.at + 1] in (ENDS[char], ""):
                self.at += 1
                return
            if char == "[":
                self.found[(*path, index)] = self.line()
                self.value((*path, index))
            else:
                self.pair(path)
            self.skip(SPACE)
            if self.text.startswith(",", self.at):
                self.at += 1
