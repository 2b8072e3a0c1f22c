"""The pages for the unit's web site: made as long work, and given out as one zip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from flask import Blueprint, Response, abort, redirect
from werkzeug.wrappers import Response as Answer

from ulotki.errors import Finding, say
from ulotki.office import Outcome
from ulotki.office import site as office
from ulotki.serve import kit
from ulotki.serve.forms import Form
from ulotki.serve.safety import desk
from ulotki.serve.work import Task
from ulotki.web.site import Article

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
    task = Task("/strona", say("The pages are being made"), "/strona")

    def deed(task: Task) -> Outcome[object]:
        def tries(ids: Sequence[str], shared: office.SiteWork) -> Iterator[tuple[str, Article | tuple[Finding, ...]]]:
            with task.progress(ids) as done:
                for id in ids:
                    yield id, office.try_article(id, shared)
                    done(id)

        return cast(Outcome[object], office.make_site(workspace, office.SiteRequest(named), today, tries))

    desk().work.begin(task, deed)
    return redirect("/praca", 303)


@pages.get("/strona.zip")
def archive() -> Response:
    """The pages that were made, as one file for the people who keep the web site."""
    data = office.archive(desk().workspace)
    if data is None:
        abort(404)
    answer = Response(data, mimetype="application/zip")
    answer.headers.set("Content-Disposition", "attachment", filename=f"strona-{desk().day().isoformat()}.zip")
    return answer
