"""Finds and reads the files of a folder: by pattern, each once, with the line of every value."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from ulotki import files
from ulotki.content.order import PaletteName, TemplateName
from ulotki.content.printable import foreign_complaints
from ulotki.content.prose_values import proses
from ulotki.content.scam import IconName
from ulotki.content.typography import LANGUAGES
from ulotki.errors import Finding, Say, Where, say
from ulotki.frozen import dataclass
from ulotki.installed import digest
from ulotki.library import judged
from ulotki.library.document import Document
from ulotki.library.ids import id_fault
from ulotki.library.shape import Reader
from ulotki.library.toml import parse

T = TypeVar("T")

MOST_FILES = 500
"""Files of one pattern that are read. More are a finding: see `strays`."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that the program defines and content may use: templates with their formats, palettes, pictograms."""

    formats: Mapping[str, tuple[str, ...]]
    palettes: tuple[str, ...]
    icons: frozenset[str]

    def names(self) -> dict[Any, Collection[str]]:
        """The allowed names, by the type of name in content."""
        return {TemplateName: self.formats, PaletteName: self.palettes, IconName: self.icons}


def vocabulary() -> Vocabulary | None:
    """The names that the program defined when its pins were made: to ask its templates would load them all.

    None without `judged.jsonl`; then `stock.known` gives them.
    """
    names = judged.form().names
    if names is None:
        return None
    formats = {template: tuple(papers) for template, papers in names["formats"].items()}
    return Vocabulary(formats, tuple(names["palettes"]), frozenset(names["icons"]))


REMEMBERED = 400
"""Files that are remembered as values."""

WHOLE: dict[tuple[object, ...], tuple[object, tuple[Finding, ...]]] = {}
"""The values of files that were read, by their name, digest and kind: a process that runs long reads only what changed."""


class Source:
    """Reads files as values.

    languages: of the scams to read.  scam: the only one to read, "" for all.  instead: contents to use in place of files
    on the disk.  national: the folder of the national library, None to read every file anew.  judged: its files whose
    values were judged before.
    """

    def __init__(
        self,
        known: Vocabulary,
        languages: Collection[str],
        instead: Mapping[Path, bytes] | None = None,
        national: Path | None = None,
        scam: str = "",
    ) -> None:
        self.known, self.languages, self.scam, self.national = known, languages, scam, national
        self.instead = instead or {}
        self.documents: dict[str, Document] = {}
        self.judged: dict[str, str] = {}
        self.unlisted: dict[Path, Finding] = {}
        self.allowed = hash((tuple(known.formats.items()), known.palettes, known.icons))

    def found(self, root: Path, pattern: str) -> list[Path]:
        """Paths of *pattern* in *root*, sorted by name, including those that are no files or exist only in `instead`."""
        depth = len(Path(pattern).parts)
        new = {path for path in self.instead if path.parents[depth - 1 : depth] == (root,) and path.match(pattern)}
        if "*" not in pattern:
            file = root / pattern
            return [file] if file in new or files.lies(file) else []
        return sorted({*files.matching(root, pattern, self._unlisted), *new})[:MOST_FILES]

    def _unlisted(self, error: OSError) -> None:
        folder = Path(str(error.filename))
        self.unlisted[folder] = unlisted(folder, error)

    def document(self, file: Path) -> Document | Finding:
        """The values and lines of a file, or the finding why it cannot be read."""
        try:
            data = self.contents(file)
        except OSError as error:
            return unreadable(file, error)
        document = parse(str(file), data)
        if isinstance(document, Document):
            self.documents[document.file] = document
        return document

    def contents(self, file: Path) -> bytes:
        """The bytes of a file. Raises OSError."""
        return self.instead[file] if file in self.instead else files.contents(file)

    def known_text(self, file: Path, kind: type[T]) -> T | None:
        """The value of a national text that was judged when the pins were made; None for every other file."""
        if self.national is None or not file.is_relative_to(self.national):
            return None
        try:
            sum = digest(self.contents(file))
        except OSError:
            return None
        found = judged.form().value(kind, file.relative_to(self.national).as_posix(), sum, str(file))
        if found is not None:
            self.judged[str(file)] = sum
        return found

    @property
    def digests(self) -> dict[str, str]:
        """The digest of every file that was read, by its name."""
        return {**{file: document.digest for file, document in self.documents.items()}, **self.judged}

    def whole(self, file: Path, kind: type[T], **given: object) -> tuple[T | None, list[Finding]]:
        """(the value of a file that is one table, its findings)."""
        document = self.document(file)
        if isinstance(document, Finding):
            return None, [document]
        key = (document.file, document.digest, kind, tuple(sorted(given.items())), self.allowed)
        found = WHOLE.get(key)
        if found is None:
            reader = Reader(document, self.known.names())
            found = reader.read(kind, document.values, (), **given), tuple(reader.findings)
            if len(WHOLE) >= REMEMBERED:
                WHOLE.clear()
            WHOLE[key] = found
        value, findings = found
        return cast(T | None, value), [*named(file), *findings]

    def where(self, at: Where, field: str) -> Where:
        """The place of *field* of the value at *at*, or of the value itself."""
        if at.file in self.judged and at.file not in self.documents:
            self.document(Path(at.file))
        document = self.documents.get(at.file)
        path = tuple(int(part) - 1 if part.isdigit() else part for part in f"{at.field}.{field}".split(".") if part)
        return document.where(path) if document else replace(at, field=field)

    def fault(self, at: Where, field: str, what: Say, hint: Say) -> Finding:
        """A finding about *field* of the value at *at*."""
        return Finding("read", what, hint, self.where(at, field) if field else at)


def glyphless(value: object, lang: str) -> Iterator[Finding]:
    """Findings for the words of *value* with characters that the faces of the language *lang* lack."""
    for prose in proses(value) if lang in LANGUAGES else ():
        for what, hint in foreign_complaints(prose.source, LANGUAGES[lang].family):
            yield Finding("read", what, hint, prose.at)


def unreadable(file: Path, error: OSError) -> Finding:
    """The finding that a file cannot be read from the disk."""
    what = say("the file cannot be read: {why}", why=files.why(error))
    return Finding("read", what, say("put a text file in its place, or remove it"), Where(str(file)))


def unlisted(folder: Path, error: OSError) -> Finding:
    """The finding that nobody knows what is in a folder."""
    what = say("the folder cannot be read: {why}", why=files.why(error))
    return Finding("read", what, say("put a folder in its place, or remove it"), Where(str(folder)))


def named(file: Path) -> Iterator[Finding]:
    """A finding when the name of a file is not a valid id."""
    if complaint := id_fault(file.stem):
        yield Finding("read", *complaint, Where(str(file)))
