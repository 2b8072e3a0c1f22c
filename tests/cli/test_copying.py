"""`ulotki copy`: words, documents and exit codes."""

from __future__ import annotations

import json
import zipfile


def test_a_copy_is_made_and_brought_back(run, workspace, tmp_path):
    """
    Over the workspace and into a new folder; a second one of that name only when asked.
    """
    file = tmp_path / "kopia.zip"
    saved = run("copy", "save", str(file), "--json")
    again = run("copy", "save", str(file))
    (workspace / "ulotki.toml").write_text('gmina = "Inna"\n', "utf-8")
    dry = run("copy", "restore", str(file), "--dry-run")
    kept = (workspace / "ulotki.toml").read_text("utf-8")
    over = run("copy", "restore", str(file))
    new = run("copy", "restore", str(file), str(tmp_path / "nowy"), "--json")

    assert [0, 2, 0, 0] == [saved.code, again.code, over.code, new.code]
    assert (0, 'gmina = "Inna"\n') == (dry.code, kept) and "ulotki.toml: another" in dry.out
    assert saved.data["schema"].startswith("ulotki.copy.save/") and not saved.data["names"]
    assert "ulotki.toml" in over.out and "ulotki undo" in over.err
    assert (tmp_path / "nowy/ulotki.toml").read_bytes() == (workspace / "ulotki.toml").read_bytes()


def test_a_damaged_copy_is_refused(run, workspace, tmp_path):
    """
    With its name and a way out, and never with a traceback.
    """
    file = tmp_path / "kopia.zip"
    file.write_bytes(b"PK torn")
    ran = run("copy", "restore", str(file))

    assert 1 == ran.code
    assert "kopia.zip" in ran.err and "nothing was written" in ran.err


def test_editions_are_copied_when_asked_for(run, workspace, campaign, tmp_path):
    """
    What was made comes along with --editions, and else stays.
    """
    campaign({})
    run("build", "maj")
    files = [
        json.loads(run("copy", "save", str(tmp_path / f"{len(more)}.zip"), *more, "--json").out)
        for more in ((), ("--editions",))
    ]

    assert files[0]["count"] < files[1]["count"]
    assert any("out/maj/" in name for name in zipfile.ZipFile(tmp_path / "1.zip").namelist())
