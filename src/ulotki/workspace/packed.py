"""A note about the last pack: `hand-over` without a name means it. Deleting the note loses nothing else."""

from __future__ import annotations

import json
from pathlib import Path

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
    schema: str = SCHEMA


def note(base: Path, packed: Packed) -> None:
    """Keep what was packed last below *base*."""
    writing.write(base / NAME, (json.dumps(values.dump(packed), ensure_ascii=False, indent=1) + "\n").encode())


def last(base: Path) -> Packed | None:
    """The note about the last pack, None when there is none."""
    try:
        found = values.load(Packed, values.parse(files.contents(base / NAME)))
    except (OSError, values.Misshapen):
        return None
    return found if found.schema == SCHEMA else None
