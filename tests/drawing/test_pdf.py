"""Finished PDF: what it says of itself, which letters it embeds, how it paints, and that it never changes by chance."""

import ctypes
import datetime
import io
import re
import zlib
from dataclasses import replace

import pypdfium2
import pypdfium2.raw
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from ulotki import stock
from ulotki.drawing import pdf, pen
from ulotki.drawing.about import About
from ulotki.drawing.fonts import LETTERS, TOGETHER, subset
from ulotki.drawing.pdf import draw
from ulotki.drawing.pen import rectangles
from ulotki.look.inks import BLACK, NAVY, WHITE, YELLOW
from ulotki.page.items import Box, Code, Picture, Raster
from ulotki.page.purposes import WEB
from ulotki.page.shapes import rounded
from ulotki.paper import POINT
from ulotki.press import DRAWN, printed
from ulotki.qr import symbol
from ulotki.readback import Readback
from ulotki.recent import Kept

ABOUT = About("Oszustwo „na wnuczka”", "dzielnicowy", "pl", datetime.date(2024, 8, 1))
HOST = "https://incydent.cert.pl"
STREAM = re.compile(rb"(<<[^>]*/Filter[^>]*>>)\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
NUMBER = r"-?\d+(?:\.\d+)?"


def streams(data):
    """(dictionary, unpacked bytes) of each stream of a file."""
    return [(found[1], zlib.decompress(found[2])) for found in STREAM.finditer(data)]


def operators(data):
    """The painting of all pages, as text."""
    return "\n".join(
        body.decode("latin-1") for head, body in streams(data) if b"/Length1" not in head and b"begincmap" not in body
    )


def programs(data):
    """Every embedded font."""
    return [TTFont(io.BytesIO(body)) for head, body in streams(data) if b"/Length1" in head]


def text_of(data, number=0):
    with pypdfium2.PdfDocument(data) as document:
        return document[number].get_textpage().get_text_range()


@pytest.fixture(scope="session")
def leaflet_pdf(proof):
    return printed(proof(template="leaflet"))


@pytest.fixture(scope="session")
def poster_pdf(proof):
    return printed(proof(template="poster"))


@pytest.fixture(scope="session")
def paint(page, family):
    """paint(item, …): a page with these, as a file."""
    return lambda *items, about=ABOUT: draw((page(*items),), about, family)


@pytest.mark.parametrize(
    "word",
    [b"/Helvetica", b"/ASCII85", b"/JavaScript", b"/Annots", b"/AcroForm", b"/Encrypt", b"/OpenAction", b"/XObject"],
)
def test_nothing_foreign(poster_pdf, leaflet_pdf, word):
    """
    No stand-in face, no text encoding of bytes, nothing that acts: only pages, faces and painting.
    """
    assert word not in poster_pdf + leaflet_pdf


def test_what_it_says_of_itself(paint):
    """
    Title, author and program are as told, in Polish letters.
    """
    with pypdfium2.PdfDocument(paint()) as document:
        about = document.get_metadata_dict()

    assert ("Oszustwo „na wnuczka”", "dzielnicowy", "ulotki") == (about["Title"], about["Author"], about["Creator"])


def test_a_piece_says_what_it_is(poster_pdf, leaflet_pdf):
    """
    A printed piece has the top of its page as its title and the issuer as its author.
    """
    for data in (poster_pdf, leaflet_pdf):
        with pypdfium2.PdfDocument(data) as document:
            about = document.get_metadata_dict()
        assert "Uwaga! Oszustwo „na wnuczka”" == about["Title"]
        assert "dzielnicowy gminy Serniki, Policja w Lubartowie" in about["Author"].replace("\u00a0", " ")


def test_the_author_is_a_name(poster_pdf):
    """
    The author is who publishes, not a sentence about it.
    """
    with pypdfium2.PdfDocument(poster_pdf) as document:
        assert "dzielnicowy gminy Serniki, Policja w Lubartowie" == document.get_metadata_dict()["Author"]


def test_language(paint):
    """
    The file names its language, so a screen reader takes the right voice.
    """
    assert b"/Lang (pl)" in paint()
    assert b"/Lang (uk)" in paint(about=replace(ABOUT, lang="uk"))


def test_printed_at_its_own_size(poster_pdf, leaflet_pdf):
    """
    A viewer is told not to scale, and to show the title.
    """
    for data in (poster_pdf, leaflet_pdf):
        assert b"/PrintScaling /None" in data
        assert b"/DisplayDocTitle true" in data


def test_sheets_turn_over_their_short_edge(proof, on_sheets):
    """
    Sheets on their side turn over the short edge, so the back stands upright.
    """
    assert b"/Duplex /DuplexFlipShortEdge" in on_sheets(proof(template="leaflet"))


@pytest.mark.parametrize("template", ["poster", "overview", "handout"])
def test_one_sided_pieces_say_so(proof, on_sheets, template):
    """
    Two copies of a poster must not come out on one sheet of a printer that turns sheets unless told otherwise.
    """
    made = proof(template=template)
    for data in filter(None, (printed(made), on_sheets(made))):
        assert b"/Duplex /Simplex" in data
    assert b"/Duplex" not in printed(made, WEB)


def test_pages_turn_over_their_long_edge(proof, leaflet_pdf):
    """
    Upright pages turn over the long edge: over the short one, the back would stand on its head.
    """
    assert b"/Duplex /DuplexFlipLongEdge" in leaflet_pdf
    assert b"/Duplex /DuplexFlipLongEdge" in printed(proof(template="leaflet", paper=-1))


def test_sizes(page, family):
    """
    Each page has its own size, to a hundredth of a millimetre.
    """
    pages = (page(), page(width=210, height=297))
    with pypdfium2.PdfDocument(draw(pages, ABOUT, family)) as document:
        sizes = [tuple(side * POINT for side in document.get_page_size(number)) for number in range(2)]

    assert [pytest.approx((148, 210), abs=0.01), pytest.approx((210, 297), abs=0.01)] == sizes


def test_dates_come_from_content(paint):
    """
    Both dates of a file are the day it was told, at midnight UTC.
    """
    for day in (datetime.date(2024, 8, 1), datetime.date(1999, 12, 31)):
        dates = re.findall(rb"/(?:CreationDate|ModDate) \(D:([^)]*)\)", paint(about=replace(ABOUT, dated=day)))
        assert [f"{day:%Y%m%d}000000+00'00'".encode()] * 2 == dates


def test_every_piece_bears_one_day(poster_pdf):
    """
    The day of the drawing itself: no day on which somebody read a number, for that stands on no page.
    """
    assert f"(D:{DRAWN:%Y%m%d}000000".encode() in poster_pdf


def test_black_is_toner(paint, line, panel):
    """
    Black and white are set as grey, so black toner alone prints them; a colour is set as a colour.
    """
    painted = operators(paint(panel(10, 10, 50, 50, YELLOW), line("112"), line("112", 20, 80, ink=WHITE)))

    assert re.search(r"BT 0 g ", painted) and re.search(r"BT 1 g ", painted)
    assert "1 0.824 0 rg" in painted
    assert not re.search(rf"(?<![\d.])({NUMBER}) \1 \1 (rg|RG)", painted)


@pytest.mark.parametrize("palette", ["colour", "mono", "eco"])
def test_no_grey_is_mixed(proof, palette):
    """
    In no palette does black or white become red, green and blue.
    """
    painted = operators(printed(proof(palette=palette)))

    assert not re.search(rf"(?<![\d.])({NUMBER}) \1 \1 (rg|RG)", painted)
    assert (palette == "colour") == bool(re.search(r" (rg|RG) ", painted))


def test_each_face_is_embedded_once(proof, on_sheets, leaflet_pdf):
    """
    A face stands in a file once, however many pages and sheets use it.
    """
    for data in (leaflet_pdf, on_sheets(proof(template="leaflet"))):
        names = re.findall(rb"/FontName /[A-Z]{6}\+([\w-]+)", data)
        assert 4 == len(names) == len(set(names)) == data.count(b"/FontFile2") == len(programs(data))


def test_an_unused_face_is_left_out(paint, line):
    """
    A page in one face embeds one face.
    """
    assert 1 == paint(line("112")).count(b"/FontFile2")
    assert 0 == paint().count(b"/FontFile2")


def test_no_font_is_used_that_is_not_embedded(leaflet_pdf):
    """
    Every font of the file has its program in the file.
    """
    fonts = re.findall(rb"/Type /Font /[^>]*>>", leaflet_pdf)

    assert fonts
    assert all(b"/FontDescriptor" in font and b"/ToUnicode" in font for font in fonts)


@pytest.mark.parametrize("weight", ["Regular", "SemiBold", "Bold", "ExtraBold"])
def test_a_code_draws_the_letter_it_says(family, weight):
    """
    The glyph behind every code of an embedded face has the outline of the letter that the text layer says, in the
    shipped face: no digit can say 1 and look like 7.
    """
    face = family[weight]
    more = frozenset("ĄĆĘŃÓŚŹŻQXVqxv()%&/+@*«»’…éöüß")
    made = subset(face, more)
    source, embedded = TTFont(io.BytesIO(face.data)), TTFont(io.BytesIO(_program(made)))
    (table, *_) = [table.cmap for table in embedded["cmap"].tables if table.platformID in (1, 3)]
    says = {int(code, 16): chr(int(letter, 16)) for code, letter in re.findall(r"<(..)> <(....)>", _cmap(made))}

    assert {*LETTERS, *TOGETHER[0], *more, " "} == set(says.values())
    for code, letter in says.items():
        assert _outline(source, source.getBestCmap()[ord(letter)]) == _outline(embedded, table[code]), letter
        assert source["hmtx"][source.getBestCmap()[ord(letter)]][0] == embedded["hmtx"][table[code]][0]


def _unpacked(stream):
    return zlib.decompress(STREAM.search(stream)[2])


def _program(made):
    return _unpacked(made.program)


def _cmap(made):
    return _unpacked(made.to_unicode).decode()


def _outline(font, glyph):
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.value


@pytest.mark.parametrize("weight", ["Regular", "SemiBold", "Bold", "ExtraBold"])
def test_every_letter_is_read_back(paint, line, family, weight):
    """
    Every letter, digit and sign of Polish print comes out of the text layer as it went in.
    """
    text = "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż 0123456789 .,:;!?„”«»’…–()%&/+@*\\"

    assert text == text_of(paint(line(text, 10, 50, size=6, weight=weight)))


@given(text=st.text("ab(c)\\d1 2%)(", min_size=1, max_size=20).map(str.strip).filter(bool))
def test_brackets_and_backslashes_are_letters(paint, line, text):
    """
    What would end a string in a PDF is printed like any other letter.
    """
    assert text.split() == text_of(paint(line(text, 10, 50, size=8))).split()


def test_a_hard_space_is_a_blank(paint, line):
    """
    A hard space is read as a blank: a number copied from the file can be dialled.
    """
    assert "47 812 00 00" == text_of(paint(line("47\u00a0812\u00a000\u00a000")))


def test_too_many_letters_are_refused(family):
    """
    A document with more letters than a simple font can encode is refused, never drawn with wrong ones.
    """
    with pytest.raises(ValueError, match="more letters"):
        subset(family["Regular"], family["Regular"].signs)


def test_subsets_do_not_depend_on_what_came_before(page, line, family):
    """
    Drawing other letters first changes no byte of the next file.
    """
    before = draw((page(line("To ja")),), ABOUT, family)
    draw((page(line("Żółć – 7 × (2+3)")),), ABOUT, family)

    assert before == draw((page(line("To ja")),), ABOUT, family)


def test_texts_of_one_language_have_the_same_fonts(page, line, family):
    """
    Two Ukrainian words without a common letter embed the same bytes; a Polish one has no Cyrillic letter.
    """
    words = [draw((page(line(word)),), ABOUT, family) for word in ("банк", "шус", "Żółć")]
    one, other, polish = ([stream[0] for stream in STREAM.finditer(word) if b"/Length1" in stream[0]] for word in words)

    assert one == other != polish
    assert not subset(family["Bold"], frozenset("Ż«")).glyphs.keys() & {*TOGETHER[1]}


def test_y_grows_downwards(paint, line):
    """
    A baseline 50 mm from the top stands 160 mm above the bottom of an A5 page.
    """
    with pypdfium2.PdfDocument(paint(line("112", 20, 50))) as document:
        text = document[0].get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, 0, x, y)

    assert pytest.approx((20 / POINT, 160 / POINT), abs=0.01) == (x.value, y.value)


