"""How the program starts: with its own modules and libraries, whatever lies in the folder it is started in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ulotki
from ulotki.__main__ import guarded

HOME = Path(ulotki.__file__).parents[1]


@pytest.mark.parametrize(
    ("path", "kept"),
    [(["/here", "/lib"], ["/lib"]), (["", "/lib"], ["/lib"]), (["/lib", "/here"], ["/lib", "/here"]), ([], [])],
)
def test_where_modules_are_looked_for(path, kept):
    """
    The folder that python -m puts first is left out; others stay.
    """
    assert kept == guarded(path, "/here", "/home")


def test_the_programs_own_folder_stays():
    """
    Started where it lies itself, it finds itself.
    """
    assert ["/here", "/lib"] == guarded(["/here", "/lib"], "/here", "/here")


@pytest.mark.slow
def test_a_received_folder_runs_nothing(tmp_path):
    """
    A click.py, a json.py and the like in the folder are never run.
    """
    for name in ("click", "json", "gettext", "pathlib", "multiprocessing", "runpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(99)\n")
    environment = {**os.environ, "PYTHONPATH": str(HOME)}
    environment.pop("PYTHONSAFEPATH", None)
    ran = subprocess.run(
        [sys.executable, "-m", "ulotki", "list", "templates"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert 0 == ran.returncode, ran.stderr.decode()


ENDING = """
import atexit, gc, sys
from ulotki.__main__ import main
gc.disable()
class Cycle:
    def __init__(self): self.itself = self
    def __del__(self): print("looked for")
cycle = Cycle()
del cycle
atexit.register(print, "tidied up")
sys.argv = ["ulotki", "--version"]
main()
"""


def test_nothing_is_looked_for_as_the_process_ends():
    """
    What is to be tidied up is; objects that hold each other are not looked for, since the memory goes with the process.
    """
    ended = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, check=True, text=True)

    assert "tidied up" in ended.stdout
    assert "looked for" not in ended.stdout
