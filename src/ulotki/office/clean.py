"""Removes old editions that nobody needs, and what interrupted runs left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

from ulotki.edition.record import unread_findings
from ulotki.errors import say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.removable import Removable, leftovers, needed, removable
from ulotki.workspace import Workspace, editions, writing


@dataclass(frozen=True, slots=True)
class CleanedData:
    """removed: whether it is gone.  bytes: of all of it.  editions, leftovers: what goes."""

    removed: bool
    bytes: int
    editions: tuple[Path, ...]
    leftovers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What may go, and whether it is gone."""

    removed: bool
    gone: tuple[Removable, ...]

    @property
    def data(self) -> CleanedData:
        """What goes, by kind."""
        editions = tuple(one.path for one in self.gone if not one.leftover)
        leftovers = tuple(one.path for one in self.gone if one.leftover)
        return CleanedData(self.removed, self.bytes, editions, leftovers)

    @property
    def bytes(self) -> int:
        """Bytes of all that may go."""
        return sum(one.size for one in self.gone)


def clean(workspace: Workspace, moment: float, *, yes: bool = False) -> Outcome[Cleaned]:
    """What may go, or what is gone. Raises Refused when nobody can say what is still out.

    moment: seconds since 1970, as files have them.  yes: remove what may go; else it is only named.
    """
    base = workspace.base
    approved = {one.edition for one in workspace.library().approvals}
    unread = unread_findings(editions.lying(base))
    gone = (*removable(base, {*needed(workspace.folder), *approved}), *leftovers(base, moment))
    for one in gone if yes else ():
        with writing.Alone(one.path.parent):
            _remove(one)
    lost = say("once an edition is gone, verify can no longer say whether a sheet of it is ours")
    asides = [lost] if any(not one.leftover for one in gone) else []
    if gone and not yes:
        asides.append(say("to remove them: ulotki clean --yes"))
    return Outcome(Cleaned(yes, gone), unread, tuple(asides))


def _remove(one: Removable) -> None:
    """Remove *one*: the whole of it, or at least its name, so that no half of it passes for an edition."""
    part = one.path
    if not one.leftover:
        part = one.path.with_name(writing.PART + one.path.name)
        writing.rename(one.path, part)
    with writing.about(part, one.path):
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
