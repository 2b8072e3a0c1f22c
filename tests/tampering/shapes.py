"""What only eyes see: shapes, places and colours, while every word of the file is right."""

import io
from copy import deepcopy

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from tampering.kit import (
    ALL,
    PAIR,
    PRESS,
    Painting,
    breaks,
    coloured,
    decorated,
    fonts,
    inked,
    squares,
    with_code,
    with_fill,
    with_icon,
)
from ulotki.qr import symbol

# --- letters


def outlines(pdf, change):
    """change(glyf, names of glyphs by letter) in every embedded face; whether it did something is told by what it returns."""
    done = False
    found = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    for font in {font.objgen: font for font in found}.values():
        pairs = PAIR.findall(font.ToUnicode.read_bytes().upper())
        codes = {chr(int(point, 16)): int(code, 16) for code, point in pairs}
        face = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        cmap = face["cmap"].tables[0].cmap
        names = {letter: cmap[code] for letter, code in codes.items() if code in cmap}
        done |= bool(change(face["glyf"], names))
        out = io.BytesIO()
        face.save(out, reorderTables=False)
        font.FontDescriptor.FontFile2.write(out.getvalue())
    assert done


def exchanged(pdf, one, other):
    def change(glyf, names):
        if not {one, other} <= names.keys():
            return False
        first, second = names[one], names[other]
        glyf.glyphs[first], glyf.glyphs[second] = glyf.glyphs[second], glyf.glyphs[first]
        return True

    outlines(pdf, change)


@breaks(*ALL)
def digits_exchanged_in_the_face(pdf):
    exchanged(pdf, "1", "2")


@breaks(*ALL)
def full_stop_is_a_comma(pdf):
    """Too small for eyes in the smallest type."""
    exchanged(pdf, ".", ",")


@breaks(*ALL)
def letter_emptied_in_the_face(pdf):
    def change(glyf, names):
        glyf[names["a"]] = type(glyf[names["a"]])()
        glyf[names["a"]].numberOfContours = 0
        return True

    outlines(pdf, change)


@breaks(*ALL)
def accent_moved_in_the_face(pdf):
    def change(glyf, names):
        glyph = glyf[names["ż"]]
        if not glyph.isComposite():
            return False
        glyph.components[-1].y += 300
        return True

    outlines(pdf, change)


@breaks(*ALL)
def letter_bent_by_a_program(pdf):
    """Instructions that only other programs than pdfium obey."""

    def change(glyf, names):
        from fontTools.ttLib.tables.ttProgram import Program

        glyph = glyf[names["1"]]
        glyph.program = Program()
        glyph.program.fromBytecode(b"\x4f")
        return True

    outlines(pdf, change)


@breaks(*ALL)
def second_map_of_letters(pdf):
    """Another program takes another map, and shows other letters."""
    for font in fonts(pdf).values():
        face = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
        first = face["cmap"].tables[0]
        assert first.cmap
        second = deepcopy(first)
        second.platformID, second.platEncID = 3, 0
        second.cmap = {code: first.cmap.get(code + 1, name) for code, name in first.cmap.items()}
        face["cmap"].tables.append(second)
        out = io.BytesIO()
        face.save(out, reorderTables=False)
        font.FontDescriptor.FontFile2.write(out.getvalue())


@breaks(*ALL)
def encoding_of_another(pdf):
    codes = sorted(Painting(pdf).maps[next(iter(fonts(pdf).keys()))])
    for font in fonts(pdf).values():
        font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([codes[-1], Name.seven]))


@breaks(*ALL)
def face_without_an_encoding_of_its_own(pdf):
    for font in fonts(pdf).values():
        font.FontDescriptor.Flags = 32


def spread(pdf, change):
    """change(codes) of the first number that is shown."""
    painting = Painting(pdf)
    number = painting.find(painting.number_shown)
    codes = b"".join(bytes(part) for part in painting.steps[number][0][0] if isinstance(part, String))
    painting.steps[number] = ([Array(change(codes))], "TJ")
    painting.save()


