"""Which files the program reads, and digests that show whether any was changed, without parsing the files."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ulotki import files
from ulotki.installed import home

LIBRARIES = ("pillow", "pypdfium2", "qrcode", "reportlab", "uharfbuzz", "zxing-cpp")
"""Libraries whose other versions may draw other bytes."""

PATTERNS = (
    "ulotki.toml",
    "numbers.toml",
    "places.toml",
    "meetings.toml",
    "approvals.toml",
    "campaigns/*.toml",
    "scams/*/*.toml",
    "words/*.toml",
    "readings/*.toml",
    "papers/*.toml",
    "pages/*.toml",
)
"""Patterns of the files that are read in a workspace."""

OTHERS = frozenset({"people.toml"})
"""Files that are read separately: they hold personal data, which must not influence an edition."""

READ = ("*.toml", *(pattern for pattern in PATTERNS if "/" in pattern))
"""Patterns of the files that a build may depend on."""


@cache
def program() -> str:
    """A digest of the program, of the files that ship with it, and of the versions of LIBRARIES."""
    package, shipped = Path(__file__).parent, home()
    every = [
        *_named(package, files.paths(package, ".py")),
        *_named(shipped, files.paths(shipped / "leaflets/library", ".toml")),
        *_named(shipped, files.paths(shipped / "fonts")),
        *_named(shipped, files.paths(shipped / "assets")),
    ]
    return _digest(every, " ".join(f"{name} {number}" for name, number in versions(LIBRARIES).items()))


def versions(libraries: Iterable[str]) -> dict[str, str]:
    """The versions of installed *libraries*, by the names of the folders beside them that the packaging standard asks for.

    importlib.metadata, which reads all that is said of a library, takes longer than all else that a build with nothing to
    do does; it is asked for those that lie there in another way.
    """
    found: dict[str, str] = {}
    for place in map(Path, sys.path):
        for folder in files.matching(place, "*.dist-info", lambda _: None):  # what is not found is asked for
            name, _dash, version = folder.stem.rpartition("-")
            found.setdefault(name.lower().replace("-", "_").replace(".", "_"), version)
    return {name: found.get(name.replace("-", "_")) or _asked(name) for name in libraries}


def _asked(library: str) -> str:
    from importlib.metadata import version

    return version(library)


def folder(workspace: Path) -> str:
    """A digest of all files in *workspace* that the program reads, wherever that folder lies and whatever it is called."""
    torn: list[OSError] = []
    found = [path for pattern in READ for path in files.matching(workspace, pattern, torn.append)]
    hidden = sorted(Path(str(one.filename)).relative_to(workspace).as_posix() for one in torn)
    return _digest(_named(workspace, (str(path) for path in found if path.is_file())), " ".join(hidden))


def _named(base: Path, found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(name below *base*, path) of each file that was found."""
    above = len(str(base)) + 1
    return ((path[above:].replace("\\", "/"), path) for path in found)


def _digest(found: Iterable[tuple[str, str]], more: str) -> str:
    """A digest of names and bytes."""
    whole = hashlib.sha256(more.encode())
    for name, path in sorted(found):
        data = files.unbuffered(path)
        if data is None:  # a link that leads nowhere, such as the lock of an editor
            continue
        whole.update(f"{name} {len(data)}\n".encode())
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()
