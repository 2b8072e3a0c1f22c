"""Whether a file holds what its cross-reference table says and nothing else, byte for byte."""

from __future__ import annotations

import re

from ulotki.readback.file import OpenPdf

TABLE = re.compile(rb"xref\r?\n0 (\d+)\r?\n((?:\d{10} \d{5} [fn](?: \r| \n|\r\n))+)trailer\b")
"""A cross-reference table with one section (ISO 32000-1, 7.5.4)."""

END = re.compile(rb"startxref\r?\n(\d+)\r?\n%%EOF\n\Z")
ENDED = re.compile(rb"\s*endobj\s*\Z")
STREAM_ENDED = re.compile(rb"\s*endstream\s*endobj\s*\Z")
COMMENTS = re.compile(rb"(?:%[^\r\n]*[\r\n]+)*\s*\Z")


def is_whole(file: OpenPdf) -> bool:
    """Whether every byte belongs to the header, an object of the cross-reference table, the table, or the trailer.

    So another program, even one that searches for objects by itself, finds the same objects. Nothing was added after
    the end of the file.
    """
    objects = file.objects  # qpdf warns of an object when it reads it, of two entries of one name for instance
    end = END.search(file.data)
    table = TABLE.match(file.data, int(end[1])) if end else None
    if end is None or table is None or file.data.count(b"%%EOF", table.end()) != 1 or file.pdf.get_warnings():
        return False
    entries = table[2].splitlines()
    places = sorted((int(line[:10]), number) for number, line in enumerate(entries) if line[17:18] == b"n")
    if len(entries) != int(table[1]) or "/Prev" in file.pdf.trailer or file.pdf.is_encrypted or not places:
        return False
    starts = [place for place, _ in places]
    bodies = zip(places, [*starts[1:], table.start()], strict=True)
    headed = COMMENTS.fullmatch(file.data[: starts[0]]) is not None
    return headed and all(
        number in objects and _is_one(file, file.data[start:stop], number) for (start, number), stop in bodies
    )


def _is_one(file: OpenPdf, body: bytes, number: int) -> bool:
    """Whether *body* is the object *number* and nothing else."""
    if not body.startswith(b"%d 0 obj" % number):
        return False
    stream = file.streams.get(number)
    if stream is None:
        end = body.find(b"endobj")
        return end >= 0 and ENDED.match(body, end) is not None
    word = re.search(rb"\bstream\r?\n", body)
    return word is not None and STREAM_ENDED.match(body, word.end() + len(stream.read_raw_bytes())) is not None