@breaks(*ALL)
def digits_exchanged_by_kerning(pdf):
    spread(pdf, lambda codes: [String(codes[:1]), -700, String(codes[1:2]), 1400, String(codes[2:])])


@breaks(*ALL)
def digits_upon_one_another(pdf):
    spread(pdf, lambda codes: [String(codes[:1]), 560, String(codes[1:])])


@breaks(*ALL)
def words_spread(pdf):
    spread(pdf, lambda codes: [part for code in codes for part in (String(bytes([code])), -120)])


@breaks(*ALL)
def words_by_another_operator(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "Tm")
    x, y = painting.steps[place][0][4:]
    painting.steps[place][0][4:] = [0, 0]
    painting.insert(place + 1, ([float(x) + 3, -float(y)], "Td"))
    painting.save()


def with_state(*step):
    """Words in another state of text: its mode, scale, space, rise."""

    def change(pdf):
        painting = Painting(pdf)
        painting.insert(painting.before(painting.find(painting.number_shown), "Tm"), step)
        painting.save()

    change.__name__ = f"words_with_{step[1]}_{step[0][0]}"
    breaks(*ALL)(change)


for state in (([1], "Tr"), ([2], "Tr"), ([3], "Tr"), ([7], "Tr"), ([50], "Tz"), ([4], "Tc"), ([9], "Tw"), ([5], "Ts")):
    with_state(*state)


@breaks(*ALL)
def words_nearly_white(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "BT")
    painting.steps[place + 1] = ([0, 0, 0, 0.03], "k") if inked(pdf) else ([0.97], "g")
    painting.save()


@breaks(*ALL)
def words_of_equal_lightness(pdf):
    """A colour that is as dark: eyes see grey alone."""
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.longest), "BT")
    painting.steps[place + 1] = ([0.9, 0.9, 0.9, 0.9], "k") if inked(pdf) else ([0.2, 0.0, 0.0], "rg")
    painting.save()


@breaks(*ALL)
def words_beside_the_paper(pdf):
    painting = Painting(pdf)
    _, font, _ = next(painting.words())
    painting.last(*painting.shown(font, painting.number_shown[:1], x=-40))
    painting.save()


@breaks(*ALL)
def words_of_no_size(pdf):
    painting = Painting(pdf)
    _, font, _ = next(painting.words())
    painting.last(*painting.shown(font, painting.number_shown[:1], size=0.05))
    painting.save()


@breaks(*ALL)
def words_under_a_fill(pdf):
    """All words first, shapes above them: what stood on a panel is gone."""
    painting = Painting(pdf)
    number = painting.find(painting.number_shown)
    start, end = painting.before(number, "BT"), painting.after(number, "ET")
    x, y = painting.steps[painting.before(number, "Tm")][0][4:]
    cover = [painting.ink(dark=False), ([x, float(y) - 10, 40, 20], "re"), ([], "f")]
    painting.insert(end + 1, *cover)
    assert start
    painting.save()


# --- pictograms, fills, lines


@breaks(*ALL, needs=["icon"])
def pictogram_replaced(pdf):
    painting, place, end = with_icon(pdf)
    path = [([0.1, 0.1], "m"), ([0.9, 0.1], "l"), ([0.5, 0.9], "l"), ([], "h")]
    painting.steps[place + 2 : end] = path
    painting.save()


@breaks(*ALL, needs=["icon"])
def pictogram_mirrored(pdf):
    painting, place, _ = with_icon(pdf)
    a, b, c, d, e, f = map(float, painting.steps[place][0])
    painting.steps[place] = ([a, b, c, -d, e, f + d], "cm")
    painting.save()


@breaks(*ALL, needs=["icon"])
def pictogram_moved(pdf):
    painting, place, _ = with_icon(pdf)
    painting.steps[place][0][4] = float(painting.steps[place][0][4]) + 0.4
    painting.save()


@breaks(*ALL, needs=["icon"])
def pictogram_smaller(pdf):
    painting, place, _ = with_icon(pdf)
    for part in (0, 3):
        painting.steps[place][0][part] = float(painting.steps[place][0][part]) * 0.93
    painting.save()


