"""How fast a poster is made, in one table beside Typst, WeasyPrint and the least that its bytes cost, in one run.

Usage: python bench/speed.py [--campaign]. CPU times, medians of interleaved rounds. With --campaign the August campaign
is built and packed as well. Typst makes the same words with the same code as one vector path, the same pictograms and the
same faces; WeasyPrint the same words and the same code as plain HTML.
"""

from __future__ import annotations

import datetime
import gc
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from operator import truediv
from pathlib import Path
from typing import Any

import pikepdf
import typst

from ulotki import library, press, stock
from ulotki.__main__ import SELDOM
from ulotki.content.leaflet import tell
from ulotki.content.telling import Occasion
from ulotki.content.told import Leaflet
from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.layout import laid_out
from ulotki.look import PALETTES, Look
from ulotki.look.paths import Path as Outline
from ulotki.page.seal import seal
from ulotki.qr import symbol
from ulotki.readback import checked
from ulotki.templates import templates

ROOT = Path(__file__).parents[1]
ROUNDS, COLD = 15, 5
DAY = datetime.date(2024, 8, 1)
UNTIL, LATER = datetime.date(2024, 12, 31), datetime.date(2026, 12, 31)


def cpu(work: Callable[[], object]) -> float:
    """ms of CPU time that *work* takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def process(*command: str) -> float:
    """ms of CPU time of a process from start to end. Raises CalledProcessError when it fails: a refusal is fast."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


class Ours:
    """Makes the poster of another scam and another last day each time, so that nobody answers from memory alone."""

    def __init__(self) -> None:
        gc.set_threshold(SELDOM)  # as every command does
        self.library = library.read(ROOT / "leaflets/serniki", stock.known(), ("pl",)).believed(DAY)
        self.scams = [scam for scam in self.library.scams.values() if scam.address]
        self.template = templates()["poster"]
        self.look = Look(stock.family(), stock.icons(), PALETTES["colour"])

    def asked(self, number: int, after: datetime.date = UNTIL) -> tuple[Any, Occasion]:
        """The scam and the occasion of a round."""
        return self.scams[number % len(self.scams)], Occasion(DAY, after + datetime.timedelta(days=number))

    def told(self, number: int) -> Leaflet:
        """Its words."""
        scam, occasion = self.asked(number)
        return tell(scam, self.library.telling("pl", occasion))

    def drawn(self, number: int) -> bytes:
        """Laid out, sealed and drawn."""
        scam, occasion = self.asked(number)
        paper = self.template.formats[0]
        leaflet, pages, _short = laid_out(self.library, scam, self.template, paper, self.look, occasion)
        sealed, _code = seal(pages, self.look.family)
        return draw(sealed, About(leaflet.name, "ulotki", "pl", press.DRAWN), self.look.family)

    def whole(self, number: int, file: Path) -> None:
        """With all checks, read back twice and written."""
        checked.SHOWN = checked.CheckedPages()
        scam, occasion = self.asked(number, LATER)
        paper, palette = self.template.formats[0], PALETTES["colour"]
        file.write_bytes(press.printed(press.proof(self.library, scam, self.template, paper, palette, occasion)))


