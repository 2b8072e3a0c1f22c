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
    package = Path(__file__).parents[1]
    shipped = [
        *(home() / "leaflets/library").rglob("*.toml"),
        *(home() / "fonts").iterdir(),
        *(home() / "assets").iterdir(),
    ]
    versions = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return _digest([*package.rglob("*.py"), *shipped], versions)


def folder(workspace: Path) -> str:
    """A digest of all files in *workspace* that the program reads."""
    return _digest((path for pattern in READ for path in workspace.glob(pattern)), "")


def _digest(files: Iterable[Path], more: str) -> str:
    """A digest of names and bytes. The name of a file is its own and that of its folder, without the path."""
    whole = hashlib.sha256(more.encode())
    for path in sorted(files, key=lambda path: (path.parts[-3:], path)):
        if path.is_file():
            data = path.read_bytes()
            whole.update(f"{'/'.join(path.parts[-3:])} {len(data)}\n".encode())
            whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()
