"""Codes as telephones see them: pictures of finished pages, from so far away, blurred, tilted, pale and noisy.

A 1080-line camera has 1386 px for each mm on paper, divided by its distance in mm. The captures are spread over distances
so that of codes like ours (version 3, level H) a module of 1 mm is read in about 69 of 100, 1.44 mm in 87 and 2 mm in 95:
the figures of a study with four decoders, of which we have one.
"""

import random
from functools import cache
from itertools import count

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from ulotki import press
from ulotki.checks.code_size import LEAST
from ulotki.content.telling import Occasion
from ulotki.look import PALETTES
from ulotki.page.items import Code
from ulotki.page.walking import walk
from ulotki.paper import A3, A4, A5, POINT
from ulotki.readback import Readback
from ulotki.templates import templates

PIECES = (("sklep", "leaflet", A5), ("sklep", "poster", A4), ("phishing", "poster", A3), ("konto", "youth", A4))
GATES = {A5.name: 65, A4.name: 80, A3.name: 90}
"""Of 100 captures, how many must be read."""

SMALLER = 0.94
"""What "fit to page" makes of a page that is printed to its edge, on printers with the widest margins."""

SPREAD = ((53, 0.3, 0.87), (16, 0.87, 1.0), (7, 1.0, 1.35), (11, 1.35, 1.44), (8, 1.44, 2.0), (5, 2.0, 3.2))
"""(captures, from, to): of 100, how many ask for a module of so many mm."""

CAMERA, PIXELS = 1386, 2.2
"""px in mm at 1 mm of distance; px that the least module has."""

DPI, AROUND = 300, 6
"""Of the printed page; mm of it around the quiet zone of a code."""


@cache
def captures():
    """(distance in mm, blur in px, turn in degrees, contrast, noise), always the same 100."""
    chance = random.Random(1080)
    asked = (low + (high - low) * (step + 0.5) / many for many, low, high in SPREAD for step in range(many))
    return tuple(
        (
            module * CAMERA / PIXELS,
            chance.uniform(0.5, 1.1),
            chance.uniform(-20, 20),
            chance.uniform(0.35, 0.95),
            chance.uniform(2, 9),
        )
        for module in asked
    )


def seen(picture, capture, seed):
    """What the camera has of the printed code: smaller, turned, blurred, pale, with noise."""
    distance, blur, turn, contrast, noise = capture
    share = CAMERA / distance * POINT * 72 / DPI
    small = picture.resize((round(picture.width * share), round(picture.height * share)), Image.BOX)
    small = small.rotate(turn, Image.BICUBIC, expand=True, fillcolor=255).filter(ImageFilter.GaussianBlur(blur))
    grain = Image.frombytes("L", small.size, random.Random(seed).randbytes(small.width * small.height))
    pale = small.point(lambda value: 235 - (255 - value) * contrast * 0.9)
    return Image.blend(pale, grain, noise / 255)


def score(picture, payload, shrunk=1.0):
    """How many of 100 captures a decoder reads as *payload*. shrunk: how much smaller it is printed."""
    small = picture.resize((round(picture.width * shrunk), round(picture.height * shrunk)), Image.BOX)
    found = (zxingcpp.read_barcodes(seen(small, one, seed)) for one, seed in zip(captures(), count(), strict=False))
    return sum(any(code.text == payload for code in codes) for codes in found)


def pictured(proof):
    """(picture of the code and what is around it, the code) of the finished file."""
    found = ((page, item) for page, laid in enumerate(proof.pages) for item, _ in walk(laid.items))
    page, code = next((page, item) for page, item in found if isinstance(item, Code))
    with Readback(press.printed(proof)) as back:
        whole = back.pictures(DPI)[page].convert("L")
    px, box = DPI / 72 / POINT, code.quiet.inset(-AROUND, -AROUND)
    corners = (box.x, box.y, min(box.right, whole.width / px), min(box.bottom, whole.height / px))
    return whole.crop(tuple(round(corner * px) for corner in corners)), code


@pytest.fixture(scope="module")
def code(library, day, until):
    """code(scam, template, paper, palette): its picture and itself, drawn once."""
    made = {}

    def ask(scam, template, paper, palette="mono"):
        key = (scam, template, paper, palette)
        if key not in made:
            chosen = templates()[template]
            occasion = Occasion(day, until)
            made[key] = pictured(press.proof(library, library.scam(scam), chosen, paper, PALETTES[palette], occasion))
        return made[key]

    return ask


@pytest.mark.parametrize(("scam", "template", "paper"), PIECES, ids=lambda one: getattr(one, "name", one))
def test_a_telephone_reads_it(code, scam, template, paper):
    """
    On A5 65 of 100 captures are read, on A4 80, on A3 90.
    """
    picture, drawn = code(scam, template, paper)

    assert score(picture, drawn.payload) >= GATES[paper.name]


@pytest.mark.parametrize("palette", sorted({*PALETTES} - {"mono"}))
@pytest.mark.parametrize(("scam", "template", "paper"), PIECES[:2], ids=lambda one: getattr(one, "name", one))
def test_it_is_the_same_in_every_palette(code, scam, template, paper, palette):
    """
    Code and quiet zone are the same black on white whatever the palette, so telephones read them alike.
    """
    (mono, _), (other, drawn) = code(scam, template, paper), code(scam, template, paper, palette)
    rim, side = round(AROUND * DPI / 72 / POINT), round(drawn.quiet.width * DPI / 72 / POINT)
    box = (rim + 1, rim + 1, rim + side - 1, rim + side - 1)

    assert mono.crop(box).tobytes() == other.crop(box).tobytes()


@pytest.mark.parametrize(("scam", "template", "paper"), PIECES, ids=lambda one: getattr(one, "name", one))
def test_fitted_to_the_page_it_is_large_enough(code, scam, template, paper):
    """
    Printed to 94 % of its size, a module is no smaller than the least for its paper.
    """
    _, drawn = code(scam, template, paper)

    assert drawn.module * SMALLER >= LEAST[paper.name] - 0.002


def test_the_panel_tells_sizes_apart(code):
    """
    The code of a leaflet with modules of 0.6 mm, or that of a poster with those of a leaflet, misses its gate.
    """
    leaflet, small = code("sklep", "leaflet", A5)
    poster, large = code("sklep", "poster", A4)

    assert score(leaflet, small.payload, 0.6 / small.module) < GATES[A5.name]
    assert score(poster, large.payload, 0.8 / large.module) < GATES[A4.name]
