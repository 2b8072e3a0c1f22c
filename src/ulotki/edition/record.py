"""The record of an edition: every file with what it is, for whom, and what stands on it. JSON, written last of all.

Version 1 held no binding: whoever changed copies or places in the file left no trace. Version 2 ends with a seal over
all that matters, so a change is seen. Version 3 also says of which day each text was, version 4 of which day the pieces
speak where that is not the campaign's first. Every version is read, and says itself whether it is bound.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import Any, TypeVar, assert_never

from ulotki import values
from ulotki.errors import Finding, Refused, Say, Where, say
from ulotki.frozen import dataclass
from ulotki.recent import Kept

SCHEMA = "ulotki.manifest/3"
LATER = "ulotki.manifest/4"
READ = ("ulotki.manifest/1", "ulotki.manifest/2", SCHEMA, LATER)
NAME = "manifest.json"
SEAL = "seal"

BOUND = ("path", "sha256", "content", "name", "purpose", "places", "until", "code", "values", "mark", "replaced")
"""The fields of a file that version 2 binds; version 3 binds `texts` too. Never changed: another list is another version."""


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """A file of an edition. path: in its folder.  name: of the piece.  title: as people call it.

    places: (id, copies) for everybody who gets it.  until: display until, None when that is not said.  ink: share of the
    paper that toner covers, 0 to 1.  values: ref → what stands on it.  mark: the word across it, None for none.
    content: digest of what is packed in the file, the same whatever packed it, "" when nobody made one.
    replaced: refs of national values in whose place the workspace put its own.  texts: scam → the day on which its text
    was reviewed, of every scam that the piece is about; None when an older program wrote the record.
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
    until: datetime.date | None
    pages: int
    ink: float
    code: str
    values: Mapping[str, str]
    mark: str | None
    content: str = ""
    replaced: tuple[str, ...] = ()
    texts: Mapping[str, datetime.date] | None = None

    @property
    def copies(self) -> int:
        """Copies for all places together."""
        return sum(count for _, count in self.places)

    def ordered(self, place: str) -> int:
        """Copies for a place, by its id: 0 when nothing was ordered for it."""
        return ORDERED.get((self.places,), (), lambda: dict(self.places)).get(place, 0)


ORDERED: Kept[Mapping[str, int]] = Kept(500)
"""The last places with their copies, to be looked up: whoever goes through all places asks for each of them."""


@dataclass(frozen=True, slots=True)
class Record:
    """An edition or a draft. day: the first one of the campaign.  edition: its code.

    as_of: the day of which its pieces speak, None for that of the campaign; see `edition/days.py`.
    bound: whether its file says so much that a change of places or copies would be seen; it is no part of the record.
    """

    campaign: str
    title: str
    day: datetime.date
    until: datetime.date | None
    edition: str
    files: tuple[RecordEntry, ...]
    as_of: datetime.date | None = None
    bound: bool = field(default=True, compare=False)

    @property
    def speaks(self) -> datetime.date:
        """The day of which its pieces speak."""
        return self.as_of or self.day

    @property
    def pieces(self) -> tuple[RecordEntry, ...]:
        """The first file of each piece."""
        return tuple(next(files) for _, files in groupby(self.files, key=lambda file: file.name))

    @property
    def purposes(self) -> frozenset[str]:
        """The purposes of its files."""
        return frozenset(file.purpose for file in self.files)


def picture_path(name: str) -> str:
    """The path of the picture of the piece *name* in an edition."""
    return f"pictures/{name}.png"


def record_bytes(record: Record) -> bytes:
    """*record* as JSON: the same bytes for the same record."""
    document = {"schema": LATER if record.as_of else SCHEMA, **_table(record), SEAL: _digest(record, record.files)}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _table(record: Record) -> dict[str, Any]:
    table: Any = values.dump(record)
    for name in ("bound", *(() if record.as_of else ("as_of",))):
        del table[name]
    for file in table["files"]:
        file["places"] = [{"id": place, "copies": copies} for place, copies in file["places"]]
    return dict(table)


def digest(record: Record) -> str:
    """The SHA-256 of what an edition is for those who get it: which pieces, how many, for whom, until when, with what on them.

    It stays the same when files for the web or a print shop are added. A hand-over writes it down.
    """
    return _digest(record, (file for file in record.files if file.purpose == "office"))


def content_digest(record: Record) -> str:
    """`digest` without the bytes of the files: it stays the same when an edition is made anew with another zlib.

    "" when the record does not say what is packed in each of its files. Whoever relies on it reads the files.
    """
    files = [file for file in record.files if file.purpose == "office"]
    return _digest(record, files, leaving=("sha256",)) if all(file.content for file in files) else ""


def packed_in(data: bytes) -> str:
    """The digest of what is packed in a file, whatever packed it; see `readback.content`."""
    from ulotki.readback import content  # most questions about an edition are answered from its record

    return content(data)


