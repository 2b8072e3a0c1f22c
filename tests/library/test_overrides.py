"""A change is tried before it is written, and the value before a value passes the gates of any value."""

from __future__ import annotations

import datetime

import pytest

from ulotki.errors import Refused
from ulotki.library import read

OLD = """[number.dzielnicowy]
value = "47 812 00 00"
label = "dzielnicowy gminy Serniki"
before = {{ value = "{number}", until = 2030-01-01 }}

[address.unit]
value = "https://lubartow.policja.gov.pl"
label = "komenda"
before = {{ value = "{address}", until = 2030-01-01 }}

[name.dzielnicowy]
value = "asp. Jan Kowalski"
label = "stopień, imię i nazwisko dzielnicowego"
before = {{ value = "{name}", until = 2030-01-01, set_by = "{who}" }}
"""
GOOD = {"number": "47 812 11 11", "address": "https://www.policja.pl", "name": "asp. Anna Nowak", "who": "Ewa Lis"}
REFS = {
    "number": ("number", "dzielnicowy"),
    "address": ("address", "unit"),
    "name": ("name", "dzielnicowy"),
    "who": ("name", "dzielnicowy"),
}


def tried(workspace, known, **values):
    file = workspace / "numbers.toml"
    return read(workspace, known, ("pl",), {file: OLD.format(**{**GOOD, **values}).encode()}).believed(
        datetime.date.max
    )


def test_what_is_tried_is_not_what_lies_there(workspace, known):
    """
    The library is as if it were written, also when there is no such file; the disk is not touched.
    """
    before = (workspace / "numbers.toml").read_bytes()

    assert "47 812 00 00" == tried(workspace, known).register.values["number:dzielnicowy"].value
    assert before == (workspace / "numbers.toml").read_bytes()
    (workspace / "numbers.toml").unlink()
    assert "47 812 00 00" == tried(workspace, known).register.values["number:dzielnicowy"].value
    assert not (workspace / "numbers.toml").exists()


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("number", "997", "no longer a number to print"),
        ("number", "8080", "stands in the national register"),
        ("number", "81 855 00 00", "begin with 47"),
        ("address", "https://evil.example", "not an address that may be printed"),
        ("name", "zob. {{number:112}}", "printed as they stand"),
        ("who", "asp. …", "nobody's name"),
    ],
)
def test_the_value_before_passes_the_same_gates(workspace, known, field, value, why):
    """
    It may stand on paper as well.
    """
    library = tried(workspace, known, **{field: value})

    with pytest.raises(Refused, match=why):
        library.register.find(*REFS[field])
