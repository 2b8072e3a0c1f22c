"""What must hold before paper is spent, one rule each. Dropping a module here is all the registering."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from ulotki.content.leaflet import Leaflet
from ulotki.errors import Finding, Say, Where
from ulotki.look.faces import Family
from ulotki.page.items import Page
from ulotki.page.marks import bare


@dataclass(frozen=True, slots=True)
class CheckedPiece:
    """What a check sees: the words, the sealed pages, the most words a page may have, the faces."""

    leaflet: Leaflet
    pages: tuple[Page, ...]
    words: tuple[int, ...]
    family: Family

    def at(self, field: str) -> Where:
        """Where the field of the scam stands, as near as the page knows."""
        return Where(self.leaflet.at.file, self.leaflet.at.line, field)


class Laid(Protocol):
    """Pages with words on them, of a leaflet or not: what rules about paper see."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages."""

    @property
    def family(self) -> Family:
        """The faces."""

    def at(self, field: str) -> Where:
        """Where the words of a field stand."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule. why: what happens to people and paper when it does not hold.  sheets: it holds of imposed sheets too.

    paper: the same for documents of the office, None when it asks for what only leaflets have.
    """

    id: str
    why: Say
    find: Callable[[CheckedPiece], Iterator[Finding]]
    sheets: bool = False
    paper: Callable[[Laid], Iterator[Finding]] | None = None


@cache
def checks() -> tuple[Check, ...]:
    """All checks."""
    import ulotki.checks as package
    from ulotki.shelf import collect

    return collect(package, "CHECK", Check)


def laid_findings(paper: Laid) -> tuple[Finding, ...]:
    """What checks say of a document of the office."""
    return tuple(finding for check in checks() if check.paper for finding in check.paper(paper))


def findings(piece: CheckedPiece, *, sheets: bool = False) -> tuple[Finding, ...]:
    """What all checks say of *piece*, its mark aside; of its sheets, those that hold of sheets."""
    piece = replace(piece, pages=tuple(map(bare, piece.pages)))
    return tuple(finding for check in checks() if check.sheets or not sheets for finding in check.find(piece))
