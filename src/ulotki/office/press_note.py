"""The note for the unit's page, with a picture of a poster that hangs."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.content.typography import HOME
from ulotki.documents.note_sentences import NoteFigures
from ulotki.documents.paper import DOTS, Paper
from ulotki.documents.press_note import PICTURE, press_note
from ulotki.drawing.preview import grey, png
from ulotki.edition.record import RecordEntry
from ulotki.frozen import dataclass
from ulotki.handout import letterhead, piece_names
from ulotki.handout.coverage import WARNED
from ulotki.office import Outcome
from ulotki.office.facts import DPI, Facts, gather_facts
from ulotki.readback import Readback
from ulotki.workspace import Workspace, editions

SHARP = 150
"""Dots per inch of the picture for the unit's page."""


@dataclass(frozen=True, slots=True)
class PressNoteData:
    """picture: the file beside the note, None for none."""

    picture: Path | None


@dataclass(frozen=True, slots=True)
class FinishedNote:
    """The note, and a picture as PNG; None when nothing is there that may be shown."""

    paper: Paper
    note: NoteFigures
    picture: bytes | None


def make_note(workspace: Workspace, today: datetime.date, first: datetime.date | None = None) -> Outcome[FinishedNote]:
    """The note as of today. Raises Refused when the settings cannot be read, or 112 does not hold.

    first: the day from which meetings count, None for the first day of the plan, else of the campaign, else today.
    """
    known = gather_facts(workspace, today, today)
    first = min(first or _first(known, today), today)
    found, places = known.figures(first, today)
    shot = _shot(known)
    told = NoteFigures(
        since=first,
        hang=sum(one.state == "hangs" for one in places),
        lie=sum(one.state in WARNED and one.lying > 0 for one in places),
        given=found.copies,
        met=len(found.meetings),
        people=found.people,
        shown=shot[:2] if shot else None,
    )
    paper = press_note(told, letterhead.make_office(known.library, today))
    return Outcome(FinishedNote(paper, told, shot[2] if shot else None), known.findings)


def _first(known: Facts, today: datetime.date) -> datetime.date:
    publisher = known.library.publisher
    days = [one.day for one in known.library.campaigns.values() if one.day <= today]
    return (publisher.plan.begins if publisher else None) or min(days, default=today)


def _shot(known: Facts) -> tuple[str, tuple[int, int, bytes], bytes] | None:
    """(what it shows, small for paper, sharp as PNG) of the poster with most copies that may hang as it is."""
    made = ((edition, one) for edition in known.judge.newest_editions.values() for one in edition.record.pieces)
    posters = [(edition, one) for edition, one in made if _may_be_shown(one, known)]
    for edition, entry in sorted(posters, key=lambda one: (-one[1].copies, one[1].code)):
        path = known.workspace.base / edition.where / entry.path
        if editions.digest(path) == entry.sha256:
            name = piece_names.piece_name(entry, known.library, known.library.readings[HOME].desk)
            with Readback(path.read_bytes()) as back:
                return name, grey(back.picture(0, DPI), round(PICTURE * DOTS)), png([back.picture(0, SHARP)])
    return None


def _may_be_shown(entry: RecordEntry, known: Facts) -> bool:
    """Whether a piece is a poster for adults that holds as it is."""
    scam = known.library.scams.get(entry.scam)
    grown = entry.lang == HOME and scam is not None and {"senior", "adult"} & set(scam.audiences) != set()
    return grown and entry.template == "poster" and not entry.mark and known.judge.entry(entry).good
