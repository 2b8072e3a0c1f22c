"""Pictograms as paths in a unit square. They stand beside words, never instead of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from ulotki.look.vendored import genuine

Command = tuple[str, tuple[float, ...]]
"""A path command: "M", "L", "C" or "Z" and its coordinates."""


class Path(tuple[Command, ...]):
    """Commands, drawn one after another. The hash is counted once: a path is looked up far more often than made."""

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            self._hash: int = super().__hash__()
            return self._hash

    def __reduce__(self) -> tuple[type[Path], tuple[tuple[Command, ...]]]:
        """Without the hash: another process counts hashes otherwise."""
        return Path, (tuple(self),)


BADGE = "badge112"
"""Not a path but the number itself in a box: blocks draw it from the register."""

NO_MONEY = "no_money"
"""A banknote, struck out."""

GRID = 960
"""Units in the side of the square that the pictograms are drawn on."""

SLASH = "M 100 170 L 170 100 L 860 790 L 790 860 Z"
"""Across a banknote: no money."""

CUT = "M 100 170 L 240 30 L 930 720 L 790 860 Z"
"""Room for the slash, with a gap of ground beside it."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A pictogram in a square of side 1, y down, filled by the non-zero rule.

    commands: its shape.  cut: taken out of it again.  over: put into the cut.
    """

    name: str
    commands: Path
    cut: Path = Path()
    over: Path = Path()


@dataclass(frozen=True, slots=True, eq=False)
class Icons:
    """Pictograms by name. paths: as they are shipped, made into commands when somebody asks."""

    paths: dict[str, str]
    made: dict[str, Icon] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Icon:
        if name not in self.made:
            self.made[name] = self._make(name)
        return self.made[name]

    def _make(self, name: str) -> Icon:
        if name == NO_MONEY:
            return Icon(name, commands(self.paths["payments"]), commands(CUT), commands(SLASH))
        return Icon(name, commands(self.paths[name]))

    @property
    def names(self) -> frozenset[str]:
        """What content may ask for, what we draw ourselves included."""
        return frozenset(self.paths) | {BADGE, NO_MONEY}


def commands(path: str) -> Path:
    """The commands of *path*, which is absolute M, L, C and Z on the grid, scaled to the unit square."""
    out: list[Command] = []
    numbers: list[float] = []
    letter = ""
    for token in path.split():
        if token.isalpha():
            if letter:
                out.append((letter, tuple(numbers)))
            letter, numbers = token, []
        else:
            numbers.append(float(token) / GRID)
    if letter:
        out.append((letter, tuple(numbers)))
    return Path(out)


def material(read: Callable[[str], bytes]) -> Icons:
    """Material Symbols Rounded, filled, and what we draw ourselves. read: the bytes of a shipped file by its name."""
    return Icons(json.loads(genuine("assets/icons.json", read("assets/icons.json"))))
