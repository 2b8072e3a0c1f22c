"""Settings: shown and changed as text, one value at a time; what cannot be read is refused at its field."""

from __future__ import annotations

import datetime

import pytest

from ulotki.errors import Misused, Refused
from ulotki.office.init import init_workspace
from ulotki.office.settings import SettingsRequest, change_settings, read_settings
from ulotki.office.undo import undo
from ulotki.workspace import Workspace

DAY = datetime.date(2028, 2, 29)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    init_workspace(tmp_path / "gmina", DAY)
    return Workspace.at(tmp_path / "gmina")


def test_a_starter_takes_every_setting_and_keeps_its_comments(workspace):
    """
    At the top, in tables that are not there yet, and of every kind; undone, the file is the one it was.
    """
    before = workspace.contents("ulotki.toml")
    given = {
        "gmina": "Serniki",
        "issuer": "dzielnicowy gminy Serniki",
        "printer.right": "0,5",
        "printer.turns": "by hand",
        "printer.counts": "false",
        "unit.name": "KPP w Lubartowie",
        "plan.begins": "2028-01-01",
    }
    done = change_settings(workspace, SettingsRequest(given), DAY).value
    publisher = workspace.library().publisher
    text = workspace.contents("ulotki.toml").decode()
    undo(workspace, done.change, DAY)

    assert ("Serniki", 0.5, "by hand", False) == (
        publisher.gmina,
        publisher.printer.right,
        publisher.printer.turns,
        publisher.printer.counts,
    )
    assert ("KPP w Lubartowie", datetime.date(2028, 1, 1)) == (publisher.unit.name, publisher.plan.begins)
    assert "0.5" == done["printer.right"].value
    assert [line for line in before.decode().splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert before == workspace.contents("ulotki.toml")


def test_what_is_sent_empty_is_unset_and_what_is_the_same_is_no_change(workspace):
    """
    An empty table goes with its last value.
    """
    change_settings(workspace, SettingsRequest({"unit.name": "KPP", "gmina": "X"}), DAY)
    same = change_settings(
        workspace, SettingsRequest({"unit.name": "KPP", "printer.right": "0", "printer.turns": "both"}), DAY
    ).value
    change_settings(workspace, SettingsRequest({"unit.name": "", "gmina": ""}), DAY)

    assert 0 == same.change
    assert "" == read_settings(workspace).value["unit.name"].value
    assert b"\n[unit]" not in workspace.contents("ulotki.toml")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("printer.right", "dużo", "no number"),
        ("printer.right", "nan", "no number"),
        ("printer.right", "90", "never"),
        ("printer.turns", "sideways", "cannot be chosen"),
        ("printer.counts", "maybe", "cannot be chosen"),
        ("plan.begins", "jutro", "not a day"),
        ("unit.email", "jan@", "no e-mail address"),
        ("unit.address", "ul. 1, tel. 81 862 00 00", "looks like a number to call"),
    ],
)
def test_a_fault_is_at_its_field(workspace, key, value, said):
    """
    And nothing is written.
    """
    before = workspace.contents("ulotki.toml")
    with pytest.raises(Refused, match=said) as trouble:
        change_settings(workspace, SettingsRequest({key: value, "gmina": "X"}), DAY)

    assert trouble.value.findings[0].at.field.startswith(key.partition(".")[0])
    assert before == workspace.contents("ulotki.toml")


def test_other_faults(workspace):
    """
    A key that is none, a form from before, a file that cannot be read.
    """
    seen = read_settings(workspace).value.seen
    change_settings(workspace, SettingsRequest({"gmina": "X"}, seen), DAY)
    with pytest.raises(Refused, match="changed since"):
        change_settings(workspace, SettingsRequest({"gmina": "Y"}, seen), DAY)
    with pytest.raises(Misused, match="no setting"):
        change_settings(workspace, SettingsRequest({"gmna": "Y"}), DAY)
    (workspace.folder / "ulotki.toml").write_text("gmina = ", "utf-8")
    with pytest.raises(Refused):
        change_settings(workspace, SettingsRequest({"gmina": "Y"}), DAY)

    assert b"gmina = " == workspace.contents("ulotki.toml")


def test_hosts_are_typed_with_commas(workspace):
    """
    What takes several values is shown as it is typed, and typed again it is no change.
    """
    assert "" == read_settings(workspace).value["sources"].value

    change_settings(workspace, SettingsRequest({"sources": "bip.brody.pl,  powiat.brody.pl"}), DAY)

    assert ("bip.brody.pl", "powiat.brody.pl") == workspace.library().publisher.sources
    assert "bip.brody.pl, powiat.brody.pl" == read_settings(workspace).value["sources"].value
    assert (
        0 == change_settings(workspace, SettingsRequest({"sources": "bip.brody.pl, powiat.brody.pl"}), DAY).value.change
    )

    change_settings(workspace, SettingsRequest({"sources": ""}), DAY)

    assert () == workspace.library().publisher.sources
