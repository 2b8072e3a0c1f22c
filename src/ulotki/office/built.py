"""Request and result of a build. Nothing that draws is imported here."""

from __future__ import annotations

from pathlib import Path

from ulotki.edition.plan import BuildPlan
from ulotki.edition.record import Record
from ulotki.edition.voice import PageVoice
from ulotki.frozen import dataclass
from ulotki.values import filled
from ulotki.workspace import editions
from ulotki.workspace.memory import Wish


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build. campaign: None for the only or the newest one.  force: reuse nothing.  voice: of its first page."""

    campaign: str | None
    wish: Wish
    force: bool = False
    voice: PageVoice = PageVoice()


@dataclass(frozen=True, slots=True)
class BuiltPieceData:
    """A piece of an edition. mark: whether a word stands across it.  ink: share of the paper that toner covers, 0 to 1."""

    name: str
    code: str
    mark: bool
    ink: float


@dataclass(frozen=True, slots=True)
class BuiltData:
    """The result of a build; see `Built`. anew: pieces that are new or drawn again, None when nothing was compared."""

    folder: Path
    final: bool
    pieces: tuple[BuiltPieceData, ...]
    files: int
    missing: tuple[str, ...]
    doubtful: tuple[str, ...]
    anew: int | None
    unchanged: int


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build. folder: of the edition or draft.  record: of what is in it.  change: since the edition before,
    None when there was none or this is a part.  missing: refs without a value.  doubtful: refs that are not good.
    untouched: nothing at all was to be done.
    """

    folder: Path
    record: Record
    change: BuildPlan | None = None
    missing: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    untouched: bool = False

    @property
    def data(self) -> BuiltData:
        """What other programs get."""
        change = self.change
        pieces = tuple(BuiltPieceData(one.name, one.code, bool(one.mark), one.ink) for one in self.record.pieces)
        anew, unchanged = (change.made, change.same) if change else (None, len(pieces))
        files = len(self.record.files)
        return filled(BuiltData, self, pieces=pieces, files=files, anew=anew, unchanged=unchanged)

    @property
    def final(self) -> bool:
        """Whether it is an edition and no draft."""
        return self.folder.name != editions.DRAFT

    def good(self, *, part: bool = False) -> bool:
        """Whether it may be given out as it is: an edition, or the part that was asked for, and no mark on any piece."""
        return (self.final or part) and not any(file.mark for file in self.record.files)
