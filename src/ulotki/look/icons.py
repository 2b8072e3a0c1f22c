"""Pictograms as paths in a unit square. They stand beside words, never instead of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

from ulotki.frozen import dataclass
from ulotki.look.paths import Path, commands
from ulotki.look.vendored import genuine

BADGE = "badge112"
"""This pictogram is no path: blocks draw the number from the register in a box."""

NO_MONEY = "no_money"
"""A banknote that is crossed out."""

SLASH = "M 100 170 L 170 100 L 860 790 L 790 860 Z"
"""The stroke that crosses out the banknote."""

CUT = "M 100 170 L 240 30 L 930 720 L 790 860 Z"
"""What is cut out of the banknote: the stroke with a gap beside it."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A pictogram in a square of side 1, y down, filled by the non-zero winding rule.

    commands: its shape.  cut: removed from the shape.  over: drawn in the cut.
    """

    name: str
    commands: Path
    cut: Path = Path()
    over: Path = Path()


@dataclass(frozen=True, slots=True, eq=False)
class Icons:
    """Pictograms by name. paths: as shipped; a path is parsed when its pictogram is first used."""

    paths: dict[str, str]

    @cache  # noqa: B019 (a few hundred at most, for the life of the program)
    def __getitem__(self, name: str) -> Icon:
        if name == NO_MONEY:
            return Icon(name, commands(self.paths["payments"]), commands(CUT), commands(SLASH))
        return Icon(name, commands(self.paths[name]))

    @property
    def names(self) -> frozenset[str]:
        """The names that content may use, including those of the pictograms that we draw ourselves."""
        return frozenset(self.paths) | {BADGE, NO_MONEY}


def material(read: Callable[[str], bytes]) -> Icons:
    """Material Symbols Rounded, filled, and our own pictograms. read(name): the bytes of a shipped file."""
    return Icons(json.loads(genuine("assets/icons.json", read("assets/icons.json"))))
