"""The list of checks: what lies in the folder is what is asked, and a fault that nobody asks about passes."""

import pkgutil

from ulotki import checks
from ulotki.checks import CheckedPiece

IDS = {"code_size", "contrast", "emergency", "glyphs", "margin", "numbers", "overlap", "type_size", "word_limits"}


def test_every_check_is_asked():
    """
    None of the checks that must hold before paper is spent has gone missing.
    """
    assert IDS <= {check.id for check in checks.checks()}


def test_every_check_says_why():
    """
    Each gives a reason that speaks of people and paper, and no two share a name.
    """
    found = checks.checks()

    assert len(found) == len({check.id for check in found})
    assert all(len(str(check.why)) > 30 for check in found)


def test_a_check_is_called_like_its_module():
    """
    The id of a check is the name of its module, so that whoever reads a finding knows which file to open.
    """
    modules = {name for _, name, _ in pkgutil.iter_modules(checks.__path__) if not name.startswith("_")}

    assert modules == {check.id for check in checks.checks()}


def test_findings_bear_their_check(piece, line, number):
    """
    A finding is filed under the check that made it.
    """
    crowded = piece(line("600 700 800", 20, 50, size=6), line("600 700 800", 21, 50), number(line("112", 0, 50)))
    for check in checks.checks():
        assert {check.id} >= {finding.check for finding in check.find(crowded)}


def test_findings_are_those_of_all_checks(piece, line):
    """
    All checks are asked, whatever the first of them says.
    """
    assert {"emergency", "margin", "numbers", "type_size"} <= {
        finding.check for finding in checks.findings(piece(line("600 700 800", 0, 50, size=6)))
    }


def test_a_faultless_page(piece, line, number):
    """
    A small page with 112 on it passes every check.
    """
    assert () == checks.findings(piece(line("Zadzwoń pod", 20, 30), number(line("112", 20, 60, size=40))))


def test_checks_only_look(piece, line):
    """
    Checking twice says the same, and changes nothing.
    """
    one = piece(line("600 700 800"))

    assert checks.findings(one) == checks.findings(one)
    assert one == CheckedPiece(one.leaflet, one.pages, one.words, one.family)


def test_sheets_are_asked_less(piece, line):
    """
    Of a sheet only those checks are asked that hold of sheets: what is cut off, overprinted or has no glyph.
    """
    asked = {check.id for check in checks.checks() if check.sheets}
    faulty = piece(line("600 700 800", 0, 50, size=6), line("600 700 800", 1, 50))

    assert {"glyphs", "margin", "overlap"} <= asked
    assert {"margin", "overlap"} <= {finding.check for finding in checks.findings(faulty, sheets=True)} <= asked
