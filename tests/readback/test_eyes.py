"""A second pair of eyes: whatever looks otherwise than ordered is seen, and what is as ordered never is."""

import datetime
import io
import random
from dataclasses import replace
from math import ceil

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.installed import shipped
from ulotki.look import PALETTES
from ulotki.look.inks import BLACK, MIST, NAVY, REGISTRATION, WHITE, YELLOW
from ulotki.page.items import Box, Code, Fill, Group, Picture, Raster, Role, Stroke
from ulotki.page.purposes import PURPOSES
from ulotki.page.separations import on_paper
from ulotki.page.shapes import disc, rounded, segment
from ulotki.page.walking import moved
from ulotki.press import printed
from ulotki.qr import symbol
from ulotki.readback import checked, compare, differences, eyes, settled
from ulotki.readback.redrawn import PRESSED, redrawn, shade
from ulotki.templates import templates

HOST = "https://incydent.cert.pl"
DAY = datetime.date(2024, 8, 1)
OFFICE, WEB, PRESS = PURPOSES.values()


@pytest.fixture(scope="module")
def drawn(family, proof):
    """drawn(page, purpose): the page as pdfium opens it."""

    def build(page, purpose=OFFICE):
        about = About("x", "x", "pl", DAY)
        profile = shipped(purpose.condition.profile) if purpose.condition and purpose.condition.profile else None
        return pypdfium2.PdfDocument(draw((page,), about, family, purpose, profile))

    return build


@pytest.fixture(scope="module")
def seen(drawn):
    """seen(ordered, got, purpose): what the eyes say when the page *got* was drawn in place of *ordered*."""

    def say(ordered, got, purpose=OFFICE):
        document = drawn(got, purpose)
        return [str(found) for found in eyes.unlike(1, ordered, document[0], purpose)]

    return say


def measured(page, document, purpose):
    """(fine, wide) of an honest page, of 255."""
    size = ceil(page.width * eyes.DPI / 25.4), ceil(page.height * eyes.DPI / 25.4)
    difference = ImageChops.difference(
        redrawn(page, purpose, size), eyes._shown(page, document[0], size, (), (0, 0, *size))
    )
    pairs = ImageChops.add(difference, ImageChops.offset(difference, -1, 0), 2)
    fine = ImageChops.add(pairs, ImageChops.offset(pairs, 0, -1), 2).getextrema()[1]
    return fine, difference.reduce(8).getextrema()[1]


@pytest.mark.parametrize("settled", [range(9), range(0, 60, 2), range(40)])
def test_a_part_of_a_page_is_drawn_as_in_the_whole(drawn, proof, settled):
    """
    But for rounding; all that is drawn lies in it.
    """
    (page,) = proof(template="poster").pages
    size = ceil(page.width * eyes.DPI / 25.4), ceil(page.height * eyes.DPI / 25.4)
    part = eyes._part(page, size, settled)
    shown = drawn(page, OFFICE)[0]
    whole, alone = (eyes._shown(page, shown, size, settled, one) for one in ((0, 0, *size), part))

    assert ImageChops.difference(whole.crop(part), alone).getextrema()[1] <= 1
    whole.paste(255, part)
    assert (255, 255) == whole.getextrema()


def test_of_some_pages_all_is_drawn(page, line):
    """
    When nothing is settled, for there may be more than was ordered; when it is turned; with a raster image, which is left white.
    """
    words, more, raster = line("Zadzwoń"), line("teraz", baseline=90), Raster(Box(15, 40, 80, 20), 2, 1, b"\xff\xff")
    both, size = page(words, more), (437, 620)
    parts = [eyes._part(one, size, (1,)) for one in (page(words, raster), replace(both, turned=True), both)]

    assert [(0, 0, *size)] * 3 == [eyes._part(both, size, ()), *parts[:2]] != [*parts]
    assert parts[2][3] < 620


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
@pytest.mark.parametrize("template", templates())
def test_honest_pages_stay_far_from_the_limits(drawn, proof, template, purpose):
    """
    Under 0.6 of the fine and 0.8 of the wide limit, in every template and palette: an upgrade that changes that is told.

    For a press 0.85 of the fine limit: pdfium draws its thin marks a little wider, as wide wherever they stand.
    """
    share = 0.85 if purpose is PRESS else 0.6
    of = "konto" if template == "youth" else "na-wnuczka"
    for palette in PALETTES:
        suits, pages = on_paper(purpose, proof(of, template, palette).pages)
        for whole in pages:
            fine, wide = measured(whole, drawn(whole, suits), suits)
            assert (fine <= share * eyes.FINE, wide <= 0.8 * eyes.WIDE) == (True, True), (palette, fine, wide)


