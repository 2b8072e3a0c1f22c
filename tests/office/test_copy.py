"""A copy of the whole workspace: what is in it, that it comes back as it was, and that nothing strange comes with it."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import os
import stat
import zipfile

import pytest

from ulotki.errors import Misused, Refused, Trouble
from ulotki.handout.deeds import HeldMeeting, Personal
from ulotki.office import copy_changes, doctor, last_copy
from ulotki.office.copy import CopyRequest, save
from ulotki.office.copy_comparison import compare
from ulotki.office.copy_restore import restore
from ulotki.office.edits import Overtaken
from ulotki.office.forgetting import forget
from ulotki.office.init import init_workspace
from ulotki.office.undo import undo
from ulotki.workspace import Workspace, book, copies, history

DAY = datetime.date(2028, 2, 29)
AT = "2028-02-29T10:00:00Z"
PEOPLE = '[person.urzad]\nname = "Anna Nowak"\nform = "pani"\n'


def meeting(workspace, who="Jan Kos"):
    """An entry of the ledger, with a name."""
    book.append(workspace.folder, lambda _entries: [(HeldMeeting(DAY, "Klub", 3), Personal(note=who))], AT)


@pytest.fixture
def workspace(tmp_path, monkeypatch) -> Workspace:
    """A workspace with a host, an entry of the ledger, and something made."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "gmina"
    init_workspace(folder, DAY)
    (folder / "people.toml").write_text(PEOPLE, "utf-8")
    (folder / "out/pierwsza/1-abc").mkdir(parents=True)
    (folder / "out/pierwsza/1-abc/a.pdf").write_bytes(b"%PDF")
    (folder / "notatki.docx").write_bytes(b"Jan Kos")
    made = Workspace.at(folder)
    meeting(made)
    return made


@pytest.fixture
def saved(workspace, tmp_path):
    """saved(names=…): a copy of it."""

    def make(**more):
        file = tmp_path / f"kopia-{len(list(tmp_path.glob('kopia-*')))}.zip"
        save(workspace, CopyRequest(file, **more), AT, DAY)
        return file

    return make


def contents(file) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive(parts, *, record=None, links=()) -> bytes:
    """A zip with these parts and a true list of them, unless another record is given."""
    out = io.BytesIO()
    listed = [{"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in parts]
    table = {"schema": "ulotki.copy/1", "day": "2028-02-29", "program": "1", "names": True, "files": listed}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            info = zipfile.ZipInfo(name)
            info.external_attr = ((stat.S_IFLNK if name in links else stat.S_IFREG) | 0o600) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, data)
        made.writestr("copy.json", json.dumps(table | (record or {})))
    return out.getvalue()


def tree(folder) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


# Save


def test_names_are_in_a_copy_only_when_asked(saved):
    """
    Neither people.toml nor a byte of a name in the ledger, nor a file that is not ours; the ledger holds all the same.
    """
    without, with_names = contents(saved()), contents(saved(names=True))

    assert not [name for name, data in without.items() if b"Kos" in data or b"Nowak" in data]
    assert "people.toml" not in without and "notatki.docx" not in with_names
    assert PEOPLE.encode() == with_names["people.toml"]
    assert b"Kos" in with_names["ledger.sqlite"]
    assert not [name for name in with_names if name.startswith((".", "out"))]


def test_what_was_made_is_in_a_copy_when_asked(saved):
    """
    Below out/, wherever the editions lie.
    """
    assert b"%PDF" == contents(saved(editions=True))["out/pierwsza/1-abc/a.pdf"]


def test_the_records_of_editions_are_in_every_copy(workspace, tmp_path):
    """
    By them `verify` knows a sheet on another computer, too; the files themselves come along when asked. Where there is no
    record there is nothing to say.
    """

    def told(name: str) -> bool:
        return any("--editions" in str(one) for one in save(workspace, CopyRequest(tmp_path / name), AT, DAY).asides)

    none = told("none.zip")
    (workspace.base / "pierwsza/1-abc/manifest.json").write_text("{}", "utf-8")

    assert not none and told("records.zip")
    assert b"{}" == contents(tmp_path / "records.zip")["out/pierwsza/1-abc/manifest.json"]
    assert "out/pierwsza/1-abc/a.pdf" not in contents(tmp_path / "records.zip")


def test_nothing_is_overwritten(workspace, saved):
    """
    Unless somebody says so; and another ending is refused.
    """
    file = saved()
    with pytest.raises(Misused):
        save(workspace, CopyRequest(file), AT, DAY)
    with pytest.raises(Misused):
        save(workspace, CopyRequest(file.with_suffix(".txt")), AT, DAY)
    save(workspace, CopyRequest(file, force=True), AT, DAY)


def test_a_full_disk_leaves_the_copy_that_was_there(workspace, saved, monkeypatch):
    """
    And nothing half-written beside it.
    """
    file = saved()
    before = file.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "_packed", full)
    with pytest.raises(OSError, match="No space"):
        save(workspace, CopyRequest(file, force=True), AT, DAY)

    assert before == file.read_bytes()
    assert not list(file.parent.glob(".part-*"))


