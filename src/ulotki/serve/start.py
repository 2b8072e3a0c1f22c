"""Start: what is to be done today, and the three ways in."""

from __future__ import annotations

from flask import Blueprint

from ulotki.content.due import DAYS
from ulotki.office.due import due
from ulotki.serve import kit
from ulotki.serve.safety import desk

pages = Blueprint("start", __name__)


@pages.get("/")
def start() -> tuple[str, int]:
    """What is to be done."""
    soon = due(desk().workspace.library(), DAYS, desk().day())
    return kit.page("start.html", due=soon.value.entries)
