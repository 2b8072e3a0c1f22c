"""A page is compared once in a run with the page that was ordered, and a change of anything that it shows is seen."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ulotki import stock
from ulotki.drawing.about import About
from ulotki.drawing.fonts import LETTERS
from ulotki.drawing.pdf import draw
from ulotki.page.heard import unheard
from ulotki.page.items import Box, Line
from ulotki.page.purposes import OFFICE, WEB
from ulotki.page.walking import changed as changed_items
from ulotki.page.walking import walk
from ulotki.press import DRAWN, printed
from ulotki.readback import checked, compare, eyes, settled
from ulotki.readback.checked import CheckedPages
from ulotki.readback.file import OpenPdf
from ulotki.readback.looks import Looks
from ulotki.readback.painting import painting


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

    def watched(number, page, *rest):
        found.append(page)
        return unlike(number, page, *rest)

    monkeypatch.setattr(checked, "SHOWN", CheckedPages())
    monkeypatch.setattr(settled, "SIGHTS", settled.Sights())
    monkeypatch.setattr(eyes, "unlike", watched)
    return found


def look(data):
    """The digest of its first page."""
    with OpenPdf(data) as file:
        return Looks().look(file.pdf.pages[0].obj)


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


def _named(pdf, page):
    next(iter(page.Resources.Font.values())).BaseFont = pikepdf.Name("/AAAAAA+FiraSans-Bold")


CHANGES = {
    "the drawing": _painted,
    "a face": _named,
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
    known = CheckedPages()
    for number in range(CheckedPages.MOST + 1):
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


# The same page in a file where letters have other codes, and fonts other names


@pytest.fixture(scope="module")
def pair(poster):
    """A page in a face that comes before those of the poster, with a letter that comes before its rare one; and the poster."""
    (page,) = poster.pages
    lines = [item for item, _ in walk(page.items) if isinstance(item, Line)]
    small = next(line for line in lines if line.text.islower())
    before, rare = (replace(lines[0], text=letter + lines[0].text[1:]) for letter in RARE)
    posted = changed_items(page.items, lambda item: rare if item is lines[0] else item)
    return replace(page, items=(before, replace(small, face=FIRST))), replace(page, items=posted)


RARE = "qx"
"""Letters that are no part of every subset."""


@pytest.fixture(scope="module")
def alone(pair, family):
    """The file of that poster."""
    return draw(pair[1:], About("a", "b", "pl", DRAWN), family)


@pytest.fixture(scope="module")
def together(pair, family):
    """Their file."""
    both = replace(family, more=tuple(stock.family("uk").weights.values()))
    return draw(pair, About("a", "b", "pl", DRAWN), both)


FIRST = "FiraSans-Bold"

STRING = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
TAKEN = re.compile(rb"/(F\d+)(?= [\d.]+ Tf )")
"""Strings, and fonts that are taken."""


def test_codes_and_names_do_not_count(alone, pair, together, compared):
    """
    The page is painted by another stream, with the same letters from the same faces, and is not compared again.
    """
    streams = [_stream(alone, 0), _stream(together, 1)]

    assert not set(RARE) & set(LETTERS)
    assert () == compare(alone, pair[1:]) == compare(together, pair)
    assert 2 == len(compared)
    assert 2 == len(set(streams)) == len(set(map(_without, streams)))
    assert 1 == len({TAKEN.sub(b"", _without(stream)) for stream in streams})


def _stream(data, number):
    with OpenPdf(data) as file:
        return bytes(file.pdf.pages[number].Contents.read_bytes())


def _without(stream):
    return STRING.sub(b"", stream)


def _exchanged(stream):
    """Two codes of a string."""
    return re.sub(rb"\((\w)(\w)", lambda two: b"(" + two[2] + two[1], stream, count=1)


def _renamed(stream):
    """A string from the face of the next one."""
    names = TAKEN.findall(stream)
    other = next(name for name in names if name != names[0])
    return stream.replace(b"/" + names[0], b"/" + other, 1)


def _parted(stream):
    """A letter that stands after a gap and not before it."""
    return re.sub(rb"(\w)\) (-?[\d.]+) \(", rb") \2 (\1", stream, count=1)


@pytest.mark.parametrize("change", [_exchanged, _renamed, _parted])
def test_other_letters_of_a_known_page_are_seen(pair, together, compared, change):
    """
    As strings, as names of fonts, and by where a string is parted.
    """
    assert () == compare(together, pair)
    with pikepdf.open(BytesIO(together)) as pdf:
        page = pdf.pages[1]
        whole = page.Contents.read_bytes()
        before = Looks().look(page.obj)
        page.Contents.write(change(whole))

        assert change(whole) != whole
        assert Looks().look(page.obj) != before


def test_codes_that_stand_for_no_letter_are_told_apart(data):
    """
    As they are.
    """

    def unnamed(change):
        def made(_pdf, page):
            for font in page.Resources.Font.values():
                font.ToUnicode.write(b"")
            page.Contents.write(change(page.Contents.read_bytes()))

        return look(changed(data, made))

    assert unnamed(_exchanged) != unnamed(bytes)


def test_another_sign_for_a_code_is_seen(data):
    """
    The stream is the same, and shows another letter.
    """

    def exchanged(_pdf, page):
        unicode = _font(page, "/ToUnicode")
        whole = unicode.read_bytes()
        one, other = PAIR.findall(whole)[40:42]
        unicode.write(whole.replace(one, one[:5] + other[5:]))

    assert look(data) != look(changed(data, exchanged))


PAIR = re.compile(rb"<[0-9A-F]{2}> <[0-9A-F]{4}>")


@pytest.mark.parametrize(
    "stream",
    [b"/F1 12 Tf <6162> Tj", b"(a(b)c) Tj", b"% (a)\n/F1 12 Tf <61> Tj", b"/F1  12 Tf (a) Tj", b"[(a) (b)] TJ"],
)
def test_what_is_written_otherwise_counts_as_it_is_written(stream):
    """
    Strings and names are taken out of streams as we write them alone.
    """
    with pikepdf.new() as pdf:
        found = painting(pdf.make_stream(stream))
        other = painting(pdf.make_stream(stream.replace(b"61", b"63").replace(b"a", b"c")))

    assert (found.look, found.arrays) != (other.look, other.arrays)


def test_a_page_that_leads_elsewhere_is_followed(data):
    """
    What stands in the page itself is known by the graph of its file; what it refers to counts with all that it leads to.
    """

    def look_of(change):
        with OpenPdf(changed(data, change)) as file:
            return Looks(file.graph).look(file.pdf.pages[0].obj)

    def with_(width, *, alone):
        box = pikepdf.Array([0, 0, width, 100])
        return look_of(lambda pdf, page: page.obj.__setitem__("/CropBox", box if alone else pdf.make_indirect(box)))

    assert look_of(lambda pdf, page: None) == look_of(lambda pdf, page: pdf.make_indirect(pikepdf.Dictionary()))
    for alone in (True, False):
        assert with_(90, alone=alone) == with_(90, alone=alone) != with_(91, alone=alone)


@pytest.mark.parametrize("parent", [lambda pdf: pdf.Root, lambda pdf: True])
def test_a_page_leads_to_the_tree_that_holds_it(poster, data, parent):
    """
    What a page inherits is looked for there.
    """
    wrong = changed(data, lambda pdf, page: page.obj.__setitem__("/Parent", parent(pdf)))

    assert ["the file holds /Parent, which no leaflet needs"] == [str(one.what) for one in compare(wrong, poster.pages)]
