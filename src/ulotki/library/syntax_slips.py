"""Common mistakes of people in a line of TOML: days, quotation marks, commas and zeros."""

from __future__ import annotations

import calendar
import datetime
import re

from ulotki.content.regex import regex
from ulotki.errors import Complaint, say

ISO = regex(r"=\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
WRITTEN = regex(r"=\s*([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?![0-9])")
OTHER = regex(r"=\s*([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})(?![0-9])")
PRINTED = regex(r"[=\[,]\s*[„”“«»‘’‚]")
COMMA = regex(r"=\s*[+-]?([0-9]+),([0-9]+)\s*(#.*)?$")
ZERO = regex(r"=\s*[+-]?0[0-9]")


def slip_in(line: str) -> Complaint | None:
    """(what, hint) for a common mistake of people in *line*, None when there is none."""
    return next((found for slip in (_day, _printed, _comma, _zero) if (found := slip(line))), None)


def _day(line: str) -> Complaint | None:
    if match := ISO.search(line):
        year, month, day = map(int, match.groups())
    elif match := WRITTEN.search(line):
        day, month, year = map(int, match.groups())
    elif match := OTHER.search(line):
        year, month, day = map(int, match.groups())
    else:
        return None
    shown = match[0].lstrip("= \t")
    if not 1 <= month <= 12:
        return say("there is no such day: {day}", day=shown), say("a month is 1 to 12; write a day as 2024-08-01")
    if year < 1 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        count = calendar.monthrange(max(year, 1), month)[1]
        return say("there is no such day: {day}", day=shown), say("that month has {count} days", count=count)
    iso = datetime.date(year, month, day).isoformat()
    if shown == iso:
        return None
    return say("this is not a date: {what}", what=shown), say("write it as {day}", day=iso)


def _printed(line: str) -> Complaint | None:
    if PRINTED.search(re.sub(r'"[^"]*"', "", line)):
        what = say("a text stands in printed quotation marks: {line}", line=line.strip())
        return what, say('write straight ones around it: "…"; inside it the printed ones are right')
    return None


def _comma(line: str) -> Complaint | None:
    match = COMMA.search(line)
    if not match:
        return None
    what = say("a number has a decimal comma: {line}", line=line.strip())
    return what, say("write a dot: {number}", number=f"{match[1]}.{match[2]}")


def _zero(line: str) -> Complaint | None:
    if ZERO.search(line):
        what = say("a number begins with 0: {line}", line=line.strip())
        return what, say('put it in quotes, as in value = "112"; else the zero would be lost')
    return None
