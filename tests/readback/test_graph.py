"""The objects of a file as they refer to one another: the same value for files that differ in streams and metadata alone."""

import io
from dataclasses import replace

import pikepdf
import pytest

from ulotki.drawing.about import About
from ulotki.page.purposes import PAPER
from ulotki.press import DRAWN, finished
from ulotki.readback.file import OpenPdf

ABOUT = About("a", "b", "pl", DRAWN)


@pytest.fixture(scope="module")
def pages(proof):
    """Front and back of a leaflet."""
    return proof(template="leaflet").pages


def graph(data):
    with OpenPdf(data) as file:
        return file.graph


def changed(data, change):
    """The file after a change of its structure. top: the elements below the document."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf.Root.StructTreeRoot.K.K)
        out = io.BytesIO()
        pdf.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_files_that_differ_in_metadata_share_it(pages, family):
    """
    Another title, and so another length of the XMP packet and another ID.
    """
    one, other = (finished(pages, replace(ABOUT, title=title), family, PAPER) for title in ("a", "abc"))

    assert one != other
    assert graph(one) is graph(other)


def _alt(top):
    top[0].Alt = pikepdf.String("112")


def _other_alt(top):
    top[0].Alt = pikepdf.String("997")


def _in_bytes(top):
    """The same words in UTF-16."""
    top[0].Alt = pikepdf.String(b"\xfe\xff\x001\x001\x002")


def test_whatever_else_differs_is_another(pages, family):
    """
    An alternative text, the same in another writing, an element more.
    """
    data = finished(pages, ABOUT, family, PAPER)
    found = [
        graph(changed(data, change)) for change in (lambda _: None, _alt, _other_alt, _in_bytes, lambda top: top.pop())
    ]

    assert 5 == len({*map(id, found)})
    assert graph(data) is graph(data)


def test_information_that_refers_to_objects_is_part_of_it(pages, family):
    """
    What it refers to is not hidden, and its names are seen.
    """

    def change(pdf):
        pdf.docinfo["/Title"] = pdf.make_indirect(pikepdf.Array([pikepdf.Name.Launch]))

    with pikepdf.open(io.BytesIO(finished(pages, ABOUT, family, PAPER))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with OpenPdf(out.getvalue()) as file:
        assert ("", frozenset()) == (file.information, file.graph.hidden)
        assert "Launch" in file.names
