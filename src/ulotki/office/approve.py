"""Somebody's word that the pieces of an edition may hang."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ulotki.edition.record import Record
from ulotki.errors import Finding, Misused, nearest, say
from ulotki.library import edit
from ulotki.office import Outcome
from ulotki.workspace import Workspace, editions, writing

FILE = "approvals.toml"
HEAD = "# Who has approved what: written by ulotki approve. A piece whose code stands here does not say PROJEKT.\n"


@dataclass(frozen=True, slots=True)
class Request:
    """edition: its code, its folder, or its campaign for the last one of that.  who: whose word it is."""

    edition: str
    who: str


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved. edition: its code.  codes: of its pieces.  file: where it is written down."""

    edition: str
    by: str
    on: datetime.date
    codes: tuple[str, ...]
    file: Path


def approve(workspace: Workspace, request: Request, today: datetime.date) -> Outcome[Approved]:
    """Write the approval down, once. Raises Misused for what nobody can approve."""
    who = _signed(request.who)
    library = workspace.library()
    found = _looked_at(workspace.base, request.edition)
    codes = _codes(found, request.edition)
    known = {code for approval in library.approvals for code in approval.codes}
    path = workspace.folder / FILE
    if not set(codes) <= known:
        before = path.read_text("utf-8") if path.is_file() else HEAD
        writing.write(path, edit.approved(before, found.edition, codes, by=who, day=today).encode())
        workspace.library()
    return Outcome(
        Approved(found.edition, who, today, codes, path),
        asides=(say("now build again: what is approved no longer says PROJEKT"),),
    )


def _signed(who: str) -> str:
    name = " ".join(who.split())
    if not name or "…" in name or "..." in name or not name.isprintable():
        raise Misused([Finding("use", say('"{value}" is nobody\'s name', value=name), say("write who it was"))])
    return name


def _codes(found: Record, edition: str) -> tuple[str, ...]:
    """The codes of the pieces of *found*. Raises Misused when a piece is marked WZÓR, or there is none."""
    marked = sorted({file.mark for file in found.files if file.mark == "WZÓR"})
    if marked:
        what = say("{edition} holds pieces marked {mark}: they cannot be approved", edition=edition, mark=marked[0])
        raise Misused([Finding("use", what, say("let a second person confirm their values, and build again"))])
    if not found.files:
        what = say("{edition} holds no pieces", edition=edition)
        raise Misused([Finding("use", what, say("build again, and look at what was made"))])
    return tuple(sorted({file.code for file in found.files}))


def _looked_at(base: Path, name: str) -> Record:
    """The edition or draft called *name*.

    "draft" is a name while there is one draft alone. Raises Misused with the nearest.
    """
    lying = [*editions.every(base), *editions.drafts(base)]
    count = Counter(folder.name for folder, _ in lying)
    known: dict[str, Record] = {}
    for folder, found in lying:
        known |= {found.edition: found, folder.parent.name: found}
        if count[folder.name] == 1:
            known[folder.name] = found
    if name in known:
        return known[name]
    what = say('there is no edition "{name}"', name=name)
    raise Misused([Finding("use", what, nearest(name, known) or say("known are: {ids}", ids=", ".join(known) or "–"))])
