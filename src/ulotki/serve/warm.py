"""What the first click would wait for, done while nobody clicks: templates, use cases, one piece from words to picture.

Nothing is kept but what the first click would keep, so no answer depends on whether this is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pkgutil import iter_modules
from threading import Event

from flask import Flask

from ulotki import office
from ulotki.errors import Trouble
from ulotki.serve import prints
from ulotki.serve.desk import Desk

QUIET = 0.2
"""Seconds without a request before the next step."""


def up(app: Flask, done: Event) -> None:
    """Take all steps, each when nobody has asked for anything just now. done: the program is over."""
    desk: Desk = app.extensions["desk"]
    with app.app_context():
        for step in _steps(app, desk):
            while not done.is_set() and desk.clock() - desk.used < QUIET:
                done.wait(QUIET / 4)
            if done.is_set():
                return
            with suppress(Trouble, OSError):  # whoever asks for it is told
                step()


def _steps(app: Flask, desk: Desk) -> Iterator[Callable[[], object]]:
    """What there is to do, each within a few hundredths of a second, in the order in which it is asked for."""
    others = [name for name in app.jinja_env.list_templates() if name not in FIRST]
    yield desk.library
    yield from (partial(app.jinja_env.get_template, name) for name in FIRST)
    yield from (partial(getattr, office, one.name) for one in iter_modules(office.__path__))
    yield from prints.ahead()
    yield from (partial(app.jinja_env.get_template, name) for name in others)


FIRST = ("base.html", "kit.html", "start.html", "prints.html")
"""The templates of the first two pages."""
