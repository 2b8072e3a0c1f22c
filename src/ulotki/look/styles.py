"""Type styles: a weight, a size, a leading, and the reading distance."""

from __future__ import annotations

import math

from ulotki.frozen import dataclass
from ulotki.look.faces import Weight
from ulotki.paper import Tier

STEP = 0.5
"""Display type steps down by this many pt at a time."""

LEAST_SHARE = 0.9
"""Display type never becomes smaller than this share of its size."""


@dataclass(frozen=True, slots=True)
class Style:
    """A type style. size, leading: pt.  tier: the reading distance.

    least: pt, the smallest size of display type, which steps down with its page; None for body type, which never shrinks.
    full: the lines of a paragraph are as full as they get and its last one ends where it ends, as in a letter; else all
    are of similar length.
    """

    weight: Weight
    size: float
    leading: float
    tier: Tier
    least: float | None = None
    full: bool = False

    def at(self, scale: float) -> tuple[float, float]:
        """(size, leading) in pt when display type is set at *scale* of its size, in whole steps, never below least."""
        if self.least is None or scale >= 1:
            return self.size, self.leading
        size = max(self.least, math.floor(self.size * scale / STEP) * STEP)
        return size, self.leading * size / self.size


def display(weight: Weight, size: float, leading: float, tier: Tier, least: float | None = None) -> Style:
    """A style of display type. least: pt, by default nine tenths of *size*, but never less than *tier* asks for."""
    return Style(weight, size, leading, tier, max(least or size * LEAST_SHARE, tier.least))
