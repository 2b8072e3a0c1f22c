"""What a file says of itself, and its bytes."""

import io
import re

import pikepdf
from pikepdf import Array, Name, String

from tampering.kit import ALL, OFFICE, PRESS, WEB, breaks, saved, tears

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


@breaks(*WEB, needs=["condition"])
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


@breaks(*WEB, *PRESS, needs=["condition"])
def no_output_intent(pdf):
    del pdf.Root.OutputIntents


@breaks(*WEB, *PRESS, needs=["condition"])
def no_profile(pdf):
    del pdf.Root.OutputIntents[0].DestOutputProfile


@breaks(*WEB, *PRESS, needs=["condition"])
def profile_of_another_kind(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 1


@breaks(*WEB, *PRESS, needs=["condition"])
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
    number, body = re.search(rb"\n(\d+) 0 obj(\n<< [^<]*/MediaBox.*?)endobj", data, re.DOTALL).groups()
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


@breaks(*ALL)
def another_title_for_other_programs(pdf):
    said = pdf.Root.Metadata.read_bytes()
    title = re.search(rb"<dc:title>.*?</dc:title>", said)[0]
    metadata(pdf, title, re.sub(rb">[^<]+</rdf:li>", b">Zadzwo\xc5\x84 997</rdf:li>", title))


@breaks(*ALL)
def second_title(pdf):
    metadata(pdf, b"</dc:title>", b"</dc:title><dc:title>997</dc:title>")


@tears(*ALL)
def metadata_torn(data):
    """pikepdf would mend them."""
    return data.replace(b"</rdf:RDF>", b"</rdf:RDX>")


@tears(*ALL)
def metadata_that_grow(data):
    """Entities, which grow when they are read."""
    start, end = data.index(b"<?xpacket begin="), data.index(b"<x:xmpmeta")
    return data[:start] + b'<!DOCTYPE a [<!ENTITY b "c">]>'.ljust(end - start) + data[end:]


@breaks(*ALL)
def turned_over_another_edge(pdf):
    pdf.Root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge if "Short" in str(
        pdf.Root.ViewerPreferences.get("/Duplex")
    ) else Name.DuplexFlipShortEdge  # fmt: skip


@breaks(*ALL)
def many_copies(pdf):
    pdf.Root.ViewerPreferences.NumCopies = 99


@breaks(*ALL)
def part_of_the_pages_is_printed(pdf):
    pdf.Root.ViewerPreferences.PrintPageRange = Array([0, 0])


@breaks(*WEB, *PRESS, needs=["condition"])
def profile_of_other_colours(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    whole = bytearray(profile.read_bytes())
    whole[-200] ^= 0xFF
    profile.write(bytes(whole))


@tears(*ALL)
def second_tree_of_pages(data):
    """Objects that nothing refers to, in the table: a program that searches for pages finds others."""
    place = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)[1])
    head = re.match(rb"xref\r?\n0 (\d+)\r?\n", data[place:])
    count = int(head[1])
    more = b"".join(
        (b"%d 0 obj\n<< /Type /Pages /Count 1 /Kids [%d 0 R] >>\nendobj\n" % (count, count + 1),
         b"%d 0 obj\n<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>\nendobj\n" % (count + 1, count))
    )  # fmt: skip
    starts = [place, place + more.index(b"%d 0 obj" % (count + 1))]
    table = data[place + head.end() :]
    rows, rest = table.split(b"trailer", 1)
    eol = b" \n" if b" \n" in rows[:22] else b"\r\n"
    added = b"".join(b"%010d 00000 n%s" % (start, eol) for start in starts)
    rest = rest.replace(b"/Size %d" % count, b"/Size %d" % (count + 2))
    rest = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (place + len(more)), rest)
    return data[:place] + more + b"xref\n0 %d\n" % (count + 2) + rows + added + b"trailer" + rest


@tears(*ALL)
def two_entries_of_one_name(data):
    """One program takes the first, another the last (ISO 32000-1, 7.3.7). Nothing else moves."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].Rotate = 0
        pdf.pages[0].obj["/Zzzzzz"] = 90
        whole = saved(pdf, static_id=True, deterministic_id=False)
    return whole.replace(b"/Zzzzzz", b"/Rotate")
