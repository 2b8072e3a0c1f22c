"""Decodes text in one of the character encodings that spreadsheets are saved in."""

from __future__ import annotations

from ulotki.errors import Where, say
from ulotki.library.cell_grid import AS_XLSX, refused_cells

MISREAD = frozenset("±¶Ľˇ¦¬")
"""What letters of ISO 8859-2 become in Windows-1250."""


def decoded(data: bytes, where: Where) -> str:
    """*data* in the first encoding that fits: UTF-16, UTF-8, or what Polish Excel writes. Raises Refused when none does."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codes: tuple[str, ...] = ("utf-16",)
    elif zeros := data.count(0):
        order = "le" if data[1::2].count(0) > data[::2].count(0) else "be"
        codes = (f"utf-16-{order}",) if zeros * 4 > len(data) else ()  # a few are in no text
    else:
        codes = ("utf-8-sig", "cp1250")
    for code in codes:
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if code == "cp1250" and MISREAD & set(text):
            return data.decode("iso-8859-2")
        return text
    raise refused_cells(say("it is neither a spreadsheet nor text"), AS_XLSX, where)
