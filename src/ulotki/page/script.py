"""The page script: a page as lines of text in millimetres. Golden tests compare it; the code of a piece is its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

from ulotki.content.leaflet import CODE_REF
from ulotki.look.paths import Path
from ulotki.page.items import Code, Fill, Group, Item, Line, Page, Picture, Raster, Role, Stroke, Trace
from ulotki.paper import added


def script(pages: tuple[Page, ...]) -> str:
    """The script of *pages*: one item on a line, groups indented. The slot of the code stays empty."""
    lines: list[str] = []
    for page in pages:
        lines.append(f"page {page.width:.1f} {page.height:.1f}")
        _add(page.items, "  ", lines)
    return "\n".join(lines) + "\n"


def _add(items: tuple[Item, ...], indent: str, lines: list[str]) -> None:
    for item in items:
        if not isinstance(item, Group):
            lines.append(indent + _one(item))
            continue
        lines.append(indent + _role(item.role))
        if item.role.ref != CODE_REF:
            _add(item.items, indent + "  ", lines)


def _one(item: Trace) -> str:
    match item:
        case Line():
            width = added(item.advances) * item.size / 1000
            return f"line {_mm(item.x)} {_mm(item.baseline)} {item.face} {item.size:g} {item.ink.hex} {width:.2f} {item.text}"
        case Fill():
            return f"fill {_box(item)} {_digest(item.path)} {item.ink.hex}"
        case Stroke():
            dash = " ".join(f"{part:g}" for part in item.dash)
            return f"stroke {_box(item)} {_digest(item.path)} {item.ink.hex} {item.weight:g} [{dash}]"
        case Picture():
            return f"picture {_box(item)} {item.name} {_digest(item.commands)} {item.ink.hex}"
        case Raster():
            return f"raster {_box(item)} {item.width} {item.height} {_short(item.data)}"
        case Code():
            return f"code {_mm(item.x)} {_mm(item.y)} {item.module:.3f} {_modules(item.rows)} {item.payload}"
        case _:
            assert_never(item)


def _box(item: Fill | Stroke | Picture | Raster) -> str:
    box = item.box
    return " ".join(map(_mm, (box.x, box.y, box.width, box.height)))


def _role(role: Role) -> str:
    parts = [role.kind + (str(role.level) if role.level else "")]
    parts += [f"{name}={value}" for name, value in (("ref", role.ref), ("lang", role.lang), ("alt", role.alt)) if value]
    return " ".join(parts)


@lru_cache(maxsize=4096)
def _digest(path: Path) -> str:
    """A short digest of a path; coordinates that are floats are rounded to a thousandth."""
    parts = [
        f"({letter} {_listed([f'{one:z.3f}' if isinstance(one, float) else str(one) for one in numbers])})"
        for letter, numbers in path
    ]
    return _short(_listed(parts).encode())


@lru_cache(maxsize=64)
def _modules(rows: tuple[tuple[bool, ...], ...]) -> str:
    return _short(_listed(_listed("01"[dark] for dark in row) for row in rows).encode())


def _listed(parts: Iterable[str]) -> str:
    return f"({' '.join(parts)})"


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def _mm(value: float) -> str:
    return f"{value:z.2f}"
