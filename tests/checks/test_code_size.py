"""Codes: large enough for an old telephone, with air around."""

from dataclasses import replace

import pytest

from ulotki.checks.code_size import find, least_module
from ulotki.look.inks import BLACK
from ulotki.page.items import Box, Code, Picture
from ulotki.page.walking import walk
from ulotki.paper import A3, A4, A5
from ulotki.qr import symbol

HOST = "https://incydent.cert.pl"
CODE = Code(60, 60, 1.0, symbol(HOST, 0).rows, HOST)


def found(piece):
    return [str(finding.what) for finding in find(piece)]


@pytest.mark.parametrize(("paper", "least"), [(A5, 1.0), (A4, 1.44), (A3, 2.0)])
def test_the_least_module(piece, page, paper, least):
    """
    A module has at least 1 mm on A5, 1.44 mm on A4 and 2 mm on A3, upright or on its side.
    """
    sheet = {"width": paper.width, "height": paper.height}

    assert least == least_module(page(**sheet)) == least_module(page(width=paper.height, height=paper.width))
    assert [] == found(piece(replace(CODE, module=least), **sheet))
    assert 1 == len(found(piece(replace(CODE, module=least - 0.01), **sheet)))


def test_the_finding_says_how_small(piece):
    """
    It says what the module is and what it needs.
    """
    assert ["the code's module is 0.87 mm and needs 1.00 mm"] == found(piece(replace(CODE, module=0.87)))


@pytest.mark.parametrize("x", [58, 91, 40, 75])
def test_words_in_the_quiet_zone(piece, line, x):
    """
    A letter beside a code, or on it, is found; one that keeps four modules away is not.
    """
    near = line("112", x, 75)
    expected = ['"112" stands in the quiet zone of the code'] if near.box.right > 56.01 and x < 92.99 else []

    assert expected == found(piece(CODE, near))


def test_a_panel_in_the_quiet_zone(piece, panel):
    """
    A code stands on bare paper: not on a panel, not on its edge.
    """
    assert ["a panel stands in the quiet zone of the code"] == found(piece(panel(50, 50, 60, 60), CODE))
    assert [] == found(piece(panel(10, 10, 40, 40), CODE))


def test_a_pictogram_in_the_quiet_zone(piece):
    """
    Neither does a pictogram reach into it.
    """
    near = Picture(Box(90, 60, 10, 10), "dot", (), BLACK)

    assert 1 == len(found(piece(CODE, near)))


@pytest.mark.parametrize("where", [(30, 75, 120, 75), (75, 30, 75, 120)])
def test_a_line_in_the_quiet_zone(piece, rule, where):
    """
    A thin line through a code is found, though it has no height or no width.
    """
    assert 1 == len(found(piece(CODE, rule(*where))))


def test_another_code_in_the_quiet_zone(piece):
    """
    Two codes keep apart, or a telephone reads neither; each complains of the other.
    """
    assert 2 == len(found(piece(CODE, replace(CODE, x=92))))


def test_two_alike_in_one_place(piece):
    """
    So are two codes alike, one upon the other.
    """
    assert found(piece(CODE, replace(CODE)))


@pytest.mark.parametrize(("template", "module"), [("poster", 1.44), ("leaflet", 1.0)])
def test_templates_make_room(proof, template, module):
    """
    A poster and a leaflet carry one code each, of at least the module of their paper.
    """
    made = proof(template=template)
    (code,) = [item for page in made.pages for item, _ in walk(page.items) if isinstance(item, Code)]

    assert code.module >= module
