"""PDFs without a code of their own: what they hold is said, and that it is not proved."""

import pytest
from books import piece

from ulotki.edition.record import Edition, Record
from ulotki.errors import Where
from ulotki.office import uncoded as module
from ulotki.office.uncoded import uncoded

ONE, OTHER = piece(), piece("leaflet", "BBBBB-BBBBB")
EDITION = Edition("maj/2024-08-01-1-E0000-E0000", Record("maj", "Maj", "2024-08-01", None, "E0000-E0000", (ONE, OTHER)))


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
    monkeypatch.setattr(module, "gist", lambda _data: ("Lista", words))
    pieces, (finding,) = uncoded(b"", (EDITION,), Where("lista.pdf"))

    assert codes == [one.code for one in pieces]
    assert finding.grave
    assert bool(codes) == (EDITION.where in str(finding.what))
