"""The second reader: what stands in the streams of a file, to the last byte."""

import zlib

import pytest

from ulotki.readback.streams import contents

OBJECT = b"1 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s%sendstream\nendobj\n"


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"\r", b"\n"])
def test_packed_bytes_may_end_like_a_line(last, end):
    """
    A packed stream whose last byte looks like an end of line loses nothing: one in a hundred files has such.
    """
    drawn = next(text for n in range(256) if zlib.compress(text := b"q " * n).endswith(last))
    packed = zlib.compress(drawn)

    assert [drawn] == list(contents(OBJECT % (len(packed), packed, end)))
