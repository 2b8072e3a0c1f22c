"""How fast a poster is made, in one table beside Typst, WeasyPrint and the least that its bytes cost, in one run.

Usage: python bench/speed.py [--campaign]. CPU times, medians of interleaved rounds. With --campaign the August campaign
is built and packed as well. Typst makes the same words with the same code as one vector path, the same pictograms and the
same faces; WeasyPrint the same words and the same code as plain HTML.
"""

from __future__ import annotations

import datetime
import json
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
from html import escape
from pathlib import Path
from typing import Any

import pikepdf
import typst

from ulotki import library, press, stock
from ulotki.content.leaflet import Leaflet, tell
from ulotki.content.telling import Occasion
from ulotki.drawing.metadata import About
from ulotki.drawing.pdf import draw
from ulotki.look import PALETTES, Look
from ulotki.look.icons import Path as Outline
from ulotki.page.seal import seal
from ulotki.qr import symbol
from ulotki.readback import differences
from ulotki.readback.looks import Known
from ulotki.templates import templates

ROOT = Path(__file__).parents[1]
ROUNDS = 15
DAY = datetime.date(2024, 8, 1)
UNTIL = datetime.date(2024, 12, 31)


def cpu(work: Callable[[], object]) -> float:
    """ms of CPU time that *work* takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def process(*command: str) -> float:
    """ms of CPU time of a process from start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


class Ours:
    """Makes the poster of another scam and another last day each time, so that nobody answers from memory alone."""

    def __init__(self) -> None:
        self.library = library.read(ROOT / "leaflets/serniki", stock.known(), ("pl",))
        self.scams = [scam for scam in self.library.scams.values() if scam.address]
        self.template = templates()["poster"]
        self.look = Look(stock.family(), stock.icons(), PALETTES["colour"])

    def asked(self, number: int) -> tuple[Any, Occasion]:
        """The scam and the occasion of a round."""
        return self.scams[number % len(self.scams)], Occasion(DAY, UNTIL + datetime.timedelta(days=number))

    def told(self, number: int) -> Leaflet:
        """Its words."""
        scam, occasion = self.asked(number)
        return tell(scam, self.library.telling("pl", occasion))

    def drawn(self, number: int) -> bytes:
        """Laid out, sealed and drawn."""
        scam, occasion = self.asked(number)
        paper = self.template.formats[0]
        leaflet, pages, _short = press.laid_out(self.library, scam, self.template, paper, self.look, occasion)
        sealed, _code = seal(pages, self.look.family)
        return draw(sealed, About(leaflet.name, "ulotki", "pl", press.DRAWN), self.look.family)

    def whole(self, number: int, file: Path) -> None:
        """With all checks, read back twice and written."""
        differences.SHOWN = Known()
        scam, occasion = self.asked(number)
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


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table of Markdown."""
    for row in (head, ["---"] * len(head), *rows):
        print("|", " | ".join(str(cell) for cell in row), "|")


def pieces(folder: Path) -> None:
    """A piece in a warm process."""
    ours = Ours()
    theirs = Theirs(folder, ours.look)
    times: dict[str, list[float]] = {}
    for number in range(-2, ROUNDS):
        theirs.give(ours.told(number))
        file = folder / "poster.pdf"
        made = {
            "layout and drawing": cpu(lambda number=number: ours.drawn(number)),
            "Typst": cpu(theirs.typst),
            "with checks, both looks and writing": cpu(lambda number=number, file=file: ours.whole(number, file)),
            "WeasyPrint": cpu(theirs.weasyprint),
        }
        made["zlib, join and write"] = cpu(least(file.read_bytes(), file))
        for name, one in made.items() if number >= 0 else ():
            times.setdefault(name, []).append(one)
    aims = {"layout and drawing": "1", "with checks, both looks and writing": "5"}
    rows = [
        (name, f"{statistics.median(found):.1f} ms", _ratio(found, times["Typst"]), aims.get(name, ""))
        for name, found in times.items()
    ]
    table(("a poster, A4", "CPU", "× Typst", "aim"), rows)


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    return f"{statistics.median(one / other for one, other in zip(ours, theirs, strict=True)):.2f}"


def cold(folder: Path) -> None:
    """Whole processes, beside one that compiles the same poster with Typst."""
    peer = f"import typst; typst.compile({str(folder / 'poster.typ')!r}, output={str(folder / 't.pdf')!r}, font_paths=[{str(ROOT / 'fonts')!r}])"
    python = [sys.executable, "-m", "ulotki"]
    commands = {
        "Typst": ([sys.executable, "-c", peer], ""),
        "--help": ([*python, "--help"], "2.5"),
        "list scams": ([*python, "list", "scams"], "4"),
        "show": ([*python, "show", "na-wnuczka", "-o", str(folder / "s.pdf")], "10"),
    }
    times = {name: [process(*command) for _ in range(5)] for name, (command, _aim) in commands.items()}
    rows = [
        (name, f"{statistics.median(found):.0f} ms", _ratio(found, times["Typst"]), commands[name][1])
        for name, found in times.items()
    ]
    table(("a whole process", "CPU", "× Typst", "aim"), rows)


def campaign(folder: Path) -> None:
    """The August campaign, and what it weighs."""
    python = [sys.executable, "-m", "ulotki"]
    where = ["--workspace", "leaflets/serniki", "--out", str(folder / "out")]
    built = process(*python, "build", "sierpien-2024", "--force", "--jobs", "1", *where)
    size = sum(file.stat().st_size for file in (folder / "out").rglob("*") if file.is_file())
    table(
        ("the August campaign", "measured", "aim"),
        [("build --force", f"{built / 1000:.1f} s", "2.5 s"), ("an edition", f"{size / 1e6:.1f} MB", "1.6 MB")],
    )


def main() -> None:
    """Print the tables, the machine and the day."""
    print(f"{platform.machine()}, Python {platform.python_version()}, {datetime.date.today()}\n")
    with tempfile.TemporaryDirectory() as name:
        pieces(Path(name))
        print()
        cold(Path(name))
        if "--campaign" in sys.argv[1:]:
            print()
            campaign(Path(name))


if __name__ == "__main__":
    main()
