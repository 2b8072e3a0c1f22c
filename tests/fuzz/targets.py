"""A workspace with a file of every kind, and what is done with each kind when it is broken."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from faults.cases import AT, CAMPAIGN, FILES, MEETING, ROOT, SET, TODAY

from ulotki.cli import main
from ulotki.templates import templates

SHOWN = "out/a.pdf"
STATE = (".ulotki.lock", ".ulotki.lock.who", "../state", "out")
"""Where a command may write that changes no file of the workspace."""

LEDGER = (*STATE, "ledger.sqlite", ".ulotki")
"""…and one that writes an entry. Beside a file lies the unfinished one: its folder is meant, so the check of files is what holds."""

CHANGES = (*LEDGER, "places.toml", "people.toml", "numbers.toml", "campaigns", "scams", "meetings.toml")


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of file. path: of it, * for the first that fits.  acts: command lines that read it.  weight: how often it is tried.

    may: what these may change, in the workspace.
    """

    path: str
    acts: tuple[tuple[str, ...], ...]
    weight: int = 2
    may: tuple[str, ...] = STATE


def shows(*templates: str) -> tuple[tuple[str, ...], ...]:
    return tuple(("show", "na-wnuczka", "--template", one, "-o", SHOWN) for one in templates)


BUILD = ("build", "--jobs", "1", "--json")
EVERY = tuple(sorted(templates()))

TARGETS: dict[str, Target] = {
    "campaign": Target("campaigns/maj.toml", (BUILD, BUILD, ("plan", "--json"), ("list", "campaigns", "--json")), 6),
    "places": Target(
        "places.toml",
        (BUILD, ("places", "export", "out/m.csv"), ("places", "export", "out/m.xlsx"), ("list", "places", "--json")),
        5,
    ),
    "people": Target(
        "people.toml",
        (
            ("paper", "letter", "bank", "-o", "out/l.pdf"),
            ("paper", "letter", "bank", "-o", "out/l.html"),
            ("pack", "bank", "-o", "out/p.pdf"),
        ),
        4,
    ),
    "numbers": Target(
        "numbers.toml", (*shows("poster", "tear-off", "sticker"), ("numbers", "list", "--json"), BUILD), 6
    ),
    "scam": Target(
        "scams/pl/na-wnuczka.toml",
        (*shows(*EVERY), ("show", "na-wnuczka", "-o", "out/a.html"), ("text", "na-wnuczka", "--json")),
        12,
    ),
    "words": Target("words/pl.toml", shows("poster", "leaflet", "card", "trifold"), 4),
    "settings": Target(
        "ulotki.toml", (*shows("poster"), ("desk", "-o", "out/d.pdf"), ("settings", "--json"), BUILD), 3
    ),
    "meetings": Target(
        "meetings.toml",
        (
            ("meetings", "calendar", "-o", "out/a.ics"),
            ("meetings", "list", "--json"),
            ("meetings", "invite", "kgw-2024-09-12"),
        ),
        4,
    ),
    "approvals": Target("approvals.toml", (BUILD,)),
    "record": Target(
        "out/maj/2*/manifest.json",
        (("verify", "FOLDER", "--json"), ("plan", "--json"), ("pack", "bank", "-o", "out/p.pdf"), BUILD),
        4,
    ),
    "memory": Target("out/maj/.inputs.json", (BUILD,)),
    "note": Target(
        "out/.packed.json", (("hand-over", "bank", "--anyway"), ("pack", "bank", "-o", "out/p.pdf")), 1, LEDGER
    ),
    "ledger": Target(
        "ledger.sqlite",
        (
            ("ledger", "list", "--json"),
            ("recall", "-o", "out/r.csv"),
            ("report", "-o", "out/r.csv"),
            ("ledger", "verify"),
            ("meeting", "kgw-2024-09-12", "--people", "3"),
            ("hand-over", "ops", "--anyway"),
        ),
        6,
        LEDGER,
    ),
    "head": Target(".ulotki/ledger-head.json", (("ledger", "verify"), ("recall", "--json"))),
    "route": Target("route.json", (("recall", "-o", "out/r.csv"), ("recall", "--json")), 1),
    "history": Target(".ulotki/history/000001/change.json", (("history", "--json"), ("undo", "1")), 2, CHANGES),
    "copy": Target("kopia.zip", (("copy", "restore", "kopia.zip", "../inna"),), 5, ("../inna", "..", *STATE)),
    "csv": Target("miejsca.csv", (("places", "import", "miejsca.csv", "--yes"),), 4, CHANGES),
    "xlsx": Target("miejsca.xlsx", (("places", "import", "miejsca.xlsx", "--yes"),), 4, CHANGES),
    "list": Target("lista.csv", (("hand-over", "--list", "lista.csv", "--anyway"),), 3, LEDGER),
    "piece": Target(
        "out/maj/2*/pieces/*.pdf",
        (("verify", "FILE"), ("verify", "FILE"), ("desk", "-o", "out/d.pdf"), ("press-note", "-o", "out/n.txt")),
        4,
    ),
}

