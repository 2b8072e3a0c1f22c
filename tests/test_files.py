"""A file off the disk: only what is a file, only so much of it, and never waiting."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from ulotki import files


def test_a_file(tmp_path):
    """
    Its bytes, all of them, up to the most that is asked for.
    """
    (tmp_path / "a").write_bytes(b"12345")

    assert b"12345" == files.contents(tmp_path / "a", largest=5)


def test_too_much(tmp_path):
    """
    A file that is larger than the bound is not read.
    """
    (tmp_path / "a").write_bytes(b"123456")

    with pytest.raises(files.Unfit, match="larger than"):
        files.contents(tmp_path / "a", largest=5)


def test_a_folder(tmp_path):
    """
    A folder is no file, and is said to be a folder.
    """
    with pytest.raises(files.Unfit, match="folder"):
        files.contents(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_nobody_waits_at_a_pipe(tmp_path, hurried, monkeypatch):
    """
    A pipe that nobody writes to, a socket and an endless device are refused at once.
    """
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as door:
        monkeypatch.chdir(tmp_path)  # the path of a socket must be short
        door.bind("door")
        for path in (tmp_path / "pipe", tmp_path / "door", Path("/dev/zero")):
            with pytest.raises(files.Unfit, match="pipe or a device"):
                files.contents(path)


def test_why(tmp_path):
    """
    A file that is not there says so, and so does one that may not be read; else the system's own words are given.
    """
    with pytest.raises(FileNotFoundError) as missing:
        files.contents(tmp_path / "a")

    assert "it is not there" == str(files.why(missing.value))
    assert "the system does not allow reading it" == str(files.why(PermissionError(13, "no")))
    assert "the system says: Stale file handle" == str(files.why(OSError(116, "Stale file handle")))
    assert "it is a folder, not a file" == str(
        files.why(files.Unfit(files.say("it is a folder, not a file"), tmp_path))
    )


def test_a_folder_that_cannot_be_listed_is_no_empty_one(tmp_path, monkeypatch):
    """
    Both ways to list files raise for it, whatever Python's own do; a folder that is not there has none.
    """
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.toml").touch()
    listed = [files.below(tmp_path), files.matching(tmp_path, "a/*/*.toml")]

    def refusing(real):
        def listing(path):
            if str(path).endswith("b"):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        return listing

    monkeypatch.setattr(os, "scandir", refusing(os.scandir))
    monkeypatch.setattr(os, "listdir", refusing(os.listdir))

    assert [[tmp_path / "a/b/c.toml"]] * 2 == listed
    assert [[], []] == [files.below(tmp_path / "x"), files.matching(tmp_path / "x", "*")]
    for listing in (files.below, lambda path: files.matching(path, "a/*/*.toml")):
        with pytest.raises(PermissionError):
            listing(tmp_path)


@pytest.mark.parametrize("data", [b"", b"%PDF", bytes(range(256)) * 999])
def test_a_file_in_memory_holds_what_it_was_given(data, monkeypatch):
    """
    Also where the system has none.
    """
    for _ in range(2):
        with files.in_memory(data) as file:
            file.seek(0)
            assert data == file.read()
        monkeypatch.setattr(files.sys, "platform", "win32")
