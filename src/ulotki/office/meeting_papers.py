"""What goes out for meetings: the letters that ask for them, the list, the calendar, the invitations."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

from ulotki import files
from ulotki.content.dates import shifted
from ulotki.content.meetings import INVITATION, Stage
from ulotki.content.places import find_places
from ulotki.content.typography import HOME
from ulotki.documents import ENDINGS
from ulotki.documents.ask import ask_mail
from ulotki.documents.calendar import CalendarMeeting, calendar
from ulotki.documents.draft import Draft, draft_file
from ulotki.documents.formats import document_file
from ulotki.documents.paper import Paper
from ulotki.documents.schedule import ScheduledMeeting, schedule
from ulotki.edition.voice import PageVoice
from ulotki.errors import Finding, Misused, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout.pack import make_office
from ulotki.library import Library
from ulotki.office import Outcome
from ulotki.office.build import Try, build
from ulotki.office.built import BuildRequest, Built
from ulotki.office.facts import gather_facts
from ulotki.office.meetings import confirm_invitation, list_meetings
from ulotki.workspace import Workspace, editions, writing
from ulotki.workspace.memory import Wish

ANSWER = 19
"""How long a host has to answer when nobody says until when: a letter of 1 July asks for the 20th."""


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
    made = (ask_mail(places[id], hosts.get(id), papers, reply) for id in wanted)
    return Outcome(tuple(made), findings)


def meeting_list(workspace: Workspace, today: datetime.date) -> Outcome[Paper]:
    """The list of all meetings as a document."""
    library, found = workspace.library(HOME).believed(today), list_meetings(workspace, today)
    papers = make_office(library, today)
    words = papers.words.schedule
    made = schedule(words, found.value, papers.unit.name or papers.issuer, today, papers.author)
    return Outcome(made, found.findings, found.asides, found.pending)


def meeting_calendar(workspace: Workspace, today: datetime.date, ids: Iterable[str] = ()) -> Outcome[bytes]:
    """The calendar of the meetings that are ahead or cancelled, or of those named. Raises Misused when there is none."""
    library, found = workspace.library(HOME).believed(today), list_meetings(workspace, today)
    for id in ids:
        pick("meeting", library.meetings, id)
    wanted = [
        one for one in found.value if (one.meeting.id in ids if ids else one.stage in (Stage.AHEAD, Stage.CANCELLED))
    ]
    if not wanted:
        what = say("no meeting is planned")
        raise Misused([*found.findings, Finding("use", what, say("plan one: ulotki meetings plan"))])
    return Outcome(calendar(tuple(_entries(library, wanted))), found.findings)


def _entries(library: Library, rows: Iterable[ScheduledMeeting]) -> Iterator[CalendarMeeting]:
    words = library.paperwork[HOME].schedule
    scope = library.publisher.gmina if library.publisher else ""
    for one in rows:
        names = [scam.subject.source for id in one.meeting.topics if (scam := library.scams.get(id))]
        notes = f"{words.topics.source} {', '.join(names)}" if names else ""
        summary, alarm = (f"{prose.source} {one.meeting.group}" for prose in (words.summary, words.alarm))
        yield CalendarMeeting(one.meeting, one.house, summary, f"{alarm}, {one.meeting.hour}", notes, scope)


@dataclass(frozen=True, slots=True)
class InvitationPieceData:
    """An invitation. mark: the word across it."""

    file: Path
    code: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class InvitationData:
    """The invitation as an edition."""

    campaign: str
    folder: Path
    pieces: tuple[InvitationPieceData, ...]

    @classmethod
    def of(cls, built: Built) -> InvitationData:
        """*built* as data."""
        record = built.record
        pieces = (InvitationPieceData(built.folder / one.path, one.code, one.mark) for one in record.pieces)
        return cls(record.campaign, built.folder, tuple(pieces))


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """The letters that were written."""

    files: tuple[Path, ...]


def write_letters(drafts: Iterable[Draft], folder: Path) -> WrittenLetters:
    """Write each letter into *folder*, on paper and as a draft of a message. Raises Refused where anything else lies there."""
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


def invite(
    workspace: Workspace, id: str, today: datetime.date, tries: Try, voice: PageVoice = PageVoice()
) -> Outcome[Built]:
    """The invitation to a meeting, as an edition of its own: so `verify`, `pack` and `recall` know it.

    Raises Misused for a meeting that is over.
    """
    one = pick("meeting", workspace.library(HOME).meetings, id)
    if one.day < today:
        what = say("{id} was on {day}: nobody is invited any more", id=id, day=one.day)
        raise misused(what, say("write it down as held: ulotki meeting {id} --people N", id=id))
    made = build(workspace, BuildRequest(f"{INVITATION}{id}", Wish(), voice=voice), today, tries)
    if made.value.final:
        confirm_invitation(workspace, id, made.value.record.edition, today)
    return made


def invitation_file(workspace: Workspace, id: str) -> bytes | None:
    """The newest invitation to a meeting as PDF, when it lies there as it was made; None when there is none."""
    folder = editions.newest(workspace.base / f"{INVITATION}{id}")[1]
    found = editions.readable(folder)
    if folder is None or found is None:
        return None
    piece = next(iter(found.pieces), None)
    path = folder / piece.path if piece else None
    return files.contents(path) if piece and path and editions.digest(path) == piece.sha256 else None
