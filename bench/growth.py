"""How much longer commands take with more places and entries: python bench/growth.py [PLACES …] prints a table.

For each number of places: a workspace like gmina Serniki with so many places, the August campaign built for all of them,
and five entries of the ledger for each place (hand-overs, some taken down). Each command is a process of its own: CPU
seconds and the most memory that it had, in MB. A command that does not end as it must stops the run: a refusal is fast.
"""

from __future__ import annotations

import datetime
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import GivenPiece, HandOver, Personal, TakenDown, TakenPiece
from ulotki.workspace import book
from ulotki.workspace.ledger import Deeds

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2024, 8, 5)
KINDS = ("parish", "bank", "office", "welfare", "solectwo", "school", "hall", "kgw", "seniors", "other")
EACH = 5
"""Entries for each place."""


def workspace(folder: Path, places: int) -> None:
    """A workspace with so many places in *folder*."""
    shutil.copytree(ROOT / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*"))
    text = (
        f'[place.p{number:05}]\nname = "Wieś {_named(number)}"\nkind = "{KINDS[number % len(KINDS)]}"\n\n'
        for number in range(places)
    )
    (folder / "places.toml").write_text("".join(text), "utf-8")


def _named(number: int) -> str:
    """A name for a place, another for each number: digits in it could be a number to call."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()


def entries(folder: Path, places: int) -> None:
    """Entries for each place: pieces of the edition handed over, in parts, and some of them taken down again."""
    (edition,) = (folder / "out/sierpien-2024").glob("2024-*")
    record = json.loads((edition / "manifest.json").read_text("utf-8"))
    pieces = list({one["code"]: one for one in record["files"]}.values())[:10]

    def deeds(_: tuple[LedgerEntry, ...]) -> Deeds:
        return [
            (deed, Personal()) for place in range(places) for deed in _of(f"p{place:05}", pieces, record["edition"])
        ]

    book.append(folder, deeds, "2024-08-06T10:00:00Z")


def _of(place: str, pieces: list[dict[str, str]], edition: str) -> Iterator[HandOver | TakenDown]:
    for number in range(EACH - 1):
        given = tuple(GivenPiece(one["code"], one["name"], one["title"], 3, 1, None) for one in pieces)
        yield HandOver(DAY + datetime.timedelta(number), place, "sierpien-2024", edition, given, True)
    yield TakenDown(DAY, place, tuple(TakenPiece(one["code"], one["name"], one["title"], 1, 1) for one in pieces[:2]))


def measured(folder: Path, *arguments: str, ends: int = 0) -> str:
    """CPU seconds and MB of a command. Raises SystemExit when its exit code is another than *ends*."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", MEASURE, *arguments, "--workspace", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode != ends:
        sys.exit(f"ulotki {' '.join(arguments)}: exit code {done.returncode} instead of {ends}\n{done.stderr}")
    return f"{spent:.2f} s, {int(done.stderr.rpartition('MOST ')[2]) / 1024:.0f} MB"


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""That of people, who compile the program once."""

MEASURE = """
import atexit, resource, sys
from ulotki.__main__ import main
atexit.register(lambda: print("MOST", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))
main()
"""


TO_DO = {"recall, all over": 4}
"""The exit codes of commands that find something to do."""


def commands(code: str, scratch: Path) -> dict[str, tuple[str, ...]]:
    """What is measured, by name."""
    on = ("--on", "2024-08-20")
    return {
        "list places": ("list", "places"),
        "plan": ("plan", "sierpien-2024"),
        "verify CODE": ("verify", code, *on),
        "numbers where 112": ("numbers", "where", "112", *on),
        "recall": ("recall", *on),
        "recall, all over": ("recall", "--on", "2025-02-01"),
        "desk": ("desk", *on, "-o", str(scratch / "desk.txt")),
        "report": ("report",),
        "ledger list": ("ledger", "list"),
        "ledger verify": ("ledger", "verify"),
    }


def main(sizes: list[int]) -> None:
    """Print the table."""
    rows: dict[str, list[str]] = {}
    for places in sizes:
        with tempfile.TemporaryDirectory(prefix="growth-") as scratch:
            folder = Path(scratch) / "gmina"
            workspace(folder, places)
            rows.setdefault("build", []).append(measured(folder, "build", "sierpien-2024", "--jobs", "1"))
            entries(folder, places)
            (manifest,) = (folder / "out/sierpien-2024").glob("2024-*/manifest.json")
            code = json.loads(manifest.read_text("utf-8"))["files"][0]["code"]
            for name, command in commands(code, Path(scratch)).items():
                rows.setdefault(name, []).append(measured(folder, *command, ends=TO_DO.get(name, 0)))
                print(places, name, rows[name][-1], file=sys.stderr, flush=True)
    print("| places (entries) |", " | ".join(f"{places:,} ({places * EACH:,})" for places in sizes), "|")
    print("|---|" + "---|" * len(sizes))
    for name, cells in rows.items():
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [18, 200, 2_000, 20_000])
