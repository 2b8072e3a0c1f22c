"""A document as PDF, text and HTML: one writer for all of them, from the same parts."""

from html.parser import HTMLParser

import pytest

from ulotki import documents
from ulotki.content.text import Run, Words
from ulotki.documents import formats
from ulotki.documents._kit import heading, row
from ulotki.documents._words import exact
from ulotki.documents.flowing import KeepWithNext, NewPage, Table
from ulotki.documents.paper import Paper
from ulotki.errors import Refused
from ulotki.look.inks import BLACK
from ulotki.look.styles import Style
from ulotki.page.blocks import Row, Tagged, Text
from ulotki.page.items import Role
from ulotki.paper import HAND
from ulotki.readback import Readback

BODY = Style("Regular", 14, 17.5, HAND)


def line(*texts, kind="cell"):
    cells = [Text(exact(text), BODY, BLACK, None) for text in texts]
    return row(cells, [None] * len(cells), gap=3.0, rim=2.0, rule=0.5, kind=kind)


@pytest.fixture
def long(day):
    """A table over two pages, under a heading, and words on a page of their own."""
    rows = tuple(line(f"miejsce {number}", "< & >") for number in range(60))
    parts = (
        KeepWithNext(heading(exact("Tytuł"), BODY, 1)),
        Table(line("Miejsce", "Uwagi", kind="head"), rows),
        NewPage(),
        Text(exact("koniec"), BODY, BLACK),
    )
    head = Text(Words((Run("Głowa"),)), BODY, BLACK)
    return Paper("Pismo", "nadawca", day, parts, 0.0, head)


class Tags(HTMLParser):
    """Counts the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def test_on_paper_heads_stand_again(long):
    """
    The table goes over pages, each with its heads.
    """
    with Readback(formats.document_file(long, ".pdf")) as back:
        said = [page.words for page in back.pages]

    assert 3 == len(said) and "koniec" in said[2]
    assert [True, True, False] == ["Uwagi" in words for words in said]


def test_as_text_and_html_they_stand_once(long):
    """
    Pasted into a word processor the table is one, with its heads once, and the head of the pages is heard once.
    """
    text = formats.document_file(long, ".txt").decode()
    html = formats.document_file(long, ".HTML").decode()

    assert (1, 1, 60) == (text.count("Głowa"), text.count("Miejsce\tUwagi"), text.count("\t< & >"))
    assert text.endswith("koniec\n")
    tags = Tags(html).found
    assert (1, 2, 61) == (tags.count("table"), tags.count("th"), tags.count("tr"))
    assert 60 == html.count("&lt; &amp; &gt;") and '<html lang="pl">' in html and "<title>Pismo</title>" in html


@pytest.mark.parametrize("ending", documents.ENDINGS)
def test_what_is_refused_on_paper_is_refused_everywhere(day, ending):
    """
    A sign that no face has stops the text and the HTML too, and equal documents are equal files.
    """
    bad, good = (Paper("x", "y", day, (Text(exact(word), BODY, BLACK),), 0.0) for word in ("中", "dobre"))

    with pytest.raises(Refused):
        formats.document_file(bad, ending)
    assert formats.document_file(good, ending) == formats.document_file(good, ending)


def test_marks_of_a_list_stand_before_their_words(day):
    """
    A dash or a number is on the line of its item in text; in HTML the list sets it by itself.
    """
    items = []
    for mark, words in (("–", "pierwsze"), ("1.", "drugie")):
        label, body = (Text(exact(text), BODY, BLACK, Role(kind)) for text, kind in ((mark, "label"), (words, "body")))
        items.append(Tagged(Role("list"), Tagged(Role("item"), Row((label, body), (10.0, None)))))
    paper = Paper("x", "y", day, tuple(items), 2.0)
    html = formats.document_file(paper, ".html").decode()

    assert "– pierwsze\n\n1. drugie\n" == formats.document_text(paper)
    assert "–" not in html and "<ol>" in html and "pierwsze" in html
