"""The record of an edition: every file with what it is, for whom, and what stands on it. JSON, written last of all."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby

SCHEMA = "ulotki.manifest/1"
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an edition. path: in its folder.  name: of the piece.  title: as people call it.

    places: (id, copies) for everybody who gets it.  until: display until, None when that is not said.  ink: share of the
    paper that toner covers, 0 to 1.  values: ref → what stands on it.  mark: the word across it, None for none.
    """

    path: str
    sha256: str
    size: int
    name: str
    title: str
    scam: str
    template: str
    format: str
    palette: str
    lang: str
    purpose: str
    places: tuple[tuple[str, int], ...]
    until: str | None
    pages: int
    ink: float
    code: str
    values: Mapping[str, str]
    mark: str | None

    @property
    def copies(self) -> int:
        """For all places together."""
        return sum(count for _, count in self.places)


@dataclass(frozen=True, slots=True)
class Record:
    """An edition or a draft. day: of the campaign, as it is written.  edition: its code."""

    campaign: str
    title: str
    day: str
    until: str | None
    edition: str
    files: tuple[Entry, ...]

    @property
    def pieces(self) -> tuple[Entry, ...]:
        """The first file of each piece."""
        return tuple(next(files) for _, files in groupby(self.files, key=lambda file: file.name))

    @property
    def purposes(self) -> frozenset[str]:
        """What its files are for."""
        return frozenset(file.purpose for file in self.files)


def picture(name: str) -> str:
    """Where the picture of the piece *name* lies in an edition."""
    return f"pictures/{name}.png"


def written(record: Record) -> bytes:
    """*record* as JSON: the same bytes for the same record."""
    document = {"schema": SCHEMA, **asdict(record)}
    for file in document["files"]:
        file["places"] = [{"id": place, "copies": copies} for place, copies in file["places"]]
        file["values"] = dict(file["values"])
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes) -> Record | None:
    """The record that *data* holds, None when it is none or damaged."""
    try:
        document = json.loads(data)
        if document.pop("schema") != SCHEMA:
            return None
        document["files"] = tuple(_entries(document["files"]))
        return Record(**document)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _entries(files: list[dict[str, object]]) -> Iterator[Entry]:
    for file in files:
        places = tuple((place["id"], int(place["copies"])) for place in file.pop("places"))  # type: ignore[attr-defined]
        entry = Entry(places=places, **file)  # type: ignore[arg-type]
        texts = (entry.path, entry.sha256, entry.name, entry.code, entry.purpose)
        if not isinstance(entry.values, dict) or not all(
            isinstance(text, str) for text in (*texts, *entry.values.values())
        ):
            raise TypeError("an entry of another shape")
        if entry.until is not None:
            datetime.date.fromisoformat(entry.until)
        yield entry
