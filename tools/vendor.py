"""Copy faces and icons into fonts/ and assets/ from the packages named here, and print their SHA-256.

Usage: python tools/vendor.py FACES_DIR ICONS_DIR, two unpacked npm packages:
@expo-google-fonts/atkinson-hyperlegible-next 0.4.1 and @material-symbols/svg-400 0.48.2.
Needs fontTools. The faces get a zero without a slash and a name of their own, since a slashed zero that is blurred
looks like an 8. Icons become absolute M, L, C and Z commands in units of 1/960 of their square, y down.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
import sys
import tomllib
from io import BytesIO

from fontTools.misc.roundTools import otRound
from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.roundingPen import RoundingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import parse_path
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).parents[1]
WEIGHTS = {"400Regular": "Regular", "600SemiBold": "SemiBold", "700Bold": "Bold", "800ExtraBold": "ExtraBold"}
ALWAYS = ("domino_mask", "payments", "content_cut")
FAMILY, ORIGINAL = "Ulotki Plain", "Atkinson Hyperlegible Next"
NOTE = f"""{FAMILY} is {ORIGINAL} 2.001 with a zero without a slash, made by tools/vendor.py. Its licence is that of the
original, which reserves no font name:

"""


VOLUME_KEY = (
    "L 758 250 C 770 252 780 258 788 267 C 796 276 800 287 800 299 "
    "L 800 373 C 800 386 796 397 788 406 C 780 415 770 421 758 423 "
)
"""The part at the side of the telephones that looks like a printing fault; it is left out."""

STOPWATCH = (
    "M 376 36 L 584 36 C 606 36 624 54 624 76 C 624 98 606 116 584 116 L 536 116 L 536 188 "
    "C 701 215 822 357 822 524 C 822 713 669 866 480 866 C 291 866 138 713 138 524 C 138 357 259 215 424 188 "
    "L 424 116 L 376 116 C 354 116 336 98 336 76 C 336 54 354 36 376 36 Z "
    "M 480 308 C 460 308 444 324 444 344 L 444 536 C 444 556 460 572 480 572 L 632 572 C 652 572 668 556 668 536 "
    "C 668 516 652 500 632 500 L 516 500 L 516 344 C 516 324 500 308 480 308 Z"
)
"""Our own "timer": its crown joins the case and its hands are thick, since a thin one reads as the letter i."""


class Commands(BasePen):  # type: ignore[misc]
    """A pen that writes what it draws."""

    def __init__(self) -> None:
        super().__init__(None)
        self.out: list[str] = []

    def _put(self, letter: str, *points: tuple[float, float]) -> None:
        self.out.append(" ".join([letter, *(f"{x:.0f} {y + 960:.0f}" for x, y in points)]))

    def _moveTo(self, point: tuple[float, float]) -> None:
        self._put("M", point)

    def _lineTo(self, point: tuple[float, float]) -> None:
        self._put("L", point)

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self._put("C", *points)

    def _closePath(self) -> None:
        self.out.append("Z")

    _endPath = _closePath


def icon(svg: str) -> str:
    """The one path of an icon as absolute commands."""
    found = re.search(r'<path d="([^"]+)"', svg)
    assert found, svg
    pen = Commands()
    parse_path(found[1], pen)
    return " ".join(pen.out)


def redrawn(paths: dict[str, str]) -> dict[str, str]:
    """*paths* with those that we draw differently replaced."""
    return {name: path.replace(VOLUME_KEY, "") for name, path in paths.items()} | {"timer": STOPWATCH}


def wanted() -> set[str]:
    """Every icon that a scam of the library names, and those that templates draw."""
    names = set(ALWAYS)
    for file in (ROOT / "leaflets/library/scams").glob("*/*.toml"):
        scam = tomllib.loads(file.read_text("utf-8"))
        names |= {scam["icon"], *(point["icon"] for point in scam["step"] + scam["sign"])}
    return names - {"badge112", "no_money"}


def plain(data: bytes) -> bytes:
    """The face *data* with a zero without a slash, renamed as a changed version has to be.

    The zero was an outline and two half counters, with the slash between them. Its one counter is the outline, run
    backwards and mapped onto the box around both halves, so stem and bar keep their weight. Advances and kerning stay;
    the tabular zero is made of this glyph and follows.
    """
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    glyphs = font.getGlyphSet()
    contours = _contours(glyphs["zero"])
    if len(contours) != 3:
        raise ValueError("the zero is not an outline and two half counters: look at it again")
    outer, *halves = sorted(contours, key=lambda one: _box(one)[0])
    left, low, right, high = _box(outer)
    boxes = [_box(half) for half in halves]
    to = [pick(values) for pick, values in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)]
    across, up = (to[2] - to[0]) / (right - left), (to[3] - to[1]) / (high - low)
    pen = TTGlyphPen(None)
    outer.replay(pen)
    counter = RoundingPen(pen, otRound)
    mapped = TransformPen(counter, (across, 0, 0, up, to[0] - left * across, to[1] - low * up))
    outer.replay(ReverseContourPen(mapped))
    font["glyf"]["zero"] = pen.glyph()
    for record in font["name"].names:
        text = str(record)
        if record.nameID in (1, 3, 4, 6, 16, 25):
            text = text.replace(ORIGINAL, FAMILY).replace(ORIGINAL.replace(" ", ""), FAMILY.replace(" ", ""))
            record.string = text
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _contours(glyph: object) -> list[RecordingPen]:
    """The contours of a glyph, each on its own."""
    pen = RecordingPen()
    glyph.draw(pen)  # type: ignore[attr-defined]
    contours: list[RecordingPen] = []
    for command in pen.value:
        if command[0] == "moveTo" or not contours or contours[-1].value[-1][0] == "closePath":
            contours.append(RecordingPen())
        contours[-1].value.append(command)
    return contours


def _box(contour: RecordingPen) -> tuple[float, float, float, float]:
    """Least x, least y, most x and most y of a contour."""
    bounds = BoundsPen(None)
    contour.replay(bounds)
    return bounds.bounds  # type: ignore[no-any-return]


def main(faces: pathlib.Path, icons: pathlib.Path) -> None:
    """Write the files."""
    for folder, weight in WEIGHTS.items():
        data = plain(next((faces / folder).glob("*.ttf")).read_bytes())
        (ROOT / f"fonts/UlotkiPlain-{weight}.ttf").write_bytes(data)
        print(weight, hashlib.sha256(data).hexdigest())
    (ROOT / "fonts/OFL.txt").write_text(NOTE + (faces / "LICENSE_FONT").read_text("utf-8"), "utf-8")
    paths = {name: icon((icons / f"rounded/{name}-fill.svg").read_text("utf-8")) for name in sorted(wanted())}
    text = json.dumps(redrawn(paths), indent=0) + "\n"
    (ROOT / "assets/icons.json").write_text(text, "utf-8")
    (ROOT / "assets/LICENSE-icons.txt").write_text((icons / "LICENSE").read_text("utf-8"), "utf-8")
    print("icons", hashlib.sha256(text.encode()).hexdigest())


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
