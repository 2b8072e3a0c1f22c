"""A workspace's own version of a scam: it knows what it was copied from."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from ulotki.installed import digest
from ulotki.library import copies
from ulotki.library.copies import Since, as_copy, since


@pytest.fixture(scope="module")
def text(root):
    """A scam of the library, as it ships."""
    return (root / "leaflets/library/scams/pl/bank.toml").read_bytes()


def test_a_copy_says_the_same_and_what_it_was_copied_from(text):
    """
    One key more, before every table, and no other difference; to copy the copy keeps one such key.
    """
    before, after = tomllib.loads(text.decode()), tomllib.loads(as_copy(text).decode())

    assert before | {"copied_from": digest(text)} == after
    assert 1 == as_copy(as_copy(text)).count(b"copied_from")


def test_line_ends_are_no_change(text):
    """
    A checkout on Windows has the same text.
    """
    assert digest(text) == digest(text.replace(b"\n", b"\r\n"))


def test_what_became_of_the_text_of_the_library(library, text):
    """
    The same, changed, gone, or nobody knows; a scam that the library never had is no copy.
    """
    scam = library.scam("bank")

    assert Since.SAME is since(replace(scam, copied_from=digest(text)))
    assert Since.CHANGED is since(replace(scam, copied_from=digest(text + b"# corrected\n")))
    assert Since.UNKNOWN is since(scam)
    assert Since.GONE is since(replace(scam, id="nowe", copied_from=digest(text)))
    assert since(replace(scam, id="nowe")) is None


def test_every_answer_has_its_words():
    """
    So doctor and the list can say each of them.
    """
    assert set(Since) == set(copies.WORDS)
