"""A table as a value: the dataclass says what keys there are."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NewType

import pytest

from ulotki.content.field_policies import POLICIES
from ulotki.content.policies import LINK
from ulotki.content.text import Prose
from ulotki.errors import Where
from ulotki.library.ids import ID
from ulotki.library.shape import URL, Reader
from ulotki.library.toml import parse

Colour = NewType("Colour", str)


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A table in a table."""

    name: str
    at: Where = Where()


@dataclass(frozen=True, kw_only=True)
class Tree:
    """A field of every type that content has."""

    value: str = ""
    title: Prose | None = None
    lines: tuple[Prose, ...] = ()
    count: int = 0
    day: datetime.date | None = None
    kind: Literal["oak", "pine"] = "oak"
    colour: Colour = Colour("red")
    leaf: tuple[Leaf, ...] = ()
    crown: Leaf | None = None
    names: Mapping[str, str] | None = None
    url: str = "https://x"
    id: str = ""
    national: bool = False
    at: Where = Where()


@pytest.fixture(autouse=True)
def named(monkeypatch):
    """The link of a tree is named as one; its other texts have the strictest rule."""
    monkeypatch.setitem(POLICIES, "Tree.url", LINK)


def read(text: str, kind=Tree, **given):
    """(what was read, [(line, field, what, hint)])."""
    document = parse("a.toml", text.encode())
    reader = Reader(document, {Colour: ["red", "green"]})
    value = reader.read(kind, document.values, (), **given)
    return value, [
        (finding.at.line, finding.at.field, str(finding.what), str(finding.hint)) for finding in reader.findings
    ]


def test_a_table_becomes_its_value():
    """
    Texts, lists, days, tables and words of a closed list, each as its field wants it.
    """
    text = """
value = "x"
title = "Tytuł"
lines = ["raz",
  "dwa"]
count = 3
day = 2024-08-01
kind = "pine"
colour = "green"
names = { pl = "drzewo" }
crown = { name = "korona" }

[[leaf]]
name = "a"
[[leaf]]
name = "b"
"""
    tree, faults = read(text, id="t", national=True)

    assert [] == faults
    assert (Prose("raz", Where("a.toml", 4, "lines.1")), Prose("dwa", Where("a.toml", 5, "lines.2"))) == tree.lines
    assert ("x", 3, datetime.date(2024, 8, 1), "pine", "green") == (
        tree.value,
        tree.count,
        tree.day,
        tree.kind,
        tree.colour,
    )
    assert (
        Leaf(name="a", at=Where("a.toml", 13, "leaf.1")),
        Leaf(name="b", at=Where("a.toml", 15, "leaf.2")),
    ) == tree.leaf
    assert ({"pl": "drzewo"}, "korona") == (tree.names, tree.crown.name)
    assert ("t", True, Where("a.toml", 1)) == (tree.id, tree.national, tree.at)


def test_an_empty_table_takes_what_is_usual():
    """
    Fields with a default need not be written.
    """
    assert (Tree(at=Where("a.toml", 1)), []) == read("")


