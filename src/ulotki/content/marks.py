"""Turns text as its author wrote it into typeset runs.

Authors know two marks only: `*strong*` and `[word](lang:en)`. Numbers and hosts reach words through placeholders:
`{{number:id}}`, `{{address:id}}`, `{{name:id}}`; a fixed word may have slots such as `{{until}}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from ulotki.content.regex import regex
from ulotki.content.text import NBSP, Prose, Run, Words, composed

PLACEHOLDER = regex(r"\{\{(?:(number|address|name):)?([a-z0-9][a-z0-9-]*)\}\}")
MARKS = regex(r"\*(?P<strong>[^*\n]+)\*|\[(?P<foreign>[^\]\n]+)\]\(lang:(?P<lang>[a-z]{2})\)")


def placeholders(source: str) -> Iterator[tuple[str, str]]:
    """(kind, id) of each placeholder in *source*; the kind of a slot is ""."""
    for match in PLACEHOLDER.finditer(source):
        yield match[1] or "", match[2]


def typeset(prose: Prose, lookup: Callable[[str, str], tuple[str, str]], typography: Callable[[str], str]) -> Words:
    """*prose* typeset: its marks become runs, its placeholders are filled, its typography is done.

    lookup: (kind, id) → (what to print, its ref).  typography: a text → a text of the same length.
    """
    runs: list[Run] = []
    for text, strong, lang in _marked(tidy(prose.source)):
        end = 0
        for match in PLACEHOLDER.finditer(text):
            runs.append(Run(text[end : match.start()], strong, lang))
            value, ref = lookup(match[1] or "", match[2])
            runs.append(Run(value, strong, lang, ref))
            end = match.end()
        runs.append(Run(text[end:], strong, lang))
    return Words(recut(runs, typography("".join(run.text for run in runs))), prose.at)


def tidy(source: str) -> str:
    """*source* with one form for each letter, one blank between words and real ellipses. Marks stay as they are."""
    text = composed(source)
    if not UNTIDY.search(text):
        return text
    text = text.replace("...", "…").replace("\N{NARROW NO-BREAK SPACE}", NBSP)
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r" +([,.;:!?…])", r"\1", "\n".join(lines))


UNTIDY = regex(r"[ \t]{2}|\t|^\s|\s$| [,.;:!?…]|\.\.\.|\N{NARROW NO-BREAK SPACE}", re.MULTILINE)
"""What `tidy` changes."""


def recut(runs: list[Run], text: str) -> tuple[Run, ...]:
    """*text*, which is as long as all *runs* together, cut at the same places; empty runs are dropped."""
    if len(text) != sum(len(run.text) for run in runs):
        raise ValueError("typography must keep the length of a text")
    ends = accumulate(len(run.text) for run in runs)
    parts = ((text[end - len(run.text) : end], run) for run, end in zip(runs, ends, strict=True))
    return tuple(Run(part, run.strong, run.lang, run.ref) for part, run in parts if part)


def _marked(source: str) -> Iterator[tuple[str, bool, str]]:
    end = 0
    for match in MARKS.finditer(source):
        yield source[end : match.start()], False, ""
        if match["strong"]:
            yield match["strong"], True, ""
        else:
            yield match["foreign"], False, match["lang"]
        end = match.end()
    yield source[end:], False, ""
