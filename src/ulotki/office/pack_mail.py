"""The letter of a bundle as a draft of a message, without making the bundle."""

from __future__ import annotations

import datetime

from ulotki.documents.draft import Draft
from ulotki.documents.letter import mail
from ulotki.errors import Say
from ulotki.handout.pack import office
from ulotki.office import Outcome
from ulotki.office.facts import facts
from ulotki.office.pack import Maker, Request, names, newest_of, whole_packs
from ulotki.workspace import Workspace


def mailed(workspace: Workspace, request: Request, today: datetime.date) -> Outcome[tuple[Draft, ...]]:
    """The letter of each place that is meant. Raises as `pack` does: a letter names what is given, so that must be known."""
    known = facts(workspace, request.day or today)
    wanted = names(request, known.library)
    hosts, torn = known.hosts(known.library.places)
    papers, asides = office(known.library, known.judge.day), list[Say]()
    maker = Maker(known, papers, newest_of(known, request, wanted, today), hosts)
    made = tuple(mail(one, papers, papers.author) for one in whole_packs(maker, wanted, asides))
    return Outcome(made, (*known.findings, *torn), tuple(asides))
