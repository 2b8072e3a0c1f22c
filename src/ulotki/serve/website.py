"""The pages for the unit's web site: made as long work, and given out as one zip."""

from __future__ import annotations

from flask import Blueprint, Response, abort
from werkzeug.wrappers import Response as Answer

from ulotki.errors import say
from ulotki.office import Outcome
from ulotki.office import site as office
from ulotki.office.trying import trying
from ulotki.serve import kit
from ulotki.serve.downloads import send
from ulotki.serve.forms import Form
from ulotki.serve.safety import desk
from ulotki.serve.work import Task
from ulotki.serve.working import begin

pages = Blueprint("website", __name__, url_prefix="/strona")


@pages.get("")
def every() -> tuple[str, int]:
    """What there is, and how new pages are made."""
    task = desk().work.task
    made = task.outcome.value if task and task.outcome and isinstance(task.outcome.value, office.WrittenSite) else None
    campaigns = list(desk().workspace.library().campaigns.values())
    return kit.page("website.html", made=made, there=office.site_exists(desk().workspace), campaigns=campaigns)


@pages.post("")
def make() -> Answer:
    """Start to make the pages."""
    named = Form().text("campaign") or None
    workspace, today = desk().workspace, desk().day()

    def deed(task: Task) -> Outcome[office.WrittenSite]:
        return office.make_site(
            workspace, office.SiteRequest(named), today, trying(task.progress, office.try_article, str)
        )

    return begin(Task("/strona", say("The pages are being made"), "/strona"), deed)


@pages.get("/strona.zip")
def archive() -> Response:
    """The pages that were made, as one file for the people who keep the web site."""
    data = office.archive(desk().workspace)
    if data is None:
        abort(404)
    return send(data, f"strona-{desk().day().isoformat()}.zip")
