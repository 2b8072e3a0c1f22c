"""Compares each font of a file with the vendored face that it is named after: letter by letter, outline by outline.

`eyes` sees what pdfium shows. This sees what is too small for it – a full stop that became a comma – and what another
program might show: instructions that bend outlines, a second character map (OpenType 1.9: glyf, cmap, hmtx).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ulotki.errors import Say, say
from ulotki.installed import shipped
from ulotki.look.vendored import SHA256, genuine
from ulotki.readback.file import OpenPdf
from ulotki.readback.fonts import letters_of
from ulotki.readback.painting import packed_digest
from ulotki.recent import Recent

if TYPE_CHECKING:
    import pikepdf

SYMBOLIC, NONSYMBOLIC = 4, 32
"""Flags of a font: whether it has an encoding of its own (ISO 32000-1, table 123)."""

INSTRUCTIONS = ("fpgm", "prep", "cvt ")
"""Tables with instructions that bend outlines."""

TABLES = frozenset((*INSTRUCTIONS, *"cmap glyf head hhea hmtx loca maxp post".split()))
"""Tables that a subset of ours may have."""

ONE_MAP = b"\0\0\0\1\0\1\0\0"
"""How its table of maps begins: one, of platform 1. Of two maps, a program may take the other, at codes of its own."""

RANGES = (b"bfrange", b"usecmap")
"""Operators of a ToUnicode map that name many letters at once; ours have none (9.10.3)."""

Key = tuple[str, int, bytes, bytes]
"""Name and flags of a font, and the digests of its program and of its ToUnicode map."""

RIGHT: Recent[Key, bool] = Recent(200)
"""Fonts of this run that are as their faces."""


def altered(file: OpenPdf) -> Iterator[Say]:
    """Fonts that are not the faces that they are named after."""
    for font in file.fonts:
        name = str(font.get("/BaseFont", ""))[1:]
        key = _key(font)
        if key is None:
            yield say('letters in "{name}", which is not embedded as we embed it', name=name)
            continue
        if not RIGHT.get(key):
            wrong = _wrong(font, name)
            yield from () if wrong is None else (wrong,)
            RIGHT[key] = wrong is None


def _key(font: pikepdf.Object) -> Key | None:
    """All that decides which outline a code has, None when a part is missing."""
    try:
        descriptor = font.FontDescriptor
        streams = packed_digest(descriptor.FontFile2), packed_digest(font.ToUnicode)
        return str(font.BaseFont), int(descriptor.Flags), *streams
    except AttributeError:
        return None


def _wrong(font: pikepdf.Object, name: str) -> Say | None:
    """What is wrong with a font."""
    face = name.rsplit("+", maxsplit=1)[-1]
    flags = int(font.FontDescriptor.Flags)
    if f"fonts/{face}.ttf" not in SHA256 or not flags & SYMBOLIC or flags & NONSYMBOLIC:
        return say('letters in "{name}", which is not embedded as we embed it', name=name)
    try:
        program, original = Program(font.FontDescriptor.FontFile2.read_bytes()), _original(face)
        if program.tables.keys() - TABLES or not program.tables["cmap"].startswith(ONE_MAP):
            raise ValueError("more than the outlines of letters, or another character map")
        if any(program.tables.get(tag, b"") not in (b"", original.tables.get(tag)) for tag in INSTRUCTIONS):
            return say(
                'the shapes of letters in "{name}" are changed by instructions that its face does not have', name=name
            )
        if any(word in font.ToUnicode.read_bytes() for word in RANGES):
            raise ValueError("letters are named otherwise than one by one")
        for code, letter in letters_of(font).items():
            if not _alike(program, program.codes[code], original, original.codes[ord(letter)]):
                return say('"{letter}" in "{name}" does not look as in its face', letter=letter, name=name)
    except (LookupError, ValueError, struct.error):
        return say('letters in "{name}", which is not embedded as we embed it', name=name)
    return None


@cache
def _original(face: str) -> Program:
    name = f"fonts/{face}.ttf"
    return Program(genuine(name, shipped(name)))


Parts = tuple[tuple[bytes, ...], tuple[int, ...]]
"""The bytes of each part of a glyph, and the number of the glyph that it refers to, -1 for none."""


class Program:
    """A TrueType font. Raises struct.error, LookupError or ValueError when it is not one."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack_from(">H", data, 4)
        records = [struct.unpack_from(">4sIII", data, 12 + 16 * place) for place in range(count)]
        self.tables = {tag.decode("latin-1"): data[start : start + size] for tag, _sum, start, size in records}
        if len(self.tables) != count:
            raise ValueError("two tables of one name")
        self._parts: dict[int, Parts] = {}

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where each glyph begins, and behind the last one where it ends."""
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
        """(advance, left side bearing) of each glyph; those behind the last advance have that one."""
        (last,) = struct.unpack_from(">H", self.tables["hhea"], 34)
        widths = self.tables["hmtx"]
        found = list(struct.iter_unpack(">Hh", widths[: 4 * last]))
        return (*found, *((found[-1][0], left) for (left,) in struct.iter_unpack(">h", widths[4 * last :])))

    def parts(self, number: int) -> Parts:
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


def _alike(one: Program, number: int, other: Program, wanted: int, depth: int = 4) -> bool:
    """Whether a glyph has the same outline, instructions and side bearing as another; parts are compared in turn."""
    if not depth or one.units != other.units or one.bearings[number] != other.bearings[wanted]:
        return False
    (parts, kids), (others, matches) = one.parts(number), other.parts(wanted)
    return (
        parts == others
        and [kid < 0 for kid in kids] == [kid < 0 for kid in matches]
        and all(kid < 0 or _alike(one, kid, other, match, depth - 1) for kid, match in zip(kids, matches, strict=True))
    )


def _parts(glyph: bytes) -> Parts:
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
