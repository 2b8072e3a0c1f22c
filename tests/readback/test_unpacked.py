"""What a PDF unpacks to is known before a reader opens it."""

import zlib

import pytest

from ulotki.readback import content, fits

MOST = 1_000_000


def stream(data, words=b"/Filter /FlateDecode"):
    return b"%%PDF-1.7\n1 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (words, len(data), data)


def packed(size, times=1):
    data = bytes(size)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_stream_that_grows(times):
    """
    A stream may unpack to as much as is allowed, however often it is packed, and to no byte more.
    """
    twice = packed(MOST // 2, times)

    assert fits(stream(twice), MOST)
    assert not fits(stream(packed(MOST + 1, times)), MOST)


def test_streams_together():
    """
    Many streams count together, and a stream that ends in the middle counts as far as it goes.
    """
    third = stream(packed(MOST // 3))

    assert fits(third * 3, MOST)
    assert not fits(third * 4, MOST)
    assert not fits(third * 3 + stream(packed(MOST)[:-8]), MOST)


@pytest.mark.parametrize(
    "words",
    [
        b"/Filter /LZWDecode",
        b"/Filter /RunLengthDecode",
        b"/Filter /L#5aWDecode",
        b"/Filter [/Fl /RL]",
        b"/Filter 7 0 R",
    ],
)
def test_other_filters(words):
    """
    A filter of which nobody here counts how much it makes is not opened, however its name is spelled.
    """
    assert not fits(stream(b"few", words), MOST)


def test_what_was_never_packed():
    """
    Bytes that are no packed stream take no room but their own.
    """
    assert fits(stream(b"BT (words) Tj ET", b""), MOST)
    assert fits(b"stream\n" * 1000, MOST)
    assert not fits(b"stream\n" * 20_001, MOST)


def test_such_a_file_is_known_by_its_bytes(monkeypatch):
    """
    A file that unpacks too far is compared by its bytes, and no reader opens it.
    """
    data = stream(packed(101_000_000))
    monkeypatch.setattr("ulotki.readback.content_digest.OpenPdf", None)

    assert content(data) == content(bytes(data)) != content(data + b" ")


def test_a_name_that_packed_bytes_hold_by_chance():
    """
    The letters of a filter inside a stream are no filter: a piece of ours is never taken for a strange file by them.
    """
    assert fits(stream(b"\x01/RL \x02/LZW \x03/RunLength"), MOST)
