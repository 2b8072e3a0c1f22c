"""The digest of what a screen reader gets of a page: the same in every file, and another when anything of it changes."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Name, String

from ulotki.drawing.about import About
from ulotki.page.purposes import PAPER
from ulotki.press import DRAWN, finished
from ulotki.readback.file import OpenPdf
from ulotki.readback.looks import Looks
from ulotki.readback.spoken import digests

ABOUT = About("a", "b", "pl", DRAWN)


@pytest.fixture(scope="module")
def pages(proof):
    """Front and back of a leaflet."""
    return proof(template="leaflet").pages


@pytest.fixture(scope="module")
def data(pages, family):
    """Their file."""
    return finished(pages, ABOUT, family, PAPER)


def told(data, change=lambda pdf, top: None):
    """The digests of its pages after a change of its structure. top: the elements below the document."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf, pdf.Root.StructTreeRoot.K.K)
        out = BytesIO()
        pdf.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with OpenPdf(out.getvalue()) as file:
        return dict(digests(file))


def test_the_same_page_in_another_file(data, pages, family):
    """
    Numbers of objects, of pages and of what is on other pages do not count.
    """
    front, back = told(data).values()
    more = finished((pages[0], replace(pages[0]), pages[1]), ABOUT, family, PAPER)
    alone = finished(pages[:1], ABOUT, family, PAPER)

    assert front != back
    assert [front, front, back] == [*told(more).values()]
    assert [front] == [*told(alone).values()]


def _alt(_pdf, top):
    top[0].Alt = String("112")


def _other_alt(_pdf, top):
    top[0].Alt = String("997")


def _language(_pdf, top):
    top[0].Lang = String("uk")


def _language_in_utf_16(_pdf, top):
    top[0].Lang = String(b"\xfe\xff\0u\0k")


def _type(_pdf, top):
    top[0].S = Name.H3


def _order(_pdf, top):
    top[0], top[1] = top[1], top[0]


def _inner(_pdf, top):
    element = next(one for one in top if isinstance(one.K, Array) and len(one.K) > 1)
    element.K = Array(reversed(list(element.K)))


def _mark(_pdf, top):
    next(one for one in top if isinstance(one.K, int)).K = 99


def _document(pdf, _top):
    pdf.Root.StructTreeRoot.K.Lang = String("uk")


def test_what_changes_it(data):
    """
    Words in place of a picture, language, how it is written, type, order and content of elements, at the top and below, and the document around them.
    """
    changes = (_alt, _other_alt, _language, _language_in_utf_16, _type, _order, _inner, _mark, _document)
    found = [told(data)[0], *(told(data, change)[0] for change in changes)]

    assert len(changes) + 1 == len(set(found))


def _two_parents(_pdf, top):
    top[0].K = Array([top[1]])


def _two_pages(pdf, top):
    here = next(one for one in top if "/Pg" in one)
    here.K = Array([here.K, pdf.make_indirect(pikepdf.Dictionary(S=Name.Span, P=here, K=0, Pg=pdf.pages[1].obj))])


def _no_page(pdf, top):
    top.append(pdf.make_indirect(pikepdf.Dictionary(S=Name.P, P=pdf.Root.StructTreeRoot.K)))


def _endless(_pdf, top):
    top[0].K = Array([top[0]])


@pytest.mark.parametrize("change", [_two_parents, _two_pages, _no_page, _endless])
def test_of_what_is_not_written_as_ours_nothing_is_known(data, change):
    """
    An element with two parents, on two pages, on none, inside itself.
    """
    assert {} == told(data, change)


def test_the_letters_of_marked_content(data):
    """
    Numbers of marks that were exchanged give the letters to other elements.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        before = Looks().look(page.obj), Looks().marked(page.obj)
        stream = page.Contents.read_bytes()
        page.Contents.write(
            stream.replace(b"/MCID 0 ", b"/MCID x ").replace(b"/MCID 1 ", b"/MCID 0 ").replace(b"/MCID x ", b"/MCID 1 ")
        )
        after = Looks().look(page.obj), Looks().marked(page.obj)

    assert before[0] == after[0]
    assert before[1] != after[1]
