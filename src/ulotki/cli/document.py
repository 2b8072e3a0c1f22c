"""What --json gives: one document, with the data of a command in the language of the program.

It has `schema`, its kind and version; `findings`; `file` where the command wrote one; and the fields of its data.
`tools/schemas.py` makes a JSON schema of each kind.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from ulotki.cli.language import translate_whole
from ulotki.errors import Finding, Say
from ulotki.office import FindingData
from ulotki.values import Json, dump

VERSION = 2
"""The version of every document; docs/commands.md lists what changed with it."""

WRITTEN = frozenset(
    """desk hand-over.list ledger.backup lesson meetings.calendar meetings.list numbers.due paper places.export press-note
    recall summary report talk test-sheet trial-sheet""".split()
)
"""Kinds whose command writes a file; null when it did not."""


def document(kind: str, value: object, **more: object) -> str:
    """A document of that *kind*. value: its data, a dataclass or a mapping.  more: what it says besides.

    Characters that could control a terminal are written as escapes.
    """
    parts = cast(dict[str, object], as_data(more)) | cast(dict[str, object], as_data(value))
    text = json.dumps({"schema": f"ulotki.{kind}/{VERSION}", **parts}, ensure_ascii=False, indent=2)
    return "".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text)


def as_data(value: object) -> Json:
    """*value* for JSON: a sentence in the language of the program, whole; a path as it is; a finding as a complaint."""
    return dump(value, _in_words)


def _in_words(value: object) -> object:
    match value:
        case Say():
            return translate_whole(value)
        case Path():
            return str(value)
        case Finding():
            return FindingData.of(value)
        case _:
            return value
