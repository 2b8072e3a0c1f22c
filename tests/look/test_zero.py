"""The zero has no slash: a number that is blurred must not become another."""

import datetime
from io import BytesIO

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import ImageChops, ImageFilter, ImageStat

from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.installed import shipped
from ulotki.look.faces import WEIGHTS, family
from ulotki.look.inks import BLACK
from ulotki.page.items import Line, Page
from ulotki.paper import POINT

PLAIN = family("plain", shipped)
ABOUT = About("t", "a", "pl", datetime.date(2024, 8, 1))

BLUR = 0.11
"""Standard deviation of the blur, of the height of a digit."""

LEAST = {"8": 0.112, "6": 0.095}
"""Mean difference from the zero in the box of a digit, black against white being 1.

Of the original face with its slashed zero the lightest weight has 0.092 and 0.083, the heaviest 0.107 and 0.085; ours
have 0.119 and 0.101, 0.166 and 0.124.
"""

SIZE, DPI, EDGE = 200, 40, 20


def blurred(sign, font):
    """A digit as eyes without glasses see it: the box that is as high as digits and as wide as the widest."""
    advances = tuple(advance * 1000 / font.units for advance in font.advances(sign))
    cap = font.cap * SIZE * POINT
    line = Line(EDGE, EDGE + cap, sign, font.name, SIZE, BLACK, advances, 0.0, *font.reach(sign))
    with pypdfium2.PdfDocument(draw((Page(100, 100, 0, (line,)),), ABOUT, PLAIN)) as document:
        page = document[0].render(scale=DPI / 72).to_pil().convert("L")
    soft = page.filter(ImageFilter.GaussianBlur(BLUR * cap * DPI / 25.4))
    middle = EDGE + advances[0] * SIZE * POINT / 2000
    box = (middle - 0.4 * cap, EDGE, middle + 0.4 * cap, EDGE + cap)
    return soft.crop(tuple(round(mm * DPI / 25.4) for mm in box))


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("other", LEAST)
def test_a_blurred_zero_stays_a_zero(weight, other):
    """
    Under a blur that closes the slash of the original face, 0 differs from 8 and 6 by more than the original does.
    """
    zero, digit = (blurred(sign, PLAIN[weight]) for sign in ("0", other))

    assert LEAST[other] < ImageStat.Stat(ImageChops.difference(zero, digit)).mean[0] / 255


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_zero_is_a_ring(weight):
    """
    The zero is an outline with one counter, as wide as it was; the tabular zero is made of it.
    """
    font = TTFont(BytesIO(PLAIN[weight].data))

    assert 2 == font["glyf"]["zero"].numberOfContours
    assert ["zero"] == [part.glyphName for part in font["glyf"]["zero.tf"].components]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_changed_face_has_a_name_of_its_own(weight):
    """
    Nothing in the names that a system shows says Atkinson.
    """
    names = TTFont(BytesIO(PLAIN[weight].data))["name"].names

    assert not [str(one) for one in names if one.nameID in (1, 3, 4, 6, 16, 25) and "Atkinson" in str(one)]
