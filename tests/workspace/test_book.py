"""Whether the ledger is all that it once said: an older one, another one, and one more beside it are seen."""

import json
import shutil
from dataclasses import replace

import pytest
from books import AT, DAY, down, hand

from ulotki.errors import Refused
from ulotki.handout.deeds import Accepted, Forgotten, Personal
from ulotki.workspace import anchors, book


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A workspace; what is remembered of the user lies beside it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    made = tmp_path / "gmina"
    made.mkdir()
    return made


def write(folder, *deeds):
    return book.append(folder, lambda _entries: [(deed, Personal()) for deed in deeds], AT)


def said(folder):
    """(whether it is grave, the sentence) of each finding."""
    return [(one.grave, str(one.what)) for one in book.read(folder).findings]


@pytest.fixture
def older(folder):
    """A copy of the ledger with one entry, when there are three: put(it) brings it back, as a synchroniser does."""
    write(folder, hand())
    copy = folder.parent / "older.sqlite"
    shutil.copyfile(book.file(folder), copy)
    write(folder, hand("ops"))
    write(folder, hand("school"))
    return copy


def test_the_head_is_kept_in_two_places(folder):
    """
    Length, last and first hash: in the workspace and in the state of the user; nothing beside the ledger itself.
    """
    made = write(folder, hand(), down()).entries
    kept, torn = anchors.kept(folder)

    assert [(2, made[-1].hash, made[0].hash)] * 2 == [(one.head.length, one.head.head, one.head.first) for one in kept]
    assert [True, False] == [one.own for one in kept]
    assert () == torn
    assert {"ledger.sqlite", ".ulotki", ".ulotki.lock"} == {path.name for path in folder.iterdir()}
    assert [] == said(folder)


def test_without_a_head_nothing_is_compared(folder, older):
    """
    A ledger from before heads were kept is no fault, and the next entry keeps one.
    """
    shutil.copyfile(older, book.file(folder))
    for anchor in anchors.kept(folder)[0]:
        anchor.file.unlink()

    assert [] == said(folder)
    assert 1 == len(write(folder, hand()).entries)
    assert 2 == len(anchors.kept(folder)[0])


@pytest.mark.parametrize("gone", ["nothing", "own", "state"])
def test_an_older_ledger_is_named_and_not_written(folder, older, gone):
    """
    Either head is enough: what is read says so, and nothing is added until somebody accepts it.
    """
    shutil.copyfile(older, book.file(folder))
    for anchor in anchors.kept(folder)[0]:
        if gone == ("own" if anchor.own else "state"):
            anchor.file.unlink()
    before = book.file(folder).read_bytes()
    ((grave, what),) = said(folder)

    assert grave
    assert "has 1 entries, and 3 were known" in what
    assert 1 == len(book.read(folder).entries)
    with pytest.raises(Refused, match="3 were known"):
        write(folder, hand())
    assert before == book.file(folder).read_bytes()


def test_a_ledger_that_is_gone_is_named(folder, older):
    """
    Without the file itself the head in the workspace says how long it was, and no new one is begun.
    """
    book.file(folder).unlink()

    assert [True] == [grave for grave, _ in said(folder)]
    with pytest.raises(Refused):
        write(folder, hand())
    assert not book.file(folder).exists()


def test_a_folder_that_held_another_ledger(folder, older):
    """
    When all of the workspace is gone the user's state remembers it: that is said, and a new ledger may begin.
    """
    shutil.rmtree(folder)
    folder.mkdir()

    assert [False] == [grave for grave, _ in said(folder)]
    assert 1 == len(write(folder, hand("library")).entries)
    assert [] == said(folder)


