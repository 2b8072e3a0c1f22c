"""The ledger as a file: whole at any moment, and nothing of it is changed unnoticed."""

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from books import AT, DAY, down, hand
from hypothesis import given
from hypothesis import strategies as st

from ulotki.errors import Broken, Misused, Refused, Trouble, say
from ulotki.handout import chain, ledger
from ulotki.handout.deeds import Forgotten, HeldMeeting, Personal
from ulotki.workspace import ledger as store
from ulotki.workspace import sqlite as lite


@pytest.fixture
def path(tmp_path):
    return tmp_path / store.NAME


def write(path, *deeds):
    """Entries of these deeds, or (deed, personal fields)."""
    pairs = [deed if isinstance(deed, tuple) else (deed, Personal()) for deed in deeds]
    with store.opened(path, make=True) as opened:
        return opened.append(lambda _entries: pairs, AT)


def read(path):
    with store.opened(path) as opened:
        return opened.read()


def raw(path, *sentences):
    """Do to the file what the program never would, and leave the triggers as they were."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = list(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for sentence in sentences:
            connection.execute(sentence)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def test_entries_are_kept(path):
    """
    What was appended is what is read, and the file says whose and which version it is.
    """
    made = write(path, hand(), (down(), Personal("Jan", "", ""))) + write(path, HeldMeeting(DAY, "KGW", 20))
    with closing(sqlite3.connect(path)) as connection:
        told = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]

    assert made == read(path)[0]
    assert [store.APPLICATION, 2, "delete"] == [*told, mode]
    assert [path.name] == [file.name for file in path.parent.iterdir()]


def test_the_disk_is_waited_for(path):
    """
    COMMIT returns when the bytes are on the disk, and deleted bytes are overwritten.
    """
    write(path, hand())
    with store.opened(path) as opened:
        settings = {
            name: opened.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "secure_delete", "journal_mode", "recursive_triggers")
        }

    assert {"synchronous": 3, "secure_delete": 1, "journal_mode": "delete", "recursive_triggers": 1} == settings


@pytest.mark.parametrize(
    "sentence",
    [
        "UPDATE entry SET body = '{}'",
        "DELETE FROM entry",
        "DELETE FROM entry WHERE seq = 2",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 1",
        "INSERT INTO entry SELECT 7, at, kind, body, person, previous, hash FROM entry WHERE seq = 1",
        "UPDATE person SET value = ''",
    ],
)
def test_entries_are_only_added(path, sentence):
    """
    The file itself refuses to change or delete an entry, whoever opens it.
    """
    write(path, (hand(), Personal("Jan")), hand())
    before = read(path)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(sentence)

    assert before == read(path)


@pytest.mark.parametrize("column", ["at", "kind", "body", "person", "previous", "hash"])
@pytest.mark.parametrize("seq", [1, 2, 3])
def test_a_changed_row_is_refused(path, column, seq):
    """
    The entry is named, nothing is appended to such a ledger, and its bytes stay.
    """
    write(path, hand(), (hand(), Personal("Jan")), hand())
    raw(path, f"UPDATE entry SET {column} = 'x' || substr(ifnull({column}, ''), 2) WHERE seq = {seq}")
    before = path.read_bytes()
    for go in (read, lambda path: write(path, hand())):
        with pytest.raises(Refused, match=f"entry {seq} of the ledger"):
            go(path)

    assert before == path.read_bytes()


def test_bytes_that_are_no_text_are_refused(path):
    """
    An entry that is not UTF-8 is named like any other.
    """
    write(path, hand())
    raw(path, "UPDATE entry SET body = CAST(x'ff' AS TEXT)")

    with pytest.raises(Refused, match="entry 1 of the ledger"):
        read(path)


def damage(path):
    """Ways in which a file is not a ledger, or not one any more: (name, its bytes)."""
    good = path.read_bytes()
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE t (a)")
        foreign = other.serialize()
    yield "empty", b""
    yield "text", b"not a database at all\n" * 300
    yield "foreign", foreign
    yield "half", good[: len(good) // 2]
    yield "newer", good[:60] + (99).to_bytes(4, "big") + good[64:]
    yield "blank page", good[:4096] + bytes(4096) + good[8192:]
    yield "tail", good[:-4096] + b"\xff" * 4096


def test_a_damaged_file_is_named_and_left(path):
    """
    Reading, appending and copying say which file and what to do; not a byte of it changes.
    """
    write(path, *[(hand(), Personal("Jan"))] * 30)
    for name, data in [*damage(path)]:
        path.write_bytes(data)
        for go in (read, lambda path: write(path, hand())):
            with pytest.raises(Trouble) as caught:
                go(path)

            assert isinstance(caught.value, Refused), name
            assert str(path) == caught.value.findings[0].at.file
            assert ("version 99" in str(caught.value)) == (name == "newer")
            assert caught.value.findings[0].hint
            assert data == path.read_bytes(), name


@given(st.data())
def test_any_changed_byte_is_seen_or_harmless(tmp_path_factory, data):
    """
    One byte of the file is another: it is refused, or every entry still reads as it was written.
    """
    path = tmp_path_factory.getbasetemp() / "byte.sqlite"
    path.unlink(missing_ok=True)
    made = write(path, (hand(), Personal("Jan")), down(), HeldMeeting(DAY, "KGW", 3))
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    with suppress(Trouble):
        assert made == read(path)[0]


def test_altered_triggers_are_damage(path):
    """
    A ledger whose file no longer guards its entries is not used.
    """
    write(path, hand())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER entry_stays")

    with pytest.raises(Refused):
        read(path)


def test_people_are_forgotten_to_the_last_byte(path):
    """
    The fields are gone from the entries and from every file beside; the rest reads on, and the chain holds.
    """
    jan, anna = Personal("Jan Kowalski", "600700800", "zostawione u sąsiada"), Personal("Anna Nowak")
    for number in range(40):
        write(path, (hand(), replace(jan, note=f"zostawione u sąsiada {number}" * 9)), (hand("ops"), anna))
    before = read(path)[0]
    with store.opened(path) as opened:
        opened.forget(Forgotten(DAY, tuple(range(1, 81, 2))), AT)
        beside = b"".join(file.read_bytes() for file in path.parent.iterdir())
    entries, secrets = read(path)

    assert not any(word.encode() in beside for word in ("Kowalski", "600700800", "zostawione"))
    assert b"Anna Nowak" in beside
    assert before == entries[:-1]
    assert Forgotten(DAY, tuple(range(1, 81, 2))) == entries[-1].deed
    assert {anna} == {secret.personal for secret in secrets}


def test_forgetting_cleans_what_others_have_left(path):
    """
    A name that another program wrote and deleted without wiping it still lies in a free page: it goes as well.
    """
    write(path, (hand(), Personal("Jan Kowalski")))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("CREATE TABLE other (name TEXT)")
        connection.execute("INSERT INTO other VALUES (?)", ("Jan Kowalski, ul. Polna " * 300,))
        connection.execute("DROP TABLE other")
    assert b"ul. Polna" in path.read_bytes()
    with store.opened(path) as opened:
        opened.forget(Forgotten(DAY, (1,)), AT)

    assert b"Kowalski" not in b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert [path] == [*path.parent.iterdir()]


def test_a_copy_is_whole(path, tmp_path):
    """
    One file with the same entries, and no log beside it.
    """
    made = write(path, hand(), (hand(), Personal("Jan")))
    target = tmp_path / "copies"
    target.mkdir()
    with store.opened(path) as opened:
        opened.copy(target / "a.sqlite")

    assert ["a.sqlite"] == [file.name for file in target.iterdir()]
    assert read(path) == read(target / "a.sqlite")
    assert made == read(target / "a.sqlite")[0]


def test_a_copy_needs_a_folder(path, tmp_path):
    """
    A folder that is not there is wrong use.
    """
    write(path, hand())
    with store.opened(path) as opened, pytest.raises(Misused):
        opened.copy(tmp_path / "nowhere/a.sqlite")


@pytest.mark.parametrize("present", ["good", "damaged", "none"])
def test_a_copy_is_restored(path, tmp_path, present):
    """
    The ledger is the copy again, can be written, and what was there is kept, good or not.
    """
    write(path, hand())
    copy = tmp_path / "copy.sqlite"
    with store.opened(path) as opened:
        opened.copy(copy)
    write(path, hand("ops"))
    if present == "damaged":
        path.write_bytes(b"x" * 9000)
    if present == "none":
        path.unlink()
    before = path.read_bytes() if path.exists() else None
    kept = store.restore(path, copy)
    again = store.restore(path, copy)

    assert read(copy) == read(path)
    assert 2 == write(path, hand())[0].seq
    assert (kept.read_bytes() if kept else None) == before
    assert f"{path.name}.before-{1 if present == 'none' else 2}" == again.name


def test_a_damaged_copy_is_not_restored(path, tmp_path):
    """
    The copy is named, and the ledger stays as it is.
    """
    write(path, hand())
    before = path.read_bytes()
    copy = tmp_path / "copy.sqlite"
    for data in (b"", before[:5000], json.dumps({}).encode()):
        copy.write_bytes(data)
        with pytest.raises(Trouble) as caught:
            store.restore(path, copy)

        assert str(copy) == caught.value.findings[0].at.file
        assert before == path.read_bytes()
    assert {path.name, copy.name} == {file.name for file in path.parent.iterdir()}


def test_a_plain_copy_with_its_log_is_restored(path, tmp_path, old):
    """
    A ledger of version 1 that was copied by hand while a program had it open comes back with what its log holds.
    """
    shutil.copyfile(old, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE person SET value = value WHERE 0")
        with store.opened(path) as opened:
            count = len(opened.read()[0])
            last = opened.read()[0][-1]
            new = chain.make_entry(hand(), AT, last)
            connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(new))
            connection.commit()
        for end in ("", "-wal"):
            (tmp_path / f"copy.sqlite{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    path.unlink()
    store.restore(path, tmp_path / "copy.sqlite")

    assert count + 1 == len(read(path)[0])
    assert not [*tmp_path.glob("ledger.sqlite-*")]


def test_a_busy_ledger_is_waited_for(path, monkeypatch):
    """
    Another program that writes is waited for; in the end it is named, and nothing is written.
    """
    monkeypatch.setattr(lite, "PATIENCE", 0.1)
    write(path, hand())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Broken, match="another program"):
            write(path, hand())

    assert 1 == len(read(path)[0])


def test_the_judge_sees_what_is_there_when_it_writes(path):
    """
    Two who have opened the ledger: the second judges after the first has written, and what it raises writes nothing.
    """
    seen = []

    def judge(entries):
        seen.append(len(entries))
        if len(entries) == 1:
            raise Refused([])
        return [(hand(), Personal())]

    with store.opened(path, make=True) as one, store.opened(path) as other:
        one.append(judge, AT)
        with pytest.raises(Refused):
            other.append(judge, AT)

    assert [0, 1] == seen
    assert 1 == len(read(path)[0])


def test_nobody_writes_while_somebody_judges(path):
    """
    Another program finds the ledger taken from the moment on which the judge sees the entries.
    """
    write(path, hand())

    def judge(entries):
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        return [(hand("ops"), Personal())]

    with store.opened(path) as opened:
        opened.append(judge, AT)

    assert 2 == len(read(path)[0])


def test_many_judges_at_once(path):
    """
    Six threads that each take away what they see to be there: one of them does, and the others find nothing.
    """
    write(path, hand(copies=5, hung=5))

    def judge(entries):
        (one,) = ledger.standings(entries)
        return [(down(copies=one.there, hung=one.hanging), Personal())] if one.there else []

    def go(_number):
        with store.opened(path) as opened:
            return len(opened.append(judge, AT))

    with ThreadPoolExecutor(6) as pool:
        assert 1 == sum(pool.map(go, range(6)))
    assert 2 == len(read(path)[0])


# Version 1


@pytest.fixture
def old(root):
    """A ledger that the program wrote in version 0.1.0: given, met, taken down twice, and one name forgotten."""
    return root / "tests/formats/0.1.0/ledger.sqlite"


def test_version_1_is_read_and_written_on(path, old):
    """
    Every entry and name is there, a race of two counts once; the next entry makes it version 2, with no log beside.
    """
    shutil.copyfile(old, path)
    entries, people = read(path)
    found = {(one.place, one.name[11:17]): (one.there, one.hanging) for one in ledger.standings(entries)}
    expected = {
        ("nowa-wies", "poster"): (0, 0),
        ("nowa-wies", "leafle"): (20, 0),
        ("urzad-gminy", "poster"): (2, 1),
        ("parafia-serniki", "poster"): (1, 0),
    }
    version = path.read_bytes()[60:64]
    made = write(path, hand())

    assert 7 == len(entries)
    assert ["Anna Nowak", ""] == [one.personal.who for one in people]
    assert expected == found
    assert (1, 2) == (int.from_bytes(version, "big"), int.from_bytes(path.read_bytes()[60:64], "big"))
    assert (*entries, *made) == read(path)[0]
    assert [path] == [*path.parent.iterdir()]


READ = """
import os, sys, tempfile  # found before the rights are gone
from pathlib import Path
from ulotki.handout.deeds import Personal
from ulotki.workspace import ledger as store
os.getuid() or os.setuid(65534)  # to root nothing is forbidden
with store.opened(Path(sys.argv[1])) as opened:
    print(len(opened.read()[0]))
    try:
        opened.append(lambda entries: [(entries[-1].deed, Personal())], "")
    except Exception as error:
        print(type(error).__name__)
