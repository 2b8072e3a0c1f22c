"""The edition of a campaign as it lies there: what was made last, whether it is still what is ordered, and its files."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from ulotki import files
from ulotki.content.campaign import Campaign
from ulotki.content.order import targets
from ulotki.edition.record import Edition, Lying, RecordEntry, Unreadable, picture_path, unread_findings
from ulotki.errors import Refused, Where, absent, misused, refused, say
from ulotki.frozen import dataclass
from ulotki.library import Undated
from ulotki.office import Outcome
from ulotki.office.sums import count_sheets
from ulotki.templates import templates
from ulotki.workspace import Workspace, editions
from ulotki.workspace.memory import Wish, untouched


@dataclass(frozen=True, slots=True)
class OrderSheets:
    """An order of a campaign. number: from 1, as in the file.  places: how many get it.  each: sheets for one place."""

    number: int
    scams: tuple[str, ...]
    template: str
    format: str
    whom: tuple[str, ...]
    copies: int
    places: int
    each: int

    @property
    def sheets(self) -> int:
        """For all places together."""
        return self.each * self.places


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign and its editions, the newest first; the draft apart. fresh: whether a build would do nothing.

    campaigns: all there are, by id → title.
    """

    campaign: Campaign
    campaigns: dict[str, str]
    orders: tuple[OrderSheets, ...]
    places: int
    editions: tuple[Edition, ...]
    draft: Edition | None
    fresh: bool

    @property
    def newest(self) -> Edition | None:
        """The newest edition, None when there is none."""
        return self.editions[0] if self.editions else None

    @property
    def last(self) -> Edition | None:
        """What was made last: a draft that is no edition yet, else the newest edition."""
        return self.draft or self.newest

    @property
    def sheets(self) -> int:
        """Of paper, by what is ordered now."""
        return sum(one.sheets for one in self.orders)


def view_campaign(workspace: Workspace, name: str | None, today: datetime.date) -> Outcome[CampaignView]:
    """The campaign called *name*, else the one of now. Raises Misused for an unknown one or none at all."""
    library = workspace.library()
    ordered = editions.campaign(library, name, today)
    lying = editions.of(workspace.base / ordered.id)
    made = [one for one in lying if isinstance(one, Edition)]
    same = untouched(workspace.base, workspace.folder, ordered.id, Wish(), today)
    shown = CampaignView(
        ordered,
        {one.id: one.title for one in library.campaigns.values()},
        tuple(_orders(ordered, library)),
        len({place for order in ordered.order for place in targets(order, library.places)}),
        tuple(reversed([one for one in made if not one.draft])),
        next((one for one in made if one.draft), None),
        same is not None and same[0].name != editions.DRAFT,
    )
    return Outcome(shown, unread_findings(lying))


def _orders(ordered: Campaign, library: Undated) -> Iterator[OrderSheets]:
    for number, order in enumerate(ordered.order, 1):
        template = templates()[order.template]
        count = 1 if template.whole else len(dict.fromkeys(order.scams))
        each = count * count_sheets(order.template, order.format, len(template.words), order.copies)
        names = tuple(library.scam(id, order.language).name.source for id in dict.fromkeys(order.scams))
        places = targets(order, library.places)
        yield OrderSheets(number, names, order.template, order.format, order.places, order.copies, len(places), each)


def find_edition(workspace: Workspace, code: str) -> Edition:
    """The edition or draft with that code. Raises Misused when there is none, Refused when its record is damaged."""
    lying: tuple[Lying, ...] = editions.lying(workspace.base)
    for one in reversed(lying):
        match one:
            case Edition():
                if one.record.edition == code:
                    return one
            case Unreadable():
                if one.where.endswith(f"-{code}"):
                    raise Refused([one.finding])
            case _:
                assert_never(one)
    raise misused(say('there is no edition "{name}"', name=code))


def find_file(edition: Edition, code: str, *, sheet: bool = False) -> RecordEntry:
    """The file of the piece with that code. sheet: as it goes through the printer, where that is another. Raises Misused."""
    ours = [one for one in edition.record.files if one.code == code and one.purpose == "office"]
    if not ours:
        raise misused(absent("piece", code))
    return next((one for one in ours if sheet and one.path.startswith("print/")), ours[0])


def file_bytes(workspace: Workspace, edition: Edition, file: RecordEntry) -> bytes:
    """The bytes of a file of an edition. Raises Refused unless they are those that were made and read back."""
    folder = workspace.base / edition.where
    if damage := editions.damage(folder, file):
        raise Refused(damage)
    return files.contents(folder / file.path)


def picture_bytes(workspace: Workspace, edition: Edition, file: RecordEntry) -> bytes:
    """The picture of a piece, as the build has made it from the read-back. Raises Refused when it is not there."""
    base = (workspace.base / edition.where).resolve()
    path = (base / picture_path(file.name)).resolve()
    try:
        if not path.is_relative_to(base):
            raise FileNotFoundError
        return files.contents(Path(path))
    except OSError as error:
        raise refused("file", say("this picture is not there"), at=Where(file.name)) from error
