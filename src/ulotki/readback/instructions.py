"""The instructions of a content stream: operators with their operands (ISO 32000-1, 7.8.2).

qpdf parses a stream, unless it is written as ours are, byte for byte. Such a stream has one reading, and is read in one go:
instructions that follow one another without a gap, with no operand, operator or escape that we never write.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

Instruction = tuple[str, tuple[Any, ...]]
"""An operator and its operands: numbers, names as "/F1", strings as bytes, arrays as lists (of ours with what is written
between their strings), dictionaries."""

PLACES = frozenset("q Q cm Tm Tr w d m l c h re".split())
"""Operators that say where and how wide: nobody asks for more than their names."""

NUMBER = rb"-?+\d++(?:\.\d++)?+"
STRING = rb"\((?:[^\\()\r\n]++|\\[\\()]|\\[0-3][0-7]{2})*+\)"
ONE = re.compile(
    rb"((?:(?:(?:%(n)s )*(?:q|Q|cm|Tm|Tr|w|m|l|c|h|re)|\[(?:%(n)s(?: %(n)s)*)?\] %(n)s d)(?: |\Z))+)|"
    rb"((?:"
    rb"BT ((?:%(n)s )+)(g|rg|k) (/F\d+) %(n)s Tf (?:%(n)s ){6}Tm \[(%(s)s(?: %(n)s %(s)s)*)\] TJ ET|"
    rb"((?:%(n)s )*)(f|S|g|G|rg|RG|k|K|EMC)|"
    rb"(/[A-Z][a-z]+) gs|"
    rb"(/[A-Za-z0-9]+) << /MCID (\d+) >> BDC|"
    rb"(/Artifact) BMC"
    rb")(?: |\Z))" % {b"n": NUMBER, b"s": STRING}
)
"""What we write in one go: operators of places one after another, a text object, or one other operator."""

PART = re.compile(rb"\(((?:[^\\()]|\\.)*)\)")
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def instructions(stream: pikepdf.Object, data: bytes) -> tuple[frozenset[str], list[Instruction]]:
    """(all operators, the instructions that say more than where) of a *stream*, which unpacks to *data*.

    Raises ValueError when operands at its end have no operator.
    """
    return _ours(data) or _parsed(stream)


def _ours(data: bytes) -> tuple[frozenset[str], list[Instruction]] | None:
    """`instructions` of a stream that is written as ours are, else None."""
    lines = data.split(b"\n")
    read = [one for line in lines if (one := read_line(line))]
    if len(read) < len(lines):
        return None
    steps = [instruction for _, instructions in read for instruction in instructions]
    return frozenset[str]().union(*(places for places, _ in read), (operator for operator, _ in steps)), steps


@lru_cache(maxsize=2_000)
def read_line(line: bytes) -> tuple[frozenset[str], tuple[Instruction, ...]] | None:
    """(operators of places, the others with their operands) of a line that is written as ours, else None.

    Pages of a campaign have many lines in common.
    """
    found = ONE.findall(line)
    if not line or b"".join([one[0] or one[1] for one in found]) != line or line.endswith(b" "):
        return None
    places = b" ".join([one[0] or (one[4] and b"Tm") for one in found]).translate(None, b"0123456789.-[]")
    return frozenset(places.decode().split()), tuple([told for one in found if one[1] for told in _told(one)])


def _told(found: tuple[bytes, ...]) -> Iterator[Instruction]:
    _, _, ink, inks, font, text, numbers, operator, state, tag, mark, artifact = found
    if font:
        yield "BT", ()
        yield inks.decode(), tuple(map(float, ink.split()))
        yield "Tf", (font.decode(),)
        parts = PART.split(text)
        yield "TJ", ([unescaped(part) for part in parts[1::2]], b",".join(parts[::2]))
        yield "ET", ()
    elif operator:
        yield operator.decode(), tuple(map(float, numbers.split()))
    elif state:
        yield "gs", (state.decode(),)
    elif tag:
        yield "BDC", (tag.decode(), {"/MCID": int(mark)})
    else:
        yield "BMC", (artifact.decode(),)


def unescaped(string: bytes) -> bytes:
    """The bytes of a string in which those with a backslash are as we write them (7.3.4.2)."""
    if b"\\" not in string:
        return string
    return ESCAPED.sub(lambda sign: bytes([int(sign[1], 8)]) if sign[1].isdigit() else sign[1], string)


def _parsed(stream: pikepdf.Object) -> tuple[frozenset[str], list[Instruction]]:
    """`instructions` of any stream, by qpdf."""
    import pikepdf

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        steps = [(str(step.operator), step) for step in pikepdf.parse_content_stream(stream)]
    if told:
        raise ValueError(str(told[0].message))
    found = [(name, tuple(map(_plain, step.operands))) for name, step in steps if name not in PLACES]
    return frozenset(name for name, _ in steps), found


def _plain(operand: Any) -> Any:
    """An operand of qpdf as a value of Python."""
    import pikepdf

    match operand:
        case pikepdf.String():
            return bytes(operand)
        case pikepdf.Array():
            return [_plain(part) for part in operand]
        case pikepdf.Dictionary():
            return {key: _plain(value) for key, value in operand.items()}
        case pikepdf.Object():
            return str(operand)
        case _:
            return operand
