"""The same workspace gives the same files: whoever builds it, where, when, in which order, with which zlib and Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ulotki.readback import content

pytestmark = pytest.mark.slow

CAMPAIGN = """title = "Zima"
day = 2024-08-01
until = 2024-12-31
[[order]]
scams = ["blik", "na-wnuczka", "bank"]
template = "leaflet"
format = "A5"
places = ["ops", "bank-spoldzielczy"]
copies = 4
[[order]]
scams = ["blik"]
template = "overview"
format = "A4"
palette = "mono"
places = ["ops"]
[[order]]
scams = ["bank", "na-wnuczka"]
template = "poster"
format = "A4"
places = ["ops"]
"""

MEETING = """[meeting.kgw]
group = "KGW"
day = 2099-09-12
hour = "17.00"
place = "ops"
written = 2024-08-01
"""

COMMANDS = (
    ("build", "zima", "--jobs", "{jobs}", "--for", "web"),
    ("pack", "ops", "-o", "out/ops.pdf", "--on", "2024-08-02"),
    ("places", "export", "out/miejsca.xlsx"),
    ("places", "export", "out/miejsca.csv"),
    ("meetings", "calendar", "-o", "out/spotkania.ics"),
    ("desk", "-o", "out/dyzurny.pdf", "--on", "2024-08-02"),
)


BACKWARDS = """
import os

plain_scan, plain_list = os.scandir, os.listdir

class Backwards:
    def __init__(self, path="."):
        with plain_scan(path) as found:
            self.found = iter(sorted(found, key=lambda one: one.name, reverse=True))
    def __iter__(self):
        return self.found
    def __next__(self):
        return next(self.found)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.close()
    def close(self):
        pass

os.scandir = Backwards
os.listdir = lambda path=".": sorted(plain_list(path), reverse=True)
os.umask(0o077)
"""
"""For a process: folders are read in another order, and nobody else may read what it writes."""

LOOSE = """
import zlib

plain_compress, plain_object = zlib.compress, zlib.compressobj
zlib.compress = lambda data, /, level=-1, wbits=15: plain_compress(data, 1, wbits)
zlib.compressobj = lambda level=-1, *rest, **more: plain_object(1, *rest, **more)
try:
    from zlib_ng import zlib_ng
except ImportError:
    pass
else:
    zlib.compress = lambda data, /, level=-1, wbits=15: zlib_ng.compress(data, level, wbits)
    zlib.compressobj = zlib_ng.compressobj
"""
"""For a process: another zlib, which packs less tightly; zlib-ng where it is installed, as Python for Windows has it."""


def made(
    root: Path, base: Path, start: str = "", python: str = sys.executable, jobs: int = 1, **env: str
) -> dict[str, bytes]:
    """Path → contents of what the commands wrote in a workspace below *base*. start: what the process runs first."""
    folder, first = base / "gmina", base / "start"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", ".ulotki*"))
    (folder / "campaigns/zima.toml").write_text(CAMPAIGN, encoding="utf-8")
    (folder / "meetings.toml").write_text(MEETING, encoding="utf-8")
    first.mkdir()
    (first / "sitecustomize.py").write_text(start, encoding="utf-8")
    given = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{first}{os.pathsep}{root / 'src'}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(base),
        "XDG_STATE_HOME": str(base / "state"),
        "LANGUAGE": "pl",
    }
    for words in COMMANDS:
        arguments = [word.format(jobs=jobs) for word in words]
        ran = subprocess.run(
            [python, "-m", "ulotki", *arguments], cwd=folder, env=given | env, capture_output=True, check=False
        )
        assert ran.returncode in (0, 4), (words, ran.stdout.decode() + ran.stderr.decode())
    found = [path for path in (folder / "out").rglob("*") if path.is_file()]
    kept = [path for path in found if path.name not in (".lock", ".inputs.json")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


@pytest.fixture(scope="module")
def plain(root, tmp_path_factory) -> dict[str, bytes]:
    """Made here, in one process."""
    return made(root, tmp_path_factory.mktemp("plain"))


def unlike(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_another_machine_gives_the_same_bytes(root, plain, tmp_path):
    """
    Another user, home, path, umask, time zone, language, hash seed, order of files, number of processes, level of
    optimization, width of the terminal and date of the source.
    """
    base = tmp_path / "Zażółć gęślą jaźń i coś bardzo długiego" / ("x" * 100)
    base.mkdir(parents=True)
    other = made(
        root,
        base,
        BACKWARDS,
        jobs=3,
        USER="kto-inny",
        LOGNAME="kto-inny",
        TZ="Pacific/Kiritimati",
        LC_ALL="tr_TR.UTF-8",
        PYTHONHASHSEED="4711",
        PYTHONOPTIMIZE="2",
        PYTHONUTF8="0",
        SOURCE_DATE_EPOCH="1",
        COLUMNS="20",
    )

    assert 20 < len(plain)
    assert [] == unlike(plain, other)


def test_another_zlib_gives_the_same_content(root, plain, tmp_path):
    """
    Other bytes, and the same codes, the same names of files, the same objects in each PDF and dots in each picture.
    """
    other = made(root, tmp_path, LOOSE)
    packed = unlike(plain, other)

    assert plain.keys() == other.keys()
    assert any(path.endswith(".pdf") for path in packed)
    for path in packed:
        one, two = plain[path], other[path]
        match path.rpartition(".")[2]:
            case "pdf":
                assert content(one) == content(two), path
            case "png":
                assert Image.open(BytesIO(one)).tobytes() == Image.open(BytesIO(two)).tobytes(), path
            case "json":
                assert [file["code"] for file in json.loads(one)["files"]] == [
                    file["code"] for file in json.loads(two)["files"]
                ]
            case ending:
                assert ending in ("html", "xlsx", "zip", "eml"), path  # they hold such files, or their digests


PYTHONS = [one for one in os.environ.get("ULOTKI_PYTHONS", "").split(os.pathsep) if one]
"""Other interpreters with the pinned versions of everything, such as ~/v312/bin/python:~/v313/bin/python."""


@pytest.mark.skipif(not PYTHONS, reason="ULOTKI_PYTHONS names no other Python")
@pytest.mark.parametrize("python", PYTHONS)
def test_another_python_gives_the_same_bytes(root, plain, tmp_path, python):
    """
    3.11 to 3.13, when they link the same zlib.
    """
    assert [] == unlike(plain, made(root, tmp_path, python=python))
