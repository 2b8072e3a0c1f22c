"""Font programs, as far as they are compared: which glyph a code shows, and its outline (OpenType 1.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


INSTRUCTIONS = ("fpgm", "prep", "cvt ")
"""Tables with instructions that bend outlines."""

TABLES = frozenset((*INSTRUCTIONS, *"cmap glyf head hhea hmtx loca maxp post".split()))
"""Tables that a subset of ours may have."""

ONE_MAP = b"\0\0\0\1\0\1\0\0"
"""How its table of maps begins: one, of platform 1. Of two maps, a program may take the other, at codes of its own."""

RANGES = (b"bfrange", b"usecmap")
"""Operators of a ToUnicode map that name many letters at once; ours have none (9.10.3)."""

GlyphParts = tuple[tuple[bytes, ...], tuple[int, ...]]
"""The bytes of each part of a glyph, and the number of the glyph that it refers to, -1 for none."""


class Program:
    """A TrueType font. Raises struct.error, LookupError or ValueError when it is not one."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack_from(">H", data, 4)
        records = [struct.unpack_from(">4sIII", data, 12 + 16 * place) for place in range(count)]
        self.tables = {tag.decode("latin-1"): data[start : start + size] for tag, _sum, start, size in records}
        if len(self.tables) != count:
            raise ValueError("two tables of one name")
        self._parts: dict[int, GlyphParts] = {}

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where each glyph begins, and after the last one where it ends."""
        long = struct.unpack_from(">h", self.tables["head"], 50)[0]
        loca = self.tables["loca"]
        if long:
            return struct.unpack(f">{len(loca) // 4}I", loca[: len(loca) // 4 * 4])
        return tuple(2 * place for place in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2]))

    def glyph(self, number: int) -> bytes:
        """The outline of a glyph with its instructions, b"" for an empty one. Zeros may follow."""
        return self.tables["glyf"][self.places[number] : self.places[number + 1]]

    @cached_property
    def units(self) -> int:
        """Units to the em."""
        return int(struct.unpack_from(">H", self.tables["head"], 18)[0])

    @cached_property
    def bearings(self) -> tuple[tuple[int, int], ...]:
        """(advance, left side bearing) of each glyph; those after the last advance have that one."""
        (last,) = struct.unpack_from(">H", self.tables["hhea"], 34)
        widths = self.tables["hmtx"]
        found = list(struct.iter_unpack(">Hh", widths[: 4 * last]))
        return (*found, *((found[-1][0], left) for (left,) in struct.iter_unpack(">h", widths[4 * last :])))

    def parts(self, number: int) -> GlyphParts:
        """A glyph in parts: one, or those of a composite glyph and what they refer to."""
        if number not in self._parts:
            self._parts[number] = _parts(self.glyph(number))
        return self._parts[number]

    @cached_property
    def codes(self) -> dict[int, int]:
        """Code → glyph. Raises ValueError when two character maps differ, for then two programs show different letters."""
        maps = [dict(one) for one in self._maps() if one]
        whole = {code: glyph for one in maps for code, glyph in one.items()}
        if any(one[code] != whole[code] for one in maps for code in one):
            raise ValueError("character maps differ")
        return whole

    def _maps(self) -> Iterator[dict[int, int]]:
        cmap = self.tables["cmap"]
        (count,) = struct.unpack_from(">H", cmap, 2)
        for place in range(count):
            start = struct.unpack_from(">I", cmap, 8 + 8 * place)[0]
            yield _mapped(cmap[start:])


def _mapped(cmap: bytes) -> dict[int, int]:
    """Code → glyph of one character map, in the formats that our faces and their subsets have."""
    (format,) = struct.unpack_from(">H", cmap)
    if format == 6:
        first, count = struct.unpack_from(">HH", cmap, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", cmap, 10), first))
    if format == 4:
        return _segments(cmap)
    if format == 12:
        groups = struct.iter_unpack(">III", cmap[16 : 16 + 12 * struct.unpack_from(">I", cmap, 12)[0]])
        return {code: glyph + code - first for first, last, glyph in groups for code in range(first, last + 1)}
    raise ValueError(f"a character map of format {format}")


def _segments(cmap: bytes) -> dict[int, int]:
    """Code → glyph of a character map of format 4."""
    half = struct.unpack_from(">H", cmap, 6)[0]
    count = half // 2
    lasts, firsts, steps, offsets = (
        struct.unpack_from(f">{count}H", cmap, 14 + half * row + 2 * (row > 0)) for row in range(4)
    )
    found = {}
    for place, (first, last, step, offset) in enumerate(zip(firsts, lasts, steps, offsets, strict=True)):
        for code in range(first, last + 1):
            at = 16 + 3 * half + 2 * place + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", cmap, at)[0] if offset and code < 0xFFFF else code
            if code < 0xFFFF and (glyph or not offset):
                found[code] = (glyph + step) & 0xFFFF
    return found


MORE, WORDS, SCALED, SCALED_TWICE, MATRIX = 0x20, 0x1, 0x8, 0x40, 0x80
"""Flags of a part of a composite glyph: another follows; how long its entry is."""


def _parts(glyph: bytes) -> GlyphParts:
    if not glyph or struct.unpack_from(">h", glyph)[0] >= 0:
        return (glyph.rstrip(b"\0"),), (-1,)
    found, kids, place, more = [glyph[:10]], [-1], 10, True
    while more:
        flags, number = struct.unpack_from(">HH", glyph, place)
        size = 4 + (4 if flags & WORDS else 2)
        size += 2 if flags & SCALED else 4 if flags & SCALED_TWICE else 8 if flags & MATRIX else 0
        found.append(glyph[place : place + 2] + glyph[place + 4 : place + size])
        kids.append(number)
        place, more = place + size, bool(flags & MORE)
    return (*found, glyph[place:].rstrip(b"\0")), (*kids, -1)
