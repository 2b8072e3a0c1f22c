"""Font subsets for embedding: one for each face, made once, the same in every file.

A subset holds the letters of Polish print, and the other letters that the document uses, a whole alphabet at once. So the font program has the same
bytes in every leaflet, a new leaflet cannot change another, and nothing is subset or compressed twice
(docs/decisions/0004).
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO
from typing import Any

from ulotki.drawing.engine import TTFontFace
from ulotki.drawing.objects import File, Reference
from ulotki.drawing.syntax import packed
from ulotki.frozen import dataclass
from ulotki.look.faces import Face

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZĆŁÓŚŹŻabcdefghijklmnoprstuvwyząćęłńóśźż0123456789.,:!?+/-–„”"
"""Letters in every subset: those of Polish words, of numbers and of the codes of pieces. A rarer one is added where it is used."""

TOGETHER = ("’“", "АБВГДЗІЇКЛМНОПРСТУФХЦЧШЯабвгдежзийклмнопрстуфхцчшщьюяєії")
"""Letters that are added all at once, when one of them is used: quotation marks of English, letters of Ukrainian."""

FIRST = 33
"""The first code of a letter. 32 is the space, plain or hard, as programs that extract text expect."""

BLANKS = {" ", "\N{NO-BREAK SPACE}"}

UNUSED = ("name", "OS/2")
"""Tables that an embedded font does not need (ISO 32000-1, 9.9); they are removed before the subset is made."""

SYMBOLIC = 4
"""Font flag: the font has an encoding of its own (ISO 32000-1, table 123)."""


@dataclass(frozen=True, slots=True, eq=False)
class Subset:
    """Some letters of a face, encoded.

    glyphs: the code of a letter in a PDF literal string, and its width in thousandths of the em.
    """

    face: Face
    name: str
    glyphs: dict[str, tuple[str, float]]
    program: bytes
    to_unicode: bytes
    descriptor: bytes
    simple: bytes

    def embed(self, file: File) -> Reference:
        """A reference to the font in *file*, which has it once."""
        program, letters = file.once(self.program), file.once(self.to_unicode)  # faces with the same letters share them
        descriptor = file.once(b"%b /FontFile2 %b >>" % (self.descriptor, program))
        return file.once(b"%b /FontDescriptor %b /ToUnicode %b >>" % (self.simple, descriptor, letters))


def subset(face: Face, used: frozenset[str]) -> Subset:
    """A subset of *face* with the usual letters, all *used* ones, and those that come with them."""
    more = frozenset(used) - frozenset(LETTERS) - BLANKS
    return _subset(face, more.union(*(letters for letters in TOGETHER if more & frozenset(letters))))


@lru_cache(maxsize=64)
def _subset(face: Face, more: frozenset[str]) -> Subset:
    letters = [*LETTERS, *sorted(more)]
    source = _source(face)
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
        glyphs={letter: (_literal(code), widths[code - 32]) for letter, code in codes.items()},
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


@lru_cache(maxsize=8)
def _source(face: Face) -> Any:
    """The parsed font program of *face*, without the tables that nobody needs."""
    source = TTFontFace(BytesIO(face.data))
    for table in UNUSED:
        source.table.pop(table, None)
    return source


def _to_unicode(points: list[int]) -> bytes:
    """The ToUnicode CMap, from codes to letters: used codes only, at most 100 a block (ISO 32000-1, 9.10.3)."""
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
    """The six capitals that distinguish subsets of a face (ISO 32000-1, 9.6.4)."""
    number = zlib.crc32("".join(sorted(more)).encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _literal(code: int) -> str:
    """A code inside a literal string (ISO 32000-1, 7.3.4.2)."""
    char = chr(code)
    return f"\\{char}" if char in "()\\" else char if code < 127 else f"\\{code:03o}"
