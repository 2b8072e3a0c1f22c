"""reportlab, tamed: nothing outside the content changes a byte, nobody's settings run, and its inner hooks are there."""

import hashlib
import inspect
import os
import subprocess
import sys
from importlib.metadata import version
from io import BytesIO

import pytest

from ulotki.drawing.engine import TTFontFace
from ulotki.press import printed

MAKE = """
import datetime, hashlib, sys
from pathlib import Path
from ulotki import stock, library, press
from ulotki.content.telling import Occasion
from ulotki.look import PALETTES
from ulotki.templates import templates

read = library.read(Path(sys.argv[1]) / "leaflets/serniki", stock.known()).believed(datetime.date.max)
poster = templates()["poster"]
days = datetime.date(2024, 8, 1), datetime.date(2024, 12, 31)
proof = press.proof(read, read.scam("na-wnuczka"), poster, poster.formats[0], PALETTES["colour"], Occasion(*days))
print(hashlib.sha256(press.printed(proof)).hexdigest())
"""

BARE = "import ulotki.drawing.engine, os; print(os.environ.get('HOME'), os.environ.get('RL_invariant'))"

HOSTILE = """
import pathlib
pathlib.Path({marker!r}).write_text("it ran")
invariant = 0
useA85 = 1
pageCompression = 0
"""


@pytest.fixture(scope="session")
def run(root):
    """run(program, folder, **environment): what a new process prints there."""

    def start(program, folder, **environment):
        return subprocess.run(
            [sys.executable, "-c", program, str(root)],
            cwd=folder,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(root / "src"),
                "HOME": str(folder),
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return start


@pytest.fixture(scope="session")
def digest(proof, library):
    """The SHA-256 of the poster „na wnuczka”, made here."""
    return hashlib.sha256(printed(proof(of=library))).hexdigest()


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Anchorage", "LC_ALL": "POSIX", "PYTHONHASHSEED": "4711"},
        {"SOURCE_DATE_EPOCH": "1"},
        {"RL_invariant": "0", "RL_useA85": "1", "RL_pageCompression": "0", "RL_defaultPageSize": "letter"},
        {"PYTHONOPTIMIZE": "2", "PYTHONUTF8": "0"},
    ],
    ids=" ".join,
)
def test_no_environment_changes_a_byte(run, digest, tmp_path, environment):
    """
    Another clock, language, hash seed or setting of reportlab gives the same file, made in another folder.
    """
    done = run(MAKE, tmp_path, **environment)

    assert digest == done.stdout.strip(), done.stderr


def test_a_date_that_is_none_does_no_harm(run, digest, tmp_path):
    """
    SOURCE_DATE_EPOCH that is no number does not end the program: it has no say.
    """
    assert digest == run(MAKE, tmp_path, SOURCE_DATE_EPOCH="yesterday").stdout.strip()


@pytest.mark.parametrize("name", ["reportlab_settings.py", ".reportlab_settings"])
def test_no_settings_run(run, digest, tmp_path, name):
    """
    Settings that lie in the folder or at home are not executed, and change nothing.
    """
    marker = tmp_path / "marker"
    (tmp_path / name).write_text(HOSTILE.format(marker=str(marker)))

    done = run(MAKE, tmp_path)

    assert not marker.exists()
    assert digest == done.stdout.strip(), done.stderr


@pytest.mark.parametrize("name", ["reportlab_mods.py", ".reportlab_mods"])
def test_no_modifications_run(run, tmp_path, name):
    """
    Neither are modifications of reportlab, which it looks for in the same places.
    """
    marker = tmp_path / "marker"
    (tmp_path / name).write_text(HOSTILE.format(marker=str(marker)))

    # The home of the user's account, which counts when HOME is hidden.
    account = f"import pwd, types; pwd.getpwuid = lambda uid: types.SimpleNamespace(pw_dir={str(tmp_path)!r})"
    run(f"{account}\n{BARE}", tmp_path)

    assert not marker.exists()


def test_the_environment_is_given_back(run, tmp_path):
    """
    What is hidden from reportlab is there again for everybody else.
    """
    assert f"{tmp_path} 1" == run(BARE, tmp_path, RL_invariant="1").stdout.strip()


def test_the_version_is_pinned(root):
    """
    The version is the one that is pinned: another may make other subsets.
    """
    assert f"\nreportlab=={version('reportlab')} " in (root / "constraints.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "name", ["getCharWidth", "flags", "bbox", "ascent", "descent", "capHeight", "stemV", "defaultWidth", "table"]
)
def test_hooks_are_there(family, name):
    """
    What the drawing takes hold of in reportlab is still called so.
    """
    assert hasattr(TTFontFace(BytesIO(family["Regular"].data)), name), f"reportlab has moved {name}: see drawing/fonts"


def test_a_subset_is_made_of_code_points(family):
    """
    makeSubset takes code points, puts the n-th at code n, and gives the bytes of a font.
    """
    face = TTFontFace(BytesIO(family["Regular"].data))

    assert ["self", "subset"] == list(inspect.signature(TTFontFace.makeSubset).parameters)
    assert face.makeSubset([0, ord("1"), ord("2")]).startswith(b"\x00\x01\x00\x00")


def test_only_the_engine_imports_reportlab(root):
    """
    Everybody else takes it tamed from the engine.
    """
    importing = {
        file.name
        for file in (root / "src").rglob("*.py")
        if any(
            line.lstrip().startswith(("import reportlab", "from reportlab")) for line in file.read_text().splitlines()
        )
    }

    assert {"engine.py"} == importing
