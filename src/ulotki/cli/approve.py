"""`ulotki approve`: somebody's word that the pieces of an edition may hang."""

from __future__ import annotations

from collections import Counter
from gettext import gettext as _
from pathlib import Path

import click

from ulotki.cli import editions, options, writing
from ulotki.cli.main import command, needed
from ulotki.cli.talk import Talk, near, told
from ulotki.errors import Finding, Misused, nearest, say
from ulotki.record import Record

FILE = "approvals.toml"
HEAD = "# Who has approved what: written by ulotki approve. A piece whose code stands here does not say PROJEKT.\n"


@click.argument("edition", metavar=_("EDITION"))
@click.option("--by", "who", required=True, metavar="WHO", help=_("Whose word it is."))
@options.out
def approve(talk: Talk, workspace: Path | None, edition: str, who: str, out: Path | None) -> None:
    """Write the approval down."""
    from ulotki.library import edit

    workspace = needed(workspace)
    who = " ".join(who.split())
    if not who or "…" in who or "..." in who or not who.isprintable():
        raise Misused([Finding("use", say('"{value}" is nobody\'s name', value=who), say("write who it was"))])
    library = options.read(workspace)
    found = _looked_at(out or workspace / "out", edition)
    marked = sorted({file.mark for file in found.files if file.mark == "WZÓR"})
    if marked:
        what = say("{edition} holds pieces marked {mark}: they cannot be approved", edition=edition, mark=marked[0])
        raise Misused([Finding("use", what, say("let a second person confirm their values, and build again"))])
    codes = sorted({file.code for file in found.files})
    if not codes:
        what = say("{edition} holds no pieces", edition=edition)
        raise Misused([Finding("use", what, say("build again, and look at what was made"))])
    known = {code for approval in library.approvals for code in approval.codes}
    if not set(codes) <= known:
        path = workspace / FILE
        before = path.read_text("utf-8") if path.is_file() else HEAD
        writing.write(path, edit.approved(before, found.edition, codes, by=who, day=options.today()).encode())
        options.read(workspace)
    talk.result(told(say("approved by {who}: pieces {count}", who=who, count=len(codes))))
    talk.aside(say("now build again: what is approved no longer says PROJEKT"))
    talk.result(near(workspace / FILE))
    talk.data("approve", edition=found.edition, by=who, on=options.today().isoformat(), codes=codes)


command(approve, name="approve", help=_("Say that the pieces of an edition may hang."))


def _looked_at(base: Path, name: str) -> Record:
    """The edition or draft called *name*: by its code, its folder, or its campaign for the last one of that.

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
