"""Whose words are to blame when there is no room: those that are longer than anybody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ulotki.content.text import Prose
from ulotki.errors import Where
from ulotki.library.blame import kind, longest, told_short


def longer(scam, name, times):
    """*scam* with one of its fields said several times over."""
    prose = getattr(scam, name)
    return replace(scam, **{name: replace(prose, source=prose.source * times)})


@pytest.mark.parametrize("name", ["title", "story", "rule"])
def test_words_beyond_all_others_are_to_blame(library, name):
    """
    By how many characters they are longer than the longest of their kind.
    """
    scam = longer(library.scam("bank"), name, 9)
    prose, over = longest(scam, library.editions)
    most = max(len(getattr(one, name).source) for one in library.scams.values() if one.id != "bank")

    assert (getattr(scam, name), len(prose.source) - most) == (prose, over)


def test_a_line_of_23_letters_is_to_blame(library):
    """
    Among four lines it is the one that nobody else's is as long as.
    """
    scam = library.scam("bank")
    line = Prose("Nie wpuszczaj nikogo tu.", Where("a.toml", 8, "quote.2"))
    quote = (scam.quote[0], line, *scam.quote[2:])

    assert line == longest(replace(scam, quote=quote), library.editions)[0]


def test_words_like_all_others_are_not_to_blame(library):
    """
    Then the page is asked which field has no room.
    """
    scam = library.scam("bank")

    assert longest(scam, [*library.editions, replace(scam, id="other")]) is None


def test_kinds_of_fields():
    """
    Entries of a list are of one kind.
    """
    assert ["step.lead", "quote", "title"] == [kind(field) for field in ("step.2.lead", "quote.1", "title")]


def test_shorter_words_are_named(library):
    """
    As a warning at the words that somebody edited.
    """
    scam = library.scam("bank")
    (finding,) = told_short(scam, {"story"})

    assert (scam.story.at, False) == (finding.at, finding.grave)
