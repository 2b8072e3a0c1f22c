"""Recall as a use case: what is to be done, and with which commands, as values."""

import datetime
from dataclasses import replace

import pytest

from ulotki.edition.record import Record, RecordEntry, digest, record_bytes
from ulotki.handout.deeds import GivenPiece, HandOver, Personal
from ulotki.office.hanging import hanging
from ulotki.office.ledger import verify_ledger
from ulotki.office.recall import RecallRequest, recall
from ulotki.office.recall_words import pack_command, taken_down_command, unwritten_notes
from ulotki.office.verify import verify
from ulotki.workspace import Workspace, book

DAY = datetime.date(2024, 9, 1)
FILE = RecordEntry(
    path="a.pdf", sha256="0" * 64, size=1, name="a", title="A", scam="blik", template="poster", format="A4",
    palette="mono", lang="pl", purpose="office", places=(("bank", 2),), until=None, pages=1, ink=0.1,
    code="AAAAA-AAAAA", values={"number:112": "112"}, mark=None,
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """One place, no campaign, no number of its own."""
    (tmp_path / "ulotki.toml").write_text('gmina = "Serniki"\n', "utf-8")
    (tmp_path / "places.toml").write_text('[place.bank]\nname = "Bank"\nkind = "bank"\n', "utf-8")
    return Workspace.at(tmp_path)


@pytest.fixture
def edition(workspace):
    """edition(file, …, number=1): lies in out/."""

    def lay(*files, number=1):
        folder = workspace.base / f"maj/2024-08-01-{number}-EEEE{number}-EEEE{number}"
        folder.mkdir(parents=True)
        record = Record("maj", "Maj", datetime.date(2024, 8, 1), None, f"EEEE{number}-EEEE{number}", files)
        (folder / "manifest.json").write_bytes(record_bytes(record))
        return folder

    return lay


def give(workspace, code="AAAAA-AAAAA", copies=2):
    deed = HandOver(DAY, "bank", "maj", "EEEE1-EEEE1", (GivenPiece(code, "a", "A", copies, 1),))
    book.append(workspace.folder, lambda _entries: [(deed, Personal())], "2024-08-05T10:00:00Z")


def test_nothing_was_written_down(workspace, edition):
    """
    An empty ledger is no good news: the place that something was ordered for is named, and there is something to do.
    """
    edition(FILE)
    outcome = recall(workspace, RecallRequest(), DAY)

    assert (4, ["bank"]) == (outcome.code, [visit.place for visit in outcome.value.recall.unwritten])


@pytest.mark.parametrize(("built", "words"), [(False, "nothing was built yet"), (True, "nobody has written down yet")])
def test_nothing_was_built(workspace, edition, built, words):
    """
    Where something is ordered and no edition lies there, that is said, not that somebody forgot to write it down.
    """
    (workspace.folder / "campaigns").mkdir()
    (workspace.folder / "campaigns/maj.toml").write_text(
        'title = "Maj"\nday = 2024-08-01\n[[order]]\nscams = ["na-wnuczka"]\ntemplate = "poster"\nformat = "A4"\n'
        'places = ["bank"]\ncopies = 2\n'
    )
    if built:
        edition(FILE)
    outcome = recall(workspace, RecallRequest(), DAY)
    (before, _count), (after,) = unwritten_notes(outcome.value)

    assert (4, built, ["bank"]) == (
        outcome.code,
        outcome.value.built,
        [one.place for one in outcome.value.recall.unwritten],
    )
    assert words in str(before)
    assert ("ulotki build" if not built else "ulotki hand-over") in str(after)


def test_what_must_come_down(workspace, edition):
    """
    A number that is another now: take it down, bring the new one, with commands that find by themselves what is meant.
    """
    edition(replace(FILE, values={"number:112": "999"}))
    edition(replace(FILE, code="BBBBB-BBBBB"), number=2)
    give(workspace)
    outcome = recall(workspace, RecallRequest(), DAY)
    (visit,) = outcome.value.recall.down

    assert 4 == outcome.code
    assert [("BBBBB-BBBBB", 2)] == [(bring.code, bring.copies) for bring in visit.brings]
    assert "ulotki pack bank --new" == pack_command(visit)
    assert "ulotki taken-down bank" == taken_down_command(visit, outcome.value.ask)
    narrow = recall(workspace, RecallRequest(("112",)), DAY).value
    assert "ulotki taken-down bank --piece AAAAA-AAAAA" == taken_down_command(narrow.recall.down[0], narrow.ask)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("112",), True),
        (("number:112",), True),
        (("cert-sms",), False),
        (("2025-01-01",), True),
        (("2024-12-31",), False),
        (("cert-sms", "112"), True),
    ],
)
def test_only_because_of_it(workspace, edition, words, found):
    """
    A value by id or ref, or a day, narrows the recall to what is wrong because of it.
    """
    edition(replace(FILE, values={"number:112": "999", "number:cert-sms": "8080"}, until=datetime.date(2024, 12, 31)))
    give(workspace)
    outcome = recall(workspace, RecallRequest(words), DAY)

    assert (4 if found else 0, ["bank"] if found else []) == (
        outcome.code,
        [visit.place for visit in outcome.value.recall.down],
    )


