"""What is to be done today, in the order in which it matters. What cannot be read keeps nobody from the rest."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeVar

from ulotki.content.due import Due, Why
from ulotki.content.state import State
from ulotki.content.value import Value
from ulotki.edition.days import Turned, turned_values
from ulotki.errors import Finding, Misused, Trouble
from ulotki.frozen import dataclass
from ulotki.office import Outcome
from ulotki.office.boards import Boards, boards
from ulotki.office.bundles import Bundles, bundles
from ulotki.office.due import find_due
from ulotki.office.edition import CampaignView, view_campaign
from ulotki.workspace import Workspace

T = TypeVar("T")

AHEAD = 30
"""Days in which something has to be due to be named."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known on a day; None for what there is not, or what cannot be read.

    waiting: values that a second person has to confirm.  given: whether anybody has given a value of this workspace.
    due: what must be read again, or has ended.  named: whether ulotki.toml says who publishes.  turned: values that the
    newest edition of the campaign does not say as they hold now.
    """

    waiting: tuple[Value, ...]
    given: bool
    due: tuple[Due, ...]
    named: bool
    campaign: CampaignView | None
    bundles: Bundles | None
    boards: Boards | None
    turned: tuple[Turned, ...]

    @property
    def begun(self) -> bool:
        """Whether anything was made here already."""
        return bool(self.campaign and self.campaign.last) or self.given

    @property
    def _awaited(self) -> bool:
        """Whether something that must come down is replaced by an edition that is still to be made."""
        return bool(self.boards and self.campaign and self.campaign.campaign.id in self.boards.answer.to_build)

    @property
    def updated(self) -> bool:
        """Whether nothing is known to be another but the program; whether a new edition would be another one, `plan` says."""
        return bool(self.campaign and self.campaign.updated and not self.turned and not self._awaited)

    @property
    def make(self) -> bool:
        """Whether an edition is to be made."""
        return bool(self.campaign and not self.campaign.fresh and not self.updated)

    @property
    def urgent(self) -> str:
        """The one thing to do first: confirm, make, exchange, hand over, or "" for nothing."""
        if self.waiting:
            return "confirm"
        if self._awaited:
            return "make"
        if self.boards and self.boards.down:
            return "exchange"
        if self.make:
            return "make"
        return "hand over" if self.bundles and self.bundles.waiting else ""


def overview(workspace: Workspace, today: datetime.date) -> Outcome[Overview]:
    """All that is to be done. Raises Trouble when not even the library can be read."""
    library = workspace.library().believed(today)
    findings: list[Finding] = []

    def asked(question: Callable[[], Outcome[T]]) -> T | None:
        try:
            outcome = question()
        except Misused:  # there is none yet
            return None
        except Trouble as trouble:
            findings.extend(trouble.findings)
            return None
        findings.extend(outcome.findings)
        return outcome.value

    own = [one for one in library.register if not one.national]
    waiting = tuple(one for one in own if one.state(today) is State.UNCONFIRMED)
    shown = {Why.REVIEW, Why.ENDS, Why.OLD_ENDS, Why.BEGINS, Why.EXPIRED, Why.WITHDRAWN, Why.OLD_UNCONFIRMED}
    campaign = asked(lambda: view_campaign(workspace, None, today)) if library.campaigns else None
    newest = campaign.newest if campaign else None
    found = Overview(
        waiting,
        any(one.value for one in own),
        tuple(one for one in find_due(library, AHEAD, today).value.due if one.why in shown),
        bool(library.publisher and library.publisher.issuer),
        campaign,
        asked(lambda: bundles(workspace, today)) if library.campaigns else None,
        asked(lambda: boards(workspace, today)),
        turned_values(newest.record, campaign.campaign, library, today) if campaign and newest else (),
    )
    return Outcome(found, tuple(dict.fromkeys(findings)))
