"""PDFs without a code of their own: what they hold is said, and that it is not proved."""

import datetime

import pytest
from books import piece

from ulotki.edition.record import Edition, Record, Unreadable
from ulotki.errors import Where, say
from ulotki.office.uncoded import identify_uncoded
from ulotki.page.piece_code import code_of

ONE, OTHER = piece(), piece("leaflet", "BBBBB-BBBBB")
EDITION = Edition(
    "maj/2024-08-01-1-E0000-E0000", Record("maj", "Maj", datetime.date(2024, 8, 1), None, "E0000-E0000", (ONE, OTHER))
)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("lista rozdziału, wydanie E0000-E0000", [ONE.code, OTHER.code]),
        ("paczka AAAAA-AAAAA, AAAAA-AAAAA", [ONE.code]),
        ("wydanie E0000-E0000: AAAAA-AAAAA", [ONE.code, OTHER.code]),
        ("ZZZZZ-ZZZZZ", []),
        ("", []),
    ],
)
def test_what_is_on_its_pages(monkeypatch, words, codes):
    """
    Codes of pieces, or of an edition as on a list of the office: each piece once, with the edition they are of.
    """
    monkeypatch.setattr("ulotki.readback.gist", lambda _data: ("Lista", words))
    pieces, (finding,) = identify_uncoded(b"", (EDITION,), (), Where("lista.pdf"))

    assert codes == [one.code for one in pieces]
    assert finding.grave
    assert bool(codes) == (EDITION.where in str(finding.what))


def test_a_pack_of_an_edition_that_cannot_be_read(monkeypatch):
    """
    While a record is torn nobody says that a file with a code is none of ours; a file without any is none.
    """
    torn = (Unreadable("maj/2024-08-01-2-E0000-E0000", say("torn")),)
    for words, check in ((code_of("a piece"), "unsure"), ("ZZZZZ-ZZZZZ", "file"), ("Faktura", "file")):
        monkeypatch.setattr("ulotki.readback.gist", lambda _data, words=words: ("", words))
        _pieces, (finding,) = identify_uncoded(b"", (EDITION,), torn, Where("x.pdf"))
        assert check == finding.check


def test_a_pack_of_an_edition_that_is_lost(monkeypatch):
    """
    Its pieces were handed over, so it is not called none of ours.
    """
    monkeypatch.setattr("ulotki.readback.gist", lambda _data: ("", "FFFFF-FFFFF"))
    found = [
        identify_uncoded(b"", (EDITION,), (), Where("x.pdf"), given)[1][0].check for given in ({"FFFFF-FFFFF"}, ())
    ]

    assert ["unsure", "file"] == found
