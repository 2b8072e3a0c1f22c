"""What is wrong and the way out in sentences: a command is a link to the screen that stands for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from ulotki.errors import Finding, Say, say
from ulotki.serve.screens import SCREENS, Screen
from ulotki.serve.words import sentence, translate

COMMAND = re.compile(r"[:,;]? *\bulotki ((?:[a-z]+[a-z-]*)(?: [a-z]+)?).*")
"""A command in a way out, and all that follows it."""

BY_KIND = {
    "list places": "places set",
    "list numbers": "numbers list",
    "new place": "places set",
    "new campaign": "build",
    "check": "doctor",
}
"""What does on the page what a command of several kinds, or one of the terminal, does."""


def stands_for(command: str) -> Screen | None:
    """The screen of a command such as "numbers set" or "build jesien", None for one of the terminal."""
    first = command.partition(" ")[0]
    wanted = BY_KIND.get(command, command), BY_KIND.get(first, first)
    return next((one for name in wanted for one in SCREENS if name in one.commands), None)


def way_out(hint: Say, lang: str, hushed: Callable[[str], str]) -> str:
    """*hint* as a sentence of its own; a command in it, and what follows, is a link to the screen that stands for it."""
    text = hushed(sentence(hint, lang))
    typed = COMMAND.search(text)
    to = stands_for(typed[1]) if typed else None
    if typed is None or to is None:
        return text
    before = f"{text[:1].upper()}{text[1 : typed.start()]}:" if typed.start() else translate(say("Go to:"), lang)
    return Markup('{} <a href="{}">{}</a>').format(before, to.path, translate(to.name, lang))


def sentences(one: Finding, lang: str, hushed: Callable[[str], str], *, hint: bool = True) -> str:
    """What is wrong and the way out, each as a sentence of its own. hint: whether the way out is said."""
    what = hushed(sentence(one.what, lang))
    if one.hint is None or not hint:
        return what
    end = "" if what.endswith((".", "?", "!", "…")) else "."
    return Markup("{}{} {}").format(what, end, way_out(one.hint, lang, hushed))
