"""While an old and a new number hold, a piece prints both of them or is refused."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.content.value import SECOND
from ulotki.errors import Finding, say
from ulotki.page.walking import refs


def second_numbers(piece: CheckedPiece) -> Iterator[Finding]:
    """Numbers that are changing and stand on the piece without the old number."""
    printed = frozenset[str]().union(*(refs(page.items) for page in piece.pages))
    for ref, value in piece.leaflet.values.items():
        if ref.endswith(SECOND) and ref.removesuffix(SECOND) in printed and ref not in printed:
            said = {"value": value.value, "day": value.valid_until}
            what = say("there is no room for {value}, which still holds until {day}", **said)
            yield Finding("second_numbers", what, say("take another template until then"), value.at)


CHECK = Check(
    "second_numbers", say("While two numbers hold, whoever reads only one may think the other false."), second_numbers
)
