"""What is painted: words, shapes, codes, inks."""

from pikepdf import Array, Dictionary, Name, String

from tampering.kit import (
    ALL,
    FOREIGN,
    OFFICE,
    PRESS,
    WEB,
    Painting,
    breaks,
    coloured,
    decorated,
    inked,
    squares,
    with_code,
    with_fill,
)

# --- what stands on paper


@breaks(*ALL)
def digit(pdf):
    painting = Painting(pdf)
    said = painting.number_shown
    digit = next(sign for sign in said if sign.isdigit())
    painting.say(said, said.replace(digit, "3" if digit != "3" else "8", 1))
    painting.save()


@breaks(*ALL)
def word_removed(pdf):
    painting = Painting(pdf)
    painting.say(painting.longest, "")
    painting.save()


@breaks(*ALL)
def word_added(pdf):
    painting = Painting(pdf)
    _, font, _ = next(painting.words())
    sign = painting.number_shown[:1]
    painting.last(*painting.shown(font, sign))
    painting.save()


@breaks(*OFFICE, *WEB)
def words_swapped(pdf):
    painting = Painting(pdf)
    (one, *_), (other, *_) = list(painting.words())[:2]
    painting.steps[one], painting.steps[other] = painting.steps[other], painting.steps[one]
    painting.save()


@breaks(*ALL)
def words_moved(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "Tm")
    painting.steps[place][0][5] += 3
    painting.save()


@breaks(*OFFICE, *WEB)
def words_enlarged(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "Tf")
    painting.steps[place][0][1] = float(painting.steps[place][0][1]) * 1.3
    painting.save()


@breaks(*ALL)
def words_upside_down(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "Tm")
    painting.steps[place][0][3] = 1
    painting.save()


@breaks(*ALL)
def words_unseen(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "BT")
    painting.insert(place, ([], "q"))
    painting.insert(place + 2, ([3], "Tr"))
    painting.insert(painting.find(painting.number_shown) + 2, ([], "Q"))
    painting.save()


@breaks(*ALL)
def words_bare(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "BT")
    painting.steps[place + 1] = painting.ink(dark=painting.steps[place + 1] == painting.ink(dark=False))
    painting.save()


@breaks(*ALL)
def words_in_another_face(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "Tf")
    used = str(painting.steps[place][0][0])
    painting.steps[place][0][0] = Name(next(name for name in painting.maps if name != used))
    painting.save()


@breaks(*ALL)
def words_covered(pdf):
    painting = Painting(pdf)
    x, y = painting.steps[painting.before(painting.find(painting.number_shown), "Tm")][0][4:]
    painting.last(painting.ink(dark=False), ([x, float(y) - 10, 40, 20], "re"), ([], "f"))
    painting.save()


@breaks(*ALL)
def words_clipped(pdf):
    painting = Painting(pdf)
    painting.insert(2, ([0, 0, 100, 100], "re"), ([], "W"), ([], "n"))
    painting.save()


@breaks(*ALL, needs=["fill", "icon"])
def panel_removed(pdf):
    painting = with_fill(pdf)
    last = painting.all("f")[0]
    painting.steps[last] = ([], "h")
    painting.steps[last:last] = [([], "S")]
    del painting.steps[last + 1]
    painting.save()


@breaks(*ALL, needs=["fill", "icon"])
def panel_darkened(pdf):
    painting = with_fill(pdf)
    place = next(
        n for n in coloured(painting) if painting.steps[n][1] in ("rg", "k") and 0 < float(painting.steps[n][0][1]) < 1
    )
    painting.steps[place] = ([0, 0.2, 0.2, 0.2], "k") if inked(pdf) else ([0.5, 0.1, 0.1], "rg")
    painting.save()


@breaks(*ALL, needs=["code"])
def code_moved(pdf):
    painting = with_code(pdf)
    place = painting.before(painting.code()[0], "cm")
    painting.steps[place][0][5] += 2
    painting.save()


