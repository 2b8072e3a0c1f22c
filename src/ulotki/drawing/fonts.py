"""Faces as a PDF embeds them: a subset of each, made once, the same in every file.

A subset holds the letters of Polish print, and what else the document uses. So the font program is the same bytes in
every leaflet, adding a leaflet cannot change another, and nothing is subset, compressed or formatted twice.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from ulotki.drawing.engine import TTFontFace, pdfdoc, pdfmetrics
from ulotki.drawing.objects import Raw, packed
from ulotki.look.faces import Face

LETTERS = "ABCDFGJKLMNOPRSTWZabcdefghijklmnoprstuwyząćęłńóśźż0123456789.,:!?-„”"
"""What every subset holds: the letters that Polish leaflets use. A rarer one is added where it is used."""

FIRST = 33
"""The first code that stands for a letter; 32 is the blank, hard or soft, as readers of text expect."""

BLANKS = {" ", "\N{NO-BREAK SPACE}"}

UNUSED = ("name", "OS/2")
"""Tables that no embedded program needs (ISO 32000-1, 9.9): a subset copies what it finds."""

SYMBOLIC = 4
"""Flag of a font with an encoding of its own (ISO 32000-1, table 123)."""


@dataclass(frozen=True, slots=True, eq=False)
class Subset:
    """Some letters of a face, encoded. literals: what stands for a letter in a PDF string, by code point.

    widths: of a letter, in thousandths of the em, by the letter.
    """

    face: Face
    name: str
    literals: dict[int, str]
    widths: dict[str, float]
    program: bytes
    to_unicode: bytes
    descriptor: bytes
    simple: bytes

    def embed(self, document: Any) -> str:
        """Put the font into *document*, once, and give the name it has there."""
        mapping: dict[str, str] = document.fontMapping
        if self.name not in mapping:
            mapping[self.name] = f"F{len(mapping) + 1}"
            refer = document.Reference
            program = refer(Raw(self.program), f"program {self.name}")
            unicode = f"unicode {zlib.crc32(self.to_unicode)}"  # faces with the same letters share it
            if unicode not in document.idToObject:
                refer(Raw(self.to_unicode), unicode)
            file = Raw(self.descriptor, b" /FontFile2 ", program, b" >>")
            descriptor = refer(file, f"descriptor {self.name}")
            font = Raw(
                self.simple,
                b" /FontDescriptor ",
                descriptor,
                b" /ToUnicode ",
                pdfdoc.PDFObjectReference(unicode),
                b" >>",
            )
            refer(font, mapping[self.name])
            document.idToObject["BasicFonts"].dict[mapping[self.name]] = font
        return mapping[self.name]


def subset(face: Face, used: frozenset[str]) -> Subset:
    """A subset of *face* with the usual letters and all *used* ones."""
    return _subset(face, frozenset(used) - frozenset(LETTERS) - BLANKS)


@lru_cache(maxsize=64)
def _subset(face: Face, more: frozenset[str]) -> Subset:
    letters = [*LETTERS, *sorted(more)]
    source = TTFontFace(BytesIO(face.data))
    for table in UNUSED:
        source.table.pop(table, None)
    points = [0, *([32] * (FIRST - 1)), *map(ord, letters)]
    if len(points) > 256:
        raise ValueError(f"{face.name}: more letters in one document than a simple font can encode")
    program = source.makeSubset(points)
    name = f"{_tag(more)}+{face.name}"
    codes = dict(zip(letters, range(FIRST, 256), strict=False)) | dict.fromkeys(BLANKS, 32)
    widths = [source.getCharWidth(point) for point in points[32:]]
    flags = source.flags & ~32 | SYMBOLIC
    box = " ".join(f"{value:g}" for value in source.bbox)
    return Subset(
        face=face,
        name=name,
        literals={ord(letter): _literal(code) for letter, code in codes.items()},
        widths={letter: source.getCharWidth(32 if letter in BLANKS else ord(letter)) for letter in codes},
        program=packed(program, b" /Length1 %d" % len(program)),
        to_unicode=packed(_to_unicode(points)),
        descriptor=(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [{box}] /ItalicAngle 0 "
            f"/Ascent {source.ascent:g} /Descent {source.descent:g} /CapHeight {source.capHeight:g} "
            f"/StemV {source.stemV:g} /MissingWidth {source.defaultWidth:g}"
        ).encode(),
        simple=(
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /FirstChar 32 /LastChar {len(points) - 1} "
            f"/Widths [{' '.join(f'{width:g}' for width in widths)}]"
        ).encode(),
    )


def _to_unicode(points: list[int]) -> bytes:
    """The CMap from codes to letters: used codes alone, at most 100 a block (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{point:04X}>" for code, point in enumerate(points) if code >= 32]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()


def _tag(more: frozenset[str]) -> str:
    """Six capitals that tell subsets of a face apart (ISO 32000-1, 9.6.4)."""
    number = zlib.crc32("".join(sorted(more)).encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _literal(code: int) -> str:
    """A code inside a literal string (ISO 32000-1, 7.3.4.2)."""
    char = chr(code)
    return f"\\{char}" if char in "()\\" else char if code < 127 else f"\\{code:03o}"


class _NoFont:
    """Stands in for the Helvetica that every canvas would otherwise begin with."""

    fontName = "none"
    _dynamicFont = 1
    _multiByte = 1
    face = type("face", (), {"name": "none", "builtIn": 0})


NO_FONT = _NoFont.fontName
pdfmetrics.registerFont(_NoFont)
