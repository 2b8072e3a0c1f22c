"""Runs a use case in a process of its own with one call of the system failing, and says what it left behind."""

from __future__ import annotations

import gc
import hashlib
import io
import json
import os
import shutil
import sqlite3
import traceback
from collections.abc import Callable, Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from faults.layer import KILLED, Layer, Place, install

T = TypeVar("T")

Act = Callable[[], int]
"""What is done, in the folder of the workspace; gives an exit code."""

PART = ".part-"

OLD = ".old-"

SIDE = ("ledger-head.json", ".packed.json", ".inputs.json")
"""Files beside the work. One that is older than the work, or missing, is made anew; nothing is lost."""

EMPTY = b"[[], []]"
"""A ledger without entries, which is as good as none."""

LOCKS = (".lock", ".ulotki.lock", ".ulotki.lock.who")


@dataclass(frozen=True)
class Ran:
    """How a run ended. code: KILLED for a process that ended at a place.  places: in order."""

    code: int
    said: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class State:
    """What lies in the box: path → contents, of the ledger its entries."""

    files: Mapping[str, bytes]
    parts: tuple[str, ...] = ()

    @property
    def core(self) -> dict[str, bytes]:
        """Without what lies beside the work."""
        return {path: data for path, data in self.files.items() if not _side(path)}

    def unit(self, name: str) -> dict[str, bytes]:
        return {path: data for path, data in self.files.items() if _unit(path) == name}


def _side(path: str) -> bool:
    return (
        path.endswith(SIDE)
        or path.startswith("state/")
        or "/schemas/" in path
        or "/.ulotki/" in path
        or ".sqlite.before-" in path
    )


def _unit(path: str) -> str:
    """What must be whole together: an edition, a draft, packs, a gallery, a site; any other file by itself."""
    parts = path.split("/")
    if parts[:2] == ["gmina", "out"] and len(parts) > 4:
        return "/".join(parts[:4])
    if len(parts) > 3 and parts[:3] == ["gmina", "out", "gallery"]:
        return "gmina/out/gallery"
    return "gmina/site" if parts[:2] == ["gmina", "site"] else path


@dataclass
class Box:
    """A folder at one path for all runs: gmina/ is the workspace, state/ what a user keeps."""

    root: Path
    stock: Path
    seen: dict[str, Ran] = field(default_factory=dict)

    def fill(self, source: Path) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(source, self.root, symlinks=True)

    def keep(self, name: str) -> Path:
        target = self.stock / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.root, target, symlinks=True)
        return target

    def here(self, act: Callable[[], T]) -> T:
        """Do *act* in this process, so that children have what it imports, what it drew, and what it gives."""
        before, state = Path.cwd(), os.environ.get("XDG_STATE_HOME", "")
        try:
            os.chdir(self.root / "gmina")
            os.environ["XDG_STATE_HOME"] = str(self.root / "state")
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                return act()
        finally:
            os.chdir(before)
            os.environ["XDG_STATE_HOME"] = state
            gc.collect()
            gc.freeze()

    def run(self, act: Act, at: int = 0, fault: str = "", *, counted: bool = True) -> Ran:
        """Do *act* in a child of this process."""
        result = self.stock / "ran.json"
        result.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            self._child(act, at, fault, result, counted=counted)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if not result.exists():
            return Ran(code, "")
        told = json.loads(result.read_text())
        return Ran(told["code"], told["said"], tuple(Place(*place) for place in told["places"]))

    def _child(self, act: Act, at: int, fault: str, result: Path, *, counted: bool) -> None:
        said = io.StringIO()
        real_open = open
        code = -1
        layer = Layer(os.path.realpath(self.root), at, fault)
        try:
            os.chdir(self.root / "gmina")
            os.environ["XDG_STATE_HOME"] = str(self.root / "state")
            act = getattr(act, "ready", lambda: act)()
            if counted:
                install(layer)
            with redirect_stdout(said), redirect_stderr(said):
                code = act()
        except BaseException:
            said.write(traceback.format_exc())
        finally:
            layer.root = "/nowhere"
            with real_open(result, "w") as file:
                json.dump({"code": code, "said": said.getvalue(), "places": layer.places}, file)
            os._exit(0)

    def state(self) -> State:
        files: dict[str, bytes] = {}
        parts: list[str] = []
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if (hidden := next((one for one in path.parents if one.name.startswith(OLD)), None)) is not None:
                if hidden.with_name(hidden.name.removeprefix(OLD)).exists():
                    parts.append(name)
                    continue
                name = name.replace(OLD, "")  # the next run gives it its name back
            if any(one.startswith(PART) for one in name.split("/")):
                parts.append(name)
            elif path.is_file() and path.name not in LOCKS and not path.name.endswith("-journal"):
                data = rows(path) if path.name.startswith("ledger.sqlite") else path.read_bytes()
                if data != EMPTY:
                    files[name] = data
        return State(files, tuple(parts))


