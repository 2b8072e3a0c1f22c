"""A workspace's own version of a scam of the library: what it was copied from, and whether that has changed since.

The copy keeps the digest of the text it was made from (`copied_from`), so a later correction of the library's text is
noticed. A copy without it was made by an older version or by hand: then nobody can tell.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from ulotki import files
from ulotki.content.scam import Scam
from ulotki.errors import Say, say
from ulotki.installed import digest, home


class Since(StrEnum):
    """What became of the library's text since it was copied. GONE: the library has no such scam any more."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNKNOWN = "unknown"


WORDS = {
    Since.SAME: say("a version of this workspace; the library's text is still the one it was copied from"),
    Since.CHANGED: say("a version of this workspace, and the library's text has changed since it was copied"),
    Since.GONE: say("a version of this workspace; the library has no such text any more"),
    Since.UNKNOWN: say("a version of this workspace; nobody can tell whether the library's text has changed since"),
}

FIRST = re.compile(rb"^(?=[A-Za-z_\"'])", re.MULTILINE)
OLD = re.compile(rb"^copied_from[ \t]*=.*\n", re.MULTILINE)


def as_copy(original: bytes, changed: bytes | None = None) -> bytes:
    """The scam of the library in *original* as a workspace gets it: its text, or *changed*, and what it was copied from."""
    text = OLD.sub(b"", original if changed is None else changed, count=1)
    line = f'copied_from = "{digest(original)}"\n'.encode()
    return FIRST.sub(lambda match: line, text, count=1)


def original(scam: Scam) -> Path:
    """Where the library has the text of that name, whether it is there or not."""
    return home() / f"leaflets/library/scams/{scam.lang}/{scam.id}.toml"


def since(scam: Scam) -> Since | None:
    """What became of the library's text since *scam* of a workspace was copied from it; None when it is no copy."""
    file = original(scam)
    if not file.is_file():
        return Since.GONE if scam.copied_from else None
    if not scam.copied_from:
        return Since.UNKNOWN
    return Since.SAME if digest(files.contents(file)) == scam.copied_from else Since.CHANGED


def remark(scam: Scam) -> Say | None:
    """A sentence about *scam* of a workspace and the library's text of that name; None when it is no copy."""
    became = since(scam)
    return WORDS[became] if became else None
