"""The schemas of what --json gives are made of the program, whole and current."""

import ast
import json
import sys
from pathlib import Path

import pytest
from output import SCHEMA, definitions, wrong

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

import schemas  # noqa: E402 (a script in tools)


def test_the_schema_in_docs_is_current():
    """
    After a change of what --json gives: python tools/schemas.py.
    """
    assert json.loads(SCHEMA.read_text("utf-8")) == schemas.schema()


def other_kinds():
    """Every kind of document that a command gives and that is not called as the command."""
    for file in (ROOT / "src/ulotki/cli").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "talk.kind":
                yield ast.unparse(node.value)


def test_every_document_has_a_schema():
    """
    A command that gives another kind of document needs a line in the table of schemas.
    """
    known = schemas.kinds()

    assert {"f'list.{kind}'"} == set(other_kinds()) - {repr(kind) for kind in known}
    assert {"list.scams", "numbers.set", "build", "error", "copy.compare", "undo"} <= set(known)
    assert {"list"} == {kind for kind, _ in schemas.commands()} - set(known)


GOOD = {"schema": "ulotki.error/2", "findings": [], "exit": 1}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        ({"exit": "1"}, ["ulotki.error.exit: '1' is no integer"]),
        ({"exit": True}, ["ulotki.error.exit: True is no integer"]),
        ({"schema": "ulotki.error/1"}, ["ulotki.error.schema: 'ulotki.error/1'"]),
        ({"moon": 1}, ["ulotki.error.moon: unknown"]),
        ({"findings": [{}]}, [f"ulotki.error.findings.0.{key}: missing" for key in ("check", "grave", "file")]),
    ],
)
def test_a_document_that_differs_is_noticed(change, said):
    """
    A missing key, an unknown one, another type, another version.
    """
    assert said == wrong(GOOD | change)[: max(1, len(said))]
    assert wrong({key: value for key, value in GOOD.items() if key != "exit"})


def test_the_schema_explains_itself():
    """
    Each table says what it is.
    """
    bare = [name for name, one in definitions().items() if not one.get("description") and "anyOf" not in one]

    assert {f"ulotki.{kind}" for kind, data in schemas.kinds().items() if isinstance(data, dict)} == set(bare)
