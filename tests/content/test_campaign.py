"""A campaign that is over: one sentence, from the day after its last."""

from __future__ import annotations

import datetime

import pytest

from ulotki.content.campaign import Campaign, campaign_over, campaigns_over

LAST = datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("count", "until", "today"),
    [
        (0, None, datetime.date(2034, 1, 1)),
        (0, LAST, LAST),
        (1, LAST, datetime.date(2024, 3, 1)),
        (1, datetime.date(2024, 12, 31), datetime.date(2025, 1, 1)),
    ],
)
def test_it_is_over_the_day_after(count, until, today):
    """
    On its last day it still hangs; without a last day it is never over.
    """
    assert count == len(campaign_over("maj", until, today))


def test_each_is_named():
    """
    The oldest first, each with its last day.
    """
    campaigns = [
        Campaign(id=id, title=id, day=day, until=LAST, order=())
        for id, day in (("b", datetime.date(2024, 2, 1)), ("a", datetime.date(2024, 1, 1)))
    ]

    said = [str(sentence) for sentence in campaigns_over(campaigns, datetime.date(2024, 3, 1))]

    assert ["a", "b"] == [sentence.split()[2] for sentence in said]
    assert all("2024-02-29" in sentence for sentence in said)
