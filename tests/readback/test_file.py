"""A finished file as qpdf parses it: what belongs to it, and what somebody slipped in."""

import io
import re
from contextlib import suppress

import pikepdf
import pytest

from ulotki.page.purposes import PURPOSES
from ulotki.press import printed
from ulotki.readback.file import OpenPdf, inherited

HIDDEN = b"\n999 0 obj\n<< /S /JavaScript >>\nendobj\n"


@pytest.fixture(scope="module")
def data(proof):
    """A leaflet for the web, which holds the most."""
    return printed(proof(template="leaflet"), PURPOSES["web"])


def whole(data):
    with OpenPdf(data) as file:
        return file.objects.whole


def test_our_files_are_whole(data):
    """
    As we made it, and as qpdf saves it.
    """
    again = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(again, deterministic_id=True)

    assert [True, True] == [whole(data), whole(again.getvalue())]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\nxref\n", HIDDEN + b"xref\n", 1),
        lambda data: data.replace(b"endobj\n", b"endobj\n" + HIDDEN, 1),
        lambda data: data.replace(b"endstream", b"endstream " + HIDDEN, 1),
        lambda data: data + b"%%EOF\n",
        lambda data: data + b"\n",
        lambda data: data[:-1],
        lambda data: b"%PDF-1.7\n" + HIDDEN + data,
    ],
)
def test_a_byte_too_many_or_too_few_is_seen(data, change):
    """
    Whatever lies between the objects, before the first or behind the end: the file is not whole, or cannot be opened.
    """
    broken = change(data)
    assert broken != data
    with suppress(pikepdf.PdfError):
        assert not whole(broken)


def test_an_added_revision_is_seen(data):
    """
    A second table behind the first lets a reader see other objects (ISO 32000-1, 7.5.6).
    """
    start = len(data)
    more = b"1 0 obj\n<< /S /JavaScript >>\nendobj\n"
    (size,) = re.findall(rb"/Size (\d+)", data)
    table = b"xref\n1 1\n%010d 00000 n \ntrailer\n<< /Size %b /Root 1 0 R /Prev 0 >>\nstartxref\n%d\n%%%%EOF\n"
    with suppress(pikepdf.PdfError):
        assert not whole(data + more + table % (start, size, start + len(more)))


def test_a_disguised_name_is_read(data):
    """
    /J#61vaScript is /JavaScript (ISO 32000-1, 7.3.5); what stands in a string is no name.
    """
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data.replace(b"/PageMode", b"/J#61vaScript (/Launch) /PageMode", 1))) as pdf:
        pdf.save(file)
    with OpenPdf(file.getvalue()) as opened:
        names = opened.names

    assert (True, False) == ("JavaScript" in names, "Launch" in names)


def opened(data, change):
    """The file after a *change*, opened: what nothing refers to is kept."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return OpenPdf(file.getvalue())


@pytest.mark.parametrize(
    "words", ['"/Launch"', ' "/Launch"', ' \\"/Launch', ' \\\\"/Launch"', ' "n:/Launch"', "\n/Launch"]
)
def test_what_stands_in_a_string_is_no_name(data, words):
    """
    Quotation marks and backslashes in it do not end it.
    """

    def change(pdf):
        pdf.docinfo.Title = pikepdf.String(words)

    with opened(data, change) as file:
        assert "Launch" not in file.names


@pytest.mark.parametrize("words", [b"{} 0 R", b'"{} 0 R', b' "{} 0 R', b' "{} 0 R"', b' \\\\"{} 0 R"'])
def test_what_only_words_refer_to_is_hidden(data, words):
    """
    A title that looks like a reference to an object, in place of the reference.
    """
    (number,) = re.findall(rb"/Info (\d+) 0 R", data)
    with OpenPdf(data.replace(b"/Info %b 0 R" % number, b"/Info (%b)" % words.replace(b"{}", number))) as file:
        assert {int(number)} == file.graph.hidden
    with OpenPdf(data) as file:
        assert not file.graph.hidden


def test_a_tree_of_pages_that_leads_back_to_itself_ends():
    """
    What no page of it has is not there.
    """
    pdf = pikepdf.new()
    tree = pdf.make_indirect(pikepdf.Dictionary(Rotate=90))
    tree.Parent = tree

    assert [90, {}] == [inherited(tree, "/Rotate"), inherited(tree, "/Resources")]
