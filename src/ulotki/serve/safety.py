"""Who may ask for what: nobody but a browser of this user that came with our key, and no page of anybody else.

A request is refused unless it is for our own name (DNS rebinding), of a session that began with a key, and, when it
changes something, sent by a form of ours. An answer says what a browser may do with it, which is close to nothing.
"""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, redirect, request
from werkzeug.exceptions import Forbidden, MethodNotAllowed, MisdirectedRequest
from werkzeug.wrappers import Response as Answer

from ulotki.serve.desk import Desk
from ulotki.serve.keys import equal
from ulotki.workspace import Workspace

SELF = ("style-src", "script-src", "img-src", "font-src", "connect-src", "form-action")
CSP = "; ".join(
    ("default-src 'none'", *(f"{kind} 'self'" for kind in SELF), "base-uri 'none'", "frame-ancestors 'none'")
)

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with it a browser sends "Origin: null" with forms of our own (Fetch, 3.2.8).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

UPLOAD = 5 * 1024 * 1024
"""Bytes of a request at most."""

OPEN = frozenset({"entry.enter", "entry.again"})
"""What may be asked for without a session: it is where one begins."""

ALIVE = "working.alive"
"""What an open tab asks by itself, whether the program still runs; with anything in the query somebody types there."""


def desk() -> Desk:
    """What this server holds."""
    found: Desk = current_app.extensions["desk"]
    return found


def ours() -> Workspace:
    """The workspace of the page."""
    return desk().workspace


def today() -> datetime.date:
    """The day on which this is asked."""
    return desk().day()


def now() -> str:
    """The moment at which this is asked, UTC, as the ledger writes it."""
    return desk().moment()


def cookie() -> str:
    """The name of our cookie: cookies know no ports, so it says which."""
    return f"ulotki-{desk().port}"


def session() -> str:
    """The session of this request, "" for none."""
    return request.cookies.get(cookie(), "")


def guard(app: Flask) -> None:
    """Let *app* refuse what is not ours, and say with each answer what may be done with it."""
    app.config["MAX_CONTENT_LENGTH"] = UPLOAD
    app.config["MAX_FORM_MEMORY_SIZE"] = UPLOAD
    app.config["MAX_FORM_PARTS"] = 5000
    app.before_request(_allowed)
    app.after_request(_sealed)


def _allowed() -> None:
    if request.method not in ("GET", "HEAD", "POST"):
        raise MethodNotAllowed(["GET", "HEAD", "POST"])
    if request.host not in desk().hosts:
        raise MisdirectedRequest
    if request.endpoint in OPEN:
        return
    if not (session() and desk().keys.known(session())):
        g.stranger = True
        raise Forbidden
    if request.endpoint != ALIVE or request.args:
        desk().touch()
    if request.method == "POST":
        _ours()


def _ours() -> None:
    """Raises Forbidden for a change that no form of ours has sent."""
    sent = urlsplit(request.headers.get("Origin", ""))
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    own = sent.scheme == "http" and sent.netloc == request.host and not sent.path
    if not own or site != "same-origin" or not equal(request.form.get("token", ""), desk().keys.token(session())):
        raise Forbidden


def _sealed(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    answer.headers.setdefault("Cache-Control", "no-store")
    answer.headers.pop("Server", None)
    return answer


def begin_session(key: str) -> Answer:
    """The start, with a session in place of the key. Raises Forbidden when it opens nothing."""
    found = desk().keys.enter(key)
    if found is None:
        g.stranger = True
        raise Forbidden
    answer = redirect("/", 303)
    answer.set_cookie(cookie(), found, httponly=True, samesite="Strict", path="/")
    return answer
