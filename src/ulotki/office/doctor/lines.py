"""A line of what doctor finds."""

from __future__ import annotations

from typing import Literal

from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Something that was looked at. state: "look" is worth a look, "wrong" stops work.  hint: the way out."""

    about: str
    state: Literal["good", "look", "wrong"]
    what: Say
    hint: Say | None = None


def fault(about: str, finding: Finding) -> Diagnosis:
    """A finding as a line; a grave one stops work."""
    what = say("{file}: {what}", file=finding.at, what=finding.what) if finding.at.file else finding.what
    return Diagnosis(about, "wrong" if finding.grave else "look", what, finding.hint)


def good(about: str, what: Say) -> Diagnosis:
    """Something that is as it should be."""
    return Diagnosis(about, "good", what)


def look(about: str, what: Say, hint: Say | None = None) -> Diagnosis:
    """Something that is worth a look."""
    return Diagnosis(about, "look", what, hint)


def wrong(about: str, what: Say, hint: Say | None = None) -> Diagnosis:
    """Something that stops work."""
    return Diagnosis(about, "wrong", what, hint)
