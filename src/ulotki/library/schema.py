"""JSON Schemas of the files that people edit, made from the dataclasses that the reader fills.

Editors use them to complete keys and to show the `Doc` of a field.
"""

from __future__ import annotations

from ulotki.content.campaign import Campaign
from ulotki.content.kinds import KINDS
from ulotki.content.meetings import Planned
from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.publisher import Publisher
from ulotki.content.scam import Scam
from ulotki.library import Vocabulary
from ulotki.library.schema_types import Schema, _object, _record, _table

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version that taplo and the editors built on it read."""


def schemas(known: Vocabulary) -> dict[str, Schema]:
    """File name → schema, for every kind of file in a workspace."""
    names = known.names()
    values = {kind: _table(value, names) for kind, value in KINDS.items()}
    for table in values.values():
        # An override of a national value keeps the national label.
        table["additionalProperties"]["required"].remove("label")
    version = {"type": "integer", "description": "The version of the file, 1."}
    files = {
        "ulotki": _record(Publisher, names),
        "numbers": _object(values),
        "places": _object({"place": _table(Place, names)}),
        "people": _object({"person": _table(Person, names)}),
        "meetings": _object({"version": version, "meeting": _table(Planned, names)}),
        "campaign": _record(Campaign, names),
        "scam": _record(Scam, names),
    }
    return {f"{name}.schema.json": {"$schema": DRAFT, **schema} for name, schema in files.items()}
