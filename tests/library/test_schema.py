"""Schemas for editors: every key that people write, with its help."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from ulotki.content.doc import Doc
from ulotki.library.schema import schemas
from ulotki.library.schema_types import _descriptions
from ulotki.stock import known


def described(schema):
    """(key, its schema) of every key in *schema*, at any depth."""
    for key, inner in schema.get("properties", {}).items():
        yield key, inner
        yield from described(inner)
    for part in ("items", "additionalProperties"):
        if isinstance(schema.get(part), dict):
            yield from described(schema[part])


@pytest.mark.parametrize("file", schemas(known()))
def test_every_key_has_its_help(file):
    """
    An editor shows a sentence for each key; tables of entries such as [place.x] have no key of their own.
    """
    keys = list(described(schemas(known())[file]))

    assert keys
    assert [] == [
        key
        for key, inner in keys
        if "description" not in inner and key not in {"place", "person", "meeting", "number", "address", "name"}
    ]


def test_help_is_what_stands_beside_the_field():
    """
    The help of a field is its `Doc`; a field without one, or of a base class, is treated alike.
    """

    @dataclass
    class Base:
        inherited: Annotated[str, Doc("Of the base.")]

    @dataclass
    class Kind(Base):
        own: Annotated[int | None, Doc("Of its own.")] = None
        bare: str = ""

    assert {"inherited": "Of the base.", "own": "Of its own."} == _descriptions(Kind)
