"""`ulotki pack` and `paper`: for each place one PDF that prints with one click, the list of who gets what, and single papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki import handout, office
from ulotki.cli import options, target
from ulotki.cli.language import _, path_text
from ulotki.cli.talk import Talk
from ulotki.content.publisher import Printer
from ulotki.errors import say
from ulotki.office.bundle_papers import KINDS
from ulotki.office.meant_packs import PackRequest
from ulotki.workspace import writing


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
def pack(talk: Talk, together: Path | None, **asked: Any) -> office.Outcome[Any]:
    request, progress = PackRequest(**asked), talk.begin(say("packing"))
    if together is not None:
        writing.check_file(together, (".pdf",))
        joined = office.stack.write_together(talk.ours, request, together, options.today(), progress)
        talk.kind = "pack.together"
        _tell_stack(talk, joined.value)
        return joined
    packs = office.pack.pack(talk.ours, request, options.today(), progress)
    _tell_packs(talk, packs.value)
    return packs


@click.argument("kind", type=click.Choice(KINDS))
@click.argument("place", metavar=_("PLACE"))
@options.campaign
@options.lying
@options.letter_on
@target.output(_("FILE.pdf, .txt or .html; a letter also as FILE.eml, a draft of a message."))
def paper(talk: Talk, kind: str, place: str, output: Path | None, **asked: Any) -> office.Outcome[dict[str, str]]:
    outcome = office.bundle_papers.bundle_papers(talk.ours, PackRequest((place,), **asked), options.today())
    (found,) = outcome.value
    file = output or Path(f"{kind}-{found.pack.place.id}.pdf")
    if kind == "letter":
        return target.write_letter(talk, outcome.giving({}), file, found.letter)
    return target.write_paper(talk, outcome.giving({}), file, found.paper(kind))


def _tell_stack(talk: Talk, made: office.stack.Joined) -> None:
    """Say how each file of several places is printed."""
    for path, one in zip(made.files, made.stack.files, strict=True):
        counts = {"count": len(made.stack.places), "sheets": one.job.sheets}
        line = say("{file}: places {count}, sheets {sheets}", file=path_text(path), **counts)
        talk.result(handout.lines.join((line, one.job.how)))
    talk.aside(EACH)
    if any(one.job.by_hand or one.part for one in made.stack.files):
        talk.aside(BY_HAND.how)


def _tell_packs(talk: Talk, made: office.pack.WrittenPacks) -> None:
    """Say what lies where, and how each is printed: once when it is the same for all."""
    jobs = [(share, name, job) for share, files in made.made for name, (job, _data) in files.items()]
    alike = len({(job.duplex, job.by_hand, job.paper, job.stock, job.count) for _share, _name, job in jobs}) == 1
    for share, name, job in jobs:
        file = {"file": path_text(made.folder / name), "place": share.place.name, "sheets": job.sheets}
        parts = [say("{file}: {place}, sheets {sheets}", **file)]
        if not alike:
            parts += [job.how, *([say("copies at the printer: {count}", count=job.count)] if job.count > 1 else [])]
        talk.result(handout.lines.join(parts))
    drafts = (name for name in made.mails if name.endswith(".eml"))
    talk.result(*(made.folder / name for name in (*made.lists, *drafts)))
    if jobs:
        talk.aside(say("print at 100 % (actual size), {how}", how=jobs[0][2].how) if alike else EACH)
    if any(job.by_hand for _share, _name, job in jobs):
        talk.aside(BY_HAND.how)


BY_HAND = Printer(turns="by hand")

EACH = say("print each at 100 % (actual size), with the setting that stands beside it")
