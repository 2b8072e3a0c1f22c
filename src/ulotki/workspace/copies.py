"""A copy of a workspace as one zip: written whole, and read back only when every byte is what the copy says of itself.

Inside lie `copy.json`, the list of all files with their SHA-256, and the files under their names. An archive may come from
anywhere, so names are compared with what a workspace holds, sizes with limits, and nothing is unpacked before all is read.
"""

from __future__ import annotations

import datetime
import errno
import hashlib
import json
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path, PurePosixPath

from ulotki import files, values
from ulotki.errors import Refused, Say, Where, refused, say
from ulotki.frozen import dataclass
from ulotki.library.ids import DEVICE
from ulotki.workspace import history, ledger, route, writing

SCHEMA = "ulotki.copy/1"

RECORD = "copy.json"

BEFORE = Path(".ulotki") / "before"
"""In the workspace: files about people that a copy has replaced. `ledger forget` removes them."""

OUT = "out/"
"""Below it lie the editions, in the archive."""

MOST = 20_000
"""Files of a copy at most."""

LARGEST = 2_000_000_000
"""Bytes of all files of a copy together at most."""

RECORD_LARGEST = 8_000_000

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedFile:
    """A file of a copy. path: as in the workspace; editions lie below out/."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRecord:
    """What a copy says of itself. names: people.toml and the names of the ledger are in it."""

    schema: str
    day: datetime.date
    program: str
    names: bool
    files: tuple[CopiedFile, ...]


def allowed(path: str) -> bool:
    """Whether a copy may hold a file of that name: a file of ours, the ledger, or something below out/."""
    if history.changeable(path) or path in (ledger.NAME, route.NAME):
        return True
    parts = PurePosixPath(path).parts
    return path.startswith(OUT) and len(parts) > 1 and "/".join(parts) == path and all(map(_plain, parts[1:]))


def _plain(part: str) -> bool:
    """Whether *part* is a name that every system can have, and that leads nowhere else."""
    return (
        part not in (".", "..")
        and part.isprintable()
        and not set(part) & set('\\:*?"<>|')
        and not part.endswith((".", " "))
        and not DEVICE.fullmatch(part.casefold().partition(".")[0])
    )


def save(
    target: Path, sources: Mapping[str, Path | bytes], record: Mapping[str, object], day: datetime.date
) -> CopyRecord:
    """Write the copy *target* with these files, by their path in it. Returns what it says of itself.

    The archive that was there stays as it is until the new one is whole.
    """
    with writing.about(target):
        handle, part = writing.unfinished(target.parent)
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    listed: list[CopiedFile] = []
    try:
        with writing.about(part, target), os.fdopen(handle, "wb") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                for path, source in sources.items():
                    listed.append(_packed(archive, path, source, stamp))
                made = CopyRecord(schema=SCHEMA, day=day, files=tuple(listed), **record)  # type: ignore[arg-type]
                text = json.dumps(values.dump(made), ensure_ascii=False, indent=1) + "\n"
                archive.writestr(_info(RECORD, stamp), text.encode())
            out.flush()
            os.fsync(out.fileno())
        with writing.about(part, target):
            read(part)
        with writing.about(target):
            writing.put_in_place(part, target)
            writing.settle_name(target)
        return made
    finally:
        with suppress(OSError):
            part.unlink()


def _packed(archive: zipfile.ZipFile, path: str, source: Path | bytes, stamp: tuple[int, ...]) -> CopiedFile:
    sha, size = hashlib.sha256(), 0
    with (
        archive.open(_info(path, stamp), "w", force_zip64=True) as target,
        BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file,
    ):
        while chunk := file.read(CHUNK):
            sha.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return CopiedFile(path=path, size=size, sha256=sha.hexdigest())


def _info(path: str, stamp: tuple[int, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, stamp)  # type: ignore[arg-type]
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    return info


def read(file: Path) -> CopyRecord:
    """What the copy *file* says of itself, when all of it is so. Raises Refused with what is wrong."""
    with _opened(file) as archive:
        record = _record(archive, file)
        for one in record.files:
            for _chunk in _verified_chunks(archive, one, file):
                pass
    return record


@contextmanager
def unpacked(file: Path, folder: Path, final: Path) -> Iterator[tuple[CopyRecord, Path]]:
    """(what the copy *file* says of itself, a folder with all its files), once all is verified; the folder goes afterwards.

    folder: the unpacked files lie in a new folder in it, so on the same disk.  final: where they are to lie; an error names
    them there.
    """
    with writing.about(final):
        part = writing.unfinished_folder(folder)
    try:
        with writing.about(part, final), _opened(file) as archive:
            record = _record(archive, file)
            for one in record.files:
                target = part / one.path
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as out:
                    out.writelines(_verified_chunks(archive, one, file))
            yield record, part
    finally:
        writing.scrap(part)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, its names looked at before anything else. Raises Refused for damage, wherever it is met."""
    try:
        with files.opened(file) as source, zipfile.ZipFile(source) as archive:
            _looked_at(archive, file)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _refused(file, say("the archive is damaged: {why}", why=error)) from error
    except OSError as error:
        if isinstance(error, FileNotFoundError) or error.errno is None:
            raise _refused(file, say("the archive cannot be read: {why}", why=files.why(error))) from error
        raise


