"""Fonts of a file: which letter each code shows, and how wide; and letters as a file shows them.

`faces` compares the outlines.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from ulotki.frozen import dataclass
from ulotki.readback.digests import digest_of
from ulotki.readback.painting import packed_digest
from ulotki.recent import Recent

PAIR = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4})>")


def letters_of(font: Any) -> Mapping[int, str]:
    """Code → letter, from the ToUnicode map of a font."""
    return _read_map(font)[0]


def charmap(font: Any) -> str:
    """The letter of each code, as `codecs.charmap_decode` takes it: U+FFFD for a code without one."""
    return _read_map(font)[1]


def _read_map(font: Any) -> tuple[Mapping[int, str], str]:
    """`letters_of` and `charmap` of a font, worked out once in a run."""
    if "/ToUnicode" not in font:
        return {}, ""
    key = packed_digest(font.ToUnicode)
    found = MAPS.get(key)
    if found is None:
        pairs = PAIR.findall(font.ToUnicode.read_bytes())
        letters = {int(code, 16): chr(int(point, 16)) for code, point in pairs}
        found = MAPS[key] = letters, "".join([letters.get(code, "\ufffd") for code in CODES])
    return found


MAPS: Recent[bytes, tuple[Mapping[int, str], str]] = Recent(100)
"""ToUnicode maps of this run, by `packed_digest`."""


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """Letters as a file shows them. font: the `Font.key` of theirs.  face: its name.

    advances: of each letter, in thousandths of the em, as in `Line`.
    """

    font: bytes
    face: str
    text: str
    advances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a file. key: a digest of all the rest and of its outlines.  signs, widths: of each code.  letters: both of each, as bytes."""

    key: bytes
    face: bytes
    signs: tuple[str, ...]
    letters: tuple[bytes, ...]
    widths: tuple[float, ...]

    def told(self, codes: bytes) -> bytes:
        """The letters of *codes*."""
        letters = self.letters
        return b" ".join([letters[code] for code in codes])


CODES = range(256)

NO_FONT = Font(
    b"", b"", tuple([f"?{code} " for code in CODES]), tuple([b"?%d" % code for code in CODES]), (math.nan,) * len(CODES)
)


def font_of(font: Any) -> Font:
    """What a font of a file shows for each code, as far as its dictionary says so: `faces` compares the outlines."""
    face = str(font.get("/BaseFont", "")).rpartition("+")[2].encode()
    first, widths = int(font.get("/FirstChar", 0)), font.get("/Widths", ())
    told = widths.unparse(resolved=True) if widths else b""
    named = packed_digest(font.ToUnicode) if "/ToUnicode" in font else b""
    key = digest_of(face, b"%d" % first, told, named, _program(font))
    found = FONTS.get(key)
    if found is None:
        wide, read = dict(enumerate(widths, first)), letters_of(font)
        signs = tuple([read.get(code, NO_FONT.signs[code]) for code in CODES])
        letters = {code: f"{ord(sign)} {wide.get(code, '')}".encode() for code, sign in read.items()}
        told = tuple([letters.get(code, NO_FONT.letters[code]) for code in CODES])
        found = FONTS[key] = Font(key, face, signs, told, tuple([float(wide.get(code, math.nan)) for code in CODES]))
    return found


def _program(font: Any) -> bytes:
    """A digest of the outlines of a font, b"" when none are embedded."""
    described = font.get("/FontDescriptor", {})
    return packed_digest(described["/FontFile2"]) if "/FontFile2" in described else b""


def written_as(font: Font, parts: tuple[bytes, ...], apart: bytes) -> WrittenLetters:
    """Strings of codes, and what is written between them: it makes the advance of the letter before it so much shorter."""
    key = (font.key, parts, apart)
    found = WRITTEN.get(key)
    if found is None:
        gaps = (*map(float, apart.split(b",")[1:-1]), 0.0)
        advances: list[float] = []
        for part, gap in zip(parts, gaps, strict=True):
            advances += [font.widths[code] for code in part]
            if part:
                advances[-1] -= gap
        text = "".join([font.signs[code] for part in parts for code in part])
        found = WRITTEN[key] = WrittenLetters(font.key, font.face.decode(), text, tuple(advances))
    return found


WRITTEN: Recent[tuple[bytes, tuple[bytes, ...], bytes], WrittenLetters] = Recent(2_000)
"""Letters of this run by their font, their strings and what is written between these."""

FONTS: Recent[bytes, Font] = Recent(100)
