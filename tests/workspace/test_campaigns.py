"""Which campaign is meant when none is named."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ulotki.content.campaign import Campaign
from ulotki.content.order import Order, TemplateName
from ulotki.content.places import Place
from ulotki.content.unread import Entries
from ulotki.workspace.editions import campaign

TODAY = datetime.date(2024, 10, 1)


def ordered(id: str, day: str, *audiences: str) -> Campaign:
    orders = tuple(
        Order(scams=("blik",), template=TemplateName("poster"), format="A4", places=("all",), audience=audience)  # type: ignore[arg-type]
        for audience in audiences
    )
    return Campaign(title=id, day=datetime.date.fromisoformat(day), order=orders, id=id)


ADULTS = ordered("sierpien", "2024-08-01", "adults")
PUPILS = ordered("szkoly", "2024-09-02", "pupils")
BOTH = ordered("jesien", "2024-09-20", "adults", "pupils")
LATER = ordered("zima", "2024-12-01", "adults")


@pytest.mark.parametrize(
    ("expected", "there", "places"),
    [
        (ADULTS, (ADULTS, PUPILS), ()),
        (ADULTS, (ADULTS, PUPILS, LATER), ("urzad",)),
        (PUPILS, (ADULTS, PUPILS), ("szkola",)),
        (PUPILS, (ADULTS, PUPILS), ("szkola", "urzad")),
        (BOTH, (ADULTS, PUPILS, BOTH), ()),
        (BOTH, (ADULTS, PUPILS, BOTH), ("szkola",)),
        (PUPILS, (PUPILS,), ("urzad",)),
        (ADULTS, (ADULTS, LATER), ("szkola",)),
        (LATER, (LATER,), ()),
    ],
)
def test_the_newest_that_has_begun_for_these_readers(library, expected, there, places):
    """
    A campaign for schools does not take the place of the one for adults; the only one there is is meant anyway.
    """
    known = {
        "urzad": Place(name="Urząd", kind="office", id="urzad"),
        "szkola": Place(name="Szkoła", kind="school", id="szkola"),
    }
    workspace = replace(library, campaigns=Entries({one.id: one for one in there}), places=known)

    assert expected == campaign(workspace, None, TODAY, places)