@pytest.mark.parametrize("key", ["id", "national", "at", "lang"])
def test_nobody_writes_what_the_reader_gives(key):
    """
    A file cannot call itself national, nor say where it stands.
    """
    tree, faults = read(f"{key} = true", national=False)

    assert tree is None
    assert [(1, key, f'unknown key "{key}"')] == [fault[:3] for fault in faults]


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ((1, "value", "value = true must be text in quotes"), "value = true"),
        ((1, "title", "title = 3 must be text in quotes"), "title = 3"),
        ((1, "title", "title = […] must be text in quotes"), 'title = ["a"]'),
        ((1, "lines", 'lines = "raz" must be a list in brackets'), 'lines = "raz"'),
        ((2, "lines.2", "lines.2 = 3 must be text in quotes"), 'lines = ["raz",\n3]'),
        ((1, "count", 'count = "3" must be a whole number'), 'count = "3"'),
        ((1, "count", "count = true must be a whole number"), "count = true"),
        ((1, "count", "count = 3.0 must be a whole number"), "count = 3.0"),
        ((1, "day", "day = 3 must be a day such as 2024-08-01"), "day = 3"),
        ((1, "day", "day = 2024-08-01 10:00:00 must be a day such as 2024-08-01"), "day = 2024-08-01T10:00:00"),
        ((1, "day", '"2024-08-01" is not a date'), 'day = "2024-08-01"'),
        ((1, "kind", 'kind cannot be "beech"'), 'kind = "beech"'),
        ((1, "kind", "kind = 3 must be text in quotes"), "kind = 3"),
        ((1, "colour", 'colour cannot be "grene"'), 'colour = "grene"'),
        ((1, "leaf", "leaf = {…} must be a list in brackets"), '[leaf]\nname = "a"'),
        ((2, "leaf.2", "leaf.2 must be a table"), 'leaf = [{name = "a"},\n3]'),
        ((2, "leaf.1.name", "leaf.1.name = 3 must be text in quotes"), "[[leaf]]\nname = 3"),
        ((1, "leaf.1", 'the field "name" is missing'), "[[leaf]]"),
        ((1, "crown", "crown must be a table"), 'crown = "x"'),
        ((1, "names", 'names = "x" must be a table'), 'names = "x"'),
        ((1, "names.pl", "names.pl = 3 must be text in quotes"), "names = {pl = 3}"),
        ((1, "url", '"www.x.pl" is not the address of a page'), 'url = "www.x.pl"'),
        ((1, "url", '"https://x y" is not the address of a page'), 'url = "https://x y"'),
        ((1, "value", "the number 112 is not text"), "value = 112"),
        ((1, "value", "the number 47.8 is not text"), "value = 47.8"),
        ((1, "value", "the number 112 is not text"), "value = 0o160"),
        ((1, "value", "the number 48800702222 is not text"), "value = +48800702222"),
        ((1, "value", "the character U+200B (ZERO WIDTH SPACE) cannot be printed"), 'value = "a\\u200bb"'),
        ((1, "value", "the character U+001B (unnamed) cannot be printed"), 'value = "a\\u001b"'),
        ((1, "value", "the character U+000A (unnamed) cannot be printed"), 'value = "a\\nb"'),
        ((1, "title", "title is empty"), 'title = ""'),
        ((1, "lines.1", "lines.1 is empty"), 'lines = [" "]'),
    ],
)
def test_what_is_of_another_type_is_a_fault(fault, text):
    """
    Line, field, value and what it should be; nothing is converted, and nothing is read.
    """
    tree, faults = read(text)

    assert tree is None
    assert [fault] == [found[:3] for found in faults]
    assert "None" != faults[0][3]


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        ('did you mean "title"?', 'titel = "x"'),
        ("known are: value, title, lines, count, day, kind, colour, leaf, crown, names, url", "zupa = 1"),
        ('did you mean "name"?', 'crown = {name = "x", naem = "y"}'),
        ("known are: oak, pine", 'kind = "beech"'),
        ('did you mean "green"?', 'colour = "grene"'),
        ("write a day as 2024-08-01, without quotes", 'day = "2024-08-01"'),
        ('put it in quotes, as in "112": a leading zero or plus would be lost', "value = 112"),
    ],
)
def test_a_fault_has_a_way_out(hint, text):
    """
    The nearest name, or all there are.
    """
    assert [hint] == [fault[3] for fault in read(text)[1]]


def test_a_missing_field_is_named():
    """
    In the line of the table that lacks it.
    """
    assert (
        None,
        [(1, "", 'the field "name" is missing', "write name = … here; init and the library show how")],
    ) == read("", Leaf)


def test_all_faults_of_a_table_come_at_once():
    """
    The first does not hide the others.
    """
    _, faults = read('count = "3"\ntitel = "x"\nlines = ["", 3]\n')

    assert {"count", "titel", "lines.1", "lines.2"} == {field for _, field, _, _ in faults}


def test_prose_is_judged_where_it_stands():
    """
    Number, address and sign that cannot be printed, each in the line of its text.
    """
    _, faults = read('lines = [\n"dom",\n"Zadzwoń: 600 700 800 albo evil.com\\u200b"]')

    assert {(3, "lines.2")} == {fault[:2] for fault in faults}
    assert 3 == len(faults)


@pytest.mark.parametrize("word", ["a", "1", "na-wnuczka", "a" * 60, "112"])
def test_an_id_is_small_letters_digits_and_hyphens(word):
    """
    At most sixty of them.
    """
    assert ID.fullmatch(word)


@pytest.mark.parametrize(
    "word", ["", "-a", "a-", "A", "ą", "a b", "a.b", "a/b", "a_b", "a\n", "..", "a" * 61, "a\u0661"]
)
def test_what_could_be_a_path_is_no_id(word):
    """
    Ids become names of files.
    """
    assert not ID.fullmatch(word)


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://x", "javascript:x", "https://", "https://x\\y", "https://x<y", "https://x\n"]
)
def test_a_source_is_a_page(url):
    """
    Sources are never printed, but people click them.
    """
    assert not URL.fullmatch(url)