def rows(path: Path) -> bytes:
    """What a ledger says, also one whose journal still lies beside it."""
    copy = path.parents[2] / f"ledger-{os.getpid()}"
    shutil.copyfile(path, copy)
    journal = Path(f"{path}-journal")
    if journal.exists():
        shutil.copyfile(journal, f"{copy}-journal")
    try:
        with closing(sqlite3.connect(copy)) as connection:
            tables = [
                connection.execute(f"SELECT * FROM {name} ORDER BY seq").fetchall() for name in ("entry", "person")
            ]
        return repr(tables).encode()
    except sqlite3.Error as error:
        return f"TORN: {error}".encode()
    finally:
        for end in ("", "-journal"):
            Path(f"{copy}{end}").unlink(missing_ok=True)


# Judging


@dataclass(frozen=True)
class Expected:
    """What a use case does when nothing fails: from one state to another, with this exit code."""

    old: State
    new: State
    ran: Ran


def torn(found: State, expected: Expected, *, loose: bool = False) -> list[str]:
    """What is neither old nor new. loose: an edition is given files one by one, its record last."""
    old, new = expected.old, expected.new
    wrong = [
        path
        for path, data in found.files.items()
        if not _side(path) and data not in (old.files.get(path), new.files.get(path))
    ]
    lost = [path for path in old.core if path in new.core and path not in found.files]
    units = set() if loose else {_unit(path) for path in (*old.core, *new.core, *found.core)}
    halves = [name for name in units if found.unit(name) not in (old.unit(name), new.unit(name))]
    lies = [path for path in found.files if path.endswith("/manifest.json") and _whole(found, path) < _whole(old, path)]
    return sorted(
        {
            *(f"{one} is torn" for one in (*wrong, *halves)),
            *(f"{one} is lost" for one in lost),
            *(f"{one} lists what is not there" for one in lies),
        }
    )


def _whole(found: State, record: str) -> bool:
    """Whether all that the record of an edition lists lies there, as far as it is there at all."""
    if record not in found.files:
        return True
    folder = record.removesuffix("manifest.json")
    listed = {folder + file["path"]: file["sha256"] for file in json.loads(found.files[record])["files"]}
    return all(hashlib.sha256(found.files.get(path, b"")).hexdigest() == digest for path, digest in listed.items())


def untrue(ran: Ran, found: State, expected: Expected) -> list[str]:
    """What the run says that is not so, or says badly."""
    faults = []
    if ran.code == KILLED:
        return []
    if "Traceback" in ran.said or "mistake in the program" in ran.said or ran.code == -1:
        faults.append(f"it falls over: {ran.said[-300:]}")
    if ran.code == expected.ran.code != 1 and found.core != expected.new.core:
        faults.append("it says that all went well, and it did not")
    if ran.code not in (1, 3, expected.ran.code):
        faults.append(f"exit code {ran.code}")
    if PART in ran.said or OLD in ran.said:
        faults.append(f"it names our temporary file: {ran.said.strip()}")
    if ran.code == 3 and not any(name in ran.said for name in _names(expected)):
        faults.append(f"it does not name what it was about: {ran.said.strip()}")
    return faults


def _names(expected: Expected) -> set[str]:
    paths = {*expected.old.files, *expected.new.files, "gmina/.ulotki.lock", "gmina/out/.lock"}
    return {part for path in paths for part in path.split("/") if part not in ("gmina", "state")} | {"ledger"}


def memory() -> str | None:
    """A folder that no disk is behind, where there is one: a thousand runs wait for no disk then."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
