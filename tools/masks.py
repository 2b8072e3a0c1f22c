"""Find the best QR mask for each address of the national register: the lowest penalty among those that all decoders read.

Usage: python tools/masks.py. Decoders are zxing-cpp and, where it is installed, OpenCV; pictures are small and blurred.
Write the mask it names into leaflets/library/numbers.toml.
"""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import Any

from PIL import Image, ImageFilter
from qrcode.util import lost_point
from zxingcpp import read_barcodes

from ulotki import library, stock
from ulotki.qr import QUIET, symbol

PIXELS = (3, 4, 6)
BLUR = (0.6, 1.0)


def pictures(rows: tuple[tuple[bool, ...], ...]) -> list[Image.Image]:
    """The symbol at several sizes, out of focus."""
    side = len(rows) + 2 * QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.putpixel((x + QUIET, y + QUIET), 0 if dark else 255)
    large = [image.resize((side * size, side * size), Image.Resampling.NEAREST) for size in PIXELS]
    return [picture.filter(ImageFilter.GaussianBlur(blur)) for picture in large for blur in BLUR]


def readers() -> list[Any]:
    """Functions from a picture to the text in it."""
    found: list[Any] = [lambda picture: next((code.text for code in read_barcodes(picture)), "")]
    try:
        cv2, numpy = import_module("cv2"), import_module("numpy")
        found.append(lambda picture: cv2.QRCodeDetector().detectAndDecode(numpy.asarray(picture))[0])
    except ImportError:
        print("OpenCV is not installed: zxing-cpp alone decides")
    return found


def main() -> None:
    """Name the best mask of each address."""
    decoders = readers()
    for value in library.read(None, stock.known()).believed(datetime.date.max).register:
        if value.kind != "address":
            continue
        scores = []
        for mask in range(8):
            rows = symbol(value.value, mask).rows
            read = sum(decode(picture) == value.value for picture in pictures(rows) for decode in decoders)
            scores.append((-read, lost_point([list(row) for row in rows]), mask))
        print(value.value, "mask", min(scores)[2], "of", [(mask, -read, lost) for read, lost, mask in scores])


if __name__ == "__main__":
    main()
