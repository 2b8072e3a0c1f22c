"""Draw docs/pictures/*.png again, from the read-back of the PDFs that the program makes.

Usage: python tools/pictures.py, or `make pictures`. Equal pages give equal files on one machine; the pictures of a
newer pdfium or Pillow may differ in a few pixels.
"""

from __future__ import annotations

import datetime
import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from ulotki import library, press, stock
from ulotki.content.order import Meeting
from ulotki.content.telling import Occasion
from ulotki.content.text import Prose
from ulotki.drawing.preview import DESK, png
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.press import Proof
from ulotki.readback import Readback
from ulotki.templates import templates

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
WORKSPACE = ROOT / "leaflets/serniki"
CAMPAIGN = "sierpien-2024"
SCAM = "na-wnuczka"

COLOURS = 64
"""Colours in the palette of a picture: five inks, and shades between them at the edges of letters."""

FRAME = 12
"""Pixels of desk around a page that stands alone."""

MOST = 400_000
"""Largest picture in bytes: readers of the README must wait for all of them."""

TALL, WIDE = 300, 1500
"""Pixels: of a page on a contact sheet, and of the sheet."""

DAY = datetime.date(2024, 8, 1)
"""Of the pictures: whatever was confirmed later is confirmed by nobody."""

SECONDED = """set_by = "asp. Jan Kowalski"
confirmed = { value = "47 812 00 00", by = "Anna Nowak", on = 2024-07-31 }
"""
NAMES = """
[name.dzielnicowy]
value = "mł. asp. Aleksandra Wiśniewska-Kowalczyk"
label = "made up"
set_by = "asp. Jan Kowalski"
confirmed = { value = "mł. asp. Aleksandra Wiśniewska-Kowalczyk", by = "Anna Nowak", on = 2024-07-31 }

[name.godziny]
value = "poniedziałek–piątek, godz. 8.00–16.00"
label = "made up"
set_by = "asp. Jan Kowalski"
confirmed = { value = "poniedziałek–piątek, godz. 8.00–16.00", by = "Anna Nowak", on = 2024-07-31 }
"""
NUMBER = '[number.dzielnicowy]\nvalue = "47 812 00 00"\nlabel = "made up: nobody has confirmed it"\n'


def main() -> None:
    """Write all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    serniki = library.read(WORKSPACE, stock.known()).believed(DAY)
    colour = proof(serniki, "poster", "colour")
    leaflet = proof(serniki, "leaflet", "colour")
    mono = proof(serniki, "leaflet", "mono")
    laid = press.imposition(mono)
    assert laid is not None
    palettes = [pages(press.printed(proof(serniki, "poster", name)), 54)[0] for name in PALETTES]
    save("poster-colour", pages(press.printed(colour), 80))
    save("leaflet-colour", pages(press.printed(leaflet), 80))
    save("palettes", palettes)
    save("specimen", pages(press.printed(specimen()), 70))
    save("sheet", pages(press.imposed(mono, laid), 72)[:1])
    for palette in PALETTES:
        contact_sheet(serniki, palette)
    with_values(serniki)


def proof(known: Library, template: str, palette: str, topics: int = 0, meeting: Meeting | None = None) -> Proof:
    """The piece as the campaign orders it, about so many scams, of a *meeting* where there is one."""
    campaign = known.campaign(CAMPAIGN)
    chosen, about = templates()[template], tuple(known.scams.values())[:topics]
    occasion = Occasion(campaign.day, campaign.until, about, meeting)
    return press.proof(known, known.scam(SCAM), chosen, chosen.formats[0], PALETTES[palette], occasion)


def specimen(template: str = "poster", palette: str = "colour") -> Proof:
    """The piece with a number that only one person has typed."""
    marked = proof(numbered(NUMBER), template, palette)
    assert marked.mark is not None
    return marked


def numbered(numbers: str) -> Library:
    """The library with these numbers, of a copy of the workspace that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(WORKSPACE, Path(folder) / "serniki", ignore=shutil.ignore_patterns("out"))
        (copy / "numbers.toml").write_text(numbers, "utf-8")
        return library.read(copy, stock.known()).believed(DAY)


def with_values(known: Library) -> None:
    """Pieces with a number in doubt, and pieces about several scams with good values of ordinary length."""
    doubt = [
        specimen(template, palette) for palette in ("colour", "mono") for template in ("poster", "leaflet", "card")
    ]
    good = numbered(NUMBER.replace("\n", f"\n{SECONDED}", 1) + NAMES)
    invited = Meeting(day=datetime.date(2024, 9, 9), hour="17.00", where=Prose("Świetlica wiejska w Nowej Woli"))
    whole = [proof(good, "overview", "colour", topics) for topics in (5, 9, 11)]
    whole += [proof(good, "meeting", "colour", 4, invited), proof(good, "card", "colour")]
    on_sheet("specimens", [page for one in doubt for page in pages(press.printed(one), 60)])
    on_sheet("several", [page for one in whole for page in pages(press.printed(one), 60)])


def pages(data: bytes, dpi: int) -> list[Image.Image]:
    """Every page of a finished file, as the read-back sees it."""
    with Readback(data) as back:
        return back.pictures(dpi)


def contact_sheet(known: Library, palette: str) -> None:
    """Every template as it looks in a palette: for the longest scam of those it is for, with all its pages."""
    scams = sorted(known.scams.values(), key=lambda scam: len(scam.story.source) + len(scam.rule.source))
    row: list[Image.Image] = []
    for template in templates().values():
        scam = next(scam for scam in reversed(scams) if template.refuses(scam) is None)
        made = press.proof(
            known, scam, template, template.formats[0], PALETTES[palette], Occasion(known.campaign(CAMPAIGN).day)
        )
        row += pages(press.printed(made), 60)
    on_sheet(f"templates-{palette}", row)


def on_sheet(name: str, shown: list[Image.Image]) -> None:
    """One picture: pages of one height in lines on a desk."""
    row = [page.resize((round(page.width * TALL / page.height), TALL)) for page in shown]
    lines: list[list[Image.Image]] = [[]]
    for page in row:
        if sum(each.width + FRAME for each in lines[-1]) + page.width > WIDE:
            lines.append([])
        lines[-1].append(page)
    sheet = Image.new("RGB", (WIDE, (TALL + FRAME) * len(lines) + FRAME), DESK)
    for number, line in enumerate(lines):
        x = FRAME
        for page in line:
            sheet.paste(page, (x, FRAME + number * (TALL + FRAME)))
            x += page.width + FRAME
    save(name, [sheet])


def save(name: str, shown: list[Image.Image]) -> None:
    """One picture: the pages side by side on a desk, in few colours."""
    picture: Image.Image = Image.open(BytesIO(png(shown)))
    if len(shown) == 1:
        picture = ImageOps.expand(picture, FRAME, DESK)
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    data = out.getvalue()
    assert len(data) < MOST, f"{name}: {len(data)} bytes"
    (PICTURES / f"{name}.png").write_bytes(data)
    print(f"{name}.png  {few.width} × {few.height}  {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
