"""An approvals.toml: it only ever grows at its end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import tomlkit


def approved(text: str, edition: str, codes: Iterable[str], *, by: str, day: datetime.date) -> str:
    """*text* of an approvals.toml with *by*'s word for the pieces of *edition* that have these *codes*, at its end."""
    table = tomlkit.table()
    table.update({"edition": edition, "by": by, "on": day, "codes": tomlkit.item(list(codes))})
    table["codes"].multiline(True)
    document = tomlkit.document()
    document["approval"] = tomlkit.aot()
    document["approval"].append(table)
    return f"{text.rstrip()}\n\n{tomlkit.dumps(document)}"
