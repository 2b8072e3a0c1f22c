"""`ulotki pack`: for each place one PDF that prints with one click, and the list of who gets what."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, target
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import path_text
from ulotki.cli.talk import Talk
from ulotki.content.campaign import Printer
from ulotki.errors import Say, say
from ulotki.handout.sheets import PrintJob
from ulotki.office import Outcome, stack
from ulotki.office import pack as office
from ulotki.office.pack import PackRequest, WrittenPacks
from ulotki.office.stack import Joined
from ulotki.workspace import Workspace, writing


@options.many("places", _("[PLACE]…"))
@click.option(
    "--all", "everything", is_flag=True, help=_("For every place that gets something, with a list of who gets what.")
)
@click.option("--new", is_flag=True, help=_("Only what recall says to bring, with what must come down."))
@target.output(_("For one place: where to."), (".pdf",))
@click.option(
    "--together", type=options.FILE, metavar=_("FILE.pdf"), help=_("The packs of all these places, to print in one go.")
)
@options.campaign
@options.out
@options.letter_on
def pack(talk: Talk, ours: Workspace, together: Path | None, **asked: Any) -> None:
    """Make the packs."""
    request, progress = PackRequest(**asked), talk.begin(say("packing"))
    if together is not None:
        writing.written_as(together, (".pdf",))
        _tell_stack(talk, stack.write_together(ours, request, together, options.today(), progress))
    else:
        _tell_packs(talk, office.pack(ours, request, options.today(), progress))


def _tell_stack(talk: Talk, outcome: Outcome[Joined]) -> None:
    """Say how each file of several places is printed."""
    made = outcome.value
    for path, one in zip(made.files, made.stack.files, strict=True):
        counts = {"count": len(made.stack.places), "sheets": one.job.sheets}
        sheets = say("{file}: places {count}, sheets {sheets}", file=path_text(path), **counts)
        talk.result(say("{line}, {sides}, on {stock} {paper}", line=sheets, **_setting(one.job)))
    talk.aside(EACH)
    if any(one.job.by_hand or one.part for one in made.stack.files):
        talk.aside(BY_HAND.how)
    talk.outcome(outcome, "pack.together")


def _tell_packs(talk: Talk, outcome: Outcome[WrittenPacks]) -> None:
    """Say what lies where, and how each is printed: once when it is the same for all."""
    made = outcome.value
    jobs = [(share, name, job) for share, files in made.made for name, (job, _data) in files.items()]
    alike = len({(job.duplex, job.by_hand, job.paper, job.stock, job.count) for _share, _name, job in jobs}) == 1
    for share, name, job in jobs:
        file = {"file": path_text(made.folder / name), "place": share.place.name, "sheets": job.sheets}
        line = say("{file}: {place}, sheets {sheets}", **file)
        if not alike:
            line = say("{file}: {place}, sheets {sheets}, {sides}, on {stock} {paper}", **file, **_setting(job))
            if job.count > 1:
                line = say("{line}, copies at the printer: {count}", line=line, count=job.count)
        talk.result(line)
    drafts = (name for name in made.mails if name.endswith(".eml"))
    talk.result(*(made.folder / name for name in (*made.lists, *drafts)))
    if jobs and alike:
        talk.aside(say("print at 100 % (actual size), {sides}, on {stock} {paper}", **_setting(jobs[0][2])))
    elif jobs:
        talk.aside(EACH)
    if any(job.by_hand for _share, _name, job in jobs):
        talk.aside(BY_HAND.how)
    talk.outcome(outcome)


BY_HAND = Printer(turns="by hand")

EACH = say("print each at 100 % (actual size), with the setting that stands beside it")

SIDES: Mapping[str | None, Say] = {
    None: say("on one side"),
    "short": say("on both sides, turned over the short edge"),
    "long": say("on both sides, turned over the long edge"),
}
STOCKS: Mapping[str, Say] = {
    "sheet": say("plain paper"),
    "card": say("thick card"),
    "sticker": say("self-adhesive paper"),
}


def _setting(job: PrintJob) -> dict[str, object]:
    sides = say("one side at a time") if job.by_hand else SIDES[job.duplex]
    return {"sides": sides, "stock": STOCKS[job.stock], "paper": job.paper}