@breaks(*ALL, needs=["code"])
def code_torn(pdf):
    painting = with_code(pdf)
    first, last = painting.code()
    del painting.steps[first + 3 : last - 20]
    painting.save()


@breaks(*ALL, needs=["code"])
def code_gone(pdf):
    painting = with_code(pdf)
    first, last = painting.code()
    painting.steps[first:last] = [([0, 0, 1, 1], "re")]
    painting.save()


@breaks(*ALL, needs=["code"])
def code_of_somebody_else(pdf):
    painting = with_code(pdf)
    first, last = painting.code()
    painting.steps[first:last] = squares(FOREIGN)
    painting.save()


@breaks(*ALL)
def code_added(pdf):
    painting = Painting(pdf, 0)
    shown = [
        ([], "q"),
        ([0.8, 0, 0, 0.8, 105, 165], "cm"),
        painting.ink(dark=False),
        ([-4, -4, 40, 40], "re"),
        ([], "f"),
        painting.ink(),
        *squares(FOREIGN),
        ([], "f"),
        ([], "Q"),
    ]
    painting.last(*shown)
    painting.save()


# --- what they are painted with


@breaks(*PRESS)
def light(pdf):
    painting = Painting(pdf)
    painting.steps[coloured(painting)[0]] = ([0.1, 0.1, 0.4], "rg")
    painting.save()


@breaks(*PRESS)
def grey(pdf):
    painting = Painting(pdf)
    painting.steps[coloured(painting)[0]] = ([0], "g")
    painting.save()


@breaks(*OFFICE, *WEB)
def inks(pdf):
    painting = Painting(pdf)
    painting.steps[coloured(painting)[0]] = ([0, 0, 0, 1], "k")
    painting.save()


@breaks(*PRESS)
def too_much_ink(pdf):
    painting = Painting(pdf)
    painting.steps[next(n for n in coloured(painting) if float(painting.steps[n][0][0]) == 1)] = ([1, 1, 0.6, 0.5], "k")
    painting.save()


@breaks(*PRESS)
def words_in_four_inks(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find(painting.number_shown), "BT")
    painting.steps[place + 1] = ([1, 0.85, 0.35, 0.35], "k")
    painting.save()


@breaks(*ALL)
def shading(pdf):
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    shade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 9, 9]), Function=function)
    pdf.pages[0].Resources.Shading = Dictionary(Sh=shade)
    painting = Painting(pdf)
    painting.insert(2, *decorated(pdf, ([Name.Sh], "sh")))
    painting.save()


@breaks(*ALL)
def see_through(pdf):
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(ca=0.1))
    painting = Painting(pdf)
    painting.insert(2, ([Name.G], "gs"))
    painting.save()


@breaks(*ALL)
def image(pdf):
    picture = pdf.make_stream(
        b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    pdf.pages[0].Resources.XObject = Dictionary(I=picture)
    painting = Painting(pdf)
    painting.insert(2, *decorated(pdf, ([], "q"), ([9, 0, 0, 9, 9, 9], "cm"), ([Name.I], "Do"), ([], "Q")))
    painting.save()


@breaks(*ALL)
def inline_image(pdf):
    content = pdf.pages[0].Contents.read_bytes()
    picture = b"q 9 0 0 9 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q\n"
    marked = b"/Artifact BMC\n" + picture + b"EMC\n" if "/StructTreeRoot" in pdf.Root else picture
    pdf.pages[0].Contents = pdf.make_stream(content.rstrip().removesuffix(b"Q") + marked + b"Q\n")


@breaks(*ALL)
def form(pdf):
    drawing = pdf.make_stream(
        b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=Dictionary()
    )
    pdf.pages[0].Resources.XObject = Dictionary(X=drawing)
    painting = Painting(pdf)
    painting.insert(2, *decorated(pdf, ([Name.X], "Do")))
    painting.save()


@breaks(*ALL)
def optional(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(L=layer)
    painting = Painting(pdf)
    painting.insert(2, ([Name.OC, Name.L], "BDC"))
    painting.insert(len(painting.steps) - 1, ([], "EMC"))
    painting.save()
