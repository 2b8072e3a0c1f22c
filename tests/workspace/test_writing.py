"""Files onto the disk: the old or the new at any moment, whatever goes wrong on the way."""

from __future__ import annotations

import errno
import os
import resource
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ulotki.errors import Broken
from ulotki.workspace import writing
from ulotki.workspace.writing import PART

STEPS = ("fsync", "mkdir", "rename", "replace", "open")
"""Calls of the system that can fail for want of room or rights."""


@pytest.fixture
def failing(monkeypatch) -> Callable[[int, BaseException], list[str]]:
    """failing(n, error): the n-th step from here fails with it; what was called is noted in the list."""

    def arm(at: int, error: BaseException) -> list[str]:
        calls: list[str] = []
        for name in STEPS:
            monkeypatch.setattr(os, name, broken(name, getattr(os, name), calls, at, error))
        return calls

    return arm


def broken(name, real, calls, at, error):
    def step(*arguments, **more):
        calls.append(name)
        if len(calls) == at:
            raise error
        return real(*arguments, **more)

    return step


ERRORS = [
    pytest.param(OSError(errno.ENOSPC, "No space left on device"), id="full"),
    pytest.param(PermissionError(errno.EACCES, "Permission denied"), id="rights"),
    pytest.param(KeyboardInterrupt(), id="interrupted"),
]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# A file


def test_a_file_is_new_or_takes_the_place_of_the_old(tmp_path):
    """
    Nothing else is left in its folder.
    """
    writing.write(tmp_path / "a.pdf", b"old")
    writing.write(tmp_path / "a.pdf", b"new")

    assert b"new" == (tmp_path / "a.pdf").read_bytes()
    assert {"a.pdf"} == names(tmp_path)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(1, 7))
def test_a_file_is_the_old_one_or_the_new_one(tmp_path, failing, monkeypatch, at, error):
    """
    Whichever step fails, and however: no torso, and no part of one lying about.
    """
    (tmp_path / "a.pdf").write_bytes(b"old")
    calls = failing(at, error)
    try:
        writing.write(tmp_path / "a.pdf", b"new" * 1000)
        done = True
    except (OSError, KeyboardInterrupt):
        done = False
    monkeypatch.undo()

    assert done or len(calls) >= at
    assert (tmp_path / "a.pdf").read_bytes() in ((b"new" * 1000,) if done else (b"old", b"new" * 1000))
    assert {"a.pdf"} == names(tmp_path)


def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_file(tmp_path):
    """
    The system takes the first bytes and no more.
    """
    (tmp_path / "a.pdf").write_bytes(b"old")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            writing.write(tmp_path / "a.pdf", b"new" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    assert b"old" == (tmp_path / "a.pdf").read_bytes()
    assert {"a.pdf"} == names(tmp_path)


@pytest.mark.parametrize(("rights", "mask"), [(0o644, 0o022), (0o664, 0o002), (0o600, 0o077)])
def test_a_file_has_the_rights_that_any_file_gets(tmp_path, rights, mask):
    """
    A file that only its author can read is no good on a shared folder; the mask decides, and stays as it was.
    """
    before = os.umask(mask)
    try:
        writing.write(tmp_path / "a.pdf", b"new")
        with writing.folder(tmp_path / "b") as part:
            writing.put(part / "c.pdf", b"new")
    finally:
        assert mask == os.umask(before)

    assert rights == stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode)
    assert rights == stat.S_IMODE((tmp_path / "b/c.pdf").stat().st_mode)
    assert rights | (rights & 0o444) >> 2 == stat.S_IMODE((tmp_path / "b").stat().st_mode)


# A folder


def filled(final: Path, words: bytes) -> None:
    with writing.folder(final) as part:
        writing.put(part / "pieces/a.pdf", words)
        writing.put(part / "manifest.json", words)


def test_a_folder_has_no_name_until_it_is_full(tmp_path):
    """
    Who looks in the meantime sees the old one, or none.
    """
    with writing.folder(tmp_path / "deep/draft") as part:
        writing.put(part / "pieces/a.pdf", b"new")

        assert not (tmp_path / "deep/draft").exists()
        assert part.name.startswith(PART)

    assert b"new" == (tmp_path / "deep/draft/pieces/a.pdf").read_bytes()
    assert {"draft"} == names(tmp_path / "deep")


