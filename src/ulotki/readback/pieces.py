"""The parts of a content stream, one for each item that it paints, when the stream is written as ours are.

Each part sets by itself all that decides how its item looks, so the same part at the same place of two pages looks the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from ulotki.paper import POINT
from ulotki.readback.instructions import told

SHAPE, WORDS, IMAGE = b"f", b"TJ", b"Do"
"""How the parts of each kind begin. What letters and a raster image look like the part alone does not say."""

AREA = rb"(?:g|rg|k)(?: [mlch]| re)+ f"
ALONE = re.compile(rb"%b|(?:G|RG|K) w d(?: [mlch])+ S|q cm %b Q" % (AREA, AREA))
"""The operators of an area, of a line, and of a pictogram or a code in its place."""

NUMBERS = b"0123456789.-[]"
"""Signs of operands. An operand with any other sign looks like an operator that no part has."""

SHOWN = re.compile(rb"q (?:[\d.-]+ ){6}cm /[\w.]+ Do Q")

STRING = re.compile(rb"/F\d+ (?=[\d.]+ Tf )|\((?:\\.|[^\\()])*\)", re.DOTALL)
"""The name of a font that is taken, and a string."""

SCALE = f"{1 / POINT:.6f}".encode()
FRAME = re.compile(rb"q %b 0 0 -%b 0 [\d.]+ cm" % (SCALE, SCALE))
"""The first line: mm from the top-left become points from the bottom-left."""

UPRIGHT = re.compile(rb" Tf 1 0 0 -1 [\d.-]+ [\d.-]+ Tm ")
"""Letters neither turned nor stretched, at their place."""

TEXT = ("BT", "Tf", "TJ", "ET")
SET = frozenset({"g", "rg", "k"})


def pieces(bare: bytes) -> tuple[bytes, ...]:
    """The parts of a stream in order, each as its kind and a digest; none when the stream is written otherwise than ours.

    bare: the stream without marks of structure. Its first line, which says where the page lies, counts in each digest; strings
    and names of fonts do not.
    """
    first, *lines = bare.split(b"\n")
    if not lines or lines.pop() != b"Q" or not FRAME.fullmatch(first):
        return ()
    found = [_piece(first, line) for line in _joined(lines)]
    return tuple([one for one in found if one]) if all(found) else ()


def _joined(lines: Sequence[bytes]) -> Iterator[bytes]:
    """*lines*, each code as one: its modules follow its place on a line of their own."""
    rest = iter(lines)
    for line in rest:
        apart = line.startswith(b"q ") and not line.endswith(b" Q")
        yield line + b" " + next(rest, b"") if apart else line


def _operators(line: bytes) -> bytes:
    """The operators of a line, and whatever else is no number."""
    return b" ".join(line.translate(None, NUMBERS).split())


def _piece(first: bytes, line: bytes) -> bytes:
    """The kind and the digest of a part, b"" when it is written otherwise than ours."""
    if line.startswith((b"BT ", b"/")):
        return _told(WORDS, first, STRING.sub(b"()", line)) if _is_text(line) else b""
    if ALONE.fullmatch(_operators(line)):
        return _told(SHAPE, first, line)
    return _told(IMAGE, first, line) if SHOWN.fullmatch(line) else b""


def _told(kind: bytes, first: bytes, line: bytes) -> bytes:
    return kind + hashlib.sha256(b"%b\n%b" % (first, line)).digest()


def _is_text(line: bytes) -> bool:
    """Whether a line is one upright text object, with the graphics states before and after it, and nothing else."""
    found = told(line)
    if found is None or not UPRIGHT.search(line):
        return False
    places, instructions = found
    names = [name for name, _ in instructions if name not in SET]
    inner = names[1:-1] if names[:1] == ["gs"] == names[-1:] else names
    return tuple(inner) == TEXT and places == {"Tm"}
