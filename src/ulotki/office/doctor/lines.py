"""A line of what doctor finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from ulotki.errors import Finding, Say, Where, say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Something that was looked at. state: "look" is worth a look, "wrong" stops work.  hint: the way out.

    ref: of the value that it is about, or of the scam, as in `Due.ref`; "" for neither.
    """

    about: str
    state: Literal["good", "look", "wrong"]
    what: Say
    hint: Say | None = None
    ref: str = ""


def fault(about: str, finding: Finding) -> Diagnosis:
    """A finding as a line; a grave one stops work."""
    what = say("{file}: {what}", file=finding.at, what=finding.what) if finding.at.file else finding.what
    return Diagnosis(about, "wrong" if finding.grave else "look", what, finding.hint)


def good(about: str, what: Say) -> Diagnosis:
    """Something that is as it should be."""
    return Diagnosis(about, "good", what)


def look(about: str, what: Say, hint: Say | None = None, ref: str = "") -> Diagnosis:
    """Something that is worth a look."""
    return Diagnosis(about, "look", what, hint, ref)


def wrong(about: str, what: Say, hint: Say | None = None, ref: str = "") -> Diagnosis:
    """Something that stops work."""
    return Diagnosis(about, "wrong", what, hint, ref)


def with_short_paths(line: Diagnosis, folder: Path) -> Diagnosis:
    """*line* with each path below the workspace *folder* as it is called there; others, and its own, whole."""
    return replace(line, what=_short(line.what, folder), hint=line.hint and _short(line.hint, folder))


def _short(sentence: Say, folder: Path) -> Say:
    own = folder.resolve()

    def shown(value: object) -> object:
        match value:
            case Say():
                return _short(value, folder)
            case Where():
                return replace(value, file=str(shown(Path(value.file))))
            case Path():
                home = next((one for one in (folder, own) if one in value.parents), None)
                return str(value.relative_to(home) if home else own if value == folder else value)
            case _:
                return value

    return Say(sentence.text, tuple((name, shown(value)) for name, value in sentence.values))