PAIRS = ("17", "38", "08", "69", "56", "23", "35", "14", "47", "89", "06", "25", "79", "90", "13")


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("size", "weight"), [(9.5, "Regular"), (12, "SemiBold"), (28, "Bold"), (56, "ExtraBold")])
def test_another_digit_is_seen(page, line, seen, pair, size, weight):
    """
    Each of fifteen pairs that look alike, in the smallest type and in the largest.
    """
    one, other = (line(f"600 {digit}00 700", size=size, weight=weight) for digit in pair)

    assert [] == seen(page(one), page(one))
    assert seen(page(one), page(replace(other, advances=one.advances)))


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        ("dłoń", "dlon"),
        ("łódź", "lodz"),
        ("wąż", "waz"),
        ("kość", "kosc"),
        ("rn", "m"),
        ("il", "li"),
        ("Ołówek", "0łówek"),
    ],
)
@pytest.mark.parametrize("size", [12, 20])
def test_other_letters_are_seen(page, line, seen, wanted, got, size):
    """
    An accent that is lost, letters that look like others.
    """
    assert seen(page(line(wanted, size=size)), page(line(got, size=size)))


@pytest.mark.parametrize(("dx", "dy"), [(0.2, 0), (0, 0.2), (-0.3, 0), (0, 0.5), (1, 0)])
@pytest.mark.parametrize("size", [9.5, 36])
def test_words_that_moved_are_seen(page, line, seen, dx, dy, size):
    """
    From a fifth of a millimetre on, in any direction.
    """
    words = line("Zadzwoń pod 112", size=size)

    assert seen(page(words), page(*moved((words,), dx, dy)))


@pytest.mark.parametrize("ink", [WHITE, YELLOW, NAVY])
@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_pale_or_missing_words_are_seen(page, line, seen, ink, purpose):
    """
    White words on white paper say everything to a machine and nothing to a reader.
    """
    words = line("Rozłącz się", size=20)
    pale = page(replace(words, ink=ink))

    assert seen(page(words), page(), purpose)
    assert ink is NAVY or (purpose.inked and ink is YELLOW) or seen(page(words), pale, purpose)


def picture(icons, name, box=Box(30, 40, 10, 10)):
    return Picture(box, name, icons[name].commands, BLACK)


@pytest.mark.parametrize("other", ["call", "warning", "mirrored", "smaller", "moved", "gone"])
def test_another_pictogram_is_seen(page, icons, seen, other):
    """
    Another, mirrored, five per cent smaller, 0.3 mm aside, or none.
    """
    one = picture(icons, "call_end")
    flipped = type(one.commands)(
        (letter, tuple(value if place % 2 else 1 - value for place, value in enumerate(numbers)))
        for letter, numbers in one.commands
    )
    got = {
        "mirrored": lambda: (replace(one, commands=flipped),),
        "smaller": lambda: (replace(one, box=one.box.inset(0.25, 0.25)),),
        "moved": lambda: moved((one,), 0.3, 0),
        "gone": lambda: (),
    }.get(other, lambda: (picture(icons, other),))()

    # The sign of a hung-up telephone is its own mirror image: what a mirror does not change cannot be seen.
    assert other == "mirrored" or seen(page(one), page(*got))


PANEL = Box(20, 40, 80, 30)


@pytest.mark.parametrize(
    ("ordered", "got"),
    [
        (Fill(PANEL, rounded(PANEL, 3), NAVY), Fill(PANEL, rounded(PANEL, 2), NAVY)),
        (Fill(PANEL, rounded(PANEL, 3), NAVY), Fill(PANEL, rounded(PANEL, 0), NAVY)),
        (Fill(PANEL, rounded(PANEL, 3), NAVY), Fill(PANEL, rounded(PANEL.inset(-0.2, 0), 3), NAVY)),
        (Fill(PANEL, rounded(PANEL, 3), NAVY), Fill(PANEL, rounded(PANEL, 3), BLACK)),
        (Fill(PANEL, rounded(PANEL, 3), YELLOW), Fill(PANEL, rounded(PANEL, 3), WHITE)),
        (Fill(PANEL, rounded(PANEL, 3), MIST), Fill(PANEL, rounded(PANEL, 3), WHITE)),
        (Fill(PANEL, disc(Box(20, 40, 30, 30)), NAVY), Fill(PANEL, rounded(Box(20, 40, 30, 30), 12), NAVY)),
        (Stroke(PANEL, segment(20, 40, 100, 40), BLACK, 0.7), None),
        (Stroke(PANEL, segment(20, 40, 100, 40), BLACK, 1.8), Stroke(PANEL, segment(20, 40, 100, 40), BLACK, 0.9)),
        (Stroke(PANEL, rounded(PANEL, 3), BLACK, 1.4), Stroke(PANEL, rounded(PANEL, 3), BLACK, 2.8)),
        (Stroke(PANEL, rounded(PANEL, 3), BLACK, 1.4), Stroke(PANEL, rounded(PANEL, 0), BLACK, 1.4)),
        (
            Stroke(PANEL, segment(20, 40, 100, 40), BLACK, 1.8, (2, 2)),
            Stroke(PANEL, segment(20, 40, 100, 40), BLACK, 1.8, (3, 1)),
        ),
    ],
    ids=range(12),
)
def test_another_shape_is_seen(page, seen, ordered, got):
    """
    Corners, sizes and inks of panels; lines that are gone, thicker, or dashed otherwise.
    """
    assert [] == seen(page(ordered), page(ordered))
    assert seen(page(ordered), page(*([got] if got else [])))