@breaks(*ALL, needs=["icon"])
def pictogram_gone(pdf):
    painting, _place, end = with_icon(pdf)
    painting.steps[end] = ([], "n")
    painting.save()


def filled(painting):
    """(first, last) step of the largest area that is filled by itself."""

    def path(last):
        first = last
        while painting.steps[first - 1][1] in ("m", "l", "c", "h"):
            first -= 1
        return first, last

    def size(place):
        corners = [list(map(float, operands[-2:])) for operands, operator in painting.steps[slice(*place)] if operands]
        xs, ys = [x for x, _ in corners] or [0], [y for _, y in corners] or [0]
        return (max(xs) - min(xs)) * (max(ys) - min(ys))

    return max((path(last) for last in painting.all("f")), key=size)


@breaks(*ALL, needs=["fill"])
def fill_of_another_shape(pdf):
    painting = with_fill(pdf)
    first, last = filled(painting)
    corners = [list(map(float, operands[-2:])) for operands, _ in painting.steps[first:last] if operands]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    around = [([left, top], "m"), ([right, top], "l"), ([(left + right) / 2, bottom], "l"), ([], "h")]
    painting.steps[first:last] = around
    painting.save()


@breaks(*ALL, needs=["fill"])
def fill_with_a_hole(pdf):
    painting = with_fill(pdf)
    painting.steps[filled(painting)[1]] = ([], "f*")
    painting.save()


@breaks(*ALL, needs=["fill"])
def fill_with_an_outline(pdf):
    painting = with_fill(pdf)
    painting.steps[filled(painting)[1]] = ([], "B")
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_enormous(pdf):
    painting = Painting(pdf, 0)
    painting.steps[painting.all("w")[-1]] = ([30], "w")
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_thicker(pdf):
    painting = Painting(pdf)
    place = painting.all("w")[-1]
    painting.steps[place] = ([3 * float(painting.steps[place][0][0])], "w")
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_a_little_thinner(pdf):
    painting = Painting(pdf)
    for place in painting.all("w"):
        painting.steps[place] = ([0.9 * float(painting.steps[place][0][0])], "w")
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_thinner_by_a_matrix(pdf):
    """The path as large as before, the line along it half as heavy."""
    painting = Painting(pdf)
    place = painting.all("w")[-1]
    end = next(at for at in painting.all("S") if at > place)
    for at in range(place + 1, end):
        operands, operator = painting.steps[at]
        if operator in ("m", "l", "c"):
            painting.steps[at] = ([2 * float(number) for number in operands], operator)
    painting.steps[end + 1 : end + 1] = [([], "Q")]
    painting.steps[place:place] = [([], "q"), ([0.5, 0, 0, 0.5, 0, 0], "cm")]
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_dashed(pdf):
    painting = Painting(pdf)
    for place in painting.all("d"):
        painting.steps[place] = ([Array([1, 2]), 0], "d")
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_with_round_ends(pdf):
    painting = Painting(pdf)
    painting.insert(painting.all("w")[0], ([1], "J"))
    painting.save()


@breaks(*ALL, needs=["stroke"])
def line_gone(pdf):
    painting = Painting(pdf)
    painting.steps[painting.all("S")[-1]] = ([], "n")
    painting.save()


@breaks(*ALL)
def speck(pdf):
    """A shape more, as small as a full stop."""
    painting = Painting(pdf)
    painting.last(painting.ink(), ([30, 60, 0.3, 0.3], "re"), ([], "f"))
    painting.save()


@breaks(*ALL)
def white_speck(pdf):
    painting = Painting(pdf)
    painting.last(painting.ink(dark=False), ([30, 60, 0.3, 0.3], "re"), ([], "f"))
    painting.save()


# --- codes


def code(pdf, rows):
    painting = with_code(pdf)
    first, last = painting.code()
    painting.steps[first:last] = [
        ([x, y, 1, 1], "re") for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    ]
    painting.save()


def modules(pdf):
    """The modules of the code, as the file has them."""
    painting = with_code(pdf)
    first, last = painting.code()
    shapes = [list(map(int, operands)) for operands, _ in painting.steps[first:last]]
    side = max(x + width for x, _, width, _ in shapes)
    return [[any(a <= x < a + w and b <= y < b + h for a, b, w, h in shapes) for x in range(side)] for y in range(side)]


