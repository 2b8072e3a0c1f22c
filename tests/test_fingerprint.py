"""The digest of a workspace: of what is in its files, and of nothing else."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import version

import pytest

from ulotki import fingerprint


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


def test_versions_are_those_that_python_knows():
    """
    The names of folders say the same as importlib.metadata, which takes longer.
    """
    assert {name: version(name) for name in fingerprint.LIBRARIES} == fingerprint.versions(fingerprint.LIBRARIES)


def test_a_library_that_lies_there_in_another_way_is_asked_for(monkeypatch):
    """
    Where no folder names its version, importlib.metadata is asked.
    """
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr("importlib.metadata.version", lambda name: f"{name} of an egg")

    assert {"reportlab": "reportlab of an egg"} == fingerprint.versions(["reportlab"])


def test_the_first_folder_on_the_path_counts(monkeypatch, tmp_path):
    """
    As for an import. Names are compared as the packaging standard does.
    """
    for place, folder in (("a", "Zxing_Cpp-9.1.dist-info"), ("b", "zxing_cpp-3.0.dist-info")):
        (tmp_path / place / folder).mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / place) for place in ("a", "b")])

    assert {"zxing-cpp": "9.1"} == fingerprint.versions(["zxing-cpp"])


def test_the_program_is_no_more_than_its_own_files(root, monkeypatch):
    """
    Where it is installed, other programs lie beside it: what they are changes nothing.
    """
    read = []
    monkeypatch.setattr(fingerprint, "_digest", lambda found, _more: read.extend(found) or "")
    fingerprint.program.__wrapped__()

    assert [str(root / "src/ulotki/fingerprint.py")] == [
        path for _name, path in read if path.endswith("fingerprint.py")
    ]


def test_a_link_that_leads_nowhere_is_no_file(tmp_path):
    """
    Editors lay one beside a file that they have open.
    """
    (tmp_path / ".#a.py").symlink_to("nobody@nowhere")
    (tmp_path / "a.py").write_text("a = 1")
    both = fingerprint._digest([(name, str(tmp_path / name)) for name in ("a.py", ".#a.py")], "")

    assert both == fingerprint._digest([("a.py", str(tmp_path / "a.py"))], "")
