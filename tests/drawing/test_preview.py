"""Previews: pictures of what the read-back saw, side by side on a desk."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from ulotki.drawing.preview import COLOURS, DESK, grey, ink, png, small, thumbnail
from ulotki.look import PALETTES
from ulotki.press import printed
from ulotki.readback import Readback

PAPER = (255, 255, 255)


@pytest.fixture(scope="session")
def pictures(proof):
    """Both sides of the leaflet „na wnuczka”."""
    with Readback(printed(proof(template="leaflet"))) as back:
        return back.pictures(72)


def seen(data):
    return Image.open(BytesIO(data))


def test_one_page_alone(pictures):
    """
    One page is its picture, pixel by pixel.
    """
    (front, *_) = pictures
    picture = seen(png([front]))

    assert ("PNG", front.size) == (picture.format, picture.size)
    assert front.tobytes() == picture.tobytes()


def test_pages_side_by_side(pictures):
    """
    Two pages lie side by side on a grey desk, with the same gap all around.
    """
    front, back = pictures
    gap = round(front.width * 0.04)
    picture = seen(png(pictures))

    assert (2 * front.width + 3 * gap, front.height + 2 * gap) == picture.size
    assert {DESK} == {picture.getpixel(place) for place in ((0, 0), (front.width + gap + gap // 2, 100))}
    assert front.tobytes() == picture.crop((gap, gap, gap + front.width, gap + front.height)).tobytes()
    right = 2 * gap + front.width
    assert back.tobytes() == picture.crop((right, gap, right + back.width, gap + back.height)).tobytes()


def test_it_shows_what_prints(pictures):
    """
    A preview is in colour: the bubble is yellow, the paper white.
    """
    colours = {colour for _, colour in seen(png(pictures[:1])).getcolors(100_000)}

    assert {PAPER, (255, 210, 0), (16, 38, 78)} <= colours


def test_grey_pages_are_grey_pictures(pictures):
    """
    A third of the bytes, and the same pixels; a single coloured one keeps the colours of all.
    """
    plain = pictures[0].convert("L").convert("RGB")
    spotted = plain.copy()
    spotted.putpixel((3, 3), (16, 38, 78))

    assert ("L", plain.tobytes()) == (seen(png([plain])).mode, seen(png([plain])).convert("RGB").tobytes())
    assert ("RGB", spotted.tobytes()) == (seen(png([spotted])).mode, seen(png([spotted])).tobytes())


def test_a_thumbnail_has_few_shades(pictures):
    """
    Black and white stay what they are, and no shade is more than eight of 255 away.
    """
    plain = pictures[0].convert("L")
    small = seen(thumbnail([plain.convert("RGB")]))

    assert len(small.getcolors()) <= 16
    assert {0, 255} <= {shade for _, shade in small.getcolors()}
    assert max(abs(one - other) for one, other in zip(plain.tobytes(), small.tobytes(), strict=True)) <= 8
    assert seen(thumbnail(pictures)).mode == "RGB"


@pytest.mark.parametrize("palette", PALETTES)
def test_a_picture_in_few_colours_has_the_inks_of_the_page(proof, palette):
    """
    Paper and inks are what they are to the last bit, a shade at the edge of a letter looks like the one it was, and the
    picture is small.
    """
    with Readback(printed(proof(template="leaflet", palette=palette))) as back:
        page = back.picture(0, 36)
    width, height, data = small(page)
    picture = seen(data)
    inks = {PAPER, *(one.rgb for one in (PALETTES[palette].voice.fill, PALETTES[palette].deed.fill) if one)}

    assert ("P", page.size, page.size) == (picture.mode, picture.size, (width, height))
    assert len(picture.getcolors()) <= COLOURS
    shown = picture.convert("RGB")
    assert inks <= {colour for _, colour in shown.getcolors(COLOURS)}
    assert all(mean < 8 for mean in ImageStat.Stat(ImageChops.difference(page, shown)).rms)
    assert len(data) < 12_000


def test_equal_pages_give_equal_bytes(pictures):
    """
    The same pictures give the same file.
    """
    assert png(pictures) == png(pictures)


def test_ink():
    """
    The share of ink is 0 on bare paper, 1 on black, and the mean over pages; a colour counts as its grey.
    """
    bare, black, yellow = (Image.new("RGB", (10, 10), colour) for colour in (PAPER, (0, 0, 0), (255, 210, 0)))

    assert pytest.approx([0, 1, 0.5]) == [ink([bare]), ink([black]), ink([bare, black])]
    assert 0.1 < ink([yellow]) < 0.3


def test_small_and_grey(pictures):
    """
    A page made small is as wide as asked, keeps its proportions, and has a byte for each dot; white stays white.
    """
    (front, *_) = pictures
    width, height, data = grey(front, 100)

    assert (100, round(100 * front.height / front.width), width * height) == (width, height, len(data))
    assert 255 == data[0]
    assert min(data) < 80
    assert grey(front, 100) == (width, height, data)


def test_a_narrow_page_is_no_tower():
    """
    A page that is much higher than wide is made small by its height.
    """
    width, height, _ = grey(Image.new("RGB", (100, 1000), PAPER), 60)

    assert (9, 90) == (width, height)
