"""What language the program speaks: --lang, else the system's. What stands on paper has nothing to do with it."""

from __future__ import annotations

import gettext
import os
import sys
from functools import cache

from ulotki.installed import DOMAIN, LOCALES


def choose(arguments: list[str]) -> str:
    """Choose the language of this process before anything is printed, and return its code."""
    lang = _option(arguments) or _system()
    os.environ["LANGUAGE"] = "pl" if lang.lower().startswith("pl") else "en"
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    return os.environ["LANGUAGE"]


def translated(text: str) -> str:
    """A sentence in the chosen language, English before `choose`. `gettext.gettext` looks for the catalogue each time."""
    return _catalogue(os.environ.get("LANGUAGE", "en")).gettext(text)


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALES, [lang], fallback=True)


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
