"""Folders that a service keeps in step with other computers: it may bring back older files, and holds files in use."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

NAMED = re.compile(
    r"(OneDrive|Dropbox|Nextcloud|ownCloud|Seafile|MEGA|pCloud( Drive)?|Box|iCloud ?Drive|Google ?Drive|GoogleDrive-.*"
    r"|My Drive|Mój dysk|Dysk Google)( ?[-–(].*)?",
    re.IGNORECASE,
)
"""How such a folder is named by the service that made it, with an account or a company after it."""

VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Variables in which Windows keeps the folder of OneDrive, whatever its name."""


def service(folder: Path, environment: Mapping[str, str] = os.environ) -> str | None:
    """The name of the folder above, or of *folder* itself, that a service synchronises; None when we see none."""
    around = (folder, *folder.parents)
    kept = {Path(environment[name]) for name in VARIABLES if environment.get(name)}
    return next((one.name for one in around if one in kept or NAMED.fullmatch(one.name)), None)
