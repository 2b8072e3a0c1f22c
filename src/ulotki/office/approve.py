"""Approves the pieces of an edition."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ulotki.edition.record import Lying, Record, legible, unread_findings
from ulotki.errors import misused, nearest_or_all, say
from ulotki.frozen import dataclass
from ulotki.library import approvals
from ulotki.office import Outcome
from ulotki.office.signing import signature
from ulotki.workspace import Workspace, editions
from ulotki.workspace.history import Edit

FILE = "approvals.toml"
HEAD = "# Who has approved what: written by ulotki approve. A piece whose code stands here does not say PROJEKT.\n"


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved. edition: its code.  codes: of its pieces.  file: where it is written down."""

    edition: str
    by: str
    on: datetime.date
    codes: tuple[str, ...]
    file: Path


def approve(workspace: Workspace, edition: str, who: str, today: datetime.date) -> Outcome[Approved]:
    """Record once that the person *who* approves an edition. Raises Misused when it cannot be approved.

    edition: its code, its folder, or its campaign for the newest one.
    """
    who = signature(who)
    with workspace.alone("approve"):
        library, lying = workspace.library(), editions.lying(workspace.base)
        found = _find(lying, edition)
        codes = _codes(found, edition)
        known = {code for approval in library.approvals for code in approval.codes}
        if not set(codes) <= known:
            was = workspace.contents(FILE)
            before = HEAD if was is None else was.decode("utf-8")
            now = approvals.with_approval(before, found.edition, codes, by=who, day=today).encode()
            workspace.change([Edit(FILE, was, now)], "approve", today)
            workspace.library()
    made = Approved(found.edition, who, today, codes, workspace.folder / FILE)
    aside = say("now build again: what is approved no longer says PROJEKT")
    return Outcome(made, unread_findings(lying), (aside,))


def _codes(found: Record, edition: str) -> tuple[str, ...]:
    """The codes of the pieces of *found*. Raises Misused when a piece is marked WZÓR, or there is none."""
    if any(file.mark == "WZÓR" for file in found.files):
        what = say("{edition} holds pieces marked {mark}: they cannot be approved", edition=edition, mark="WZÓR")
        raise misused(what, say("let a second person confirm their values, and build again"))
    if not found.files:
        what = say("{edition} holds no pieces", edition=edition)
        raise misused(what, say("build again, and look at what was made"))
    return tuple(sorted({file.code for file in found.files}))


def _find(lying: Sequence[Lying], name: str) -> Record:
    """The edition or draft called *name*: by code, by folder, by campaign for its draft, or else its last edition.

    "draft" is a name while there is one draft alone. Raises Misused with the nearest, Refused when its record is unread.
    """
    count = Counter(Path(one.where).name for one in lying)
    known: dict[str, Lying] = {}
    for one in sorted(lying, key=lambda one: one.where.endswith(f"/{editions.DRAFT}")):
        campaign, _, folder = one.where.partition("/")
        known[campaign] = one
        known |= {word: one for word in editions.names_of(one) if word != folder or count[folder] == 1}
    if name not in known:
        raise misused(say('there is no edition "{name}"', name=name), nearest_or_all(name, known))
    return legible(known[name]).record
