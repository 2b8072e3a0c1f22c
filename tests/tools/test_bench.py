"""The benchmarks: nobody runs them with the tests, so what they take from the program is looked up."""

import ast
from importlib import import_module

import pytest


@pytest.mark.parametrize("name", ["growth", "page", "speed"])
def test_a_benchmark_finds_what_it_imports(root, name):
    """
    Every name that a benchmark imports from the program is there.
    """
    tree = ast.parse((root / f"bench/{name}.py").read_text("utf-8"))
    taken = [
        (node.module, part.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "ulotki"
        for part in node.names
    ]

    for module, part in taken:
        found = import_module(module)
        assert hasattr(found, part) or import_module(f"{module}.{part}"), f"{module}.{part}"
