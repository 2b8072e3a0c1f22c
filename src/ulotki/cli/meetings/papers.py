"""`ulotki meetings letter`, `invite`, `calendar`: what goes out for meetings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ulotki.cli import options, target, workers
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import page_voice, path_text
from ulotki.cli.talk import Talk
from ulotki.documents.draft import Draft, draft_file
from ulotki.documents.formats import ENDINGS, document_file
from ulotki.errors import say
from ulotki.office import meeting_papers as office
from ulotki.workspace import Workspace, writing

LETTERS = "pisma-o-spotkania"

KINDS = (*ENDINGS, ".eml")


@options.many("ids", _("[ID]…"))
@target.output(_("FILE.ics."), (".ics",), "spotkania.ics")
def calendar(talk: Talk, ours: Workspace, ids: tuple[str, ...], output: Path) -> None:
    """Write a calendar."""
    outcome = office.meeting_calendar(ours, options.today(), ids)
    target.write(talk, output, outcome.value)
    talk.outcome(outcome.giving({}))


@click.argument("id", metavar=_("ID"))
@options.out
@options.opened
def invite(talk: Talk, ours: Workspace, id: str, opened: bool) -> None:
    """Make the invitation."""
    tries = workers.making(talk, 1, say("making"))
    outcome = office.invite(ours, id, options.today(), tries, page_voice())
    built = outcome.value
    for one in built.record.pieces:
        talk.result(f"{path_text(built.folder / one.path)}: {one.code}")
        if opened:
            click.launch(str(built.folder / one.path))
    talk.outcome(outcome.giving(office.InvitationData.of(built)))


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
def letter(talk: Talk, ours: Workspace, output: Path | None, everything: bool, **asked: Any) -> None:
    """Write the letters that ask for meetings."""
    outcome = office.letters(ours, office.LettersRequest(everything=everything, **asked), options.today())
    drafts = outcome.value
    if len(drafts) == 1 and not everything:
        file = output or Path(f"{drafts[0].name}.pdf")
        writing.written_as(file, KINDS)
        ending = file.suffix.lower()
        writing.write(file, draft_file(drafts[0]) if ending == ".eml" else document_file(drafts[0].paper, ending))
        made = [file]
    else:
        made = _write(drafts, output or Path(LETTERS))
    talk.result(*made)
    talk.outcome(outcome.giving(office.Letters(tuple(made))))


def _write(drafts: Iterable[Draft], folder: Path) -> list[Path]:
    """Write each letter into *folder*, on paper and as a draft of a message; gives the files."""
    writing.spare(folder, letters_alone, say("this folder is not ours"))
    files = []
    with writing.folder(folder) as part:
        for one in drafts:
            letter = document_file(one.paper, ".pdf")
            for ending, data in ((".pdf", letter), (".eml", draft_file(one, letter))):
                writing.put(part / f"{one.name}{ending}", data)
                files.append(folder / f"{one.name}{ending}")
    return files


def letters_alone(folder: Path) -> bool:
    """Whether *folder* holds nothing but such letters."""
    return folder.is_dir() and all(
        path.name.startswith("spotkania-") and path.suffix in KINDS for path in folder.iterdir()
    )
