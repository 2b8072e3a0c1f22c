"""What the doctor looks at in a workspace, beside what lies in out/."""

from __future__ import annotations

import datetime
import shutil

import pytest

from ulotki.handout.deeds import HeldMeeting, Personal
from ulotki.office.doctor import examine
from ulotki.office.init import init_workspace
from ulotki.office.starting import NewRequest, new
from ulotki.workspace import Workspace, book

TODAY = datetime.date(2028, 2, 29)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace that has just begun."""
    init_workspace(tmp_path / "gmina", TODAY)
    return Workspace.at(tmp_path / "gmina")


def seen(workspace, about, day=TODAY):
    """(state, sentence, hint) of each line about something."""
    return [
        (line.state, str(line.what), str(line.hint)) for line in examine(workspace, day, day) if line.about == about
    ]


def test_the_program_alone():
    """
    Without a workspace, the way to one.
    """
    assert ["program", "shipped", "shipped", "contact", "workspace"] == [
        line.about for line in examine(None, TODAY, TODAY)
    ]


def test_an_own_version_of_a_text_is_named(workspace, root):
    """
    With the file that it took the place of: a correction of that does not reach it. An own scam of another name is none.
    """
    folder = workspace.folder / "scams/pl"
    folder.mkdir(parents=True)
    for name in ("bank", "na-hydraulika"):
        shutil.copy(root / "leaflets/library/scams/pl/bank.toml", folder / f"{name}.toml")
    ((state, what, hint),) = seen(workspace, "words")

    assert ("look", True) == (state, what.startswith("scams/pl/bank.toml: "))
    assert "leaflets/library/scams/pl/bank.toml" in hint


@pytest.mark.parametrize(("text", "count"), [('gmina = "x"\n', 1), ('issuer = "Policja"\n', 0), ("issuer = 1\n", 0)])
def test_who_publishes(workspace, text, count):
    """
    Nobody named is worth a look; a file that cannot be read is named as that.
    """
    (workspace.folder / "ulotki.toml").write_text(text)

    assert count == len(seen(workspace, "issuer"))


def test_a_campaign_that_is_over(workspace):
    """
    From the day after its last one, with the way to the next.
    """
    until = datetime.date(2028, 6, 30)
    new(workspace, NewRequest("campaign", "druga", "pierwsza", TODAY, until, "Druga"), TODAY)

    assert [] == seen(workspace, "over", until)
    ((state, what, hint),) = seen(workspace, "over", until + datetime.timedelta(1))
    assert ("look", True, True) == (state, "druga" in what, "--from druga" in hint)


def test_what_cannot_be_read_is_wrong_and_all_else_is_looked_at(workspace):
    """
    Each fault is a line; the values of the register still follow.
    """
    new(workspace, NewRequest("scam", "x"), TODAY)
    (workspace.folder / "places.toml").write_text("[place.a\n")
    lines = seen(workspace, "workspace")

    assert {"wrong"} <= {state for state, _, _ in lines}
    assert any("places.toml" in what for _, what, _ in lines)
    assert seen(workspace, "value")


def test_a_workspace_in_a_synchronised_folder_is_named(tmp_path):
    init_workspace(tmp_path / "OneDrive - KPP", TODAY)
    lines = seen(Workspace.at(tmp_path / "OneDrive - KPP"), "workspace")
    assert [state for state, what, _ in lines if "is synchronised" in what] == ["look"]


def test_a_workspace_elsewhere_is_not_called_synchronised(workspace):
    assert not [what for _, what, _ in seen(workspace, "workspace") if "synchronised" in what]


@pytest.mark.parametrize(
    ("until", "day", "count"),
    [("2024-08-31", "2024-09-01", 1), ("2024-08-31", "2024-08-31", 0), ("2024-07-01", "2024-09-01", 0)],
    ids=["past", "the last day", "nothing so old"],
)
def test_names_that_are_kept_too_long(workspace, until, day, count):
    """
    After the day in ulotki.toml the entries that still name somebody are listed, with the command that deletes them.
    """
    held = HeldMeeting(datetime.date(2024, 8, 2), "KGW", 12)
    book.append(
        workspace.folder, lambda _: [(held, Personal(note="ciasto")), (held, Personal())], "2024-08-02T10:00:00Z"
    )
    file = workspace.folder / "ulotki.toml"
    file.write_text(f"names_until = {until}\n" + file.read_text("utf-8"), "utf-8")
    found = seen(workspace, "names", datetime.date.fromisoformat(day))

    assert count == len(found)
    assert all("entries: 1" in sentence and "--before 2024-09-01" in hint for _, sentence, hint in found)
