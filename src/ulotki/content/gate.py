"""The one gate for texts: what must not stand in them, whatever field, file or argument they come from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from ulotki.content.dialled import dialable
from ulotki.content.hosts import web_like
from ulotki.content.policies import PROSE, Policy
from ulotki.content.regex import regex
from ulotki.content.seen import VALUE, WORDS
from ulotki.content.signs import ANY, GLYPHS
from ulotki.content.text import MARKS, NBSP, PLACEHOLDER, composed, tidy
from ulotki.errors import Complaint, say


def complaints(text: str, policy: Policy = PROSE) -> Iterator[Complaint]:
    """(what, hint) for everything in *text* that a text of this *policy* must not contain.

    A number or an address in it is an error, because nobody could tell where it is printed and when it went wrong.
    """
    if len(text) > policy.longest:
        yield (say("the text has {count} signs", count=len(text)), say("write {most} at most", most=policy.longest))
        return
    if policy.form and text and not policy.form[0].fullmatch(text):
        yield policy.form[1](text)
    yield from _signs(text, policy.signs)
    if not policy.marks and policy.signs and policy.form is None:
        yield from marks_in(text)
    bare = bare_text(text)
    words = bare.replace(VALUE, " ").replace(WORDS, " ")
    if policy.signs and (
        word := next((word for word in re.findall(r"[^\W\d_]+", bare) if len(set(map(_script, word))) > 1), None)
    ):
        yield say('"{text}" mixes Latin and Cyrillic letters', text=word), say("type the word anew")
    if match := CLINGING.search(bare):
        what = say('something touches a value: "{text}"', text=_with_placeholders(match[0]))
        yield what, say("put a space between a number or an address and other words")
    if not policy.numbers and (found := dialable(bare)):
        yield (
            say('"{text}" looks like a number to call', text=_with_placeholders(found)),
            say("put it into numbers.toml and write {example} here", example="{{number:id}}")
            if policy.marks
            else HOUSE
            if found.isdecimal() and len(found) < LEAST_OF_A_PHONE
            else say("numbers stand in numbers.toml alone: leave it out here"),
        )
    if not policy.hosts and (found := web_like(words)):
        yield (
            say('"{text}" looks like an internet address', text=found),
            say("put it into numbers.toml and write {example} here", example="{{address:id}}")
            if policy.marks
            else say("addresses stand in numbers.toml alone: leave it out here"),
        )
    for sign in "{}[]*<>" if policy.signs and policy.form is None else "":
        if sign in bare:
            what = say('a lone "{sign}" means nothing here', sign=sign)
            yield what, say("marks are *strong*, [word](lang:en) and {example}", example="{{number:id}}")


LEAST_OF_A_PHONE = 5
"""Digits from which a number is hardly that of a house."""

HOUSE = say('leave it out here; the number of a house is written "dom nr 112", or behind its street: "ul. Polna 112"')


def _with_placeholders(text: str) -> str:
    return text.replace(VALUE, "{{…}}").replace(WORDS, "{{…}}")


def bare_text(text: str) -> str:
    """*text* as it is printed, without marks, with VALUE in place of each number of the register and WORDS of all else."""
    seen = PLACEHOLDER.sub(lambda match: VALUE if "number" in match.groups() else WORDS, tidy(text))
    return MARKS.sub(lambda mark: mark["strong"] or mark["foreign"], seen)


ANY_VALUE = f"[{VALUE}{WORDS}]"
CLINGING = regex(
    rf"[^\s(„«“‘{VALUE}{WORDS}]{ANY_VALUE}|{ANY_VALUE}(?![\s.,;:!?…)”»“’]|$)|"
    rf"{ANY_VALUE}[.,;:!?…)”»“’]+[^\s.,;:!?…)”»“’]|[0-9][\s*]+{VALUE}"
)
"""Letters, digits or other characters that touch a value and change its meaning."""


def marks_in(source: str) -> Iterator[Complaint]:
    """(what, hint) when *source*, which is printed unchanged, contains marks or placeholders."""
    if PLACEHOLDER.search(source) or MARKS.search(source):
        yield say("marks and placeholders are printed as they stand here"), say("write plain words")


def _signs(text: str, allowed: Collection[str] | None) -> Iterator[Complaint]:
    """Signs that cannot be printed, that deceive, or that no face has."""
    signs = [sign for sign in dict.fromkeys(composed(text)) if sign != NBSP]
    sound = _visible if allowed is None else _printable
    yield from (_unprintable(sign) for sign in signs if not sound(sign))
    if allowed and (lost := [sign for sign in signs if sound(sign) and sign not in allowed]):
        yield _glyphless(lost)


def _glyphless(signs: Collection[str]) -> Complaint:
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
    return say("no face has these signs: {signs}", signs=named), say("write it with other signs")


def foreign_complaints(text: str, family: str) -> Iterator[Complaint]:
    """Complaints about signs that the faces of *family* do not have."""
    known = GLYPHS[family]
    if lost := [sign for sign in dict.fromkeys(composed(text)) if sign in ANY and sign not in known]:
        yield _glyphless(lost)


def _unprintable(char: str) -> Complaint:
    what = say("the sign U+{code} ({name}) cannot be printed", code=f"{ord(char):04X}", name=_name(char))
    return what, say("delete it and type the word anew")


def _visible(char: str) -> bool:
    """Whether people see a sign at all, and it steers nothing."""
    return char in (" ", NBSP) or unicodedata.category(char)[0] not in "CZM"


@lru_cache(maxsize=4_000)
def _printable(char: str) -> bool:
    if char in (" ", NBSP):
        return True
    category = unicodedata.category(char)
    if category[0] in "CZM" or (category[0] == "N" and not (char.isascii() and char.isdigit())):
        return False
    if unicodedata.normalize("NFKC", char) != char and char != "…":
        return False
    return category[0] != "L" or _name(char).startswith(("LATIN", "CYRILLIC", "MODIFIER LETTER APOSTROPHE"))


@lru_cache(maxsize=4_000)
def _script(char: str) -> str:
    return _name(char).split()[0]


def _name(char: str) -> str:
    return unicodedata.name(char, "unnamed")
