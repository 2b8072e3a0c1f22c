"""Accounts: the figures of a period, the final account of a plan, and the note for the unit's page."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, Response, abort, request

from ulotki import office
from ulotki.documents.formats import document_text
from ulotki.errors import Misused, Trouble
from ulotki.handout.coverage import WARNED
from ulotki.serve import downloads, kit
from ulotki.serve.forms import Form
from ulotki.serve.safety import ours, today

pages = Blueprint("accounts", __name__, url_prefix="/sprawozdanie")


@pages.get("")
def every() -> tuple[str, int]:
    """The figures of a period, and what can be made of them."""
    form = Form(request.args)
    asked = office.report.ReportRequest(form.day("first"), form.day("last"))
    done = form.attempt(lambda: office.report.make_account(ours(), asked, today()), ("first", "last"))
    whole = done or office.report.make_account(ours(), office.report.ReportRequest(), today())
    answer, told = whole.value, _note()
    return kit.page(
        "accounts.html",
        form=form,
        found=answer.report,
        warned=sum(one.state in WARNED for one in answer.covered),
        places=len(answer.covered),
        waits=sum(one.state == "waits" for one in answer.covered),
        day=answer.office.day,
        days=f"first={answer.report.first}&last={answer.report.last}",
        planned=_has_plan(),
        note=document_text(told.paper) if told else "",
        picture=told and told.picture is not None,
        findings=whole.findings,
    )


def _has_plan() -> bool:
    with suppress(Misused):
        return bool(office.summary.plan_period(ours().library()))
    return False


def _note() -> office.press_note.FinishedNote | None:
    """The note; None while it cannot be written, which its own address explains."""
    with suppress(Trouble):
        return office.press_note.make_note(ours(), today()).value
    return None


@pages.get("/sprawozdanie.<any(pdf, txt, html, csv):ending>")
def report(ending: str) -> Response:
    """The figures as a file."""
    form = Form(request.args)
    asked = office.report.ReportRequest(form.day("first"), form.day("last"))
    if form.faults:
        abort(404)
    answer = office.report.make_account(ours(), asked, today()).value
    return downloads.send(answer.document(f".{ending}", kit.translate), f"sprawozdanie.{ending}")


@pages.get("/informacja.<ending>")
def summary(ending: str) -> Response:
    """The final account of the plan as a file."""
    return downloads.paper(office.summary.make_final_account(ours(), today()).value.paper, f"informacja.{ending}")


@pages.get("/notatka.<ending>")
def note(ending: str) -> Response:
    """The note for the unit's page as a file, or its picture."""
    answer = office.press_note.make_note(ours(), today()).value
    if ending == "png" and answer.picture is not None:
        return downloads.send(answer.picture, "notatka.png")
    return downloads.paper(answer.paper, f"notatka.{ending}")
