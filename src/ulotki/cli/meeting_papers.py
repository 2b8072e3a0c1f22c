"""`ulotki meetings letter`, `invite`, `calendar`: what goes out for meetings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki import office
from ulotki.cli import options, target
from ulotki.cli.language import _, page_voice, path_text
from ulotki.cli.talk import Talk
from ulotki.errors import say


@options.many("ids", _("[ID]…"))
@target.output(_("FILE.ics."), (".ics",), "spotkania.ics")
def calendar(talk: Talk, ids: tuple[str, ...], output: Path) -> office.Outcome[dict[str, str]]:
    outcome = office.meeting_papers.meeting_calendar(talk.ours, options.today(), ids)
    target.write(talk, output, outcome.value)
    return outcome.giving({})


@click.argument("id", metavar=_("ID"))
@options.out
@options.opened
def invite(talk: Talk, id: str, opened: bool) -> office.Outcome[office.meeting_papers.InvitationData]:
    tries = office.trying.making(talk.begin(say("making")))
    outcome = office.meeting_papers.invite(talk.ours, id, options.today(), tries, page_voice())
    built = outcome.value
    for one in built.record.pieces:
        talk.result(f"{path_text(built.folder / one.path)}: {one.code}")
        if opened:
            click.launch(str(built.folder / one.path))
    return outcome.giving(office.meeting_papers.InvitationData.of(built))


@options.many("places", _("[PLACE]…"))
@click.option("--all", "everything", is_flag=True, help=_("For every place."))
@options.letter_on
@options.day("--reply", help=_("Until when to answer; else 19 days later."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=_("FILE.pdf, .txt, .html or .eml for one place; else a folder."),
)
def letter(talk: Talk, output: Path | None, **asked: Any) -> office.Outcome[office.meeting_papers.WrittenLetters]:
    request = office.meeting_papers.LettersRequest(**asked)
    outcome = office.meeting_papers.letters(talk.ours, request, options.today())
    drafts = outcome.value
    if len(drafts) == 1 and not request.everything:
        file = output or Path(f"{drafts[0].name}.pdf")
        target.write_letter(talk, file, drafts[0])
        return outcome.giving(office.meeting_papers.WrittenLetters((file,)))
    made = office.meeting_papers.write_letters(drafts, output or Path("pisma-o-spotkania"))
    talk.result(*made.files)
    return outcome.giving(made)
