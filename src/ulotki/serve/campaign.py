"""The campaign: what is ordered and how much paper it takes, the edition made of it, and how that is printed."""

from __future__ import annotations

import datetime

from flask import Blueprint, Response
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.content.campaign import Campaign
from ulotki.edition import words
from ulotki.edition.record import Edition
from ulotki.errors import say
from ulotki.serve import downloads, kit, orders
from ulotki.serve.desk import Desk
from ulotki.serve.forms import Form
from ulotki.serve.safety import desk, ours, today
from ulotki.serve.work import Task
from ulotki.serve.working import begin, keep
from ulotki.workspace.memory import Wish

pages = Blueprint("campaign", __name__, url_prefix="/akcja")
pages.register_blueprint(orders.pages)

ALL = Wish()
"""Everything that is ordered, as it is ordered."""


def find_campaign(name: str | None = None) -> office.Outcome[office.edition.CampaignView]:
    """The campaign called *name*, else the one of now."""
    return office.edition.view_campaign(ours(), name, today())


@pages.get("")
@pages.get("/<name>")
def ordered(name: str | None = None, form: Form | None = None) -> tuple[str, int]:
    """What is ordered for whom, and what it takes. form: its table of copies, as it was sent."""
    if not ours().library().campaigns:
        return kit.page("campaign_none.html")
    found, form = find_campaign(name), form or Form({})
    last = found.value.last
    return kit.page(
        "campaign.html",
        faults=form.faults,
        shown=found.value,
        findings=found.findings,
        ink=words.whole_ink(last.record) if last and last.record.pieces else None,
        table=orders.table(found.value.campaign.id, form),
    )


@pages.post("/<name>/sztuki")
def count(name: str) -> Answer | tuple[str, int]:
    """Write how many copies of each order a place gets."""
    form = Form()
    return orders.write_copies(name, form) or ordered(name, form)


# Making


@pages.post("/przygotuj")
def make() -> Answer:
    """Start to make the edition, and then the files to print."""
    name = Form().text("campaign") or find_campaign().value.campaign.id
    campaign = find_campaign(name).value.campaign
    keeper, day, voice = desk(), today(), kit.voice()

    def deed(task: Task) -> office.Outcome[office.built.Built]:
        order = office.built.BuildRequest(campaign.id, ALL, voice=voice)
        made = office.build.build(keeper.workspace, order, day, office.trying.making(task.progress))
        if made.value.final:
            task.title = PRINTING
            _stack(keeper, campaign, day, task)
        return made

    where = f"/akcja/{campaign.id}"
    return begin(Task(where, say("The edition is being made"), f"{where}/wydanie"), deed)


PRINTING = say("The files to print are being made")


def _stack(keeper: Desk, campaign: Campaign, day: datetime.date, task: Task) -> office.Outcome[office.stack.PrintStack]:
    """Make the files to print, and keep them."""
    asked = office.meant_packs.PackRequest(campaign=campaign.id)
    outcome = office.stack.make_stack(keeper.workspace, asked, day, task.progress)
    keeper.printed[outcome.value.edition] = outcome.value
    return outcome


# What came of it


@pages.get("/<name>/wydanie")
def made(name: str) -> tuple[str, int]:
    """The edition: in which order it is printed, and all its pieces."""
    found = find_campaign(name)
    last = found.value.last
    if last is None:
        return ordered(name)
    stacked = desk().printed.get(last.record.edition)
    key = next((key for key, one in desk().stacks.items() if one is stacked), None) if stacked else None
    if stacked and key is None:
        key = keep(desk(), stacked)
    return kit.page(
        "campaign_edition.html",
        shown=found.value,
        edition=last,
        findings=found.findings,
        built=_build_news(last),
        stack=stacked,
        key=key,
        trial=_trial(last),
        marks=sorted({file.mark for file in last.record.files if file.mark}),
        approving=found.value.campaign.approval,
        down=office.boards.boards(ours(), today()).value.down,
    )


def _build_news(last: Edition) -> dict[str, object] | None:
    """What the last build said of this edition, None when another run made it."""
    task = desk().work.task
    outcome = task.outcome if task else None
    if outcome is None or not isinstance(outcome.value, office.built.Built):
        return None
    if outcome.value.record.edition != last.record.edition:
        return None
    change = outcome.value.change
    return {
        "findings": outcome.findings,
        "asides": outcome.asides,
        "changed": tuple(words.change_lines(change)) if change else (),
    }


def _trial(last: Edition) -> str:
    """The piece of which one sheet shows most of how the printer is set: one of two sides, where there is any."""
    pieces = last.record.pieces
    return next((one.code for one in pieces if one.pages > 1), pieces[0].code) if pieces else ""


@pages.post("/<name>/druk")
def prepare(name: str) -> Answer:
    """Make the files to print anew, after the page was started again."""
    campaign = find_campaign(name).value.campaign
    keeper, day = desk(), today()
    where = f"/akcja/{campaign.id}/wydanie"
    return begin(Task(where, PRINTING, where), lambda task: _stack(keeper, campaign, day, task))


@pages.get("/<name>/zmiany")
def changes(name: str) -> tuple[str, int]:
    """What a new edition would change, and why."""
    found = find_campaign(name)
    asked = office.built.BuildRequest(found.value.campaign.id, ALL)
    answer = office.plan.plan(ours(), asked, today(), office.trying.making(office.silent))
    planned = answer.value
    lines = [words.group(why, ones) for why, ones in planned.change.by_reason().items()]
    return kit.page("campaign_changes.html", shown=found.value, planned=planned, lines=lines, findings=answer.findings)


@pages.post("/<name>/zatwierdz")
def approved(name: str) -> Answer | tuple[str, int]:
    """Somebody's word that the pieces of what was made last may hang."""
    found, form = find_campaign(name).value, Form()
    last = found.last
    code, who = last.record.edition if last else "", form.text("who")
    done = form.attempt(lambda: office.approve.approve(ours(), code, who, today()), ("who",))
    if done is None:
        return kit.page("trouble.html", code=422, found=(*form.faults.at.values(), *form.faults.above))
    what = say("Approved by {who}. Now make the edition once more.", who=done.value.by)
    return kit.saved(f"/akcja/{found.campaign.id}", what)


# Files


@pages.get("/plik/<edition>/<code>.pdf")
def piece(edition: str, code: str) -> Response:
    """A piece as it goes through the printer."""
    found = office.edition_files.find_edition(ours(), edition)
    file = office.edition_files.find_file(found, code, sheet=True)
    return downloads.send(office.edition_files.file_bytes(ours(), found, file), f"{file.name}.pdf")


@pages.get("/obraz/<edition>/<code>.png")
def picture(edition: str, code: str) -> Response:
    """The picture of a piece."""
    found = office.edition_files.find_edition(ours(), edition)
    data = office.edition_files.picture_bytes(ours(), found, office.edition_files.find_file(found, code))
    return downloads.picture(data, "private, max-age=3600")
