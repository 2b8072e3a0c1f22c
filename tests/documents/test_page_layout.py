"""Documents of the office: heads and feet, lists and tables over pages, checks and read-back."""

import io
from dataclasses import replace

import pikepdf
import pytest

from ulotki.content.text import Prose, Run, Words
from ulotki.documents import _tiles, formats, page_layout
from ulotki.documents._words import after, exact, typed, worded
from ulotki.documents.paper import Paper
from ulotki.drawing.pdf import draw
from ulotki.errors import Refused, Where
from ulotki.look.inks import BLACK, YELLOW
from ulotki.look.styles import Style
from ulotki.page.blocks import Fixed, Gap, Row, Tagged, Text
from ulotki.page.items import Role
from ulotki.page.structure import elements, structure
from ulotki.page.walking import walk
from ulotki.paper import A4, HAND

BODY = Style("Regular", 14, 17.5, HAND)


def said(words: str, role: str = "item", high: float = 60.0):
    return Tagged(Role(role), Fixed(Text(Words((Run(words),)), BODY, BLACK, Role("body")), high))


@pytest.fixture
def paper(day):
    """A head and seven points, of which four stand on a page."""
    head = Text(Words((Run("Głowa"),)), BODY, BLACK)
    return Paper("Pismo", "nadawca", day, tuple(said(f"punkt {number}") for number in range(7)), 2.0, head)


@pytest.fixture
def lines(lines_of):
    return lambda page: [line.text for line in lines_of(page)]


def test_over_pages(paper, lines):
    """
    The head stands on every page, the points follow one another, and each page says which of how many it is.
    """
    pages = page_layout.pages(paper)

    assert ["Głowa", "punkt 0", "punkt 1", "punkt 2", "punkt 3", "1/2"] == lines(pages[0])
    assert ["Głowa", "punkt 4", "punkt 5", "punkt 6", "2/2"] == lines(pages[1])


def test_one_page_needs_no_number(paper, lines):
    """
    A document of one page has no number at its foot.
    """
    (page,) = page_layout.pages(replace(paper, blocks=paper.blocks[:1]))

    assert ["Głowa", "punkt 0"] == lines(page)


def test_everything_is_inside_the_margins(paper):
    """
    Head, points and foot keep out of the margin.
    """
    inside = A4.margin
    for page in page_layout.pages(paper):
        for item, _ in walk(page.items):
            assert item.box.y >= inside and item.box.bottom <= A4.height - inside


def test_who_listens_hears_the_head_once(paper):
    """
    The head is heard on the first page; later ones, and numbers of pages, are decoration.
    """
    text = formats.document_text(paper)

    assert 1 == text.count("Głowa")
    assert "2/2" not in text
    assert 7 == text.count("punkt")


@pytest.mark.parametrize(("role", "whole"), [("item", "L"), ("row", "Table")])
def test_parts_make_a_whole(paper, role, whole):
    """
    On each page points are one list, and rows one table.
    """
    pages = page_layout.pages(replace(paper, blocks=tuple(said(f"{n}", role) for n in range(7))))

    assert [1] * len(pages) == [sum(element.type == whole for element in elements(structure(page))) for page in pages]


def test_the_same_bytes(paper):
    """
    Equal documents are equal files, dated by their day.
    """
    pages = page_layout.pages(paper)

    assert formats.paper_pdf(paper, pages) == formats.paper_pdf(paper, page_layout.pages(paper))
    assert b"D:20240801" in formats.paper_pdf(paper, pages)


def test_it_is_read_back(paper, monkeypatch):
    """
    A file that does not say what its pages order is refused.
    """
    pages = page_layout.pages(paper)
    monkeypatch.setattr("ulotki.press.draw", lambda laid, *rest: draw(laid[:1], *rest))

    with pytest.raises(Refused):
        formats.paper_pdf(paper, pages)


@pytest.mark.parametrize(
    ("block", "check"),
    [
        (Text(Words((Run("中"),)), BODY, BLACK), "glyphs"),
        (Text(Words((Run("drobne"),)), Style("Regular", 8, 10, HAND), BLACK), "type_size"),
        (Text(Words((Run("blade"),)), BODY, YELLOW), "contrast"),
    ],
)
def test_checks(paper, block, check):
    """
    What no paper may have, no document has either.
    """
    with pytest.raises(Refused) as refused:
        page_layout.pages(replace(paper, blocks=(block,)))

    assert check in {finding.check for finding in refused.value.findings}


def test_fixed_words_carry_no_values():
    """
    A placeholder in the fixed words of a document is refused; their typography is done.
    """
    assert "w\N{NO-BREAK SPACE}domu" == str(worded(Prose("w domu")))
    assert "Kod: AB" == str(after(Prose("Kod:"), "AB"))
    with pytest.raises(Refused):
        worded(Prose("{{number:112}}", Where("pl.toml", 3)))


def test_a_paper_says_what_it_is_about(day):
    """
    The subject of the file is what the paper says below its title, not the title again.
    """
    parts = (
        Text(Words((Run("Pismo"),)), BODY, BLACK, Role("heading", level=1)),
        Text(Words((Run("Prosimy o zgodę na tablicę."),)), BODY, BLACK, Role("paragraph")),
    )
    written = Paper("Pismo", "nadawca", day, parts, 2.0)

    with pikepdf.open(io.BytesIO(formats.document_file(written, ".pdf"))) as pdf:
        assert ("Pismo", "Prosimy o zgodę na tablicę.") == (str(pdf.docinfo.Title), str(pdf.docinfo.Subject))


@pytest.mark.parametrize("room", range(20, 150, 10))
def test_a_double_name_in_any_column(day, room):
    """
    However wide its column is, a double name is drawn and read back, and its text is one word.
    """
    name = "mgr Małgorzata Brzęczyszczykiewicz-Wojciechowska- Ó i Pękosławski-Świętochowski"
    column = Row((Text(typed(name), BODY, BLACK), Gap(0.0)), (room, None))
    paper = Paper("Pismo", "nadawca", day, (column,), 2.0)

    assert formats.paper_pdf(paper, page_layout.pages(paper)).startswith(b"%PDF")
    assert name in formats.document_text(paper).replace("\N{NO-BREAK SPACE}", " ")


def test_closer_where_that_saves_a_page(paper):
    """
    Blocks stand closer where the last ones would stand alone on a page of their own, and only there.
    """
    five = replace(paper, blocks=tuple(said(f"punkt {number}", high=48.6) for number in range(5)), gap=4.0)
    closer = replace(five, closer=(3.0, 1.0))

    assert [2, 1] == [len(page_layout.pages(five)), len(page_layout.pages(closer))]
    assert page_layout.pages(paper) == page_layout.pages(replace(paper, closer=(1.9,)))


def test_tiles_are_wide_enough_for_their_words():
    """
    Five places stand side by side, fewer where a word is wider; the words of each stay whole.
    """
    names = ["Zespół Szkół Ponadpodstawowych", "Bank Spółdzielczy w Starachowicach, Filia"]
    for word, across in (("Remiza", 5), (names[0], 4), (names[1], 4), ("ó" * 60, 3)):
        rows = list(_tiles.place_tiles([(word, exact("wisi"), _tiles.SOLID)] * 5))
        assert -(-5 // across) == len(rows), word
