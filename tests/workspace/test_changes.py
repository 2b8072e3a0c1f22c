"""Changes of a workspace's files: all files or none, each as it was in the history, and nothing about people there."""

import datetime
import json
import os
import signal
import subprocess
import sys
import threading

import pytest

from ulotki.errors import Refused
from ulotki.workspace import Workspace, changes, history, lock, writing
from ulotki.workspace.history import Change, Edit, Torn

DAY = datetime.date(2028, 2, 29)
PLACES, PEOPLE, NUMBERS = "places.toml", "people.toml", "numbers.toml"


def edit(folder, path, text) -> Edit:
    """The file with *text* in place of what it has now; None removes it."""
    return Edit(path, changes.read(folder, path), None if text is None else text.encode())


def make(folder, doing="new", **texts) -> int:
    """make(folder, places="…", people="…"): these files changed at once."""
    edits = [edit(folder, f"{name}.toml", text) for name, text in texts.items()]
    return changes.make(folder, edits, doing, DAY)


def test_a_change_is_kept_with_the_file_as_it_was_and_as_it_became(tmp_path):
    """
    A new file, another text, and no file at all; from the first to the last.
    """
    numbers = [make(tmp_path, numbers=text) for text in ("a = 1\n", "a = 2\n", None)]
    kept = history.read(tmp_path)

    assert [1, 2, 3] == numbers == [one.number for one in kept]
    assert [(None, b"a = 1\n"), (b"a = 1\n", b"a = 2\n"), (b"a = 2\n", None)] == [
        (one.edits[0].before, one.edits[0].after) for one in kept
    ]
    assert not (tmp_path / NUMBERS).exists()
    assert {(DAY, "new")} == {(one.day, one.doing) for one in kept}


def test_what_does_not_differ_is_no_change(tmp_path):
    """
    It is neither written nor kept.
    """
    make(tmp_path, numbers="a = 1\n")

    assert 0 == make(tmp_path, numbers="a = 1\n")
    assert 1 == len(history.read(tmp_path))


def test_what_an_editor_wrote_meanwhile_is_not_written_over(tmp_path):
    """
    Also when another file of the same change could be written: it is not.
    """
    places, numbers = edit(tmp_path, PLACES, "b = 1\n"), edit(tmp_path, NUMBERS, "a = 1\n")
    (tmp_path / NUMBERS).write_text("a = 7\n")
    with pytest.raises(Refused, match="somebody else"):
        changes.make(tmp_path, [places, numbers], "new", DAY)

    assert "a = 7\n" == (tmp_path / NUMBERS).read_text()
    assert not (tmp_path / PLACES).exists()
    assert () == history.read(tmp_path)


def test_people_are_changed_with_places_and_not_kept(tmp_path):
    """
    No byte of the file about people stays anywhere below the history, and the change says that it was there.
    """
    make(tmp_path, places="[place.a]\n", people="[person.a]\nname = 'Kos'\n")
    make(tmp_path, people="[person.a]\nname = 'Sowa'\n")
    bytes_of = b"".join(file.read_bytes() for file in (tmp_path / history.OWN).rglob("*") if file.is_file())

    assert "Sowa" in (tmp_path / PEOPLE).read_text()
    assert b"Kos" not in bytes_of and b"Sowa" not in bytes_of
    assert [((PLACES,), (PEOPLE,)), ((), (PEOPLE,))] == [
        (tuple(edit.path for edit in one.edits), one.private) for one in history.read(tmp_path)
    ]


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_full_disk_leaves_all_files_as_they_were(tmp_path, monkeypatch, fails_at):
    """
    Wherever the writing fails: at the note, at the first file, at the second one.
    """
    make(tmp_path, places="old\n", people="old\n")
    real, calls = writing.write, []

    def full(path, data):
        calls.append(path)
        if len(calls) == fails_at - 1:
            raise OSError(28, "No space left on device")
        real(path, data)

    if fails_at == 1:
        monkeypatch.setattr(writing, "put", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    monkeypatch.setattr(writing, "write", full)
    with pytest.raises(OSError, match="No space"):
        make(tmp_path, places="new\n", people="new\n")
    monkeypatch.undo()

    assert ["old\n", "old\n"] == [(tmp_path / name).read_text() for name in (PLACES, PEOPLE)]
    assert 1 == len(history.read(tmp_path))
    assert not (tmp_path / history.OWN / history.PENDING).exists()


KILLED = """
import datetime, os, signal, sys
from pathlib import Path
from ulotki.workspace import changes, history
folder, when = Path(sys.argv[1]), int(sys.argv[2])
put, done = changes._put, []
def dying(folder, path, data):
    if len(done) == when:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(path)
    put(folder, path, data)
changes._put = dying
if when == 2:
    history.keep = lambda folder: os.kill(os.getpid(), signal.SIGKILL)
edits = [history.Edit(name, changes.read(folder, name), b"new") for name in ("places.toml", "people.toml")]
changes.make(folder, edits, "new", datetime.date(2028, 2, 29))
"""


@pytest.mark.parametrize("when", [0, 1, 2])
def test_a_run_that_is_killed_is_taken_back_or_finished_by_the_next(tmp_path, when):
    """
    Before the first file and between the two it is taken back; after the second it counts; nothing about people is left.
    """
    make(tmp_path, places="old", people="old people")
    ran = subprocess.run([sys.executable, "-c", KILLED, tmp_path, str(when)], check=False, env=dict(os.environ))
    with lock.alone(tmp_path, "test"):
        changes.recover(tmp_path)

    assert -signal.SIGKILL == ran.returncode
    files = ["new", "new"] if when == 2 else ["old", "old people"]
    assert files == [(tmp_path / name).read_text() for name in (PLACES, PEOPLE)]
    assert ["000001", "000002"][: 2 if when == 2 else 1] == sorted(
        one.name for one in (tmp_path / history.OWN).iterdir()
    )
    assert not any(b"people" in one.read_bytes() for one in (tmp_path / history.OWN).rglob("1.*"))


def test_what_was_changed_since_a_run_was_killed_stays(tmp_path):
    """
    Only files that are as that run left them go back.
    """
    make(tmp_path, places="old", numbers="old")
    history.begin(tmp_path, [edit(tmp_path, PLACES, "new"), edit(tmp_path, NUMBERS, "new")], "new", DAY, 0)
    (tmp_path / PLACES).write_text("new")
    (tmp_path / NUMBERS).write_text("by an editor")
    changes.recover(tmp_path)

    assert ["old", "by an editor"] == [(tmp_path / name).read_text() for name in (PLACES, NUMBERS)]


def test_the_history_has_an_end(tmp_path, monkeypatch):
    """
    The oldest changes go, by number and by size; the newest stays whatever its size, and numbers go on.
    """
    monkeypatch.setattr(history, "MOST", 3)
    for number in range(5):
        make(tmp_path, numbers=f"a = {number}\n")
    by_number = [one.number for one in history.read(tmp_path)]
    monkeypatch.setattr(history, "LARGEST", 100)
    make(tmp_path, numbers="#" * 500)

    assert [3, 4, 5] == by_number
    assert [6] == [one.number for one in history.read(tmp_path)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "change.json").write_text("{"),
        lambda folder: (folder / "change.json").unlink(),
        lambda folder: (folder / "0.before").write_text("something else"),
        lambda folder: (folder / "0.after").unlink(),
        lambda folder: (folder / "change.json").write_text(
            (folder / "change.json").read_text().replace("numbers.toml", "../../numbers.toml")
        ),
        lambda folder: (folder / "change.json").write_text(
            (folder / "change.json").read_text().replace("ulotki.change/1", "ulotki.change/2")
        ),
    ],
)
def test_a_torn_record_is_named_and_stops_nothing(tmp_path, damage):
    """
    It is a value with a reason; changes before and after it are whole, and the next number is a new one.
    """
    for number in range(3):
        make(tmp_path, numbers=f"a = {number}\n")
    damage(tmp_path / history.OWN / "000002")
    kept = history.read(tmp_path)

    assert [Change, Torn, Change] == [type(one) for one in kept]
    assert 2 == kept[1].number
    assert 4 == make(tmp_path, numbers="a = 4\n")


