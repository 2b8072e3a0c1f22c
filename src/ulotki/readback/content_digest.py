"""What a PDF contains, as one digest that does not depend on how it is packed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ulotki.readback.file import OpenPdf, without
from ulotki.readback.unpacked import fits


def content(data: bytes) -> str:
    """The SHA-256 of all objects of a PDF with their streams decompressed: it does not depend on the version of zlib.

    It leaves out what depends on compression: lengths, offsets in the table, and the ID of the file. The SHA-256 of the bytes
    when they are no PDF that can be read, or unpack too far.
    """
    import pikepdf

    if not fits(data):
        return hashlib.sha256(data).hexdigest()
    whole = hashlib.sha256()
    try:
        with OpenPdf(data) as file:
            for part in _parts(file):
                whole.update(b"%d\n%s\n" % (len(part), part))
            return whole.hexdigest()
    except pikepdf.PdfError:
        return hashlib.sha256(data).hexdigest()


def _parts(file: OpenPdf) -> Iterator[bytes]:
    """The trailer, and each object with its number."""
    import pikepdf

    yield without(file.pdf.trailer, "/ID").unparse()
    for one in file.pdf.objects:
        yield b"%d" % one.objgen[0]
        if isinstance(one, pikepdf.Stream):
            yield without(one.stream_dict, "/Length").unparse()
            yield one.read_bytes()
        else:
            yield one.unparse(resolved=True)
