"""The server itself, and the one that runs already: it is asked for a new address instead of starting another."""

from __future__ import annotations

import _thread
import http.client
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from flask import Flask
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from ulotki.errors import Broken, Finding, say, system_words
from ulotki.serve import warm
from ulotki.serve.app import create
from ulotki.serve.desk import IDLE, Desk
from ulotki.serve.entry import AGAIN
from ulotki.workspace import serving

HERE = "127.0.0.1"
"""The only address that is listened at."""

TICK = 0.5
"""Seconds between two looks whether the program is over."""

LAST = 5.0
"""Seconds in which long work and the step of `warm` end: a thread must not draw while the program is taken down."""

THREADS = 8
"""Requests at once; browsers keep some open without asking anything."""


def running(desk: Desk) -> str | None:
    """A fresh address of the server that runs on this workspace already, None for none."""
    known = serving.known(desk.workspace.folder)
    if known is None:
        return None
    line = http.client.HTTPConnection(HERE, known.port, timeout=5)
    try:
        line.request("POST", "/znowu", headers={AGAIN: known.secret})
        answer = line.getresponse()
        address = answer.read(1000).decode("ascii", "replace")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    return address if answer.status == 200 and address.startswith(f"http://{HERE}:{known.port}/wejscie/") else None


def serve(desk: Desk, port: int, ready: Callable[[str], None], *, idle: float = IDLE) -> bool:
    """Answer until somebody ends the program or nobody uses it. port: 0 for a free one.  ready: hears the first address.

    False when the page of this workspace runs already: then *ready* hears an address of that one. idle: seconds without use.
    Raises Broken when the port is taken.
    """
    folder, done = desk.workspace.folder, threading.Event()
    with serving.starting(folder):
        if address := running(desk):
            ready(address)
            return False
        app = create(desk)
        server = _listening(app, desk, port)
        serving.note(folder, serving.Serving(desk.port, desk.keys.own))
    warming = threading.Thread(target=warm.up, args=(app, done), daemon=True)
    try:
        threading.Thread(target=_watch, args=(desk, idle, done), daemon=True).start()
        warming.start()
        with _interruptible(), suppress(KeyboardInterrupt):
            ready(f"{desk.address}/wejscie/{desk.keys.new()}")
            server.run()
    finally:
        done.set()
        desk.work.end(LAST)
        warming.join(LAST)
        serving.forget(folder, desk.port)
        server.close()
    return True


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl+C and `_watch` end the program where a shell has started it in the background, too: there both are ignored."""
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if ignored:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def _listening(app: Flask, desk: Desk, port: int) -> BaseWSGIServer | MultiSocketServer:
    """The server, which listens and does not answer yet; *desk* learns its port."""
    try:
        server = create_server(app, host=HERE, port=port, threads=THREADS, ident=None, max_request_body_size=6_000_000)
    except OSError as error:
        what = say("the page cannot use the port {port}: {why}", port=port, why=system_words(error))
        raise Broken([Finding("machine", what, say("leave --port out, and a free one is taken"))]) from error
    desk.port = int(server.effective_port)  # type: ignore[union-attr]
    return server


def _watch(desk: Desk, idle: float, done: threading.Event) -> None:
    """End the program when it is over: as Ctrl+C would, which is how waitress ends in order."""
    while not done.wait(TICK):
        if desk.over(idle):
            _thread.interrupt_main()
            return
