"""The application: the guard, the screens of the table, and what is said when something goes wrong."""

from __future__ import annotations

from importlib import import_module

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from ulotki.errors import Refused, Say, Trouble, machine, mistake, say
from ulotki.files import Unfit
from ulotki.serve import entry, kit, safety, working
from ulotki.serve.desk import Desk
from ulotki.serve.screens import SCREENS

WORDS: dict[int, tuple[Say, Say]] = {
    403: (
        say("This page opens only from the program"),
        say("Start it again: ulotki serve, or double-click ulotki. The address opens once."),
    ),
    404: (say("There is nothing here"), say("Perhaps it was moved or made anew. Begin at the start.")),
    405: (say("This cannot be done so"), say("Begin at the start.")),
    413: (say("This file is too large"), say("At most 5 MB are taken. Save it smaller, or in parts.")),
    421: (say("This is not the address of this page"), say("Start it again: ulotki serve.")),
}
"""What is said for an answer of HTTP: (heading, what to do)."""


def create(desk: Desk) -> Flask:
    """The page over *desk*."""
    desk.workspace.recover()
    app = Flask("ulotki.serve", static_folder=None)
    app.extensions["desk"] = desk
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    safety.guard(app)
    app.context_processor(kit.context)
    app.register_blueprint(entry.pages)
    app.register_blueprint(working.pages)
    for screen in SCREENS:
        app.register_blueprint(import_module(f"ulotki.serve.{screen.id}").pages)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Trouble, _trouble)
    app.register_error_handler(OSError, _machine)
    app.register_error_handler(Exception, _mistake)
    return app


def _http(error: HTTPException) -> tuple[str, int]:
    code = error.code or 500
    heading, way = WORDS.get(code, (say("This did not work"), say("Begin at the start.")))
    return kit.page("http.html", code=code, heading=heading, way=way)


def _trouble(trouble: Trouble) -> tuple[str, int]:
    code = {2: 404, 3: 500}.get(trouble.code, 409)
    return kit.page("trouble.html", code=code, found=trouble.findings)


def _machine(error: OSError) -> tuple[str, int]:
    if isinstance(error, Unfit):
        return _trouble(Refused([error.finding]))
    return _trouble(machine(error))


def _mistake(error: Exception) -> tuple[str, int]:
    return kit.page("trouble.html", code=500, found=(mistake(error),))
