"""The start by a double-click on Windows: where the workspace lies, and the shortcut on the desktop.

`ulotki.cmd` of the folder for Windows runs `python -m ulotki.desktop PATH_OF_ULOTKI_CMD`. The program lies where
its folder was unpacked, the officer's files under his profile: a new version is a new folder beside the old one, and
finds the same files.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path


def home(environment: Mapping[str, str]) -> Path:
    """The workspace of this user: the folder ulotki in his profile, which no service synchronises; else in his home."""
    return Path(environment.get("USERPROFILE") or Path.home()) / "ulotki"


def desktop(environment: Mapping[str, str]) -> Path:
    """The folder of the user's desktop, which Windows may have moved to another place."""
    if sys.platform == "win32":
        import winreg

        key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as folders:
            return Path(os.path.expandvars(str(winreg.QueryValueEx(folders, "Desktop")[0])))
    return home(environment).parent / "Desktop"


def shortcut(program: str) -> bytes:
    """A command file that starts the program at that path, in UTF-8 for any name of a user.

    A link of Windows (.lnk) needs a component that police machines may forbid; an internet shortcut (.url) loses
    letters such as Ł from the path.
    """
    doubled = program.replace("%", "%%")
    return f'@echo off\r\nchcp 65001 >nul\r\nstart "" "{doubled}"\r\n'.encode()


def place(folder: Path, program: str) -> None:
    """Put the shortcut on the desktop, or renew it after a move. A desktop that takes no files is left as it is."""
    target = folder / "ulotki.cmd"
    with suppress(OSError):
        if folder.is_dir() and (not target.exists() or target.read_bytes() != shortcut(program)):
            target.write_bytes(shortcut(program))


def start(program: str, words: Sequence[str], environment: Mapping[str, str], run: Callable[[list[str]], int]) -> int:
    """Make the workspace at the first start, then open the page. Gives the exit code of what was run.

    program: the path of ulotki.cmd. words: further options of `ulotki serve`. run: the command line.
    """
    place(desktop(environment), program)
    folder = home(environment)
    if not (folder / "ulotki.toml").exists() and (code := run(["init", str(folder)])):
        return code
    return run(["serve", "--workspace", str(folder), *words])


def main() -> None:
    """Start as a double-click does: the first argument is the path of ulotki.cmd."""
    from ulotki.cli.language import choose
    from ulotki.cli.main import run

    def run_in_language(words: list[str]) -> int:
        choose(words)
        return run(words)

    try:
        code = start(sys.argv[1], sys.argv[2:], os.environ, run_in_language)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
