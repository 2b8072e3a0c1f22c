"""One broken file through the program: what is not as it must be afterwards."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from output import wrong

from fuzz.guard import Forbidden, Guard
from fuzz.targets import TARGETS, Ran, Target, files, found, refilled, run

LONGEST = 2.0
"""Seconds of the processor for one file."""

CODES = (0, 1, 2, 4)


@dataclass(frozen=True, slots=True)
class Case:
    """What is tried. kind: a name in TARGETS.  act: what is done.  data: the broken file."""

    kind: str
    act: tuple[str, ...]
    data: bytes

    def __str__(self) -> str:
        return f"{self.kind}, {' '.join(self.act)}, {sha256(self.data).hexdigest()[:12]}"


@dataclass
class Bench:
    """folder: the workspace.  stock: how it was.  guard: forbids what content must not lead to."""

    folder: Path
    stock: Path
    guard: Guard

    def faults(self, case: Case) -> list[str]:
        """What is not as it must be, after the workspace was tried with this file in place of its own."""
        target = TARGETS[case.kind]
        box = self.folder.parent
        refilled(box, self.stock)
        os.chdir(self.folder)
        file = found(self.folder, target)
        file.write_bytes(case.data)
        names = {"FILE": str(file), "FOLDER": str(file.parent)}
        arguments = tuple(names.get(one, one) for one in case.act)
        before = files(box)
        begun = time.process_time()
        try:
            # Beside a file lies the unfinished one, so what is forbidden is everything outside of the box.
            with self.guard.over(box) as seen:
                ran = run(arguments)
        except Forbidden:
            return seen
        took = time.process_time() - begun
        after = files(box)
        late = [f"{took:.1f} s"] if took > LONGEST else []
        return [*seen, *late, *_said(ran, case), *_left(before, after, target), *_torn(before, after)]


def _said(ran: Ran, case: Case) -> Iterator[str]:
    """What it must not say, and how it must not end."""
    said = ran.out + ran.err
    if "mistake in the program" in said or "Traceback" in said:
        yield said[-600:]
    if ran.code not in CODES:
        yield f"code {ran.code}: {said[-300:]}"
    if ran.code == 1 and not said.strip():
        yield "refused without a word"
    if hidden := re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", said):
        yield f"says U+{ord(hidden[0]):04X}: {said[max(0, hidden.start() - 60) : hidden.end() + 20]!r}"
    if "--json" in case.act and ran.out:
        try:
            yield from wrong(json.loads(ran.out, parse_constant=_constant))
        except (ValueError, KeyError) as error:
            yield f"no JSON: {error}: {ran.out[:200]}"


def _constant(name: str) -> float:
    raise ValueError(name)


def _left(before: Mapping[str, bytes], after: Mapping[str, bytes], target: Target) -> Iterator[str]:
    """Files that were changed and must not be, or that are left unfinished."""
    may = tuple(one.removeprefix("../") if one.startswith("../") else f"gmina/{one}" for one in target.may)
    for path in sorted(before.keys() | after.keys()):
        if ".part-" in path or ".old-" in path:
            yield f"left: {path}"
        elif before.get(path) != after.get(path) and not any(path == one or path.startswith(f"{one}/") for one in may):
            yield f"changed: {path}"


def _torn(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """New files that are not whole."""
    for path, data in after.items():
        if data != before.get(path) and path.startswith(("gmina/", "inna/")) and (why := _unfit(path, data)):
            yield f"torn: {path}: {why}"
    for path in after:
        folder, _, name = path.rpartition("/")
        if name == "manifest.json" and path not in before:
            for one in json.loads(after[path])["files"]:
                if sha256(after.get(f"{folder}/{one['path']}", b"")).hexdigest() != one["sha256"]:
                    yield f"torn: {path}: {one['path']}"


def _unfit(path: str, data: bytes) -> str:
    """Why a file that the program wrote is not whole, "" when it is."""
    try:
        match path.rpartition(".")[2]:
            case "pdf":
                return "" if data.startswith(b"%PDF-") and data.endswith(b"%%EOF\n") else "no end"
            case "json":
                json.loads(data, parse_constant=_constant)
            case "csv":
                rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
                for cell in (cell for row in rows for cell in row):
                    if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                        return f"a formula: {cell[:40]}"
            case "html":
                if not data.decode("utf-8").rstrip().endswith("</html>"):
                    return "no end"
            case "ics":
                if not data.endswith(b"END:VCALENDAR\r\n") or max(map(len, data.split(b"\r\n"))) > 75:
                    return "no end, or a line that is not folded"
            case "zip" | "xlsx":
                if zipfile.ZipFile(io.BytesIO(data)).testzip():
                    return "damaged"
    except (ValueError, csv.Error, zipfile.BadZipFile) as error:
        return str(error)
    return ""
