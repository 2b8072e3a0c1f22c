"""A page is compared once in a run with the page that was ordered, and a change of anything that it shows is seen."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ulotki.page.heard import unheard
from ulotki.page.items import Box
from ulotki.page.purpose import OFFICE, WEB
from ulotki.press import printed
from ulotki.readback import compare, differences, eyes
from ulotki.readback.file import File
from ulotki.readback.looks import Known, digest


@pytest.fixture(scope="module")
def poster(proof):
    """A poster, ready to be drawn."""
    return proof()


@pytest.fixture(scope="module")
def data(poster):
    """Its file."""
    return printed(poster)


@pytest.fixture
def compared(monkeypatch):
    """The pages that were drawn a second time and compared, in a run that has begun just now."""
    found = []
    unlike = eyes.unlike

    def watched(number, page, shown, purpose):
        found.append(page)
        return unlike(number, page, shown, purpose)

    monkeypatch.setattr(differences, "SHOWN", Known())
    monkeypatch.setattr(eyes, "unlike", watched)
    return found


def look(data):
    """The digest of its first page."""
    with File(data) as file:
        return digest(file.pdf.pages[0].obj)


def changed(data, change):
    """The file after a change of its first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf, pdf.pages[0])
        out = BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue()


def _font(page, name):
    return next(iter(page.Resources.Font.values()))[name]


def _letter(pdf, page):
    program = _font(page, "/FontDescriptor").FontFile2
    whole = bytearray(program.read_bytes())
    place = whole.index(b"glyf")
    start = int.from_bytes(whole[place + 8 : place + 12], "big")
    for byte in range(start + 300, start + 3000):
        whole[byte] ^= 1
    program.write(bytes(whole))


def _painted(pdf, page):
    page.Contents.write(page.Contents.read_bytes() + b" ")


def _wider(pdf, page):
    widths = _font(page, "/Widths")
    widths[0] = 999


CHANGES = {
    "the drawing": _painted,
    "a width": _wider,
    "a box": lambda pdf, page: page.obj.__setitem__("/CropBox", pikepdf.Array([0, 0, 100, 100])),
    "an annotation": lambda pdf, page: page.obj.__setitem__(
        "/Annots", pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot))])
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_what_a_page_shows_changes_its_digest(data, change):
    """
    Numbers of objects do not: the same page in another file is the same page.
    """
    same = changed(data, lambda pdf, page: pdf.make_indirect(pikepdf.Dictionary()))

    assert look(changed(data, lambda pdf, page: None)) == look(same)
    assert look(same) != look(changed(data, change))


@pytest.mark.parametrize("entry", ["Rotate", "CropBox"])
def test_what_a_page_inherits_counts(data, entry):
    """
    As if it stood on the page itself.
    """

    def with_(value):
        def change(pdf, page):
            if f"/{entry}" in page.obj:
                del page.obj[f"/{entry}"]
            pdf.Root.Pages[f"/{entry}"] = value

        return look(changed(data, change))

    assert with_(pikepdf.Array([0, 0, 90])) == with_(pikepdf.Array([0, 0, 90])) != with_(pikepdf.Array([0, 0, 91]))


def test_a_page_is_compared_once(poster, data, compared):
    """
    The same page for the same ordered page and purpose, or one of equal value; for another it is compared anew.
    """
    other = tuple(replace(page, trim=Box(0, 0, page.width, page.height)) for page in poster.pages)

    assert () == compare(data, poster.pages) == compare(data, poster.pages)
    assert () == compare(data, tuple(replace(page) for page in poster.pages))
    assert 1 == len(compared)
    assert () == compare(data, other)
    assert 2 == len(compared)


def test_what_differs_is_not_remembered(poster, data, compared, monkeypatch):
    """
    A page that does not look as ordered is found each time.
    """
    monkeypatch.setattr(eyes, "FINE", 0.0)
    first, second = compare(data, poster.pages), compare(data, poster.pages)

    assert first == second
    assert first
    assert 2 == len(compared)


def test_only_the_last_are_remembered(poster):
    """
    A long run needs no more memory.
    """
    (page,) = poster.pages
    known = Known()
    for number in range(Known.MOST + 1):
        known.add(b"%d" % number, page, OFFICE)

    assert not known.holds(b"0", page, OFFICE)
    assert known.holds(b"1", page, OFFICE)
    assert not known.holds(b"1", replace(page, items=page.items[1:]), OFFICE)
    assert known.holds(b"1", unheard(page), OFFICE)


def test_a_known_page_with_an_altered_font_is_named(poster, data):
    """
    Outlines are no part of the digest: they are compared in every file, and with what is wrong nothing is known.
    """
    altered = changed(data, _letter)
    assert () == compare(data, poster.pages)
    assert look(data) == look(altered)
    assert compare(altered, poster.pages)


def test_marks_do_not_count_and_what_looks_like_one_does(data):
    """
    What a screen reader leaves out is painted alike; words that read as a mark are words.
    """

    def with_(more):
        return look(changed(data, lambda pdf, page: page.Contents.write(page.Contents.read_bytes() + more)))

    assert with_(b"\n") == with_(b"\n/Artifact BMC\nEMC\n")
    assert with_(b"\nBT (a\n) Tj ET\n") != with_(b"\nBT (a\nEMC\n) Tj ET\n")


def test_a_file_with_links_is_compared_anew(proof, compared):
    """
    A link lies outside of what a page shows.
    """
    made = proof()
    links = made.leaflet.links
    data = printed(made, WEB)
    for _ in range(2):
        assert () == compare(data, made.pages, WEB, links)

    assert 3 == len(compared)