def _looked_at(archive: zipfile.ZipFile, file: Path) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST or sum(part.file_size for part in parts) > LARGEST:
        raise _refused(file, say("it unpacks to more than a workspace can be"))
    if len({name.casefold() for name in names}) < len(names):
        raise _refused(file, say("a file is in it twice"))
    for part in parts:
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile(f"{part.filename}: {part.compress_type}")
        kind = stat.S_IFMT(part.external_attr >> 16)
        if part.filename != RECORD and not allowed(part.filename):
            raise _refused(file, say('"{path}" does not belong into a copy', path=part.filename))
        if kind not in (0, stat.S_IFREG):
            raise _refused(file, say('"{path}" is a link and no file', path=part.filename))


def _record(archive: zipfile.ZipFile, file: Path) -> CopyRecord:
    try:
        info = archive.getinfo(RECORD)
    except KeyError:
        raise _refused(file, say("it is no copy of a workspace: {file} is missing", file=RECORD)) from None
    if info.file_size > RECORD_LARGEST:
        raise _refused(file, say("it unpacks to more than a workspace can be"))
    table = values.parse(b"".join(_stored(archive, RECORD)))
    schema = table.get("schema") if isinstance(table, dict) else None
    if schema != SCHEMA:
        hint = say("install a newer ulotki; nothing was written")
        raise _refused(file, say("it is of another version: {schema}", schema=schema), hint)
    record = values.load(CopyRecord, table)
    listed, there = {one.path for one in record.files}, set(archive.namelist()) - {RECORD}
    if listed != there or len(listed) != len(record.files):
        strange = sorted(listed ^ there)
        raise _refused(file, say("its list and its files differ: {path}", path=", ".join(strange[:3]) or "–"))
    return record


def _verified_chunks(archive: zipfile.ZipFile, one: CopiedFile, file: Path) -> Iterator[bytes]:
    """The contents of *one*; raises Refused at their end when they are not what the copy says."""
    sha, size = hashlib.sha256(), 0
    for chunk in _stored(archive, one.path):
        sha.update(chunk)
        size += len(chunk)
        yield chunk
    if (size, sha.hexdigest()) != (one.size, one.sha256):
        raise _refused(file, say('"{path}" is not what the copy says of it', path=one.path))


def _stored(archive: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """The contents of a file in the archive. Raises BadZipFile when the archive says that it lies where nothing can lie."""
    try:
        with archive.open(path) as source:
            while chunk := source.read(CHUNK):
                yield chunk
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        raise zipfile.BadZipFile(error.strerror) from error


def _refused(file: Path, what: Say, hint: Say | None = None) -> Refused:
    hint = hint or say("take another copy; nothing was written")
    return refused("copy", what, hint, Where(str(file)))


@contextmanager
def spare() -> Iterator[Path]:
    """A folder outside of the workspace for what goes into a copy; it goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="ulotki-") as name:
        yield Path(name)


def keep_private(folder: Path, path: str, data: bytes) -> None:
    """Keep a file about people that a copy replaces: not in the history, and not for ever."""
    (folder / BEFORE).mkdir(parents=True, exist_ok=True)
    writing.write(folder / BEFORE / path, data)


def forget_private(folder: Path) -> bool:
    """Remove files about people that a copy has replaced. Returns whether there were any."""
    return writing.remove(folder / BEFORE)


def below(base: Path) -> Sequence[Path]:
    """The files below *base* that a copy takes: no links, nothing hidden but what editions need, no leftovers."""
    return [
        path
        for path in files.below(base)
        if path.is_file()
        and not path.is_symlink()
        and not any(part.startswith((writing.PART, ".lock")) for part in path.relative_to(base).parts)
    ]
