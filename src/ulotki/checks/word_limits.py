"""A page has no more words than its template allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ulotki.checks import Check, CheckedPiece
from ulotki.errors import Finding, say
from ulotki.page.items import Line, Page
from ulotki.page.walking import walk

GIVEN = frozenset({"name", "words.issuer"})
"""Fields that the officer cannot say in fewer words: the names of a person and of a unit, and hours. They are not counted."""

APART = frozenset({"number", "address", "purpose", "value", "call"}) | {
    f"words.{name}"
    for name in "call send meeting_call meeting_ask officer officer_also stamp impostor free until code".split()
}
"""Fields whose words are contact and imprint; all other words are the message."""

CONTACT = 70
"""Most words of contact and imprint on a page, besides names."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Pages with too many words."""
    for number, page in enumerate(piece.pages, 1):
        most = piece.words[min(number, len(piece.words)) - 1]
        message, rest = count(page)
        for words, limit, what in ((message, most, say("message")), (rest, CONTACT, say("contact and imprint"))):
            if words > limit:
                said = {"page": number, "what": what, "count": words, "limit": limit}
                too_many = say("page {page}: {what} has {count} words, at most {limit} are allowed", **said)
                hint = say("say less: nobody is warned by words that they do not read")
                yield Finding("word_limits", too_many, hint, piece.at(""))


def count(page: Page) -> tuple[int, int]:
    """(words of the message, words of contact and imprint) on *page*; numbers, addresses and names are not counted."""
    message = rest = 0
    for item, roles in walk(page.items):
        address = any(role.ref.startswith("address:") for role in roles)
        if isinstance(item, Line) and not address and not {item.field, item.field.split(".")[0]} & GIVEN:
            words = _counted(item.text)
            if item.field in APART or item.field.split(".")[0] in APART:
                rest += words
            else:
                message += words
    return message, rest


@lru_cache(maxsize=10_000)
def _counted(text: str) -> int:
    """The words of *text*: what has a letter."""
    return sum(1 for word in text.split() if any(sign.isalpha() for sign in word))


CHECK = Check(
    "word_limits", say("People pass a board in seconds, and nobody starts to read a page full of words."), find
)
