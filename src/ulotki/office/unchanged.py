"""The result of a build when there is nothing to do. Nothing that draws is imported here."""

from __future__ import annotations

import datetime

from ulotki.content.campaign import campaign_over
from ulotki.edition.record import unread_findings
from ulotki.errors import say
from ulotki.office import Outcome
from ulotki.office.bindings import read_entries, unbound
from ulotki.office.built import BuildRequest, Built
from ulotki.workspace import Workspace, editions
from ulotki.workspace.memory import unchanged_edition


def unchanged_build(workspace: Workspace, request: BuildRequest, today: datetime.date) -> Outcome[Built] | None:
    """The outcome when the last build was the same and its result is there; None when there is something to do."""
    wish = request.wish
    if request.force or wish.words:
        return None
    same = unchanged_edition(workspace.base, workspace.folder, request.campaign, wish, today)
    if same is None:
        return None
    folder, found = same
    lying = editions.of(folder.parent)
    if unbound(workspace, read_entries(workspace)[0], lying):
        return None
    marks = sorted({file.mark for file in found.files if file.mark})
    asides = [*campaign_over(found.campaign, found.until, today)]
    if marks:
        asides.append(say("no edition: pieces of the draft say {marks}", marks=", ".join(marks)))
    built = Built(folder, found, untouched=True)
    return Outcome(built, unread_findings(lying), tuple(asides), final=built.good())
