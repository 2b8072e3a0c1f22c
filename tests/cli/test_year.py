"""Every paper of a whole year, from the letter in July to the final account, asked by veraPDF whether it is for everybody."""

import datetime
import shutil

import pytest

from ulotki.cli import main, options

pytestmark = pytest.mark.slow

PERSON = (
    '[person.szkola-serniki]\nname = "Anna Kowalska"\nform = "pani"\n[person.ops]\nname = "Jan Nowak"\nform = "pan"\n'
)

PACKED = ("parafia-serniki", "bank-spoldzielczy", "urzad-gminy", "ops", "brzostowka-1")
"""A place of each kind that gets a pack: the letter in it is another one."""


@pytest.fixture
def year(root, tmp_path, monkeypatch, english):
    """on(day, command, …): a command on that day in a copy of the workspace of Serniki, which must not fail."""
    folder = tmp_path / "serniki"
    shutil.copytree(root / "leaflets/serniki", folder, ignore=shutil.ignore_patterns("out", "ledger*", "people.toml"))
    (folder / "people.toml").write_text(PERSON, "utf-8")
    monkeypatch.chdir(folder)

    def on(day: str, *command: str) -> None:
        monkeypatch.setattr(options, "today", lambda: datetime.date.fromisoformat(day))
        assert main.run([*command, "--quiet"]) in (0, 4), command

    return folder, on


def test_every_paper_of_a_year(year, vera):
    """
    Packs, letters, schedule, lists, talks, accounts and the note: none breaks a rule of PDF/UA-1.
    """
    folder, on = year
    on("2024-07-01", "meetings", "letter", "--all")
    on(
        "2024-07-10",
        "meetings",
        "plan",
        "--group",
        "Klub Seniora",
        "--day",
        "2024-09-10",
        "--hour",
        "17.00",
        "--place",
        "ops",
    )
    on("2024-07-11", "meetings", "list", "-o", "harmonogram.pdf")
    on("2024-08-01", "build", "sierpien-2024")
    on("2024-08-02", "desk")
    on("2024-08-02", "pack", *PACKED, "--on", "2024-08-05")
    for place, answer in (("ops", "--consent"), ("bank-spoldzielczy", "--no-consent")):
        on("2024-08-05", "hand-over", place, "--campaign", "sierpien-2024", answer)
    on("2024-09-10", "talk")
    for age in ("4-6", "7-8", "secondary"):
        on("2024-09-12", "lesson", age, "--place", "szkola-serniki", "-o", f"lekcja-{age}.pdf")
    on("2024-09-13", "meeting", "--day", "2024-09-10", "--group", "Klub Seniora", "--people", "24", "--place", "ops")
    on("2024-10-01", "press-note", "-o", "notatka.pdf")
    on("2024-12-31", "report", "-o", "sprawozdanie.pdf")
    on("2025-01-02", "recall", "-o", "objazd.pdf")
    on("2025-01-07", "summary")
    files = [path for path in folder.rglob("*.pdf") if not {"pieces", "print"} & {*path.parts}]
    found = vera(files, ("ua1",))

    assert set(PACKED) < {path.stem for path in files}
    assert 12 + 2 * len(PACKED) < len(files)
    assert {} == {path.name: broken for (path, _), broken in found.items() if broken}
