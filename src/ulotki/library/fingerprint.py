"""Digests that show whether any file was changed, without parsing the files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ulotki.installed import home

LIBRARIES = ("pillow", "pypdfium2", "qrcode", "reportlab", "uharfbuzz", "zxing-cpp")
"""Libraries whose other versions may draw other bytes."""

READ = (
    "*.toml",
    "campaigns/*.toml",
    "scams/*/*.toml",
    "words/*.toml",
    "readings/*.toml",
    "papers/*.toml",
    "pages/*.toml",
)


@cache
def program() -> str:
    """A digest of the program, of the files that ship with it, and of the versions of LIBRARIES."""
    package, shipped = Path(__file__).parents[1], home()
    versions = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    files = [
        *_below(package, package.rglob("*.py")),
        *_below(shipped, (shipped / "leaflets/library").rglob("*.toml")),
        *_below(shipped, (shipped / "fonts").iterdir()),
        *_below(shipped, (shipped / "assets").iterdir()),
    ]
    return _digest(files, versions)


def folder(workspace: Path) -> str:
    """A digest of all files in *workspace* that the program reads, wherever that folder lies and whatever it is called."""
    return _digest(_below(workspace, (path for pattern in READ for path in workspace.glob(pattern))), "")


def _below(base: Path, files: Iterable[Path]) -> list[tuple[str, Path]]:
    """(name below *base*, file) for each of *files*."""
    return [(path.relative_to(base).as_posix(), path) for path in files if path.is_file()]


def _digest(files: Iterable[tuple[str, Path]], more: str) -> str:
    """A digest of names and bytes."""
    whole = hashlib.sha256(more.encode())
    for name, path in sorted(files):
        data = path.read_bytes()
        whole.update(f"{name} {len(data)}\n".encode())
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()
