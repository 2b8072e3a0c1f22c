"""The letters that ask for meetings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from ulotki.content.dates import shifted
from ulotki.content.place_search import find_places
from ulotki.documents import ENDINGS
from ulotki.documents.ask import ask_mail
from ulotki.documents.draft import Draft, draft_file
from ulotki.documents.formats import document_file
from ulotki.errors import misused, say
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import make_office
from ulotki.office import Outcome
from ulotki.office.facts import gather_facts
from ulotki.workspace import Workspace, writing

ANSWER = 19
"""Days that a host has to answer when nobody says until when: a letter of 1 July asks for the 20th."""


@dataclass(frozen=True, slots=True)
class LettersRequest:
    """Which letters. places: words that mean them; everything: all.  day: on the letters, None for today.  reply: until when."""

    places: tuple[str, ...] = ()
    everything: bool = False
    day: datetime.date | None = None
    reply: datetime.date | None = None


def letters(workspace: Workspace, request: LettersRequest, today: datetime.date) -> Outcome[tuple[Draft, ...]]:
    """A letter for each, with its message. Raises Misused when no place is named, or the answer is due before the letter."""
    if not request.places and not request.everything:
        hint = say("name who gets the letter: ulotki meetings letter PLACE, or --all")
        raise misused(say("no place is named"), hint)
    day = request.day or today
    reply = request.reply or shifted(day, ANSWER)
    if reply < day:
        what = say("the answer is due on {reply}, before the letter of {day}", reply=reply, day=day)
        raise misused(what, say("name a later day: --reply DAY"))
    known = gather_facts(workspace, day, today)
    places = known.library.places
    wanted = find_places(places, ["all"] if request.everything else request.places)
    hosts = known.hosts()
    papers = make_office(known.library, day)
    findings = (*places.faults(None if request.everything else ()), *hosts.faults(wanted))
    return Outcome(tuple(ask_mail(places[id], hosts.get(id), papers, reply) for id in wanted), findings)


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """The letters that were written."""

    files: tuple[Path, ...]


def write_letters(drafts: Iterable[Draft], folder: Path) -> WrittenLetters:
    """Write each letter into *folder*, as PDF and as a draft of a message. Raises Refused when it holds anything else."""
    writing.spare(folder, _is_ours, say("this folder is not ours"))
    files = []
    with writing.folder(folder) as part:
        for one in drafts:
            letter = document_file(one.paper, ".pdf")
            for ending, data in ((".pdf", letter), (".eml", draft_file(one, letter))):
                writing.put(part / f"{one.name}{ending}", data)
                files.append(folder / f"{one.name}{ending}")
    return WrittenLetters(tuple(files))


def _is_ours(folder: Path) -> bool:
    """Whether *folder* holds nothing but such letters."""
    return folder.is_dir() and all(
        path.name.startswith("spotkania-") and path.suffix in (*ENDINGS, ".eml") for path in folder.iterdir()
    )
