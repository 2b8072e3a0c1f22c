"""The texts of the library that a workspace prints in its own version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ulotki import files
from ulotki.errors import say
from ulotki.installed import home
from ulotki.library import Library, copies
from ulotki.office.doctor.lines import Diagnosis, look


def own_texts(workspace: Path, library: Library) -> Iterator[Diagnosis]:
    """Texts of the library of which this workspace prints its own version, and whether the library's has changed."""
    remarks = {scam.at.file: copies.remark(scam) for scam in library.editions if library.own(scam)}
    for pattern in ("scams/*/*.toml", "words/*.toml", "readings/*.toml", "papers/*.toml", "pages/*.toml"):
        for file in files.matching(workspace, pattern):
            original = home() / "leaflets/library" / file.relative_to(workspace)
            remark = remarks.get(str(file)) or (copies.WORDS[copies.Since.UNKNOWN] if original.is_file() else None)
            if remark:
                hint = say("a correction of {file} does not reach it: compare the two now and then", file=original)
                yield look("words", say("{file}: {what}", file=file, what=remark), hint)
