"""`ulotki clean`: which editions may go, which never do, and that nothing goes without being asked for."""

import os
import shutil
import time

import pytest

from ulotki.edition import record
from ulotki.office import clean
from ulotki.workspace.writing import Alone

TITLES = ("Pierwsze słowa", "Drugie słowa", "Trzecie słowa")


@pytest.fixture
def editions(run, workspace, scam):
    """The folders of three editions of one campaign, the oldest first."""
    for title in TITLES:
        scam("na-wnuczka", title=title)
        assert 0 == run("build").code
    return sorted((workspace / "out/maj").glob("2024-08-01-*"))


def lying(workspace):
    return sorted(path for path in (workspace / "out/maj").glob("2024-08-01-*"))


def spoilt(folder):
    file = next((folder / "pieces").glob("*.pdf"))
    file.write_bytes(file.read_bytes() + b"\n")


def test_it_only_says_what_would_go(run, workspace, editions, tree):
    """
    Without --yes nothing is touched: the editions, the room they take, and how to remove them.
    """
    before = tree(workspace)
    ran = run("clean")

    assert (0, before) == (ran.code, tree(workspace))
    assert all(folder.name in ran.out for folder in editions[:2])
    assert editions[2].name not in ran.out
    assert "MB" in ran.out and "clean --yes" in ran.err
    assert LOST in ran.err


LOST = "once an edition is gone, verify can no longer say whether a sheet of it is ours"


def test_leftovers_take_no_answer_away(run, workspace, editions):
    """
    What verify loses is said when an edition goes, before and after, and not of what an interrupted run has left.
    """
    old = workspace / "out/maj/.part-x"
    old.mkdir()
    os.utime(old, (0, 0))
    before, gone = run("clean"), run("clean", "--yes")
    old.mkdir()
    os.utime(old, (0, 0))
    left = run("clean")

    assert LOST in before.err and LOST in gone.err
    assert ".part-x" in left.out and LOST not in left.err


def test_the_newest_stays(run, workspace, editions):
    """
    With --yes all but the newest edition go, whole folders and nothing else.
    """
    ran = run("clean", "--yes", "--json")

    assert (0, [editions[2]]) == (ran.code, lying(workspace))
    assert ("ulotki.clean/2", True, 2) == (ran.data["schema"], ran.data["removed"], len(ran.data["editions"]))
    assert ran.data["bytes"] > 0
    assert "nothing to clean" in run("clean", "--yes").out
    assert 0 == run("build").code and [editions[2]] == lying(workspace)


def test_a_damaged_newest_keeps_the_one_before(run, workspace, editions):
    """
    While the newest edition is damaged, those before it stay, down to a whole one.
    """
    spoilt(editions[2])
    run("clean", "--yes")

    assert editions[1:] == lying(workspace)


def test_two_damaged_ones(run, workspace, editions):
    """
    Two damaged ones leave three to stay.
    """
    spoilt(editions[2])
    (editions[1] / "manifest.json").unlink()
    run("clean", "--yes")

    assert editions == lying(workspace)


def test_an_approved_edition_stays(run, workspace, editions):
    """
    What somebody has approved can be looked up as long as the approval stands.
    """
    found = record.read_record((editions[0] / "manifest.json").read_bytes())
    (workspace / "approvals.toml").write_text(
        f'[[approval]]\nedition = "{found.edition}"\nby = "Anna Nowak"\non = 2024-08-01\n'
        f'codes = ["{found.pieces[0].code}"]\n'
    )
    run("clean", "--yes")

    assert [editions[0], editions[2]] == lying(workspace)


def test_what_the_ledger_names_stays(run, workspace, editions, monkeypatch):
    """
    What was handed out can be looked up, even when its record is damaged and only the folder tells its code.
    """
    (editions[1] / "manifest.json").unlink()
    monkeypatch.setattr(clean, "needed", lambda workspace: (editions[1].name[-11:],))
    run("clean", "--yes")

    assert editions[1:] == lying(workspace)


def test_nothing_else_goes(run, workspace, editions):
    """
    Drafts, galleries, folders and files of other names, and links stay where they are.
    """
    target = workspace / "out/maj"
    for name in ("draft", "2024-08-01-kopia", f"{editions[0].name} (kopia)", "notatki"):
        (target / name).mkdir()
    (target / "2024-08-01-0-ABCDE-FGHJK").write_text("a file")
    elsewhere = workspace / "elsewhere"
    shutil.copytree(editions[0], elsewhere)
    (target / "2023-08-01-0-ABCDE-FGHJK").symlink_to(elsewhere)
    (workspace / "out/2024-08-01-1-ABCDE-FGHJK").mkdir()
    for folder in editions:
        shutil.copytree(folder, workspace / "inna" / folder.name)
    (workspace / "out/inna").symlink_to(workspace / "inna")
    before = {
        path
        for path in workspace.rglob("*")
        if editions[0] not in (path, *path.parents) and editions[1] not in (path, *path.parents)
    }
    run("clean", "--yes")

    assert before == set(workspace.rglob("*"))


def test_leftovers(run, workspace, editions):
    """
    What an interrupted run left goes; what may still be at work stays.
    """
    target, long_ago = workspace / "out/maj", time.time() - 7200
    for part in (target / ".part-old", workspace / "out/.part-old", target / ".part-new"):
        part.mkdir()
        (part / "piece.pdf").write_text("half")
        if part.name == ".part-old":
            os.utime(part, (long_ago, long_ago))
    ran = run("clean", "--yes", "--json")

    assert 2 == len(ran.data["leftovers"])
    assert [".part-new"] == [path.name for path in (workspace / "out").rglob(".part-*")]


def test_not_while_a_build_is_at_work(run, workspace, editions):
    """
    Another run holds the folder: nothing is removed, and the exit code is 3.
    """
    with Alone(workspace / "out/maj"):
        ran = run("clean", "--yes")

    assert (3, editions) == (ran.code, lying(workspace))


def test_another_folder(run, workspace, editions):
    """
    --out cleans there and not here.
    """
    shutil.copytree(workspace / "out", workspace / "dokad")
    run("clean", "--yes", "--out", workspace / "dokad")

    assert editions == lying(workspace)
    assert 1 == len(list((workspace / "dokad/maj").glob("2024-*")))


def test_nothing_there(run, workspace):
    """
    No editions yet: nothing to clean, and no folder appears.
    """
    ran = run("clean", "--yes")

    assert (0, False) == (ran.code, (workspace / "out").exists())
    assert "nothing to clean" in ran.out


def test_what_is_still_out_stays(run, workspace, editions):
    """
    An edition of which something is still out, by the ledger, stays until all of it was taken down.
    """
    assert 0 == run("hand-over", "bank", "--edition", editions[0].name).code
    assert 0 == run("clean", "--yes").code
    assert [editions[0], editions[2]] == lying(workspace)

    assert 0 == run("taken-down", "bank", "--all").code
    assert 0 == run("clean", "--yes").code
    assert [editions[2]] == lying(workspace)


def test_a_ledger_that_cannot_be_read_keeps_everything(run, workspace, editions):
    """
    When nobody knows what is still out, nothing is removed.
    """
    (workspace / "ledger.sqlite").write_bytes(b"no ledger")

    assert 0 != run("clean", "--yes").code
    assert editions == lying(workspace)
