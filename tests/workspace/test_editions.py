"""Editions as they lie on the disk: each is read, or is said to be unreadable and why; none is passed over."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from pathlib import Path

import pytest

from ulotki.edition.record import Edition, Record, Unreadable, divided, record_bytes
from ulotki.workspace import editions

RECORD = Record("maj", "Maj", datetime.date(2024, 8, 1), None, "800Z3-CG5EV", ())
FOLDER = "2024-08-01-1-800Z3-CG5EV"


@pytest.fixture
def out(tmp_path) -> Path:
    """Below it a campaign with an edition that is whole and one without its record."""
    for number in (1, 2):
        (tmp_path / f"maj/2024-08-01-{number}-800Z3-CG5EV").mkdir(parents=True)
    (tmp_path / "maj" / FOLDER / "manifest.json").write_bytes(record_bytes(RECORD))
    return tmp_path


def damage(path: Path, kind: str) -> None:
    """Make something of *path* that is no record."""
    match kind:
        case "missing":
            pass
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "link to nothing":
            path.symlink_to("nowhere")
        case _:
            path.write_bytes(DAMAGES[kind])


DAMAGES = {
    "empty": b"",
    "torn": record_bytes(RECORD)[:40],
    "no UTF-8": b'{"schema": "\xff"}',
    "deep": b"[" * 200_000,
    "a list": b"[]",
    "a number": b"1" + b"0" * 5000,
    "another kind": b'{"schema": "ulotki.manifest/77"}',
    "no kind": b"{}",
    "a wrong day": record_bytes(RECORD).replace(b"2024-08-01", b"2024-08-41"),
}


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "link to nothing", *DAMAGES])
def test_whatever_cannot_be_read_is_named(out, kind, hurried):
    """
    Its folder and why; what can be read beside it is still read, and nobody waits at a pipe.
    """
    damage(out / "maj/2024-08-01-2-800Z3-CG5EV/manifest.json", kind)

    found, unread = divided(editions.lying(out))

    assert (Edition(f"maj/{FOLDER}", RECORD),) == found
    assert ["maj/2024-08-01-2-800Z3-CG5EV"] == [one.where for one in unread]
    assert all(str(one.why) and one.finding.grave and one.where in str(one.finding.at) for one in unread)


def test_a_file_that_is_named_like_an_edition(out):
    """
    It is no edition, and is said to be none; a draft likewise.
    """
    (out / "maj" / "2024-08-01-3-VN60J-4GFHD").write_text("")
    (out / "maj" / "draft").write_text("")

    _, unread = divided(editions.lying(out))

    assert ["draft", "2024-08-01-2-800Z3-CG5EV", "2024-08-01-3-VN60J-4GFHD"] == [Path(one.where).name for one in unread]


def test_a_campaign_that_may_not_be_listed(out, monkeypatch):
    """
    It is named as a whole.
    """
    real = Path.iterdir

    def refuse(path):
        if path.name == "maj":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert ("maj",) == tuple(one.where for one in editions.lying(out))


def test_their_order(out):
    """
    Drafts come first, then each campaign's editions by number, the tenth after the ninth.
    """
    for number, name in enumerate(("draft", "2024-08-01-10-800Z3-CG5EV", "2024-08-01-9-800Z3-CG5EV"), 1):
        (out / "maj" / name).mkdir()
        other = replace(RECORD, until=datetime.date(2024, 12, number))
        (out / "maj" / name / "manifest.json").write_bytes(record_bytes(other))
    (out / "maj/2024-08-01-2-800Z3-CG5EV").rmdir()
    found, unread = divided(editions.lying(out))

    assert ["draft", FOLDER, "2024-08-01-9-800Z3-CG5EV", "2024-08-01-10-800Z3-CG5EV"] == [
        Path(one.where).name for one in found
    ]
    assert [True, False, False, False] == [one.draft for one in found]
    assert not unread


def test_nothing_was_made(tmp_path):
    """
    Where no folder out/ is, nothing lies, and nothing is wrong.
    """
    assert () == editions.lying(tmp_path / "out")


def test_there_is_something_for_every_reader():
    """
    An unreadable one keeps its place among the others' answers, in both halves.
    """
    torn = Unreadable("maj/draft", editions.say("torn"))
    whole = Edition("maj/x", RECORD)

    assert ((whole,), (torn,)) == divided((torn, whole))