class Theirs:
    """Has Typst and WeasyPrint make the same poster of the same words."""

    def __init__(self, folder: Path, look: Look) -> None:
        shutil.copy(ROOT / "bench/poster.typ", folder)
        self.words, self.look = folder / "words.json", look
        self.words.write_text("{}")
        self.compiler = typst.Compiler(folder / "poster.typ", root=folder, font_paths=[ROOT / "fonts"])
        self.html = ""

    def give(self, leaflet: Leaflet) -> None:
        """Lay the words before them."""
        target, message = leaflet.target, leaflet.message
        assert target is not None
        code = _code(symbol(target.payload, target.mask).rows)
        small = (leaflet.phrases.impostor, leaflet.imprint.issuer, leaflet.imprint.until)
        words = {
            "kicker": str(message.kicker),
            "title": str(message.title),
            "voice": str(message.voice),
            "quote": str(message.quote).split("\n"),
            "verdict": str(message.verdict),
            "order": str(message.order),
            "mask": self._icon(message.mark),
            "steps": [str(step.lead) for step in message.steps],
            "step_icons": [self._icon(step.icon) for step in message.steps],
            "call": str(leaflet.help.call),
            "purpose": str(target.purpose),
            "small": [str(words) for words in small if words],
            "free": str(leaflet.phrases.free),
            "host": str(target.host),
            "svg": code,
        }
        self.words.write_text(json.dumps(words), "utf-8")
        lines = [text for value in words.values() for text in (value if isinstance(value, list) else [value])]
        texts = "".join(f"<p>{escape(text)}</p>" for text in lines if not text.startswith("<svg"))
        self.html = (
            f"<style>@page {{ size: A4; margin: 12mm }} p {{ font-size: 20pt; margin: 2mm }}</style>{texts}{code}"
        )

    def _icon(self, name: str) -> str:
        known = name if name in self.look.icons.paths else "call"  # a badge is drawn, and is no pictogram
        return _svg(_path(self.look.icons[known].commands), 1)

    def typst(self) -> bytes:
        """The poster by Typst."""
        made = self.compiler.compile(format="pdf")
        assert isinstance(made, bytes)
        return made

    def weasyprint(self) -> None:
        """The words and the code by WeasyPrint."""
        from weasyprint import HTML

        HTML(string=self.html).write_pdf()


def _path(outline: Outline) -> str:
    return " ".join(f"{letter}{' '.join(f'{number:.4f}' for number in numbers)}" for letter, numbers in outline)


def _svg(path: str, side: float) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="100" height="100"><path d="{path}"/></svg>'


def _code(rows: Sequence[Sequence[bool]]) -> str:
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return _svg("".join(squares), len(rows))


def least(data: bytes, file: Path) -> Callable[[], None]:
    """The least that the bytes of a file cost: its streams compressed, joined and written."""
    with pikepdf.open(file) as pdf:
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]

    def work() -> None:
        file.write_bytes(b"".join(zlib.compress(one, 9) for one in streams) + data[:2000])

    return work


@dataclass(frozen=True)
class Row:
    """A line of the table: seconds of CPU time, or nothing. peer: Typst.  aim: × Typst, or seconds."""

    what: str
    ours: Sequence[float]
    peer: Sequence[float] = ()
    weasyprint: Sequence[float] = ()
    limit: Sequence[float] = ()
    aim: str = ""

    def cells(self) -> tuple[str, ...]:
        """Medians, and the median of the ratios round by round: it holds where the machine's speed does not."""
        ratio = f"{statistics.median(map(truediv, self.ours, self.peer)):.2f}" if self.peer else ""
        return self.what, *map(_seconds, (self.ours, self.peer, self.weasyprint, self.limit)), ratio, self.aim


def _seconds(found: Sequence[float]) -> str:
    if not found:
        return ""
    ms = statistics.median(found)
    return f"{ms / 1000:.1f} s" if ms >= 2000 else f"{ms:.0f} ms" if ms >= 100 else f"{ms:.1f} ms"


def pieces(folder: Path) -> list[Row]:
    """A poster in a warm process."""
    ours = Ours()
    theirs = Theirs(folder, ours.look)
    rounds: list[tuple[float, ...]] = []
    for number in range(-2, ROUNDS):
        theirs.give(ours.told(number))
        file = folder / "poster.pdf"
        made = (
            cpu(lambda number=number: ours.drawn(number)),
            cpu(theirs.typst),
            cpu(lambda number=number, file=file: ours.whole(number, file)),
            cpu(theirs.weasyprint),
        )
        rounds.append((*made, cpu(least(file.read_bytes(), file))))
    drawn, typst, whole, weasyprint, limit = zip(*rounds[2:], strict=True)
    return [
        Row("a poster: layout and drawing", drawn, typst, weasyprint, limit, "1 ×"),
        Row("the same, checked, read back and written", whole, typst, weasyprint, limit, "5 ×"),
    ]


