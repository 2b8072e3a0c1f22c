"""The memory of what went where: nothing is changed, nothing is lost, and people can be forgotten."""

from __future__ import annotations

import datetime
import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.errors import Broken, Misused, Refused, Trouble
from ulotki.handout import ledger
from ulotki.handout.ledger import (
    KINDS,
    START,
    Forgotten,
    Given,
    Gone,
    HandOver,
    Meeting,
    Personal,
    Standing,
    TakenDown,
    editions,
    hanging,
    verify,
)
from ulotki.workspace import ledger as store

AT = "2024-08-01T10:00:00Z"
DAY = datetime.date(2024, 8, 1)
LATER = datetime.date(2024, 12, 31)

days = st.dates()
words = st.text(max_size=12)
counts = st.integers(0, 10**6)
deeds = st.one_of(
    st.builds(
        HandOver,
        day=days,
        place=words,
        campaign=words,
        edition=words,
        pieces=st.lists(
            st.builds(Given, code=words, name=words, title=words, copies=counts, hung=counts, until=st.none() | days),
            max_size=3,
        ).map(tuple),
        consent=st.none() | st.booleans(),
    ),
    st.builds(
        TakenDown,
        day=days,
        place=words,
        pieces=st.lists(
            st.builds(Gone, code=words, name=words, edition=words, copies=counts, hung=counts), max_size=3
        ).map(tuple),
    ),
    st.builds(
        Meeting, day=days, group=words, people=counts, topics=st.lists(words, max_size=3).map(tuple), place=words
    ),
)
personals = st.builds(Personal, who=words, phone=words, note=words)


def chain(*deeds):
    """Entries and secrets of (deed, personal fields)."""
    entries, secrets = [], []
    for seq, (deed, personal) in enumerate(deeds, 1):
        kept = ledger.secret(seq, personal, f"salt {seq}") if personal else None
        entries.append(ledger.entry(deed, AT, entries[-1] if entries else None, kept.digest if kept else None))
        secrets += [kept] if kept else []
    return entries, secrets


books = st.lists(st.tuples(deeds, personals), min_size=1, max_size=6).map(lambda deeds: chain(*deeds))


def hand(place="bank", code="AAAAA-AAAAA", copies=2, hung=1, edition="E1", until=LATER, day=DAY):
    piece = Given(code, f"poster {code}", "Na wnuczka", copies, hung, until)
    return HandOver(day, place, "maj", edition, (piece,), True)


def down(place="bank", code="AAAAA-AAAAA", copies=2, hung=1, edition="E1"):
    return TakenDown(DAY, place, (Gone(code, f"poster {code}", edition, copies, hung),))


# The chain


@given(books)
def test_any_entries_hold(book):
    """
    Whatever is written down verifies, and reads as what was done.
    """
    entries, secrets = book

    assert verify(entries, secrets) is None
    assert list(range(1, len(entries) + 1)) == [entry.seq for entry in entries]
    assert START == entries[0].previous


@given(st.lists(st.tuples(deeds, personals), min_size=1, max_size=4))
def test_a_deed_comes_back(done):
    """
    An entry gives back the very deed and the very personal fields.
    """
    entries, secrets = chain(*done)

    assert [deed for deed, _ in done] == [entry.deed for entry in entries]
    assert [personal for _, personal in done if personal] == [secret.personal for secret in secrets]


@given(books, st.data())
def test_a_changed_entry_is_named(book, data):
    """
    Any character of any column that is another: that entry is the first that does not hold.
    """
    entries, secrets = book
    at = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from([item.name for item in fields(ledger.Entry)]))
    value = getattr(entries[at], name)
    if value is None:
        changed = "0" * 64
    elif isinstance(value, int):
        changed = data.draw(st.integers(0, 99).filter(lambda number: number != value))
    else:
        place = data.draw(st.integers(0, len(value) - 1))
        sign = data.draw(st.characters().filter(lambda sign: sign != value[place]))
        changed = value[:place] + sign + value[place + 1 :]
    entries[at] = replace(entries[at], **{name: changed})

    assert at + 1 == verify(entries, secrets).seq


@given(books, st.data())
def test_a_missing_entry_is_named(book, data):
    """
    Without one of them, but the last, the chain breaks there.
    """
    entries, secrets = book
    at = data.draw(st.integers(0, len(entries) - 1))
    del entries[at]
    fault = verify(entries, [secret for secret in secrets if secret.seq != at + 1])

    assert (fault.seq if fault else None) == (at + 1 if at < len(entries) else None)


@given(books.filter(lambda book: book[1]), st.data())
def test_changed_personal_fields_are_named(book, data):
    """
    Another name beside an entry than the one that was written is found.
    """
    entries, secrets = book
    at = data.draw(st.integers(0, len(secrets) - 1))
    secrets[at] = replace(secrets[at], value=secrets[at].value + " ")

    assert secrets[at].seq == verify(entries, secrets).seq


@given(books, st.data())
def test_forgotten_people_leave_the_chain_whole(book, data):
    """
    With an entry that says whose fields were deleted all holds; without one it is named.
    """
    entries, secrets = book
    gone = data.draw(st.sets(st.sampled_from(secrets))) if secrets else set()
    numbers = tuple(sorted(secret.seq for secret in gone))
    kept = [secret for secret in secrets if secret not in gone]
    said = [*entries, ledger.entry(Forgotten(DAY, numbers), AT, entries[-1])]

    assert verify(said, kept) is None
    assert (numbers[0] if numbers else None) == getattr(verify(entries, kept), "seq", None)


