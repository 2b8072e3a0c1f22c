"""The pattern that pages are laid out in, and what each palette has for its inks."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.look.inks import Ink, Surface
from ulotki.look.palettes import Palette


def _pattern(name: str, weight: float) -> Surface:
    fill, line, text, accent = (
        Ink(f"{name}.{use}", (0, 0, 0), (0, 0, 0, 0)) for use in ("fill", "line", "text", "accent")
    )
    return Surface(fill, line, weight, text, accent)


_OUTLINES = {"voice": 1.8, "deed": 3, "card": 1, "badge": 1.8, "plate": 0, "blank": 1}
_voice, _deed, _card, _badge, _plate, _blank = (_pattern(*one) for one in _OUTLINES.items())
PATTERN = Palette("pattern", _voice, _deed, _card, _badge, _plate, _blank, Ink("ink", (0, 0, 0), (0, 0, 0, 0)))
"""A palette of names, each of them used once: what pages are laid out in. Its outlines are as wide as any palette has them."""


def inks(palette: Palette) -> Mapping[str, Ink | None]:
    """What *palette* has for each ink of the pattern, by name; None where it draws nothing."""
    return {slot.name: ink for slot, ink in zip(PATTERN.slots, palette.slots, strict=True) if slot}
