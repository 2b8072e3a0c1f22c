"""Take pictures of the pages that leave the office: docs/pictures/pages/*.png, on a telephone, a tablet, a desk, dark, printed.

Usage: python tools/pages.py, or `make page-pictures`. Needs Chromium and its driver. The days in the pictures are today's.
"""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

import pypdfium2
from screens import NEW, ROOT, SOURCE, Photographer, campaign, chromium, shrink, ulotki

PICTURES = ROOT / "docs/pictures/pages"

WIDTHS = (320, 768, 1280)
"""Pixels: a telephone, a tablet, a desk."""


class Reader(Photographer):
    """Somebody who looks at pages on the disk."""

    folder = PICTURES

    def look(self, name: str, page: Path) -> None:
        """Keep pictures of *page*: at each width, in the dark, and its first sheet as it is printed."""
        self.driver.get(page.as_uri())
        for width in WIDTHS:
            self.shoot(f"{name}-{width}", width=width)
        self.shoot(f"{name}-dark", dark=True)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        given = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": False}
        printed = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", given)["data"])
        with pypdfium2.PdfDocument(printed) as pdf:
            pdf[0].render(scale=1.0).to_pil().save(PICTURES / f"{name}-print.png")


def main() -> None:
    """Write all pictures; the old ones go."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as at, chromium() as driver:
        folder = campaign(Path(at) / "w")
        ulotki("numbers", "set", "dzielnicowy", NEW, "--source", SOURCE, "--by", "asp. Jan Kowalski", folder=folder)
        ulotki("numbers", "confirm", "dzielnicowy", NEW, "--source", SOURCE, "--by", "Anna Nowak", folder=folder)
        ulotki("build", "jesien", "--for", "web,press", folder=folder)
        ulotki("site", "--campaign", "jesien", folder=folder)
        ulotki("gallery", folder=folder)
        (edition,) = (folder / "out/jesien").glob("*/index.html")
        reader = Reader(driver, edition.as_uri())
        reader.look("edition", edition)
        reader.look("site", folder / "site/index.html")
        reader.look("scam", folder / "site/na-wnuczka.html")
        reader.look("gallery", folder / "out/gallery/index.html")
    shrink(PICTURES)


if __name__ == "__main__":
    main()
