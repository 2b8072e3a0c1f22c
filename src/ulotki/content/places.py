"""Places where pieces hang or are handed out, and how a list names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from ulotki.content.doc import Doc
from ulotki.errors import Where
from ulotki.frozen import dataclass

PlaceKind = Literal["parish", "bank", "office", "welfare", "solectwo", "school", "hall", "kgw", "seniors", "other"]
Readers = Literal["adults", "pupils"]

ALL = "all"
"""The word for every place; in an order, for every place of its audience."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place where pieces are displayed or handed out."""

    name: Annotated[str, Doc("The name of the place, as people call it.")]
    kind: Annotated[
        PlaceKind,
        Doc(
            "The kind of place: parish (parafia), bank, office (urząd), welfare (pomoc społeczna), solectwo (sołectwo), school (szkoła), hall (świetlica lub remiza), kgw (koło gospodyń wiejskich), seniors (klub seniora) or other. A campaign can order for all places of a kind."
        ),
    ]
    boards: Annotated[int, Doc("How many display cases or notice boards it has.")] = 1
    id: str = ""
    at: Where = Where()

    @property
    def readers(self) -> Readers:
        """The audience of the pieces that hang here."""
        return "pupils" if self.kind == "school" else "adults"


def place_label(id: str, known: Mapping[str, Place]) -> str:
    """A place by its name and its id, "Bank Spółdzielczy (bank)"; the id alone of a place that no longer exists."""
    return f"{known[id].name} ({id})" if id in known else id
