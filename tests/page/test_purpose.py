"""Purposes: which colours each takes, and what it promises."""

import itertools

import pytest

from ulotki.installed import shipped
from ulotki.look import PALETTES
from ulotki.look.inks import BLACK, MIST, NAVY, WHITE, YELLOW, Ink, contrast
from ulotki.look.vendored import genuine
from ulotki.page.purpose import DARK
from ulotki.page.purposes import OFFICE, PRESS, PURPOSES, WEB

MOST = 3.0
"""Coated paper takes 300 % of four inks."""


def inks():
    """Every ink of every palette."""
    found = {BLACK, WHITE}
    for palette in PALETTES.values():
        for surface in (palette.voice, palette.deed, palette.card, palette.badge):
            found |= {surface.fill, surface.line, surface.text, surface.accent}
        found.add(palette.ink)
    return sorted((ink for ink in found if ink), key=lambda ink: ink.name)


INKS = inks()


def test_there_are_three():
    """
    A file is for the office, the web or a press, and the office comes first: it is what is meant when nobody says.
    """
    assert ["office", "web", "press"] == list(PURPOSES)
    assert (OFFICE, WEB, PRESS) == tuple(PURPOSES.values())


def test_all_inks_are_tried():
    """
    The palettes use five inks.
    """
    assert {BLACK, WHITE, NAVY, YELLOW, MIST} == set(INKS)


@pytest.mark.parametrize("ink", INKS, ids=lambda ink: ink.name)
def test_words_are_printed_in_black_alone(ink):
    """
    On a press letters take black or nothing: three plates that do not meet would blur them.
    """
    assert PRESS.colour(ink, words=True) in ((0, 0, 0, 1), (0, 0, 0, 0))


@pytest.mark.parametrize(("ink", "black"), [(BLACK, 1), (NAVY, 1), (WHITE, 0), (YELLOW, 0)])
def test_dark_words_are_black_and_light_ones_bare(ink, black):
    """
    Dark letters are black; light ones, on a dark ground, are left bare.
    """
    assert (0, 0, 0, black) == PRESS.colour(ink, words=True)
    assert bool(black) == (ink.luminance < DARK)


def test_words_stay_legible():
    """
    What is text or accent on a panel of a palette keeps more than half of its contrast in four inks.
    """
    for palette in PALETTES.values():
        for surface in (palette.voice, palette.deed, palette.card, palette.badge):
            ground = surface.fill or WHITE
            printed = BLACK if PRESS.colour(surface.text, words=True)[3] else WHITE
            assert contrast(printed, ground) >= max(4.5, contrast(surface.text, ground) / 2), (palette.name, surface)


@pytest.mark.parametrize("ink", INKS, ids=lambda ink: ink.name)
def test_no_ink_is_too_much(ink):
    """
    No ink of a palette asks for more than 300 % of four inks, and each share is from 0 to 1.
    """
    colour = PRESS.colour(ink, words=False)

    assert 4 == len(colour)
    assert sum(colour) <= MOST
    assert all(0 <= part <= 1 for part in colour)


@pytest.mark.parametrize("purpose", [OFFICE, WEB], ids=lambda purpose: purpose.name)
@pytest.mark.parametrize("ink", INKS, ids=lambda ink: ink.name)
@pytest.mark.parametrize("words", [True, False])
def test_greys_are_one_number(purpose, ink, words):
    """
    Black and white are one number, so that black toner alone prints them; a colour is three, words or not.
    """
    colour = purpose.colour(ink, words=words)

    assert (1 if ink in (BLACK, WHITE) else 3) == len(colour)
    assert tuple(part / 255 for part in ink.rgb)[: len(colour)] == colour


def test_a_grey_is_one_number():
    """
    So is any grey between.
    """
    assert (0.2,) == OFFICE.colour(Ink("grey", (51, 51, 51), (0, 0, 0, 80)), words=True)


@pytest.mark.parametrize("palette", ["mono", "eco"])
def test_a_palette_without_colour_takes_one_plate(palette):
    """
    On a press the palettes in black take no other plate.
    """
    chosen = PALETTES[palette]
    surfaces = (chosen.voice, chosen.deed, chosen.card, chosen.badge)
    used = itertools.chain.from_iterable((one.fill, one.line, one.text, one.accent) for one in surfaces)

    assert {(0, 0, 0)} == {PRESS.colour(ink, words=False)[:3] for ink in (*used, chosen.ink) if ink}


@pytest.mark.parametrize("purpose", [WEB, PRESS], ids=lambda purpose: purpose.name)
def test_profiles_ship(purpose):
    """
    The profile that a purpose names is shipped, is the one we vendored, and has as many channels as it says.
    """
    condition = purpose.condition
    profile = genuine(condition.profile, shipped(condition.profile))

    assert b"acsp" == profile[36:40]
    assert {3: b"RGB ", 4: b"CMYK"}[condition.channels] == profile[16:20]


def test_what_they_promise():
    """
    The web is accessible and archived, the press gets inks and bleed, the office neither: its own printer decides.
    """
    assert {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"} == dict(WEB.claims)
    assert {"pdfxid:GTS_PDFXVersion": "PDF/X-4"} == dict(PRESS.claims)
    assert ((), None, False, False, 0) == (OFFICE.claims, OFFICE.condition, OFFICE.tagged, OFFICE.inked, OFFICE.bleed)
    assert (True, False, 0) == (WEB.tagged, WEB.inked, WEB.bleed)
    assert (False, True, 3, True) == (PRESS.tagged, PRESS.inked, PRESS.bleed, PRESS.marks)
