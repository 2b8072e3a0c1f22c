"""The long work that is under way, on a page that goes on by itself; and the files that came of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.serve import kit
from ulotki.serve.desk import Desk
from ulotki.serve.downloads import send
from ulotki.serve.safety import desk
from ulotki.serve.work import Task, busy

pages = Blueprint("working", __name__)

MOST = 6
"""Stacks that are kept: the oldest goes, and is made anew when somebody asks for it."""


def begin(task: Task, deed: Callable[[Task], office.Outcome[Any]]) -> Answer:
    """Start long work, and show how far it is. Raises Misused while other work runs."""
    desk().work.begin(task, deed)
    return redirect("/praca", 303)


@pages.get("/praca")
def state() -> Answer | tuple[str, int]:
    """How far the work is; when it is done, where it leads."""
    task = desk().work.task
    if task is None:
        return redirect("/", 303)
    if task.running:
        part = "HX-Request" in request.headers
        return kit.page("working_part.html" if part else "working.html", task=task)
    if task.trouble is not None:
        return _lead_to(task, "/praca/koniec")
    return _lead_to(task, task.screen if task.stopped else task.then)


@pages.get("/praca/koniec")
def end() -> Answer | tuple[str, int]:
    """Why the work came to nothing."""
    task = desk().work.task
    if task is None or task.trouble is None:
        return redirect("/", 303)
    raise task.trouble


@pages.post("/praca/zatrzymaj")
def stop() -> Answer:
    """End the work; nothing of it is saved."""
    task = desk().work.task
    if task is None:
        return redirect("/", 303)
    task.stop.set()
    return redirect(task.screen, 303)


@pages.get("/zyje")
def alive() -> Response:
    """That the program runs: an open tab asks for it, and says plainly when nobody answers."""
    return Response("", 204)


@pages.get("/zamknij")
def ask() -> tuple[str, int]:
    """The question whether to end the program."""
    return kit.page("working_end.html", ended=False)


@pages.post("/zamknij")
def close() -> tuple[str, int]:
    """End the program, once this is answered. Raises Misused while work is under way."""
    task = desk().work.task
    if task and task.running:
        raise busy()
    desk().closed = True
    return kit.page("working_end.html", ended=True, menu=())  # no link leads anywhere now


def _lead_to(task: Task, where: str) -> Answer:
    """Lead on to *where*: for a part of a page the browser has to be told to leave it."""
    if "HX-Request" in request.headers:
        return Response("", headers={"HX-Redirect": where})
    return redirect(where, 303)


def keep(keeper: Desk, stack: office.stack.PrintStack) -> str:
    """An id under which the files of *stack* are found while the server runs. keeper: may be asked by another thread."""
    key = secrets.token_urlsafe(12)
    kept = keeper.stacks
    kept[key] = stack
    while len(kept) > MOST:
        del kept[next(iter(kept))]
    return key


@pages.get("/druk/<key>/<int:number>.pdf")
def printed(key: str, number: int) -> Response:
    """A file of a stack, read back before it came here."""
    stack = desk().stacks.get(key)
    if stack is None or not 1 <= number <= len(stack.files):
        abort(404)
    return send(stack.files[number - 1].data, f"druk-{stack.edition}-{number}.pdf")


@pages.get("/druk/<key>")
def files(key: str) -> tuple[str, int]:
    """All files of a stack, when there are several."""
    return kit.page("working_files.html", stack=kit.there(desk().stacks.get(key)), key=key)
