"""The list of checks: what lies in the folder is what is asked, and a fault that nobody asks about passes."""

import pkgutil
from dataclasses import replace

from leaflets import changed
from ulotki import checks
from ulotki.checks import CheckedPiece
from ulotki.content.text import Run, Words

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


def test_checks_of_words_see_no_pages(piece, line):
    """
    They find the same without the pages, so they are asked once for all pieces of a leaflet.
    """
    alone = {check.id for check in checks.checks() if check.words}
    faulty = piece(
        line("600 700 800", 0, 50, size=6), told=changed(piece().leaflet, story=Words((Run("Kliknij TERAZ."),)))
    )

    assert {"abbreviations", "capitals", "commands", "promises", "readability", "sentence_length"} <= alone
    assert {"capitals", "commands"} <= {finding.check for finding in checks.findings(faulty)}
    for check in checks.checks():
        if check.words:
            assert list(check.find(replace(faulty, pages=(), words=()))) == list(check.find(faulty))


def test_words_are_checked_once_for_a_leaflet(piece, line, monkeypatch):
    """
    In another template the words are the same; another leaflet is asked about anew, and so is every page.
    """
    asked = []

    def find(piece):
        asked.append((piece.leaflet, piece.pages))
        yield from ()

    kinds = [checks.Check(f"{words}", checks.checks()[0].why, find, words=words) for words in (True, False)]
    monkeypatch.setattr(checks, "checks", lambda: tuple(kinds))
    one, other = piece(line("a")), piece(line("b"))
    other = replace(other, leaflet=one.leaflet)
    for each in (one, other, one, replace(one, leaflet=changed(one.leaflet, name="another"))):
        checks.findings(each)

    assert [(), ()] == [pages for _, pages in asked if not pages]
    assert 4 == len([pages for _, pages in asked if pages])


def test_sheets_are_asked_less(piece, line):
    """
    Of a sheet only those checks are asked that hold of sheets: what is cut off, overprinted or has no glyph.
    """
    asked = {check.id for check in checks.checks() if check.sheets}
    faulty = piece(line("600 700 800", 0, 50, size=6), line("600 700 800", 1, 50))

    assert {"glyphs", "margin", "overlap"} <= asked
    assert {"margin", "overlap"} <= {finding.check for finding in checks.findings(faulty, sheets=True)} <= asked
