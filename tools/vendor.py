"""Fetch faces and icons anew into fonts/ and assets/, from the packages named here, and print their SHA-256.

Usage: python tools/vendor.py FACES_DIR ICONS_DIR, two unpacked npm packages:
@expo-google-fonts/atkinson-hyperlegible-next 0.4.1 and @material-symbols/svg-400 0.48.2.
Needs fontTools. Icons become absolute M, L, C and Z commands in units of 1/960 of their square, y down.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
import sys
import tomllib

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

ROOT = pathlib.Path(__file__).parents[1]
WEIGHTS = {"400Regular": "Regular", "600SemiBold": "SemiBold", "700Bold": "Bold", "800ExtraBold": "ExtraBold"}
ALWAYS = ("domino_mask", "payments", "content_cut")


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


def wanted() -> set[str]:
    """Every icon that a scam of the library names, and those that templates draw."""
    names = set(ALWAYS)
    for file in (ROOT / "leaflets/library/scams").glob("*/*.toml"):
        scam = tomllib.loads(file.read_text("utf-8"))
        names |= {scam["icon"], *(point["icon"] for point in scam["step"] + scam["sign"])}
    return names - {"badge112", "no_money"}


def main(faces: pathlib.Path, icons: pathlib.Path) -> None:
    """Write the files."""
    for folder, weight in WEIGHTS.items():
        data = next((faces / folder).glob("*.ttf")).read_bytes()
        (ROOT / f"fonts/AtkinsonHyperlegibleNext-{weight}.ttf").write_bytes(data)
        print(weight, hashlib.sha256(data).hexdigest())
    (ROOT / "fonts/OFL.txt").write_text((faces / "LICENSE_FONT").read_text("utf-8"), "utf-8")
    paths = {name: icon((icons / f"rounded/{name}-fill.svg").read_text("utf-8")) for name in sorted(wanted())}
    text = json.dumps(paths, indent=0) + "\n"
    (ROOT / "assets/icons.json").write_text(text, "utf-8")
    (ROOT / "assets/LICENSE-icons.txt").write_text((icons / "LICENSE").read_text("utf-8"), "utf-8")
    print("icons", hashlib.sha256(text.encode()).hexdigest())


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
