"""A scam with all that the site shows of it: its words, the pieces to download, and a picture."""

from __future__ import annotations

import datetime

from ulotki.content.told import Leaflet
from ulotki.content.typography import HOME
from ulotki.errors import Finding
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """A piece to download. pages: their number.  data: the PDF."""

    template: str
    pages: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Article:
    """A scam, ready for the site. summary: in a sentence.  findings: warnings about its pieces.

    reviewed: the day of its last review.  picture: of its poster, as PNG, with its size in pixels.
    """

    leaflet: Leaflet
    summary: str
    downloads: tuple[Download, ...]
    findings: tuple[Finding, ...] = ()
    reviewed: datetime.date | None = None
    picture: tuple[int, int, bytes] | None = None

    @property
    def name(self) -> str:
        """What its files are named after."""
        return self.leaflet.id if self.leaflet.lang == HOME else f"{self.leaflet.id}.{self.leaflet.lang}"

    @property
    def page(self) -> str:
        """The file name of its page."""
        return f"{self.name}.html"


INDEX = "index.html"


def list_path(lang: str) -> str:
    """The path of the list in a language."""
    return INDEX if lang == HOME else f"index.{lang}.html"


def text_path(one: Article) -> str:
    """The path of the plain text of an article."""
    return f"txt/{one.name}.txt"


def picture_path(one: Article) -> str:
    """The path of the picture of its poster."""
    return f"img/{one.name}.png"


def pdf_path(one: Article, piece: Download) -> str:
    """The path of a piece to download."""
    return f"pdf/{one.name}-{piece.template}.pdf"
