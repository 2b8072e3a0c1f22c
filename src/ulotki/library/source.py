"""The files of a folder: found by pattern, read once and safely, with the place of everything in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from ulotki import files
from ulotki.content.campaign import PaletteName, TemplateName
from ulotki.content.scam import IconName
from ulotki.errors import Finding, Say, Where, say
from ulotki.library.shape import Reader, id_fault
from ulotki.library.toml import Document, parse

T = TypeVar("T")

PATTERNS = (
    "ulotki.toml",
    "numbers.toml",
    "places.toml",
    "approvals.toml",
    "campaigns/*.toml",
    "scams/*/*.toml",
    "words/*.toml",
    "readings/*.toml",
    "papers/*.toml",
)
"""What is read of a workspace."""

OTHERS = frozenset({"people.toml"})
"""Read on its own, by who needs it: it holds what no edition may know."""


@dataclass(frozen=True, slots=True)
class Known:
    """Names that content may use and that live in the program: templates with their formats, palettes, pictograms."""

    formats: Mapping[str, tuple[str, ...]]
    palettes: tuple[str, ...]
    icons: frozenset[str]

    def names(self) -> dict[Any, Collection[str]]:
        """By the type of name that content gives them."""
        return {TemplateName: self.formats, PaletteName: self.palettes, IconName: self.icons}


class Source:
    """Files as values. languages: whose scams are read.  instead: what files hold in place of what lies on the disk."""

    def __init__(self, known: Known, languages: Collection[str], instead: Mapping[Path, bytes] | None = None) -> None:
        self.known = known
        self.languages = languages
        self.instead = instead or {}
        self.documents: dict[str, Document] = {}

    def found(self, root: Path, pattern: str) -> list[Path]:
        """What bears a name of *pattern* in *root*, in the order of names, also what is not written yet or is no file."""
        depth = len(Path(pattern).parts)
        new = {path for path in self.instead if path.parents[depth - 1] == root and path.match(pattern)}
        if "*" not in pattern:
            file = root / pattern
            return [file] if file in new or file.exists() or file.is_symlink() else []
        return sorted({*root.glob(pattern), *new})

    def document(self, file: Path) -> Document | Finding:
        """The file's values and lines, or why it cannot be read."""
        try:
            data = self.instead[file] if file in self.instead else files.contents(file)
        except OSError as error:
            return unreadable(file, error)
        document = parse(str(file), data)
        if isinstance(document, Document):
            self.documents[document.file] = document
        return document

    def whole(self, file: Path, kind: type[T], **given: object) -> tuple[T | None, list[Finding]]:
        """A file that is one value, and what is wrong with it."""
        document = self.document(file)
        if isinstance(document, Finding):
            return None, [document]
        reader = Reader(document, self.known.names())
        value = reader.read(kind, document.values, (), **given)
        return value, [*named(file), *reader.findings]

    def where(self, at: Where, field: str) -> Where:
        """Where *field* of the value at *at* stands, or the value itself."""
        document = self.documents.get(at.file)
        path = tuple(int(part) - 1 if part.isdigit() else part for part in f"{at.field}.{field}".split(".") if part)
        return document.where(path) if document else replace(at, field=field)

    def fault(self, at: Where, field: str, what: Say, hint: Say) -> Finding:
        """What is wrong with *field* of the value at *at*."""
        return Finding("read", what, hint, self.where(at, field) if field else at)


def unreadable(file: Path, error: OSError) -> Finding:
    """A file that the disk does not give."""
    what = say("the file cannot be read: {why}", why=files.why(error))
    return Finding("read", what, say("put a text file in its place, or take it away"), Where(str(file)))


def named(file: Path) -> Iterator[Finding]:
    """What is wrong with the name of a file that becomes an id."""
    if complaint := id_fault(file.stem):
        yield Finding("read", *complaint, Where(str(file)))


def strays(root: Path) -> Iterator[Finding]:
    """Files that look as if they were meant to be read and are not: a wrong folder, name or ending."""
    read = {path for pattern in PATTERNS for path in (root / pattern, *root.glob(pattern))}
    near: list[Path] = []
    for name in ("scams", "words", "readings", "papers", "campaigns"):
        folder = root / name
        try:
            near += [path for path in folder.rglob("*") if not path.is_dir()] if any(folder.iterdir()) else []
        except FileNotFoundError:
            continue
        except OSError as error:
            what = say("the folder cannot be read: {why}", why=files.why(error))
            yield Finding("read", what, say("put a folder in its place, or take it away"), Where(str(folder)))
    near += [path for path in root.glob("*") if path.suffix.lower() in (".toml", ".yaml", ".yml") and not path.is_dir()]
    for path in sorted(near):
        if path not in read and not path.name.startswith(".") and path.name not in OTHERS:
            hint = say("files are {patterns}", patterns=", ".join(PATTERNS))
            yield Finding("read", say("this file is not read"), hint, Where(str(path)))
