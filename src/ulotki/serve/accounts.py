"""Accounts: the figures of a period, the final account of a plan, and the note for the unit's page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, request

from ulotki.documents.formats import document_file, document_text
from ulotki.errors import Misused, Trouble
from ulotki.handout.coverage import WARNED
from ulotki.office import press_note as notes
from ulotki.office import report as reports
from ulotki.office import summary as summaries
from ulotki.serve import kit
from ulotki.serve.forms import Form
from ulotki.serve.safety import desk
from ulotki.serve.words import told
from ulotki.serve.working import pdf

pages = Blueprint("accounts", __name__, url_prefix="/sprawozdanie")

FIELDS = ("first", "last")


@pages.get("")
def every() -> tuple[str, int]:
    """The figures of a period, and what can be made of them."""
    form = Form(request.args)
    asked = reports.ReportRequest(form.day("first"), form.day("last"))
    done = form.attempt(lambda: reports.make_account(desk().workspace, asked, desk().day()), FIELDS)
    whole = done or reports.make_account(desk().workspace, reports.ReportRequest(), desk().day())
    code = 422 if form.faults else 200
    return kit.page("accounts.html", code=code, **_shown(form, whole.value), findings=whole.findings)


def _shown(form: Form, answer: reports.CampaignAccount) -> dict[str, Any]:
    found = answer.report
    return {
        "form": form,
        "faults": form.faults,
        "found": found,
        "warned": sum(one.state in WARNED for one in answer.covered),
        "places": len(answer.covered),
        "waits": sum(one.state == "waits" for one in answer.covered),
        "day": answer.office.day,
        "days": f"first={found.first}&last={found.last}",
        "planned": _planned(),
        "note": _note(),
    }


def _planned() -> bool:
    """Whether the period of the plan is written down."""
    try:
        return bool(summaries.plan_period(desk().workspace.library(), summaries.SummaryRequest()))
    except Misused:
        return False


def _note() -> str:
    """The words of the note; "" while it cannot be written, which its own address explains."""
    try:
        return document_text(notes.make_note(desk().workspace, notes.PressNoteRequest(), desk().day()).value.paper)
    except Trouble:
        return ""


@pages.get("/sprawozdanie.<ending>")
def report(ending: str) -> Response:
    """The figures as a file."""
    form = Form(request.args)
    asked = reports.ReportRequest(form.day("first"), form.day("last"))
    if form.faults or ending not in ("pdf", "txt", "html", "csv"):
        abort(404)
    answer = reports.make_account(desk().workspace, asked, desk().day()).value
    return _file(answer.document(f".{ending}", lambda sentence: told(sentence, kit.lang())), "sprawozdanie", ending)


@pages.get("/informacja.<ending>")
def summary(ending: str) -> Response:
    """The final account of the plan as a file."""
    if ending not in ("pdf", "txt", "html"):
        abort(404)
    answer = summaries.make_final_account(desk().workspace, summaries.SummaryRequest(), desk().day()).value
    return _file(document_file(answer.paper, f".{ending}"), "informacja", ending)


@pages.get("/notatka.<ending>")
def note(ending: str) -> Response:
    """The note for the unit's page as a file, or its picture."""
    answer = notes.make_note(desk().workspace, notes.PressNoteRequest(), desk().day()).value
    if ending == "png" and answer.picture is not None:
        return _attached(answer.picture, "image/png", "notatka.png")
    if ending not in ("pdf", "txt", "html"):
        abort(404)
    return _file(document_file(answer.paper, f".{ending}"), "notatka", ending)


KINDS = {"txt": "text/plain; charset=utf-8", "html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8"}


def _file(data: bytes, name: str, ending: str) -> Response:
    return pdf(data, name) if ending == "pdf" else _attached(data, KINDS[ending], f"{name}.{ending}")


def _attached(data: bytes, kind: str, name: str) -> Response:
    """A file that the browser saves."""
    answer = Response(data, content_type=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
