"""Explains TOML syntax errors in plain words: the messages of tomllib are English and speak of grammar."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable

from ulotki.content.regex import regex
from ulotki.errors import Complaint, say

ISO = regex(r"=\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
WRITTEN = regex(r"=\s*([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?![0-9])")
OTHER = regex(r"=\s*([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})(?![0-9])")
PRINTED = regex(r"[=\[,]\s*[„”“«»‘’‚]")
COMMA = regex(r"=\s*[+-]?([0-9]+),([0-9]+)\s*(#.*)?$")
ZERO = regex(r"=\s*[+-]?0[0-9]")
BARE = regex(r"=\s*([^\W\d][^\"'#]*)")

DAY = say("write a day as 2024-08-01")


def explained(message: str, line: str) -> Complaint:
    """(what, hint) for the tomllib error *message* about *line*. Common mistakes of people come before the message."""
    slips = (_day, _printed, _comma, _zero)
    return next((found for slip in slips if (found := slip(line))), None) or _by_message(message, line.strip())


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


def _by_message(message: str, line: str) -> Complaint:
    for pattern, words in MESSAGES:
        if re.match(pattern, message):
            return words(line)
    return say("this line cannot be read: {line}", line=line or "–"), QUOTES


def _value(line: str) -> Complaint:
    if BARE.search(line):
        return say("a text has no quotation marks: {line}", line=line), QUOTES
    return say("this value cannot be read: {line}", line=line), QUOTES


QUOTES = say('words and numbers stand in quotes, as in value = "112"; a list in brackets with commas between')

MESSAGES: tuple[tuple[str, Callable[[str], Complaint]], ...] = (
    (
        r"Cannot (overwrite|declare|mutate)|Duplicate",
        lambda line: (say("this name is given twice: {what}", what=line), say("delete or rename one of the two")),
    ),
    (
        r"Illegal character '\\n'|Illegal character '\\r|Unterminated string|Expected '\"|Expected \"'",
        lambda line: (
            say("a quotation mark is missing at the end: {line}", line=line),
            say("close the text with the sign that it begins with"),
        ),
    ),
    (
        r"Unclosed|Expected ','",
        lambda line: (
            say("a list is not closed, or a comma is missing in it: {line}", line=line),
            say("write a comma between its entries, and ] at its end"),
        ),
    ),
    (
        r"Expected '\]",
        lambda line: (say("a heading is not closed: {line}", line=line), say("end it as it begins: [name], [[order]]")),
    ),
    (
        r"Expected '='|Invalid statement|Invalid initial character",
        lambda line: (say("there is no name with = here: {line}", line=line), say('write it as name = "…"')),
    ),
    (
        r"Expected newline",
        lambda line: (
            say("something stands after the value: {line}", line=line),
            say("one value stands in a line; a text of its own stands in one pair of quotes"),
        ),
    ),
    (
        r"Unescaped|Illegal escape|Invalid hex|Escaped character|Reserved escape",
        lambda line: (say("a backslash stands in a text: {line}", line=line), say("write it twice, or leave it out")),
    ),
    (
        r"Illegal character|Found invalid character",
        lambda line: (say("a sign that cannot be printed stands here: {line}", line=line), say("type the line anew")),
    ),
    (r"Invalid date", lambda line: (say("this is not a date: {what}", what=line), DAY)),
    (r"Invalid value", _value),
)
"""Beginnings of tomllib's messages, and our explanations."""