# Restore


@pytest.mark.parametrize("there", [True, False])
def test_a_copy_comes_back_into_an_empty_folder(workspace, saved, tmp_path, there):
    """
    File by file as it was, the ledger with its names, and what was made.
    """
    file, target = saved(names=True, editions=True), tmp_path / "nowy"
    if there:
        target.mkdir()
    outcome = restore(target, file, DAY)
    back = tree(target)

    assert () == outcome.findings
    assert {name: data for name, data in tree(workspace.folder).items() if name.endswith(".toml")} == {
        name: data for name, data in back.items() if name.endswith(".toml")
    }
    assert b"%PDF" == back["out/pierwsza/1-abc/a.pdf"]
    assert ["Jan Kos"] == [one.note for one in book.read(target).people.values()]
    assert b"people.toml" in back[".gitignore"]
    assert not [name for name in back if ".part-" in name]


def test_a_copy_without_names_comes_back_and_holds(saved, tmp_path):
    """
    The ledger says itself that names were left out.
    """
    restore(tmp_path / "nowy", saved(), DAY)
    found = book.read(tmp_path / "nowy")

    assert ["HeldMeeting", "Forgotten"] == [type(one.deed).__name__ for one in found.entries]
    assert {} == found.people


def test_over_a_workspace_what_is_replaced_is_kept(workspace, saved):
    """
    Texts can be undone, people lie beside; the ledger here holds more, and stays. A file that is newer than the copy goes.
    """
    file = saved(names=True)
    folder = workspace.folder
    (folder / "ulotki.toml").write_text('gmina = "Inna"\n', "utf-8")
    (folder / "people.toml").write_text(PEOPLE.replace("Anna", "Ewa"), "utf-8")
    (folder / "campaigns/druga.toml").write_bytes((folder / "campaigns/pierwsza.toml").read_bytes())
    meeting(workspace, "Ewa Lis")
    changed = tree(folder)
    outcome = restore(folder, file, DAY)
    after = tree(folder)
    undo(workspace, outcome.value.number, DAY)
    undone = tree(folder)

    assert {"ulotki.toml", "people.toml", "campaigns/druga.toml"} == set(outcome.value.changed)
    assert b"Anna" in after["people.toml"] and "campaigns/druga.toml" not in after
    assert b"Ewa" in after[".ulotki/before/people.toml"]
    assert [changed["ulotki.toml"], changed["campaigns/druga.toml"]] == [
        undone["ulotki.toml"],
        undone["campaigns/druga.toml"],
    ]
    assert copy_changes.OURS == outcome.value.ledger
    assert 2 == len(book.read(folder).entries)


def test_what_a_copy_would_change_is_said_first(workspace, saved):
    """
    Files that come, change and go, people among them, each value by name; nothing is written, and it is what `restore` does.
    """
    file = saved(names=True)
    folder = workspace.folder
    (folder / "ulotki.toml").write_text('gmina = "Inna"\n', "utf-8")
    (folder / "people.toml").write_text(PEOPLE.replace("Anna", "Ewa"), "utf-8")
    (folder / "campaigns/pierwsza.toml").rename(folder / "campaigns/druga.toml")
    before = tree(folder)
    found = compare(workspace, file).value

    assert before == tree(folder)
    assert ("campaigns/pierwsza.toml",) == found.added
    assert {"ulotki.toml", "people.toml"} == set(found.changed)
    assert ("campaigns/druga.toml",) == found.removed
    assert ("people.toml",) == found.private
    assert not any("Ewa" in str(one) or "Anna" in str(one) for one in found.what)
    assert {*found.added, *found.changed, *found.removed} == set(restore(folder, file, DAY, found.seen).value.changed)


