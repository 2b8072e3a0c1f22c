"""Reads one kind of content without the rest, for commands that need nothing else.

Each kind is as in the whole library. What was not read seems not to be there, so such a library is good for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from ulotki.content.typography import LANGUAGES
from ulotki.library.reading import Reading, national
from ulotki.library.source import Source, Vocabulary
from ulotki.library.undated import Undated

NAMED = ("numbers.toml", *(f"words/{lang}.toml" for lang in LANGUAGES))
"""The files of the national library to which its scams refer. A workspace takes none of their values and words away."""


def alone(
    kind: str, workspace: Path | None, known: Vocabulary, languages: Collection[str], scam: str = ""
) -> Undated | None:
    """The library with what a *kind* needs and no more; None for an unknown kind, and when it depends on the rest.

    kind: as `ulotki list` names it, or "piece" for one that is printed.  languages: of the scams to read.
    scam: the only one to read, "" for all.
    """
    if workspace is not None and not workspace.is_dir():
        return None
    root = national()
    source = Source(known, languages, None, root, scam)
    reading = Reading(source)
    match kind:
        case "piece":
            _valued(reading, root, workspace, Reading.printed_in)
            if not reading.scams:  # whoever asks for another is told which there are
                return None
            if workspace:
                reading.settings_in(workspace)
        case "numbers":
            _valued(reading, root, workspace)
        case "places" if workspace:
            reading.places_in(workspace)
        case "scams" | "campaigns" if not (workspace and source.found(workspace, "scams/*/*.toml")):
            reading.scams_in(root)
            if kind == "campaigns" and workspace:
                reading.places_in(workspace)
                reading.campaigns_in(workspace)
            # A scam that was judged before is as it was then; another may refer to what is not there.
            if len(source.judged) < len(reading.scams) or not all(source.found(root, name) for name in NAMED):
                return None
            return reading.finished(workspace, frozenset(source.judged))
        case "checks":
            pass
        case _:
            return None
    return reading.finished(workspace)


def _valued(
    reading: Reading, root: Path, workspace: Path | None, texts: Callable[[Reading, Path], None] | None = None
) -> None:
    """Read the register, and *texts* before it, of the library and of a workspace."""
    if texts:
        texts(reading, root)
    reading.register(root, None)
    reading.reviewed(root)
    if workspace:
        if texts:
            texts(reading, workspace)
        reading.register(workspace, reading.values)
