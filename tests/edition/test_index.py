"""The first page of an edition: what there is to print, under what it is for, in words that people use."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser

import pytest

from ulotki.edition.index import GROUPS, index, pointer, printing
from ulotki.edition.record import Record, RecordEntry
from ulotki.edition.voice import PageVoice
from ulotki.templates import templates

CODE = "KM2XN-WQAE9"


class Reading(HTMLParser):
    """What a browser makes of a page: the tags it knows of, the links, the words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.named: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.links += [value for name, value in attributes if name in ("href", "src") and not value.startswith("#")]
        self.named += [value for name, value in attributes if name == "aria-label"]

    def handle_data(self, data):
        self.words += data


def entry(
    template="poster",
    paper="A4",
    *,
    path="",
    copies=18,
    pages=1,
    mark=None,
    until=datetime.date(2024, 12, 31),
    title="Wnuczek",
):
    name = f"na-wnuczka-{template}-{paper}-mono"
    path = path or f"pieces/{name}.pdf"
    places = (("urzad", copies),)
    return RecordEntry(
        path, "0" * 64, 1, name, title, "na-wnuczka", template, paper, "mono", "pl", "office", places, until, pages, 0.1,
        CODE, {}, mark,
    )  # fmt: skip


def record(*files, title="Sierpień"):
    return Record("sierpien", title, datetime.date(2024, 8, 1), datetime.date(2024, 12, 31), "VN60J-4GFHD", files)


def test_every_file_is_offered_once():
    """
    A picture and a button for each piece, and every other file by what it is for; nothing is asked of the net.
    """
    leaflet = entry("leaflet", "A5", pages=2)
    more = [f"print/{leaflet.name}.pdf", f"web/{leaflet.name}.pdf", f"press/sheets/{leaflet.name}.txt"]
    files = (entry(), leaflet, *(entry("leaflet", "A5", pages=2, path=path) for path in more))
    page = Reading(index(record(*files)))
    pictures = {f"pictures/{one.name}.png" for one in files}

    assert {file.path for file in files} | pictures == set(page.links)
    assert len(page.links) == len(files) + len(pictures)
    assert "script" not in page.tags


def test_leaflets_open_two_to_a_sheet():
    """
    The button of a leaflet is „Print 2 × A5” and leads to its sheets; its name says of what.
    """
    leaflet = entry("leaflet", "A5", pages=2)
    page = Reading(index(record(leaflet, entry("leaflet", "A5", pages=2, path=f"print/{leaflet.name}.pdf"))))

    assert page.links.index(f"print/{leaflet.name}.pdf") < page.links.index(leaflet.path)
    assert "Print 2 × A5" in page.words
    assert "Print 2 × A5: Wnuczek" in page.named


@pytest.mark.parametrize(
    ("template", "paper", "copies", "pages", "each", "sheets", "turned"),
    [
        ("poster", "A4", 18, 1, 1, 18, False),
        ("poster", "A3", 2, 1, 1, 2, False),
        ("leaflet", "A5", 25, 2, 2, 13, True),
        ("sticker", "sticker", 21, 1, 10, 3, False),
        ("large-print", "A4", 5, 3, 1, 10, True),
        ("overview", "A4", 4, 2, 1, 8, False),
        ("of a later program", "A4", 7, 1, 1, 7, False),
    ],
)
def test_sheets_are_counted(template, paper, copies, pages, each, sheets, turned):
    """
    Copies become sheets: so many to a sheet, two pages on it where it is turned over.
    """
    how = printing(entry(template, paper, copies=copies, pages=pages))

    assert (each, sheets, turned) == (how.each, how.sheets, how.turned)


def test_every_template_has_its_place():
    """
    Each template is in one part of the page; one that nobody knows stands at the end.
    """
    placed = [template for _, _, those in GROUPS for template in those]

    assert sorted(placed) == sorted(templates())
    assert "Other pieces" in Reading(index(record(entry("of a later program")))).words


def test_paper_is_summed_up():
    """
    The end says how much of each paper it takes.
    """
    words = " ".join(Reading(index(record(entry(), entry("card", "A6", copies=9, pages=2)))).words.split())

    assert words.endswith("Paper for all of it A4sheets: 18 A4, cardboardsheets: 3")


def test_what_is_marked_is_said_first():
    """
    A draft says what it is in its head and on each piece; an edition says until when it may hang.
    """
    marked, good = (Reading(index(record(entry(mark=mark)))) for mark in ("WZÓR", None))

    assert 2 == marked.words.count("WZÓR")
    assert "nothing of this may hang" in marked.words
    assert "Ready to print" in good.words and "May hang until 31 December 2024" in good.words
    assert "hangs until 9 December 2024" in Reading(index(record(entry(until=datetime.date(2024, 12, 9))))).words


def test_it_speaks_what_it_is_told():
    """
    Every sentence goes through the voice, and days are in its language.
    """
    page = index(record(entry()), PageVoice(lambda sentence: f"«{sentence}»", "pl")).decode()

    assert '<html lang="pl">' in page
    assert "31 grudnia 2024 r." in page
    assert "«Posters»" in page and "«How to print»" in page


def test_words_of_the_campaign_are_no_tags():
    """
    Title and names stand there as words, whatever they look like.
    """
    evil = '</title><script>alert("x")</script><img src=x>'
    page = Reading(index(record(entry(title=evil), title=evil)))

    assert "script" not in page.tags
    assert 3 == page.words.count(evil)


def test_the_pointer_leads_to_the_first_page():
    """
    By itself, and by a link for who has switched that off.
    """
    page = pointer("2024-08-01-1-KM2XN-WQAE9")

    assert ["2024-08-01-1-KM2XN-WQAE9/index.html"] == Reading(page).links
    assert b"url=2024-08-01-1-KM2XN-WQAE9/index.html" in page
