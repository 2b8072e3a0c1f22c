"""Reads fixed words, longer readings and papers: one file for each language, named after it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from ulotki.content.unread import Unread
from ulotki.library.source import Source, glyphless

T = TypeVar("T")


def texts(source: Source, root: Path, folder: str, kind: type[T]) -> dict[str, T | Unread]:
    """The texts of a *kind* in a folder of *root*, by language: "words", "readings", "pages" or "papers"."""
    return {file.stem: text(source, file, kind) for file in source.found(root, f"{folder}/*.toml")}


def text(source: Source, file: Path, kind: type[T]) -> T | Unread:
    """The text in *file*."""
    if (judged := source.known_text(file, kind)) is not None:
        return judged
    found, faults = source.whole(file, kind)
    faults += glyphless(found, file.stem)
    return Unread(file.parent.name, file.stem, tuple(faults)) if found is None or faults else found