def test_the_body_names_nobody():
    """
    The entry holds a digest of who took the bundle, salted: the same person twice is two digests.
    """
    jan = Personal("Jan Kowalski", "600 000 000", "u sąsiada")
    entries, _ = chain((hand(), jan), (hand(), jan))

    assert not any(word in entry.body for entry in entries for word in ("Kowalski", "600", "sąsiada"))
    assert entries[0].person != entries[1].person


@pytest.mark.parametrize("kind", KINDS)
def test_another_shape_is_refused(kind):
    """
    A body that is none of ours raises ValueError, never anything else.
    """
    good, _ = chain((hand(), Personal()))
    for body in (
        "",
        "{}",
        "[]",
        "null",
        '{"day":1}',
        good[0].body.replace("2024", "x"),
        good[0].body.replace("2,", '"2",'),
    ):
        with pytest.raises(ValueError):
            _ = replace(good[0], kind=kind, body=body).deed


# What hangs where


def standings(*deeds):
    return hanging(chain(*((deed, Personal()) for deed in deeds))[0])


def test_what_was_handed_over_is_there():
    """
    Place, piece, copies, how many hang, until when, of which edition, and by which entry.
    """
    expected = Standing("bank", "AAAAA-AAAAA", "poster AAAAA-AAAAA", "Na wnuczka", "maj", "E1", LATER, 2, 1, 0, 0, (1,))

    assert (expected,) == standings(hand())
    assert (2, 1) == (expected.there, expected.hanging)


def test_what_was_taken_down_is_there_no_more():
    """
    It is still known, with nothing left; a second bundle of it is there again.
    """
    (gone,) = standings(hand(), down())
    (again,) = standings(hand(), down(), hand(copies=5))

    assert (0, 0, 2, 1) == (gone.there, gone.hanging, gone.taken, gone.down)
    assert (5, 1, (1, 2, 3)) == (again.there, again.hanging, again.entries)


def test_the_last_hand_over_says_until_when():
    """
    The same piece of a newer edition: copies add up, edition and day are the newer ones.
    """
    (one,) = standings(hand(), hand(edition="E2", until=None))

    assert ("E2", None, 4, 2) == (one.edition, one.until, one.copies, one.hung)


def test_places_and_pieces_are_kept_apart():
    """
    Another place or another code is another standing; taking down what is not there changes nothing.
    """
    found = standings(hand(), hand("ops"), hand(code="B"), down("ops", "C"), Meeting(DAY, "KGW", 20))

    assert [("bank", "AAAAA-AAAAA"), ("ops", "AAAAA-AAAAA"), ("bank", "B")] == [(one.place, one.code) for one in found]
    assert {2} == {one.there for one in found}


def test_editions_with_something_out():
    """
    An edition is named while anything of it is anywhere, be it on a table.
    """
    entries, _ = chain(*((deed, Personal()) for deed in (hand(hung=0), hand(code="B", edition="E2"), down(code="B"))))

    assert frozenset({"E1"}) == editions(entries)
    assert frozenset() == editions([])


@given(books)
def test_nothing_is_less_than_none(book):
    """
    However odd the entries are, no count falls below none.
    """
    assert all(one.there >= 0 and one.hanging >= 0 for one in hanging(book[0]))


# The file


@pytest.fixture
def path(tmp_path):
    return tmp_path / store.NAME


def write(path, *deeds, salt="s"):
    """Entries of these deeds, or (deed, personal fields)."""
    pairs = [deed if isinstance(deed, tuple) else (deed, Personal()) for deed in deeds]
    with store.opened(path, make=True) as opened:
        return opened.append([(*pair, salt) for pair in pairs], AT)


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
    made = write(path, hand(), (down(), Personal("Jan", "", ""))) + write(path, Meeting(DAY, "KGW", 20))
    with closing(sqlite3.connect(path)) as connection:
        told = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]

    assert made == read(path)[0]
    assert [store.APPLICATION, store.VERSION, "wal"] == [*told, mode]
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

    assert {"synchronous": 2, "secure_delete": 1, "journal_mode": "wal", "recursive_triggers": 1} == settings


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

            assert isinstance(caught.value, Broken), name
            assert str(path) == caught.value.findings[0].at.file
            assert ("99" in str(caught.value)) == (name == "newer")
            assert caught.value.findings[0].hint
            assert data == path.read_bytes(), name


@given(st.data())
def test_any_changed_byte_is_seen_or_harmless(tmp_path_factory, data):
    """
    One byte of the file is another: it is refused, or every entry still reads as it was written.
    """
    path = tmp_path_factory.getbasetemp() / "byte.sqlite"
    path.unlink(missing_ok=True)
    made = write(path, (hand(), Personal("Jan")), down(), Meeting(DAY, "KGW", 3))
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

    with pytest.raises(Broken):
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
    kept = store.restored(path, copy)
    again = store.restored(path, copy)

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
            store.restored(path, copy)

        assert str(copy) == caught.value.findings[0].at.file
        assert before == path.read_bytes()
    assert {path.name, copy.name} == {file.name for file in path.parent.iterdir()}


def test_a_plain_copy_with_its_log_is_restored(path, tmp_path):
    """
    A ledger that was copied by hand while a program had it open comes back with what its log holds.
    """
    write(path, hand())
    with store.opened(path) as opened:
        opened.append([(hand("ops"), Personal(), "s")], AT)
        for end in ("", "-wal"):
            (tmp_path / f"copy.sqlite{end}").write_bytes((path.parent / f"{path.name}{end}").read_bytes())
    path.unlink()
    store.restored(path, tmp_path / "copy.sqlite")

    assert 2 == len(read(path)[0])


def test_a_busy_ledger_is_waited_for(path, monkeypatch):
    """
    Another program that writes is waited for; in the end it is named, and nothing is written.
    """
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    write(path, hand())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Broken, match="another program"):
            write(path, hand())

    assert 1 == len(read(path)[0])
