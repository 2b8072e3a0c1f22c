"""Changes tables in a TOML file, text in and text out: comments, order, line ends and all other values stay the same.

tomlkit gets one entry at a time, cut out of the text: with the whole file it moves the comments above the next entry. The
result is read again and compared with the intended values; when they differ, nothing is changed.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, MutableMapping
from copy import deepcopy
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array

from ulotki.errors import Refused, refused, say
from ulotki.library.locate import locate

BOM = "\ufeff"

TomlTable = Mapping[str, Any]

Id = str | int
"""The id of an entry [kind.id], or the place of an entry [[kind]]."""


def read_entry(text: str, kind: str, id: str) -> TomlTable:
    """The table of a value, {} when there is none."""
    found = tomllib.loads(text.removeprefix(BOM)).get(kind, {})
    table = found.get(id, {}) if isinstance(found, Mapping) else {}
    return table if isinstance(table, Mapping) else {}


def ids(data: bytes | None, kind: str) -> frozenset[str]:
    """The ids of the entries of a *kind* in the file *data*. Raises ValueError for what is no TOML."""
    found = tomllib.loads((data or b"").decode("utf-8-sig")).get(kind, {})
    return frozenset(found) if isinstance(found, Mapping) else frozenset()


def edit_entry(text: str, kind: str, id: str, change: Mapping[str, object]) -> str:
    """*text*, which is valid TOML, with *change* to an entry: key → value, None removes the key. A new entry comes last.

    Raises Refused when the file is written in a way that cannot be changed without changing something else.
    """
    return edit_entries(text, kind, {id: change})


def edit_entries(text: str, kind: str, changes: Mapping[Any, Mapping[str, object] | None]) -> str:
    """*text* with several entries [kind.id] changed as by `edit_entry`; None removes the whole entry."""
    whole = text.removeprefix(BOM)
    plain = whole.replace("\r\n", "\n")
    meant = tomllib.loads(plain)
    before = deepcopy(meant)
    new: str = plain
    id: Id = ""
    try:
        table = meant.setdefault(kind, [] if all(isinstance(id, int) for id in changes) else {})
        for id, change in changes.items():
            _apply(table, id, change)
        if _without_empty(meant, kind) == _without_empty(before, kind):
            return text
        for id, change in changes.items():
            old = _there(before.get(kind, {}), id)
            new = _removed(new, kind, id) if change is None else _changed(new, kind, id, old, change)
        if _without_empty(tomllib.loads(new), kind) != _without_empty(meant, kind):
            raise ValueError("something else was touched")
    except (TOMLKitError, ValueError, TypeError, AttributeError, LookupError):
        raise unchangeable(kind, id) from None
    return text[: len(text) - len(whole)] + same_ends(new, whole)


def edit_list(text: str, kind: str, changes: Mapping[int, Mapping[str, object] | None]) -> str:
    """*text* with entries [[kind]] changed by their place, from 0; the place after the last one is a new entry."""
    # What goes goes last, from the end on, so that the places of the others hold until then.
    return edit_entries(text, kind, dict(sorted(changes.items(), key=lambda one: (one[1] is None, -one[0]))))


def _there(table: Any, id: Id) -> Any:
    """The entry *id* of *table*, None when there is none."""
    if isinstance(id, int):
        return table[id] if id < len(table) else None
    return table.get(id)


def _apply(table: Any, id: Id, change: Mapping[str, object] | None) -> None:
    """Make *change* to the entry *id* of the values *table*."""
    if change is None:
        if _there(table, id) is not None:
            del table[id]
        return
    if isinstance(id, int):
        table.extend({} for _ in range(id + 1 - len(table)))
    values = table[id] if isinstance(id, int) else table.setdefault(id, {})
    for key, value in change.items():
        values.pop(key, None)
        if value is not None:
            values[key] = value


def _without_empty(values: TomlTable, kind: str) -> TomlTable:
    return {key: value for key, value in values.items() if key != kind or value}


def unchangeable(kind: str, id: Id) -> Refused:
    """The error for an entry that cannot be changed without changing something else."""
    id = id + 1 if isinstance(id, int) else id
    what = say("[{kind}.{id}] cannot be changed by the program as it is written in this file", kind=kind, id=id)
    hint = say("write it as a table with a line for each key, as in the starter; nothing was changed")
    return refused("numbers", what, hint)


def _removed(text: str, kind: str, id: Id) -> str:
    """*text* with line feeds as line ends, and without an entry; comments right above its header go with it."""
    lines = text.split("\n")
    sections = [(start, end) for path, start, end in _sections(text, lines) if path[:2] == (kind, id)]
    if not sections:
        document = tomlkit.parse(text)
        table: Any = document.get(kind, {})
        if _there(table, id) is not None:
            del table[id]
        return document.as_string()
    for first, last in reversed(sections):
        start, end = first, last
        while start and lines[start - 1].lstrip().startswith("#"):
            start -= 1
        while end < len(lines) and not lines[end].strip() and (not start or not lines[start - 1].strip()):
            end += 1
        del lines[start:end]
    return "\n".join(lines).rstrip("\n") + "\n"


def _changed(text: str, kind: str, id: Id, old: TomlTable | None, change: Mapping[str, object]) -> str:
    """*text* with line feeds as line ends, and with *change* to an entry whose values are *old*, None for a new one."""
    if old is None:
        head = f"[[{kind}]]" if isinstance(id, int) else f"[{kind}.{id}]"
        lines = [head, *(f"{key} = {_toml(value)}" for key, value in change.items() if value is not None)]
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        return text + gap + "\n".join(lines) + "\n"
    change = {key: value for key, value in change.items() if old.get(key) != value}
    lines = text.split("\n")
    sections = list(_sections(text, lines))
    if (kind, id) not in [path for path, _, _ in sections]:
        document = tomlkit.parse(text)
        _put(document[kind][id], change)
        return document.as_string()
    for path, start, end in reversed(sections):
        if path[:2] == (kind, id) and len(path) > 2 and path[2] in change:
            lines[start:end] = [line for line in lines[start:end] if line.lstrip().startswith("#")]
            if start < len(lines) and not lines[start].strip() and not lines[start - 1].strip():
                del lines[start - 1]
        elif path == (kind, id):
            document = tomlkit.parse("\n".join(lines[start:end]) + "\n")
            _put(document[kind][0 if isinstance(id, int) else id], change)
            lines[start:end] = document.as_string().rstrip("\n").split("\n")
    return "\n".join(lines) if lines[-1] == "" else "\n".join(lines) + "\n"


def _sections(text: str, lines: list[str]) -> Iterator[tuple[tuple[str | int, ...], int, int]]:
    """(path, first line, line after the last) of each table; comments after an empty line are of the next one."""
    heads = [
        (line - 1, path)
        for path, line in locate(text).items()
        if path and lines[line - 1].lstrip().startswith("[[" if isinstance(path[-1], int) else "[")
    ]
    # A header [a.b] is the place of a and of a.b: the longest path is the table's own.
    paths: dict[int, tuple[str | int, ...]] = dict(sorted(heads, key=lambda head: (head[0], len(head[1]))))
    starts = [*paths, len(lines)]
    for start, behind in pairwise(starts):
        path = paths[start]
        end = behind
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
        while end < behind and lines[end].strip():
            end += 1
        yield path, start, end


def _put(table: MutableMapping[str, Any], change: Mapping[str, object]) -> None:
    for key, value in change.items():
        if key in table and (value is None or isinstance(value, Mapping)):
            del table[key]
        if isinstance(value, list) and isinstance(table.get(key), Array):
            _relist(table[key], value)
            if table[key] == value:
                continue
        if value is not None:
            table[key] = tomlkit.parse(f"{key} = {_toml(value)}")[key] if isinstance(value, Mapping) else value


def _relist(array: Any, wanted: list[object]) -> None:
    """Let *array* lose and gain what *wanted* differs by; how it is written stays, and the comments in it."""
    for one in [one for one in array if one not in wanted]:
        array.remove(one)
    for one in wanted:
        if one not in array:
            array.append(one)


def _toml(value: object) -> str:
    """*value* in TOML, a table in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
    return tomlkit.item(value).as_string()


def same_ends(new: str, old: str) -> str:
    """*new* with the line ends of *old*: an unchanged line keeps its line end, a new line gets the more frequent one."""
    if "\r\n" not in old:
        return new
    mostly = "\r\n" if 2 * old.count("\r\n") >= old.count("\n") else "\n"
    before = old.split("\n")
    after = new.split("\n")
    ends = [mostly] * len(after)
    matcher = SequenceMatcher(None, [line.removesuffix("\r") for line in before], after, autojunk=False)
    for _kind, start, stop, begin, end in matcher.get_opcodes():
        for one, other in zip(range(start, min(stop, len(before) - 1)), range(begin, end), strict=False):
            ends[other] = "\r\n" if before[one].endswith("\r") else "\n"
    return "".join(line + end for line, end in zip(after[:-1], ends, strict=False)) + after[-1]


def digest(data: bytes | None) -> str:
    """A digest of what a form was made from."""
    return hashlib.sha256(data or b"").hexdigest()[:32]
