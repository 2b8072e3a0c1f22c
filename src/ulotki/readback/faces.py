"""Compares each font of a file with the vendored face that it is named after: letter by letter, outline by outline.

`eyes` sees what pdfium shows. This sees what is too small for it – a full stop that became a comma – and what another
program might show: instructions that bend outlines, a second character map (OpenType 1.9: glyf, cmap, hmtx).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ulotki.errors import Say, say
from ulotki.installed import shipped
from ulotki.look.vendored import SHA256, genuine
from ulotki.readback.file import OpenPdf
from ulotki.readback.fonts import letters_of
from ulotki.readback.painting import packed_digest
from ulotki.readback.programs import INSTRUCTIONS, ONE_MAP, RANGES, TABLES, Program
from ulotki.recent import Recent

if TYPE_CHECKING:
    import pikepdf

SYMBOLIC, NONSYMBOLIC = 4, 32
"""Flags of a font: whether it has an encoding of its own (ISO 32000-1, table 123)."""

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
