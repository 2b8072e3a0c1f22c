"""Where the text of a scam lies: in the workspace's copy, or in the library."""

from __future__ import annotations

from ulotki.content.scam import Scam
from ulotki.content.typography import HOME
from ulotki.content.unread import Unread
from ulotki.errors import absent, misused, nearest, say
from ulotki.installed import home
from ulotki.library import Undated
from ulotki.library.scams import scam as read_scam
from ulotki.library.source import Source
from ulotki.stock import known
from ulotki.workspace import Workspace


def text_path(id: str) -> str:
    """Where the text of a scam is, from the folder of the workspace or of the library."""
    return f"scams/{HOME}/{id}.toml"


def library_text(id: str) -> bytes | None:
    """The library's text, None when it has none of that name."""
    file = home() / "leaflets/library" / text_path(id)
    return file.read_bytes() if file.is_file() else None


def find_text(workspace: Workspace, id: str, library: Undated) -> tuple[bool, bytes]:
    """(whether it is the workspace's own, the text). Raises Misused for none."""
    known_ids = {*library.scams, *library.scams.unread}
    if id in known_ids:
        own = workspace.contents(text_path(id))
        if own is not None:
            return True, own
        if (data := library_text(id)) is not None:
            return False, data
    hint = nearest(id, known_ids) or say("all are shown by: {command}", command="ulotki text")
    raise misused(absent("scam", id), hint)


def read_scam_text(workspace: Workspace, id: str, data: bytes) -> Scam | Unread:
    """The scam in *data*, as the workspace would have it."""
    path = workspace.folder / text_path(id)
    return read_scam(Source(known(), (HOME,), {path: data}), path)
