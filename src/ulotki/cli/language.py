"""What language the program speaks: --lang, else the system's; and its sentences and values in it, harmless for a terminal."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ulotki.edition.voice import PageVoice
from ulotki.errors import Say, Where, figure, say
from ulotki.installed import DOMAIN, LOCALES, catalogue


def choose(arguments: list[str]) -> str:
    """Choose the language of this process before anything is printed, and return its code."""
    lang = _option(arguments) or _system()
    os.environ["LANGUAGE"] = "pl" if lang.lower().startswith("pl") else "en"
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    return os.environ["LANGUAGE"]


def _(text: str) -> str:
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


PIECES = 4
"""Pieces that are named at once."""

LONGEST = 160
"""Characters of somebody's words that are shown at once."""


def list_pieces(pieces: Sequence[str]) -> Say:
    """The pieces that something was found on, a few of them by name."""
    names = ", ".join(pieces[:PIECES])
    more = len(pieces) - PIECES
    return say("{pieces} and {count} more", pieces=names, count=more) if more > 0 else say("{pieces}", pieces=names)


def translate(sentence: Say) -> str:
    """*sentence* in the language of the program, with its values made harmless for a terminal."""
    return sentence.told(_, plain)


def translate_whole(hint: Say) -> str:
    """*hint* in the language of the program, whole: what is to be typed is never cut."""
    return hint.told(_, lambda text: harmless(text.replace("\N{NO-BREAK SPACE}", " ")))


def plain(text: str) -> str:
    """*text* without characters that could control a terminal, and cut after LONGEST."""
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    safe = harmless(text)
    return safe if len(safe) <= LONGEST else safe[: LONGEST - 1] + "…"


def harmless(text: str) -> str:
    """*text* with escapes for characters that could control a terminal or that it cannot show."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def place_text(at: Where) -> str:
    """A place as people find it: the file from where they stand, and the line."""
    file = path_text(Path(at.file)) if Path(at.file).is_absolute() else at.file
    return harmless(f"{file}:{at.line}" if at.line else str(file))


def path_text(path: Path) -> str:
    """*path* from the current folder when it lies below it, else whole."""
    try:
        return harmless(str(path.resolve().relative_to(Path.cwd())))
    except (OSError, ValueError):
        return harmless(str(path))


def megabytes(size: int) -> str:
    """A size in MB, one figure after the decimal sign."""
    return translate(say("{size} MB", size=figure(size / 1_000_000, ".1f")))


def page_voice() -> PageVoice:
    """What pages speak that are made for whoever called: the language of the program."""
    return PageVoice(translate, os.environ.get("LANGUAGE", "en"))


NOUNS = (
    *(say("scam"), say("campaign"), say("number"), say("address"), say("name"), say("format"), say("place")),
    *(say("missing"), say("early"), say("unconfirmed"), say("good"), say("due"), say("expired"), say("withdrawn")),
    *(say("template"), say("palette"), say("purpose"), say("language"), say("order"), say("entry"), say("piece")),
)
"""Words that reach sentences as values: said here, so that the catalogue has them."""
