"""Files that are small enough to be sent, and hold far too much: each is named in two seconds and 300 MB."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fuzz.targets import found_at, world
from ulotki.documents.workbook import workbook

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory it took"),
]

MEASURED = """
import json, sys, time
from ulotki.cli.main import run
code = run(sys.argv[1:])
most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
print(json.dumps([code, time.process_time(), int(most) // 1024]), file=sys.stderr)
"""

LISTS = b"[" + b"[]," * 15_000_000 + b"[]]"


def sheet(rows: bytes) -> bytes:
    """A workbook with these rows, as XML."""
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(workbook("a", ["nazwa"], [])))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            plain = not name.startswith("xl/worksheets/")
            target.writestr(name, source.read(name) if plain else head + rows + b"</sheetData></worksheet>")
    return out.getvalue()


CSV = ("places", "import", "miejsca.csv", "--yes")
XLSX = ("places", "import", "miejsca.xlsx", "--yes")

LARGE = {
    "a record of lists": ("out/maj/2*/manifest.json", lambda: LISTS, ("verify", "98MB8-Z5EZA"), 1),
    "a memory of lists": ("out/maj/.inputs.json", lambda: LISTS, ("plan",), None),
    "a route of lists": ("route.json", lambda: LISTS, ("recall",), 4),
    "a change of lists": (".ulotki/history/000001/change.json", lambda: LISTS, ("history",), 0),
    "a row of nothing": ("miejsca.csv", lambda: b";" * 4_900_000, CSV, 1),
    "a row of cells": ("miejsca.csv", lambda: b"a;" * 2_400_000, CSV, 1),
    "rows": ("miejsca.csv", lambda: b"nazwa\n" + b"a\n" * 2_400_000, CSV, 1),
    "an open quotation": ("miejsca.csv", lambda: b'"' + b"a" * 4_900_000, CSV, 1),
    "cells of a sheet": (
        "miejsca.xlsx",
        lambda: sheet(b'<row r="1">' + b'<c r="A1"/>' * 3_000_000 + b"</row>"),
        XLSX,
        1,
    ),
    "rows of a sheet": ("miejsca.xlsx", lambda: sheet(b"<row/>" * 6_000_000), XLSX, 1),
    "a list to tick": ("lista.csv", lambda: b";" * 4_900_000, ("hand-over", "--list", "lista.csv"), 1),
    "a text": ("ulotki.toml", lambda: b'issuer = "' + b"[" * 250_000 + b'"', ("list", "places"), None),
    "no PDF": ("p.pdf", lambda: b"%PDF-1.7\n" + b"x" * 60_000_000, ("verify", "p.pdf"), 1),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace with a file of every kind."""
    with world(tmp_path_factory.mktemp("large")) as made:
        yield made


@pytest.mark.parametrize("name", LARGE)
def test_what_is_far_too_much_is_named_in_a_moment(folder, name):
    """
    Two seconds of the processor and 300 MB, with the start of the program; on slow and busy machines a few more. What
    grows with the square would take minutes.
    """
    pattern, make, words, code = LARGE[name]
    file = found_at(folder, pattern)
    before = file.read_bytes()
    try:
        file.write_bytes(make())
        ran = subprocess.run(
            [sys.executable, "-c", MEASURED, *words],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    finally:
        file.write_bytes(before)
    ended, seconds, megabytes = json.loads(ran.stderr.splitlines()[-1])

    assert ended == code or (code is None and ended in (0, 1, 4)), ran.stderr[-600:]
    assert "mistake in the program" not in ran.stderr
    assert seconds < 10
    assert megabytes < 300
