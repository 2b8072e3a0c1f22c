"""Lets one call of the system fail: the n-th that touches a folder. For a process of its own, which is never used again.

Calls are counted where Python and SQLite make them: `os`, files opened for writing, and the system calls of SQLite's unix
layer, which it lets a test replace.  Not seen: fsync inside SQLite (it cannot be replaced), and what C code of other
libraries does by itself; ours hand back bytes and write none.
"""
# ruff: noqa: PTH100, PTH115

from __future__ import annotations

import builtins
import ctypes
import errno
import io
import os
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

FAULTS = ("ENOSPC", "EIO", "EACCES", "killed")
"""How a call fails; "killed": the process ends there, as if the power went."""

KILLED = 137

RENAMES = ("rename", "replace")

READS = ("open to read", "list")
"""Places that change nothing: a machine may refuse them, but a disk is not full there, and a kill leaves what was."""


class Place(NamedTuple):
    """A call of the system. path: below the folder.  way: a digest of the lines of code that led there."""

    call: str
    path: str
    way: int

    @property
    def reads(self) -> bool:
        return self.call in READS


@dataclass
class Layer:
    """root: the folder whose calls are counted.  at: the place that fails, 0 for none.  fault: how."""

    root: str
    at: int = 0
    fault: str = ""
    places: list[Place] = field(default_factory=list)
    spent: bool = False

    def reach(self, call: str, path: object) -> bool:
        """Count a place, when it lies in the folder. Ends the process or tells that the call must fail, at its turn."""
        name = self._name(path)
        if name is None:
            return False
        self.places.append(Place(call, name, _way()))
        if len(self.places) != self.at or self.spent:
            return False
        self.spent = True
        if self.fault == "killed":
            os._exit(KILLED)
        return True

    def error(self, path: object = None) -> OSError:
        number = getattr(errno, self.fault)
        shown = None if path is None or isinstance(path, int) else os.fspath(path)  # type: ignore[call-overload]
        return OSError(number, os.strerror(number), shown)

    def _name(self, path: object) -> str | None:
        """*path* below the folder, None when it lies elsewhere."""
        if isinstance(path, int):
            try:
                path = os.readlink(f"/proc/self/fd/{path}")
            except OSError:
                return None
        full = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]
        return os.path.relpath(full, self.root) if full.startswith(f"{self.root}/") else None


def _way() -> int:
    """A digest of the lines that are being executed, the same in every process."""
    frame, lines = sys._getframe(2), []
    while frame is not None:
        lines.append(f"{frame.f_code.co_filename}:{frame.f_lineno}")
        frame = frame.f_back
    return zlib.crc32("\n".join(lines).encode())


def _waits() -> bool:
    """Whether the one function renames that waits for other programs."""
    frame = sys._getframe(2)
    while frame is not None and "/ulotki/" not in frame.f_code.co_filename:
        frame = frame.f_back
    return frame is None or frame.f_code.co_name == "rename"