NATION = ("na-wnuczka", "blik", "pl")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command line ended, and what it said."""

    code: int
    out: str
    err: str


def run(arguments: tuple[str, ...]) -> Ran:
    """That command line, here."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main.run(list(arguments))
    return Ran(code, out.getvalue(), err.getvalue())


@contextmanager
def world(base: Path) -> Iterator[Path]:
    """A workspace below *base* with a file of every kind, and the day on which it is looked at. Gives its folder; it is where we are."""
    with pytest.MonkeyPatch.context() as patch:
        for path in (ROOT / "leaflets/library").rglob("*.toml"):
            if path.parent.name == "library" or path.stem in NATION:
                link = base / "home" / path.relative_to(ROOT)
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(path)
        patch.setattr("ulotki.library.reading.home", lambda: base / "home")
        patch.setattr("ulotki.cli.options.today", lambda: TODAY)
        patch.setattr("ulotki.cli.options.now", lambda: AT)
        patch.setattr("os.urandom", lambda count: b"\x5a" * count)
        patch.setenv("LANGUAGE", "en")
        patch.setenv("XDG_STATE_HOME", str(base / "box/state"))
        folder = base / "box/gmina"
        folder.mkdir(parents=True)
        for name in ("state", "tmp"):
            (base / "box" / name).mkdir()
        patch.setattr("tempfile.tempdir", str(base / "box/tmp"))
        patch.chdir(folder)
        _furnished(folder)
        yield folder


def _furnished(folder: Path) -> None:
    for path, text in FILES.items():
        _put(folder / path, text)
    _put(folder / "campaigns/maj.toml", CAMPAIGN.format(copies=2).replace("until", "approval = true\nuntil"))
    for path in ("scams/pl/na-wnuczka.toml", "words/pl.toml"):
        _put(folder / path, (ROOT / "leaflets/library" / path).read_text("utf-8"))
    source = ("--source", "https://lubartow.policja.gov.pl/kontakt")
    for words in (
        (*SET, "--by", "Jan Kowalski"),
        ("numbers", "confirm", "dzielnicowy", "47 812 00 00", *source, "--by", "Anna Nowak"),
        ("build",),
        ("approve", "maj", "--by", "Anna Nowak"),
        ("build",),
        ("pack", "bank", "-o", "p.pdf"),
        ("hand-over", "bank", "--consent", "--hung", "1", "--to", "Ewa Lis", "--note", "klucz"),
        ("meeting", "--day", "2024-08-19", "--group", "KGW", "--people", "12", "--note", "ciasto"),
        ("ledger", "correct", "2", "--people", "13"),
        MEETING,
        ("places", "set", "szkola", "--name", "Szkoła", "--kind", "school", "--boards", "1"),
        ("recall", "--order", "ops,bank"),
        ("places", "export", "miejsca.csv"),
        ("places", "export", "miejsca.xlsx"),
        ("hand-over", "--list", "lista.csv"),
        ("copy", "save", "kopia.zip", "--with-names", "--editions"),
    ):
        ran = run(words)
        assert ran.code in (0, 1, 4), (words, ran)


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def found(folder: Path, target: Target) -> Path:
    """The file of a target."""
    return found_at(folder, target.path)


def found_at(folder: Path, pattern: str) -> Path:
    """The first file that fits."""
    return next(iter(sorted(folder.glob(pattern))))


def files(folder: Path) -> Mapping[str, bytes]:
    """Path → contents of all files below."""
    made = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            if path.is_file():
                made[path.relative_to(folder).as_posix()] = path.read_bytes()
    return made


def refilled(folder: Path, stock: Path) -> None:
    """Everything as it was."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(stock, folder, symlinks=True)
