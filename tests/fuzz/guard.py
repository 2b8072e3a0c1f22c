"""Sees what this process asks of the system, and forbids what content must never lead to.

An audit hook stays until its process ends (PEP 578), so the process is one of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CONNECTIONS = ("socket.", "http.", "urllib.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "telnetlib.", "nntplib.")
PROCESSES = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.spawn",
    "os.posix_spawn",
    "os.startfile",
    "pty.",
    "webbrowser.",
)

WRITES = {
    **dict.fromkeys(
        ("os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.chown", "os.utime", "sqlite3.connect"),
        (0,),
    ),
    **dict.fromkeys(("os.rename", "os.link", "shutil.move"), (0, 1)),
    **dict.fromkeys(("os.symlink", "shutil.copyfile", "shutil.copytree"), (1,)),
    **dict.fromkeys(("shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp"), (0,)),
}
"""Event → which of its arguments are paths that it changes."""

LOOKS = {"os.listdir": 0, "os.scandir": 0, "glob.glob": 0}


class Forbidden(BaseException):
    """Something that content led to, and must not: no `except Exception` hides it."""


@dataclass
class Guard:
    """reads: folders from which files may be read.  writes: those in which they may be changed; () forbids nothing."""

    reads: tuple[str, ...]
    writes: tuple[str, ...] = ()
    watching: bool = False
    seen: list[str] = field(default_factory=list)

    def install(self) -> None:
        sys.addaudithook(self._heard)

    @contextmanager
    def over(self, *writes: Path) -> Iterator[list[str]]:
        """Inside the block, changes below *writes* alone. Gives what was forbidden."""
        self.writes = tuple(map(os.path.realpath, writes))
        self.seen = []
        self.watching = True
        try:
            yield self.seen
        finally:
            self.watching = False

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.watching:
            return
        self.watching = False  # what is asked below is ours
        try:
            what = self._against(event, arguments)
        finally:
            self.watching = True
        if what:
            self.seen.append(what)
            raise Forbidden(what)

    def _against(self, event: str, arguments: tuple[Any, ...]) -> str:
        """What is forbidden in it, "" for nothing."""
        if event.startswith(CONNECTIONS):
            return f"a connection: {event} {arguments!r:.200}"
        if event.startswith(PROCESSES):
            return f"a process: {event} {arguments!r:.200}"
        if event == "open":
            path, mode, flags = arguments
            writing = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND) if flags else 0
            writing = writing or (isinstance(mode, str) and set(mode) & set("wax+"))
            return self._outside("writes", path, self.writes) if writing else self._outside("reads", path, self.reads)
        if event in LOOKS:
            return self._outside("lists", arguments[LOOKS[event]], self.reads)
        for place in WRITES.get(event, ()):
            if what := self._outside(event, arguments[place], self.writes):
                return what
        return ""

    def _outside(self, what: str, path: Any, folders: Iterable[str]) -> str:
        if path is None or isinstance(path, int):  # a descriptor that was opened before; the current folder
            return ""
        name = os.fsdecode(path)
        if name.startswith("file:"):  # of SQLite
            name = name.removeprefix("file:").partition("?")[0]
        if name in (":memory:", "", os.devnull):
            return ""
        full = os.path.realpath(name)
        return "" if any(full == one or full.startswith(one + os.sep) for one in folders) else f"{what} {full}"


def programs(root: Path) -> tuple[str, ...]:
    """Folders of the program, of Python and of what the system tells programs of itself."""
    named = (root / "src", root / "leaflets/library", root / "fonts", root / "assets", sys.prefix, sys.base_prefix)
    return (*(os.path.realpath(one) for one in named), "/usr/share/zoneinfo", "/proc/self")
