"""One kind of swindle, as its author wrote it."""

from __future__ import annotations

import dataclasses

import pytest

from ulotki.content.scam import COUNTS, Scam, Short

FIELDS = {item.name for item in dataclasses.fields(Scam)}


@pytest.mark.parametrize("name", COUNTS)
def test_only_what_a_scam_has_is_counted(name):
    """
    Each count belongs to a field, and the least is not above the most.
    """
    assert name in FIELDS
    assert 1 <= COUNTS[name][0] <= COUNTS[name][1]


def test_every_short_variant_has_a_long_one():
    """
    The shorter words take the place of a field, so the names are the same.
    """
    assert {item.name for item in dataclasses.fields(Short)} <= FIELDS


def test_three_steps_and_four_signs():
    """
    What templates are drawn for.
    """
    assert ((3, 3), (4, 4)) == (COUNTS["step"], COUNTS["sign"])
