"""Entries of the ledger in words."""

import datetime

from ulotki.errors import say
from ulotki.handout import chain
from ulotki.handout.deeds import Accepted, Cancelled, Forgotten, HandOver, HeldMeeting, Personal, TakenDown
from ulotki.handout.lines import EntryData, entry_line, join, with_number

MET = HeldMeeting(day=datetime.date(2024, 8, 1), group="klub {seniora}", people=12, topics=("blik",), place="")


def test_parts_are_joined_as_they_are():
    """
    Whatever signs they hold, braces too.
    """
    assert "{a}, klub – 3" == str(join((say("{what}", what="{a}"), "klub – 3")))


def test_what_people_wrote_is_told_whole():
    """
    A note of a thousand characters is not cut, and stands at the end.
    """
    note = "x" * 1000

    assert f"entry 7: klub {{seniora}}: people 12, blik, {note}" == str(
        with_number(7, entry_line(MET, Personal(note=note), {}))
    )


def test_every_deed_has_its_data():
    """
    An entry of any kind becomes data: each field of a deed has its place there.
    """
    day = datetime.date(2024, 8, 1)
    deeds = (
        *(HandOver(day, "bank"), TakenDown(day, "bank"), HeldMeeting(day, "klub", 3), Forgotten(day, (1,))),
        *(Cancelled(day, 1), Accepted(day, 1, "ab")),
    )

    assert [deed.day for deed in deeds] == [EntryData.of(chain.make_entry(deed, "x", None), None).day for deed in deeds]
