"""A thousand broken files of every kind: the program refuses or prints, and never fails, tears, waits or leads elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random

import pytest

from fuzz.guard import Guard
from fuzz.mutants import INSIDE, mutant

SEEDS = (1, 2)
EACH = 500


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_broken_file_is_refused_or_printed(root, seed):
    """
    Read, composed, drawn, read back, written down: no trace, no other exit code than 0, 1, 2 or 4, nothing half written, no
    connection, no process, no file outside, no more than two seconds and 300 MB.
    """
    words = [sys.executable, "tests/fuzz", str(EACH), "--seed", str(seed)]
    ran = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False, timeout=600)

    assert 0 == ran.returncode, ran.stderr[-4000:]
    told = json.loads(ran.stdout.splitlines()[-1])
    assert EACH == sum(told["tried"].values())
    assert 300 > told["megabytes"]


def test_the_same_lots_break_a_file_the_same_way():
    """
    So what was found once is found again.
    """
    data = b'[place.bank]\nname = "Bank"\nboards = 2\n'
    made = [[mutant("places.toml", data, Random(f"1/{number}")) for number in range(40)] for _ in range(2)]

    assert made[0] == made[1]
    assert 30 < len(set(made[0]))
    assert {".toml", ".csv", ".json", ".xml", ".zip", ".xlsx", ".sqlite"} == set(INSIDE)


HARM = {
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a process": "import subprocess; subprocess.run(['true'])",
    "a process of C": "import os; os.system('true')",
    "a fork": "import os; os.fork() or os._exit(0)",
    "a file outside": "open('/etc/passwd').read()",
    "a file written outside": "open(home + '/a', 'w')",
    "a database outside": "import sqlite3; sqlite3.connect(home + '/a.sqlite')",
    "a file removed outside": "import os; os.remove(home + '/b')",
    "a file renamed outside": "import os; os.rename(box + '/c', home + '/c')",
}


@pytest.mark.parametrize("harm", HARM)
def test_the_guard_sees_it(root, tmp_path, harm):
    """
    What no content may lead to is seen, and does not happen, also where the program would pass over an error.
    """
    for name in ("home", "box"):
        (tmp_path / name).mkdir()
    (tmp_path / "home/b").touch()
    (tmp_path / "box/c").touch()
    script = f"""
import sys
sys.path.insert(0, "tests")
from pathlib import Path
from fuzz.guard import Forbidden, Guard
home, box = {str(tmp_path / "home")!r}, {str(tmp_path / "box")!r}
guard = Guard((sys.prefix, sys.base_prefix, box))
guard.install()
(Path(box) / "d").touch()
try:
    with guard.over(Path(box)) as seen:
        (Path(box) / "e").touch()
        try:
            {HARM[harm]}
        except Exception:
            pass
except Forbidden as found:
    sys.exit(7 if [str(found)] == seen else 8)
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)

    assert 7 == ran.returncode, ran.stderr
    assert ["b"] == [path.name for path in (tmp_path / "home").iterdir()]
    assert ["c", "d", "e"] == sorted(path.name for path in (tmp_path / "box").iterdir())


def test_a_guard_that_watches_nothing_forbids_nothing():
    """
    Outside of its block it is silent.
    """
    guard = Guard(())
    guard._heard("os.system", ("true",))

    assert [] == guard.seen
