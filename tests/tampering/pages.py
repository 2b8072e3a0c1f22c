"""Pages, their boxes, and what acts when a file is opened."""

from pikepdf import Array, Dictionary, Name, String

from tampering.kit import ALL, OFFICE, PRESS, WEB, breaks

# --- pages


@breaks(*ALL, needs=["pages"])
def page_removed(pdf):
    del pdf.pages[-1]


@breaks(*ALL)
def page_added(pdf):
    pdf.add_blank_page(page_size=(419.5276, 595.2756))


@breaks(*OFFICE, *WEB)
def page_doubled(pdf):
    pdf.pages.append(pdf.pages[0])


@breaks(*OFFICE, *WEB, needs=["pages"])
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
    del pdf.pages[-1].obj.MediaBox


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
    del pdf.pages[0].Contents


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


@breaks(*ALL)
def note(pdf):
    annotate(pdf, Subtype=Name.Text, Contents=String("997"))


@breaks(*WEB)
def note_in_our_own_names(pdf):
    annotate(pdf, Subtype=Name.Text, Contents=String("997"))
    del pdf.pages[0].obj.Annots[-1].Type


@breaks(*ALL)
def sticker(pdf):
    look = pdf.make_stream(b"1 g 0 0 190 190 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 190, 190]))
    annotate(pdf, Subtype=Name.Stamp, AP=Dictionary(N=look))


@breaks(*WEB)
def field(pdf):
    made = annotate(pdf, Subtype=Name.Widget, FT=Name.Btn, T=String("x"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]))


@breaks(*ALL)
def suspects_of_a_page(pdf):
    """A name that no file of ours has, where no reader looks for it."""
    pdf.pages[0].obj["/Suspects"] = True
