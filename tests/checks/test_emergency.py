"""112 on every piece, the number that helps its largest, and the line that must stand."""

from dataclasses import replace

import pytest

from leaflets import changed
from ulotki.checks.emergency import find


def found(piece):
    return [str(finding.what) for finding in find(piece)]


def test_112_alone(piece, line, number):
    """
    112 at any size is enough when it is the only number.
    """
    assert [] == found(piece(number(line("112"))))


def test_112_is_missing(piece, line, number):
    """
    A piece without it is refused, whatever else it carries.
    """
    assert "112 is missing" in found(piece(line("Zadzwoń")))
    assert "112 is missing" in found(piece(number(line("8080"), "number:cert-sms")))


def test_printed_by_hand_is_not_there(piece, line):
    """
    112 that does not come from the register does not count.
    """
    assert ["112 is missing"] == found(piece(line("112", size=40)))


@pytest.mark.parametrize(("size", "findings"), [(26, 0), (27, 1), (40, 1), (44, 1)])
def test_another_number_is_smaller(piece, line, number, size, findings):
    """
    Another number has at most 65 % of its size.
    """
    other = number(line("47 812 00 00", size=size), "number:dzielnicowy")

    assert findings == len(found(piece(number(line("112", size=40)), other)))


def test_the_largest_of_each_counts(piece, line, number):
    """
    112 may stand small as well as large; another number counts where it is largest.
    """
    large, small = number(line("112", size=40)), number(line("112", size=12))
    other, loud = (number(line("8080", size=size), "number:cert-sms") for size in (12, 30))

    assert [] == found(piece(large, small, other))
    assert 1 == len(found(piece(large, small, other, loud)))
    assert ["number:cert-sms is set in 30 pt, number:112 in 40 pt"] == found(piece(large, loud))


@pytest.fixture
def children(piece, leaflet, words):
    """children(item, …): a piece on which the children's line helps."""
    helps = changed(leaflet, number=words("116 111", ref="number:dzieci"))
    return lambda *items: piece(*items, told=helps)


@pytest.mark.parametrize(
    ("size", "findings"), [(40, []), (36, []), (41, ["number:112 is set in 41 pt, number:dzieci in 40 pt"])]
)
def test_112_is_no_larger_than_the_number_that_helps(children, line, number, size, findings):
    """
    It may be as large, and it must stand there.
    """
    helps = number(line("116 111", size=40), "number:dzieci")

    assert findings == found(children(helps, number(line("112", size=size))))
    assert ["112 is missing"] == found(children(helps))


def test_another_number_is_smaller_than_the_one_that_helps(children, line, number):
    """
    The share is of the number that helps, not of 112.
    """
    items = number(line("116 111", size=40), "number:dzieci"), number(line("112", size=20))

    assert [] == found(children(*items, number(line("47 812 00 00", size=26), "number:dzielnicowy")))
    assert 1 == len(found(children(*items, number(line("47 812 00 00", size=27), "number:dzielnicowy"))))


def test_the_number_that_helps_is_missing(children, line, number):
    """
    112 alone is not enough.
    """
    assert "dzieci is missing" in found(children(number(line("112"))))


def test_a_line_for_every_piece(piece, leaflet, words, line, number):
    """
    Broken into lines or not, all its words stand on a page, or the piece is refused.
    """
    told = changed(leaflet, always=(words("Myślisz o śmierci? Zadzwoń pod 112."),))
    emergency = number(line("112"))
    whole = line("Myślisz o śmierci?"), line("Zadzwoń pod"), number(line("112")), line(".")

    assert [] == found(piece(emergency, *whole, told=told))
    assert ['the line "Myślisz o śmierci? Zadzwoń pod 112." is missing'] == found(
        piece(emergency, *whole[1:], told=told)
    )


def test_any_page_will_do(piece, page, line, number):
    """
    112 on one page of a piece is enough.
    """
    front = piece(number(line("112")))

    assert [] == found(replace(front, pages=(page(line("Zadzwoń")), *front.pages), words=(60, 60)))