def test_another_ledger_of_the_same_length_is_named(folder, older):
    """
    Two computers went on from one entry, each by itself: the one that was put back is not the one that was known.
    """
    known = [one.file.read_bytes() for one in anchors.kept(folder)[0]]
    shutil.copyfile(older, book.file(folder))
    book.accept(folder, DAY, "asp. Jan Kowalski", AT)
    write(folder, hand("library"), hand("hall"))
    for anchor, data in zip(anchors.kept(folder)[0], known, strict=True):
        anchor.file.write_bytes(data)
    entries = book.read(folder).entries
    fork = folder.parent / "fork.sqlite"
    with book.ledger.opened(fork, make=True) as store:
        store.append(lambda _: [(one.deed, Personal()) for one in (entries[0], *entries[2:])], AT)
    shutil.copyfile(fork, book.file(folder))
    found = said(folder)

    assert [(True, True)] == [(grave, "another ledger" in what) for grave, what in found]
    with pytest.raises(Refused, match="another ledger"):
        write(folder, hand())


def test_accepted_is_an_entry(folder, older):
    """
    Who says so, which head is given up; from then on it is written again, also where the old head is still known.
    """
    longer = book.read(folder).entries
    kept = [(one.file, one.file.read_bytes()) for one in anchors.kept(folder)[0]]
    shutil.copyfile(older, book.file(folder))
    (made,) = book.accept(folder, DAY, "asp. Jan Kowalski", AT).entries
    after = said(folder)
    for file, data in kept:
        file.write_bytes(data)

    assert Accepted(DAY, 3, longer[-1].hash) == made.deed
    assert "asp. Jan Kowalski" == book.read(folder).people[2].who
    assert [] == after == said(folder)
    assert 3 == write(folder, hand()).entries[0].seq


def test_there_may_be_nothing_to_accept(folder, older):
    """
    A ledger that is all there gets no entry.
    """
    assert () == book.accept(folder, DAY, "asp. Jan Kowalski", AT).entries
    assert 3 == len(book.read(folder).entries)


def test_the_longer_one_is_brought_back(folder, older):
    """
    Restoring it needs nobody's word; a shorter one stays named after it was restored.
    """
    longer = folder.parent / "longer.sqlite"
    shutil.copyfile(book.file(folder), longer)
    _, short = book.restore(folder, older)
    _, whole = book.restore(folder, longer)

    assert [True] == [one.grave for one in short.findings]
    assert () == whole.findings
    assert 4 == write(folder, hand()).entries[0].seq


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff", b'{"schema": "x", "length": 1}', None])
def test_a_torn_head_is_named_and_stops_nothing(folder, data):
    """
    The other head still counts, and the next entry writes it anew; a folder in its place is named as well.
    """
    write(folder, hand())
    own = folder / anchors.OWN
    own.unlink()
    own.mkdir() if data is None else own.write_bytes(data)
    before = said(folder)
    write(folder, hand())

    assert [(False, True)] == [(grave, "cannot be read" in what) for grave, what in before]
    assert (before if data is None else []) == said(folder)


def test_a_head_of_a_newer_program_is_read(folder):
    """
    One field more and a higher version: it still says how long the ledger was.
    """
    write(folder, hand(), hand())
    for anchor in anchors.kept(folder)[0]:
        table = json.loads(anchor.file.read_bytes())
        anchor.file.write_text(json.dumps(table | {"schema": "ulotki.ledger-head/2", "moon": "full", "length": 9}))

    assert "9 were known" in said(folder)[0][1]


def test_where_nothing_can_be_kept(folder, monkeypatch):
    """
    The entry is written all the same, and it is said which head was not kept.
    """
    (folder.parent / "state").write_text("a file, where a folder should be")
    made = write(folder, hand())

    assert 1 == len(made.entries) == len(made.notes)
    assert "was not kept" in str(made.notes[0])


SIBLINGS = (
    "ledger-LAPTOP.sqlite",
    "ledger (1).sqlite",
    "ledger — kopia.sqlite",
    "ledger (Jan's conflicted copy 2024-08-09).sqlite",
    "ledger.sync-conflict-20240809-120000-ABCDEFG.sqlite",
    "Kopia ledger.sqlite",
    "LEDGER.SQLITE.bak",
    "dziennik z laptopa.db",
)


