"""What is known of a workspace on a day: the library, the ledger, and the judge of all editions in `out`."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.publisher import author_of
from ulotki.content.unread import Entries, Unread
from ulotki.documents.paper import DOTS, Shot
from ulotki.drawing.preview import grey
from ulotki.errors import Finding, Refused
from ulotki.frozen import dataclass
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.clock import clock_doubts
from ulotki.handout.coverage import PlaceCoverage, place_coverage
from ulotki.handout.report import Report, make_report
from ulotki.handout.truth import Judge, wrong_texts
from ulotki.library import Library, people
from ulotki.office.bindings import unbound
from ulotki.workspace import Workspace, book, editions

DPI = 100
"""Dots per inch at which a piece is drawn before it is made small: more than its picture has."""


class PlaceNames(dict[str, str]):
    """What people call places, by id; one that is not there any more is called by its id."""

    @classmethod
    def of(cls, places: Mapping[str, Place]) -> PlaceNames:
        """The names of *places*."""
        return cls({id: place.name for id, place in places.items()})

    def __missing__(self, id: str) -> str:
        return id


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a workspace on a day. findings: what cannot be read or trusted.  asked: the day of the question."""

    workspace: Workspace
    library: Library
    entries: tuple[LedgerEntry, ...]
    judge: Judge
    findings: tuple[Finding, ...]
    asked: datetime.date

    @property
    def author(self) -> str:
        """Whose the documents are, for their metadata."""
        try:
            publisher = self.library.publisher
        except Refused:  # what is asked does not hang on it
            publisher = None
        return author_of(publisher.issuer.source if publisher and publisher.issuer else "")

    @property
    def place_names(self) -> PlaceNames:
        """What people call the places."""
        return PlaceNames.of(self.library.places)

    def hosts(self, more: Collection[str] = ()) -> Entries[str, Person]:
        """Who looks after the places. more: ids that are places no longer."""
        return people(self.workspace.folder, self.library.places, more)

    @property
    def subjects(self) -> Mapping[str, str]:
        """What each scam is about, by id."""
        return {id: scam.subject.source for id, scam in self.library.scams.items()}

    def figures(self, first: datetime.date, last: datetime.date) -> tuple[Report, tuple[PlaceCoverage, ...]]:
        """(the figures of the days from *first* to *last*, what became of each place by then)."""
        entries, places = self.entries, self.library.places
        records = [edition.record for edition in self.judge.editions if not edition.draft]
        report = make_report(entries, records, places, self.subjects, first, last)
        return report, place_coverage(entries, places, places.unread, first, last)

    def pictures(self, codes: Collection[str], width: float) -> Mapping[str, Shot]:
        """Code → a picture of the piece *width* mm wide, where its file lies as it was made."""
        found: dict[str, Shot] = {}
        for edition in self.judge.editions:
            for entry in () if edition.draft else edition.record.pieces:
                path = self.workspace.base / edition.where / entry.path
                if entry.code in codes and entry.code not in found and editions.digest(path) == entry.sha256:
                    from ulotki.readback import Readback  # only a paper with pictures opens files

                    with Readback(path.read_bytes()) as back:
                        found[entry.code] = grey(back.picture(0, DPI), round(width * DOTS))
        return found


def gather_facts(workspace: Workspace, day: datetime.date, today: datetime.date) -> Facts:
    """All that is known in a workspace of *day*, as somebody asks *today*. Raises Trouble when the library or the ledger cannot be read."""
    library = workspace.library().believed(today)
    judge = make_judge(workspace, library, day)
    written = book.read(workspace.folder)
    torn = (one.finding for one in judge.unread)
    settings = library.settings.findings if isinstance(library.settings, Unread) else ()
    findings = (*torn, *unreadable_facts(library, judge), *settings, *written.findings)
    unsure = (one for target in editions.campaigns(workspace.base) for one in editions.unsure(target))
    doubts = (*unsure, *clock_doubts(written.entries, today), *unbound(workspace, written.entries, judge.lying))
    return Facts(workspace, library, written.entries, judge, (*findings, *doubts), today)


def unreadable_facts(library: Library, judge: Judge) -> tuple[Finding, ...]:
    """Why values of the register, or scams that pieces are about, cannot be read: what is said of them is not certain.

    And why places.toml cannot: then nobody knows what the places are called, and for which of them something is ordered.
    And why meetings cannot: then nobody knows whether an invitation still holds.
    """
    values = library.register.values
    others = (*judge.doubts, *library.places.lost, *library.meetings.faults())
    return tuple(dict.fromkeys((*values.faults(), *others))) if isinstance(values, Entries) else others


def make_judge(workspace: Workspace, library: Library, day: datetime.date) -> Judge:
    """The judge of all that lies in a workspace on *day*."""
    texts = wrong_texts((*library.editions, *library.unread))
    recalled = [code for one in library.meetings.values() for code in one.recalled]
    return Judge(editions.lying(workspace.base), library.register, day, texts, recalled)
