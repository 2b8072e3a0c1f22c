"""The schemas of what --json gives are made of the program, whole and current."""

import ast
import json
import sys
from pathlib import Path

import pytest
from output import SCHEMA, definitions, wrong

from ulotki.cli import schemas as table

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

import schemas  # noqa: E402 (a script in tools)


def test_the_schema_in_docs_is_current():
    """
    After a change of what --json gives: python tools/schemas.py.
    """
    assert json.loads(SCHEMA.read_text("utf-8")) == schemas.schema()


VOICES = ("talk.outcome", "talk.document", "talk.data")


def kinds():
    """(file, kind) of every document that a command gives; a kind that is filled in is a pattern."""
    for file in (ROOT / "src/ulotki/cli").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and ast.unparse(called) in VOICES and node.args:
                yield file.name, ast.unparse(node.args[0])


def test_every_document_has_a_schema():
    """
    A command that gives another kind of document needs a line in the table of schemas. "name": three outlines share one voice.
    """
    patterns = {"name", "f'list.{kind}'", "f'numbers.{kind}'", "f'meetings.{name}'"}
    known = {repr(kind) for kind in table.DATA}

    assert set() == {(file, kind) for file, kind in kinds() if kind not in known | patterns}
    assert {"f'list.{kind}'", "f'numbers.{kind}'", "'build'", "'error'"} <= {kind for _, kind in kinds()}


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

    assert {f"ulotki.{kind}" for kind, data in table.DATA.items() if not isinstance(data, str)} == set(bare)
