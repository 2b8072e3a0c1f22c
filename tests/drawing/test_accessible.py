"""What stands in the web files, by the validators and by ear: every template, every language, marked pieces too."""

import io

import pikepdf
import pytest

from ulotki import press, stock
from ulotki.content.telling import Occasion
from ulotki.content.text import NBSP
from ulotki.content.typography import HOME
from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.installed import shipped
from ulotki.look import PALETTES
from ulotki.look.vendored import genuine
from ulotki.page import twin
from ulotki.page.items import Line
from ulotki.page.purposes import WEB
from ulotki.page.structure import runs, structure
from ulotki.page.twin import text
from ulotki.press import DRAWN, printed
from ulotki.readback.file import OpenPdf
from ulotki.readback.owned import is_owned
from ulotki.templates import templates

pytestmark = pytest.mark.slow

INLINE = ("/Link", "/Span")

SOME = ("bank", "na-wnuczka", "urzad")
"""The first of each language, which pieces about several are tried with, and the longest."""


@pytest.fixture(scope="module")
def few(library, proof, officer, day, until):
    """Some pieces by name: each template, each language, the longest leaflet, and one that is marked."""
    made = {name: proof(template=name) for name in templates()}
    leaflet = templates()["leaflet"]
    for lang in ("uk", "en"):
        scam = library.scam("bank", lang)
        made[lang] = press.proof(library, scam, leaflet, leaflet.formats[0], PALETTES["colour"], Occasion(day, until))
    leaflets = [proof(scam, "leaflet") for scam in library.scams]
    made["long"] = max(leaflets, key=lambda piece: len(text(piece.pages)))
    made["marked"] = proof(template="leaflet", of=officer(confirmed=False))
    made["officer"] = proof(template="card", of=officer())
    return made


@pytest.fixture(scope="module")
def files(few, tmp_path_factory):
    """Each of them as a file for the web, read back."""
    folder = tmp_path_factory.mktemp("web")
    found = {}
    for name, piece in few.items():
        found[name] = folder / f"{name}.pdf"
        found[name].write_bytes(printed(piece, WEB))
    return found


def test_verapdf_finds_no_fault(files, vera):
    """
    veraPDF finds that every one is PDF/UA-1 and PDF/A-2a.
    """
    verdicts = vera(files.values())

    assert 2 * len(files) == len(verdicts)
    assert {} == {(path.stem, flavour): faults for (path, flavour), faults in verdicts.items() if faults}


def test_a_marked_piece_is_marked(few):
    """
    Among them is one that says of itself that it is a specimen, first of all.
    """
    assert few["marked"].mark
    assert text(few["marked"].pages).startswith("WZÓR")


@pytest.fixture(scope="module")
def everything(library, proof, day, until, family):
    """Every scam in every template and language, in colour: (its pages, the file for the web), not read back."""
    profile = genuine(WEB.condition.profile, shipped(WEB.condition.profile))
    found = {}
    for scam, template, paper, palette in stock.offered(library.editions):
        if palette.name != "colour" or paper != template.formats[0]:
            continue
        piece = (
            proof(scam.id, template.id)
            if scam.lang == HOME
            else press.proof(library, scam, template, paper, palette, Occasion(day, until))
        )
        told = piece.leaflet
        about = About(told.name, told.imprint.author, told.lang, DRAWN, None, piece.code, told.links)
        data = draw(piece.pages, about, press.family(told.lang), WEB, profile)
        found[f"{scam.lang}/{scam.id}/{template.id}"] = piece.pages, data
    return found


def test_page_validation_finds_no_fault(everything, page_validation):
    """
    So finds page-validation of every scam in every template and language; a palette changes colours alone.
    """
    assert len(templates()) == len({name.split("/")[2] for name in everything})
    assert {} == {name: faults for name, (_, data) in everything.items() if (faults := page_validation(data))}


def test_what_is_heard_is_what_is_written(everything):
    """
    Word for word we hear what the structure of the file says, read by another program, in its order: codes too.
    """
    tried = {name: made for name, made in everything.items() if name.split("/")[1] in SOME}
    for name, (pages, data) in tried.items():
        assert " ".join(map(twin.screen_reader_text, pages)).split() == heard(data).split(), name
    assert len(templates()) == len({name.split("/")[2] for name in tried})


def heard(data):
    """The words of a file in the order of its structure, those instead of figures among them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = {page.objgen: marked(page) for page in pdf.pages}
        return "".join(_heard(pdf.Root.StructTreeRoot.K, said))


def _heard(element, said):
    edge = "" if element.S in INLINE else "\n"
    yield edge
    if "/Alt" in element:
        yield str(element.Alt)
    else:
        inner = element.get("/K", [])
        for kid in inner if isinstance(inner, pikepdf.Array) else [inner]:
            if isinstance(kid, int):
                yield said[element.Pg.objgen][int(kid)]
            elif "/S" in kid:
                yield from _heard(kid, said)
    yield edge


def marked(page):
    """The letters of each marked content of a page, by its number."""
    maps = {name: _letters(font.ToUnicode.read_bytes()) for name, font in page.Resources.Font.items()}
    found, number, font = {}, None, None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                number = int(operands[1].MCID)
                found[number] = ""
            case "EMC":
                number = None
            case "Tf":
                font = maps[str(operands[0])]
            case "TJ" if number is not None:
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                found[number] += "".join(font[code] for code in codes)
    return found


def _letters(cmap):
    pairs = [line.split() for line in cmap.decode().splitlines() if line.startswith("<") and line.count("<") == 2]
    return {
        int(code[1:-1], 16): chr(int(point[1:-1], 16)) for code, point in pairs if len(code) == 4 and len(point) == 6
    }


def test_the_read_back_reads_every_mark(everything):
    """
    The read-back's own reader finds every letter that is read, in every file, whatever byte a packed stream ends with.
    """
    for name, (pages, data) in everything.items():
        with OpenPdf(data) as file:
            own = [
                "".join(said for number, said in page.items() if number >= 0)
                for page in map(file.letters_on, range(len(file.keys)))
            ]
        read = [
            "".join(
                trace.text
                for run in runs(structure(page))
                if run.read
                for trace in run.traces
                if isinstance(trace, Line)
            )
            for page in pages
        ]
        assert [page.replace(NBSP, " ") for page in read] == own, name


def test_the_read_back_trusts_every_tree(everything):
    """
    The read-back has nothing to say of the tree of parents of any file.
    """

    def owned(data):
        with OpenPdf(data) as file:
            return is_owned(file.graph)

    assert [] == [name for name, (_, data) in everything.items() if not owned(data)]


@pytest.mark.parametrize("name", ["leaflet", "uk", "en"])
def test_languages(name, few, files):
    """
    A file names its language, so a screen reader takes the right voice.
    """
    with pikepdf.open(files[name]) as pdf:
        assert few[name].leaflet.lang == str(pdf.Root.Lang)
