"""The record of an edition: what was written is read, and whatever is damaged is no record."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest
from books import piece
from hypothesis import given
from hypothesis import strategies as st

from ulotki.edition.record import Record, RecordEntry, Unreadable, digest, picture_path, read_record, record_bytes

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
DAYS = st.none() | st.dates()
COUNTS = st.integers(0, 10**6)

ENTRIES = st.builds(
    RecordEntry,
    **dict.fromkeys(("path", "sha256", "name", "title", "scam", "template", "format", "palette", "lang"), WORDS),
    purpose=st.sampled_from(["office", "web", "press"]),
    size=COUNTS,
    places=st.lists(st.tuples(WORDS, COUNTS)).map(tuple),
    until=DAYS,
    pages=COUNTS,
    ink=st.floats(0, 1),
    code=WORDS,
    values=st.dictionaries(WORDS, WORDS),
    mark=st.none() | WORDS,
    texts=st.none() | st.dictionaries(WORDS, st.dates()),
)
RECORDS = st.builds(
    Record,
    **dict.fromkeys(("campaign", "title", "edition"), WORDS),
    day=st.dates(),
    until=DAYS,
    as_of=DAYS,
    files=st.lists(ENTRIES, max_size=4).map(tuple),
)

ENTRY = RecordEntry(
    path="pieces/a.pdf",
    sha256="00",
    size=5,
    name="a",
    title="Na wnuczka",
    scam="na-wnuczka",
    template="poster",
    format="A4",
    palette="mono",
    lang="pl",
    purpose="office",
    places=(("bank", 2), ("ops", 3)),
    until=datetime.date(2024, 12, 31),
    pages=1,
    ink=0.25,
    code="KM2XN-WQAE9",
    values={"number:112": "112"},
    mark=None,
)
RECORD = Record("maj", "Maj", datetime.date(2024, 8, 1), None, "800Z3-CG5EV", (ENTRY,))
MADE = replace(RECORD, files=(replace(ENTRY, texts={"na-wnuczka": datetime.date(2026, 11, 28)}),))
"""The same as a record that says of which day its texts are."""

TURNED = replace(MADE, as_of=datetime.date(2024, 8, 21))
"""The same of an edition that speaks of a later day than the first of its campaign."""


@given(RECORDS)
def test_what_is_written_is_read(record):
    """
    Whatever stands in a record comes back as it was, and equal records are equal bytes.
    """
    data = record_bytes(record)

    assert record == read_record(data)
    assert data == record_bytes(read_record(data))


def test_places_are_looked_up_in_one_table():
    """
    Whoever asks for each of many places goes through them once.
    """
    read = []

    class Places(tuple):
        def __iter__(self):
            read.append(1)
            return super().__iter__()

    entry = piece(places=Places((f"p{number}", number + 1) for number in range(50)))

    assert [*range(1, 51), 0] == [entry.ordered(f"p{number}") for number in range(51)]
    assert [1] == read


def test_people_can_read_it():
    """
    Polish letters stand as letters, and it names its shape and who gets how many.
    """
    data = record_bytes(replace(RECORD, title="Sierpień"))

    assert "Sierpień" in data.decode()
    assert data.endswith(b"}\n")
    assert "ulotki.manifest/3" == json.loads(data)["schema"]
    assert [{"id": "bank", "copies": 2}, {"id": "ops", "copies": 3}] == json.loads(data)["files"][0]["places"]


def changed(**more: object) -> bytes:
    """RECORD with other keys of its file; None takes one away."""
    file = {**json.loads(record_bytes(RECORD))["files"][0], **more}
    file = {key: value for key, value in file.items() if value != "gone"}
    return json.dumps(json.loads(record_bytes(RECORD)) | {"files": [file]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"7",
        b"{}",
        b'{"schema": "ulotki.manifest/4"}',
        b'{"schema": "ulotki.manifest/1"}',
        b'{"schema": "ulotki.manifest/1", "files": 7}',
        b'{"schema": "ulotki.manifest/1", "files": [7]}',
        changed(code=7),
        changed(path=None),
        changed(path="gone"),
        changed(sha256="gone"),
        changed(values=[]),
        changed(values={"number:112": 112}),
        changed(until="tomorrow"),
        changed(until=7),
        record_bytes(replace(RECORD, files=(replace(ENTRY, texts={"na-wnuczka": "yesterday"}),))),
        changed(places=[{"id": "bank"}]),
        changed(places=[{"id": "bank", "copies": "many"}]),
        changed(places=None),
        b"[" * 100_000,
        b'{"schema": "ulotki.manifest/1", "files": ' + b"[" * 100_000,
    ],
)
def test_what_is_damaged_is_no_record(data):
    """
    Torn, of another shape, or without what matters: nobody guesses what it meant.
    """
    assert isinstance(read_record(data), Unreadable)


@given(st.data())
def test_a_torn_record_is_none(data):
    """
    Cut off anywhere before its last brace, it is none.
    """
    whole = record_bytes(RECORD)

    assert isinstance(read_record(whole[: data.draw(st.integers(0, len(whole) - 3))]), Unreadable)


@given(st.binary(max_size=60) | st.from_type(dict).map(lambda value: json.dumps(value, default=str).encode()))
def test_no_bytes_break_the_reader(data):
    """
    Whatever lies there under that name, the answer is that it is no record.
    """
    assert isinstance(read_record(data), Unreadable)


def test_a_field_less_and_a_field_more():
    """
    What describes a file may be missing, and what a newer program writes beside it is left out; the rest is read.
    """
    less = dict.fromkeys(("size", "title", "scam", "template", "format", "palette", "lang", "pages", "ink"), "gone")
    document = json.loads(changed(**less, more=[1])) | {"new": {}}

    assert replace(RECORD, files=(PLAIN,)) == read_record(json.dumps(document).encode())


PLAIN = replace(ENTRY, **dict.fromkeys(("title", "scam", "template", "format", "palette"), ""), size=0, ink=0.0)


@pytest.mark.parametrize(
    "change",
    [
        {"places": [{"id": "bank", "copies": 2}, {"id": "ops", "copies": 4}]},
        {"places": [{"id": "bank", "copies": 2}]},
        {"places": [{"id": "bank", "copies": 2}, {"id": "urzad", "copies": 3}]},
        {"until": None},
        {"until": "2030-12-31"},
        {"sha256": "01"},
        {"code": "K7QF3-M2D9X"},
        {"values": {"number:112": "999"}},
        {"mark": "WZÓR"},
        {"name": "b"},
        {"replaced": ["number:cert-sms"]},
        {"texts": {"na-wnuczka": "2026-11-28"}},
        {"texts": {}},
        {"content": "00"},
        {"purpose": "web"},
    ],
    ids=str,
)
def test_a_change_is_seen(change):
    """
    Places, copies, days, values and bytes are bound: whoever changes one in the file is found out.
    """
    found = read_record(changed(**change))

    assert isinstance(found, Unreadable)
    assert "changed after it was written" in str(found.why)


def test_so_is_a_change_of_its_texts():
    """
    Whoever makes a text younger, or takes the texts out as if an older program had written the record, is found out.
    """
    whole = json.loads(record_bytes(MADE))
    for texts in ({"na-wnuczka": "2026-11-29"}, {}, None):
        whole["files"][0]["texts"] = texts
        assert isinstance(read_record(json.dumps(whole).encode()), Unreadable)


def test_so_is_a_change_of_the_whole():
    """
    Another campaign, another day, a file less.
    """
    whole = json.loads(record_bytes(RECORD))
    for change in ({"campaign": "lipiec"}, {"day": "2024-08-02"}, {"edition": "KM2XN-WQAE9"}, {"files": []}):
        assert isinstance(read_record(json.dumps(whole | change).encode()), Unreadable)


def test_an_older_one_is_not_bound():
    """
    Version 1 had no seal: it is read, and says that it binds nothing; nobody calls it forged.
    """
    document = json.loads(changed(content="gone", replaced="gone")) | {"schema": "ulotki.manifest/1"}
    del document["seal"]
    found = read_record(json.dumps(document).encode())

    assert RECORD == found
    assert not found.bound
    assert read_record(record_bytes(found)).bound


def test_the_day_of_which_it_speaks():
    """
    Where it is not the day of the campaign it is written, and bound like all that matters; else nothing is written of it.
    """
    known = json.loads(record_bytes(TURNED))
    assert (datetime.date(2024, 8, 21), datetime.date(2024, 8, 1), True) == (
        TURNED.speaks,
        MADE.speaks,
        b"as_of" not in record_bytes(MADE),
    )
    assert ("ulotki.manifest/4", "2024-08-01", "2024-08-21") == (known["schema"], known["day"], known["as_of"])
    assert digest(MADE) != digest(TURNED)

    for change in ({"as_of": "2024-08-22"}, {"as_of": None}, {"as_of": "soon"}):
        assert isinstance(read_record(json.dumps(known | change).encode()), Unreadable)
    added = json.loads(record_bytes(MADE)) | {"as_of": "2024-08-21"}
    assert isinstance(read_record(json.dumps(added).encode()), Unreadable)


def test_what_a_hand_over_writes_down():
    """
    It names who gets how many of what; files for the web that come later change nothing, and other copies do.
    """
    web = replace(ENTRY, path="web/a.pdf", purpose="web")
    more = replace(ENTRY, places=(("bank", 3), ("ops", 3)))

    assert digest(RECORD) == digest(replace(RECORD, files=(ENTRY, web)))
    assert digest(RECORD) != digest(replace(RECORD, files=(more,)))
    assert digest(RECORD) != digest(MADE)
    assert "1ac29c86af28df3a674b74cadaf4698c5784d992c9539e3f4d74892690c48456" == digest(RECORD)


def test_a_piece_is_its_first_file():
    """
    Files of one name are one piece; what it is for is what they are for; its copies are those of all places.
    """
    sheets = replace(ENTRY, path="print/a.pdf")
    web = replace(ENTRY, path="web/a.pdf", purpose="web")
    other = replace(ENTRY, path="pieces/b.pdf", name="b")
    record = replace(RECORD, files=(ENTRY, sheets, web, other))

    assert (ENTRY, other) == record.pieces
    assert {"office", "web"} == record.purposes
    assert 5 == ENTRY.copies
    assert "pictures/a.png" == picture_path(ENTRY.name)


@pytest.mark.parametrize(("version", "record"), [(1, RECORD), (2, RECORD), (3, MADE), (4, TURNED)])
def test_every_version_is_read_for_ever(root, version, record):
    """
    A frozen file of each version is the record that it was.
    """
    assert record == read_record((root / f"tests/formats/manifest-{version}.json").read_bytes())


@pytest.mark.parametrize("field", ["title", "edition", "files.title", "files.code", "files.path"])
def test_half_a_sign_is_no_text(field):
    """
    JSON can escape half of a pair of UTF-16, which nobody can show, hash or write: such a record is altered.
    """
    document = json.loads(record_bytes(RECORD)) | {"schema": "ulotki.manifest/1"}
    table = document["files"][0] if "." in field else document
    table[field.rpartition(".")[2]] = "\ud800"

    assert isinstance(read_record(json.dumps(document).encode()), Unreadable)
    table[field.rpartition(".")[2]] = "\U0001f600"
    assert isinstance(read_record(json.dumps(document).encode()), Record)
