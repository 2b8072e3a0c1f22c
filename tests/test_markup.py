"""HTML from values: letters stay letters, and the same tree reads as plain text."""

from ulotki.markup import document, lines, markup, tag


def test_letters_stay_letters():
    """
    Between tags and in attributes nothing becomes markup.
    """
    assert '<a href="&quot;&gt;">&lt;b&gt; &amp;</a>' == markup([tag("a", "<b> &", href='">')])


def test_words_of_python_are_attributes():
    """
    A low line at the end falls off, one within becomes a hyphen.
    """
    assert '<p class="x" aria-label="y"></p>\n' == markup([tag("p", class_="x", aria_label="y")])


def test_lines():
    """
    A line for each block, an empty one before a heading, a number or a dash before an item; a break is a blank.
    """
    tree = [
        tag("section", tag("h2", "Steps"), tag("ol", tag("li", tag("strong", "One."), " More."), tag("li", "Two"))),
        tag("ul", tag("li", tag("p", "a", tag("br"), "b"))),
        tag("p", "call ", tag("a", "112", href="tel:112")),
    ]

    assert ["", "Steps", "1. One. More.", "2. Two", "– a b", "call 112"] == list(lines(tree))


def test_a_document_says_its_language_and_title():
    """
    Both escaped, before anything else.
    """
    page = document("pl", "„a” & b", "<link>", "<main></main>")

    assert page.startswith('<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>„a” &amp; b</title>\n<link>\n</head>\n<body>\n<main></main>\n</body>" in page
