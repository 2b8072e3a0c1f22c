"""What an edition came to, and what changed since the one before, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.edition.plan import BuildPlan, ChangeReason, PieceChange, reason
from ulotki.edition.record import Record, RecordEntry
from ulotki.errors import Say, figure, say
from ulotki.paper import added


def edition_lines(found: Record, change: BuildPlan | None) -> Iterator[Say]:
    """A line for each piece, with its ink; the ink of all that is printed; how many pieces and files; what has changed."""
    for piece in found.pieces:
        yield say(
            "{name}: copies {copies}, ink {ink} %",
            name=piece.name,
            copies=piece.copies,
            ink=figure(piece.ink * 100, ".1f"),
        )
    yield say("the whole campaign: ink {ink} %", ink=figure(whole_ink(found) * 100, ".1f"))
    yield say("pieces: {pieces}, files: {files}", pieces=len(found.pieces), files=len(found.files))
    if change:
        yield from change_lines(change)


def whole_ink(found: Record) -> float:
    """The share of all paper that toner covers, 0 to 1."""
    return added(piece.ink * _sides(piece) for piece in found.pieces) / max(1, sum(map(_sides, found.pieces)))


def change_lines(plan: BuildPlan) -> Iterator[Say]:
    """What became of the edition before, a line for each reason, and the sum."""
    for why, changes in plan.by_reason().items():
        copies = sum(one.copies for one in changes)
        yield say("{why}: pieces {count}, copies {copies}", why=reason(*why), count=len(changes), copies=copies)
    yield balance(plan)


def balance(plan: BuildPlan) -> Say:
    """How many pieces are anew, and how many as they were."""
    return say("pieces anew: {anew}, unchanged: {same}", anew=plan.made, same=plan.same)


def group(why: ChangeReason, changes: Sequence[PieceChange]) -> Say:
    """All that changed for one reason."""
    places = {place for one in changes for place, _copies in one.places}
    return say(
        "{why}: pieces {count}, places {places}, copies {copies}",
        why=reason(*why),
        count=len(changes),
        places=len(places),
        copies=sum(one.copies for one in changes),
    )


def _sides(piece: RecordEntry) -> int:
    """How many sides of paper all its copies take."""
    return piece.pages * max(1, piece.copies)
