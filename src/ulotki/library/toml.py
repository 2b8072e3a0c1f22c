"""Parses a TOML file: its values, and the line of every key.

tomllib reads the values and checks the syntax. The locator only finds the lines of keys; a test compares the keys of both.
Why TOML: docs/decisions/0002.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ulotki.content.text import composed
from ulotki.errors import Finding, Refused, Where, say
from ulotki.installed import digest
from ulotki.library.document import Document
from ulotki.library.locate import locate, toml_values

MOST = 256 * 1024
"""Largest file in bytes: a larger one was not written by a person."""

MANY = 8 * 1024 * 1024
"""Largest file in bytes of the places and their hosts, which come from a spreadsheet: more than 20,000 of them."""

LONG = ("places.toml", "people.toml")


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
        what = say("the file is not UTF-8 (byte {byte})", byte=f"0x{data[error.start]:02x}")
        return Finding("read", what, say('save it as UTF-8: in Notepad "Save as", encoding UTF-8'), Where(file, line))
    if deep := DEEP.search(text):  # tomllib would need minutes for such a file
        return _nested(file, text.count("\n", 0, deep.start()) + 1)
    try:
        return Document(file, toml_values(text), locate(text), digest(data))
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
