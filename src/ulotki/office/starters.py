"""The files that a new workspace, scam, place or campaign begins with."""

from __future__ import annotations

import datetime
import json

from ulotki.content.dates import next_year
from ulotki.installed import shipped
from ulotki.library.schema import schemas
from ulotki.stock import known

IGNORED = b"out/\npeople.toml\nledger.sqlite*\n.ulotki*\n"


def starter(name: str, today: datetime.date, id: str = "") -> bytes:
    """The starter *name* of the library, with its slots filled in."""
    text = shipped(f"leaflets/library/starters/{name}").decode("utf-8")
    for slot, value in {"{id}": id, "{day}": today.isoformat(), "{year}": next_year(today).isoformat()}.items():
        text = text.replace(slot, value)
    return text.encode("utf-8")


def editor_schemas() -> dict[str, bytes]:
    """Name → contents of the JSON schemas that help editors with our files."""
    return {
        name: (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        for name, schema in schemas(known()).items()
    }
