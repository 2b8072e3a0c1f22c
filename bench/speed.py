"""How fast a piece is made, read back and shown, beside Typst in the same run. Usage: python bench/speed.py."""

from __future__ import annotations

import datetime
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import typst

from ulotki import library, press, readback, stock
from ulotki.content.leaflet import tell
from ulotki.content.telling import Occasion
from ulotki.drawing.metadata import About
from ulotki.drawing.pdf import draw
from ulotki.look import PALETTES, Look
from ulotki.page.seal import seal
from ulotki.qr import symbol
from ulotki.templates import Template, templates

ROOT = Path(__file__).parents[1]
ROUNDS = 15
DAY = datetime.date(2024, 8, 1)
UNTIL = datetime.date(2024, 12, 31)


def cpu(work: Callable[[], object]) -> float:
    """ms of CPU time that *work* takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def whole_process(*command: str) -> float:
    """s of CPU time of a process from start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def row(name: str, values: list[float], unit: str, target: str = "", ratio: list[float] | None = None) -> None:
    """One line of the table: median, least, most, target, ratio to Typst."""
    middle = statistics.median(values)
    share = f"{statistics.median(ratio):.2f}" if ratio else ""
    print(f"| {name} | {middle:.2f} {unit} | {min(values):.2f}–{max(values):.2f} | {target} | {share} |")


def main() -> None:
    """Measure and print a Markdown table."""
    read = library.read(ROOT / "leaflets/serniki", stock.known())
    print("| what | median | least–most | target | CPU to Typst's |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        pieces(read, Peer(Path(folder)))
    python = [sys.executable, "-m", "ulotki"]
    row("ulotki --help, whole process", [whole_process(*python, "--help") for _ in range(7)], "s", "0.25 s")
    with tempfile.TemporaryDirectory() as folder:
        show = [*python, "show", "na-wnuczka", "-o", f"{folder}/p.pdf"]
        row("ulotki show, whole process", [whole_process(*show) for _ in range(7)], "s", "0.6 s")


def pieces(read: library.Library, peer: Peer) -> None:
    """What is measured of a piece in a warm process."""
    scams = [scam for scam in read.scams.values() if scam.address]
    for name, template in templates().items():
        look = Look(press.family(), press.icons(), PALETTES["colour"])

        def told(number: int) -> press.Leaflet:
            """Each time another scam and another day, so that nobody answers from memory alone."""
            until = UNTIL + datetime.timedelta(days=number)
            return tell(scams[number % len(scams)], read.telling("pl", Occasion(DAY, until)))

        def fresh(number: int, template: Template = template, look: Look = look) -> bytes:
            scam, until = scams[number % len(scams)], UNTIL + datetime.timedelta(days=number)
            leaflet, pages, _short = press.laid_out(
                read, scam, template, template.formats[0], look, Occasion(DAY, until)
            )
            sealed, _ = seal(pages, look.family)
            return draw(sealed, About(leaflet.name, "ulotki", "pl", press.DRAWN), look.family)

        fresh(0)
        ours, theirs = [], []
        for number in range(1, ROUNDS + 1):
            ours.append(cpu(lambda number=number: fresh(number)))
            peer.give(told(number))
            theirs.append(cpu(peer.make))
        ratio = [one / other for one, other in zip(ours, theirs, strict=True)] if name == "poster" else None
        row(f"layout and drawing, {name}", ours, "ms", "8 ms", ratio)
        if name == "poster":
            row("the same poster by Typst", theirs, "ms")
        proof = press.proof(read, scams[0], template, template.formats[0], PALETTES["colour"], Occasion(DAY, UNTIL))
        data = press.printed(proof)
        pages = len(proof.pages)
        row(f"read-back a page, {name}", [cpu(lambda d=data, p=proof: readback.compare(d, p.pages)) / pages
                                          for _ in range(ROUNDS)], "ms", "40 ms")  # fmt: skip
        row(f"size, {name}", [len(data) / 1000], "kB", "60 kB" if name == "leaflet" else "")


class Peer:
    """Has Typst make the same poster of the same words, in the same faces, with the same code."""

    def __init__(self, folder: Path) -> None:
        shutil.copy(ROOT / "bench/poster.typ", folder)
        self.words = folder / "words.json"
        self.words.write_text("{}")
        self.compiler = typst.Compiler(folder / "poster.typ", root=folder, font_paths=[ROOT / "fonts"])

    def give(self, leaflet: press.Leaflet) -> None:
        """Lay the words before it."""
        target = leaflet.target
        assert target is not None
        words = {
            "kicker": str(leaflet.message.kicker),
            "title": str(leaflet.message.title),
            "voice": str(leaflet.message.voice),
            "quote": str(leaflet.message.quote).split("\n"),
            "verdict": str(leaflet.message.verdict),
            "order": str(leaflet.message.order),
            "steps": [str(step.lead) for step in leaflet.message.steps],
            "call": str(leaflet.phrases.call),
            "purpose": str(target.purpose),
            "small": [
                str(words) for words in (leaflet.phrases.impostor, leaflet.imprint.issuer, leaflet.imprint.until)
            ],
            "free": str(leaflet.phrases.free),
            "host": str(target.host),
            "rows": symbol(target.payload, target.mask).rows,
        }
        self.words.write_text(json.dumps(words), "utf-8")

    def make(self) -> bytes:
        """The poster."""
        return self.compiler.compile(format="pdf")


if __name__ == "__main__":
    main()
