"""Tied words: a word of one letter stands on the line of the word it belongs to."""

from dataclasses import replace

import pytest

from ulotki.checks.tied_words import find


def found(piece):
    return [str(finding.what).split('"')[1] for finding in find(piece)]


@pytest.mark.parametrize("text", ["Zadzwoń i ", "Wejdź w ", "mówi: „A ", "(z ", "w\u00a0domu i\u00a0w "])
def test_a_lonely_letter_is_found(piece, line, text):
    """
    At the end of a line that goes on, in small or in capital letters, behind a quotation mark or a bracket.
    """
    (finding,) = find(piece(line(text, 20, 50), line("domu.", 20, 56)))

    assert (False, "story") == (finding.grave, finding.at.field)
    assert [text.strip()] == found(piece(line(text)))


@pytest.mark.parametrize(
    "text", ["Zadzwoń i", "w\u00a0domu ", "to ", "Plan B ", "Krok 2 ", "i\u00a0Ty ", " ", "nie a\u00a0b "]
)
def test_what_may_end_a_line(piece, line, text):
    """
    The last line of a paragraph, longer words, figures, and letters that are no words.
    """
    assert [] == found(piece(line(text)))


def test_a_line_of_several_parts_is_one_line(piece, line):
    """
    A change of face in a line ends no line; its last part decides.
    """
    first = line("Zadzwoń i ", 20, 50)
    bold = line("pytaj.", first.box.right, 50, weight="Bold")
    last = line("w ", first.box.right, 50, weight="Bold")

    assert [] == found(piece(first, bold))
    assert ["Zadzwoń i w"] == found(piece(first, last))
    assert ["Zadzwoń i"] == found(piece(first, replace(bold, baseline=56)))
    assert ["Zadzwoń i"] == found(piece(first, replace(bold, field="rule")))


def test_each_language_has_its_letters(piece, leaflet, line):
    """
    What is bound is told by the typography of the language; a language without one is not judged.
    """
    assert ["Zadzwoń z"] == found(piece(line("Zadzwoń z ", 20, 50)))
    assert [] == found(piece(line("Zadzwoń z ", 20, 50), told=replace(leaflet, lang="en")))
    assert [] == found(piece(line("Zadzwoń z ", 20, 50), told=replace(leaflet, lang="xx")))


def test_lines_break_well(library, proof):
    """
    No poster and no leaflet of the library leaves a letter alone.
    """
    for scam in library.scams:
        for template in ("poster", "leaflet"):
            assert [] == [finding for finding in proof(scam, template).findings if finding.check == "tied_words"]
