"""The digest of a workspace: of what is in its files, and of nothing else."""

from __future__ import annotations

import shutil

import pytest

from ulotki.library import fingerprint


@pytest.fixture
def folder(root, tmp_path):
    made = tmp_path / "jeden" / "w"
    shutil.copytree(root / "leaflets/serniki", made, ignore=shutil.ignore_patterns("out", "ledger*", ".ulotki*"))
    return made


def test_a_workspace_may_be_moved(folder, tmp_path):
    """
    Its own name, and those of the folders above it, are no part of the digest: after a move nothing is to be made anew.
    """
    before = fingerprint.folder(folder)
    moved = shutil.move(folder, tmp_path / "inny")

    assert before == fingerprint.folder(tmp_path / "inny")
    assert moved == tmp_path / "inny"


def test_a_file_that_changes_its_bytes_or_its_name_is_seen(folder):
    """
    Also when another file has the same content, or the same name in another folder.
    """
    seen = {fingerprint.folder(folder)}
    (folder / "scams/pl").mkdir(parents=True, exist_ok=True)
    (folder / "scams/pl/a.toml").write_text("x = 1\n", "utf-8")
    seen.add(fingerprint.folder(folder))
    (folder / "words").mkdir(exist_ok=True)
    (folder / "scams/pl/a.toml").rename(folder / "words/a.toml")
    seen.add(fingerprint.folder(folder))
    (folder / "words/a.toml").write_text("x = 2\n", "utf-8")
    seen.add(fingerprint.folder(folder))

    assert 4 == len(seen)
