"""The note for the unit's page as a use case: what counts, and which poster is shown."""

import datetime
import hashlib
import io
from dataclasses import replace

import pikepdf
import pytest
from books import piece

from ulotki.edition.record import Record, record_bytes
from ulotki.handout.deeds import GivenPiece, HandOver, HeldMeeting, Personal, TakenDown, TakenPiece
from ulotki.office.press_note import make_note
from ulotki.workspace import book

TODAY = datetime.date(2024, 12, 31)
MID = datetime.date(2024, 8, 5)


@pytest.fixture(scope="module")
def blank():
    """A page with nothing on it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 280))
        pdf.save(kept := io.BytesIO(), deterministic_id=True)
    return kept.getvalue()


@pytest.fixture
def lay(office, blank):
    """lay(piece, …): an edition with the files of its pieces."""

    def write(*pieces):
        folder = office.base / "maj/2024-08-01-1-EEEE1-EEEE1"
        (folder / "pieces").mkdir(parents=True)
        files = tuple(replace(one, sha256=hashlib.sha256(blank).hexdigest()) for one in pieces)
        for one in files:
            (folder / one.path).parent.mkdir(exist_ok=True)
            (folder / one.path).write_bytes(blank)
        record = Record("maj", "Maj", datetime.date(2024, 8, 1), datetime.date(2024, 12, 31), "EEEE1-EEEE1", files)
        (folder / "manifest.json").write_bytes(record_bytes(record))
        return folder

    return write


def write(office, *deeds):
    book.append(office.folder, lambda _entries: [(deed, Personal()) for deed in deeds], "2024-09-02T10:00:00Z")


def given(place, copies=5, hung=2, code="AAAAA-AAAAA"):
    return HandOver(MID, place, "maj", "EEEE1-EEEE1", (GivenPiece(code, "a", "A", copies, hung),))


def test_what_counts(office):
    """
    Places as they are today: what was taken down hangs no more; meetings from the first day of the campaign on.
    """
    write(
        office,
        *(given("bank"), given("ops", hung=0), given("school", copies=2)),
        TakenDown(MID, "school", (TakenPiece("AAAAA-AAAAA", "a", "EEEE1-EEEE1", 2, 2),)),
        *(HeldMeeting(MID, "klub", 24), HeldMeeting(datetime.date(2024, 7, 31), "dawniej", 99)),
    )
    told = make_note(office, TODAY).value.note

    assert (1, 2, 12, 1, 24) == (told.hang, told.lie, told.given, told.met, told.people)
    assert 123 == make_note(office, TODAY, datetime.date(2024, 1, 1)).value.note.people


def test_nothing_happened(office):
    """
    All counts are 0, there is no picture, and the note is written all the same.
    """
    answer = make_note(office, TODAY).value

    assert (0, 0, 0, 0, 0, None) == (
        *(answer.note.hang, answer.note.lie, answer.note.given, answer.note.met, answer.note.people),
        answer.picture,
    )


def test_the_picture_is_of_the_poster_with_most_copies(office, lay):
    """
    Of posters that hold; a leaflet, a piece with a mark, one with a wrong number and a changed file are not shown.
    """
    few, many = piece(code="BBBBB-BBBBB"), piece(code="AAAAA-AAAAA", places=(("bank", 9),))
    lay(
        *(replace(few, path="pieces/b.pdf"), replace(many, path="pieces/a.pdf")),
        replace(piece("leaflet", "CCCCC-CCCCC", places=(("bank", 99),)), path="pieces/c.pdf"),
        replace(piece(code="DDDDD-DDDDD", places=(("bank", 99),)), path="pieces/d.pdf", mark="WZÓR"),
        replace(piece(code="FFFFF-FFFFF", places=(("bank", 99),), values={"number:112": "999"}), path="pieces/f.pdf"),
    )
    folder = office.base / "maj/2024-08-01-1-EEEE1-EEEE1"
    answer = make_note(office, TODAY).value

    assert answer.picture is not None and answer.picture.startswith(b"\x89PNG")
    (folder / "pieces/a.pdf").write_bytes(b"%PDF other")
    assert make_note(office, TODAY).value.picture is not None
    (folder / "pieces/b.pdf").unlink()
    assert make_note(office, TODAY).value.picture is None
