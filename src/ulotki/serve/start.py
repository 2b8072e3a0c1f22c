"""Start: what is to be done today, and the three ways in."""

from __future__ import annotations

from flask import Blueprint

from ulotki import office
from ulotki.serve import kit
from ulotki.serve.safety import ours, today
from ulotki.serve.screens import SCREENS

pages = Blueprint("start", __name__)

LATEST = 3
"""Changes that are shown at the start."""


@pages.get("/")
def start() -> tuple[str, int]:
    """What is to be done."""
    found = office.overview.overview(ours(), today())
    known = {screen.id: screen.path for screen in SCREENS}
    recent = [one for one in office.changes.list_changes(ours()).value if not one.undone_by][:LATEST]
    template = "start.html" if found.value.begun else "start_empty.html"
    return kit.page(template, known=found.value, findings=found.findings, screens=known, changes=recent)
