"""Sentence length: no long sentence, and short ones on average."""

from dataclasses import replace

import pytest

from ulotki.checks.sentence_length import MOST, find

TWELVE = "Policja nigdy nie każe wypłacać pieniędzy z banku ani oddawać ich na przechowanie."


def found(piece):
    return [(finding.at.field, finding.grave) for finding in find(piece)]


@pytest.mark.parametrize(("count", "fields"), [(3, []), (MOST, []), (MOST + 1, [("story", True)])])
def test_a_long_sentence_is_found(saying, count, fields):
    """
    Twelve words are the most; the field is named.
    """
    assert fields == found(saying("raz " * count))
    assert fields == found(saying(f"Tak. {'Raz ' * count}. Nie."))


def test_words_without_a_syllable_do_not_count(saying):
    """
    „w” and „z” are said with the next word; a number is one word.
    """
    assert [] == found(saying(TWELVE))
    assert [("story", True)] == found(saying(TWELVE.replace(" z ", " spod ")))
    assert [] == found(saying("raz " * (MOST - 1) + "828 828 828"))


def test_the_place_is_the_line_of_the_field(saying):
    """
    Who mends it finds the file, the line and the field.
    """
    (finding,) = find(saying("raz " * 13, "steps"))

    assert ("na-wnuczka.toml", 7, "step.1.sentence") == (finding.at.file, finding.at.line, finding.at.field)
    assert "13 words" in str(finding.what)


def test_many_long_sentences_are_warned_of(saying):
    """
    Each may be short enough, and the leaflet still too long-winded as a whole.
    """
    assert [("", False)] == found(saying(f"{'Raz ' * 12}. " * 60))


def test_the_imprint_is_apart(saying, leaflet, words):
    """
    The small print under a leaflet may have a longer sentence; a heading may not.
    """
    long = "raz " * (MOST + 1)
    small = replace(leaflet.phrases, free=words(long, "words.free"))
    large = replace(leaflet.phrases, steps=words(long, "words.steps"))

    assert [] == found(saying("Tak.", phrases=small))
    assert [("words.steps", True)] == found(saying("Tak.", phrases=large))


def test_other_languages_have_other_lengths(saying):
    """
    English needs more words for the same, so the limit is for Polish.
    """
    assert [] == found(saying("one " * 13, lang="en"))


def test_the_library_is_short(faults):
    """
    No sentence of the library is too long.
    """
    assert [] == faults(find)
