"""Files broken after they were finished: every way is named by the read-back, or by a validator where it is said so."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Operator, String

from ulotki.page.purpose import PURPOSES, on_paper
from ulotki.press import printed
from ulotki.qr import symbol
from ulotki.readback import compare

OFFICE, WEB, PRESS = ("office",), ("web",), ("press",)
ALL = OFFICE + WEB + PRESS
"""What a purpose has no part in is tried with the web, whose files may hold the most."""

PAIR = re.compile(rb"<(..)> <(....)>")

IMPORTANT = "112"


@dataclass(frozen=True)
class Way:
    """A way to break a file. names: who sees it: "readback", or "page" for page-validation.  raw: done to the bytes."""

    purposes: tuple[str, ...]
    change: Callable
    names: str
    raw: bool


WAYS = []


def breaks(*purposes, names="readback"):
    """Of an open PDF, which is saved afterwards."""
    return lambda change: WAYS.append(Way(purposes, change, names, raw=False)) or change


def tears(*purposes, names="readback"):
    """Of bytes, into other bytes."""
    return lambda change: WAYS.append(Way(purposes, change, names, raw=True)) or change


class Painting:
    """The operators of a page, and its letters."""

    def __init__(self, pdf, number=0):
        self.pdf, self.page = pdf, pdf.pages[number]
        self.steps = [(list(step.operands), str(step.operator)) for step in pikepdf.parse_content_stream(self.page)]
        self.maps = {
            name: {
                int(code, 16): chr(int(point, 16)) for code, point in PAIR.findall(font.ToUnicode.read_bytes().upper())
            }
            for name, font in self.page.Resources.Font.items()
        }

    def save(self):
        steps = [(operands, Operator(operator)) for operands, operator in self.steps]
        self.page.Contents = self.pdf.make_stream(pikepdf.unparse_content_stream(steps))

    def words(self):
        """(number of the step, font, letters) of all that is shown."""
        font = ""
        for number, (operands, operator) in enumerate(self.steps):
            if operator == "Tf":
                font = str(operands[0])
            elif operator == "TJ":
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, String))
                yield number, font, "".join(self.maps[font][code] for code in codes)

    def find(self, text):
        return next(number for number, _, said in self.words() if text in said)

    def say(self, text, instead):
        """Show *instead* where *text* was shown."""
        number, font, said = next(found for found in self.words() if text in found[2])
        self.steps[number] = ([self.coded(font, said.replace(text, instead))], "TJ")

    def coded(self, font, text):
        codes = {letter: code for code, letter in self.maps[font].items()}
        return Array([String(bytes(codes[letter] for letter in text))])

    def before(self, number, operator):
        """The nearest step with *operator* before step *number*."""
        return max(place for place in range(number) if self.steps[place][1] == operator)

    def insert(self, number, *steps):
        self.steps[number:number] = steps

    def code(self):
        """The steps of the QR code: from the first rectangle to its fill."""
        first = next(number for number, (_, operator) in enumerate(self.steps) if operator == "re")
        last = next(number for number in range(first, len(self.steps)) if self.steps[number][1] == "f")
        return first, last

    def ink(self, purpose, dark=True):
        return ([0, 0, 0, int(dark)], "k") if purpose == "press" else ([int(not dark)], "g")


def colours(painting):
    return [number for number, (_, operator) in enumerate(painting.steps) if operator in ("g", "rg", "k")]


def inked(pdf):
    return "press" if pdf.pdf_version == "1.6" else "other"


def decorated(pdf, *steps):
    """*steps* as an artifact where structure is marked, else as they are."""
    return [([Name.Artifact], "BMC"), *steps, ([], "EMC")] if "/StructTreeRoot" in pdf.Root else list(steps)


# --- what stands on paper


@breaks(*ALL)
def digit(pdf):
    painting = Painting(pdf)
    painting.say("112", "113")
    painting.save()


@breaks(*ALL)
def word_removed(pdf):
    painting = Painting(pdf)
    painting.say("Oszustwo", "")
    painting.save()


@breaks(*ALL)
def word_added(pdf):
    painting = Painting(pdf)
    _, font, _ = next(painting.words())
    shown = [
        ([], "BT"),
        ([Name(font), 4], "Tf"),
        ([1, 0, 0, -1, 20, 200], "Tm"),
        ([painting.coded(font, "nie")], "TJ"),
        ([], "ET"),
    ]
    painting.insert(len(painting.steps) - 1, *decorated(pdf, *shown))
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
    place = painting.before(painting.find("112"), "Tm")
    painting.steps[place][0][5] += 3
    painting.save()


@breaks(*OFFICE, *WEB)
def words_enlarged(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("112"), "Tf")
    painting.steps[place][0][1] = float(painting.steps[place][0][1]) * 1.3
    painting.save()


@breaks(*ALL)
def words_upside_down(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("112"), "Tm")
    painting.steps[place][0][3] = 1
    painting.save()


@breaks(*ALL)
def words_unseen(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("112"), "BT")
    painting.insert(place, ([], "q"))
    painting.insert(place + 2, ([3], "Tr"))
    painting.insert(painting.find("112") + 2, ([], "Q"))
    painting.save()


@breaks(*ALL)
def words_bare(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("Oszustwo"), "BT")
    painting.steps[place + 1] = painting.ink(inked(pdf), dark=False)
    painting.save()


@breaks(*ALL)
def words_in_another_face(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("112"), "Tf")
    used = str(painting.steps[place][0][0])
    painting.steps[place][0][0] = Name(next(name for name in painting.maps if name != used))
    painting.save()


@breaks(*ALL)
def words_covered(pdf):
    painting = Painting(pdf)
    shown = [painting.ink(inked(pdf), dark=False), ([10, 120, 100, 80], "re"), ([], "f")]
    painting.insert(len(painting.steps) - 1, *decorated(pdf, *shown))
    painting.save()


@breaks(*ALL)
def words_clipped(pdf):
    painting = Painting(pdf)
    painting.insert(2, ([0, 0, 100, 100], "re"), ([], "W"), ([], "n"))
    painting.save()


@breaks(*ALL)
def panel_removed(pdf):
    painting = Painting(pdf)
    last = next(number for number, (_, operator) in enumerate(painting.steps) if operator == "f")
    painting.steps[last] = ([], "h")
    painting.steps[last:last] = [([], "S")]
    del painting.steps[last + 1]
    painting.save()


@breaks(*ALL)
def panel_darkened(pdf):
    painting = Painting(pdf)
    place = next(
        n for n in colours(painting) if painting.steps[n][1] in ("rg", "k") and 0 < float(painting.steps[n][0][1]) < 1
    )
    painting.steps[place] = ([0, 0.2, 0.2, 0.2], "k") if inked(pdf) == "press" else ([0.5, 0.1, 0.1], "rg")
    painting.save()


@breaks(*ALL)
def code_moved(pdf):
    painting = Painting(pdf, 1)
    place = painting.before(painting.code()[0], "cm")
    painting.steps[place][0][5] += 2
    painting.save()


@breaks(*ALL)
def code_torn(pdf):
    painting = Painting(pdf, 1)
    first, last = painting.code()
    del painting.steps[first + 3 : last - 20]
    painting.save()


@breaks(*ALL)
def code_gone(pdf):
    painting = Painting(pdf, 1)
    first, last = painting.code()
    painting.steps[first:last] = [([0, 0, 1, 1], "re")]
    painting.save()


def squares(text):
    rows = symbol(text, 0).rows
    return [([x, y, 1, 1], "re") for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]


@breaks(*ALL)
def code_of_somebody_else(pdf):
    painting = Painting(pdf, 1)
    first, last = painting.code()
    painting.steps[first:last] = squares("https://incydent-cert.pl")
    painting.save()


@breaks(*ALL)
def code_added(pdf):
    painting = Painting(pdf, 0)
    shown = [
        ([], "q"),
        ([0.8, 0, 0, 0.8, 105, 165], "cm"),
        painting.ink(inked(pdf), dark=False),
        ([-4, -4, 40, 40], "re"),
        ([], "f"),
        painting.ink(inked(pdf)),
        *squares("https://incydent-cert.pl"),
        ([], "f"),
        ([], "Q"),
    ]
    painting.insert(len(painting.steps) - 1, *decorated(pdf, *shown))
    painting.save()


# --- what they are painted with


@breaks(*PRESS)
def light(pdf):
    painting = Painting(pdf)
    painting.steps[colours(painting)[0]] = ([0.1, 0.1, 0.4], "rg")
    painting.save()


@breaks(*PRESS)
def grey(pdf):
    painting = Painting(pdf)
    painting.steps[colours(painting)[0]] = ([0], "g")
    painting.save()


@breaks(*OFFICE, *WEB)
def inks(pdf):
    painting = Painting(pdf)
    painting.steps[colours(painting)[0]] = ([0, 0, 0, 1], "k")
    painting.save()


@breaks(*PRESS)
def too_much_ink(pdf):
    painting = Painting(pdf)
    painting.steps[next(n for n in colours(painting) if float(painting.steps[n][0][0]) == 1)] = ([1, 1, 0.6, 0.5], "k")
    painting.save()


@breaks(*PRESS)
def words_in_four_inks(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("112"), "BT")
    painting.steps[place + 1] = ([1, 0.85, 0.35, 0.35], "k")
    painting.save()


@breaks(*WEB)
def shading(pdf):
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    shade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 9, 9]), Function=function)
    pdf.pages[0].Resources.Shading = Dictionary(Sh=shade)
    painting = Painting(pdf)
    painting.insert(2, *decorated(pdf, ([Name.Sh], "sh")))
    painting.save()


@breaks(*WEB)
def see_through(pdf):
    pdf.pages[0].Resources.ExtGState = Dictionary(G=Dictionary(ca=0.1))
    painting = Painting(pdf)
    painting.insert(2, ([Name.G], "gs"))
    painting.save()


@breaks(*WEB)
def image(pdf):
    picture = pdf.make_stream(
        b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    pdf.pages[0].Resources.XObject = Dictionary(I=picture)
    painting = Painting(pdf)
    painting.insert(2, *decorated(pdf, ([], "q"), ([9, 0, 0, 9, 9, 9], "cm"), ([Name.I], "Do"), ([], "Q")))
    painting.save()


@breaks(*WEB)
def inline_image(pdf):
    content = pdf.pages[0].Contents.read_bytes()
    picture = b"q 9 0 0 9 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q\n"
    marked = b"/Artifact BMC\n" + picture + b"EMC\n" if "/StructTreeRoot" in pdf.Root else picture
    pdf.pages[0].Contents = pdf.make_stream(content.rstrip().removesuffix(b"Q") + marked + b"Q\n")


@breaks(*WEB)
def form(pdf):
    drawing = pdf.make_stream(
        b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=Dictionary()
    )
    pdf.pages[0].Resources.XObject = Dictionary(X=drawing)
    painting = Painting(pdf)
    painting.insert(2, *decorated(pdf, ([Name.X], "Do")))
    painting.save()


@breaks(*WEB)
def optional(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].Resources.Properties = Dictionary(L=layer)
    painting = Painting(pdf)
    painting.insert(2, ([Name.OC, Name.L], "BDC"))
    painting.insert(len(painting.steps) - 1, ([], "EMC"))
    painting.save()


# --- faces


def fonts(pdf):
    return pdf.pages[0].Resources.Font


@breaks(*OFFICE, *WEB)
def letters_say_others(pdf):
    for font in fonts(pdf).values():
        says = font.ToUnicode.read_bytes()
        font.ToUnicode.write(says.replace(b"<0031>", b"<0037>"))


@breaks(*OFFICE, *WEB)
def letters_say_nothing(pdf):
    for font in fonts(pdf).values():
        del font.ToUnicode


@breaks(*OFFICE, *WEB)
def face_of_the_machine(pdf):
    font = fonts(pdf).F1
    for key in ("/FontDescriptor", "/ToUnicode", "/FirstChar", "/LastChar", "/Widths"):
        del font[key]
    font.Subtype, font.BaseFont = Name.Type1, Name.Helvetica


@breaks(*OFFICE, *WEB)
def face_not_embedded(pdf):
    del fonts(pdf).F1.FontDescriptor.FontFile2


@breaks(*OFFICE, *WEB)
def face_renamed(pdf):
    fonts(pdf).F1.BaseFont = Name("/AAAAAA+Arial-Bold")


@breaks(*ALL)
def widths(pdf):
    fonts(pdf).F1.Widths = Array([250 for _ in fonts(pdf).F1.Widths])


@breaks(*WEB, names="page")
def program_of_another_face(pdf):
    one, other = fonts(pdf).F1.FontDescriptor, fonts(pdf).F3.FontDescriptor
    one.FontFile2, other.FontFile2 = other.FontFile2, one.FontFile2


# --- pages


@breaks(*ALL)
def page_removed(pdf):
    del pdf.pages[1]


@breaks(*ALL)
def page_added(pdf):
    pdf.add_blank_page(page_size=(419.5276, 595.2756))


@breaks(*OFFICE, *WEB)
def page_doubled(pdf):
    pdf.pages.append(pdf.pages[0])


@breaks(*OFFICE, *WEB)
def pages_reordered(pdf):
    pdf.pages.reverse()


@breaks(*ALL)
def page_turned(pdf):
    pdf.pages[0].Rotate = 90


@breaks(*ALL)
def page_on_its_head(pdf):
    pdf.pages[0].Rotate = 180


@breaks(*ALL)
def paper_larger(pdf):
    pdf.pages[0].MediaBox[2] = 700


@breaks(*ALL)
def paper_moved(pdf):
    pdf.pages[0].MediaBox = Array([float(side) + 20 for side in pdf.pages[0].MediaBox])


@breaks(*ALL)
def paper_without_size(pdf):
    del pdf.pages[1].MediaBox


@breaks(*ALL)
def trim_moved(pdf):
    pdf.pages[0].TrimBox[0] += 3


@breaks(*PRESS)
def trim_removed(pdf):
    for page in pdf.pages:
        del page.TrimBox


@breaks(*PRESS)
def bleed_removed(pdf):
    for page in pdf.pages:
        del page.BleedBox


@breaks(*PRESS)
def bleed_smaller(pdf):
    pdf.pages[0].BleedBox = pdf.pages[0].TrimBox


@breaks(*ALL)
def crop(pdf):
    pdf.pages[0].CropBox = Array([100, 100, 300, 300])


@breaks(*ALL)
def unit(pdf):
    pdf.pages[0].UserUnit = 2


@breaks(*ALL)
def painting_removed(pdf):
    del pdf.pages[1].Contents


# --- what acts


def action(pdf, **more):
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, **more)


@breaks(*WEB)
def script(pdf):
    action(pdf, S=Name.JavaScript, JS=String("app.alert(1)"))


@breaks(*WEB)
def launch(pdf):
    action(pdf, S=Name.Launch, F=String("cmd.exe"))


@breaks(*WEB)
def elsewhere(pdf):
    action(pdf, S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit]))


@breaks(*WEB)
def opens_a_site(pdf):
    action(pdf, S=Name.URI, URI=String("https://incydent-cert.pl"))


@breaks(*WEB)
def script_of_a_page(pdf):
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


@breaks(*WEB)
def script_at_printing(pdf):
    pdf.Root.AA = Dictionary(WP=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


@breaks(*WEB)
def script_by_name(pdf):
    scripts = Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))]))
    pdf.Root.Names = Dictionary(JavaScript=scripts)


@breaks(*WEB)
def attachment(pdf):
    pdf.attachments["a.exe"] = b"MZ"


@breaks(*WEB)
def fields(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("x"))


def annotate(pdf, **more):
    page = pdf.pages[0].obj
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([10, 10, 200, 200]), F=4, **more))
    page.Annots = Array([*page.get("/Annots", []), made])
    return made


@breaks(*WEB)
def note(pdf):
    annotate(pdf, Subtype=Name.Text, Contents=String("997"))


@breaks(*WEB)
def note_in_our_own_names(pdf):
    annotate(pdf, Subtype=Name.Text, Contents=String("997"))
    del pdf.pages[0].obj.Annots[-1].Type


@breaks(*WEB)
def sticker(pdf):
    look = pdf.make_stream(b"1 g 0 0 190 190 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 190, 190]))
    annotate(pdf, Subtype=Name.Stamp, AP=Dictionary(N=look))


@breaks(*WEB)
def field(pdf):
    made = annotate(pdf, Subtype=Name.Widget, FT=Name.Btn, T=String("x"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]))


# --- links


def areas(pdf, number=0):
    return list(pdf.pages[number].Annots)


@breaks(*WEB)
def link_elsewhere(pdf):
    areas(pdf, 1)[0].A.URI = String("https://incydent-cert.pl")


@breaks(*WEB)
def link_calls_another(pdf):
    areas(pdf)[0].A.URI = String("tel:+48700112112")


@breaks(*WEB)
def link_without_target(pdf):
    del areas(pdf)[0].A


@breaks(*WEB)
def link_to_a_page(pdf):
    del areas(pdf)[0].A
    areas(pdf)[0].Dest = Array([pdf.pages[1].obj, Name.Fit])


@breaks(*WEB)
def link_removed(pdf):
    del pdf.pages[0].Annots[0]


@breaks(*WEB)
def links_removed(pdf):
    del pdf.pages[0].Annots


@breaks(*ALL)
def link_added(pdf):
    annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("tel:112")), Contents=String("112"))


@breaks(*WEB)
def link_moved(pdf):
    areas(pdf)[0].Rect = Array([10, 10, 30, 30])


@breaks(*WEB)
def links_swapped(pdf):
    one, other, *_ = areas(pdf)
    one.Rect, other.Rect = other.Rect, one.Rect


@breaks(*WEB)
def link_announced_as_another(pdf):
    areas(pdf)[0].Contents = String("997")


@breaks(*WEB)
def link_not_announced(pdf):
    del areas(pdf)[0].Contents


@breaks(*WEB, names="page")
def link_hidden(pdf):
    areas(pdf)[0].F = 2


@breaks(*WEB, names="page")
def link_of_nothing(pdf):
    del areas(pdf)[0].StructParent


# --- structure


def tree(pdf):
    """Every element, in the order of the tree."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        this = waiting.pop(0)
        yield this
        kids = this.K if isinstance(this.K, Array) else [this.K]
        waiting[:0] = [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def element(pdf, type):
    return next(found for found in tree(pdf) if found.S == type)


@breaks(*WEB)
def no_alt(pdf):
    del element(pdf, "/Figure").Alt


@breaks(*WEB)
def empty_alt(pdf):
    element(pdf, "/Figure").Alt = String("")


@breaks(*WEB)
def alt_is_filename(pdf):
    element(pdf, "/Figure").Alt = String("qr.png")


@breaks(*WEB)
def alt_instead_of_words(pdf):
    element(pdf, "/P").Alt = String("Zadzwoń 997")


@breaks(*WEB)
def said_instead_of_words(pdf):
    element(pdf, "/P").ActualText = String("Zadzwoń 997")


@breaks(*WEB)
def said_instead_of_letters(pdf):
    painting = Painting(pdf)
    painting.insert(painting.find("112"), ([Name.Span, Dictionary(ActualText=String("997"))], "BDC"))
    painting.insert(painting.find("112") + 1, ([], "EMC"))
    painting.save()


@breaks(*WEB)
def no_language(pdf):
    del pdf.Root.Lang


@breaks(*ALL)
def another_language(pdf):
    pdf.Root.Lang = String("de")


@breaks(*WEB)
def not_marked(pdf):
    pdf.Root.MarkInfo.Marked = False


@breaks(*WEB)
def suspects(pdf):
    pdf.Root.MarkInfo.Suspects = True


@breaks(*WEB)
def no_tree(pdf):
    del pdf.Root.StructTreeRoot


@breaks(*WEB)
def no_tabs(pdf):
    for page in pdf.pages:
        del page.Tabs


@breaks(*WEB)
def order_reversed(pdf):
    document = pdf.Root.StructTreeRoot.K
    document.K = Array(list(reversed(list(document.K))))


@breaks(*WEB)
def element_removed(pdf):
    del pdf.Root.StructTreeRoot.K.K[2]


@breaks(*WEB)
def words_of_two_swapped(pdf):
    one, other = [found for found in tree(pdf) if isinstance(found.K, int)][:2]
    one.K, other.K = other.K, one.K


@breaks(*WEB)
def mark_of_nobody(pdf):
    painting = Painting(pdf)
    marks = [place for place, (_, operator) in enumerate(painting.steps) if operator == "BDC"]
    painting.steps[marks[3]] = ([Name.P, Dictionary(MCID=977)], "BDC")
    painting.save()


@breaks(*WEB)
def real_text_as_artifact(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("Oszustwo"), "BDC")
    painting.steps[place] = ([Name.Artifact], "BMC")
    painting.save()


@breaks(*WEB, names="page")
def decoration_untagged(pdf):
    painting = Painting(pdf)
    place = next(number for number, (_, operator) in enumerate(painting.steps) if operator == "BMC")
    end = next(number for number in range(place, len(painting.steps)) if painting.steps[number][1] == "EMC")
    del painting.steps[end], painting.steps[place]
    painting.save()


@breaks(*WEB)
def words_untagged(pdf):
    painting = Painting(pdf)
    place = painting.before(painting.find("Oszustwo"), "BDC")
    end = next(number for number in range(place, len(painting.steps)) if painting.steps[number][1] == "EMC")
    del painting.steps[end], painting.steps[place]
    painting.save()


@breaks(*WEB, names="page")
def artifact_in_tag(pdf):
    painting = Painting(pdf)
    place = painting.find("Oszustwo")
    painting.insert(place + 1, ([], "EMC"))
    painting.insert(place, ([Name.Artifact], "BMC"))
    painting.save()


@breaks(*WEB)
def parents_gone(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


@breaks(*WEB)
def parents_swapped(pdf):
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1][2], nums[1][3] = nums[1][3], nums[1][2]


@breaks(*WEB)
def parents_of_pages_swapped(pdf):
    one, other = pdf.pages
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


@breaks(*WEB)
def parents_of_links_swapped(pdf):
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[5], nums[7] = nums[7], nums[5]


@breaks(*WEB)
def parent_is_another(pdf):
    element(pdf, "/LI").P = pdf.Root.StructTreeRoot.K


@breaks(*WEB, names="page")
def first_heading_h2(pdf):
    element(pdf, "/H1").S = Name.H2


@breaks(*WEB)
def no_headings(pdf):
    for found in tree(pdf):
        if str(found.S).startswith("/H"):
            found.S = Name.P


@breaks(*WEB)
def tag_of_our_own(pdf):
    element(pdf, "/H1").S = Name.Shout


@breaks(*WEB, names="page")
def list_with_a_paragraph(pdf):
    element(pdf, "/LI").S = Name.P


@breaks(*WEB)
def table_of_a_list(pdf):
    element(pdf, "/L").S = Name.Table


@breaks(*WEB)
def numbers_of_a_list(pdf):
    element(pdf, "/L").A.ListNumbering = Name.LowerRoman


@breaks(*WEB)
def link_is_a_span(pdf):
    element(pdf, "/Link").S = Name.Span


@breaks(*WEB)
def bookmarks_gone(pdf):
    with pdf.open_outline() as outline:
        outline.root.clear()


@breaks(*WEB)
def bookmark_says_another(pdf):
    with pdf.open_outline() as outline:
        outline.root[0].title = "Zadzwoń 997"


# --- what the file says of itself


@breaks(*ALL)
def no_title(pdf):
    del pdf.docinfo.Title


@breaks(*ALL)
def another_title(pdf):
    pdf.docinfo.Title = "qr.pdf"


@breaks(*ALL)
def another_author(pdf):
    pdf.docinfo.Author = "anonymous"


@breaks(*ALL)
def another_code(pdf):
    pdf.docinfo.Keywords = "AAAAA-AAAAA"


@breaks(*ALL)
def no_metadata(pdf):
    del pdf.Root.Metadata


def metadata(pdf, old, new):
    said = pdf.Root.Metadata.read_bytes()
    assert old in said
    pdf.Root.Metadata.write(said.replace(old, new))


@breaks(*WEB)
def no_claim_to_be_accessible(pdf):
    metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@breaks(*WEB)
def another_claim(pdf):
    metadata(pdf, b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")


@breaks(*PRESS)
def no_claim_to_be_for_press(pdf):
    metadata(pdf, b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", b"")


@breaks(*ALL)
def title_not_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breaks(*OFFICE)
def scaled(pdf):
    del pdf.Root.ViewerPreferences.PrintScaling


@breaks(*OFFICE)
def tray_not_picked(pdf):
    pdf.Root.ViewerPreferences.PickTrayByPDFSize = False


@breaks(*WEB, *PRESS)
def no_output_intent(pdf):
    del pdf.Root.OutputIntents


@breaks(*WEB, *PRESS)
def no_profile(pdf):
    del pdf.Root.OutputIntents[0].DestOutputProfile


@breaks(*WEB, *PRESS)
def profile_of_another_kind(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 1


@breaks(*WEB, *PRESS)
def another_condition(pdf):
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("CGATS TR 001")


@breaks(*PRESS)
def trapped(pdf):
    pdf.docinfo.Trapped = Name("/True")


@breaks(*PRESS)
def trapping_unsaid(pdf):
    del pdf.docinfo.Trapped


# --- bytes


@tears(*OFFICE, *WEB)
def locked(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="x", user=""))


@tears(*WEB)
def locked_to_readers(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="x", user="y"))


@tears(*OFFICE, *WEB)
def packed_objects(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@tears(*WEB)
def linearised(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return saved(pdf, linearize=True)


@tears(*ALL)
def added_to(data):
    """An object again, as a program writes it that only appends: readers take the newer one."""
    number, body = re.search(rb"\n(\d+) 0 obj(\n<<\n[^<]*/MediaBox.*?)endobj", data, re.DOTALL).groups()
    place, before = len(data), int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref", data, re.DOTALL)[1]
    newer = b"%s 0 obj%sendobj\n" % (number, body)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, place)
    end = b"trailer\n<<%s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, before, place + len(newer))
    return data + newer + table + end


@tears(*OFFICE, *WEB)
def trailing_bytes(data):
    return data + b"<script>alert(1)</script>\n"


@tears(*WEB)
def leading_bytes(data):
    return b"<script>alert(1)</script>\n" + data


@tears(*OFFICE, *WEB)
def another_version(data):
    return b"%PDF-1.3" + data[8:]


@tears(*OFFICE, *WEB)
def cut_off(data):
    return data[: len(data) // 2]


@tears(*WEB)
def empty(data):
    return b""


@tears(*ALL)
def stream_torn(data):
    """A byte amid the painting of the first page."""
    (number,) = re.findall(rb"/Contents (\d+) 0 R", data)[:1]
    start = re.search(rb"\n%d 0 obj.*?stream\r?\n" % int(number), data, re.DOTALL).end() + 200
    return data[:start] + bytes([data[start] ^ 0xFF]) + data[start + 1 :]


@tears(*ALL)
def hidden_object(data):
    """An object that nothing refers to."""
    return data.replace(b"\nxref\n", b"\n999 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\nxref\n", 1)


# --- and the tests


def saved(pdf, **how):
    file = io.BytesIO()
    pdf.save(file, **{"deterministic_id": "encryption" not in how} | how)
    return file.getvalue()


def broken(data, way):
    if way.raw:
        return way.change(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        way.change(pdf)
        return saved(pdf)


@pytest.fixture(scope="module")
def ordered(proof):
    """By purpose: the pages that the leaflet „na wnuczka” orders."""
    pages = proof(template="leaflet").pages
    return {name: on_paper(purpose, pages)[1] for name, purpose in PURPOSES.items()}


@pytest.fixture(scope="module")
def whole(proof):
    """By purpose: that leaflet, finished."""
    return {name: printed(proof(template="leaflet"), purpose) for name, purpose in PURPOSES.items()}


@pytest.fixture(scope="module")
def says(proof, ordered):
    """says(bytes, purpose): what the read-back says of them."""
    made = proof(template="leaflet")
    leaflet = made.leaflet
    told = {"Title": made.heading, "Author": leaflet.imprint.author, "Keywords": made.code, "Lang": leaflet.lang}

    def read(data, purpose):
        found = compare(data, ordered[purpose], PURPOSES[purpose], leaflet.links, told)
        return [str(finding.what) for finding in found]

    return read


@pytest.mark.parametrize("purpose", ALL)
def test_what_is_whole_passes(purpose, whole, says, page_validation):
    """
    Neither the file as it was made nor a copy that pikepdf saved is complained of: what is found below is the fault.
    """
    with pikepdf.open(io.BytesIO(whole[purpose])) as pdf:
        again = saved(pdf)

    assert again != whole[purpose]
    assert [] == says(whole[purpose], purpose)
    assert [] == says(again, purpose)
    assert purpose != "web" or [] == page_validation(whole[purpose]) + page_validation(again)


def cases(who):
    return [
        pytest.param(purpose, way, id=f"{purpose}-{way.change.__name__}")
        for way in WAYS
        for purpose in way.purposes
        if way.names == who
    ]


@pytest.mark.parametrize(("purpose", "way"), cases("readback"))
def test_the_read_back_names_it(purpose, way, whole, says):
    """
    What is broken does not leave: the read-back has something to say of it.
    """
    assert says(broken(whole[purpose], way), purpose)


@pytest.mark.parametrize(("purpose", "way"), cases("page"))
def test_page_validation_names_it(purpose, way, whole, page_validation):
    """
    What the read-back does not look for, and tests of every file do.
    """
    assert page_validation(broken(whole[purpose], way))
