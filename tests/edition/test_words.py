"""An edition in sentences."""

import datetime

from ulotki.edition.record import Record, RecordEntry
from ulotki.edition.words import edition_lines
from ulotki.errors import Figure


def test_shares_have_the_decimal_sign_of_their_reader():
    """
    How much toner a piece takes is a figure, which Polish writes with a comma.
    """
    what = {"scam": "bank", "template": "poster", "format": "A4", "palette": "mono", "lang": "pl", "purpose": "office"}
    more = {"places": (("bank", 2),), "until": None, "pages": 1, "ink": 0.2222, "code": "A", "values": {}, "mark": None}
    entry = RecordEntry(path="p.pdf", sha256="", size=1, name="p", title="P", **what, **more)
    said = tuple(edition_lines(Record("maj", "Maj", datetime.date(2024, 8, 1), None, "AAAAA-AAAAA", (entry,)), None))

    shares = [dict(one.values)["ink"] for one in said[:2]]
    assert ["22.2", "22.2"] == shares and all(isinstance(share, Figure) for share in shares)
