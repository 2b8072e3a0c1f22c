"""Rules for every change of a file: nobody overwrites what they have not seen, and nothing unreadable is written."""

from __future__ import annotations

from dataclasses import replace

from ulotki.errors import Finding, Refused, Where, say
from ulotki.workspace import Workspace


class Overtaken(Refused):
    """Somebody else has changed it since it was shown; nothing was written."""


def overtaken() -> Overtaken:
    """The error for somebody who was shown an older version."""
    what = say("this has changed since it was shown; nothing was written")
    return Overtaken([Finding("use", what, say("look at both, and say what is to stay"))])


def refuse_changed(seen: str | None, now: str) -> None:
    """Raises Overtaken unless *seen*, the digest of what was shown, is *now*. None: nothing was shown."""
    if seen is not None and seen != now:
        raise overtaken()


def refuse_unreadable(workspace: Workspace, path: str, after: bytes) -> None:
    """Raises Refused when the file *path* with *after* in it would have faults that it does not have now."""
    file = workspace.folder / path
    old = {str(one.what) for one in workspace.library().findings}
    found = workspace.library(instead={file: after}).findings
    if new := [one for one in found if one.at.file == str(file) and str(one.what) not in old]:
        raise Refused(replace(one, at=Where(field=one.at.field)) for one in new)
