"""A TOML file as its values, with the line of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from ulotki.errors import Where
from ulotki.frozen import dataclass
from ulotki.library.locate import KeyPath


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values, and the line of each key and array element by its path; () is the file itself. digest: of its bytes."""

    file: str
    values: Mapping[str, Any]
    lines: Mapping[KeyPath, int] = field(repr=False)
    digest: str = ""

    def where(self, path: KeyPath) -> Where:
        """The place of *path*, or of the nearest table around it."""
        dotted = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        while path and path not in self.lines:
            path = path[:-1]
        return Where(self.file, self.lines.get(path, 1), dotted)
