"""Text from what the author wrote to typeset runs.

Authors know two marks only: `*strong*` and `[word](lang:en)`. Numbers and hosts reach words through placeholders:
`{{number:id}}`, `{{address:id}}`, `{{name:id}}`; a fixed word may have slots such as `{{until}}`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache

from ulotki.errors import Say, Where, say

NBSP = "\N{NO-BREAK SPACE}"

PLACEHOLDER = re.compile(r"\{\{(?:(number|address|name):)?([a-z0-9][a-z0-9-]*)\}\}")
MARKS = re.compile(r"\*(?P<strong>[^*\n]+)\*|\[(?P<foreign>[^\]\n]+)\]\(lang:(?P<lang>[a-z]{2})\)")

NOT_DIALLED = r"(?!\s*(?:zł|%|r\.|р\.|lat\b|dni\b|km\b|cm\b|mm\b|m\b|kg\b|g\b|l\b|gr\b|mln\b|tys\b))"
DIALABLE = re.compile(r"\+?[0-9](?:(?:[\s.\-–—/:_]*|,)[0-9]){2,}+" + NOT_DIALLED)
TIME = r"(?:[01]?[0-9]|2[0-4])"
TIMES = re.compile(
    r"(?<![0-9])(?<![0-9][\s.,:/\-–—_])(?<![0-9]\s[-–—/])(?<![0-9][-–—/]\s)(?<![0-9]\s[-–—/]\s)"
    rf"(?:{TIME}(?:[.:][0-5][0-9])?\s*[-–]\s*{TIME}(?:[.:][0-5][0-9])?|{TIME}[.:][0-5][0-9])"
    r"(?![\s.,:/\-–—_]?[0-9])(?!\s*[-–—/]\s*[0-9])"
)
"""Hours of a clock, alone or as a range: digits that nobody dials."""

DATES = re.compile(
    r"(?<!\d)[0-3]?\d\.?\s(?:[^\W\d_]+\s){1,3}20\d\d(?!\s*\d)"
    r"|(?<![\d+])(?<![\d+]\s)20\d\d\.?\s(?:[^\W\d_]+\.?\s){1,3}[0-3]?\d(?!\s*\d)"
)
"""Days in words with their year, in any language."""

WEB_LIKE = re.compile(r"[^\W_]\.[^\W\d_]|@|://|www", re.IGNORECASE)

VALUE = "\ue000"
"""Stands for the value of a placeholder while the words around it are checked."""

CLINGING = re.compile(
    rf"[^\s(„«“‘{VALUE}]{VALUE}|{VALUE}(?![\s.,;:!?…)”»“’]|$)|{VALUE}[.,;:!?…)”»“’]+[^\s.,;:!?…)”»“’]|[0-9][\s*]+{VALUE}"
)
"""Letters, digits or other characters that touch a value and change its meaning."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Words as their author wrote them, and the place where they are written."""

    source: str
    at: Where = Where()


@dataclass(frozen=True, slots=True)
class Run:
    """Letters with the same style. lang: a language other than the leaflet's, or "".  ref: of a value, or ""."""

    text: str
    strong: bool = False
    lang: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words ready for paper: typography done, nothing left to look up. A line break in the text is the author's."""

    runs: tuple[Run, ...]
    at: Where = Where()

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def unbroken(self) -> Words:
        """The same words without the line breaks of their author."""
        return replace(self, runs=tuple(replace(run, text=run.text.replace("\n", " ")) for run in self.runs))


def composed(text: str) -> str:
    """*text* in Unicode form NFC, with one code point for each letter: some systems give "ą" as "a" and a tail."""
    return unicodedata.normalize("NFC", text)


def placeholders(source: str) -> Iterator[tuple[str, str]]:
    """(kind, id) of each placeholder in *source*; the kind of a slot is ""."""
    for match in PLACEHOLDER.finditer(source):
        yield match[1] or "", match[2]


