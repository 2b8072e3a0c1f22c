"""The invitation to a meeting, as an edition of its own."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki import files
from ulotki.content.invitation import INVITATION
from ulotki.content.typography import HOME
from ulotki.edition.voice import PageVoice
from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.build import build
from ulotki.office.build_pieces import Try
from ulotki.office.built import BuildRequest, Built
from ulotki.office.meetings import confirm_invitation
from ulotki.workspace import Workspace, editions
from ulotki.workspace.memory import Wish


@dataclass(frozen=True, slots=True)
class InvitationPieceData:
    """An invitation. mark: the word across it."""

    file: Path
    code: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class InvitationData:
    """The invitation as an edition."""

    campaign: str
    folder: Path
    pieces: tuple[InvitationPieceData, ...]

    @classmethod
    def of(cls, built: Built) -> InvitationData:
        """*built* as data."""
        record = built.record
        pieces = (InvitationPieceData(built.folder / one.path, one.code, one.mark) for one in record.pieces)
        return cls(record.campaign, built.folder, tuple(pieces))


def invite(
    workspace: Workspace, id: str, today: datetime.date, tries: Try, voice: PageVoice = PageVoice()
) -> Outcome[Built]:
    """The invitation to a meeting, as an edition that `verify`, `pack` and `recall` know. Raises Misused when over."""
    one = pick("meeting", workspace.library(HOME).meetings, id)
    if one.day < today:
        what = say("{id} was on {day}: nobody is invited any more", id=id, day=one.day)
        raise misused(what, say("write it down as held: ulotki meeting {id} --people N", id=id))
    made = build(workspace, BuildRequest(f"{INVITATION}{id}", Wish(), voice=voice), today, tries)
    if made.value.final:
        confirm_invitation(workspace, id, made.value.record.edition, today)
    return made


def invitation_file(workspace: Workspace, id: str) -> bytes | None:
    """The newest invitation to a meeting as PDF; None when there is none, or its file was changed."""
    folder = editions.newest(workspace.base / f"{INVITATION}{id}")[1]
    found = editions.readable(folder)
    if folder is None or found is None:
        return None
    piece = next(iter(found.pieces), None)
    path = folder / piece.path if piece else None
    return files.contents(path) if piece and path and editions.digest(path) == piece.sha256 else None
