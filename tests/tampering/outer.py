"""What a file holds beside its pages: bookmarks, labels of pages, days, packets, attributes of structure."""

import re

from pikepdf import Array, Dictionary, Name, String

from tampering.claims import metadata
from tampering.kit import ALL, FOREIGN, OFFICE, PRESS, WEB, breaks
from tampering.tags import areas, element


def _first(pdf):
    return pdf.Root.Outlines.First


@breaks(*WEB, needs=["bookmarks"])
def bookmark_leads_to_another_place(pdf):
    """Of the same page: at its foot in place of the heading."""
    place = _first(pdf).Dest
    _first(pdf).Dest = Array([place[0], Name.XYZ, 0, 5, 0])


@breaks(*WEB, needs=["bookmarks"])
def bookmark_enlarges(pdf):
    place = _first(pdf).Dest
    _first(pdf).Dest = Array([*place[:4], 64])


@breaks(*WEB, needs=["bookmarks"])
def bookmark_opens_a_site(pdf):
    _first(pdf).A = Dictionary(S=Name.URI, URI=String(FOREIGN))


@breaks(*WEB, needs=["bookmarks"])
def bookmark_leads_to_an_address_alone(pdf):
    del _first(pdf).Dest
    _first(pdf).A = Dictionary(S=Name.URI, URI=String(FOREIGN))


@breaks(*ALL, needs=["pages"])
def pages_are_counted_in_letters(pdf):
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.Root.PageLabels.Nums[1].S = Name("/S")


@breaks(*ALL, needs=["pages"])
def labels_of_pages_gone(pdf):
    del pdf.Root.PageLabels


@breaks(*WEB, needs=["pages"])
def labels_of_pages_say_a_number(pdf):
    pdf.Root.PageLabels.Nums[1].P = String("700 123 456 ")


@breaks(*ALL)
def made_on_another_day(pdf):
    pdf.docinfo.CreationDate = "D:20300101000000Z"


@breaks(*ALL)
def changed_on_another_day(pdf):
    pdf.docinfo.ModDate = "D:19990101000000Z"


@breaks(*ALL)
def made_on_another_day_for_other_programs(pdf):
    said = pdf.Root.Metadata.read_bytes()
    metadata(pdf, re.search(rb"<xmp:CreateDate>[^<]*", said)[0], b"<xmp:CreateDate>1999-01-01T00:00:00Z")


@breaks(*ALL)
def made_by_another_program(pdf):
    pdf.docinfo.Producer = "https://evil.example"


@breaks(*ALL)
def made_with_another_program(pdf):
    pdf.docinfo.Creator = "700 123 456"


@breaks(*ALL)
def another_program_for_other_programs(pdf):
    metadata(pdf, b"<xmp:CreatorTool>ulotki<", b"<xmp:CreatorTool>evil.example<")


@breaks(*ALL)
def packet_says_more(pdf):
    metadata(pdf, b"</rdf:Description>", b"<dc:source>https://evil.example</dc:source></rdf:Description>")


@breaks(*ALL)
def packet_describes_another_thing_too(pdf):
    metadata(
        pdf, b"</rdf:RDF>", b'<rdf:Description rdf:about="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<dc:rights>700 123 456</dc:rights></rdf:Description></rdf:RDF>",
    )  # fmt: skip


@breaks(*ALL)
def packet_has_an_attribute(pdf):
    metadata(pdf, b'rdf:about=""', b'rdf:about="" dc:rights="700 123 456"')


@breaks(*ALL)
def title_in_another_language(pdf):
    metadata(pdf, b'xml:lang="x-default"', b'xml:lang="de"')


@breaks(*OFFICE, *WEB, *PRESS)
def information_says_more(pdf):
    pdf.docinfo["/Subtype"] = "700 123 456"


@breaks(*ALL)
def catalogue_says_more(pdf):
    pdf.Root.Title = String("700 123 456")


@breaks(*ALL)
def page_says_more(pdf):
    pdf.pages[0].obj.Title = String("700 123 456")


@breaks(*WEB, needs=["links"])
def link_described_as_another(pdf):
    areas(pdf)[0].Contents = String("Zadzwoń: 700 123 456")


@breaks(*WEB, needs=["tags"])
def element_in_another_language(pdf):
    element(pdf, "/P").Lang = String("de")


@breaks(*WEB, needs=["tags"])
def element_has_a_title(pdf):
    element(pdf, "/P").Title = String("700 123 456")


@breaks(*WEB, needs=["tags"])
def words_described_as_another(pdf):
    element(pdf, "/P").Alt = String("700 123 456")