@pytest.mark.parametrize("name", SIBLINGS)
def test_a_sibling_is_named_with_what_ours_lacks(folder, older, name):
    """
    Whatever the synchroniser calls it: the entries, their day and place; nothing is merged, and ours is written on.
    """
    longer = folder / name
    shutil.copyfile(book.file(folder), longer)
    shutil.copyfile(older, book.file(folder))
    for anchor in anchors.kept(folder)[0]:
        anchor.file.unlink()
    (finding,) = book.read(folder).findings

    assert finding.grave
    assert str(longer) == finding.at.file
    assert "2 (2024-08-01, ops); 3 (2024-08-01, school)" in str(finding.what)
    assert 2 == write(folder, hand()).entries[0].seq
    assert longer.exists()


def test_a_sibling_that_holds_nothing_more(folder, older):
    """
    It is a warning; a backup under a name of its own is none.
    """
    shutil.copyfile(older, folder / "kopia.sqlite")
    quiet = said(folder)
    shutil.copyfile(older, folder / "ledger-old.sqlite")

    assert [] == quiet
    assert [(False, True)] == [(grave, "nothing that ours lacks" in what) for grave, what in said(folder)]


@pytest.mark.parametrize("data", [b"", b"x" * 9000])
def test_a_sibling_that_cannot_be_read(folder, data):
    """
    It is named, since nobody knows what it holds.
    """
    write(folder, hand())
    (folder / "ledger-LAPTOP.sqlite").write_bytes(data)

    assert [(True, True)] == [(grave, "cannot be read" in what) for grave, what in said(folder)]


def test_what_we_leave_ourselves_is_no_sibling(folder, older):
    """
    The ledger that a restore has kept, and something unfinished.
    """
    longer = folder.parent / "longer.sqlite"
    shutil.copyfile(book.file(folder), longer)
    book.restore(folder, longer)
    (folder / ".part-ledger.sqlite").write_bytes(b"x")

    assert (folder / "ledger.sqlite.before-1").exists()
    assert [] == said(folder)


def test_a_newer_program_is_named(folder, monkeypatch):
    """
    A field that we do not know is a warning; a whole kind that we do not know makes the answer doubtful.
    """
    write(folder, hand())
    with book.ledger.opened(book.file(folder)) as store:
        first = store.read()[0][0]
        field = replace(first, seq=2, previous=first.hash, body=first.body.replace("{", '{"moon":1,', 1))
        field = replace(field, hash=field.digest)
        kind = replace(first, seq=3, previous=field.hash, kind="photographed")
        kind = replace(kind, hash=kind.digest)
        for one in (field, kind):
            store._insert(one, None)

    assert [(False, "moon"), (True, "photographed")] == [(grave, what.split(": ")[-1]) for grave, what in said(folder)]


def test_forgetting_keeps_the_head(folder):
    """
    It is an entry too, so the head goes on with it.
    """
    book.append(folder, lambda _: [(hand(), Personal("Jan"))], AT)
    book.forget(folder, Forgotten(DAY, (1,)), AT)

    assert [2, 2] == [one.head.length for one in anchors.kept(folder)[0]]
    assert [] == said(folder)


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_no_ledger(folder, kind):
    """
    It is named at once; nobody waits for a pipe.
    """
    import os

    path = book.file(folder)
    path.mkdir() if kind == "folder" else os.mkfifo(path)

    with pytest.raises(Refused, match="not a ledger"):
        book.read(folder)


def test_forgetting_hides_no_older_ledger(folder, older):
    """
    People may be forgotten in a ledger that went backwards, and it is still named afterwards.
    """
    shutil.copyfile(older, book.file(folder))
    book.forget(folder, Forgotten(DAY, (1,)), AT)

    assert [True] == [grave for grave, _ in said(folder)]
