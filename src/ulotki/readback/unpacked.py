"""Whether a PDF is of a size that may be opened: readers unpack it into memory, and a small file can unpack to gigabytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MOST = 100_000_000
"""Bytes that the streams of a file may unpack to. Our largest pack unpacks to a tenth of that."""

STREAMS = 20_000
"""Streams that a file may have."""

NESTED = 4
"""How often a stream may be packed anew."""

PART = 1 << 16
"""Bytes that are unpacked at a time."""

STREAM = re.compile(rb"(?<!end)stream\r?\n")
OTHERS = re.compile(rb"/Filter\b(?:[^<>\]]{0,200}?/(?:LZW|RL|RunLength)|\s*\d+\s+\d+\s+R)")
"""Filters of other programs that make much of little, or that stand elsewhere (ISO 32000-1, 7.4). Ours use FlateDecode alone.

The key is asked for with the name: packed bytes hold a name of two or three letters by chance.
"""

ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def fits(data: bytes, most: int = MOST) -> bool:
    """Whether the streams of the PDF *data* unpack to at most *most* bytes, by a filter whose end can be foreseen."""
    plain = ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), data) if b"#" in data else data
    if OTHERS.search(plain):
        return False
    left = most
    for count, found in enumerate(STREAM.finditer(data)):
        left -= _size(data, found.end(), left)
        if left < 0 or count >= STREAMS:
            return False
    return True


def _size(data: bytes, start: int, left: int) -> int:
    """Bytes that the stream at *start* unpacks to, however often it is packed; not counted on beyond *left*."""
    whole = 0
    for depth in range(1, NESTED + 1):
        parts: Iterator[bytes] = (data[at : at + PART] for at in range(start, len(data), PART))
        for _ in range(depth):
            parts = _unpacked(parts)
        size = 0
        for part in parts:
            size += len(part)
            if whole + size > left:
                return left + 1
        if not size:
            return whole
        whole += size
    return left + 1


def _unpacked(parts: Iterator[bytes]) -> Iterator[bytes]:
    """What *parts* unpack to, up to the end of the stream or the first byte that does not belong to it."""
    engine = zlib.decompressobj()
    try:
        for part in parts:
            yield engine.decompress(part, PART)
            while engine.unconsumed_tail and not engine.eof:
                yield engine.decompress(engine.unconsumed_tail, PART)
            if engine.eof:
                return
    except zlib.error:
        return
