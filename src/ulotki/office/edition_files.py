"""Finds an edition by its code, and the files of its pieces."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from ulotki import files
from ulotki.edition.record import Edition, Lying, RecordEntry, Unreadable, picture_path
from ulotki.errors import Refused, Where, absent, misused, refused, say
from ulotki.workspace import Workspace, editions


def find_edition(workspace: Workspace, code: str) -> Edition:
    """The edition or draft with that code. Raises Misused when there is none, Refused when its record is damaged."""
    lying: tuple[Lying, ...] = editions.lying(workspace.base)
    for one in reversed(lying):
        match one:
            case Edition():
                if one.record.edition == code:
                    return one
            case Unreadable():
                if one.where.endswith(f"-{code}"):
                    raise Refused([one.finding])
            case _:
                assert_never(one)
    raise misused(say('there is no edition "{name}"', name=code))


def find_file(edition: Edition, code: str, *, sheet: bool = False) -> RecordEntry:
    """The file of the piece with that code. sheet: as it goes through the printer, where that is another. Raises Misused."""
    ours = [one for one in edition.record.files if one.code == code and one.purpose == "office"]
    if not ours:
        raise misused(absent("piece", code))
    return next((one for one in ours if sheet and one.path.startswith("print/")), ours[0])


def file_bytes(workspace: Workspace, edition: Edition, file: RecordEntry) -> bytes:
    """The bytes of a file of an edition. Raises Refused unless they are those that were made and read back."""
    folder = workspace.base / edition.where
    if damage := editions.damage(folder, file):
        raise Refused(damage)
    return files.contents(folder / file.path)


def picture_bytes(workspace: Workspace, edition: Edition, file: RecordEntry) -> bytes:
    """The picture of a piece, as the build has made it from the read-back. Raises Refused when it is not there."""
    base = (workspace.base / edition.where).resolve()
    path = (base / picture_path(file.name)).resolve()
    try:
        if not path.is_relative_to(base):
            raise FileNotFoundError
        return files.contents(Path(path))
    except OSError as error:
        raise refused("file", say("this picture is not there"), at=Where(file.name)) from error
