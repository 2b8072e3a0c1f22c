"""Whether a file holds what its cross-reference table says and nothing else, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping

TABLE = re.compile(rb"xref\r?\n0 (\d+)\r?\n((?:\d{10} \d{5} [fn](?: \r| \n|\r\n))+)trailer\b")
"""A cross-reference table with one section (ISO 32000-1, 7.5.4)."""

ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([fn])")

END = re.compile(rb"startxref\r?\n(\d+)\r?\n%%EOF\n\Z")
ENDED = re.compile(rb"\s*endobj\s*\Z")
STREAM_ENDED = re.compile(rb"\s*endstream\s*endobj\s*\Z")
COMMENTS = re.compile(rb"(?:%[^\r\n]*[\r\n]+)*\s*\Z")


def bodies(data: bytes) -> Mapping[int, bytes]:
    """The bytes of each object of a file by its number, when every other byte belongs to the header, the table or the trailer.

    Else none. So another program, even one that searches for objects by itself, finds the same objects. Nothing was added
    after the end of the file.
    """
    end = END.search(data, max(0, len(data) - 100))
    table = TABLE.match(data, int(end[1])) if end else None
    if end is None or table is None or data.count(b"%%EOF", table.end()) != 1:
        return {}
    entries = ENTRY.findall(table[2])
    places = sorted([(int(place), number) for number, (place, _, kind) in enumerate(entries) if kind == b"n"])
    if len(entries) != int(table[1]) or not places or any(entries[number][1] != b"00000" for _, number in places):
        return {}
    starts = [start for start, _ in places]
    if not COMMENTS.fullmatch(data[: starts[0]]):
        return {}
    stops = [*starts[1:], table.start()]
    found = {number: data[start:stop] for (start, number), stop in zip(places, stops, strict=True)}
    return found if all(body.startswith(b"%d 0 obj" % number) for number, body in found.items()) else {}


def is_object(body: bytes, packed: bytes | None) -> bool:
    """Whether *body*, which begins as an object, is nothing else. packed: of a stream, as it lies in the file."""
    if packed is None:
        end = body.find(b"endobj")
        return end >= 0 and ENDED.match(body, end) is not None
    word = re.search(rb"\bstream\r?\n", body)
    return word is not None and STREAM_ENDED.match(body, word.end() + len(packed)) is not None
