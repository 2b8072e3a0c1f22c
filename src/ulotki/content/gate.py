"""The one gate for texts: what must not stand in them, whatever field, file or argument they come from."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.dialled import dialable
from ulotki.content.hosts import web_like
from ulotki.content.marks import MARKS, PLACEHOLDER, tidy
from ulotki.content.policies import PROSE, Policy
from ulotki.content.printable import marks_in, mixed_word, sign_complaints
from ulotki.content.regex import regex
from ulotki.content.seen import VALUE, WORDS
from ulotki.errors import Complaint, say


def complaints(text: str, policy: Policy = PROSE) -> Iterator[Complaint]:
    """(what, hint) for everything in *text* that a text of this *policy* must not contain.

    A number or an address in it is an error, because nobody could tell where it is printed and when it went wrong.
    """
    if len(text) > policy.longest:
        what = say("the text has {count} characters", count=len(text))
        yield what, say("write {most} at most", most=policy.longest)
        return
    if policy.form and text and not policy.form[0].fullmatch(text):
        yield policy.form[1](text)
    yield from sign_complaints(text, policy.signs)
    if not policy.marks and policy.signs and policy.form is None:
        yield from marks_in(text)
    bare = bare_text(text)
    words = bare.replace(VALUE, " ").replace(WORDS, " ")
    if policy.signs and (word := mixed_word(bare)):
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

HOUSE = say('leave it out here; the number of a house is written "dom nr 112", or after its street: "ul. Polna 112"')


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
