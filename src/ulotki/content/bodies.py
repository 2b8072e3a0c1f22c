"""Which sources count for a second person: a page of a public body, the bank's own page, or a letter.

The hosts of public bodies ship with the program, `leaflets/library/bodies.toml`; a workspace adds those of its own
offices, by name, in `ulotki.toml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from functools import cache

from ulotki.content.regex import regex
from ulotki.content.source_letters import LETTER, letter_day_fault
from ulotki.errors import Complaint, say
from ulotki.installed import table

BODIES = "leaflets/library/bodies.toml"

PAGE = regex(r"https://((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?:/[^\s<>\"\\@]*)?")
"""A page on the internet, without a user, a port or characters that programs read in different ways."""

HOST = regex(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")

BANK = "bank"
"""The id of the number that a bank answers."""


@cache
def bodies() -> tuple[frozenset[str], tuple[str, ...]]:
    """(hosts of public bodies, domains below which every host is one). Raises Refused when it was altered, Broken when it is not there."""
    known = table(BODIES)
    return frozenset(known["hosts"]), tuple(f".{domain}" for domain in known["domains"])


def host_of(source: str) -> str:
    """The host of a page, "" when *source* is not the address of one."""
    match = PAGE.fullmatch(source)
    return match[1] if match and not any(label.startswith("xn--") for label in match[1].split(".")) else ""


def source_fault(
    kind: str, id: str, source: str, *, first: str, own: Collection[str], today: datetime.date
) -> Complaint | None:
    """(what, hint) when a second person cannot have read a value in *source*, else None.

    first: where the first person read it.  own: the hosts of this workspace.  The number of a bank is read by
    both on the bank's own page; a name or hours also in a letter whose day has come.
    """
    letter = LETTER.fullmatch(" ".join(source.split()))
    if kind == "name" and letter:
        return letter_day_fault(source, letter[1], today)
    named = host_of(source)
    if not named:
        what = say('"{value}" is not the address of a page that begins with https://', value=source)
        return what, say("copy the address of the page where you read the value")
    if (kind, id) == ("number", BANK):
        page = host_of(first)
        if named == page:
            return None
        hint = say("both people read the number of a bank on the bank's own page: {host}", host=page or "–")
        return say("{host} is not the page where the first person read it", host=named), hint
    hosts, domains = bodies()
    if named in hosts or named in own or named.endswith(domains) or f".{named}" in domains:
        return None
    hint = say(
        "read it on a page of gov.pl or the Police, or name the host of your office in ulotki.toml: sources = […]"
    )
    return say("{host} is not a page of a public body", host=named), hint
