"""Reads fixed words, longer readings and papers: one file for each language, named after it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from ulotki.content.paperwork import Paperwork
from ulotki.content.phrases import Phrases, Readings, Site
from ulotki.content.text import Prose
from ulotki.content.unread import Unread
from ulotki.library.source import Source, glyphless

T = TypeVar("T")


def words(source: Source, file: Path) -> Phrases[Prose] | Unread:
    """The fixed words of a language."""
    return _text(source, file, Phrases, "words")


def readings(source: Source, file: Path) -> Readings | Unread:
    """The appeal and the glossary of a language."""
    return _text(source, file, Readings, "readings")


def site(source: Source, file: Path) -> Site | Unread:
    """The words on the pages of a web site in a language."""
    return _text(source, file, Site, "pages")


def papers(source: Source, file: Path) -> Paperwork | Unread:
    """The letters, receipts and lists of a language."""
    return _text(source, file, Paperwork, "papers")


def _text(source: Source, file: Path, kind: type[T], name: str) -> T | Unread:
    if (judged := source.known_text(file, kind)) is not None:
        return judged
    found, faults = source.whole(file, kind)
    faults += glyphless(found, file.stem)
    return Unread(name, file.stem, tuple(faults)) if found is None or faults else found
