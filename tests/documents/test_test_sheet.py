"""The test sheet of a printer goes the way of every file: drawn, read back, looked at."""

import pytest

from ulotki.documents import test_sheet as sheets
from ulotki.drawing.pdf import draw
from ulotki.errors import Refused
from ulotki.readback import Readback, differences


def test_it_is_a_sheet_of_two_sides(library):
    """
    Two pages of A4.
    """
    with Readback(sheets.test_sheet(library)) as back:
        assert [(210, 297)] * 2 == [(round(width), round(height)) for width, height in back.sizes]


def test_it_is_read_back(library, monkeypatch):
    """
    A sheet that is drawn otherwise than ordered is refused; without the comparison it would leave.
    """
    monkeypatch.setattr("ulotki.press.draw", lambda pages, *rest: draw(pages[::-1], *rest))
    with pytest.raises(Refused):
        sheets.test_sheet(library)
    monkeypatch.setattr(differences, "compare", lambda *_: ())

    assert sheets.test_sheet(library)
