"""Finished bytes read back as a reader, a screen reader and a camera get them, and compared with what was ordered.

`file` and `pdfium` read; `seen` is what they saw; `allowed`, `painted` and `differences` say what is not as ordered.
"""

from ulotki.readback.differences import compare, expected, verify
from ulotki.readback.file import content
from ulotki.readback.seen import DPI, Readback, Seen, gist, words

__all__ = ["DPI", "Readback", "Seen", "compare", "content", "expected", "gist", "verify", "words"]
