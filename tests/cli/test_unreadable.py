"""A record that cannot be read: every command names its folder and ends with 1, and still answers what it can."""

from __future__ import annotations

import json
import os
import shutil

import pytest

COMMANDS = (
    ("numbers", "where", "112"),
    ("verify", "KM2XN-WQAE9"),
    ("recall",),
    ("report",),
    ("clean",),
    ("desk",),
    ("plan",),
    ("build",),
    ("doctor",),
    ("ledger", "hanging"),
    ("pack", "bank"),
    ("hand-over", "bank"),
)


@pytest.fixture
def torn(run, workspace, campaign, editions, quick) -> str:
    """Of the two editions of a campaign the newest, with half of its record; its folder's name."""
    campaign({"scams": ["scam-spam"], "template": "sticker", "format": "sticker"})
    run("build")
    campaign({"scams": ["scam-spam"], "template": "sticker", "format": "sticker", "copies": 3})
    run("build")
    folder = editions(workspace / "out/maj")[-1]
    file = folder / "manifest.json"
    file.write_bytes(file.read_bytes()[:300])
    return folder.name


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_names_it(run, torn, command):
    """
    The folder stands in what it says, and the exit code is 1; nothing is denied of what may stand in it.
    """
    ran = run(*command)

    assert 1 == ran.code, ran.said
    assert torn in ran.said
    assert "stands on no piece of any edition" not in ran.said
    assert "nobody made" not in ran.said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_in_json_too(run, torn, command):
    """
    Whoever reads the result with a program finds the folder in it.
    """
    assert torn in json.dumps(run(*command, "--json").data)


def test_what_can_be_read_is_answered(run, workspace, campaign, editions, quick):
    """
    A code of an edition that is whole is known, whatever lies beside it.
    """
    campaign({"scams": ["scam-spam"], "template": "sticker", "format": "sticker"})
    run("build")
    (first,) = editions(workspace / "out/maj")
    code = json.loads((first / "manifest.json").read_text())["files"][0]["code"]
    shutil.copytree(first, first.with_name(first.name.replace("-1-", "-2-")))
    (first.with_name(first.name.replace("-1-", "-2-")) / "manifest.json").write_bytes(b"")

    ran = run("verify", code)

    assert 1 == ran.code
    assert code in ran.out
    assert first.name.replace("-1-", "-2-") in ran.said


def test_a_number_still_stands_where_it_stood(run, torn):
    """
    Editions that can be read answer for it.
    """
    ran = run("numbers", "where", "112", "--json")

    assert [1] == [edition["pieces"] for edition in ran.data["editions"]]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_nobody_waits_at_a_pipe(run, workspace, torn, hurried):
    """
    A pipe in place of a record, of what the last build remembered, and of a piece: the build is made, and says so.
    """
    folder = workspace / "out/maj" / torn
    for path in (folder / "manifest.json", folder.parent / ".inputs.json", next(folder.glob("pieces/*"))):
        path.unlink()
        os.mkfifo(path)

    assert 1 == run("build").code
    assert 1 == run("verify", folder).code
    assert 1 == run("verify", folder / "manifest.json").code


def test_it_can_be_made_anew(run, workspace, torn, editions):
    """
    Build makes a third edition and names the torn one, which stays; without it nothing is wrong any more.
    """
    assert 1 == run("build").code
    assert 3 == len(editions(workspace / "out/maj"))

    shutil.rmtree(workspace / "out/maj" / torn)

    assert 0 == run("build").code
    assert 0 == run("verify", editions(workspace / "out/maj")[-1]).code


def test_clean_leaves_it(run, workspace, torn, editions):
    """
    Nobody can say what is in it, so it is not removed unasked, even when it is old.
    """
    run("build")
    run("clean", "--yes")

    assert torn in [folder.name for folder in editions(workspace / "out/maj")]


def test_it_cannot_be_approved(run, torn, workspace):
    """
    By its code, its folder or its campaign: its record is named as unreadable, and nothing is written.
    """
    for name in (torn, torn[-11:], "maj"):
        ran = run("approve", name, "--by", "Anna Nowak")

        assert 1 == ran.code, name
        assert torn in ran.said
    assert not (workspace / "approvals.toml").exists()
