"""Request and result of a build, and the result when there is nothing to do. Nothing that draws is imported here."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.content.campaign import campaign_over
from ulotki.edition.plan import BuildPlan
from ulotki.edition.record import Record, unread_findings
from ulotki.edition.voice import PageVoice
from ulotki.errors import say
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.bindings import read_entries, unbound
from ulotki.values import filled
from ulotki.workspace import Workspace, editions
from ulotki.workspace.memory import Wish, untouched


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
        """All of it."""
        pieces, change = self.record.pieces, self.change
        return filled(
            BuiltData,
            self,
            pieces=tuple(BuiltPieceData(one.name, one.code, bool(one.mark), one.ink) for one in pieces),
            files=len(self.record.files),
            anew=change.made if change else None,
            unchanged=change.same if change else len(pieces),
        )

    @property
    def final(self) -> bool:
        """Whether it is an edition and no draft."""
        return self.folder.name != editions.DRAFT

    def good(self, *, part: bool = False) -> bool:
        """Whether it may be given out as it is: an edition, or the part that was asked for, and no mark on any piece."""
        return (self.final or part) and not any(file.mark for file in self.record.files)


def unchanged_build(workspace: Workspace, request: BuildRequest, today: datetime.date) -> Outcome[Built] | None:
    """The outcome when the last build was the same and its result is there; None when there is something to do."""
    wish = request.wish
    if request.force or wish.words:
        return None
    same = untouched(workspace.base, workspace.folder, request.campaign, wish, today)
    if same is None:
        return None
    folder, found = same
    lying = editions.of(folder.parent)
    if unbound(workspace, read_entries(workspace)[0], lying):
        return None
    marks = sorted({file.mark for file in found.files if file.mark})
    asides = [*campaign_over(found.campaign, found.until, today)]
    if marks:
        asides.append(say("no edition: pieces of the draft say {marks}", marks=", ".join(marks)))
    torn = unread_findings(lying)
    built = Built(folder, found, untouched=True)
    return Outcome(built, torn, tuple(asides), final=built.good())
