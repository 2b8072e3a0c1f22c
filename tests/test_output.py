"""The schemas of what --json gives are made of the program, whole and current."""

import ast
import json
import sys
from pathlib import Path

import pytest
from output import SCHEMA, definitions, wrong

from ulotki.cli import schemas as table
from ulotki.cli.commands import ULOTKI
from ulotki.cli.lazy import Group

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

import schemas  # noqa: E402 (a script in tools)


def test_the_schema_in_docs_is_current():
    """
    After a change of what --json gives: python tools/schemas.py.
    """
    assert json.loads(SCHEMA.read_text("utf-8")) == schemas.schema()


VOICES = {"talk.outcome": 1, "talk.document": 1, "talk.data": 1}
"""What gives a document → which of its arguments names the kind, where it is not that of the command."""


def kinds():
    """(where, kind) of every document that a command gives; a kind that is filled in is a pattern."""
    for command in commands():
        yield command, repr(command)
    for file in (ROOT / "src/ulotki/cli").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            at = VOICES.get(ast.unparse(called)) if isinstance(called, ast.Attribute) else None
            if at is not None and len(node.args) > at:
                yield file.name, ast.unparse(node.args[at])


def commands(group=ULOTKI, before=""):
    """The name of each command as a kind of document, such as "numbers.set"."""
    for name, command in group.commands.items():
        if isinstance(command, Group):
            yield from commands(command, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def test_every_document_has_a_schema():
    """
    A command that gives another kind of document needs a line in the table of schemas. Talk itself passes a kind on.
    """
    patterns = {"f'list.{kind}'"}
    known = {repr(kind) for kind in table.DATA} - {"'list'"}

    assert {("list", "'list'")} == {(where, kind) for where, kind in kinds() if kind not in known | patterns}
    assert {"f'list.{kind}'", "'numbers.set'", "'build'", "'error'", "'copy.compare'"} <= {kind for _, kind in kinds()}


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
