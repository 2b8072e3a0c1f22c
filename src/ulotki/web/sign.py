"""The icon of the web site, for the tab of a browser."""

from __future__ import annotations

from ulotki.look.inks import NAVY, YELLOW
from ulotki.look.paths import GRID
from ulotki.stock import icons


def icon() -> str:
    """The icon as SVG: the mask, as on the leaflets."""
    path = icons().paths["domino_mask"]
    ground = f'<rect width="{GRID}" height="{GRID}" rx="200" fill="{NAVY.hex}"/>'
    mask = f'<path d="{path}" fill="{YELLOW.hex}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">{ground}{mask}</svg>\n'
