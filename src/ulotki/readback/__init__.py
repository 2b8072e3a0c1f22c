"""Read-back: opens a finished file as a reader, a screen reader and a camera would, and compares it with its pages.

`unpacked` says whether a foreign file may be opened; `file` and `pdfium` read the bytes; `seen` holds what they found; `allowed`, `claims`, `beside`, `painted` and `differences` compare.
"""

from ulotki.readback.content_digest import content
from ulotki.readback.differences import compare, verify
from ulotki.readback.file import failures
from ulotki.readback.one_page import expected
from ulotki.readback.seen import DPI, Readback, gist, words
from ulotki.readback.unpacked import fits

__all__ = ["DPI", "Readback", "compare", "content", "expected", "failures", "fits", "gist", "verify", "words"]
