"""Compares a campaign with an edition: which pieces are new, changed or gone, and why."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from ulotki.content.campaign import Campaign
from ulotki.content.value import SECOND
from ulotki.edition.record import Record, RecordEntry, copies_by_place
from ulotki.errors import Say, say
from ulotki.frozen import dataclass

PrintedValues = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlanPiece:
    """A piece as it would be: what its record would say of it.

    until: the last day on it.  told: what else its record says, such as its title.  contents: path → digest of what is packed in each
    file, None while nobody has drawn it.  whole: whether its files lie there as they were made.  doubtful: refs of values
    that are not good, for which it has its mark; () in a record, which does not say.
    """

    name: str
    code: str
    values: PrintedValues
    mark: str | None
    places: tuple[tuple[str, int], ...]
    purposes: frozenset[str]
    until: datetime.date | None = None
    told: tuple[object, ...] = ()
    contents: Mapping[str, str] | None = None
    whole: bool = True
    doubtful: tuple[str, ...] = ()

    def differs(self, now: PlanPiece) -> Literal["changed", "copies", "added", ""]:
        """How *now* differs: in the piece, in places or copies, in files for more purposes, or not at all ("").

        Files are equal when their uncompressed content is: another zlib compresses the same drawing into other bytes.
        """
        mine, its = ((one.code, one.mark, one.until, one.told) for one in (self, now))
        if mine != its or not self.whole:
            return "changed"
        if self.contents is not None and now.contents is not None:
            new = set(now.contents) - set(self.contents)
            if not self.contents.items() <= now.contents.items() or (new and now.purposes <= self.purposes):
                return "changed"
        if self.places != now.places:
            return "copies"
        return "" if now.purposes <= self.purposes else "added"


DOUBTFUL = "doubtful"
"""The kind of a reason: a value that stands there as before, and is not good now, as when somebody stopped it."""

ChangeReason = tuple[str, str, object, object]
"""Why a piece changed: kind of change or DOUBTFUL, ref, before, now; ref "" when no value is to blame."""

OtherReason = Literal["until", "mark", "torn", "drawn", "added", "words"]
"""What besides a value: its last day, its mark, its files on the disk, how they are drawn, for what, its words or look."""


@dataclass(frozen=True, slots=True)
class PieceChange:
    """A piece that is not as in the edition. kind: "new", "gone", "changed", or "copies" when only those are others;
    "lost" when it is ordered as before and cannot be made now.

    values: (ref, before, now) of every value that changed on it, None for one that does not stand there.
    doubtful: (ref, value) of every other value for which it gets a mark that it did not have.  other: (why, before, now)
    besides the values.
    """

    name: str
    kind: str
    values: tuple[tuple[str, str | None, str | None], ...]
    places: tuple[tuple[str, int], ...]
    mark: str | None = None
    doubtful: tuple[tuple[str, str], ...] = ()
    other: tuple[tuple[OtherReason, object, object], ...] = ()

    @property
    def copies(self) -> int:
        """Copies for all places together."""
        return sum(count for _, count in self.places)


@dataclass(frozen=True, slots=True)
class Less:
    """A place that gets fewer copies than from the edition: before and now, of all pieces together."""

    place: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """What a build would change. same: how many pieces stay as they are.  less: places that get fewer copies.

    anew: whether a build makes another edition of it, and does not only add files to the one that lies there.
    """

    changes: tuple[PieceChange, ...]
    same: int
    less: tuple[Less, ...] = ()
    anew: bool = False

    @property
    def made(self) -> int:
        """The number of pieces that are new or drawn again."""
        return sum(one.kind in ("new", "changed") for one in self.changes)

    def by_reason(self) -> dict[ChangeReason, list[PieceChange]]:
        """The changes by reason: (kind, ref, before, now), ref "" when no value is the reason."""
        found: dict[ChangeReason, list[PieceChange]] = {}
        for change in self.changes:
            why: list[ChangeReason] = [(change.kind, *one) for one in change.values]
            why += [(DOUBTFUL, ref, value, value) for ref, value in change.doubtful]
            why += [(other, "", before, now) for other, before, now in change.other]
            for one in why or [(change.kind, "", None, None)]:
                found.setdefault(one, []).append(change)
        return found


def piece_of(files: Sequence[RecordEntry], *, whole: bool = True) -> PlanPiece:
    """The piece whose entries are *files*. whole: whether these are unchanged on the disk."""
    first = files[0]
    return PlanPiece(
        name=first.name,
        code=first.code,
        values=first.values,
        mark=first.mark,
        places=first.places,
        purposes=frozenset(file.purpose for file in files),
        until=first.until,
        told=(first.title, first.scam, first.template, first.format, first.palette, first.lang, first.pages),
        contents={file.path: file.content for file in files} if all(file.content for file in files) else None,
        whole=whole,
    )


def record_pieces(record: Record, damaged: Collection[str] = ()) -> tuple[PlanPiece, ...]:
    """All pieces of a record. damaged: the names of those whose files are not as they were made."""
    files: dict[str, list[RecordEntry]] = {}
    for file in record.files:
        files.setdefault(file.name, []).append(file)
    return tuple(piece_of(own, whole=name not in damaged) for name, own in files.items())


def compare(
    old: Sequence[PlanPiece], new: Sequence[PlanPiece], *, head: bool = True, lost: Collection[str] = ()
) -> BuildPlan:
    """What changed from *old* to *new*. head: whether title, day and last day of the campaign are as they were.

    lost: the names of pieces that are ordered and cannot be made.
    """
    before = {one.name: one for one in old}
    changes: list[PieceChange] = []
    same, anew = 0, not head
    for one in new:
        was = before.pop(one.name, None)
        kind = was.differs(one) if was else "new"
        anew = anew or kind not in ("", "added")
        if was is None or kind == "new":
            changes.append(PieceChange(one.name, "new", (), one.places, one.mark))
        elif kind == "copies":
            changes.append(PieceChange(one.name, "copies", (), one.places, one.mark))
        elif kind:
            changes.append(_changed(was, one))
        else:
            same += 1
    held = [was for was in before.values() if was.name in lost]
    changes += [PieceChange(was.name, "lost" if was in held else "gone", (), was.places) for was in before.values()]
    return BuildPlan(tuple(changes), same, tuple(_less(old, [*new, *held])), anew or bool(before))


def _changed(was: PlanPiece, now: PlanPiece) -> PieceChange:
    values = _values(was.values, now.values)
    refs = set(now.doubtful) - {ref for ref, *_ in values} if was.mark != now.mark else set[str]()
    doubtful = tuple((ref, now.values[ref]) for ref in sorted(refs))
    other = tuple(_others(was, now, explained=bool(values or doubtful)))
    return PieceChange(now.name, "changed", values, now.places, now.mark, doubtful, other)


def _others(was: PlanPiece, now: PlanPiece, *, explained: bool) -> Iterator[tuple[OtherReason, object, object]]:
    """What is another besides values: the last day; what else there is only when nothing has *explained* the change."""
    if was.until != now.until:
        yield "until", was.until, now.until
    elif explained:
        return
    elif was.mark != now.mark:
        yield "mark", was.mark, now.mark
    elif (was.code, was.told) != (now.code, now.told):
        yield "words", None, None
    elif was.whole:
        yield "drawn" if now.purposes <= was.purposes else "added", None, None
    else:
        yield "torn", None, None


def heads(old: Record, campaign: Campaign) -> bool:
    """Whether an edition is of the same campaign on the same days."""
    return (old.campaign, old.title, old.day, old.until) == (campaign.id, campaign.title, campaign.day, campaign.until)


def _less(old: Sequence[PlanPiece], new: Sequence[PlanPiece]) -> Iterator[Less]:
    before, now = (copies_by_place(one.places for one in pieces) for pieces in (old, new))
    for place, copies in before.items():
        if now.get(place, 0) < copies:
            yield Less(place, copies, now.get(place, 0))


def _values(old: PrintedValues, new: PrintedValues) -> tuple[tuple[str, str | None, str | None], ...]:
    refs = sorted({*old, *new})
    return tuple((ref, old.get(ref), new.get(ref)) for ref in refs if old.get(ref) != new.get(ref))


OTHERS = {
    "new": say("newly ordered"),
    "gone": say("no longer ordered"),
    "lost": say("ordered, and it cannot be made now"),
    "copies": say("other places or copies"),
    "until": say("the last day on it: {before} → {now}"),
    "mark": say("the mark across it: {before} → {now}"),
    "torn": say("its files are no longer as they were made"),
    "drawn": say("the same words in another drawing, by another version of the program"),
    "added": say("also for another purpose"),
    "words": say("other words, or another look"),
}
"""Why pieces change when it is no value."""


def reason(kind: str, ref: str, before: object, now: object) -> Say:
    """Why pieces change, in words."""
    was, new = before or "–", now or "–"
    if kind == DOUBTFUL:
        return say("{ref}: {value} must not be printed as good any more", ref=ref, value=new)
    if ref.endswith(SECOND):
        whose = ref.removesuffix(SECOND)
        return say(
            "{ref}, the second of two that are printed for a time: {before} → {now}", ref=whose, before=was, now=new
        )
    if ref:
        return say("{ref}: {before} → {now}", ref=ref, before=was, now=new)
    return Say(OTHERS[kind].text, (("before", was), ("now", new)))
