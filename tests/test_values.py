"""One codec: what is dumped is loaded, across versions, and whatever does not fit is named with its place."""

from __future__ import annotations

import datetime
import enum
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.values import Misshapen, canonical, dump, load, parse


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Other:
    size: float


@dataclass(frozen=True, slots=True)
class Whole:
    """Every kind of field that a kept value may have."""

    name: str
    day: datetime.date
    until: datetime.date | None = None
    parts: tuple[Part, ...] = ()
    pair: tuple[str, int] = ("", 0)
    values: Mapping[str, str] = field(default_factory=dict)
    colour: Colour = Colour.RED
    kind: Literal["a", "b"] = "a"
    either: Part | Other | None = None
    ink: float = 0.0
    yes: bool | None = None


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PARTS = st.builds(Part, TEXTS, st.integers())
WHOLES = st.builds(
    Whole,
    TEXTS,
    st.dates(),
    st.none() | st.dates(),
    st.lists(PARTS).map(tuple),
    st.tuples(TEXTS, st.integers()),
    st.dictionaries(TEXTS, TEXTS),
    st.sampled_from(Colour),
    st.sampled_from(["a", "b"]),
    st.none() | PARTS | st.builds(Other, st.floats(allow_nan=False)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.booleans(),
)


@given(WHOLES)
def test_what_is_dumped_is_loaded(value):
    """
    Through JSON and back, every value is what it was.
    """
    assert value == load(Whole, parse(json.dumps(dump(value))))


@given(WHOLES)
def test_digests_know_no_order(value):
    """
    The canonical text is the same whatever order keys come in.
    """
    document = dump(value)
    assert isinstance(document, dict)
    turned = dict(reversed(list(document.items())))

    assert canonical(value) == canonical(turned)


def test_a_field_less():
    """
    An older program did not know it: it takes its default.
    """
    assert Part("x", 1) == load(Part, {"id": "x"})


def test_a_field_more():
    """
    A newer program knows it: it is left out, at every depth.
    """
    assert Whole("w", datetime.date(2024, 2, 29), parts=(Part("x"),)) == load(
        Whole, {"name": "w", "day": "2024-02-29", "parts": [{"id": "x", "new": [1]}], "more": {}}
    )


GOOD: Mapping[str, Any] = {"name": "w", "day": "2024-02-29"}


@pytest.mark.parametrize(
    ("kind", "document", "path"),
    [
        (Part, {}, "id"),
        (Part, [], ""),
        (Part, None, ""),
        (Part, {"id": 7}, "id"),
        (Part, {"id": "x", "copies": True}, "copies"),
        (Part, {"id": "x", "copies": 1.0}, "copies"),
        (Part, {"id": "x", "copies": "1"}, "copies"),
        (Whole, GOOD | {"day": "2023-02-29"}, "day"),
        (Whole, GOOD | {"day": 7}, "day"),
        (Whole, GOOD | {"until": "soon"}, "until"),
        (Whole, GOOD | {"parts": {}}, "parts"),
        (Whole, GOOD | {"parts": "ab"}, "parts"),
        (Whole, GOOD | {"parts": [{"id": "x"}, {"id": None}]}, "parts.2.id"),
        (Whole, GOOD | {"pair": ["x"]}, "pair"),
        (Whole, GOOD | {"pair": ["x", "y"]}, "pair.2"),
        (Whole, GOOD | {"values": []}, "values"),
        (Whole, GOOD | {"values": {"number:112": 112}}, "values.number:112"),
        (Whole, GOOD | {"colour": "green"}, "colour"),
        (Whole, GOOD | {"kind": "c"}, "kind"),
        (Whole, GOOD | {"either": {"size": "big"}}, "either.size"),
        (Whole, GOOD | {"either": 7}, "either"),
        (Whole, GOOD | {"ink": "much"}, "ink"),
        (Whole, GOOD | {"yes": 1}, "yes"),
    ],
)
def test_what_does_not_fit_is_named(kind, document, path):
    """
    The error says where it stands, counting from 1.
    """
    with pytest.raises(Misshapen) as wrong:
        load(kind, document)

    assert path == wrong.value.path


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 10_000, "{'a': 1}"])
def test_what_is_no_json(data):
    """
    Torn, not in UTF-8, nested without end, a number without end: one kind of error, never another.
    """
    with pytest.raises(Misshapen):
        parse(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
        lambda part: st.lists(part) | st.dictionaries(TEXTS, part),
    )
)
def test_nothing_breaks_the_reader(document):
    """
    Whatever JSON says, it is a value or an error of ours.
    """
    with suppress(Misshapen):
        assert isinstance(load(Whole, document), Whole)


def test_what_has_no_form_is_refused():
    """
    A set has no order, so no form.
    """
    with pytest.raises(TypeError):
        dump({1, 2})
