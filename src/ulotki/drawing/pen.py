"""Content streams: what stands on a page, as operators (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from itertools import count
from typing import assert_never

from ulotki.drawing.fonts import Subset
from ulotki.drawing.syntax import number
from ulotki.frozen import dataclass
from ulotki.look.inks import BLACK, Ink
from ulotki.look.paths import Path
from ulotki.page.items import Code, Fill, Line, Page, Picture, Raster, Stroke, Trace
from ulotki.page.purpose import ALL, Colour, K, Purpose
from ulotki.page.structure import Element, Kids
from ulotki.paper import POINT

Fonts = dict[str, tuple[str, Subset]]
"""(name in the file, subset) by the name of the face."""

TIGHT = 0.0005
"""Tolerance for the position of a letter, in thousandths of the em."""

FINE = 6
"""Decimal places of numbers that are factors of many others."""

OVER, KNOCK = "Over", "Knock"
"""Graphics states: what is painted leaves the inks under it as they are, or knocks them out (ISO 32000-1, 8.6.7)."""

IMAGE = "Image."
"""Prefix of the names of raster images, which pages paint with the operator Do."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes content streams, with the fonts of the file and the inks of its purpose.

    inks: what sets the colour to an ink, by the ink, which the pages keep alive, and whether it is for words and strokes.
    """

    fonts: Fonts
    purpose: Purpose
    inks: dict[tuple[int, bool, bool], str] = field(default_factory=dict)

    def page(self, page: Page, tree: Kids) -> list[str]:
        """The content stream of *page*. Its first operator converts mm from the top-left to points from the bottom-left."""
        scale = number(1 / POINT, FINE)
        drawn = [f"q {scale} 0 0 -{scale} 0 {number(page.height / POINT, FINE)} cm"]
        self._kids(tree, "Artifact", count(), drawn)
        return [*drawn, "Q"]

    def _kids(self, kids: Kids, outer: str, counter: Iterator[int], drawn: list[str]) -> None:
        """Add the operators of *kids* in an element *outer*. Each run that is read is one marked content, in order."""
        for kid in kids:
            if isinstance(kid, Element):
                self._kids(kid.kids, kid.type, counter, drawn)
                continue
            if self.purpose.tagged:
                drawn.append(f"/{outer} << /MCID {next(counter)} >> BDC" if kid.read else "/Artifact BMC")
            drawn += map(self._trace, kid.traces)
            if self.purpose.tagged:
                drawn.append("EMC")

    def _trace(self, item: Trace) -> str:
        match item:
            case Line():
                return self._line(item, *self.fonts[item.face])
            case Fill():
                return f"{self._ink(item.ink)} {_path(item.path, 3)} f"
            case Stroke():
                dash = " ".join(number(part) for part in item.dash)
                weight = number(item.weight * POINT)
                return f"{self._ink(item.ink, stroke=True)} {weight} w [{dash}] 0 d {_path(item.path, 3)} S"
            case Picture():
                box = item.box
                move = f"{number(box.width)} 0 0 {number(box.height)} {number(box.x)} {number(box.y)} cm"
                return f"q {move} {self._ink(item.ink)} {_path(item.commands, 4)} f Q"
            case Raster():
                box = item.box
                move = f"{number(box.width)} 0 0 {number(-box.height)} {number(box.x)} {number(box.bottom)} cm"
                return f"q {move} /{image_name(item)} Do Q"
            case Code():
                side = number(item.module, FINE)
                move = f"{side} 0 0 {side} {number(item.x)} {number(item.y)} cm"
                return f"q {move} {self._ink(BLACK)}\n{_modules(item.rows)} f Q"
            case _:
                assert_never(item)

    def _line(self, line: Line, name: str, font: Subset) -> str:
        size, place = number(line.size * POINT), f"{number(line.x)} {number(line.baseline)}"
        letters = f"/{name} {size} Tf 1 0 0 -1 {place} Tm [{_encoded(font, line.text, line.advances)}] TJ ET"
        words = f"BT {self._ink(line.ink, words=True)} {letters}"
        over = self.purpose.overprint and self.purpose.colour(line.ink, words=True) == K
        return f"/{OVER} gs {words} /{KNOCK} gs" if over else words

    def _ink(self, ink: Ink, *, words: bool = False, stroke: bool = False) -> str:
        known = self.inks.get((id(ink), words, stroke))
        if known is None:
            self.inks[id(ink), words, stroke] = known = _operator(self.purpose.colour(ink, words=words), stroke)
        return known


def _operator(colour: Colour, stroke: bool) -> str:
    if colour == ALL:
        return "/All CS 1 SCN" if stroke else "/All cs 1 scn"
    name = {1: "g", 3: "rg", 4: "k"}[len(colour)]
    return f"{' '.join(map(number, colour))} {name.upper() if stroke else name}"


@lru_cache(maxsize=2_000)
def _encoded(font: Subset, text: str, advances: tuple[float, ...]) -> str:
    """The letters of a line, and what each advance adds to the width of its letter (ISO 32000-1, 9.4.3, TJ)."""
    parts, glyphs = ["("], font.glyphs
    for sign, advance in zip(text, advances, strict=True):
        code, width = glyphs[sign]
        parts.append(code)
        slack = width - advance
        if slack > TIGHT or slack < -TIGHT:
            parts.append(f") {number(slack)} (")
    return "".join(parts) + ")"


@lru_cache(maxsize=64)
def _modules(rows: tuple[tuple[bool, ...], ...]) -> str:
    return " ".join([f"{x} {y} {width} {height} re" for x, y, width, height in rectangles(rows)])


def rectangles(rows: tuple[tuple[bool, ...], ...]) -> list[tuple[int, int, int, int]]:
    """The dark modules as few rectangles (x, y, width, height) that do not overlap.

    Each is a run of a row, extended down while the rows below have the same run.
    """
    taken = [[False] * len(row) for row in rows]
    found: list[tuple[int, int, int, int]] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            if not row[x] or taken[y][x]:
                x += 1
                continue
            right = x
            while right < len(row) and row[right] and not taken[y][right]:
                right += 1
            below = y
            while below < len(rows) and all(rows[below][x:right]) and not any(taken[below][x:right]):
                taken[below][x:right] = [True] * (right - x)
                below += 1
            found.append((x, y, right - x, below - y))
            x = right
    return found


OPERATORS = {"M": ("m", 2), "L": ("l", 2), "C": ("c", 6), "Z": ("h", 0)}
"""The operator of a path command, and how many numbers it takes."""


@lru_cache(maxsize=4096)
def _path(commands: Path, places: int) -> str:
    """The operators of a path. places: decimal places of its numbers."""
    one = f"%.{places}f"
    forms = {letter: " ".join([one] * count + [operator]) for letter, (operator, count) in OPERATORS.items()}
    text = " ".join([forms[letter] % numbers for letter, numbers in commands]).replace(f"-0.{'0' * places}", "0.0")
    return " ".join([part.rstrip("0").rstrip(".") if "." in part else part for part in text.split(" ")])


def image_name(item: Raster) -> str:
    """The name of a raster image in the file: the same pixels have the same name."""
    return IMAGE + hashlib.sha256(f"{item.width} ".encode() + item.data).hexdigest()[:12]