def test_a_copy_changes_only_what_somebody_saw(workspace, saved):
    """
    A file, or the ledger, that is another since then: nothing is written.
    """
    file = saved(names=True)
    seen = compare(workspace, file).value.seen
    (workspace.folder / "ulotki.toml").write_text('gmina = "Inna"\n', "utf-8")
    with pytest.raises(Overtaken):
        restore(workspace.folder, file, DAY, seen)
    assert 'gmina = "Inna"\n' == (workspace.folder / "ulotki.toml").read_text("utf-8")

    seen = compare(workspace, file).value.seen
    book.file(workspace.folder).write_bytes(b"torn")
    with pytest.raises(Overtaken):
        restore(workspace.folder, file, DAY, seen)


def test_a_lost_ledger_comes_back(workspace, saved):
    """
    One that is gone or damaged is that of the copy; what was there is kept.
    """
    file = saved(names=True)
    path = book.file(workspace.folder)
    path.write_bytes(b"torn")
    outcome = restore(workspace.folder, file, DAY)

    assert copy_changes.THEIRS == outcome.value.ledger
    assert 1 == len(book.read(workspace.folder).entries)
    assert b"torn" == path.with_name("ledger.sqlite.before-1").read_bytes()


def test_two_ledgers_that_differ_are_for_people_to_decide(workspace, saved, tmp_path):
    """
    Nothing is written.
    """
    other = tmp_path / "inny"
    restore(other, saved(names=True), DAY)
    meeting(Workspace.at(other), "a")
    theirs = tmp_path / "theirs.zip"
    save(Workspace.at(other), CopyRequest(theirs, names=True), AT, DAY)
    meeting(workspace, "b")
    (workspace.folder / "ulotki.toml").write_text('gmina = "Inna"\n', "utf-8")
    before = tree(workspace.folder)
    with pytest.raises(Refused, match="each hold what the other lacks"):
        restore(workspace.folder, theirs, DAY)

    assert before == tree(workspace.folder) | {
        name: data for name, data in before.items() if ".ulotki" in name or "schemas" in name
    }


def test_forgetting_removes_people_that_a_copy_replaced(workspace, saved):
    """
    And the history with them.
    """
    file = saved(names=True)
    (workspace.folder / "people.toml").write_text(PEOPLE.replace("Anna", "Ewa"), "utf-8")
    restore(workspace.folder, file, DAY)
    forget(workspace, [1], AT, DAY)

    assert not (workspace.folder / copies.BEFORE).exists()
    assert not (workspace.folder / history.OWN).exists()


