"""The instructions of a content stream: operators with their operands (ISO 32000-1, 7.8.2).

qpdf parses a stream, unless it is written as ours are, sign for sign. Such a stream has one reading, and is read in one go:
instructions that follow one another without a gap, with no operand, operator or escape that we never write.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

Instruction = tuple[str, tuple[Any, ...]]
"""An operator and its operands: numbers, names as "/F1", strings as bytes, arrays as lists, dictionaries."""

PLACES = frozenset("q Q cm Tm Tr w d m l c h re".split())
"""Operators that say where and how wide: nobody asks for more than their names."""

PLACED = frozenset(name.encode() for name in PLACES)
PLAIN = PLACED | frozenset(b"BT ET f S g G rg RG k K EMC".split()) | {b""}
"""Operators that we write with numbers alone, or with nothing."""

NUMBER = rb"-?\d+(?:\.\d+)?"
STRING = rb"\((?:[^\\()\r\n]|\\[\\()]|\\[0-3][0-7]{2})*\)"
ONE = re.compile(
    rb"((?:"
    rb"((?:%(n)s )*)([A-Za-z]+)|"
    rb"\[(?:%(n)s(?: %(n)s)*)?\] %(n)s (d)|"
    rb"\[(%(s)s(?: %(n)s %(s)s)*)\] TJ|"
    rb"(/F\d+) %(n)s Tf|"
    rb"(/[A-Z][a-z]+) gs|"
    rb"(/[A-Za-z0-9]+) << /MCID (\d+) >> BDC|"
    rb"(/Artifact) BMC"
    rb")(?:[ \n]|\Z))" % {b"n": NUMBER, b"s": STRING}
)
"""One instruction as we write it, and what parts it from the next one."""

PART = re.compile(rb"\(((?:[^\\()]|\\.)*)\)")
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def instructions(stream: pikepdf.Object, data: bytes) -> tuple[frozenset[str], list[Instruction]]:
    """(all operators, the instructions that say more than where) of a *stream*, which unpacks to *data*.

    Raises ValueError when operands at its end have no operator.
    """
    return _ours(data) or _parsed(stream)


def _ours(data: bytes) -> tuple[frozenset[str], list[Instruction]] | None:
    """Those of a stream that is written as ours are, else None."""
    found = ONE.findall(data)
    plain = {one[2] or one[3] for one in found}
    if b"".join([one[0] for one in found]) != data or not plain <= PLAIN:
        return None
    told = [_told(one) for one in found if (one[2] or one[3]) not in PLACED]
    return frozenset({name.decode() for name in plain if name} | {operator for operator, _ in told}), told


def _told(found: tuple[bytes, ...]) -> Instruction:
    _, numbers, operator, _dash, text, font, state, tag, mark, artifact = found
    if operator:
        return operator.decode(), tuple(map(float, numbers.split()))
    if text:
        return "TJ", ([unescaped(part) for part in PART.findall(text)],)
    if font:
        return "Tf", (font.decode(),)
    if state:
        return "gs", (state.decode(),)
    return ("BDC", (tag.decode(), {"/MCID": int(mark)})) if tag else ("BMC", (artifact.decode(),))


def unescaped(string: bytes) -> bytes:
    """The signs of a string whose signs with a backslash are as we write them (7.3.4.2)."""
    if b"\\" not in string:
        return string
    return ESCAPED.sub(lambda sign: bytes([int(sign[1], 8)]) if sign[1].isdigit() else sign[1], string)


def _parsed(stream: pikepdf.Object) -> tuple[frozenset[str], list[Instruction]]:
    """Those of any stream, by qpdf."""
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
