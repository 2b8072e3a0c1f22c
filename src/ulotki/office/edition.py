"""A campaign and its editions: what is ordered, what was made last, and whether it is still what is ordered."""

from __future__ import annotations

import datetime

from ulotki.content.campaign import Campaign
from ulotki.content.order import targets
from ulotki.edition.record import Edition, unread_findings
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.sums import OrderSheets, order_sheets
from ulotki.workspace import Workspace, editions
from ulotki.workspace.memory import Wish, unchanged_edition


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign and its editions, the newest first. fresh: a build would do nothing.  campaigns: all, by id → title.

    updated: nothing but the program is another since the last build, so only `plan` can say whether a build would do anything.
    """

    campaign: Campaign
    campaigns: dict[str, str]
    orders: tuple[OrderSheets, ...]
    places: int
    editions: tuple[Edition, ...]
    draft: Edition | None
    fresh: bool
    updated: bool

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
        """Sheets of paper for what is ordered now."""
        return sum(one.sheets for one in self.orders)


def view_campaign(workspace: Workspace, name: str | None, today: datetime.date) -> Outcome[CampaignView]:
    """The campaign called *name*, else the one of now. Raises Misused for an unknown one or none at all."""
    library = workspace.library()
    ordered = editions.campaign(library, name, today)
    lying = editions.of(workspace.base / ordered.id)
    made = [one for one in lying if isinstance(one, Edition)]
    asked = (workspace.base, workspace.folder, ordered.id, Wish(), today)
    same = unchanged_edition(*asked)
    older = None if same else unchanged_edition(*asked, updated=True)
    shown = CampaignView(
        ordered,
        {one.id: one.title for one in library.campaigns.values()},
        tuple(order_sheets(ordered, library)),
        len({place for order in ordered.order for place in targets(order, library.places)}),
        tuple(reversed([one for one in made if not one.draft])),
        next((one for one in made if one.draft), None),
        same is not None and same[0].name != editions.DRAFT,
        older is not None and older[0].name != editions.DRAFT,
    )
    return Outcome(shown, unread_findings(lying))
