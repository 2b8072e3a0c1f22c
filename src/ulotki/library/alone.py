"""One kind of what a library has, without reading the rest, for who lists it and asks for nothing else.

Each kind is as in the whole library. What was not read seems not to be there, so such a library is good for nothing else.
"""

from __future__ import annotations

from pathlib import Path

from ulotki.content.typography import LANGUAGES
from ulotki.library import Reading, Undated, national
from ulotki.library.source import Source, Vocabulary

NAMED = ("numbers.toml", *(f"words/{lang}.toml" for lang in LANGUAGES))
"""The files of the national library to which its scams refer. A workspace takes none of their values and words away."""


def alone(kind: str, workspace: Path | None, known: Vocabulary) -> Undated | None:
    """The library with "scams", "numbers" or "places" alone; None for another *kind*, and when the rest has a say in it.

    A scam that was judged before is as it was then; another may refer to what is not there, so it needs the whole library.
    """
    if workspace is not None and not workspace.is_dir():
        return None
    root = national()
    source = Source(known, tuple(LANGUAGES), None, root)
    reading = Reading(source)
    if kind == "numbers":
        reading.register(root, None)
        reading.reviewed(root)
        if workspace:
            reading.register(workspace, reading.values)
        return reading.finished(workspace)
    if kind == "places" and workspace:
        reading.places_in(workspace)
        return reading.finished(workspace)
    if kind == "scams" and not (workspace and source.found(workspace, "scams/*/*.toml")):
        reading.scams_in(root)
        if len(source.judged) == len(reading.scams) and all(source.found(root, name) for name in NAMED):
            return reading.finished(workspace, frozenset(source.judged))
    return None