def test_shapes_stand_where_they_should(paint, panel):
    """
    A panel covers its box and nothing else.
    """
    with pypdfium2.PdfDocument(paint(panel(20, 30, 40, 50, NAVY))) as document:
        picture = document[0].render(scale=4 * POINT).to_pil().convert("RGB")
    inside, outside = (40 * 4, 55 * 4), [(18 * 4, 55 * 4), (62 * 4, 55 * 4), (40 * 4, 28 * 4), (40 * 4, 82 * 4)]

    assert NAVY.rgb == picture.getpixel(inside)
    assert {(255, 255, 255)} == {picture.getpixel(place) for place in outside}


def test_a_picture_fills_its_box(paint, icons):
    """
    A pictogram is stretched to its box and keeps its ink.
    """
    painted = operators(paint(Picture(Box(20, 30, 10, 10), "dot", icons["call"].commands, NAVY)))

    assert "q 10 0 0 10 20 30 cm 0.063 0.149 0.306 rg " in painted


def test_a_dash_ends_with_its_line(paint, rule):
    """
    Every stroke says its own dash, so one that is dashed does not dash the next.
    """
    dashed = replace(rule(20, 30, 60, 30), dash=(1.6, 1.2))
    painted = operators(paint(dashed, rule(20, 40, 60, 40)))

    assert ["[1.6 1.2] 0 d", "[] 0 d"] == re.findall(r"\[[\d. ]*\] 0 d", painted)