@pytest.mark.parametrize(
    "path", ["../numbers.toml", "/etc/passwd", "a.toml", "scams/../../x.toml", "scams/pl/a\\b.toml"]
)
def test_nothing_outside_of_the_workspace_is_changed(tmp_path, path):
    """
    And nothing inside that is no file of ours.
    """
    with pytest.raises(ValueError, match="no file of a workspace"):
        changes.make(tmp_path, [Edit(path, None, b"x")], "new", DAY)


def test_two_processes_lose_nothing(tmp_path):
    """
    Each change starts from what is there, and each is in the history.
    """

    def count(turns):
        for _ in range(turns):
            with lock.alone(tmp_path, "count"):
                now = int((changes.read(tmp_path, NUMBERS) or b"0").decode())
                make(tmp_path, numbers=str(now + 1))

    threads = [threading.Thread(target=count, args=(5,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert "20" == (tmp_path / NUMBERS).read_text()
    assert list(range(1, 21)) == [one.number for one in history.read(tmp_path)]


def test_a_link_to_a_file_stays_a_link(tmp_path):
    """
    What it leads to is changed.
    """
    (tmp_path / "elsewhere").write_text("a = 1\n")
    (tmp_path / NUMBERS).symlink_to(tmp_path / "elsewhere")
    make(tmp_path, numbers="a = 2\n")

    assert (tmp_path / NUMBERS).is_symlink()
    assert "a = 2\n" == (tmp_path / "elsewhere").read_text()


def test_a_record_of_the_first_version_is_read_for_ever(root, tmp_path):
    """
    As it was written by the first program that kept a history.
    """
    sample = root / "tests/formats/change-1.json"
    folder = tmp_path / history.OWN / "000007"
    folder.mkdir(parents=True)
    (folder / "change.json").write_bytes(sample.read_bytes())
    (folder / "0.before").write_bytes(b"a = 1\n")
    (folder / "0.after").write_bytes(b"a = 2\n")
    expected = Change(7, DAY, "numbers set", (Edit(NUMBERS, b"a = 1\n", b"a = 2\n"),), (PEOPLE,), 3)

    assert (expected,) == history.read(tmp_path)
    assert "ulotki.change/1" == json.loads(sample.read_bytes())["schema"]


def test_a_half_is_taken_back_before_anything_is_shown(tmp_path):
    """
    Whoever only looks finishes nothing; a page that starts puts a half right first, and touches nothing else.
    """
    make(tmp_path, places="old", people="old people")
    subprocess.run([sys.executable, "-c", KILLED, tmp_path, "1"], check=False, env=dict(os.environ))
    half = [(tmp_path / name).read_text() for name in (PLACES, PEOPLE)]
    Workspace.at(tmp_path).recover()
    after = sorted(path.name for path in tmp_path.iterdir())
    Workspace.at(tmp_path).recover()

    assert ["new", "old people"] == half
    assert ["old", "old people"] == [(tmp_path / name).read_text() for name in (PLACES, PEOPLE)]
    assert after == sorted(path.name for path in tmp_path.iterdir())