def test_a_folder_takes_the_place_of_the_old(tmp_path):
    """
    No file of the old one stays in the new one.
    """
    with writing.folder(tmp_path / "draft") as part:
        writing.put(part / "old.pdf", b"old")
    filled(tmp_path / "draft", b"new")

    assert {"pieces", "manifest.json"} == names(tmp_path / "draft")
    assert {"draft"} == names(tmp_path)


@pytest.mark.parametrize("error", [OSError("no"), KeyboardInterrupt(), RuntimeError("no")])
def test_a_folder_that_is_not_filled_vanishes(tmp_path, error):
    """
    An error in the block goes on its way, and the old folder stays as it was.
    """
    filled(tmp_path / "draft", b"old")
    with pytest.raises(type(error)), writing.folder(tmp_path / "draft") as part:
        writing.put(part / "pieces/a.pdf", b"new")
        raise error

    assert b"old" == (tmp_path / "draft/manifest.json").read_bytes()
    assert {"draft"} == names(tmp_path)


def stopped(tmp_path, failing, monkeypatch, at: int, error: BaseException) -> tuple[bool, bool]:
    """(whether filling `draft` anew got through, whether it has a step *at*, which was to fail)."""
    calls = failing(at, error)
    try:
        filled(tmp_path / "draft", b"new")
    except (OSError, KeyboardInterrupt):
        return False, True
    finally:
        monkeypatch.undo()
    return True, len(calls) >= at


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(1, 21))
def test_a_new_folder_is_whole_or_not_there(tmp_path, failing, monkeypatch, at, error):
    """
    Whichever step fails: all its files and their bytes, or nothing.
    """
    done, _ = stopped(tmp_path, failing, monkeypatch, at, error)

    assert names(tmp_path) in (({"draft"},) if done else (set(), {"draft"}))
    for file in ("pieces/a.pdf", "manifest.json"):
        assert not (tmp_path / "draft").exists() or b"new" == (tmp_path / "draft" / file).read_bytes()


def test_a_folder_that_cannot_take_its_name_leaves_the_old_one(tmp_path, failing, monkeypatch):
    """
    Whichever step fails: the old one with all its files, or the new one.
    """
    found = []
    for at in range(1, 40):
        filled(tmp_path / "draft", b"old")
        _, reached = stopped(tmp_path, failing, monkeypatch, at, OSError(errno.EACCES, "Permission denied"))
        found.append([path.read_bytes() for path in sorted((tmp_path / "draft").rglob("*.*"))])
        if not reached:
            break

    assert [] == [at for at, words in enumerate(found, 1) if words not in ([b"old"] * 2, [b"new"] * 2)]


# What a crash leaves


def test_parts_are_swept_and_nothing_else(tmp_path):
    """
    Unfinished files and folders go, however full; what has a name stays.
    """
    (tmp_path / f"{PART}abc").write_bytes(b"half")
    (tmp_path / f"{PART}draft/pieces").mkdir(parents=True)
    (tmp_path / f"{PART}draft/pieces/a.pdf").write_bytes(b"half")
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / f"{PART}note").write_bytes(b"somebody's")
    (tmp_path / "part-1.pdf").write_bytes(b"whole")

    writing.sweep(tmp_path)

    assert {"draft", "part-1.pdf"} == names(tmp_path)
    assert {f"{PART}note"} == names(tmp_path / "draft")


def test_a_link_is_not_followed(tmp_path):
    """
    What a part points to is somebody else's.
    """
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/a.pdf").write_bytes(b"whole")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / f"{PART}x").symlink_to(tmp_path / "theirs")

    writing.sweep(tmp_path / "out")

    assert b"whole" == (tmp_path / "theirs/a.pdf").read_bytes()


# What another program holds


@pytest.fixture
def held(monkeypatch) -> Callable[..., list[str]]:
    """held(name, times=…): the first renames of it fail, as on Windows while a viewer has it open; all fail for None."""

    def arm(name: str, times: int | None = None, patience: float = 0.1) -> list[str]:
        monkeypatch.setattr(writing, "PATIENCE", patience)
        monkeypatch.setattr(writing, "PAUSE", 0.001)
        refused: list[str] = []
        real = os.replace

        def replace(source, target, **more):
            if name in (Path(source).name, Path(target).name) and (times is None or len(refused) < times):
                refused.append(name)
                raise PermissionError(errno.EACCES, "WinError 32", os.fspath(source))
            real(source, target, **more)

        monkeypatch.setattr(os, "replace", replace)
        return refused

    return arm


