"""`ulotki meetings letter`, `invite`, `calendar`: what goes out for meetings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, workers
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import near, spoken
from ulotki.cli.talk import Talk
from ulotki.documents.draft import Draft, draft_file
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office import meeting_papers as papers
from ulotki.office.meeting_papers import InvitationData, Letters
from ulotki.workspace import Workspace, writing


@click.argument("ids", nargs=-1, metavar=_("[ID]…"))
@options.output(_("FILE.ics."), default="spotkania.ics")
def calendar(talk: Talk, ours: Workspace, ids: tuple[str, ...], output: Path) -> None:
    """Write a calendar."""
    writing.written_as(output, (".ics",))
    outcome = papers.meeting_calendar(ours, options.today(), options.several(ids))
    writing.write(output, outcome.value)
    talk.result(near(output))
    talk.outcome("meetings.calendar", outcome.giving({}), output)


@click.argument("id", metavar=_("ID"))
@options.out
@click.option("--open", "look", is_flag=True, help=_("Open the file when done."))
def invite(talk: Talk, ours: Workspace, id: str, look: bool) -> None:
    """Make the invitation."""
    tries = workers.making(talk, 1, say("making"))
    outcome = papers.invite(ours, id, options.today(), tries, spoken())
    built = outcome.value
    for one in built.record.pieces:
        talk.result(f"{near(built.folder / one.path)}: {one.code}")
        if look:
            click.launch(str(built.folder / one.path))
    talk.outcome("meetings.invite", outcome.giving(InvitationData.of(built)))


LETTERS = "pisma-o-spotkania"

KINDS = (*ENDINGS, ".eml")


@click.argument("places", nargs=-1, metavar=_("[PLACE]…"))
@click.option("--all", "everything", is_flag=True, help=_("For every place."))
@click.option("--on", "day", type=options.Day(), metavar=_("DAY"), help=_("The day on the letter; else today."))
@click.option("--reply", type=options.Day(), metavar=_("DAY"), help=_("Until when to answer; else 19 days later."))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help=_("FILE.pdf, .txt, .html or .eml for one place; else a folder."),
)
def letter(talk: Talk, ours: Workspace, places: tuple[str, ...], output: Path | None, **asked: Any) -> None:
    """Write the letters that ask for meetings."""
    asked["places"] = options.several(places)
    outcome = papers.letters(ours, papers.LettersRequest(**asked), options.today())
    drafts = outcome.value
    if len(drafts) == 1 and not asked["everything"]:
        target = output or Path(f"{drafts[0].name}.pdf")
        writing.written_as(target, KINDS)
        writing.write(target, _as(drafts[0], target.suffix.lower()))
        made = [target]
    else:
        folder = output or Path(LETTERS)
        writing.spare(folder, letters_alone, say("this folder is not ours"))
        made = [folder / f"{one.name}{ending}" for one in drafts for ending in (".pdf", ".eml")]
        with writing.folder(folder) as part:
            for one in drafts:
                letter = document_file(one.paper, ".pdf")
                writing.put(part / f"{one.name}.pdf", letter)
                writing.put(part / f"{one.name}.eml", draft_file(one, letter))
    for path in made:
        talk.result(near(path))
    talk.outcome("meetings.letter", outcome.giving(Letters(tuple(made))))


def letters_alone(folder: Path) -> bool:
    """Whether *folder* holds nothing but such letters."""
    return folder.is_dir() and all(
        path.name.startswith("spotkania-") and path.suffix in KINDS for path in folder.iterdir()
    )


def _as(one: Draft, ending: str) -> bytes:
    return draft_file(one) if ending == ".eml" else document_file(one.paper, ending)