def _digest(record: Record, files: Iterable[RecordEntry], leaving: Sequence[str] = ()) -> str:
    parts = [{name: value for name, value in _bound(file).items() if name not in leaving} for file in files]
    days = [record.day, record.until, *([record.as_of] if record.as_of else ())]
    whole = [record.campaign, *days, record.edition, parts]
    return hashlib.sha256(values.canonical(whole).encode()).hexdigest()


def _bound(file: RecordEntry) -> dict[str, Any]:
    """What is bound of a file. Without texts it is what version 2 bound, so that its seals and digests stay what they were."""
    names = BOUND if file.texts is None else (*BOUND, "texts")
    return {name: values.dump(getattr(file, name)) for name in names}


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition or a draft on the disk. where: its folder below out/, such as "kampania/2024-08-01-1-VN60J-4GFHD"."""

    where: str
    record: Record
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder of an edition or a draft whose record cannot be read. where: its folder below out/.  why: the reason."""

    where: str
    why: Say

    @property
    def finding(self) -> Finding:
        """The finding that every command reports about it."""
        return Finding(
            "record",
            say("the record of this edition cannot be read, so nobody can say what is in it: {why}", why=self.why),
            say(
                "bring the folder back from a backup; if there is none, make the edition anew: ulotki build, and move this folder out of out"
            ),
            Where(self.where),
        )


Lying = Edition | Unreadable
"""A folder below out/: every reader handles both kinds, with a `match` that ends in `assert_never`."""

R = TypeVar("R", Edition, Record)


def legible(one: R | Unreadable) -> R:
    """*one*, an edition or its record. Raises Refused when that cannot be read."""
    if isinstance(one, Unreadable):
        raise Refused([one.finding])
    return one


def copies_by_place(pieces: Iterable[Iterable[tuple[str, int]]]) -> dict[str, int]:
    """Place → copies of all pieces together. pieces: of each the places that get it, with the copies."""
    copies: dict[str, int] = {}
    for place, count in (each for places in pieces for each in places):
        copies[place] = copies.get(place, 0) + count
    return copies


def unread_findings(lying: Iterable[Lying]) -> tuple[Finding, ...]:
    """The finding of each folder whose record cannot be read."""
    return tuple(one.finding for one in divided(lying)[1])


def divided(lying: Iterable[Lying]) -> tuple[tuple[Edition, ...], tuple[Unreadable, ...]]:
    """(the editions and drafts that can be read, those that cannot), both in their order."""
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
    """The record in *data*, or an `Unreadable` with the reason. where: the folder it comes from."""
    try:
        document = values.parse(data)
        if not isinstance(document, dict):
            return Unreadable(where, say("{name} is no record", name=NAME))
        if (schema := document.get("schema")) not in READ:
            what = say("{name} is of a kind that this program does not know: {kind}", name=NAME, kind=schema)
            return Unreadable(where, what)
        if b"\\ud" in data.lower():  # half of a pair of UTF-16: no text that could be shown, hashed or written
            json.dumps(document, ensure_ascii=False).encode()
        found = _loaded(document)
    except UnicodeEncodeError:
        return Unreadable(where, say("{name} is damaged or altered: it is no complete JSON", name=NAME))
    except values.Misshapen as error:
        if error.path:
            return Unreadable(where, say("{name}: {field} is not what it should be", name=NAME, field=error.path))
        return Unreadable(where, say("{name} is damaged or altered: it is no complete JSON", name=NAME))
    if found.bound and document[SEAL] != _digest(found, found.files):
        return Unreadable(where, say("{name} was changed after it was written", name=NAME))
    return found


def _loaded(document: Mapping[str, Any]) -> Record:
    """The record in *document*. Raises Misshapen."""
    files = document.get("files")
    if not isinstance(files, list):
        raise values.Misshapen("files", "no list")
    tables = [_entry(file, f"files.{number}") for number, file in enumerate(files, 1)]
    bound = document["schema"] != READ[0] and isinstance(document.get(SEAL), str)
    return values.load(Record, {**document, "files": tables, "bound": bound})


UNSAID: Mapping[str, object] = {
    **dict.fromkeys(("title", "scam", "template", "format", "palette"), ""),
    "size": 0,
    "lang": "pl",
    "purpose": "office",
    "until": None,
    "pages": 1,
    "ink": 0.0,
    "mark": None,
}
"""What a file is when its record does not say. Path, digest, name, code, places and values are always said."""


def _entry(file: object, path: str) -> object:
    """The entry of a file as a document, with its places as pairs."""
    if not isinstance(file, dict):
        return file
    places = file.get("places")
    if not isinstance(places, list) or not all(isinstance(place, dict) for place in places):
        raise values.Misshapen(f"{path}.places", "no list of tables")
    return {**UNSAID, **file, "places": [[place.get("id"), place.get("copies")] for place in places]}
