"""Finds the edition to hand over: the named one, else the one packed last, else the newest; never a draft."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path

from ulotki.edition.record import Edition, Lying, Record, divided, legible
from ulotki.errors import Refused, Where, misused, pick, refused, say
from ulotki.frozen import dataclass
from ulotki.library import Undated
from ulotki.workspace import editions, packed


@dataclass(frozen=True, slots=True)
class Final:
    """An edition that may be handed over, and its folder."""

    folder: Path
    record: Record


def final_edition(
    base: Path,
    library: Undated,
    today: datetime.date,
    name: str | None = None,
    campaign: str | None = None,
    places: Collection[str] = (),
    *,
    anew: bool = False,
) -> Final:
    """The edition called *name*, by code or folder; else the one that was packed last; else the newest of the campaign.

    anew: do not take the one that was packed last.  places: for whom, where no campaign is named and nothing was packed.

    Raises Misused when there is none, Refused for a draft and for what cannot be read.
    """
    if campaign is not None:
        library.campaign(campaign)
    if name is not None:
        found = _find(base, name, campaign)
    else:
        found = (None if campaign or anew else _last_packed(base)) or _newest(base, library, today, campaign, places)
    marks = ", ".join(sorted({file.mark for file in found.record.files if file.mark}))
    if marks or found.folder.name == editions.DRAFT:
        what = say("this is a draft: it is not handed over")
        if marks:
            what = say("this is a draft whose pages say {marks}: it is not handed over", marks=marks)
        hint = say("finish the edition first: ulotki build says what it lacks")
        raise refused("ledger", what, hint, Where(str(found.folder)))
    return found


def _find(base: Path, name: str, campaign: str | None) -> Final:
    asked = Path(name)
    if asked.is_dir() and isinstance(own := editions.record(asked), Record):
        return Final(editions.copies(asked.parent).get(asked, asked), own)
    known: dict[str, Lying] = {}
    lying = editions.lying(base)
    for one in lying:
        if not isinstance(one, Edition) or campaign in (None, one.record.campaign):
            known |= dict.fromkeys(editions.names_of(one), one)
    if name not in known and (torn := divided(lying)[1]):
        raise Refused([one.finding for one in torn])  # it may be one of those
    found = legible(pick("edition", known, name))
    return Final(base / found.where, found.record)


def _last_packed(base: Path) -> Final | None:
    """What was packed last, the newest of that code; None when nothing is noted, or that edition is gone."""
    last = packed.last(base)
    for one in reversed(divided(editions.every(base))[0] if last else ()):
        if last and (one.record.campaign, one.record.edition) == (last.campaign, last.edition):
            return Final(base / one.where, one.record)
    return None


def _newest(base: Path, library: Undated, today: datetime.date, campaign: str | None, places: Collection[str]) -> Final:
    ordered = editions.campaign(library, campaign, today, places)
    folder = editions.newest(base / ordered.id)[1] or base / ordered.id / editions.DRAFT
    if not folder.exists():
        what = say("the campaign {campaign} has no edition yet", campaign=ordered.id)
        raise misused(what, say("make it first: ulotki build {campaign}", campaign=ordered.id))
    return Final(folder, legible(editions.record(folder)))
