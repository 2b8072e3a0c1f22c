"""Files that a browser gets: a PDF opens in it, any other kind is saved under its name. Files on the disk are gone at once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from flask import Response, abort

from ulotki.documents import ENDINGS
from ulotki.documents.draft import Draft, draft_file
from ulotki.documents.formats import document_file
from ulotki.documents.paper import Paper

T = TypeVar("T")

KINDS = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".html": "text/html",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".eml": "message/rfc822",
    ".png": "image/png",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
    ".sqlite": "application/vnd.sqlite3",
}


def send(data: bytes, name: str, *, save: bool | None = None) -> Response:
    """*data* as the file *name*. save: whether the browser saves it, else it shows it; None: all but a PDF is saved."""
    ending = Path(name).suffix
    answer = Response(data, mimetype=KINDS[ending])
    saved = ending != ".pdf" if save is None else save
    answer.headers.set("Content-Disposition", "attachment" if saved else "inline", filename=name)
    return answer


def paper(document: Paper, name: str, *, save: bool | None = None) -> Response:
    """*document* as the kind of file that *name* says; there is nothing under any other name."""
    ending = Path(name).suffix
    if ending not in ENDINGS:
        abort(404)
    return send(document_file(document, ending), name, save=save)


def letter(draft: Draft) -> Response:
    """A letter as a draft of a message."""
    return send(draft_file(draft), f"{draft.name}.eml")


def picture(data: bytes, cache: str = "") -> Response:
    """A PNG. cache: how long the browser may keep it."""
    answer = Response(data, mimetype=KINDS[".png"])
    if cache:
        answer.headers["Cache-Control"] = cache
    return answer


def file_bytes(name: str, write: Callable[[Path], object]) -> bytes:
    """What *write* puts into a file of that name."""
    with tempfile.TemporaryDirectory(prefix="ulotki-") as folder:
        file = Path(folder) / name
        write(file)
        return file.read_bytes()


def with_file(data: bytes, name: str, read: Callable[[Path], T]) -> T:
    """What *read* makes of *data* as a file of that name."""
    with tempfile.TemporaryDirectory(prefix="ulotki-") as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        return read(file)
