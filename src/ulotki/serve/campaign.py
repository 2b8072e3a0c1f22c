"""The campaign: what is ordered and how much paper it takes, the edition made of it, and how that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as Answer

from ulotki.edition import words
from ulotki.edition.jobs import Job, Made
from ulotki.edition.record import Edition
from ulotki.errors import Finding, say
from ulotki.office import Outcome
from ulotki.office import edition as editions
from ulotki.office.approve import ApproveRequest, approve
from ulotki.office.boards import boards
from ulotki.office.build import build, try_piece
from ulotki.office.built import BuildRequest, Built
from ulotki.office.edition import CampaignView
from ulotki.office.pack import PackRequest
from ulotki.office.plan import plan
from ulotki.office.stack import PrintStack, make_stack
from ulotki.serve import kit, orders
from ulotki.serve.forms import Form
from ulotki.serve.safety import desk
from ulotki.serve.work import Task
from ulotki.serve.working import keep, pdf
from ulotki.workspace.memory import Wish
from ulotki.workspace.taken import BuildWork

pages = Blueprint("campaign", __name__, url_prefix="/akcja")
pages.register_blueprint(orders.pages)

ALL = Wish()
"""Everything that is ordered, as it is ordered."""


def shown(name: str | None = None) -> Outcome[CampaignView]:
    """The campaign called *name*, else the one of now."""
    return editions.view_campaign(desk().workspace, name, desk().day())


@pages.get("")
@pages.get("/<name>")
def ordered(name: str | None = None) -> tuple[str, int]:
    """What is ordered for whom, and what it takes."""
    if not desk().workspace.library().campaigns:
        return kit.page("campaign_none.html")
    return _ordered(shown(name), Form({}))


def _ordered(found: Outcome[CampaignView], form: Form) -> tuple[str, int]:
    """The page of what is ordered. form: its table of copies, as it was sent."""
    return kit.page(
        "campaign.html",
        code=422 if form.faults else 200,
        shown=found.value,
        findings=found.findings,
        ink=_ink(found.value),
        table=orders.table(found.value.campaign.id, form),
    )


@pages.post("/<name>/sztuki")
def count(name: str) -> Answer | tuple[str, int]:
    """Write how many copies of each order a place gets."""
    form = Form()
    return orders.write_copies(name, form) or _ordered(shown(name), form)


def _ink(found: CampaignView) -> float | None:
    """The share of the paper that toner covers, over all that is printed; None while nothing was made."""
    pieces = found.last.record.pieces if found.last else ()
    sides = sum(one.pages * one.copies for one in pieces)
    return sum(one.ink * one.pages * one.copies for one in pieces) / sides if sides else None


# Making


@pages.post("/przygotuj")
def make() -> Answer:
    """Start to make the edition, and then the files to print."""
    name = Form().text("campaign") or shown().value.campaign.id
    campaign = shown(name).value.campaign
    task = Task(f"/akcja/{campaign.id}", say("The edition is being made"), f"/akcja/{campaign.id}/wydanie")
    workspace, today = desk().workspace, desk().day()
    keeper = desk()
    voice = kit.voice()

    def deed(task: Task) -> Outcome[object]:
        def tries(tasks: Sequence[Job], shared: BuildWork) -> Iterator[tuple[Job, Made | tuple[Finding, ...]]]:
            with task.progress([job.name for job in tasks]) as done:
                for job in tasks:
                    yield job, try_piece(job, shared)
                    done(job.name)

        made = build(workspace, BuildRequest(campaign.id, ALL, voice=voice), today, tries)
        if made.value.final:
            task.title = say("The files to print are being made")
            keeper.printed[made.value.record.edition] = make_stack(
                workspace, PackRequest(campaign=campaign.id), today, task.progress
            ).value
        return cast(Outcome[object], made)

    desk().work.begin(task, deed)
    return redirect("/praca", 303)


# What came of it


@pages.get("/<name>/wydanie")
def made(name: str) -> tuple[str, int]:
    """The edition: in which order it is printed, and all its pieces."""
    found = shown(name)
    last = found.value.last
    if last is None:
        return _ordered(found, Form({}))
    stacked = desk().printed.get(last.record.edition)
    key = next((key for key, one in desk().stacks.items() if one is stacked), None) if stacked else None
    if stacked and key is None:
        key = keep(desk(), stacked)
    return kit.page(
        "campaign_edition.html",
        shown=found.value,
        edition=last,
        findings=found.findings,
        built=_built(last),
        stack=stacked,
        key=key,
        trial=_trial(last),
        marks=sorted({file.mark for file in last.record.files if file.mark}),
        approving=found.value.campaign.approval,
        down=boards(desk().workspace, desk().day()).value.down,
    )


def _built(last: Edition) -> dict[str, object] | None:
    """What the last build said of this edition, None when another run made it."""
    task = desk().work.task
    outcome = task.outcome if task else None
    if outcome is None or not isinstance(outcome.value, Built) or outcome.value.record.edition != last.record.edition:
        return None
    change = outcome.value.change
    return {
        "findings": outcome.findings,
        "asides": outcome.asides,
        "changed": tuple(words.changed(change)) if change else (),
    }


def _trial(last: Edition) -> str:
    """The piece of which one sheet shows most of how the printer is set: one of two sides, where there is any."""
    pieces = last.record.pieces
    return next((one.code for one in pieces if one.pages > 1), pieces[0].code) if pieces else ""


@pages.post("/<name>/druk")
def prepare(name: str) -> Answer:
    """Make the files to print anew, after the page was started again."""
    campaign = shown(name).value.campaign
    workspace, today, keeper = desk().workspace, desk().day(), desk()

    def deed(task: Task) -> Outcome[object]:
        outcome: Outcome[PrintStack] = make_stack(workspace, PackRequest(campaign=campaign.id), today, task.progress)
        keeper.printed[outcome.value.edition] = outcome.value
        return cast(Outcome[object], outcome)

    where = f"/akcja/{campaign.id}/wydanie"
    desk().work.begin(Task(where, say("The files to print are being made"), where), deed)
    return redirect("/praca", 303)


@pages.get("/<name>/zmiany")
def changes(name: str) -> tuple[str, int]:
    """What a new edition would change, and why."""
    found = shown(name)
    answer = plan(desk().workspace, BuildRequest(found.value.campaign.id, ALL), desk().day(), _here)
    planned = answer.value
    lines = [words.group(why, ones) for why, ones in planned.change.by_reason().items()]
    return kit.page("campaign_changes.html", shown=found.value, planned=planned, lines=lines, findings=answer.findings)


def _here(tasks: Sequence[Job], shared: BuildWork) -> Iterator[tuple[Job, Made | tuple[Finding, ...]]]:
    return ((job, try_piece(job, shared)) for job in tasks)


@pages.post("/<name>/zatwierdz")
def approved(name: str) -> Answer | tuple[str, int]:
    """Somebody's word that the pieces of what was made last may hang."""
    found, form = shown(name).value, Form()
    last = found.last
    request = ApproveRequest(last.record.edition if last else "", form.text("who"))
    done = form.attempt(lambda: approve(desk().workspace, request, desk().day()), ("who",))
    if done is None:
        return kit.page("trouble.html", code=422, found=(*form.faults.at.values(), *form.faults.above))
    what = say("Approved by {who}. Now make the edition once more.", who=done.value.by)
    return kit.saved(f"/akcja/{found.campaign.id}", what)


# Files


@pages.get("/plik/<edition>/<code>.pdf")
def piece(edition: str, code: str) -> Response:
    """A piece as it goes through the printer."""
    found = editions.find_edition(desk().workspace, edition)
    file = editions.find_file(found, code, sheet=True)
    return pdf(editions.file_bytes(desk().workspace, found, file), file.name)


@pages.get("/obraz/<edition>/<code>.png")
def picture(edition: str, code: str) -> Response:
    """The picture of a piece."""
    found = editions.find_edition(desk().workspace, edition)
    answer = Response(
        editions.picture_bytes(desk().workspace, found, editions.find_file(found, code)), mimetype="image/png"
    )
    answer.headers["Cache-Control"] = "private, max-age=3600"
    return answer
