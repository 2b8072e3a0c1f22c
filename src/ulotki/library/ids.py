"""What may be an id, which is a file name too."""

from __future__ import annotations

import re

from ulotki.errors import Complaint, say

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")

DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows reserves for devices, with any file extension: such a file cannot be created there."""


def id_fault(id: str) -> Complaint | None:
    """(what, hint) when *id* is not a valid id and file name, else None."""
    if not ID.fullmatch(id):
        hint = say("use small letters a–z, digits and hyphens between them, 60 characters at most")
        return say('"{name}" is not an id', name=id), hint
    if DEVICE.fullmatch(id):
        what = say('"{name}" is a name that Windows keeps for a device', name=id)
        return what, say("take another, such as {name}-1", name=id)
    return None
