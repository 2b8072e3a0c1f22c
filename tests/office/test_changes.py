"""The changes that are kept, in words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import ulotki
from ulotki.office.changes import NAMES

SOURCE = Path(ulotki.__file__).parent
WRITERS = ("office", "workspace")


def trees() -> list[ast.Module]:
    return [ast.parse(file.read_text("utf-8")) for room in WRITERS for file in sorted((SOURCE / room).rglob("*.py"))]


def takers(every: list[ast.Module]) -> dict[str, set[int]]:
    """Function or class → where its argument `doing` stands in a call. A lock that is taken writes nothing by itself."""
    found: dict[str, set[int]] = {}
    for node in (node for tree in every for node in ast.walk(tree)):
        names = []
        if isinstance(node, ast.FunctionDef) and node.name not in ("alone", "begin"):
            names = [one.arg for one in node.args.args if one.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            names = [ast.unparse(one.target) for one in node.body if isinstance(one, ast.AnnAssign)]
        if "doing" in names:
            found.setdefault(node.name, set()).add(names.index("doing"))
    return found


def commands() -> Iterator[str]:
    """What every call that writes files of a workspace calls its change."""
    every = trees()
    known = takers(every)
    for node in (node for tree in every for node in ast.walk(tree)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            given = [node.args[at] for at in known.get(called, ()) if at < len(node.args)]
            given += [one.value for one in node.keywords if one.arg == "doing"]
            parts = [part for one in given for part in ast.walk(one)]
            yield from (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def test_every_change_has_a_name():
    """
    Whatever command has written files, the history says it in words; and no name is kept that nothing writes.
    """
    assert set(NAMES) == set(commands())
