"""The help text of a field in a file that people edit: editors show it. `boards: Annotated[int, Doc("…")]`."""

from __future__ import annotations

from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Doc:
    """What a field means, for the people who write it. text: one or two plain sentences."""

    text: str
