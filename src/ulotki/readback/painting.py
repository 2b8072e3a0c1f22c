"""What a content stream does, as a summary: its operators, inks, states, and the letters of its marked content.

Streams that come again in a run, in packs above all, are parsed once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from ulotki.frozen import dataclass
from ulotki.page.purpose import Colour, K
from ulotki.readback.instructions import Instruction, instructions
from ulotki.readback.pieces import PaintedPart, pieces
from ulotki.recent import Recent

if TYPE_CHECKING:
    import pikepdf

LIGHT = frozenset("g G rg RG".split())
INKS = frozenset("k K".split())
COLOURS = LIGHT | INKS

PAINTS = frozenset("f S TJ".split())
"""Operators that put ink on paper."""

OVER = "/Over"
"""The graphics state in which black words leave the inks under them as they are."""

ShownString = tuple[str, bytes]
"""Name of a font in the resources of the page, and codes of letters."""

Array = tuple[str, tuple[bytes, ...], bytes | None]
"""Name of a font, strings of codes, and what is written between them, None where it is not written as ours."""


@dataclass(frozen=True, slots=True)
class Painting:
    """The summary of a content stream (ISO 32000-1, 7.8.2).

    inks: components of all colours that it sets.  worded: of those set inside text.  states: names of graphics states.
    lost: whether something else than black words is painted over other inks.  marked: what is shown in each marked content
    by its number (14.6), -1 for the rest.  foreign: whether a mark says anything else than its number, or that it is
    decoration.  look: a digest of the pieces, or of the whole stream without its marks when it has none.  arrays: strings and
    names of fonts, in order.  fonts: those names, each once.  pieces: see `pieces`.  packed: the digest of the stream as it lies
    in the file.
    """

    operators: frozenset[str]
    inks: frozenset[Colour]
    worded: frozenset[Colour]
    states: frozenset[str]
    lost: bool
    marked: Mapping[int, tuple[ShownString, ...]]
    foreign: bool
    look: bytes
    arrays: tuple[Array, ...]
    fonts: tuple[str, ...]
    pieces: tuple[PaintedPart, ...]
    packed: bytes


KNOWN: Recent[bytes, Painting] = Recent(400)
"""Streams of this run, by `packed_digest`."""


def painting(stream: pikepdf.Object, key: bytes = b"") -> Painting:
    """The summary of a content stream. key: its `packed_digest`, where that is known.

    Raises ValueError when operands at its end have no operator.
    """
    key = key or packed_digest(stream)
    found = KNOWN.get(key)
    if found is None:
        data = stream.read_bytes()
        found = KNOWN[key] = _summary(*instructions(stream, data), data, key)
    return found


def packed_digest(stream: pikepdf.Object) -> bytes:
    """The SHA-256 of a stream as it lies in the file, with its dictionary, which says how it is packed.

    Of a stream whose dictionary leaves that to another object, unpacked.
    """
    told = stream.stream_dict.unparse()
    data = b"unpacked " + stream.read_bytes() if b" R" in told else stream.read_raw_bytes()
    return hashlib.sha256(told + b"\n" + data).digest()


MARKS = re.compile(rb"^(?:/\w+ (?:<< /MCID \d+ >> BDC|BMC)|EMC)\n", re.MULTILINE)
"""The marks of structure, as we write them: they show nothing."""


@dataclass(slots=True)
class _Reader:
    """Follows the operators of a stream, in order."""

    inks: set[Colour] = field(default_factory=set)
    worded: set[Colour] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    marked: dict[int, list[ShownString]] = field(default_factory=dict)
    arrays: list[Array] = field(default_factory=list)
    lost: bool = False
    foreign: bool = False
    inside: bool = False
    ink: Colour = ()
    state: str = ""
    font: str = ""
    mark: int = -1

    def step(self, operator: str, operands: tuple[Any, ...]) -> None:
        """Take the next operator with its operands."""
        first = operands[0] if operands else ""
        if operator in COLOURS:
            ink = tuple(float(part) for part in operands)
            self.inks.add(ink)
            self.ink = ink if operator in INKS else self.ink
            if self.inside:
                self.worded.add(ink)
        elif operator in ("BT", "ET"):
            self.inside = operator == "BT"
        elif operator == "gs":
            self.state = str(first)
            self.states.add(self.state)
        elif operator == "Tf":
            self.font = str(first)
        elif operator in ("BDC", "BMC", "EMC"):
            self._marks(operator, operands)
        elif operator in ("TJ", "Tj"):
            self._shows(first if operator == "TJ" else operands, *operands[1:])
        if self.state == OVER and operator in PAINTS and not (self.inside and self.ink == K):
            self.lost = True

    def _marks(self, operator: str, operands: Any) -> None:
        """The start or the end of marked content."""
        self.mark = -1
        if operator == "BMC":
            self.foreign |= operands[0] != "/Artifact"
        elif operator == "BDC":
            told = operands[1]
            numbered = isinstance(told, dict) and told.keys() == {"/MCID"}
            self.foreign |= not numbered or operands[0] == "/Artifact"
            self.mark = int(told.get("/MCID", -1)) if isinstance(told, dict) else -1

    def _shows(self, parts: Any, apart: bytes | None = None) -> None:
        strings = [part for part in parts if isinstance(part, bytes)]
        self.arrays.append((self.font, tuple(strings), apart))
        self.marked.setdefault(self.mark, []).append((self.font, b"".join(strings)))


def _summary(operators: frozenset[str], steps: list[Instruction], data: bytes, packed: bytes) -> Painting:
    reader = _Reader()
    for operator, operands in steps:
        reader.step(operator, operands)
    marks = sum([operator in ("BDC", "BMC", "EMC") for operator, _ in steps])
    bare, count = MARKS.subn(b"", data) if marks else (data, 0)
    if count != marks:  # something that looks like a mark is none: it counts
        bare = data
    parts = pieces(bare)
    return Painting(
        operators=operators,
        inks=frozenset(reader.inks),
        worded=frozenset(reader.worded),
        states=frozenset(reader.states),
        lost=reader.lost,
        marked={mark: tuple(shown) for mark, shown in reader.marked.items()},
        foreign=reader.foreign,
        look=hashlib.sha256(b"".join([part.told for part in parts]) or bare).digest(),
        arrays=tuple(reader.arrays),
        fonts=tuple(sorted({name for name, _, _ in reader.arrays})),
        pieces=parts,
        packed=packed,
    )