@breaks(*ALL, needs=["code"])
def code_mirrored(pdf):
    code(pdf, [row[::-1] for row in modules(pdf)])


@breaks(*ALL, needs=["code"])
def code_turned(pdf):
    code(pdf, [*zip(*modules(pdf)[::-1], strict=True)])


@breaks(*ALL, needs=["code"])
def code_inverted(pdf):
    code(pdf, [[not dark for dark in row] for row in modules(pdf)])


@breaks(*ALL, needs=["code"])
def code_with_a_spoilt_module(pdf):
    rows = modules(pdf)
    rows[14][14] = not rows[14][14]
    code(pdf, rows)


@breaks(*ALL, needs=["code"])
def code_with_forty_spoilt_modules(pdf):
    rows = modules(pdf)
    for y in range(9, 17):
        rows[y][10:15] = [not dark for dark in rows[y][10:15]]
    code(pdf, rows)


@breaks(*ALL, needs=["code"])
def code_of_another_address_of_the_same_size(pdf):
    side = len(modules(pdf))
    rows = next(rows for mask in range(8) if len(rows := symbol("https://incydent.cert.pI", mask).rows) == side)
    code(pdf, rows)


@breaks(*ALL, needs=["code"])
def code_of_another_mask(pdf):
    rows = modules(pdf)
    code(
        pdf,
        next(
            found for mask in range(8) if [*map(list, found := symbol("https://incydent.cert.pl", mask).rows)] != rows
        ),
    )


@breaks(*ALL, needs=["code"])
def code_smaller(pdf):
    painting = with_code(pdf)
    place, _, _ = painting.module()
    for part in (0, 3):
        painting.steps[place][0][part] = float(painting.steps[place][0][part]) * 0.97
    painting.save()


@breaks(*ALL, needs=["code"])
def code_pale(pdf):
    painting = with_code(pdf)
    place, _, _ = painting.module()
    painting.steps[place + 1] = ([0, 0, 0, 0.4], "k") if inked(pdf) else ([0.6], "g")
    painting.save()


@breaks(*ALL, needs=["code"])
def code_under_a_sticker(pdf):
    painting = with_code(pdf)
    move, *_ = painting.steps[painting.module()[0]][:1]
    sticker = [([], "q"), (move, "cm"), painting.ink(), *squares("https://incydent.cert.pI"), ([], "f"), ([], "Q")]
    painting.last(*sticker)
    painting.save()


# --- the page as a whole


def through(pdf, *matrix):
    painting = Painting(pdf)
    painting.insert(painting.all("cm")[0] + 1, (list(matrix), "cm"))
    painting.save()


@breaks(*ALL)
def page_smaller(pdf):
    through(pdf, 0.99, 0, 0, 0.99, 0, 0)


@breaks(*ALL)
def page_shifted(pdf):
    through(pdf, 1, 0, 0, 1, 0.3, 0)


@breaks(*ALL)
def page_mirrored(pdf):
    through(pdf, -1, 0, 0, 1, 148, 0)


@breaks(*ALL)
def page_askew(pdf):
    through(pdf, 1, 0.01, -0.01, 1, 0, 0)


@breaks(*ALL)
def page_painted_twice(pdf):
    page = pdf.pages[0]
    page.Contents = Array([page.Contents, page.Contents])


@breaks(*ALL)
def page_painted_by_two_streams(pdf):
    page = pdf.pages[0]
    page.Contents = Array([page.Contents, pdf.make_stream(b" ")])


def resource(kind, name, value, *steps):
    def change(pdf):
        page = pdf.pages[0]
        made = value(pdf) if callable(value) else value
        page.Resources[kind] = Dictionary({**dict(page.Resources.get(kind, {}).items()), name: made})
        if steps:
            painting = Painting(pdf)
            painting.insert(2, *decorated(pdf, *steps))
            painting.save()

    return change


