"""Checks: rules that a piece must obey before it is printed, one rule a module. A module in this folder is registered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Protocol

from ulotki.content.told import Leaflet
from ulotki.errors import Finding, Say, Where
from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.page.items import Page
from ulotki.page.marks import bare
from ulotki.recent import kept


@dataclass(frozen=True, slots=True)
class CheckedPiece:
    """What a check looks at: the told leaflet, the pages with their code, and the faces.

    words: the largest number of words of the message, for each page of the template.
    """

    leaflet: Leaflet
    pages: tuple[Page, ...]
    words: tuple[int, ...]
    family: Family

    def at(self, field: str) -> Where:
        """The place of a field of the scam, as far as the page knows it."""
        return Where(self.leaflet.at.file, self.leaflet.at.line, field)


class LaidPages(Protocol):
    """Pages of a leaflet or of another document: what rules about paper look at."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages."""

    @property
    def family(self) -> Family:
        """The faces."""

    def at(self, field: str) -> Where:
        """The place of the words of a field."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule. id: the name of its module.  why: what happens to people when it is broken.  find: the findings of a piece.

    sheets: whether it holds for imposed sheets too.  paper: the same rule for documents of the office; None when it needs
    what only leaflets have.  words: whether it is about the told words alone: it gets no pages, and is asked once for all
    pieces of a leaflet.
    """

    id: str
    why: Say
    find: Callable[[CheckedPiece], Iterator[Finding]]
    sheets: bool = False
    paper: Callable[[LaidPages], Iterator[Finding]] | None = None
    words: bool = False


@cache
def checks() -> tuple[Check, ...]:
    """All checks."""
    import ulotki.checks as package
    from ulotki.shelf import Shelf

    return tuple(Shelf(package, "CHECK", Check).values())


def laid_findings(paper: LaidPages) -> tuple[Finding, ...]:
    """The findings of all checks for a document of the office."""
    return tuple(finding for check in checks() if check.paper for finding in check.paper(paper))


def findings(piece: CheckedPiece, *, sheets: bool = False) -> tuple[Finding, ...]:
    """The findings of all checks for *piece* without its mark. sheets: ask only the checks that hold for sheets."""
    piece = replace(piece, pages=tuple(map(bare, piece.pages)))
    asked = (check for check in checks() if check.sheets or not sheets)
    found = (_told(check, piece.leaflet, piece.family) if check.words else check.find(piece) for check in asked)
    return tuple(finding for one in found for finding in one)


@kept(500)
def _told(check: Check, leaflet: Leaflet, family: Family) -> tuple[Finding, ...]:
    """What a check of words finds in *leaflet*."""
    return tuple(check.find(CheckedPiece(leaflet, (), (), family)))
