"""Folders of editions that somebody has copied by hand: they are one edition, and the copy decides nothing."""

import datetime
import shutil

import pytest
from books import piece

from ulotki.edition.index import pointer
from ulotki.office.doctor import campaigns, doctor
from ulotki.office.facts import gather_facts
from ulotki.office.numbers.where import where
from ulotki.office.removable import removable
from ulotki.workspace import editions

DAY = datetime.date(2024, 9, 1)
OLD, NEW = "AAAA1-AAAA1", "BBBB2-BBBB2"


@pytest.fixture
def target(office, edition):
    """Two editions, as two builds leave them."""
    edition(piece(name="a"), code=OLD)
    edition(piece(name="b"), code=NEW, number=2)
    target = office.base / "maj"
    (target / editions.CURRENT).write_bytes(pointer(f"2024-08-01-2-{NEW}"))
    return target


def copied(target, old, new, code):
    return shutil.copytree(target / f"2024-08-01-{old}-{code}", target / f"2024-08-01-{new}-{code}")


@pytest.mark.parametrize(("old", "new", "code"), [(1, 3, OLD), (2, 5, NEW), (2, 10, NEW)])
def test_a_copy_decides_nothing(office, target, old, new, code):
    """
    The newest edition stays the newest, an edition is told once, none is missed, the next gets a number of its own, and
    doctor names the copy.
    """
    before = where(office, "112", DAY).value
    copy = copied(target, old, new, code)
    judge = gather_facts(office, DAY, DAY).judge
    lines = [str(line.what) for line in doctor(office, DAY, DAY).value.lines]

    assert (new, target / f"2024-08-01-2-{NEW}") == editions.newest(target)
    assert NEW == judge.newest["maj"].edition and 2 == len(judge.editions)
    assert before == where(office, "112", DAY).value
    assert () == editions.gone(office.base)
    assert 1 == sum(copy.name in line and "the same edition" in line for line in lines)


def test_an_edition_that_was_made_again_is_the_newest(office, target):
    """
    A value that was changed and changed back gives the record of before a third number, and the page leads to it.
    """
    again = copied(target, 1, 3, OLD)
    (target / editions.CURRENT).write_bytes(pointer(again.name))

    assert (3, again) == editions.newest(target)
    assert OLD == gather_facts(office, DAY, DAY).judge.newest["maj"].edition
    assert not any("the same edition" in str(line.what) for line in doctor(office, DAY, DAY).value.lines)


@pytest.mark.parametrize("page", [None, b"", pointer("2024-08-01-9-CCCC3-CCCC3")])
def test_who_cannot_tell_says_so(office, target, page, monkeypatch):
    """
    Without the page, or with one that leads nowhere, nobody knows which is the newest; without a copy all is clear. Then
    doctor calls none of them the newest.
    """

    def named():
        return [
            line for line in map(str, (one.what for one in doctor(office, DAY, DAY).value.lines)) if "newest" in line
        ]

    monkeypatch.setattr(campaigns, "record_contradictions", lambda *_: ())  # codes of the test are made up
    (target / editions.CURRENT).unlink()
    if page is not None:
        (target / editions.CURRENT).write_bytes(page)
    clear, before = gather_facts(office, DAY, DAY).findings, named()
    copied(target, 1, 3, OLD)
    (finding,) = gather_facts(office, DAY, DAY).findings

    assert () == clear
    assert finding.grave and "nobody can say which is the newest" in str(finding.what)
    assert ["the newest edition, whole" in line for line in before] == [True]
    assert ["nobody can say which is the newest" in line for line in named()] == [True]


def test_a_copy_may_go_and_its_edition_may_not(office, target):
    """
    Clean removes the copy of the newest edition, not that edition; when its files are damaged it keeps both.
    """
    copy, newest = copied(target, 2, 3, NEW), target / f"2024-08-01-2-{NEW}"
    first = [one.path for one in removable(office.base, {NEW, OLD})]
    next(newest.rglob("*.pdf")).write_bytes(b"spoilt")
    second = [one.path for one in removable(office.base, {NEW, OLD})]

    assert ([copy], []) == (first, second)


def test_folders_that_differ_are_two_editions(office, target):
    """
    Another record under the same code is no copy: both are read, as before.
    """
    copy = copied(target, 1, 3, OLD)
    (copy / "manifest.json").write_text("{}")

    assert {} == editions.copies(target)
    assert (3, copy) == editions.newest(target)
