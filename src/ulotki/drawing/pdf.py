"""Pages as PDF. Only `drawing` uses points of 1/72 inch from the bottom-left."""

from __future__ import annotations

from ulotki.drawing.about import About
from ulotki.drawing.bookmarks import bookmarks
from ulotki.drawing.described import described, information
from ulotki.drawing.fonts import subset
from ulotki.drawing.objects import File, Reference
from ulotki.drawing.pen import KNOCK, OVER, Fonts, Pen, image_name
from ulotki.drawing.syntax import corners, listed, packed, table
from ulotki.drawing.tags import Structure
from ulotki.look.faces import Family
from ulotki.page.items import Box, Line, Page
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import OFFICE
from ulotki.page.structure import Kids, rasters, structure
from ulotki.page.walking import walk
from ulotki.recent import Kept, kept


def draw(
    pages: tuple[Page, ...], about: About, family: Family, purpose: Purpose = OFFICE, profile: bytes | None = None
) -> bytes:
    """*pages* as a PDF for *purpose*. Fonts are embedded once, pages print at their own size, same input gives same bytes.

    A repeated page reuses its content stream, so a hundred copies are hardly larger than one.
    profile: the ICC profile that the purpose names, None when it names none.
    """
    file = File(purpose.version)
    fonts, named = _fonts(pages, family, file)
    once = {id(page): (page, structure(page)) for page in pages}
    trees = [once[id(page)][1] for page in pages]
    whole, places = file.ahead(), [file.ahead() for _ in pages]
    entries = {"Pages": whole, **described(file, about, purpose, len(pages), profile)}
    tags = Structure(file, pages, places, about.links)
    if purpose.tagged:
        entries |= {"StructTreeRoot": tags.root(trees), "MarkInfo": b"<< /Marked true >>"}
        entries |= {"Outlines": bookmarks(file, pages, places) if len(pages) > 1 else b""}
    pen = Pen(fonts, purpose)
    drawn = {
        key: _drawn(page, file.add(_content(page, tree, pen)), file, named, purpose)
        for key, (page, tree) in once.items()
    }
    for index, (page, place) in enumerate(zip(pages, places, strict=True)):
        file.put(place, b"<< /Type /Page /Parent %b %b%b >>" % (whole, drawn[id(page)], tags.entries(index)))
    file.put(whole, b"<< /Type /Pages /Count %d /Kids %b >>" % (len(pages), listed(places)))
    return file.saved(file.add(table({"Type": b"/Catalog", **entries})), file.add(information(about, purpose)))


def _drawn(page: Page, content: Reference, file: File, fonts: Reference, purpose: Purpose) -> bytes:
    """The entries of *page* that its copies have too: boxes, resources, *content*."""
    paper = Box(0, 0, page.width, page.height)

    def place(box: Box) -> bytes:
        return b"[%b]" % corners(box, page.height, 4)

    resources = {
        "Font": fonts,
        "XObject": _pictures(page, file),
        "ExtGState": STATES if purpose.overprint else b"",
        "ColorSpace": b"<< /All %b >>" % file.once(EVERY_INK) if purpose.overprint else b"",
    }
    entries = {
        "MediaBox": place(paper),
        "TrimBox": place(page.trim or paper),
        "BleedBox": place(page.trim.inset(-purpose.bleed, -purpose.bleed)) if page.trim else b"",
        "Resources": table(resources),
        "Rotate": b"180" if page.turned else b"",
        "Contents": content,
    }
    return table(entries)[3:-3]


STATES = (
    f"<< /{OVER} << /Type /ExtGState /OP true /op true /OPM 1 >> "
    f"/{KNOCK} << /Type /ExtGState /OP false /op false /OPM 0 >> >>"
).encode()

EVERY_INK = b"[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]"
"""The registration colour (ISO 32000-1, 8.6.6.4)."""


def _fonts(pages: tuple[Page, ...], family: Family, file: File) -> tuple[Fonts, Reference]:
    """Embed the faces that *pages* use; what the pen knows of them, and the table that names them."""
    used: dict[str, set[str]] = {}
    for page in {id(page): page for page in pages}.values():
        for face, signs in _letters(page):
            used.setdefault(face, set()).update(signs)
    subsets = {name: subset(family.named(name), frozenset(signs)) for name, signs in sorted(used.items())}
    fonts = {name: (f"F{place}", found) for place, (name, found) in enumerate(subsets.items(), 1)}
    return fonts, file.add(table({name: found.embed(file) for name, found in fonts.values()}))


@kept(400)
def _letters(page: Page) -> tuple[tuple[str, frozenset[str]], ...]:
    """Faces by name, each with its letters on *page*."""
    used: dict[str, set[str]] = {}
    for item, _ in walk(page.items):
        if isinstance(item, Line):
            used.setdefault(item.face, set()).update(item.text)
    return tuple((face, frozenset(signs)) for face, signs in sorted(used.items()))


def _content(page: Page, tree: Kids, pen: Pen) -> bytes:
    """The content stream of *page*, compressed: packs of many places hold the same pages, and each is written once."""
    fonts = [(*pen.fonts[face], signs) for face, signs in _letters(page)]
    codes = tuple((name, *(font.glyphs[sign][0] for sign in sorted(signs))) for name, font, signs in fonts)
    return CONTENTS.get(
        (page,), (pen.purpose, codes), lambda: packed("\n".join(pen.page(page, tree)).encode("latin-1"), level=QUICK)
    )


QUICK = 5
"""Level of zlib for what is packed anew for each piece: the highest takes twice as long, and saves one byte in a hundred."""

CONTENTS: Kept[bytes] = Kept(400)
"""Content streams of the last pages, by purpose, names of fonts and codes of letters."""


def _pictures(page: Page, file: File) -> bytes:
    """The raster images of *page* by name, each embedded once (ISO 32000-1, 8.9.5); b"" for none."""
    images: dict[str, bytes] = {}
    for item in dict.fromkeys(rasters(page)):
        more = f" /Type /XObject /Subtype /Image /Width {item.width} /Height {item.height}"
        more += " /ColorSpace /DeviceGray /BitsPerComponent 8"
        images[image_name(item)] = file.once(packed(item.data, more.encode()))
    return table(images) if images else b""
