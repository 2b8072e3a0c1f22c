"""Start: what is to be done today, and the three ways in."""

from __future__ import annotations

from flask import Blueprint

from ulotki.serve import kit

pages = Blueprint("start", __name__)


@pages.get("/")
def start() -> tuple[str, int]:
    """What is to be done."""
    return kit.page("start.html")
