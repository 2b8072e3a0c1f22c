"""Checks what people enter when they sign for a value: name, value, source. None may be empty."""

from __future__ import annotations

import re
from collections.abc import Callable

from ulotki.content.gate import complaints
from ulotki.content.names import whole_name
from ulotki.content.policies import PLAIN
from ulotki.content.source_letters import LETTER
from ulotki.errors import Finding, Misused, Say, Where, misused, say

SOURCE = re.compile(r"https?://[^\s/<>\"\\.]+\.[^\s<>\"\\]+")


def signature(who: str) -> str:
    """*who* with single blanks. Raises Misused when it is not a name, or holds what no text of a file may hold."""
    name = " ".join(who.split())
    if _example(name) or not any(sign.isalpha() for sign in name) or not name.isprintable():
        what = say('"{value}" is nobody\'s name', value=who)
        raise _wrong("who", what, say("write the first name and surname of whoever does this"))
    for what, hint in complaints(name, PLAIN):
        raise _wrong("who", what, hint)
    return name


def full_name(who: str) -> str:
    """*who* with single blanks. Raises Misused when it is no first name and surname: of two values two people must be certain."""
    name = signature(who)
    if not whole_name(name):
        what = say('"{value}" is no first name and surname', value=name)
        raise _wrong("who", what, say("write both in full, such as Anna Nowak; a rank may stand before them"))
    return name


def second_source(words: str) -> str:
    """Where somebody read a value, with single blanks. Raises Misused when that is not said."""
    plain = " ".join(words.split())
    if not plain or _example(plain):
        what = say("nobody said where the second person read it")
        hint = say("say it with --source: a page of a public body; for a name or hours also a letter")
        raise _wrong("source", what, hint)
    return plain


def value(value: str) -> str:
    """*value* with single blanks. Raises Misused when it is empty, or still the example."""
    plain = " ".join(value.split())
    if not plain:
        raise _wrong("value", say("the value is empty"), say("to take one back: ulotki numbers withdraw"))
    if _example(plain):
        what, hint = say('"{value}" is an example', value=plain), say("write the value as it stands in the source")
        raise _wrong("value", what, hint)
    return plain


def page(url: str) -> str:
    """*url*, when it is the address of a page. Raises Misused."""
    if not SOURCE.fullmatch(url) or _example(url):
        what = say('--source: "{value}" is not the address of a page', value=url)
        raise _wrong("source", what, say("copy the address of the page where you read the value"))
    return url


def first_source(words: str) -> str:
    """Where a first person read a value: the address of a page, or "pismo z dnia …", with single blanks. Raises Misused."""
    plain = " ".join(words.split())
    return plain if LETTER.fullmatch(plain) and not _example(plain) else page(words)


def together(*questions: Callable[[], str]) -> tuple[str, ...]:
    """The answers to all *questions*. Raises Misused with what is wrong in any of them, at once."""
    answers: list[str] = []
    wrong: list[Finding] = []
    for question in questions:
        try:
            answers.append(question())
        except Misused as trouble:
            wrong += trouble.findings
    if wrong:
        raise Misused(wrong)
    return tuple(answers)


def _wrong(field: str, what: Say, hint: Say) -> Misused:
    return misused(what, hint, Where(field=field))


def _example(text: str) -> bool:
    return "…" in text or "..." in text