@pytest.mark.parametrize("weight", [1.4, 1.8, 3.0])
@pytest.mark.parametrize("path", [segment(20, 40, 100, 40), segment(20.1, 40, 20.1, 90), segment(20, 40, 90, 75)])
def test_a_line_half_as_heavy_is_seen(page, seen, weight, path):
    """
    Where pdfium would draw it thinner: of a line as thin as a pixel the weight is compared, see `painted`.
    """
    line = Stroke(PANEL, path, BLACK, weight)

    assert [] == seen(page(line), page(line))
    assert seen(page(line), page(replace(line, weight=weight / 2)))


def test_letters_stand_where_they_are_ordered(page, line, drawn, monkeypatch):
    """
    Small letters on a page without thin lines: pdfium would place them at whole pixels if they were not outlined.
    """
    sheet = page(*(line("Rozłącz się i zadzwoń pod 112", size=9.5, baseline=40.3 + 7.1 * row) for row in range(9)))
    fine, _ = measured(sheet, drawn(sheet), OFFICE)
    monkeypatch.setattr(eyes, "_outline_letters", lambda _: None)
    rough, _ = measured(sheet, drawn(sheet), OFFICE)

    assert (1, True) == eyes._wider(sheet.items)
    assert fine <= 21 < eyes.FINE < rough