def test_a_program_that_holds_a_file_for_a_moment_is_waited_for(tmp_path, held):
    """
    An antivirus program lets go soon; two seconds are enough in all.
    """
    assert 2.0 == writing.PATIENCE
    refused = held("a.pdf", 3, patience=5)
    writing.write(tmp_path / "a.pdf", b"new")

    assert (3, b"new") == (len(refused), (tmp_path / "a.pdf").read_bytes())


def test_finished_work_stays_beside_a_file_that_is_held(tmp_path, held):
    """
    The old file is what it was, the message names it, and says where the new one lies.
    """
    (tmp_path / "a.pdf").write_bytes(b"old")
    held("a.pdf")
    with pytest.raises(Broken) as caught:
        writing.write(tmp_path / "a.pdf", b"new")
    (finding,) = caught.value.findings

    assert {"a.pdf", "a.new.pdf"} == names(tmp_path)
    assert (b"old", b"new") == ((tmp_path / "a.pdf").read_bytes(), (tmp_path / "a.new.pdf").read_bytes())
    assert (str(tmp_path / "a.pdf"), "a.pdf") == (finding.at.file, dict(finding.what.values)["name"])
    assert tmp_path / "a.new.pdf" == dict(finding.hint.values)["path"]


def test_finished_work_takes_the_place_of_nothing(tmp_path, held):
    """
    Somebody's file of that name stays.
    """
    (tmp_path / "a.new.pdf").write_bytes(b"somebody's")
    held("a.pdf")
    with pytest.raises(Broken):
        writing.write(tmp_path / "a.pdf", b"new")

    assert (b"somebody's", b"new") == tuple((tmp_path / name).read_bytes() for name in ("a.new.pdf", "a.new2.pdf"))


def test_a_file_that_the_program_reads_has_no_second_one_beside_it(tmp_path, held):
    """
    campaigns/maj.new.toml would be read as another campaign.
    """
    (tmp_path / "maj.toml").write_bytes(b"old")
    held("maj.toml")
    with pytest.raises(Broken):
        writing.write(tmp_path / "maj.toml", b"new")

    assert ({"maj.toml"}, b"old") == (names(tmp_path), (tmp_path / "maj.toml").read_bytes())


def test_a_finished_folder_stays_beside_one_that_is_held(tmp_path, held):
    """
    A viewer shows a page of the draft: the old draft is whole, and so is the new one beside it.
    """
    filled(tmp_path / "draft", b"old")
    held("draft")
    with pytest.raises(Broken):
        filled(tmp_path / "draft", b"new")

    assert {"draft", "draft.new"} == names(tmp_path)
    assert b"old" == (tmp_path / "draft/pieces/a.pdf").read_bytes()
    assert b"new" == (tmp_path / "draft.new/pieces/a.pdf").read_bytes()


def test_a_folder_goes_whole_or_stays_whole(tmp_path, held, monkeypatch):
    """
    What cannot be removed keeps all its files; what goes loses its name first.
    """
    filled(tmp_path / "draft", b"old")
    held("draft")
    with pytest.raises(Broken):
        writing.remove(tmp_path / "draft")
    monkeypatch.undo()

    assert b"old" == (tmp_path / "draft/pieces/a.pdf").read_bytes()
    writing.remove(tmp_path / "draft")
    assert set() == names(tmp_path)


def test_a_folder_that_lost_its_name_gets_it_back(tmp_path):
    """
    A run ended after it had taken the old one away, and before the new one was there.
    """
    filled(tmp_path / "draft", b"old")
    (tmp_path / "draft").rename(tmp_path / ".old-draft")

    writing.sweep(tmp_path)

    assert ({"draft"}, b"old") == (names(tmp_path), (tmp_path / "draft/pieces/a.pdf").read_bytes())


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_an_error_names_the_file_that_was_meant(tmp_path, monkeypatch, step):
    """
    Nobody knows our unfinished files, and they are gone by then.
    """

    def fail(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError) as caught:
        writing.write(tmp_path / "a.pdf", b"new")
    monkeypatch.undo()

    assert str(tmp_path / "a.pdf") == caught.value.filename
