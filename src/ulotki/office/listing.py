"""Lists of what there is: scams, templates, places, values, campaigns, checks, pictograms. What cannot be read is named."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping

from ulotki.content.kinds import KINDS as VALUES
from ulotki.errors import Finding
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.office import Outcome
from ulotki.office.listed_things import campaigns, checks, icons, numbers, places, scams, templates
from ulotki.office.listing_rows import ListingRow

KINDS: Mapping[str, Callable[[Library, datetime.date], Iterator[ListingRow]]] = {
    function.__name__: function for function in (scams, templates, places, numbers, campaigns, checks, icons)
}

READ = {"templates": "scams", "icons": "scams"}
"""What is to be read for a kind, where that is another kind."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All of one kind."""

    kind: str
    rows: tuple[ListingRow, ...]

    @property
    def data(self) -> Mapping[str, tuple[ListingRow, ...]]:
        """The rows under the name of their kind."""
        return {self.kind: self.rows}


def list_kind(library: Library, kind: str, day: datetime.date) -> Outcome[Listing]:
    """All of one kind that can be read, and why the rest cannot."""
    return Outcome(Listing(kind, tuple(KINDS[kind](library, day))), tuple(dict.fromkeys(_unread(library, kind))))


def _unread(library: Library, kind: str) -> Iterator[Finding]:
    kinds = {"scams": {"scam"}, "places": {"place"}, "campaigns": {"campaign"}, "numbers": set(VALUES)}.get(kind, set())
    for one in library.unread:
        if one.kind in kinds:
            yield from one.findings
    lost = {"places": library.places, "numbers": library.register.values}.get(kind)
    yield from getattr(lost, "lost", ())
