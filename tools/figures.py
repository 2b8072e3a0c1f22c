"""Print the figures that keep the program small: lines, modules, functions, commands, imports. See docs/decisions/0045.

Usage: python tools/figures.py [--strict]. Each line says a figure, what it may be at most, and where it is largest.
A module has all its lines, blank ones too; a function has the lines from its `def` to its end, without its docstring. With
--strict the exit code is 1 when a figure is over its limit.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median, quantiles

SOURCE = Path(__file__).parents[1] / "src/ulotki"


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the program. name: "page.fit".  lines: all of them.  tree: its syntax."""

    name: str
    lines: int
    tree: ast.Module

    @property
    def room(self) -> str:
        """Its folder, or its own name for a module at the root."""
        return self.name.split(".")[0]


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method. lines: without its docstring.  parameters: self and cls not counted."""

    where: str
    lines: int
    parameters: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, its limit (None for no limit), and where it is largest."""

    what: str
    value: float
    most: float | None = None
    where: str = ""

    @property
    def over(self) -> bool:
        """Whether it exceeds its limit."""
        return self.most is not None and self.value > self.most

    def __str__(self) -> str:
        limit = f" of at most {self.most:g}" if self.most is not None else ""
        return (
            f"{'!' if self.over else ' '} {self.what}: {self.value:g}{limit}{f'  ({self.where})' if self.where else ''}"
        )


def modules(source: Path = SOURCE) -> tuple[Module, ...]:
    """Every module below *source*, by name."""
    found = []
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "ulotki"
        text = path.read_text("utf-8")
        found.append(Module(name, text.count("\n"), ast.parse(text)))
    return tuple(found)


def functions(module: Module) -> Iterator[Function]:
    """Every function of *module*, those inside others too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            docstring = (told.end_lineno or told.lineno) - told.lineno + 1 if told else 0
            given = node.args
            names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
            count = len([name for name in names if name not in ("self", "cls")])
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring
            yield Function(f"{module.name}:{node.lineno} {node.name}", length, count)


def imports(module: Module, known: Iterable[str]) -> frozenset[str]:
    """The modules of ours that *module* imports at any time, except for types alone."""
    names = set(known)
    typed = {
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("ulotki.") for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "ulotki":
            base = (node.module or "").removeprefix("ulotki").removeprefix(".")
            inner = {f"{base}.{alias.name}".removeprefix(".") for alias in node.names}
            found |= inner & names or {base}
    return frozenset((found & names) - {module.name})


def cycle(graph: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """A cycle of modules that import one another, () when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def figures(found: tuple[Module, ...]) -> Iterator[Figure]:
    """All figures of the modules *found*."""
    names = [module.name for module in found]
    longest = max(found, key=lambda module: module.lines)
    yield Figure("lines of the program", sum(module.lines for module in found), 52_500)
    yield Figure("modules", len(found))
    yield Figure("median lines of a module", median(module.lines for module in found), 80)
    yield Figure("lines of the longest module", longest.lines, 350, longest.name)
    every = [function for module in found for function in functions(module)]
    long, wide = max(every, key=lambda one: one.lines), max(every, key=lambda one: one.parameters)
    yield Figure("functions", len(every))
    yield Figure("nine of ten functions have lines", quantiles([one.lines for one in every], n=10)[-1], 16)
    yield Figure("lines of the longest function", long.lines, 44, long.where)
    yield Figure("most parameters of a function", wide.parameters, 8, wide.where)
    voice = [module for module in found if module.room == "cli"]
    command = max(voice, key=lambda module: module.lines)
    yield Figure("lines of cli", sum(module.lines for module in voice), 2_600)
    yield Figure("lines of the longest module of cli", command.lines, 120, command.name)
    graph = {module.name: imports(module, names) for module in found}
    deep = [function for module in found for function in _late(module)]
    yield Figure("imports inside functions", len(deep), None, deep[0] if deep else "")
    round = cycle({name: {other for other in others if other != name} for name, others in graph.items()})
    yield Figure("circles of imports", 1 if round else 0, 0, " → ".join(round))


def _late(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Import | ast.ImportFrom):
                    yield f"{module.name}:{inner.lineno}"


def rooms(found: tuple[Module, ...]) -> str:
    """Lines of each room, the largest first."""
    lines: dict[str, int] = {}
    for module in found:
        lines[module.room] = lines.get(module.room, 0) + module.lines
    return ", ".join(f"{room} {count}" for room, count in sorted(lines.items(), key=lambda pair: -pair[1]))


def main() -> int:
    """Print all figures; 1 with --strict when one is over its limit."""
    found = modules()
    all_figures = tuple(figures(found))
    for figure in all_figures:
        print(figure)
    print(f"  rooms: {rooms(found)}")
    return int("--strict" in sys.argv and any(figure.over for figure in all_figures))


if __name__ == "__main__":
    sys.exit(main())