def test_a_code_is_one_path(paint):
    """
    A code is painted as rectangles in one path with one fill, so no seam can show between modules.
    """
    painted = operators(paint(Code(40, 60, 1.44, symbol(HOST, 0).rows, HOST)))
    (code,) = re.findall(r"q 1\.44 0 0 1\.44 40 60 cm 0 g\s(.*?) Q", painted, re.DOTALL)

    assert re.fullmatch(r"(\d+ \d+ \d+ \d+ re )+f", code)


@given(
    rows=st.integers(min_value=1, max_value=12).flatmap(
        lambda side: st.lists(st.lists(st.booleans(), min_size=side, max_size=side).map(tuple), min_size=1, max_size=12)
    )
)
def test_rectangles_cover_the_dark_modules(rows):
    """
    Rectangles cover every dark module exactly once, and no light one.
    """
    covered = [
        (x, y)
        for left, top, width, height in rectangles(tuple(rows))
        for y in range(top, top + height)
        for x in range(left, left + width)
    ]

    assert sorted(covered) == sorted((x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)


def test_rectangles_are_few():
    """
    The code of the register takes less than half as many rectangles as it has dark modules.
    """
    rows = symbol(HOST, 0).rows

    assert len(rectangles(rows)) < sum(map(sum, rows)) / 2


@pytest.mark.parametrize("module", [1.0, 1.44, 2.0])
def test_a_code_is_where_it_should_be(paint, module):
    """
    A camera finds the code in its box and reads its payload.
    """
    import zxingcpp

    code = Code(30, 40, module, symbol(HOST, 0).rows, HOST)
    with pypdfium2.PdfDocument(paint(code)) as document:
        (found,) = zxingcpp.read_barcodes(document[0].render(scale=300 / 72).to_pil())

    corner = found.position.top_left
    assert HOST == found.text
    assert pytest.approx((30, 40), abs=0.5) == (corner.x / 300 * 25.4, corner.y / 300 * 25.4)


def test_numbers_are_plain(paint, line):
    """
    No number in a file is written with an exponent or as -0, whatever a sum of floats gives.
    """
    tiny = rounded(Box(1e-9, -1e-9, 0.1 + 0.2, 1e-7), 1e-12)
    painted = operators(paint(line("112", 1e-7, 1e-8), Picture(Box(1e-9, 0, 1e-7, 1), "x", tiny, BLACK)))

    assert not re.search(r"\d[eE][-+]?\d|(?<![\d.])-0(?![\d.])|nan|inf", painted)


def test_equal_pages_give_equal_bytes(proof, on_sheets):
    """
    Drawing the same pages again gives the same bytes.
    """
    assert printed(proof()) == printed(proof())
    assert on_sheets(proof(template="leaflet")) == on_sheets(proof(template="leaflet"))


def test_a_page_of_several_files_is_written_once(page, line, family, monkeypatch):
    """
    Where its letters have the same codes and its fonts the same names; in another file it is written with those of that
    file, as if it had never been written before.
    """
    known, plain, rare = page(line("Uwaga! Taxi")), page(line("Ala")), page(line("quiz"))
    fira = page(replace(line("Ala"), face="FiraSans-Bold"))
    both = replace(family, more=tuple(stock.family("uk").weights.values()))
    written = []
    by_pen = pen.Pen.page
    monkeypatch.setattr(pen.Pen, "page", lambda own, one, tree: written.append(one) or by_pen(own, one, tree))

    def files(most):
        monkeypatch.setattr(pdf, "CONTENTS", Kept(most))
        written.clear()
        return [draw(pages, ABOUT, both) for pages in ((known,), (known, plain), (known, rare), (fira, known))]

    remembered = files(10)
    assert [known, plain, known, rare, fira, known] == written
    assert files(0) == remembered
    assert 7 == len(written)


def test_another_letter_gives_other_bytes(paint, line):
    """
    One letter more is another file.
    """
    assert paint(line("112")) != paint(line("113"))


def test_dots_stand_upright(page, family):
    """
    The first row of dots is the highest on paper, and the first of a row the leftmost.
    """
    picture = Raster(Box(20, 30, 40, 40), 2, 2, bytes([0, 255, 200, 100]))
    with Readback(draw((page(picture),), ABOUT, family)) as back:
        (paper,) = back.pictures(25.4)

    assert [0, 255, 200, 100] == [paper.convert("L").getpixel(at) for at in ((25, 35), (55, 35), (25, 65), (55, 65))]


def test_the_same_dots_are_embedded_once(page, family):
    """
    A picture that stands several times, on several pages, is in the file once.
    """
    one = Raster(Box(20, 30, 40, 40), 2, 2, bytes([0, 255, 200, 100]))
    data = draw((page(one, replace(one, box=Box(70, 30, 20, 20))), page(one)), ABOUT, family)

    assert 1 == data.count(b"/Subtype /Image")
    assert data == draw((page(one, replace(one, box=Box(70, 30, 20, 20))), page(one)), ABOUT, family)
