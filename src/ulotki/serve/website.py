"""The pages for the unit's web site: made as long work, and given out as one zip."""

from __future__ import annotations

from flask import Blueprint, Response
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.errors import say
from ulotki.serve import kit
from ulotki.serve.downloads import send
from ulotki.serve.forms import Form
from ulotki.serve.safety import desk, ours, today
from ulotki.serve.work import Task
from ulotki.serve.working import begin

pages = Blueprint("website", __name__, url_prefix="/strona")


@pages.get("")
def every() -> tuple[str, int]:
    """What there is, and how new pages are made."""
    task = desk().work.task
    value = task.outcome.value if task and task.outcome else None
    made = value if isinstance(value, office.site.WrittenSite) else None
    campaigns = list(ours().library().campaigns.values())
    return kit.page("website.html", made=made, there=office.site_archive.site_exists(ours()), campaigns=campaigns)


@pages.post("")
def make() -> Answer:
    """Start to make the pages."""
    asked = office.site.SiteRequest(Form().text("campaign") or None)
    workspace, day = ours(), today()

    def deed(task: Task) -> office.Outcome[office.site.WrittenSite]:
        tried = office.trying.trying(task.progress, office.site_articles.try_article, str)
        return office.site.make_site(workspace, asked, day, tried)

    return begin(Task("/strona", say("The pages are being made"), "/strona"), deed)


@pages.get("/strona.zip")
def archive() -> Response:
    """The pages that were made, as one file for the people who keep the web site."""
    return send(kit.there(office.site_archive.archive(ours())), f"strona-{today().isoformat()}.zip")
