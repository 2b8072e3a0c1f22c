"""Type: a weight, a size, a leading, and the distance it is read from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ulotki.look.faces import Weight
from ulotki.paper import Tier

STEP = 0.5
"""pt by which display type may step down."""

LEAST_SHARE = 0.9
"""Display type never falls below this share of its size."""


@dataclass(frozen=True, slots=True)
class Style:
    """size, leading: pt.  tier: how far away its reader stands.

    least: pt to which display type may step down with the rest of its page; None for body type, which never shrinks.
    """

    weight: Weight
    size: float
    leading: float
    tier: Tier
    least: float | None = None

    def at(self, scale: float) -> tuple[float, float]:
        """(size, leading) in pt when display type is set at *scale* of its size, in whole steps, never below least."""
        if self.least is None or scale >= 1:
            return self.size, self.leading
        size = max(self.least, math.floor(self.size * scale / STEP) * STEP)
        return size, self.leading * size / self.size


def display(weight: Weight, size: float, leading: float, tier: Tier, least: float | None = None) -> Style:
    """Display type: it may step down to *least* pt, or to nine tenths of its size, but not below its tier."""
    return Style(weight, size, leading, tier, max(least or size * LEAST_SHARE, tier.least))
