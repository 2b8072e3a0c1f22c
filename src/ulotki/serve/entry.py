"""The way in, what every page loads, and the language."""

from __future__ import annotations

import hashlib
from functools import cache

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from ulotki.installed import shipped
from ulotki.look.vendored import SHA256, genuine
from ulotki.serve.keys import equal
from ulotki.serve.safety import begin_session, desk
from ulotki.serve.words import SPOKEN

pages = Blueprint("entry", __name__)

FILES = {
    "page.css": ("assets/page.css", "text/css"),
    "page.svg": ("assets/page.svg", "image/svg+xml"),
    "htmx.min.js": ("assets/htmx.min.js", "text/javascript"),
    "page.js": ("assets/page.js", "text/javascript"),
    **{
        f"fonts/UlotkiPlain-{weight}.ttf": (f"fonts/UlotkiPlain-{weight}.ttf", "font/ttf")
        for weight in ("Regular", "SemiBold", "Bold", "ExtraBold")
    },
}
"""What every page loads: its address → (the shipped file, its kind). Nothing else is found by a name."""

LANGUAGE = "ulotki-lang"
"""The cookie that remembers the language. It says nothing of anybody."""

AGAIN = "X-Ulotki-Again"
"""The header with which a second start shows that it is of the same user."""


@pages.get("/wejscie/<key>")
def enter(key: str) -> Answer:
    """Change the key of the first address into a cookie."""
    return begin_session(key)


@pages.post("/znowu")
def again() -> Response:
    """A new first address, for a second start that knows our own secret."""
    if not equal(request.headers.get(AGAIN, ""), desk().keys.own):
        abort(403)
    return Response(f"{desk().address}/wejscie/{desk().keys.new()}", mimetype="text/plain")


@cache
def edition() -> str:
    """A digest of all FILES. It stands in their addresses, so a browser asks for a file once, and again when it is another."""
    return hashlib.sha256(b"".join(shipped(file) for file, _kind in FILES.values())).hexdigest()[:12]


@pages.get("/s/<digest>/<path:name>")
def static(digest: str, name: str) -> Response:
    """A file that every page loads; a page of another edition of the program gets the one of today."""
    if name not in FILES:
        abort(404)
    file, kind = FILES[name]
    data = shipped(file)
    answer = Response(genuine(file, data) if file in SHA256 else data, mimetype=kind)
    answer.headers["Cache-Control"] = "private, max-age=31536000, immutable" if digest == edition() else "no-cache"
    return answer


@pages.get("/jezyk/<lang>")
def language(lang: str) -> Answer:
    """Speak another language from now on."""
    if lang not in SPOKEN:
        abort(404)
    answer = redirect("/", 303)
    answer.set_cookie(LANGUAGE, lang, max_age=31_536_000, httponly=True, samesite="Strict", path="/")
    return answer
