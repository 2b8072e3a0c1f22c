"""The gallery: what a piece is called, each once, all of it without a script."""

from dataclasses import replace

import pytest
from lxml import html

from ulotki.content.text import Prose
from ulotki.web.gallery import Card, page


@pytest.fixture(scope="module")
def gallery(library):
    """gallery(cards): the page, parsed."""

    def make(*cards):
        return html.document_fromstring(page(cards, str, "en"))

    return make


def card(scam, template="poster", paper="A4"):
    name = f"{scam.id}-{template}-{paper}"
    return Card(scam, template, paper, f"pictures/{name}.png", f"pieces/{name}.pdf", 300, 424)


def test_a_caption_names_template_and_size(library, gallery):
    """
    Under a picture stands of what it is, what kind of piece, on which paper; the picture says it too.
    """
    shown = gallery(card(library.scam("na-wnuczka")))
    words = " ".join(shown.find(".//li").text_content().split())

    assert words.startswith("Oszustwo „na wnuczka” for the display case · A4")
    assert ["for the display case · A4: Oszustwo „na wnuczka”"] == shown.xpath("//img/@alt")


def test_no_caption_says_a_word_of_the_program(library, gallery):
    """
    A format whose name is no size of paper is said in words.
    """
    words = gallery(
        card(library.scam("na-wnuczka"), "card", "wallet"), card(library.scam("bank"), "sticker", "sticker")
    )

    assert ["for a wallet", "99 × 57 mm"] == [
        one.text_content().split(" · ")[1].split("\n")[0] for one in words.iter("li")
    ]


def test_a_piece_about_several_is_not_called_after_one(library, gallery):
    """
    The overview stands there under its own name, not under the first scam.
    """
    (item,) = gallery(card(library.scam("na-wnuczka"), "overview")).findall(".//li")

    assert "na wnuczka" not in item.text_content()
    assert "all swindles of a campaign at a glance · A4" in item.text_content()


def test_all_are_shown_without_a_script(library, gallery):
    """
    No card is hidden; what filters them appears when it works.
    """
    shown = gallery(card(library.scam("na-wnuczka")), card(library.scam("blik"), "leaflet", "A5"))

    assert 2 == len(shown.findall(".//li")) == len(shown.xpath("//li[not(@hidden)]"))
    assert [""] == shown.xpath("//form/@hidden")
    assert ["search"] == shown.xpath("//form//input/@type")
    assert [] == shown.xpath("//script/@src | //link | //iframe")


def test_words_are_no_tags(library, gallery):
    """
    Names and sentences are words, whatever they look like.
    """
    evil = "<script>alert(1)</script>"
    scam = library.scam("na-wnuczka")
    scam = replace(scam, name=Prose(evil, scam.name.at), summary=Prose(evil, scam.summary.at))

    (item,) = gallery(card(scam)).findall(".//li")

    assert [] == item.findall(".//script")
    assert 2 == item.text_content().count(evil)
