"""Gives an edition that lies there the files that it lacks."""

from __future__ import annotations

import hashlib
from itertools import groupby
from pathlib import Path

from ulotki import files
from ulotki.edition import record
from ulotki.edition.index import INDEX, index
from ulotki.edition.voice import PageVoice
from ulotki.workspace import editions, writing


def last_files(found: record.Record, voice: PageVoice) -> dict[str, bytes]:
    """The files that are written last: the first page and the record."""
    return {INDEX: index(found, voice), record.NAME: record.record_bytes(found)}


def complete(folder: Path, kept: record.Record, data: dict[str, bytes], old: set[str], voice: PageVoice) -> None:
    """Give the edition in *folder* the files that it lacks, each purpose whole, and then the record that lists them."""
    by_purpose = sorted((file.path for file in kept.files), key=lambda path: path.split("/")[0])
    for purpose, paths in groupby(by_purpose, key=lambda path: path.split("/")[0]):
        inside = list(paths)
        if old.issuperset(inside):
            continue
        with writing.folder(folder / purpose) as part:
            for path in inside:
                bytes_of = files.contents(folder / path) if path in old else data[path]
                writing.put(part / path.removeprefix(f"{purpose}/"), bytes_of)
    shown = {path: data[path] for path in map(record.picture_path, dict.fromkeys(piece.name for piece in kept.pieces))}
    for path, bytes_of in (shown | last_files(kept, voice)).items():
        if editions.digest(folder / path) != hashlib.sha256(bytes_of).hexdigest():
            (folder / path).parent.mkdir(exist_ok=True)
            writing.write(folder / path, bytes_of)
