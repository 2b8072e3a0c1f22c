"""The start by a double-click on Windows."""

from pathlib import Path

import pytest

from ulotki import desktop

PROGRAM = "C:\\Users\\Łukasz 100% (1) & co\\ulotki-0.1.0-windows\\ulotki.cmd"


class Ran(list[list[str]]):
    """What the command line was asked, and what it answers."""

    def __init__(self, *codes: int) -> None:
        super().__init__()
        self.codes = list(codes)

    def __call__(self, words: list[str]) -> int:
        self.append(words)
        return self.codes.pop(0) if self.codes else 0


def profile(folder: Path) -> dict[str, str]:
    (folder / "Desktop").mkdir()
    return {"USERPROFILE": str(folder)}


def test_the_files_of_the_officer_lie_under_the_profile(tmp_path: Path):
    assert desktop.home({"USERPROFILE": str(tmp_path)}) == tmp_path / "ulotki"


def test_the_first_start_makes_the_workspace_and_opens_the_page(tmp_path: Path):
    ran = Ran()
    assert desktop.start(PROGRAM, ["--no-open"], profile(tmp_path), ran) == 0
    folder = str(tmp_path / "ulotki")
    assert ran == [["init", folder], ["serve", "--workspace", folder, "--no-open"]]


def test_a_later_start_leaves_the_files_as_they_are(tmp_path: Path):
    (tmp_path / "ulotki").mkdir()
    (tmp_path / "ulotki/ulotki.toml").write_text("")
    ran = Ran()
    desktop.start(PROGRAM, [], profile(tmp_path), ran)
    assert ran == [["serve", "--workspace", str(tmp_path / "ulotki")]]


def test_a_workspace_that_cannot_be_made_ends_the_start_with_its_exit_code(tmp_path: Path):
    ran = Ran(3)
    assert desktop.start(PROGRAM, [], profile(tmp_path), ran) == 3
    assert len(ran) == 1


def test_the_shortcut_starts_the_program_whatever_its_path():
    text = desktop.shortcut(PROGRAM).decode()
    assert text.splitlines()[-1] == 'start "" "C:\\Users\\Łukasz 100%% (1) & co\\ulotki-0.1.0-windows\\ulotki.cmd"'
    assert text.index("chcp 65001") < text.index("start")
    assert "\n" not in text.replace("\r\n", "")


def test_the_shortcut_of_an_older_version_leads_to_the_new_one(tmp_path: Path):
    desktop.place(tmp_path, "C:\\old\\ulotki.cmd")
    desktop.place(tmp_path, "C:\\new\\ulotki.cmd")
    assert (tmp_path / "ulotki.cmd").read_bytes() == desktop.shortcut("C:\\new\\ulotki.cmd")


@pytest.mark.parametrize("gone", ["nowhere", "a-file"])
def test_a_desktop_that_takes_no_files_stops_nothing(tmp_path: Path, gone: str):
    (tmp_path / "a-file").write_text("")
    desktop.place(tmp_path / gone, PROGRAM)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-file"]
