"""The record of an edition: every file with what it is, for whom, and what stands on it. JSON, written last of all."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import assert_never

from ulotki.errors import Finding, Say, Where, say

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


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition or a draft that lies there. where: its folder below out/, such as "kampania/2024-08-01-1-VN60J-4GFHD"."""

    where: str
    record: Record
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What lies where an edition or a draft would, and nobody can say what it is. where: its folder below out/."""

    where: str
    why: Say

    @property
    def finding(self) -> Finding:
        """The complaint that every command makes of it."""
        return Finding(
            "record",
            say("the record of this edition cannot be read, so nobody can say what is in it: {why}", why=self.why),
            say(
                "bring the folder back from a backup; if there is none, make the edition anew: ulotki build, and move this folder out of out"
            ),
            Where(self.where),
        )


Lying = Edition | Unreadable
"""What lies below out/: every reader answers for both, with a `match` that ends in `assert_never`."""


def divided(lying: Iterable[Lying]) -> tuple[tuple[Edition, ...], tuple[Unreadable, ...]]:
    """The editions and drafts that can be read, and what cannot, both in their order."""
    editions: list[Edition] = []
    unread: list[Unreadable] = []
    for one in lying:
        match one:
            case Edition():
                editions.append(one)
            case Unreadable():
                unread.append(one)
            case _:
                assert_never(one)
    return tuple(editions), tuple(unread)


def read_record(data: bytes, where: str = "") -> Record | Unreadable:
    """The record that *data* holds, or why it holds none. where: the folder it lies in."""
    try:
        document = json.loads(data)
        if not isinstance(document, dict):
            return Unreadable(where, say("{name} is no record", name=NAME))
        if (schema := document.pop("schema", None)) != SCHEMA:
            return Unreadable(
                where, say("{name} is of a kind that this program does not know: {kind}", name=NAME, kind=schema)
            )
        document["files"] = tuple(_entries(document["files"]))
        found = Record(**document)
        texts = (found.campaign, found.title, found.day, found.edition)
        if not all(isinstance(text, str) for text in texts):
            raise TypeError("a record of another shape")
        datetime.date.fromisoformat(found.day)
        if found.until is not None:
            datetime.date.fromisoformat(found.until)
    except UnicodeDecodeError:
        return Unreadable(where, say("{name} is not written in UTF-8", name=NAME))
    except json.JSONDecodeError as error:
        return Unreadable(where, say("{name} is no whole JSON, from line {line} on", name=NAME, line=error.lineno))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Unreadable(where, say("{name} is of another shape", name=NAME))
    return found


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
