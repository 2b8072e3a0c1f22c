"""The folder for Windows: which packages it holds, and that only the Python that was named gets into it."""

import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tools import windows

ROOT = Path(__file__).parents[2]


def embedded(folder: Path, name: str = "python313._pth") -> Path:
    """A zip that looks like the embeddable Python."""
    packed = folder / "python.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("python.exe", b"MZ")
        archive.writestr(name, "python313.zip\n.\n#import site\n")
    return packed


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(text: str) -> list[str]:
    return [requirement.split("==")[0] for requirement in windows.wanted(text)]


def test_what_only_windows_needs_is_in_the_folder_and_what_it_does_not_need_is_not():
    text = (
        "# head\n"
        "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:aa\n"
        "hatchling==1.33.0 \\\n    --hash=sha256:bb\n"
        "old==1 ; python_full_version < '3.13' \\\n    --hash=sha256:cc\n"
        "unix==1 ; sys_platform != 'win32' \\\n    --hash=sha256:dd\n"
        "click==8.5.1 \\\n    --hash=sha256:ee \\\n    --hash=sha256:ff\n"
    )
    found = list(windows.wanted(text))
    assert found == [
        "colorama==0.4.6 \\\n    --hash=sha256:aa\n",
        "click==8.5.1 \\\n    --hash=sha256:ee \\\n    --hash=sha256:ff\n",
    ]


def test_every_dependency_of_the_program_is_in_the_folder_with_its_digests():
    import tomllib

    text = (ROOT / "constraints.txt").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    listed = names(text)
    for dependency in project["dependencies"]:
        assert windows.Requirement(dependency).name in listed
    assert {"colorama", "tzdata"} <= set(listed), "click and icalendar need them on Windows"
    assert all("--hash=sha256:" in requirement for requirement in windows.wanted(text))
    assert not set(listed) & set(windows.EDITABLE)


def test_python_is_unpacked_and_told_where_the_program_lies(tmp_path: Path):
    packed = embedded(tmp_path)
    windows.python(packed, digest(packed).upper(), tmp_path / "python")
    assert (tmp_path / "python/python313._pth").read_bytes() == b"python313.zip\r\n.\r\n..\\lib\r\n"


@pytest.mark.parametrize("named", ["", "00" * 32])
def test_another_python_than_the_one_named_stays_out(tmp_path: Path, named: str):
    packed = embedded(tmp_path)
    with pytest.raises(SystemExit, match=digest(packed)):
        windows.python(packed, named, tmp_path / "python")
    assert not (tmp_path / "python").exists()


def test_a_python_that_does_not_fit_the_wheels_is_refused(tmp_path: Path):
    packed = embedded(tmp_path, "python312._pth")
    with pytest.raises(SystemExit, match=r"not the embeddable Python 3\.13"):
        windows.python(packed, digest(packed), tmp_path / "python")


def test_the_same_folder_gives_the_same_zip(tmp_path: Path):
    folder = tmp_path / "one"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib/ą.py").write_text("1")
    (folder / "b.txt").write_text("2")
    windows.zipped(folder, tmp_path / "1.zip")
    (folder / "b.txt").touch()
    windows.zipped(folder, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "1.zip").namelist() == ["one/b.txt", "one/lib/ą.py"]


def test_every_file_of_the_folder_is_in_its_list_of_digests(tmp_path: Path):
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/a.py").write_bytes(b"1")
    assert list(windows.sums(tmp_path)) == [f"{hashlib.sha256(b'1').hexdigest()}  lib/a.py\n"]


def test_the_command_file_ends_its_lines_as_windows_does_and_starts_our_python_alone():
    text = windows.windows_lines((ROOT / "tools/windows/ulotki.cmd").read_text("utf-8"))
    assert "\n" not in text.replace("\r\n", "")
    assert '"%~dp0python\\python.exe" -X utf8 -m ulotki.desktop "%~f0" %*' in text


def test_the_manual_is_printed_without_links_into_the_checkout():
    html = windows.page("[a](docs/x.md) [b](https://gov.pl) [c](#d)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert 'href="docs' not in html
    assert 'href="https://gov.pl"' in html
    assert 'href="#d"' in html
    assert "<table>" in html
