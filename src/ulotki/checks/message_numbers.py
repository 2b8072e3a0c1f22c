"""A number that takes messages only never stands under words that say to call it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ulotki.checks import Check, CheckedPiece
from ulotki.content.number import Number
from ulotki.content.text import NBSP
from ulotki.errors import Finding, say
from ulotki.page.items import Line, Page
from ulotki.page.walking import walk

CALL = {
    "pl": r"(?:za|od|prze|po)?(?:dzwo[ńn]|telefonuj)\w*|(?:wybierz|wykręć)\s+numer|infolini\w+|telefon\w*\s+zaufania",
    "uk": r"(?:за|пере|по)?(?:телефону|дзвон)\w*|набер\w+|гаряч\w+\s+ліні\w+",
    "en": r"(?:call|phone|ring|dial)(?:s|ing)?|helpline|hotline",
}
"""Words that send the reader to a telephone call, by language."""

SEND = {
    "pl": r"przeka\w+|prze(?:śl|sył)\w+|wy(?:śl|sył)\w+|sms\w*|wiadomoś\w+",
    "uk": r"наді[шс]\w+|надсил\w+|пере(?:шл|сил)\w+|відправ\w+|sms\w*|смс\w*|повідомлен\w+",
    "en": r"text(?:s|ing)?|send(?:s|ing)?|forward(?:s|ing)?|sms|messages?",
}
"""Words that send a message, by language."""

NOT = r"(?:nie|не|don’t|not|never|ніколи|nigdy(?:\s+nie)?)"

BACK = 2
"""Texts before a number that stands alone: its caption, and the words over that."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Numbers for messages whose words say to call."""
    silent = {ref for ref, value in piece.leaflet.values.items() if isinstance(value, Number) and not value.takes_calls}
    if not silent:
        return
    lang = piece.leaflet.lang
    verbs = re.compile(rf"(?<!\w)(?:({NOT}\s+(?:{CALL[lang]}))|({CALL[lang]})|{SEND[lang]})(?!\w)", re.IGNORECASE)
    for page in piece.pages:
        for text, line, words in _around(page, silent):
            verb = next(iter([*verbs.finditer(words[0])][-1:] or verbs.finditer(words[1])), None)
            if verb and verb[2]:
                what = say(
                    '"{number}" takes messages only, and the words beside it say "{verb}"', number=text, verb=verb[0]
                )
                hint = say("say that a message is sent to it, or take another template")
                yield Finding("message_numbers", what, hint, piece.at(line.field))


def _around(page: Page, silent: set[str]) -> Iterator[tuple[str, Line, tuple[str, str]]]:
    """(number, its line, the words before and after it) of each number in *silent*.

    The words are those of its sentence; of a number that stands alone, those of the texts before it.
    """
    lines = [(item, {role.ref for role in roles}) for item, roles in walk(page.items) if isinstance(item, Line)]
    texts = [list(group) for _, group in groupby(lines, key=lambda one: one[0].field)]
    for place, parts in enumerate(texts):
        for number, (line, refs) in enumerate(parts):
            if not refs & silent:
                continue
            before, after = _said(parts[:number]), _said(parts[number + 1 :])
            if not re.search(r"\w", before + after):
                before = " ".join(_said(one) for one in texts[max(0, place - BACK) : place])
            else:
                before, after = re.split(r"[.!?]\s", before)[-1], re.split(r"[.!?](?:\s|$)", after)[0]
            yield line.text.strip(), line, (before, after)


def _said(lines: list[tuple[Line, set[str]]]) -> str:
    return " ".join(line.text.replace(NBSP, " ") for line, _ in lines)


CHECK = Check(
    "message_numbers", say("Who calls a number that nobody answers gives up, or looks for another one."), find
)
