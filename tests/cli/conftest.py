"""A small workspace in a folder of its own, and two ways to run the program in it: here, and as a process."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from output import wrong

from ulotki.cli import main
from ulotki.edition.jobs import Made
from ulotki.office import build_pieces
from ulotki.workspace import editions as lying

NUMBER = "47 812 00 00"

ORDER = {"scams": ["na-wnuczka"], "template": "poster", "format": "A4", "places": ["bank", "ops"], "copies": 2}
"""One poster for two places: a test says what is different."""

NUMBERS = """
[number.dzielnicowy]
value = "{value}"
label = "dzielnicowy gminy Serniki"
source = "https://lubartow.policja.gov.pl"
checked = 2024-07-15
set_by = "{set_by}"
{more}

[name.dzielnicowy]
value = ""
label = "stopień, imię i nazwisko dzielnicowego"
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended. code: of its exit.  out: the result.  err: the talk."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err

    @property
    def data(self) -> Any:
        """The result as the JSON document that it is."""
        return json.loads(self.out)


SCAMS = ("blik", "na-wnuczka", "scam-spam")

PLACES = {"bank": "bank", "ops": "welfare", "urzad-gminy": "office", "parafia-1": "parish", "parafia-2": "parish"}
"""Place → its kind."""


@pytest.fixture(scope="session")
def few(root, tmp_path_factory) -> Path:
    """The national library with SCAMS alone, in Polish alone, so that it is read in a moment."""
    home = tmp_path_factory.mktemp("home")
    for path in (root / "leaflets/library").rglob("*.toml"):
        if path.parent.name == "library" or (path.parent.name == "pl" and path.stem in SCAMS) or path.name == "pl.toml":
            link = home / path.relative_to(root)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(path)
    return home


@pytest.fixture(autouse=True)
def clock(monkeypatch) -> None:
    """Today is what ULOTKI_TEST_TODAY says, when it says anything: `make days` runs tests marked "days" on other days."""
    if other := os.environ.get("ULOTKI_TEST_TODAY"):
        monkeypatch.setattr("ulotki.cli.options.today", lambda: datetime.date.fromisoformat(other))


@pytest.fixture
def english(monkeypatch) -> None:
    """The program speaks English, whoever runs the tests."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def run(capsys, english, few, monkeypatch) -> Callable[..., Ran]:
    """run("build", "--json", …): that command line, here, with a library of few scams."""
    monkeypatch.setattr("ulotki.library.reading.home", lambda: few)

    def go(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main.run([str(argument) for argument in arguments])
        ran = Ran(code, *capsys.readouterr())
        if "--json" in arguments:
            assert [] == wrong(ran.data)
        return ran

    return go


@pytest.fixture
def start(tmp_path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """start("build", …, cwd=…, TZ="UTC"): that command line as a process of its own group; ended with the test."""
    processes: list[subprocess.Popen[bytes]] = []

    def go(*arguments: object, cwd: Path | None = None, **env: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "ulotki", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "LANGUAGE": "en", **env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        processes.append(process)
        return process

    yield go
    for process in processes:
        process.kill()
        process.communicate()


@pytest.fixture
def spawn(start) -> Callable[..., Ran]:
    """spawn("build", …): that command line as a process, and how it ended."""

    def go(*arguments: object, **how: Any) -> Ran:
        process = start(*arguments, **how)
        out, err = process.communicate(timeout=120)
        return Ran(process.returncode, out.decode(), err.decode())

    return go


@pytest.fixture
def empty(tmp_path, monkeypatch) -> Path:
    """The current folder: no workspace in it or above."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def workspace(root, tmp_path, monkeypatch) -> Path:
    """The current folder: a gmina with PLACES, one order, ORDER, and no local number."""
    folder = tmp_path / "gmina"
    (folder / "campaigns").mkdir(parents=True)
    shutil.copyfile(root / "leaflets/serniki/ulotki.toml", folder / "ulotki.toml")
    places = (f'[place.{id}]\nname = "Miejsce {id}"\nkind = "{kind}"\n' for id, kind in PLACES.items())
    (folder / "places.toml").write_text("\n".join(places))
    (folder / "numbers.toml").write_text(NUMBERS.format(value="", set_by="", more=""))
    (folder / "campaigns/maj.toml").write_text(ordered({}))
    monkeypatch.chdir(folder)
    return folder