class Writer:
    """A file that is open for writing, and counts what is done to it."""

    def __init__(self, file: Any, layer: Layer) -> None:
        self.file, self.layer, self.dirty = file, layer, False

    def write(self, data: Any) -> int:
        if self.layer.fault == "killed" and self._next():
            self.file.write(data[: len(data) // 2])
            self.file.flush()
        if self.layer.reach("write", self.file.fileno()):
            self.file.write(data[: len(data) // 2])
            self.file.flush()
            raise self.layer.error()
        self.dirty = True
        return int(self.file.write(data))

    def _next(self) -> bool:
        return len(self.layer.places) + 1 == self.layer.at and self.layer._name(self.file.fileno()) is not None

    def flush(self) -> None:
        if self.layer.reach("flush", self.file.fileno()):
            raise self.layer.error()
        self.dirty = False
        self.file.flush()

    def close(self) -> None:
        if self.dirty and not self.file.closed and self.layer.reach("close", self.file.fileno()):
            self.file.close()
            raise self.layer.error()
        self.file.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def install(layer: Layer) -> None:
    """From here on every call of this process goes through *layer*."""
    for name in ("mkdir", "unlink", "remove", "rmdir", "truncate", "chmod"):
        _first(layer, name, lambda path, dir_fd=None, **_: _joined(path, dir_fd))
    _first(layer, "fsync", lambda handle, **_: handle)
    _first(layer, "scandir", lambda path=".", **_: path, "list")
    _first(layer, "listdir", lambda path=".", **_: path, "list")
    for name in ("rename", "replace", "link", "symlink"):
        real = getattr(os, name)

        def renaming(source: Any, target: Any, *rest: Any, real: Any = real, name: str = name, **more: Any) -> Any:
            if layer.reach(name if name not in RENAMES or _waits() else f"{name} without waiting", target):
                raise layer.error(source)
            return real(source, target, *rest, **more)

        setattr(os, name, renaming)
    real_open = os.open

    def opened(path: Any, flags: int, *rest: Any, dir_fd: int | None = None, **more: Any) -> int:
        writing = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        where = _joined(path, dir_fd)
        if layer.reach("open" if writing else "open to read", where):
            raise layer.error(path)
        return real_open(path, flags, *rest, dir_fd=dir_fd, **more)

    os.open = opened  # type: ignore[assignment]
    io.open = builtins.open = _opening(layer, io.open)  # type: ignore[assignment]
    _sqlite(layer)


def _joined(path: Any, dir_fd: int | None) -> Any:
    return path if dir_fd is None else f"{os.readlink(f'/proc/self/fd/{dir_fd}')}/{os.fsdecode(path)}"


def _first(layer: Layer, name: str, path: Callable[..., Any], call: str = "") -> None:
    """Count the calls of os.*name*, whose first argument says where."""
    real = getattr(os, name)

    def counted(*arguments: Any, **more: Any) -> Any:
        where = path(*arguments[:1], **more)
        if layer.reach(call or name, where):
            raise layer.error(where)
        return real(*arguments, **more)

    setattr(os, name, counted)


def _opening(layer: Layer, real: Any) -> Any:
    def opened(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        writing = any(letter in mode for letter in "wax+")
        if not isinstance(file, int) and layer.reach("open" if writing else "open to read", file):
            raise layer.error(file)
        made = real(file, mode, *rest, **more)
        return Writer(made, layer) if writing and layer._name(made.fileno()) is not None else made

    return opened


# SQLite

KEPT: list[Any] = []
"""Callbacks, which must live as long as the process."""

_PATHS = {
    "open": ([ctypes.c_char_p, ctypes.c_int, ctypes.c_int], ctypes.c_int, -1),
    "unlink": ([ctypes.c_char_p], ctypes.c_int, -1),
    "openDirectory": ([ctypes.c_char_p, ctypes.c_void_p], ctypes.c_int, 1),
    "write": ([ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t], ctypes.c_ssize_t, -1),
    "pwrite64": ([ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64], ctypes.c_ssize_t, -1),
    "ftruncate": ([ctypes.c_int, ctypes.c_int64], ctypes.c_int, -1),
}
"""System call of SQLite's unix layer → (its arguments, what it gives, what it gives when it fails)."""


def _sqlite(layer: Layer) -> None:
    """Replace the system calls of SQLite, where it is a library of the system."""
    try:
        found = ctypes.CDLL("libsqlite3.so.0")
    except OSError:
        return
    found.sqlite3_vfs_find.restype = ctypes.c_void_p
    vfs = found.sqlite3_vfs_find(None)
    before = 4 * ctypes.sizeof(ctypes.c_int) + 3 * ctypes.sizeof(ctypes.c_void_p)  # three int, padding, three pointers
    table = ctypes.cast(vfs + before, ctypes.POINTER(ctypes.c_void_p))
    replace_call = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(table[13])
    find_call = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(table[14])
    for name, (arguments, result, failed) in _PATHS.items():
        address = find_call(vfs, name.encode())
        if not address:
            continue
        kind = ctypes.CFUNCTYPE(result, *arguments, use_errno=True)
        real = kind(address)

        def call(*given: Any, real: Any = real, name: str = name, failed: int = failed) -> Any:
            where = given[0] if isinstance(given[0], int) else os.fsdecode(given[0])
            if layer.reach(f"sqlite {name}", where):
                ctypes.set_errno(getattr(errno, layer.fault))
                return failed
            return real(*given)

        callback = kind(call)
        KEPT.append((callback, real))
        assert replace_call(vfs, name.encode(), ctypes.cast(callback, ctypes.c_void_p)) == 0


def folder(path: Path) -> str:
    """*path* as places are named after it."""
    return os.path.realpath(path)