def test_one_goes_before_four(workspace, edition):
    """
    While a record cannot be read the answer is given, names it, and ends with 1, whatever else is to be done.
    """
    edition(replace(FILE, values={"number:112": "999"}))
    torn = edition(FILE, number=2)
    (torn / "manifest.json").write_text("{", "utf-8")
    give(workspace)
    outcome = recall(workspace, RecallRequest(), DAY)

    assert (1, True) == (outcome.code, outcome.pending)
    assert any(torn.name in finding.at.file for finding in outcome.findings)


def test_hosts_that_cannot_be_read(workspace, edition):
    """
    A fault in people.toml is named and stops nothing: where to go is still said.
    """
    edition(replace(FILE, values={"number:112": "999"}))
    give(workspace)
    (workspace.folder / "people.toml").write_text("[person", "utf-8")
    outcome = recall(workspace, RecallRequest(), DAY)

    assert 1 == outcome.code and 1 == len(outcome.value.recall.down)


def test_another_record_than_was_handed_over(workspace, edition):
    """
    Somebody changed a record after a hand-over and sealed it anew: recall, the ledger and who asks for the piece name it.
    """
    folder = edition(FILE)
    record = Record("maj", "Maj", datetime.date(2024, 8, 1), None, "EEEE1-EEEE1", (FILE,))
    deed = HandOver(DAY, "bank", "maj", "EEEE1-EEEE1", (GivenPiece(FILE.code, "a", "A", 2, 1),), digest=digest(record))
    book.append(workspace.folder, lambda _entries: [(deed, Personal())], "2024-08-05T10:00:00Z")
    assert 0 == recall(workspace, RecallRequest(), DAY).code
    changed = replace(record, files=(replace(FILE, values={"number:112": "999"}),))
    (folder / "manifest.json").write_bytes(record_bytes(changed))

    asked = (recall(workspace, RecallRequest(), DAY), verify_ledger(workspace), hanging(workspace, (), DAY))
    assert [1, 1, 1] == [outcome.code for outcome in asked]
    assert 1 == [one.check for one in verify(workspace, FILE.code, DAY).findings].count("record")
    assert "record" not in [one.check for one in verify(workspace, "BBBBB-BBBBB", DAY).findings]
    (folder / "manifest.json").write_bytes(b"{")
    assert 1 == verify_ledger(workspace).code


def test_a_campaign_that_cannot_be_read(workspace, edition):
    """
    While nothing was written down, the places that it ordered for are not known: it is named, and the answer is not whole.
    """
    (workspace.folder / "campaigns").mkdir()
    (workspace.folder / "campaigns/maj.toml").write_bytes(b"title = ")
    found = recall(workspace, RecallRequest(), DAY)
    edition(FILE)
    give(workspace)

    assert 1 == found.code
    assert "maj.toml" in found.findings[0].at.file
    assert 0 == recall(workspace, RecallRequest(), DAY).code
