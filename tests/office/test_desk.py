"""The list for the duty desk as a use case: which pieces stand on it, and when there is none."""

import datetime
import hashlib
import io
from dataclasses import replace

import pikepdf
import pytest
from books import piece

from ulotki.documents.formats import document_text
from ulotki.edition.record import Record
from ulotki.edition.record import record_bytes as recorded
from ulotki.errors import Misused, Refused
from ulotki.handout.deeds import GivenPiece, HandOver, Personal
from ulotki.office.desk import desk
from ulotki.workspace import book

DAY = datetime.date(2024, 8, 2)
A, B, C = "AAAAA-AAAAA", "BBBBB-BBBBB", "CCCCC-CCCCC"


@pytest.fixture(scope="module")
def blank():
    """A page with nothing on it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 280))
        pdf.save(kept := io.BytesIO(), deterministic_id=True)
    return kept.getvalue()


@pytest.fixture
def lay(office, blank):
    """lay(A, B, number=…): an edition of these pieces, with their files; draft=True for a draft."""

    def write(*codes, number=1, campaign="maj", draft=False, **fields):
        folder = office.base / campaign / ("draft" if draft else f"2024-08-01-{number}-EEEE{number}-EEEE{number}")
        (folder / "pieces").mkdir(parents=True)
        digest = hashlib.sha256(blank).hexdigest()
        files = tuple(
            replace(piece("poster", code, **fields), name=code, path=f"pieces/{code}.pdf", sha256=digest)
            for code in codes
        )
        for file in files:
            (folder / file.path).write_bytes(blank)
        record = Record(
            campaign, "Maj", datetime.date(2024, 8, 1), datetime.date(2024, 12, 31), f"EEEE{number}-EEEE{number}", files
        )
        (folder / "manifest.json").write_bytes(recorded(record))
        return folder

    return write


def listed(office):
    return desk(office, DAY).value.codes


def words(office):
    return document_text(desk(office, DAY).value.paper)


def test_the_newest_edition_of_each_campaign(office, lay):
    """
    A newer edition takes the place of the one before, another campaign is listed beside it, and a piece of both once.
    """
    lay(A, B)
    lay(B, number=2)
    lay(B, C, campaign="lato", number=3)

    assert (B, C) == listed(office)


def test_what_still_hangs(office, lay):
    """
    An older piece that is somewhere by the ledger stays on the list.
    """
    lay(A, B)
    lay(C, number=2)
    deed = HandOver(DAY, "bank", "maj", "EEEE1-EEEE1", (GivenPiece(A, "a", "A", 2, 1),))
    book.append(office.folder, lambda _entries: [(deed, Personal())], "2024-08-02T10:00:00Z")

    assert (A, C) == listed(office)


@pytest.mark.parametrize(("value", "count"), [("112", 0), ("999", 2)])
def test_what_is_not_true_any_more(office, lay, value, count):
    """
    It is listed and marked as such.
    """
    lay(A, B, values={"number:112": value})

    assert (A, B) == listed(office)
    assert count == words(office).count("trzeba ją zdjąć")


@pytest.mark.parametrize("damage", ["manifest.json", f"pieces/{A}.pdf"])
def test_a_damaged_edition(office, lay, damage):
    """
    A list of files that nobody vouches for is not made; what is damaged is named.
    """
    folder = lay(A, B)
    (folder / damage).write_bytes((folder / damage).read_bytes()[:-3])
    with pytest.raises(Refused) as trouble:
        desk(office, DAY)

    assert any(str(folder.name) in finding.at.file for finding in trouble.value.findings)


def test_an_old_record_that_is_torn(office, lay):
    """
    A record that a newer edition replaced stops no list; it is named, and the answer ends with 1.
    """
    (lay(A) / "manifest.json").write_bytes(b"{")
    lay(B, number=2)
    outcome = desk(office, DAY)

    assert (1, (B,)) == (outcome.code, outcome.value.codes)


def test_no_edition(office, lay):
    """
    Nothing to list: a draft does not hang. It says how to make an edition.
    """
    lay(A, draft=True, mark="WZÓR")
    with pytest.raises(Misused, match="no edition") as trouble:
        desk(office, DAY)

    assert "ulotki build" in str(trouble.value.findings[0].hint)