def pattern(pdf):
    return pdf.make_stream(
        b"0 0 2 2 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 4, 4]),
        XStep=4, YStep=4, Resources=Dictionary(),
    )  # fmt: skip


def mask(pdf):
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    form = pdf.make_stream(
        b"0 g 0 0 99 99 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 99, 99]), Group=group
    )
    return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form))


LOOKS = {
    "soft_mask": resource("/ExtGState", "/M", mask, ([Name.M], "gs")),
    "blend_mode": resource("/ExtGState", "/M", Dictionary(BM=Name.Screen), ([Name.M], "gs")),
    "transfer_function": resource("/ExtGState", "/M", Dictionary(TR=Name.Identity), ([Name.M], "gs")),
    "pattern": resource(
        "/Pattern", "/P", pattern, ([Name.Pattern], "cs"), ([Name.P], "scn"), ([9, 9, 50, 50], "re"), ([], "f")
    ),
    "grey_is_another_colour": resource(
        "/ColorSpace", "/DefaultGray", Array([Name.CalRGB, Dictionary(WhitePoint=Array([1, 1, 1]))])
    ),
    "names_of_properties": resource("/Properties", "/P", Dictionary(ActualText=String("997"))),
}
for name, change in LOOKS.items():
    change.__name__ = name
    breaks(*ALL)(change)


def state(name, **entries):
    def change(pdf):
        for page in pdf.pages:
            page.Resources.ExtGState[name] = Dictionary(Type=Name.ExtGState, **entries)

    return change


STATES = {
    "white_words_lost_on_the_press": state("/Knock", OP=True, op=True, OPM=1),
    "black_words_knocked_out": state("/Over", OP=False, op=False, OPM=0),
    "half_a_state": state("/Over", OP=True),
}
for name, change in STATES.items():
    change.__name__ = name
    breaks(*PRESS, needs=["states"])(change)


@breaks(*PRESS)
def registration_in_no_ink(pdf):
    for page in pdf.pages:
        for space in page.Resources.ColorSpace.values():
            space[3].C1 = Array([0, 0, 0, 0])


@breaks(*ALL, needs=["icon"])
def inks_exchanged(pdf):
    """Every ink was ordered, and none is where it was."""
    painting = with_fill(pdf)
    places = coloured(painting)
    one = places[0]
    other = next(place for place in places if [*painting.steps[place][0]] != [*painting.steps[one][0]])
    painting.steps[one], painting.steps[other] = painting.steps[other], painting.steps[one]
    painting.save()


@breaks(*ALL)
def ink_without_use(pdf):
    """A colour that is set and then replaced before anything is painted: other programs may differ on that."""
    painting = Painting(pdf)
    place = coloured(painting)[0]
    painting.insert(place, ([0, 0.1, 0.2, 0], "k") if inked(pdf) else ([0.1, 0.2, 0.9], "rg"))
    painting.save()


# --- raster pictures


def rasters(pdf):
    return next(page.Resources.XObject for page in pdf.pages if "/XObject" in page.Resources)


@breaks(*ALL, needs=["pictures"])
def pictures_exchanged(pdf):
    found = rasters(pdf)
    one, other = [*found.keys()][:2]
    found[one], found[other] = found[other], found[one]


@breaks(*ALL, needs=["pictures"])
def picture_mirrored(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.all("Do")[0], "cm")
    a, b, c, d, e, f = map(float, painting.steps[place][0])
    painting.steps[place] = ([-a, b, c, d, e + a, f], "cm")
    painting.save()


@breaks(*ALL, needs=["pictures"])
def picture_retouched(pdf):
    picture = next(iter(rasters(pdf).values()))
    dots = bytearray(picture.read_bytes())
    dots[5] ^= 0x80
    picture.write(bytes(dots))


@breaks(*ALL, needs=["pictures"])
def picture_of_other_proportions(pdf):
    picture = next(iter(rasters(pdf).values()))
    picture.Width, picture.Height = picture.Height, picture.Width


@breaks(*ALL, needs=["pictures"])
def picture_inverted(pdf):
    next(iter(rasters(pdf).values())).Decode = Array([1, 0])
