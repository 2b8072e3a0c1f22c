"""Adds approvals to the end of an approvals.toml; nothing in it is ever changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import tomlkit


def with_approval(text: str, edition: str, codes: Iterable[str], *, by: str, day: datetime.date) -> str:
    """*text* of an approvals.toml with a new entry at its end: *by* approves the pieces of *edition* with these *codes*."""
    table = tomlkit.table()
    table.update({"edition": edition, "by": by, "on": day, "codes": tomlkit.item(list(codes))})
    table["codes"].multiline(True)
    document = tomlkit.document()
    document["approval"] = tomlkit.aot()
    document["approval"].append(table)
    return f"{text.rstrip()}\n\n{tomlkit.dumps(document)}"
