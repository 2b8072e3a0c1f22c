"""Files that ship with the program: faces, pictograms and the national library."""

from __future__ import annotations

from pathlib import Path

from ulotki.errors import Broken, Finding, Where, say

LOCALES = Path(__file__).parent / "locale"
"""Where the translations lie."""

DOMAIN = "messages"
"""The domain that click speaks too, so one catalogue holds its sentences and ours."""


def home() -> Path:
    """The folder with leaflets/library, fonts and assets: inside the installed package, or in a checkout."""
    package = Path(__file__).parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parents[1]


def shipped(name: str) -> bytes:
    """The bytes of a shipped file such as "fonts/….ttf". Raises Broken when it cannot be read."""
    try:
        return (home() / name).read_bytes()
    except OSError as error:
        raise Broken(
            [
                Finding(
                    "vendored",
                    say("this file of the program cannot be read: {why}", why=error.strerror or error),
                    say("install ulotki again"),
                    Where(name),
                )
            ]
        ) from error
