"""A note about the last pack: `hand-over` without a name means it. Deleting the note loses nothing else."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ulotki import files, values
from ulotki.frozen import dataclass
from ulotki.workspace import writing

NAME = ".packed.json"
SCHEMA = "ulotki.packed/1"


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed. edition: its code.  places: their ids."""

    campaign: str
    edition: str
    places: tuple[str, ...]


def note(base: Path, packed: Packed) -> None:
    """Keep what was packed last below *base*."""
    document = {"schema": SCHEMA, **asdict(packed)}
    writing.write(base / NAME, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())


def last(base: Path) -> Packed | None:
    """The note about the last pack, None when there is none."""
    try:
        document: Any = values.parse(files.contents(base / NAME))
        if document.get("schema") != SCHEMA:
            return None
        return Packed(str(document["campaign"]), str(document["edition"]), tuple(map(str, document["places"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
