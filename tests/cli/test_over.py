"""A campaign past its last day: every command that looks at it says so in one line, and its exit code stays."""

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