def test_the_worst_place_is_that_of_all_pixels():
    """
    Only pixels above the limit are looked at, and the greatest mean of four is found as if all were.
    """
    chance = random.Random(7)
    for _ in range(200):
        image = Image.new("L", (24, 16), 0)
        for _ in range(chance.randrange(12)):
            image.putpixel((chance.randrange(24), chance.randrange(16)), chance.randrange(256))
        means = {}
        for x in range(-1, 24):
            for y in range(-1, 16):
                at = [(x + dx, y + dy) for dx in (0, 1) for dy in (0, 1)]
                one, other, third, last = (
                    image.getpixel(dot) if 0 <= dot[0] < 24 and 0 <= dot[1] < 16 else 0 for dot in at
                )
                means[x + 0.5, y + 0.5] = ((one + third) // 2 + (other + last) // 2) // 2
        place = eyes._worst(image, eyes.FINE)
        if max(means.values()) > eyes.FINE:
            assert means[place] == max(means.values())
        else:
            assert place is None or image.reduce(8).getextrema()[1] > eyes.WIDE


def coded(rows, payload=HOST, module=0.7):
    return Group(Role("figure", alt="kod"), (Code(40, 60, module, rows, payload),))


@pytest.mark.parametrize("way", ["mirrored", "turned", "one module", "forty modules", "moved", "other mask", "foreign"])
@pytest.mark.parametrize("module", [0.5, 0.7, 1.44])
def test_another_code_is_seen(page, seen, way, module):
    """
    Down to a single module, though a camera would still read it.
    """
    rows = symbol(HOST, 2).rows

    def flipped(*places):
        return tuple(tuple(dark != ((y, x) in places) for x, dark in enumerate(row)) for y, row in enumerate(rows))

    got = {
        "mirrored": tuple(row[::-1] for row in rows),
        "turned": tuple(zip(*rows[::-1], strict=True)),
        "one module": flipped((15, 15)),
        "forty modules": flipped(*((y, x) for y in range(10, 18) for x in range(12, 17))),
        "moved": rows,
        "other mask": symbol(HOST, 5).rows,
        "foreign": symbol("https://incydent-cert.pl", 2).rows,
    }[way]
    changed_code = coded(got, module=module)
    if way == "moved":
        changed_code = replace(changed_code, items=moved(changed_code.items, 0.3, 0))

    assert seen(page(coded(rows, module=module)), page(changed_code))


def test_the_item_is_named(page, line, seen):
    """
    The complaint says what does not look as ordered, and on which page.
    """
    one = line("112", size=56, weight="ExtraBold")

    assert ['page 1: "112" does not look as ordered'] == seen(
        page(one, line("Zadzwoń", baseline=90)),
        page(line("712", size=56, weight="ExtraBold"), line("Zadzwoń", baseline=90)),
    )
    assert ["page 1 shows more than was ordered"] == seen(
        page(line("a")), page(line("a"), line("b", x=80, baseline=150))
    )


@pytest.mark.parametrize("ink", [BLACK, WHITE, NAVY, YELLOW, MIST, REGISTRATION])
def test_inks_are_those_that_pdfium_shows(page, panel, drawn, ink):
    """
    What the second drawing takes a press's ink to be is what pdfium makes of it.
    """
    sheet = page(panel(20, 20, 60, 60, ink))
    image = drawn(sheet, PRESS)[0].render(scale=1).to_pil().convert("RGB")

    assert image.getpixel((100, 120)) == shade(ink, PRESS)
    assert len(PRESSED) == 6


# --- files broken after they were finished


def swapped_outlines(pdf, one, other):
    """Every embedded face that has them shows *one* for *other*."""
    for font in pdf.pages[0].Resources.Font.values():
        codes = {}
        for line in font.ToUnicode.read_bytes().splitlines():
            parts = line.split()
            if len(parts) == 2 and line.startswith(b"<"):
                codes[chr(int(parts[1][1:-1], 16))] = int(parts[0][1:-1], 16)
        if not {one, other} <= codes.keys():
            continue
        file = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        cmap = file["cmap"].tables[0].cmap
        first, second = (
            next(cmap[code] for code in (codes[sign], 0xF000 + codes[sign]) if code in cmap) for sign in (one, other)
        )
        glyf = file["glyf"]
        glyf.glyphs[first], glyf.glyphs[second] = glyf.glyphs[second], glyf.glyphs[first]
        out = io.BytesIO()
        file.save(out, reorderTables=False)
        font.FontDescriptor.FontFile2 = pdf.make_stream(out.getvalue(), Length1=len(out.getvalue()))


@pytest.fixture(scope="module")
def poster(proof):
    """By purpose: a poster, finished, and what its pages order."""

    def build(purpose):
        made = proof(template="poster")
        pages = on_paper(purpose, made.pages)[1]
        return printed(made, purpose), pages, made.leaflet.links

    return build


def broken(data, change):
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_exchanged_digits_in_the_embedded_face_are_seen(poster, purpose, monkeypatch):
    """
    The file says 112 everywhere and shows 772: its face gives it away, and so do eyes; without both it would leave.

    That the letters of the right face were seen before does not help it.
    """
    data, pages, links = poster(purpose)
    monkeypatch.setattr(settled, "SIGHTS", settled.Sights())
    tampered = broken(data, lambda pdf: swapped_outlines(pdf, "1", "7"))
    named, *_ = compare(tampered, pages, purpose, links)

    assert () == compare(data, pages, purpose, links)
    assert "does not look as in its face" in str(named.what)
    monkeypatch.setattr(checked, "SHOWN", checked.CheckedPages())
    monkeypatch.setattr(differences, "altered", lambda *_: iter(()))
    (named,) = compare(tampered, pages, purpose, links)
    assert "does not look as ordered" in str(named.what)
    monkeypatch.setattr(eyes, "unlike", lambda *_: iter(()))
    assert () == compare(tampered, pages, purpose, links)


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_kerned_digits_are_seen(poster, purpose):
    """
    Two digits exchanged by moving each to the other's place: the text layer still reads in order of the stream.
    """
    data, pages, links = poster(purpose)

    def change(pdf):
        steps = pikepdf.parse_content_stream(pdf.pages[0])
        made = []
        for step in steps:
            operands, operator = list(step.operands), step.operator
            if str(operator) == "TJ" and len(operands[0]) == 1 and len(bytes(operands[0][0])) == 3:
                codes = bytes(operands[0][0])
                operands = [
                    pikepdf.Array(
                        [pikepdf.String(codes[:1]), -700, pikepdf.String(codes[1:2]), 1400, pikepdf.String(codes[2:])]
                    )
                ]
            made.append((operands, operator))
        pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(made))

    assert compare(broken(data, change), pages, purpose, links)
