"""What language the program speaks: --lang, else the system's. What stands on paper has nothing to do with it."""

from __future__ import annotations

import gettext
import os
import sys

from ulotki.installed import DOMAIN, LOCALES, catalogue


def choose(arguments: list[str]) -> str:
    """Choose the language of this process before anything is printed, and return its code."""
    lang = _option(arguments) or _system()
    os.environ["LANGUAGE"] = "pl" if lang.lower().startswith("pl") else "en"
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    return os.environ["LANGUAGE"]


def translated(text: str) -> str:
    """A sentence in the chosen language, English before `choose`. `gettext.gettext` looks for the catalogue each time."""
    return catalogue(os.environ.get("LANGUAGE", "en")).gettext(text)


def _option(arguments: list[str]) -> str:
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return ""


def _system() -> str:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
