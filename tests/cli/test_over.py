"""What is not to hang: a campaign past its last day, pieces that nobody issues, orders that are slips."""

from __future__ import annotations

import datetime

import pytest

STICKER = {"scams": ["scam-spam"], "template": "sticker", "format": "sticker"}


@pytest.mark.parametrize("command", [("build",), ("build", "--force"), ("plan",), ("doctor",), ("desk",)], ids=" ".join)
def test_it_is_said(run, workspace, campaign, monkeypatch, command):
    """
    On its last day nothing is said; on the next one sentence, with the same exit code.
    """
    campaign(STICKER, until="2024-12-31")
    text = (workspace / "campaigns/maj.toml").read_text().replace('"2024-12-31"', "2024-12-31")
    (workspace / "campaigns/maj.toml").write_text(text)
    assert 0 == run("build").code
    codes = []
    for day, count in (("2024-12-31", 0), ("2025-01-01", 1)):
        monkeypatch.setattr("ulotki.cli.options.today", lambda day=day: datetime.date.fromisoformat(day))
        ran = run(*command)
        codes.append(ran.code)
        assert count == ran.said.count("ended on 2024-12-31"), ran.said

    assert codes[0] == codes[1]


def test_nobody_issues_it(run, workspace, campaign, editions):
    """
    While ulotki.toml names no issuer every page says PROJEKT, whoever approves: a draft, exit 1, and what is missing.
    """
    campaign(STICKER)
    (workspace / "ulotki.toml").write_text('gmina = "Serniki"\n')
    ran = run("build")

    assert 1 == ran.code
    assert "names no issuer" in ran.err
    assert [] == editions(workspace / "out/maj")
    assert 0 == run("approve", "draft", "--by", "Anna Nowak").code
    assert 1 == run("build").code

    (workspace / "ulotki.toml").write_text('gmina = "Serniki"\nissuer = "dzielnicowy gminy Serniki"\n')

    assert 0 == run("build").code


@pytest.mark.parametrize(("code", "copies"), [(0, 100_000), (1, 100_001), (1, 10**12)])
def test_more_copies_than_anybody_prints(run, campaign, code, copies):
    """
    An order of more than a hundred thousand for one place is a slip.
    """
    campaign(STICKER | {"copies": copies})
    ran = run("build")

    assert code == ran.code
    assert (code == 1) == ("maj.toml:" in ran.err)
