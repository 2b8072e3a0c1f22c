"""The pages of the unit's web site that lie in a workspace, as one file to download."""

from __future__ import annotations

import io
import zipfile

from ulotki.files import below
from ulotki.web.site import MARKER
from ulotki.workspace import Workspace


def site_exists(workspace: Workspace) -> bool:
    """Whether pages lie in the workspace."""
    return (workspace.folder / "site" / MARKER).is_file()


def archive(workspace: Workspace) -> bytes | None:
    """The pages that lie in the workspace as one zip, None when there are none. Equal pages are equal bytes."""
    if not site_exists(workspace):
        return None
    folder, out = workspace.folder / "site", io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for path in below(folder):
            if path.is_file() and not path.is_symlink() and path.name != MARKER:
                info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (2000, 1, 1, 0, 0, 0))
                made.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
