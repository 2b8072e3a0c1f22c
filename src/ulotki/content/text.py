"""Text as its author wrote it, and as runs of letters that are ready for paper."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from ulotki.errors import Where
from ulotki.frozen import dataclass

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Prose:
    """Words as their author wrote them, and the place where they are written."""

    source: str
    at: Where = Where()

    @property
    def as_fixed(self) -> Prose:
        """The prose with the field by which people know fixed words."""
        return replace(self, at=replace(self.at, field=f"words.{self.at.field}"))


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
