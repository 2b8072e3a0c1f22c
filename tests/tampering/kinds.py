"""The kinds of files that are printed: each finished as the program finishes it, with the pages that it must show."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ulotki import press, readback
from ulotki.content.places import Place
from ulotki.documents import bundle, formats, page_layout
from ulotki.documents import test_sheet as sheets
from ulotki.documents.account import account
from ulotki.documents.desk_list import DeskPiece, DeskValue, desk_list
from ulotki.documents.letter import letter
from ulotki.handout import letterhead
from ulotki.handout.pack import Pack, PackPiece
from ulotki.handout.report import Report
from ulotki.page.items import Page
from ulotki.page.piece_code import code_of
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import PURPOSES

DAY = datetime.date(2024, 8, 5)

LIKE = {
    **{name: (name,) for name in PURPOSES},
    "sheet": ("office",),
    "test sheet": ("office",),
    **dict.fromkeys(("pack", "letter", "list", "report"), ("office", "web")),
}
"""The purposes whose ways are tried on a kind of file. Papers are printed as in the office and read on a screen as well."""

HOLDS = {
    "office": frozenset("code icon fill stroke pages".split()),
    "web": frozenset("code icon fill stroke pages tags links headings lists figures condition bookmarks".split()),
    "press": frozenset("code icon fill stroke pages condition states".split()),
    "sheet": frozenset("code icon fill stroke pages".split()),
    "pack": frozenset("code icon fill stroke pages tags headings lists figures bookmarks".split()),
    "letter": frozenset("stroke tags headings".split()),
    "list": frozenset("fill stroke tags headings lists figures pictures".split()),
    "report": frozenset("fill stroke tags headings".split()),
    "test sheet": frozenset("fill stroke pages".split()),
}
"""What is in a file of each kind; a test compares it with the files."""

PROBES: Mapping[str, Callable] = {
    "code": lambda pdf, drawn: b" re " in drawn and len(re.findall(rb" re ", drawn)) > 50,
    "icon": lambda pdf, drawn: bool(re.search(rb" c .* f Q", drawn)),
    "fill": lambda pdf, drawn: bool(re.search(rb"^(?!q ).* h f$", drawn, re.MULTILINE)),
    "stroke": lambda pdf, drawn: b" S\n" in drawn,
    "pages": lambda pdf, drawn: len(pdf.pages) > 1,
    "tags": lambda pdf, drawn: "/StructTreeRoot" in pdf.Root,
    "links": lambda pdf, drawn: any("/Annots" in page for page in pdf.pages),
    "headings": lambda pdf, drawn: _elements(pdf, "/H1", "/H2"),
    "lists": lambda pdf, drawn: _elements(pdf, "/L"),
    "figures": lambda pdf, drawn: _elements(pdf, "/Figure"),
    "condition": lambda pdf, drawn: "/OutputIntents" in pdf.Root,
    "states": lambda pdf, drawn: b" gs" in drawn,
    "bookmarks": lambda pdf, drawn: "/First" in pdf.Root.get("/Outlines", {}),
    "pictures": lambda pdf, drawn: b" Do" in drawn,
}
"""Whether an open PDF holds something. drawn: its content streams."""


def _elements(pdf, *types):
    return any(getattr(one, "get", None) and one.get("/S") in types for one in pdf.objects if not _is_stream(one))


def _is_stream(one):
    import pikepdf

    return isinstance(one, pikepdf.Stream) or not isinstance(one, pikepdf.Dictionary)


def held(pdf):
    """What an open PDF holds."""
    drawn = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
    return frozenset(name for name, probe in PROBES.items() if probe(pdf, drawn))


@dataclass(frozen=True)
class Finished:
    """A file, and all that the read-back compares it with."""

    data: bytes
    pages: tuple[Page, ...]
    purpose: Purpose
    links: Mapping[str, str]
    told: Mapping[str, str]


def finished(kind, library, proof, monkeypatch):
    """A file of a kind, made by the program itself: what it gives to the read-back is kept."""
    kept = []
    verify = readback.verify
    monkeypatch.setattr(readback, "verify", lambda *given: kept.append(Finished(*given)) or verify(*given))
    _make(kind, library, proof)
    return kept[-1]


def _make(kind, library, proof):
    made = proof(template="leaflet")
    if kind in PURPOSES:
        return press.printed(made, PURPOSES[kind])
    if kind == "sheet":
        return press.imposed(made, press.imposition(made))
    if kind == "test sheet":
        return sheets.test_sheet(library)
    office = letterhead.make_office(library, DAY)
    place = Place(name="Sołectwo Nowa Wieś", kind="solectwo", id="nowa-wies")
    laid = press.imposition(made)
    piece = PackPiece(made.code, "Ulotka", False, None, laid.pages, laid.duplex, laid.pieces, "sheet", 0.2, "leaflet")
    pack = Pack(place, None, ((piece, 3),))
    if kind == "pack":
        (job,) = bundle.pack_jobs(bundle.pack_parts(pack, office), office)
        return bundle.draw_job(job, "Paczka", office)
    dots = [(60, 90, bytes(range(start, start + 54)) * 100) for start in (0, 100)]
    values = (DeskValue("number:112", "112", "numer alarmowy"),)
    listed = [
        DeskPiece(code_of(str(at)), f"Oszustwo {at}", "To ja!", "poster", "A4", "mono", "pl", values, DAY, True, shot)
        for at, shot in enumerate(dots)
    ]
    document = {
        "letter": lambda: letter(pack, office),
        "list": lambda: desk_list(library.readings["pl"].desk, listed, DAY, "x"),
        "report": lambda: account(Report(DAY, DAY), (), office),
    }[kind]()
    return formats.paper_pdf(document, page_layout.pages(document))
