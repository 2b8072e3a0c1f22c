"""The outline of a talk for seniors or of a lesson, with the scams of the campaigns."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ulotki.content.campaign import Campaign
from ulotki.content.people import Person
from ulotki.content.place_search import find_place
from ulotki.content.places import Place, Readers
from ulotki.content.scam import Scam
from ulotki.content.talk_plan import TalkPlan
from ulotki.content.talks import Talks
from ulotki.content.typography import HOME
from ulotki.documents.flowing import Part
from ulotki.documents.outline import OutlineContents, outline
from ulotki.documents.paper import Paper
from ulotki.documents.school_letter import school_letter
from ulotki.errors import Finding, Say, misused, say
from ulotki.frozen import dataclass
from ulotki.handout import letterhead
from ulotki.library import Library, people
from ulotki.office import Outcome
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OutlineRequest:
    """campaign: whose scams are told, None for those of all that are not over.  age: of pupils, "" for seniors.

    place: a word that means the school of the letter, None for a line to write it on.
    """

    campaign: str | None = None
    age: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class OutlineData:
    """The ids of the scams that an outline is about, in its order."""

    scams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutlinePaper:
    """The outline, and the ids of the scams that it is about."""

    paper: Paper
    scams: tuple[str, ...]

    @property
    def data(self) -> OutlineData:
        """What other programs get."""
        return OutlineData(self.scams)


def talk(workspace: Workspace, request: OutlineRequest, today: datetime.date) -> Outcome[OutlinePaper]:
    """The outline. Raises Misused for an age or a campaign that there is not, Refused for a number that does not hold."""
    library = workspace.library().believed(today)
    words, office = library.readings[HOME].talks, letterhead.make_office(library, today)
    plan = _lesson(words, request.age) if request.age else words.senior
    scams, asides = _scams(library, plan, request, today)
    told = OutlineContents(words, plan, scams, library.phrases[HOME], rated=not request.age)
    ahead: tuple[Part, ...] = ()
    findings = () if request.campaign else library.campaigns.faults()
    if request.age:
        place, person, faults = _school(workspace, library, request)
        findings = (*findings, *faults)
        ahead = school_letter(words.letter, office, place, person)
    paper = outline(told, office, ahead)
    how = say("print the sheets at its end once for each person")
    return Outcome(OutlinePaper(paper, tuple(scam.id for scam in scams)), findings, (how, *asides))


def _lesson(words: Talks, age: str) -> TalkPlan:
    if age not in words.lesson:
        what = say('there is no lesson "{id}"', id=age)
        raise misused(what, say("known are: {ids}", ids=", ".join(words.lesson)))
    return words.lesson[age]


def _scams(
    library: Library, plan: TalkPlan, request: OutlineRequest, today: datetime.date
) -> tuple[tuple[Scam, ...], tuple[Say, ...]]:
    """The scams of the campaigns for these readers, a telephone call first; the usual ones where there are none."""
    readers: Readers = "pupils" if request.age else "adults"
    orders = [order for one in _campaigns(library, request, today) for order in one.order if order.audience == readers]
    found = [library.scam(id) for id in dict.fromkeys(scam for order in orders for scam in order.scams)]
    ours = [scam for scam in found if set(plan.audiences) & set(scam.audiences)]
    asides: tuple[Say, ...] = ()
    if not ours:
        ours = [library.scam(id) for id in plan.usual]
        asides = (say("no campaign orders anything for these readers, so the usual swindles are told"),)
    return tuple(sorted(ours, key=lambda scam: scam.channel != "phone")), asides


def _campaigns(library: Library, request: OutlineRequest, today: datetime.date) -> Sequence[Campaign]:
    if request.campaign:
        return [library.campaign(request.campaign)]
    known = sorted(library.campaigns.values(), key=lambda one: (one.day, one.id))
    return [one for one in known if one.until is None or one.until >= today]


def _school(
    workspace: Workspace, library: Library, request: OutlineRequest
) -> tuple[Place | None, Person | None, tuple[Finding, ...]]:
    """The school and its head; nobody, and why, when people.toml cannot be read."""
    if not request.place:
        return None, None, ()
    place = library.places[find_place(library.places, request.place)]
    if place.kind != "school":
        what = say("{place} is no school", place=place.name)
        raise misused(what, say("all are shown by: {command}", command="ulotki list places"))
    hosts = people(workspace.folder, library.places)
    return place, hosts.get(place.id), hosts.faults((place.id,))