ULOTKI = ("ulotki.toml", b'gmina = "X"\n')


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK torn", id="torn"),
        pytest.param(archive([ULOTKI])[:-40], id="cut"),
        pytest.param(archive([ULOTKI, ("../x.toml", b"")]), id="above"),
        pytest.param(archive([ULOTKI, ("/etc/x", b"")]), id="absolute"),
        pytest.param(archive([ULOTKI, ("out/../../x", b"")]), id="above through out"),
        pytest.param(archive([ULOTKI, ("out/a\\..\\b", b"")]), id="backslash"),
        pytest.param(archive([ULOTKI, ("out/c:x", b"")]), id="drive"),
        pytest.param(archive([ULOTKI, ("out/con.pdf", b"")]), id="device"),
        pytest.param(archive([ULOTKI, ("out/a./b", b"")]), id="dot at the end"),
        pytest.param(archive([ULOTKI, (".ulotki/ledger-head.json", b"")]), id="hidden"),
        pytest.param(archive([ULOTKI, ("run.cmd", b"")]), id="stranger"),
        pytest.param(archive([ULOTKI, ("campaigns/a.toml", b"/etc/passwd")], links=["campaigns/a.toml"]), id="link"),
        pytest.param(archive([ULOTKI, ("ULOTKI.toml", b"")]), id="twice by case"),
        pytest.param(archive([ULOTKI], record={"files": []}), id="not in the list"),
        pytest.param(archive([ULOTKI], record={"schema": "ulotki.copy/9"}), id="newer"),
        pytest.param(archive([ULOTKI], record={"schema": 7, "files": "x"}), id="no record"),
        pytest.param(
            archive([ULOTKI], record={"files": [{"path": "ulotki.toml", "size": 12, "sha256": "0" * 64}]}), id="altered"
        ),
        pytest.param(archive([("numbers.toml", b"")]), id="no workspace"),
        pytest.param(archive([ULOTKI, ("ledger.sqlite", b"torn")]), id="torn ledger"),
    ],
)
@pytest.mark.parametrize("over", [True, False])
def test_a_strange_copy_writes_nothing(workspace, tmp_path, data, over):
    """
    Whatever is wrong with it is named, nothing is written inside the folder, and nothing outside.
    """
    file = tmp_path / "kopia.zip"
    file.write_bytes(data)
    target = workspace.folder if over else tmp_path / "nowy"
    before = tree(tmp_path)
    with pytest.raises(Trouble) as trouble:
        restore(target, file, DAY)

    assert trouble.value.findings[0].hint
    after = tree(tmp_path)
    assert {name: data for name, data in before.items() if ".ulotki.lock" not in name} == {
        name: data for name, data in after.items() if ".ulotki.lock" not in name
    }
    assert not (tmp_path / "nowy").exists()


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    """
    By what it announces, before anything is read.
    """
    monkeypatch.setattr(copies, "LARGEST", 1000)
    file = tmp_path / "kopia.zip"
    file.write_bytes(archive([ULOTKI, ("out/a", b"\0" * 2000)]))
    with pytest.raises(Refused, match="more than a workspace"):
        restore(tmp_path / "nowy", file, DAY)


def test_a_folder_with_something_else_in_it_is_left_alone(saved, tmp_path):
    """
    It is no workspace and not empty.
    """
    (tmp_path / "inny").mkdir()
    (tmp_path / "inny/x").write_text("x")
    with pytest.raises(Misused, match="not empty"):
        restore(tmp_path / "inny", saved(), DAY)


def test_an_interrupted_restore_leaves_no_workspace(saved, tmp_path, monkeypatch):
    """
    A disk that is full in the middle.
    """
    file = saved()
    (tmp_path / "nowy").mkdir()
    real, calls = os.fsync, []

    def full(handle):
        calls.append(handle)
        if len(calls) == 4:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr("ulotki.workspace.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        restore(tmp_path / "nowy", file, DAY)

    assert [] == list((tmp_path / "nowy").iterdir())


# The reminder


def test_an_old_copy_is_said(workspace, saved, tmp_path):
    """
    More than thirty days old, or none at all while there is work to lose; on a new workspace nobody is bothered.
    """
    init_workspace(tmp_path / "pusta", DAY)
    never = last_copy.copy_reminder(workspace.folder, DAY)
    saved()
    days = [last_copy.copy_reminder(workspace.folder, DAY + datetime.timedelta(days)) for days in (0, 30, 31)]
    lines = [one for one in doctor.examine(workspace, DAY + datetime.timedelta(31), DAY) if one.about == "copy"]

    assert "no copy" in str(never)
    assert [None, None] == days[:2] and "31 days" in str(days[2])
    assert ["look"] == [one.state for one in lines]
    assert None is last_copy.copy_reminder(tmp_path / "pusta", DAY)


def test_what_points_nowhere_is_damage(tmp_path):
    """
    An archive whose directory says that a file lies before its beginning: the copy is at fault, not the machine.
    """
    data = bytearray(archive([ULOTKI]))
    at = data.rindex(b"PK\x05\x06") + 16
    data[at : at + 4] = (int.from_bytes(data[at : at + 4], "little") + 1000).to_bytes(4, "little")
    (tmp_path / "kopia.zip").write_bytes(data)

    with pytest.raises(Refused, match="damaged"):
        restore(tmp_path / "nowy", tmp_path / "kopia.zip", DAY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_nobody_waits_at_a_pipe(tmp_path, hurried):
    """
    A pipe in place of a copy is named at once.
    """
    os.mkfifo(tmp_path / "kopia.zip")

    with pytest.raises(Refused, match="pipe"):
        restore(tmp_path / "nowy", tmp_path / "kopia.zip", DAY)
