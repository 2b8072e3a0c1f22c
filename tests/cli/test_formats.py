"""A workspace of 0.1.0 with all that it left behind: whatever version comes, it is read, and answers are no worse."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from ulotki.edition.record import Record, read_record
from ulotki.workspace import editions as lying

DAY = "2026-11-30"
FIRST, SECOND = "2026-11-28-1-MPYX3-SBC0J", "2026-11-28-2-67G3C-9F5QW"
STICKER, OLD, NEW = "98MB8-Z5EZA", "N8WMH-1S2XR", "CFT0H-QQFJF"
"""Codes: of a sticker without a local number, and of the poster with the old and with the new one."""


@pytest.fixture
def old(root, tmp_path, monkeypatch) -> Path:
    """The current folder: what 0.1.0 wrote on 28 November 2026."""
    folder = tmp_path / "gmina"
    shutil.copytree(root / "tests/formats/0.1.0/gmina", folder)
    for ledger in folder.glob("*.sqlite"):
        ledger.chmod(0o600)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("ulotki.cli.options.today", lambda: datetime.date.fromisoformat(DAY))
    return folder


def test_its_records_are_read_and_are_not_bound(old):
    """
    Version 1 of a record binds nothing, and nobody calls it forged for that.
    """
    for one in lying.lying(old / "out"):
        found = lying.record(old / "out" / one.where)
        assert isinstance(found, Record)
        assert not found.bound


def test_a_field_less_and_a_field_more(old):
    """
    A record of any version that lost what only describes, or says more than we know, is read.
    """
    document = json.loads((old / f"out/pierwsza/{SECOND}/manifest.json").read_bytes())
    for file in document["files"]:
        del file["ink"], file["title"]
        file["more"] = {"of": ["a", "newer", "program"]}

    assert isinstance(read_record(json.dumps(document | {"more": 1}).encode()), Record)


@pytest.mark.parametrize(("code", "exit"), [(STICKER, 0), (NEW, 0), (OLD, 1)])
def test_every_code_is_known(run, old, code, exit):
    """
    What holds, holds; the poster with the number that changed is named with both numbers.
    """
    ran = run("verify", code)

    assert exit == ran.code, ran.said
    assert code in ran.out
    assert ("47 812 00 00" in ran.out) == (code == OLD)


def test_editions_and_files_are_whole(run, old):
    """
    The newest edition holds, folder and each file; the one before it is whole and carries an old number.
    """
    newest = run("verify", f"out/pierwsza/{SECOND}")
    assert 0 == newest.code
    assert "would not be seen" in newest.out
    assert 1 == run("verify", f"out/pierwsza/{FIRST}").code
    for file in (old / f"out/pierwsza/{SECOND}").rglob("*.pdf"):
        assert 0 == run("verify", file).code, file


def test_the_ledger_says_what_hangs(run, old):
    """
    The parish still has the old poster, the office has not: recall, ledger and where say so.
    """
    recall = run("recall", "--json")

    assert 4 == recall.code, recall.said
    assert ["parafia"] == [place["id"] for place in recall.data["places"]]
    assert OLD in run("recall").out
    assert 0 == run("ledger", "verify").code
    assert 4 == len(run("ledger", "list", "--json").data["entries"])
    assert 0 == run("numbers", "where", "dzielnicowy").code


def test_life_goes_on(run, old):
    """
    What hangs is taken down, its successor is handed over, and a copy of the ledger is made.
    """
    assert 0 == run("taken-down", "parafia", "--piece", OLD).code
    assert 0 == run("hand-over", "parafia", "--piece", NEW, "--consent", "--on", DAY).code
    assert 0 == run("ledger", "verify").code
    assert 0 == run("ledger", "backup", "nowa.sqlite").code


@pytest.mark.slow
def test_it_is_built_and_packed(run, old):
    """
    A build makes what is new since; both old editions stay as they are, and the newest is packed.
    """
    before = {path: path.read_bytes() for path in (old / "out").glob("pierwsza/2026-11-28-[12]-*/*/*.pdf")}

    assert 0 == run("build").code
    assert 0 == run("plan").code
    assert 0 == run("pack", "parafia", "--on", DAY).code
    assert before == {path: path.read_bytes() for path in before}


def test_a_pack_says_what_it_is(run, old):
    """
    No piece and no forgery: its name, its place, the edition of its pieces, and what became of each.
    """
    for file, codes in (
        ("paczka-parafia-1-jednostronnie.pdf", {NEW}),
        ("paczka-parafia-2-jednostronnie-samoprzylepny.pdf", {STICKER}),
    ):
        ran = run("verify", file)

        assert 1 == ran.code
        assert "Paczka: Parafia pw. św. Jana" in ran.out
        assert f"pierwsza/{SECOND}" in ran.out
        assert all(code in ran.out for code in codes)
        assert "mistyped" not in ran.said
        assert "did not make it" not in ran.said


def test_it_stays_small(old):
    """
    It goes with every copy of the program.
    """
    assert sum(path.stat().st_size for path in old.rglob("*") if path.is_file()) < 400_000
