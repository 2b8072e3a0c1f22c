"""What all screens share: the page around them, the menu, what was done last, and the answer after a change."""

from __future__ import annotations

import datetime
from contextlib import suppress
from typing import Any, TypeVar

from flask import abort, g, redirect, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from ulotki.content.typography import HOME
from ulotki.content.value import Value
from ulotki.edition.voice import PageVoice
from ulotki.errors import Say, Trouble, contact, say
from ulotki.office.changes import list_changes
from ulotki.office.stack import HANGS
from ulotki.serve import names, ways_out, words
from ulotki.serve.desk import LastChange
from ulotki.serve.entry import LANGUAGE, edition
from ulotki.serve.forms import Form
from ulotki.serve.hidden import hush, waits
from ulotki.serve.icons import drawn, icon
from ulotki.serve.safety import desk, ours, session, today
from ulotki.serve.screens import SCREENS, Screen

T = TypeVar("T")


def lang() -> str:
    """What the page speaks to this browser."""
    chosen = request.cookies.get(LANGUAGE, "")
    return chosen if chosen in words.SPOKEN else desk().lang


def voice() -> PageVoice:
    """What pages speak that are made for this browser."""
    speaks = lang()  # now: long work speaks when no browser asks
    return PageVoice(lambda sentence: words.translate(sentence, speaks), speaks)


def translate(sentence: Say) -> str:
    """*sentence* in the language of this browser."""
    return words.translate(sentence, lang())


def screen() -> str:
    """The id of the screen that answers."""
    return (request.blueprint or "").split(".")[0]


def menu() -> list[tuple[Say, list[Screen]]]:
    """The screens by group."""
    groups: dict[Say, list[Screen]] = {}
    for one in SCREENS:
        groups.setdefault(one.group, []).append(one)
    return list(groups.items())


def page(template: str, *, code: int = 0, **values: Any) -> tuple[str, int]:
    """The page *template* with what it says. A form brings its faults, and is shown once more with them.

    code: of HTTP, 0 for 422 with faults and else 200.
    """
    last, form = desk().last_change, values.get("form")
    faults = values.setdefault("faults", form.faults if isinstance(form, Form) else None)
    code = code or (422 if faults else 200)
    own = last if last and last.screen == screen() else None
    return render_template(template, done=own, code=code, **values), code


def there(value: T | None) -> T:
    """*value*; whoever asks for what is not there is told so."""
    if value is None:
        abort(404)
    return value


def saved(where: str, what: Say, more: Say | None = None, back: tuple[Say, str] | None = None) -> Answer:
    """Go on to the address *where*, which says what was done."""
    both = say("What was changed elsewhere meanwhile stays.") if "sent" in g else None
    desk().last_change = LastChange(screen(), what, more or both, back)
    return redirect(where, 303)


def changed(where: str, number: int, what: Say, more: Say | None = None) -> Answer:
    """`saved` after a change of files that can be taken back. number: of the change, 0 when nothing changed."""
    return saved(where, what, more, undo_of(number)) if number else saved(where, say("Nothing changed."))


MEND = (say("Mend"), "/co-gdzie-wisi/wpisy")
"""The button that leads to the entries of the ledger."""


def undo() -> tuple[Say, str] | None:
    """The button that leads to the undo of the last change of a file; None when none is kept."""
    last = next(iter(list_changes(ours()).value), None)
    return undo_of(last.number if last else 0)


def undo_of(number: int) -> tuple[Say, str] | None:
    """The button that leads to the undo of a change; None for 0."""
    return (say("Undo"), f"/ustawienia/historia/{number}") if number else None


def context() -> dict[str, Any]:
    """What every template knows."""
    speaks = lang()

    def _(text: str, /, **values: object) -> str:
        return words.phrase(speaks, text, values)

    def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
        return words.counted(speaks, one, many, count, values)

    def told(sentence: Say | str | None) -> str:
        return hushed(words.screen_text(sentence, speaks) if isinstance(sentence, Say) else str(sentence or ""))

    waiting = _waiting()

    def hushed(text: str) -> str:
        return hush(text, waiting, words.translate(HIDDEN, speaks)) if waiting else text

    return {
        "_": _,
        "ngettext": ngettext,
        "told": told,
        "sentence": lambda said: hushed(words.sentence(said, speaks)),
        "sentences": lambda one, hint=True: ways_out.sentences(one, speaks, hushed, hint=hint),
        "way": lambda hint: ways_out.way_out(hint, speaks, hushed),
        "hushed": hushed,
        "day": lambda value, year=False: words.day(_date(value), speaks, year=year),
        "weekday": lambda value: words.weekday(_date(value), speaks),
        "lang": speaks,
        "others": [(code, words.NAMES[code]) for code in words.SPOKEN if code != speaks],
        "template_name": lambda id: told(names.template(id)),
        "word_options": lambda known: [(code, told(word)) for code, word in known.items()],
        "place_word": lambda word: told(names.KINDS.get(word, word)),
        "contact": contact(),
        "files": edition(),
        "hangs": HANGS,
        "icon": icon,
        "drawn": drawn,
        "menu": [] if stranger() else menu(),
        "current": screen(),
        "gmina": _gmina(),
        "token": lambda: Markup('<input type="hidden" name="token" value="{}">').format(desk().keys.token(session())),
        "now": today,
        "home": HOME,
    }


HIDDEN = say("(hidden until it is confirmed)")
"""What stands in the place of a value that a second person still has to type."""


def quiet(text: str) -> str:
    """*text* as a page has it, for what is no page: without values that nobody has confirmed."""
    return hush(text, _waiting(), translate(HIDDEN))


def stranger() -> bool:
    """Whether this browser has not come in with a key."""
    return getattr(g, "stranger", False) or not session()


def _waiting() -> tuple[Value, ...]:
    """Values that nobody reads on a page, because a second person still has to type them."""
    with suppress(Trouble, OSError):
        if not stranger():
            return tuple(one for one in desk().library().register if waits(one, today()))
    return ()


def _date(value: datetime.date | str) -> datetime.date:
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value


def _gmina() -> str:
    """Whose page it is, "" while nobody can tell."""
    with suppress(Trouble, OSError):
        if not stranger() and (publisher := ours().library().publisher):
            return publisher.gmina
    return ""
