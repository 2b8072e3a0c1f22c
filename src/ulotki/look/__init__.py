"""Faces, inks, type styles and pictograms."""

from __future__ import annotations

from ulotki.frozen import dataclass
from ulotki.look.faces import Family
from ulotki.look.icons import Icon, Icons
from ulotki.look.palettes import PALETTES, Palette

__all__ = ["PALETTES", "Family", "Icon", "Icons", "Look", "Palette"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a template draws a leaflet with: faces, pictograms and a palette of inks."""

    family: Family
    icons: Icons
    palette: Palette
