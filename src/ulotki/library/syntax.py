"""Explains TOML syntax errors in plain words: the messages of tomllib are English and speak of grammar."""

from __future__ import annotations

import re
from collections.abc import Callable

from ulotki.content.regex import regex
from ulotki.errors import Complaint, say
from ulotki.library.syntax_slips import slip_in

BARE = regex(r"=\s*([^\W\d][^\"'#]*)")


def explained(message: str, line: str) -> Complaint:
    """(what, hint) for the tomllib error *message* about *line*. Common mistakes of people come before the message."""
    if slip := slip_in(line):
        return slip
    line = line.strip()
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
        lambda line: (say("a character cannot be printed: {line}", line=line), say("type the line anew")),
    ),
    (r"Invalid date", lambda line: (say("this is not a date: {what}", what=line), say("write a day as 2024-08-01"))),
    (r"Invalid value", _value),
)
"""Beginnings of tomllib's messages, and our explanations."""
