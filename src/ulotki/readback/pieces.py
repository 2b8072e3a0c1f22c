"""The parts of a content stream, one for each item that it paints, when the stream is written as ours are.

Each part sets by itself all that decides how its item looks, so the same part looks the same wherever it stands.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ulotki.frozen import dataclass
from ulotki.paper import POINT
from ulotki.readback.instructions import NUMBER
from ulotki.readback.instructions import STRING as LITERAL

SHAPE, WORDS, IMAGE = b"f", b"TJ", b"Do"
"""How the parts of each kind begin. What letters and a raster image look like the part alone does not say."""

AREA = rb"(?:g|rg|k)(?: [mlch]| re)+ f"
ALONE = re.compile(rb"%b|(?:G|RG|K) w d(?: [mlch])+ S|q cm %b Q" % (AREA, AREA))
"""The operators of an area, of a line, and of a pictogram or a code in its place."""

NUMBERS = b"0123456789.-[]"
"""Characters of operands. An operand with any other looks like an operator that no part has."""

SHOWN = re.compile(rb"q (?:[\d.-]+ ){6}cm /[\w.]+ Do Q")

STRING = re.compile(rb"/F\d+ (?=[\d.]+ Tf )|\((?:\\.|[^\\()])*\)", re.DOTALL)
"""The name of a font that is taken, and a string."""

SCALE = f"{1 / POINT:.6f}".encode()
FRAME = re.compile(rb"q %b 0 0 -%b 0 (%b) cm" % (SCALE, SCALE, NUMBER))
"""The first line: mm from the top-left become points from the bottom-left."""

TEXT = re.compile(
    rb"(/[A-Z][a-z]+ gs )?BT (?:%(n)s )+(?:g|rg|k) /F\d+ %(n)s Tf 1 0 0 -1 %(n)s %(n)s Tm "
    rb"\[%(s)s(?: %(n)s %(s)s)*\] TJ ET(?(1) /[A-Z][a-z]+ gs)" % {b"n": NUMBER, b"s": LITERAL}
)
"""One text object with the graphics states before and after it. Its letters are neither turned nor stretched."""

HEAD = re.compile(rb".*? (?:g|rg|k|d) ")
"""What an area or a line sets before its path: ink, width and dashes."""

COORDINATE = re.compile(NUMBER)
MOVED = re.compile(rb"q %b cm " % b" ".join([rb"(%b)" % NUMBER] * 6))
"""How the unit of a pictogram or a code is moved to its place."""


@dataclass(frozen=True, slots=True)
class PaintedPart:
    """A part of a stream. told: its kind, and a digest of all that it says.

    shape: of a shape, a digest of what it says except the numbers in *where*.  where: mm, the coordinates of its path, or
    width, height, x and y of the unit of a pictogram or a code.  depth: mm, how far below the zero of these the page ends.
    """

    told: bytes
    shape: bytes = b""
    where: tuple[float, ...] = ()
    depth: float = 0.0

    @property
    def is_words(self) -> bool:
        """Whether it is a text object."""
        return self.told.startswith(WORDS)


def pieces(bare: bytes) -> tuple[PaintedPart, ...]:
    """The parts of a stream in order; none when the stream is written otherwise than ours.

    bare: the stream without marks of structure. Its first line, which says where the page lies, counts in each digest; strings
    and names of fonts do not.
    """
    first, *lines = bare.split(b"\n")
    if not lines or lines.pop() != b"Q" or not FRAME.fullmatch(first):
        return ()
    found = [_piece(first, line) for line in _joined(lines)]
    return tuple([one for one in found if one]) if None not in found else ()


def _joined(lines: Sequence[bytes]) -> Iterator[bytes]:
    """*lines*, each code as one: its modules follow its place on a line of their own."""
    rest = iter(lines)
    for line in rest:
        apart = line.startswith(b"q ") and not line.endswith(b" Q")
        yield line + b" " + next(rest, b"") if apart else line


def _operators(line: bytes) -> bytes:
    """The operators of a line, and whatever else is no number."""
    return b" ".join(line.translate(None, NUMBERS).split())


@lru_cache(maxsize=2_000)
def _piece(first: bytes, line: bytes) -> PaintedPart | None:
    """A part, None when it is written otherwise than ours."""
    if line.startswith((b"BT ", b"/")):
        return PaintedPart(WORDS + _digest(first, STRING.sub(b"()", line))) if TEXT.fullmatch(line) else None
    if ALONE.fullmatch(_operators(line)):
        shape, where = _apart(line)
        depth = float(first.split()[-2]) * POINT
        return PaintedPart(SHAPE + _digest(first, line), hashlib.sha256(shape).digest(), where, depth)
    return PaintedPart(IMAGE + _digest(first, line)) if SHOWN.fullmatch(line) else None


def _apart(line: bytes) -> tuple[bytes, tuple[float, ...]]:
    """A shape without the numbers that say where it is, and these."""
    if moved := MOVED.match(line):
        width, right, down, height, x, y = moved.groups()
        return b"%b %b cm %b" % (right, down, line[moved.end() :]), tuple(map(float, (width, height, x, y)))
    head = HEAD.match(line)
    start = head.end() if head else 0
    return line[:start] + COORDINATE.sub(b"0", line[start:]), tuple(map(float, COORDINATE.findall(line, start)))


def _digest(first: bytes, line: bytes) -> bytes:
    return hashlib.sha256(b"%b\n%b" % (first, line)).digest()
