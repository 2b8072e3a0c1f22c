"""Faces: the advance of each letter, the characters that a face has, its heights.

HarfBuzz measures the advances with kerning and without ligatures, so one character is one glyph. Drawing uses the same
advances, so what is measured is what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ulotki.frozen import dataclass
from ulotki.look.paths import Path, PathCommand
from ulotki.look.vendored import genuine

if TYPE_CHECKING:  # imported where text is shaped: most commands draw nothing
    import uharfbuzz as hb

Weight = Literal["Regular", "SemiBold", "Bold", "ExtraBold"]

FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False}

HEAVIER: dict[Weight, Weight] = {
    "Regular": "Bold",
    "SemiBold": "ExtraBold",
    "Bold": "ExtraBold",
    "ExtraBold": "ExtraBold",
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight of a family.

    units: units per em.  cap, x_height: cap height and x-height, as shares of the em.  signs: the characters that have a
    glyph.  advances(text): one advance for each character, in units.  reach(text): how far its letters go above and below
    the baseline, as shares of the em.  outline(text): its path, 1 = one em, y down from the baseline.
    """

    name: str
    data: bytes = field(repr=False)
    units: int
    cap: float
    x_height: float
    signs: frozenset[str] = field(repr=False)
    advances: Callable[[str], tuple[int, ...]] = field(repr=False)
    reach: Callable[[str], tuple[float, float]] = field(repr=False)
    outline: Callable[[str], Path] = field(repr=False)


def face(name: str, data: bytes) -> Face:
    """The face in *data*, the bytes of a static TrueType font."""
    import uharfbuzz as hb

    source = hb.Face(data)
    font = hb.Font(source)
    units = source.upem
    cap, x_height = (
        font.get_metric_position(tag) / units for tag in (hb.OTMetricsTag.CAP_HEIGHT, hb.OTMetricsTag.X_HEIGHT)
    )
    advances = _advances(font, name)
    return Face(
        name=name,
        data=data,
        units=units,
        cap=cap,
        x_height=x_height,
        signs=frozenset(map(chr, source.unicodes)),
        advances=advances,
        reach=_reach(font, units),
        outline=_outline(font, units, advances),
    )


def _advances(font: hb.Font, name: str) -> Callable[[str], tuple[int, ...]]:
    import uharfbuzz as hb

    @lru_cache(maxsize=20_000)
    def advances(text: str) -> tuple[int, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        hb.shape(font, buffer, FEATURES)
        if [info.cluster for info in buffer.glyph_infos] != list(range(len(text))):
            raise ValueError(f"{name} does not draw {text!r} one glyph a character")
        return tuple(position.x_advance for position in buffer.glyph_positions)

    return advances


def _reach(font: hb.Font, units: int) -> Callable[[str], tuple[float, float]]:
    @lru_cache(maxsize=2_000)
    def extent(sign: str) -> tuple[float, float]:
        glyph = font.get_nominal_glyph(ord(sign))
        extents = font.get_glyph_extents(glyph) if glyph else None
        return (extents.y_bearing / units, -(extents.y_bearing + extents.height) / units) if extents else (0.0, 0.0)

    @lru_cache(maxsize=20_000)
    def reach(text: str) -> tuple[float, float]:
        extents = [extent(sign) for sign in set(text)]
        return max(up for up, _ in extents), max(0.0, *(down for _, down in extents), 0.0)

    return reach


def _outline(font: hb.Font, units: int, advances: Callable[[str], tuple[int, ...]]) -> Callable[[str], Path]:
    def outline(text: str) -> Path:
        drawn: list[PathCommand] = []
        pen = _pen(units)
        x = 0.0
        for sign, advance in zip(text, advances(text), strict=True):
            glyph: list[PathCommand] = []
            font.draw_glyph(font.get_nominal_glyph(ord(sign)), pen, glyph)
            for letter, numbers in glyph:
                drawn.append(
                    (letter, tuple(one + (0 if place % 2 else x / units) for place, one in enumerate(numbers)))
                )
            x += advance
        return Path(drawn)

    return outline


def _pen(units: int) -> hb.DrawFuncs:
    """A HarfBuzz pen that appends the commands of a glyph to a list: 1 = one em, y down."""
    import uharfbuzz as hb

    pen = hb.DrawFuncs()

    def put(letter: str, out: list[PathCommand], *numbers: float) -> None:
        out.append((letter, tuple((-one if place % 2 else one) / units for place, one in enumerate(numbers))))

    def quadratic(cx: float, cy: float, x: float, y: float, out: list[PathCommand]) -> None:
        """Append a quadratic Bézier curve as the cubic curve of the same shape."""
        start = [one * sign * units for one, sign in zip(out[-1][1][-2:], (1, -1), strict=True)]
        one = (start[0] + (cx - start[0]) * 2 / 3, start[1] + (cy - start[1]) * 2 / 3)
        put("C", out, *one, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y)

    pen.set_move_to_func(lambda x, y, out: put("M", out, x, y))
    pen.set_line_to_func(lambda x, y, out: put("L", out, x, y))
    pen.set_quadratic_to_func(quadratic)
    pen.set_cubic_to_func(lambda ax, ay, bx, by, x, y, out: put("C", out, ax, ay, bx, by, x, y))
    pen.set_close_path_func(lambda out: out.append(("Z", ())))
    return pen


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The weights of one design, found by weight or by name. more: faces of other designs, found by name alone."""

    weights: dict[Weight, Face]
    more: tuple[Face, ...] = ()

    def __getitem__(self, weight: Weight) -> Face:
        return self.weights[weight]

    def strong(self, weight: Weight) -> Face:
        """The face for strong words inside a text of *weight*."""
        return self.weights[HEAVIER[weight]]

    def named(self, name: str) -> Face:
        """The face called *name*."""
        return next(face for face in (*self.weights.values(), *self.more) if face.name == name)


WEIGHTS: tuple[Weight, ...] = ("Regular", "SemiBold", "Bold", "ExtraBold")

FAMILIES = {"plain": "UlotkiPlain", "fira": "FiraSans"}
"""The prefix of the font files, by the family name in `Typography`.

Ulotki Plain is Atkinson Hyperlegible Next, made for people with low vision: I, l and 1 differ. Its zero has no slash,
because a slashed zero looks like an 8 when it is blurred (docs/decisions/0020). It has no Cyrillic letters. Fira Sans
has them, and of the faces that do it has the largest x-height.
"""


def family(name: str, read: Callable[[str], bytes]) -> Family:
    """The family called *name*. read(name): the bytes of a shipped file. Raises Broken when a file was altered."""
    files: dict[Weight, str] = {weight: f"{FAMILIES[name]}-{weight}" for weight in WEIGHTS}
    return Family(
        {weight: face(file, genuine(f"fonts/{file}.ttf", read(f"fonts/{file}.ttf"))) for weight, file in files.items()}
    )