PYTHON = (sys.executable, "-m", "ulotki")


def cold(folder: Path) -> list[Row]:
    """Whole processes, beside one that compiles the same poster with Typst."""
    peer = f"import typst; typst.compile({str(folder / 'poster.typ')!r}, output={str(folder / 't.pdf')!r}, font_paths=[{str(ROOT / 'fonts')!r}])"
    out = ("--workspace", "leaflets/serniki", "--out", str(folder / "out"))
    process(*PYTHON, "build", "sierpien-2024", *out)
    commands = {
        "--help": (("--help",), "2.5 ×"),
        "list scams": (("list", "scams"), "4 ×"),
        "build, nothing to do": (("build", "sierpien-2024", *out), "4 ×"),
        "show": (("show", "na-wnuczka", "-o", str(folder / "s.pdf")), "10 ×"),
    }
    rounds = [
        (process(sys.executable, "-c", peer), *(process(*PYTHON, *words) for words, _aim in commands.values()))
        for _ in range(COLD)
    ]
    typst, *ours = zip(*rounds, strict=True)
    return [Row(name, one, typst, aim=aim) for (name, (_, aim)), one in zip(commands.items(), ours, strict=True)]


def campaign(folder: Path) -> list[Row]:
    """The August campaign of gmina Serniki, its packs for 18 places, and everything checked and shown once."""
    serniki = ("--workspace", "leaflets/serniki")
    out = (*serniki, "--out", str(folder / "out"))
    built = process(*PYTHON, "build", "sierpien-2024", "--force", "--jobs", "1", *out)
    packed = process(*PYTHON, "pack", "--all", "--campaign", "sierpien-2024", "--on", "2024-08-01", *out)
    checked = process(*PYTHON, "check", *serniki)
    shown = process(*PYTHON, "gallery", *serniki, "--out", str(folder / "gallery"))
    site = process(*PYTHON, "site", "--jobs", "1", *serniki, "--out", str(folder / "site"))
    return [
        Row("build --force: 17 pieces, 28 files", [built], aim="2.5 s"),
        Row("pack --all: 18 places", [packed], aim=f"{built * 1.5 / 1000:.1f} s"),
        Row("check: every scam in every template, format and palette", [checked], aim="8 s"),
        Row("gallery: 312 pictures", [shown], aim="12 s"),
        Row("site: 64 scams, 192 pieces", [site], aim="5 s"),
    ]


def weight(folder: Path) -> str:
    """What an edition of the campaign weighs."""
    edition = next((folder / "out/sierpien-2024").glob("2024-*"))
    size = sum(file.stat().st_size for file in edition.rglob("*") if file.is_file() and "packs" not in file.parts)
    return f"An edition of the campaign weighs {size / 1e6:.2f} MB (aim 1.6)."


HEAD = ("CPU time", "ours", "Typst", "WeasyPrint", "limit", "× Typst", "aim")


def main() -> None:
    """Print one table, the machine, its load and the day. With --campaign also what takes longer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*pieces(folder), *cold(folder)]
        size = weight(folder)
        rows += campaign(folder) if "--campaign" in sys.argv[1:] else []
    for cells in (HEAD, ["---"] * len(HEAD), *(row.cells() for row in rows)):
        print("|", " | ".join(cells), "|")
    load = f", load {os.getloadavg()[0]:.0f}" if hasattr(os, "getloadavg") else ""
    cores = f"{os.cpu_count()} {platform.machine()} cores"
    print(f"\n{size} Python {platform.python_version()} on {cores}{load}, {datetime.date.today()}.")


if __name__ == "__main__":
    main()
