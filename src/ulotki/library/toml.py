"""Parses a TOML file: its values, and the line of every key.

tomllib reads the values and checks the syntax. The locator only finds the lines of keys; a test compares the keys of both.
Why TOML: docs/decisions/0002.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from typing import Any

from ulotki.content.text import composed
from ulotki.errors import Finding, Refused, Where, say
from ulotki.frozen import dataclass
from ulotki.installed import digest

MOST = 256 * 1024
"""Largest file in bytes: a larger one was not written by a person."""

MANY = 8 * 1024 * 1024
"""Largest file in bytes of the places and their hosts, which come from a spreadsheet: more than 20,000 of them."""

LONG = ("places.toml", "people.toml")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values, and the line of each key and array element by its path; () is the file itself. digest: of its bytes."""

    file: str
    values: Mapping[str, Any]
    lines: Mapping[Path, int] = field(repr=False)
    digest: str = ""

    def where(self, path: Path) -> Where:
        """The place of *path*, or of the nearest table around it."""
        dotted = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        while path and path not in self.lines:
            path = path[:-1]
        return Where(self.file, self.lines.get(path, 1), dotted)


@lru_cache(maxsize=300)
def parse(file: str, data: bytes) -> Document | Finding:
    """The document in *data*, or the finding why it cannot be parsed. Decomposed letters are composed here (NFC)."""
    long = file.replace("\\", "/").rpartition("/")[2] in LONG
    if len(data) > (most := MANY if long else MOST):
        hint = say("leave out what is not of this workspace") if long else say("split it")
        return Finding("read", say("the file is larger than {most} kB", most=most // 1024), hint, Where(file))
    try:
        text = composed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Finding(
            "read",
            say("the file is not UTF-8 (byte {byte})", byte=f"0x{data[error.start]:02x}"),
            say('save it as UTF-8: in Notepad "Save as", encoding UTF-8'),
            Where(file, line),
        )
    if deep := DEEP.search(text):  # tomllib would need minutes for such a file
        return _nested(file, text.count("\n", 0, deep.start()) + 1)
    try:
        return Document(file, _values(text), locate(text), digest(data))
    except RecursionError:
        return _nested(file, 0)
    except ValueError as error:
        return _syntax(file, str(error), text)


def values_of(data: bytes, file: str = "") -> Mapping[str, Any]:
    """The values in *data*. file: for the message. Raises Refused for what cannot be parsed."""
    found = parse(file, data)
    if isinstance(found, Finding):
        raise Refused([found])
    return found.values


def _values(text: str) -> dict[str, Any]:
    """Raises ValueError where *text* is no TOML."""
    import tomllib  # a list of what was judged before parses nothing

    return tomllib.loads(text)


def _nested(file: str, line: int) -> Finding:
    return Finding("read", say("tables and lists are nested too deeply"), say("no file needs that"), Where(file, line))


def _syntax(file: str, message: str, text: str) -> Finding:
    from ulotki.library.syntax import explained  # in most files nothing is to be explained

    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", message)
    line = int(match[1]) if match and match[1] else text.count("\n") + 1
    lines = text.splitlines()
    shown = lines[min(line, len(lines)) - 1] if lines else ""
    return Finding("read", *explained(message[: match.start()] if match else message, shown), Where(file, line))


DEEP = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""")
"""A dotted key with more parts than any of our files needs."""

BARE = re.compile(r"[A-Za-z0-9_-]+")
SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
BLANK = re.compile(r"[ \t]*")
STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.DOTALL)
SCALAR = re.compile(r"[^,\]}#\n]+")


def locate(text: str) -> dict[Path, int]:
    """The line of every key and array element of *text*, which tomllib has accepted."""
    return _Locator(text).run()


class _Locator:
    """Walks through a text once. It needs valid TOML; with any other text it may miss lines, but never fails."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, int] = {(): 1}
        self.counts: dict[Path, int] = {}
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def run(self) -> dict[Path, int]:
        table: Path = ()
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
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= self.at else (low, middle)
        return low + 1

    def header(self) -> Path:
        line = self.line()
        double = self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        keys = self.keys()
        self.at += 2 if double else 1
        path: Path = ()
        for key in keys[:-1]:
            path = self.enter((*path, key), line)
        path = (*path, keys[-1])
        self.found.setdefault(path, line)
        if double:
            self.counts[path] = self.counts.get(path, -1) + 1
            path = (*path, self.counts[path])
            self.found[path] = line
        else:
            self.found[path] = line
        return path

    def enter(self, path: Path, line: int) -> Path:
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
        return next(iter(_values(f"{self.text[start : self.at]} = 0")))

    def pair(self, table: Path) -> None:
        line = self.line()
        keys = self.keys()
        path = table
        for key in keys:
            path = (*path, key)
            self.found.setdefault(path, line)
        self.skip(BLANK)
        self.at += 1
        self.value(path)

    def value(self, path: Path) -> None:
        self.skip(BLANK)
        char = self.text[self.at : self.at + 1]
        if char == "[":
            self.at += 1
            index = 0
            while True:
                self.skip(SPACE)
                if self.text[self.at : self.at + 1] in ("]", ""):
                    self.at += 1
                    return
                self.found[(*path, index)] = self.line()
                self.value((*path, index))
                index += 1
                self.skip(SPACE)
                if self.text.startswith(",", self.at):
                    self.at += 1
        elif char == "{":
            self.at += 1
            while True:
                self.skip(SPACE)
                if self.text[self.at : self.at + 1] in ("}", ""):
                    self.at += 1
                    return
                self.pair(path)
                self.skip(SPACE)
                if self.text.startswith(",", self.at):
                    self.at += 1
        else:
            start = self.at
            self.skip(STRING if char in ("'", '"') else SCALAR)
            self.at = max(self.at, start + 1)