def ordered(*orders: dict[str, object], day: str = "2024-08-01", **settings: object) -> str:
    lines = ['title = "Maj"', f"day = {day}", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
    for order in orders:
        lines += ["", "[[order]]", *(f"{key} = {json.dumps(value)}" for key, value in (ORDER | order).items())]
    return "\n".join(lines) + "\n"


@pytest.fixture
def campaign(workspace) -> Callable[..., None]:
    """campaign({"template": "leaflet", "format": "A5"}, …, name="maj"): orders, each as it differs from ORDER."""

    def write(*orders: dict[str, object], name: str = "maj", **settings: Any) -> None:
        (workspace / f"campaigns/{name}.toml").write_text(ordered(*orders, **settings))

    return write


@pytest.fixture
def scam(root, workspace) -> Callable[..., Path]:
    """scam("na-wnuczka", title="…", quote=[…]): the workspace has it in these words; short ones it has no more."""

    def write(id: str, **words: object) -> Path:
        text = (root / f"leaflets/library/scams/pl/{id}.toml").read_text().partition("[short]")[0]
        for key, value in words.items():
            line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
            text, count = re.subn(rf"(?m)^{key} = .*$", lambda _, line=line: line, text, count=1)
            assert count == 1
        file = workspace / f"scams/pl/{id}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    return write


@pytest.fixture
def dzielnicowy(workspace) -> Callable[..., None]:
    """dzielnicowy(value, retyped): the local number; confirmed by Anna Nowak when she typed it again.

    set_by, by: who typed it first, and again.  source: where she read it, "" as older versions took it.  more: further lines of the entry.
    """

    def write(
        value: str = NUMBER,
        retyped: str | None = None,
        *,
        set_by: str = "asp. Jan Kowalski",
        by: str = "Anna Nowak",
        source: str = "",
        more: str = "",
    ) -> None:
        if source:
            more += f'\nset_as = "{value}"'
        if retyped is not None:
            read = f', source = "{source}"' if source else ""
            more += f'\nconfirmed = {{ value = "{retyped}", by = "{by}", on = 2024-07-16{read} }}'
        (workspace / "numbers.toml").write_text(NUMBERS.format(value=value, set_by=set_by, more=more))

    return write


@pytest.fixture(scope="session")
def texts() -> Callable[[Path], list[str]]:
    """The words of each page of a PDF, single blanks between them."""

    def read(path: Path) -> list[str]:
        document = pypdfium2.PdfDocument(path.read_bytes())
        try:
            return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
        finally:
            document.close()

    return read


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Every file below a folder: its path from there → its bytes, without the lock and what the last build remembered."""
    return lambda folder: {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (".lock", ".inputs.json", ".ulotki.lock")
    }


@pytest.fixture(scope="session")
def editions() -> Callable[[Path], list[Path]]:
    """The editions in the folder of a campaign, oldest first."""

    def find(target: Path) -> list[Path]:
        found = [folder for folder in target.glob("*") if lying.FOLDER.fullmatch(folder.name)]
        return sorted(found, key=lambda folder: int(folder.name.split("-")[3]))

    return find


@pytest.fixture(scope="session")
def whole() -> Callable[[Path], bool]:
    """Whether a folder holds all that its record lists, bytes and all, and nothing else but a picture of each piece."""

    def judge(folder: Path) -> bool:
        record = json.loads((folder / "manifest.json").read_text())
        listed = {file["path"]: file["sha256"] for file in record["files"]}
        there = {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file() and path.name not in ("manifest.json", "index.html")
        }
        shown = {f"pictures/{file['name']}.png" for file in record["files"]}
        pictures = {path for path in there if path.startswith("pictures/")}
        told = {path: digest for path, digest in there.items() if path not in pictures}
        return (listed, shown) == (told, pictures) and (folder / "index.html").is_file()

    return judge


@pytest.fixture(scope="session")
def remembered() -> dict[object, Made]:
    """Pieces that were made before, by all that stands on them."""
    return {}


@pytest.fixture
def quick(workspace, remembered, monkeypatch) -> None:
    """A piece that was made before is not made again: for tests of what comes after the making."""
    attempt = build_pieces.try_piece

    def recall(job, work):
        campaign, library = work.campaign, work.library
        values = tuple((value.ref, value.value, value.state(campaign.day)) for value in library.register)
        purposes = tuple(purpose.name for purpose in work.purposes)
        places = job.places if "press" in purposes else ()  # a job ticket says how many
        told = (campaign.day, campaign.until, library.scams[job.scam], library.publisher)
        key = (replace(job, places=places), purposes, *told, values)
        if key not in remembered:
            made = attempt(job, work)
            if not isinstance(made, Made):
                return made
            remembered[key] = made
        return replace(remembered[key], job=job)

    monkeypatch.setattr(build_pieces, "try_piece", recall)
