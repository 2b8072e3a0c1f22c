"""Compares two versions of a TOML file value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass
from ulotki.library.toml import parse


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs. path: "place.ops.boards".  before, after: as TOML would say it, None where there was none."""

    path: str
    before: str | None
    after: str | None

    @property
    def what(self) -> Say:
        """The difference as a sentence."""
        if self.before is None:
            return say("{path}: added: {after}", path=self.path, after=self.after)
        if self.after is None:
            return say("{path}: removed: {before}", path=self.path, before=self.before)
        return say("{path}: {before} → {after}", path=self.path, before=self.before, after=self.after)


def differences(before: bytes | None, after: bytes | None) -> tuple[Difference, ...] | None:
    """The values that differ, sorted as they stand; () when only comments do, None when one of the two is no TOML."""
    one, other = (parse("", data or b"") for data in (before, after))
    if isinstance(one, Finding) or isinstance(other, Finding):
        return None
    return tuple(_between(one.values, other.values, ""))


def _between(before: Mapping[str, object], after: Mapping[str, object], at: str) -> Iterator[Difference]:
    for key in dict.fromkeys((*before, *after)):
        path = f"{at}.{key}" if at else key
        match before.get(key), after.get(key):
            case one, other if one == other and type(one) is type(other):
                pass
            case dict() as one, dict() as other:
                yield from _between(one, other, path)
            case dict() as one, None:
                yield from _whole(one, path, gone=True)
            case None, dict() as other:
                yield from _whole(other, path, gone=False)
            case list() as one, list() as other if any(isinstance(item, dict) for item in (*one, *other)):
                yield from _between(_numbered(one), _numbered(other), path)
            case one, other:
                yield Difference(path, _shown(one), _shown(other))


def _whole(table: Mapping[str, object], path: str, *, gone: bool) -> Iterator[Difference]:
    """A table that came or went: itself, by its name where it has one, or else the tables in it."""
    if table and all(isinstance(value, dict) for value in table.values()):
        for key, value in table.items():
            yield from _whole(value, f"{path}.{key}", gone=gone)  # type: ignore[arg-type]
        return
    word = next((str(table[key]) for key in ("name", "label", "title", "value", "lead") if table.get(key)), "")
    if not word and table:
        yield from _between(table, {}, path) if gone else _between({}, table, path)
        return
    yield Difference(path, word if gone else None, None if gone else word)


def _numbered(items: list[object]) -> dict[str, object]:
    return {str(number): item for number, item in enumerate(items, 1)}


def _shown(value: object) -> str | None:
    match value:
        case None:
            return None
        case str():
            return f"„{value}”"
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(_shown(item) or "" for item in value)
        case dict():
            return ", ".join(f"{key} {_shown(item)}" for key, item in value.items())
    return str(value)