"""


@pytest.mark.parametrize("version", [1, 2, "killed"])
def test_a_ledger_is_read_where_nobody_may_write(old, version):
    """
    From a stick or a folder that is locked, also one with a log or a journal beside; nothing is left there.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / store.NAME
        shutil.copyfile(old, path)
        if version != 1:
            write(path, hand())
        if version == "killed":
            die = f"""if True:
                import os, sqlite3
                c = sqlite3.connect({str(path)!r}, isolation_level=None)
                c.execute("PRAGMA cache_size=1")
                c.execute("PRAGMA cache_spill=1")
                c.execute("BEGIN IMMEDIATE")
                for number in range(200):
                    c.execute("INSERT INTO person VALUES (?, ?, ?)", (100 + number, "x" * 3000, ""))
                os._exit(9)"""
            subprocess.run([sys.executable, "-c", die], check=False)
            assert Path(f"{path}-journal").exists()
        before = {file.name: file.read_bytes() for file in folder.iterdir()}
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        ran = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=False)
        folder.chmod(0o755)

        assert [["7", "8"][version != 1], "Broken"] == ran.stdout.split(), ran.stderr
        assert before == {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_link_to_a_disk_that_is_not_there_is_no_empty_ledger(path):
    """
    It is named, and nothing new is begun behind it.
    """
    path.symlink_to(path.parent / "stick" / path.name)

    with pytest.raises(Refused, match="what it leads to is not there"):
        write(path, hand())


def test_the_ledger_of_a_country_is_read():
    """
    100,000 entries of 20,000 places take 164,257,792 bytes: a ledger of that size is one of ours.
    """
    assert 164_257_792 < store.LARGEST


@pytest.mark.parametrize("end", ["", "-wal"])
def test_a_ledger_too_large_to_be_ours_is_not_read(path, end):
    """
    It would fill the memory: it is refused before anything of it is read, with its log.
    """
    write(path, hand())
    with Path(f"{path}{end}").open("ab") as file:
        file.truncate(store.LARGEST + 1)

    with pytest.raises(Refused, match="larger than 200 MB"):
        read(path)


def test_the_largest_ledger_is_read_within_bounds(path):
    """
    A whole country's places, 100,000 entries, within 1 GB, also when every entry is of the longest kind: measured with the
    memory that Python asks for.
    """
    write(path, *(HeldMeeting(DAY, "K" * 400, 20) for _ in range(4_000)))
    size = path.stat().st_size
    tracemalloc.start()
    try:
        assert 4_000 == len(read(path)[0])
        assert tracemalloc.get_traced_memory()[1] * store.LARGEST / size < 1_000_000_000
    finally:
        tracemalloc.stop()


def test_a_full_disk_is_told_in_our_words(tmp_path):
    """
    SQLite says it in English; what the system says of itself has a translation.
    """
    file = tmp_path / "voll.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as made, pytest.raises(Broken) as trouble:
        made.execute("CREATE TABLE x (y)")
        made.execute("PRAGMA max_page_count=2")
        with lite.about(file):
            made.execute("INSERT INTO x VALUES (zeroblob(100000))")

    assert say("No space left on device") in dict(trouble.value.findings[0].what.values).values()
