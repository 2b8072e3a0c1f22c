"""Paths as commands to draw, and those of pictograms scaled to a unit square."""

from __future__ import annotations

import re

PathCommand = tuple[str, tuple[float, ...]]
"""A path command: "M", "L", "C" or "Z", and its coordinates."""


class Path(tuple[PathCommand, ...]):
    """Path commands in drawing order. The hash is computed once, because a path is looked up often."""

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            self._hash: int = super().__hash__()
            return self._hash

    def __reduce__(self) -> tuple[type[Path], tuple[tuple[PathCommand, ...]]]:
        """Pickles the commands without the hash: hashes of strings differ from process to process."""
        return Path, (tuple(self),)


GRID = 960
"""Side of the square on which the pictograms are drawn, in units."""


def commands(path: str) -> Path:
    """The commands of *path* scaled to the unit square. *path* has absolute M, L, C and Z commands on the grid."""
    parts = re.findall(r"([MLCZ])([^MLCZ]*)", path)
    return Path((letter, tuple(float(number) / GRID for number in numbers.split())) for letter, numbers in parts)