def complaints(source: str) -> Iterator[tuple[Say, Say]]:
    """(what, hint) for everything in *source* that prose must not contain.

    Prose takes letters of Latin or Cyrillic script, ASCII digits and plain punctuation. A number or an address in it
    is an error, because nobody could tell where it is printed and when it went wrong.
    """
    seen = PLACEHOLDER.sub(VALUE, tidy(source))
    bare = MARKS.sub(lambda mark: mark["strong"] or mark["foreign"], seen)
    for char in dict.fromkeys(composed(source)):
        if not _printable(char):
            yield (
                say("the sign U+{code} ({name}) cannot be printed", code=f"{ord(char):04X}", name=_name(char)),
                say("delete it and type the word anew"),
            )
    if word := next((word for word in re.findall(r"[^\W\d_]+", bare) if len(_scripts(word)) > 1), None):
        yield say('"{text}" mixes Latin and Cyrillic letters', text=word), say("type the word anew")
    if match := CLINGING.search(bare):
        yield (
            say('something touches a value: "{text}"', text=match[0].replace(VALUE, "{{…}}")),
            say("put a space between a number or an address and other words"),
        )
    words = bare.replace(VALUE, " ")
    if match := dialable(words):
        yield (
            say('"{text}" looks like a number to call', text=match[0].strip()),
            say("put it into numbers.toml and write {example} here", example="{{number:id}}"),
        )
    if match := WEB_LIKE.search(words):
        found = next((word for word in words.split() if WEB_LIKE.search(word)), match[0])
        yield (
            say('"{text}" looks like an internet address', text=found),
            say("put it into numbers.toml and write {example} here", example="{{address:id}}"),
        )
    for sign in "{}[]*<>":
        if sign in bare:
            yield (
                say('a lone "{sign}" means nothing here', sign=sign),
                say("marks are *strong*, [word](lang:en) and {example}", example="{{number:id}}"),
            )


def unmarked(source: str) -> Iterator[tuple[Say, Say]]:
    """(what, hint) when *source*, which is printed unchanged, contains marks or placeholders."""
    if PLACEHOLDER.search(source) or MARKS.search(source):
        yield say("marks and placeholders are printed as they stand here"), say("write plain words")


def dialable(text: str) -> re.Match[str] | None:
    """The first part of *text* that could be dialled: three digits or more that are no hours, money or measure."""
    return DIALABLE.search(TIMES.sub("–", DATES.sub("–", text)))


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


def _scripts(word: str) -> set[str]:
    return set(map(_script, word))


@lru_cache(maxsize=4_000)
def _script(char: str) -> str:
    return _name(char).split()[0]


def _name(char: str) -> str:
    return unicodedata.name(char, "unnamed")


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
    text = composed(source).replace("...", "…").replace("\N{NARROW NO-BREAK SPACE}", NBSP)
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r" +([,.;:!?…])", r"\1", "\n".join(lines))


def recut(runs: list[Run], text: str) -> tuple[Run, ...]:
    """*text*, which is as long as all *runs* together, cut at the same places; empty runs are dropped."""
    if len(text) != sum(len(run.text) for run in runs):
        raise ValueError("typography must keep the length of a text")
    cut: list[Run] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        if end > start:
            cut.append(Run(text[start:end], run.strong, run.lang, run.ref))
        start = end
    return tuple(cut)


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


def proses(value: object) -> Iterator[Prose]:
    """Every prose in *value*: in the fields of dataclasses, in tuples and in mappings."""
    match value:
        case Prose():
            yield value
        case tuple():
            for item in value:
                yield from proses(item)
        case dict():
            for item in value.values():
                yield from proses(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from proses(getattr(value, field.name))


def digest(value: object) -> str:
    """A text that is the same for values with the same content; the place where they were read does not count."""
    if isinstance(value, Where):
        return ""
    if isinstance(value, tuple | list):
        return f"({' '.join(map(digest, value))})"
    if isinstance(value, Mapping):
        return f"({' '.join(f'{digest(key)}={digest(item)}' for key, item in sorted(value.items()))})"
    if is_dataclass(value):
        parts = (f"{field.name}={digest(getattr(value, field.name))}" for field in fields(value) if field.name != "at")
        return f"{type(value).__name__}({' '.join(parts)})"
    return repr(value)
