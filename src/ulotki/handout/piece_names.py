"""What people call pieces and the files of packs."""

from __future__ import annotations

from ulotki.content.phrases import DeskWords
from ulotki.content.places import Place
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.edition.jobs import Job
from ulotki.edition.record import RecordEntry
from ulotki.library import Library
from ulotki.templates import templates


def piece_name(entry: RecordEntry, library: Library, names: DeskWords, job: Job | None = None) -> str:
    """A piece as people call it: „Plakat A4: na wnuczka”."""
    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    kind = kind_name(entry, names)
    head = kind[0].upper() + kind[1:]
    lang = names.language.get(entry.lang) if entry.lang != HOME else None
    more = f", {lang.source}" if lang else ""
    if job and job.meeting:
        return f"{head}{more}, {LANGUAGES[HOME].day(job.meeting.day)}"
    if template and template.whole:
        return f"{head}{more}"
    title = scam.name.source if scam and entry.lang != HOME else entry.title
    return f"{head}{more}: {title}"


def kind_name(entry: RecordEntry, names: DeskWords) -> str:
    """What people call a piece without its topic: „plakat A4”."""
    format, kind = names.format.get(entry.format), names.template.get(entry.template)
    return f"{kind.source if kind else entry.template} {format.source if format else entry.format}"


def file_title(place: Place) -> str:
    """The title of the file of a pack."""
    return f"Paczka: {place.name}"
