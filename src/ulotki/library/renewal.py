"""Copies a campaign for other days: text in and text out, comments and orders stay the same.

Only lines with a day, the title or a meeting change. The result is read again and compared with the intended values.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ulotki.content.dates import shifted
from ulotki.errors import refused, say
from ulotki.frozen import dataclass
from ulotki.library.locate import STRING, KeyPath, locate

WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Renewal:
    """A new campaign file. text: its contents.  meetings: the days of meetings that were taken out of orders."""

    text: str
    meetings: tuple[datetime.date, ...]


def renewed(text: str, day: datetime.date, until: datetime.date | None = None, title: str | None = None) -> Renewal:
    """The campaign in *text*, a good file, for *day*.

    until: the last day it hangs, None to move the old one as far as the day moves; orders' own last days move with it.
    title: None keeps the old one.  A meeting becomes a comment, so its piece is printed with lines to fill in by hand.
    Raises Refused when the file is written in a way that cannot be changed line by line.
    """
    text = text.removeprefix("\ufeff")
    values = tomllib.loads(text)
    lines, at = text.splitlines(keepends=True), locate(text)
    meant = deepcopy(values)
    old = values.get("until")
    until = until or (shifted(old, (day - values["day"]).days) if old else None)
    _set(lines, at, meant, ("day",), day)
    if title is not None:
        _set(lines, at, meant, ("title",), title)
    if until and old:
        _set(lines, at, meant, ("until",), until)
    for number, order in enumerate(meant["order"]):
        if "until" in order:
            later = max(day, shifted(order["until"], (until - old if until and old else day - values["day"]).days))
            _set(lines, at, meant, ("order", number, "until"), later)
    meetings = tuple(_met(lines, at, meant))
    if until and not old:
        meant["until"] = until
        line = at["day",] - 1
        lines[line] = f"{lines[line].rstrip()}{_end(lines[line])}until = {until}{_end(lines[line])}"
    made = "".join(lines)
    try:
        same = tomllib.loads(made) == meant
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        what = say("the days of this file cannot be changed line by line")
        raise refused("read", what, say("copy it by hand, and write the new days yourself"))
    return Renewal(made, meetings)


def _set(
    lines: list[str], at: dict[KeyPath, int], meant: dict[str, Any], path: KeyPath, value: datetime.date | str
) -> None:
    """Write *value* into the line of *path*, in the place of the day or the text that stands there."""
    table: Any = meant
    for part in path[:-1]:
        table = table[part]
    table[path[-1]] = value
    line = at[path] - 1
    key, equals, rest = lines[line].partition("=")
    if isinstance(value, datetime.date):
        rest = WRITTEN_DAY.sub(value.isoformat(), rest, count=1)
    else:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        rest = STRING.sub(lambda match: f'"{escaped}"', rest, count=1)
    lines[line] = key + equals + rest


def _met(lines: list[str], at: dict[KeyPath, int], meant: dict[str, Any]) -> Iterator[datetime.date]:
    """Take each meeting out of its order, leave it as a comment, and give its day."""
    for number, order in enumerate(meant["order"]):
        if "meeting" not in order:
            continue
        yield order.pop("meeting")["day"]
        line = at["order", number, "meeting"] - 1
        table = lines[line].lstrip().startswith("[")
        lines[line] = f"# {lines[line]}"
        while table and line + 1 < len(lines) and not lines[line + 1].lstrip().startswith("["):
            line += 1
            lines[line] = f"# {lines[line]}" if lines[line].strip() else lines[line]


def _end(line: str) -> str:
    return "\r\n" if line.endswith("\r\n") else "\n"
