"""HTML from values: letters stay letters, and the same tree reads as plain text."""

from ulotki.markup import document, link, markup, tag, text


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
    A line for each block, an empty one before a heading and around a list, a number or a dash before an item that has no
    label; a break is a blank, and cells are parted by tabs.
    """
    tree = [
        tag("section", tag("h2", "Steps"), tag("ol", tag("li", tag("strong", "One."), " More."), tag("li", "Two"))),
        tag("ul", tag("li", tag("p", "a", tag("br"), "b"), tag("p", "c")), tag("li", tag("strong", "Label"), " d")),
        tag("p", "call ", tag("a", "112", href="tel:112")),
        tag("table", tag("tr", tag("td", "x"), tag("td"), tag("td", "y"))),
    ]

    assert "Steps\n\n1. One. More.\n2. Two\n\n– a b\nc\nLabel d\n\ncall 112\n\nx\t\ty\n" == text(tree)


def test_a_link_is_called_what_it_says_unless_told_otherwise():
    """
    A name stands there only where the words alone do not say where it leads.
    """
    assert '<a href="x">w\xa0domu</a>' == markup([link("w\xa0domu", target="x", name="w domu")])
    assert '<a href="tel:112" aria-label="Call 112">112</a>' == markup([link("112", target="tel:112", name="Call 112")])


def test_a_document_says_its_language_and_title():
    """
    Both escaped, before anything else.
    """
    page = document("pl", "„a” & b", "<link>", "<main></main>")

    assert page.startswith('<!doctype html>\n<html lang="pl">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>„a” &amp; b</title>\n<link>\n</head>\n<body>\n<main></main>\n</body>" in page
