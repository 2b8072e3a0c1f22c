"""Instructions of content streams: what is written as ours are is read as qpdf reads it, all else is left to qpdf."""

import random

import pikepdf
import pytest

from ulotki.page.purposes import PURPOSES
from ulotki.press import printed
from ulotki.readback import instructions
from ulotki.readback.file import OpenPdf


@pytest.fixture(scope="module")
def streams(proof):
    """The content streams of pieces for every purpose."""
    found = []
    for purpose in PURPOSES.values():
        for template in ("poster", "leaflet", "tear-off"):
            with OpenPdf(printed(proof(template=template), purpose)) as file:
                found += [bytes(page.Contents.read_bytes()) for page in file.pdf.pages]
    return found


@pytest.fixture(scope="module")
def asked():
    """asked(data): what qpdf reads in a stream, None when it refuses it."""
    pdf = pikepdf.new()

    def parse(data):
        try:
            return comparable(instructions._parsed(pdf.make_stream(data)))
        except (ValueError, pikepdf.PdfError):
            return None

    return parse


def comparable(found):
    """*found* with numbers as floats, without numbers in arrays and behind names: ours leave them out."""

    def value(operand):
        if isinstance(operand, list):
            return [part for part in operand if isinstance(part, bytes)]
        return operand if isinstance(operand, str | bytes | dict) else float(operand)

    operators, steps = found
    shown = [
        (name, [value(one) for one in (operands[:1] if name in ("Tf", "TJ") else operands)]) for name, operands in steps
    ]
    return operators, shown


def test_ours_are_read_as_qpdf_reads_them(streams, asked):
    """
    Every stream that we write for an office or the internet is read at once; marks of a press are left to qpdf.
    """
    read = [instructions._ours(data) for data in streams]

    assert sum(one is not None for one in read) >= len(streams) * 2 // 3
    for data, found in zip(streams, read, strict=True):
        assert found is None or comparable(found) == asked(data)


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b" q",
        b"q  Q",
        b"q\rQ",
        b"q\nQ\n\n",
        b"q % a comment\nQ",
        b"1 0 0",
        b"true",
        b"0 0 0.5.5 1 re",
        b"+1 0 m",
        b"BI /W 1 /H 1 ID x EI",
        b"BT (a) Tj ET",
        b"BT <61> Tj ET",
        b"[(a)12 (b)] TJ",
        b"[(a(b)c)] TJ",
        b"[(a\\nb)] TJ",
        b"[(a\\7)] TJ",
        b"[(a\\777)] TJ",
        b"[(a\nb)] TJ",
        b"[(a\rb)] TJ",
        b"[(a) 1 2 (b)] TJ",
        b"/F1 12 Tf 1",
        b"/F#31 12 Tf",
        b"/P << /MCID 1 /Alt (x) >> BDC",
        b"/P << /MCID 1>> BDC",
        b"/Span BMC",
        b"/Artifact BMC EMC Do",
    ],
)
def test_what_is_written_otherwise_is_left_to_qpdf(data):
    """
    Blanks, comments, escapes, names, images in a stream: one sign that we never write is enough.
    """
    assert instructions._ours(data) is None


def test_a_changed_sign_is_read_as_qpdf_reads_it(streams, asked):
    """
    A sign of ours is replaced, dropped or doubled: either qpdf is asked, or it would say the same.
    """
    chance, both = random.Random(3), 0
    for _ in range(1500):
        data = bytearray(chance.choice(streams))
        place = chance.randrange(len(data))
        start, end = max(0, data.rfind(b"\n", 0, max(0, place - 200)) + 1), place + 200
        part = data[start : max(end, data.find(b"\n", end))]
        place -= start
        part[place : place + chance.randrange(2)] = bytes([chance.choice(b"()[]<>/%\\ \n\r\0.-+09afqQTJE#")])
        found = instructions._ours(bytes(part))
        if found is not None:
            both += 1
            assert comparable(found) == asked(bytes(part)), bytes(part)

    assert both > 100
