"""A hand-over is bound to the record of its edition: another record in its place is named."""

import datetime
from dataclasses import replace

import pytest
from books import book, down, hand, piece

from ulotki.edition import record as records
from ulotki.edition.record import Edition, Record, Unreadable
from ulotki.errors import say
from ulotki.handout import bound
from ulotki.handout.deeds import Cancelled, Personal

RECORD = Record("maj", "Maj", datetime.date(2024, 8, 1), datetime.date(2024, 12, 31), "E1", (piece(),))
GIVEN = replace(hand(), digest=records.digest(RECORD))


def strangers(known, found, *, genuine=True):
    return bound.unbound_records(known, found, lambda _: genuine)


def entries(*deeds):
    return book(*((deed, Personal()) for deed in deeds))[0]


def lying(*found):
    return tuple(Edition(f"maj/2024-08-01-{number}-E1", one) for number, one in enumerate(found, 1))


@pytest.mark.parametrize(
    "changed",
    [
        {"values": {"number:112": "999"}},
        {"places": (("bank", 50),)},
        {"until": "2030-01-01"},
        {"sha256": "1" * 64},
        {"mark": "WZÓR"},
    ],
)
def test_another_record(changed):
    """
    Somebody changed values, copies, days or bytes in a record and sealed it anew: the entry that was written for the
    other one is named, with a way out.
    """
    other = replace(RECORD, files=(replace(RECORD.files[0], **changed),))
    (found,) = strangers(entries(GIVEN), lying(other))

    assert found.grave
    assert "maj/2024-08-01-1-E1/manifest.json" == found.at.file
    assert "entries 1" in str(found.what)
    assert "ulotki ledger cancel 1" in str(found.hint)


@pytest.mark.parametrize(
    ("deeds", "found"),
    [
        ((GIVEN,), (RECORD,)),
        ((GIVEN,), (RECORD, replace(RECORD, files=(piece(places=(("bank", 9),)),)))),
        ((GIVEN,), (replace(RECORD, title="Czerwiec"),)),
        ((hand(),), (replace(RECORD, day="2024-08-02"),)),
        ((GIVEN, down()), (replace(RECORD, day="2024-08-02"),)),
        ((GIVEN, Cancelled(GIVEN.day, 1)), (replace(RECORD, day="2024-08-02"),)),
        ((GIVEN,), ()),
        ((GIVEN,), (replace(RECORD, campaign="czerwiec"),)),
    ],
    ids=["same", "one of two", "title", "not bound", "taken down", "cancelled", "no edition", "another campaign"],
)
def test_nothing_to_say(deeds, found):
    """
    Nothing is said of the same record, of an entry that is bound to none, and of what is out no more.
    """
    assert [] == list(strangers(entries(*deeds), lying(*found)))


def test_a_torn_one_is_named_elsewhere():
    """
    While a record of that edition cannot be read, it may be the right one.
    """
    torn = Unreadable("maj/2024-08-01-2-E1", say("torn"))

    assert [] == list(strangers(entries(GIVEN), (*lying(replace(RECORD, day="2024-08-02")), torn)))


PACKED = replace(RECORD, files=(piece(content="c" * 64),))
REPACKED = replace(RECORD, files=(piece(content="c" * 64, sha256="1" * 64),))
BOTH = replace(hand(), digest=records.digest(PACKED), content=records.content_digest(PACKED))


def test_an_edition_that_another_zlib_packed_is_the_same():
    """
    The folder was lost and made anew on another machine: other bytes, the same pages.
    """
    assert [] == list(strangers(entries(BOTH), lying(REPACKED)))


def test_files_that_do_not_hold_what_the_record_says():
    """
    A record that keeps the digest of what is packed, beside a file with something else in it.
    """
    assert 1 == len(list(strangers(entries(BOTH), lying(REPACKED), genuine=False)))


def test_other_contents_are_another_edition():
    """
    And an entry of an older program, which knows bytes alone, is bound to bytes.
    """
    other = replace(RECORD, files=(piece(content="d" * 64),))

    assert 1 == len(list(strangers(entries(BOTH), lying(other))))
    assert 1 == len(list(strangers(entries(replace(BOTH, content="")), lying(REPACKED))))
    assert "" == records.content_digest(RECORD)
