"""Fixed words of letters: what all of them say, and what is said to each kind of place."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The person who heads a place, by form of address. greeting: how a letter begins.

    role: the post, None where there is none that all have.  title: before the name, where it has none of its own.
    """

    greeting: Prose
    role: Prose | None = None
    title: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """What letters say to one kind of place.

    subject, opening: of the covering letter.  hang, lay: where posters hang and leaflets lie, as a sentence goes on.
    own: sentences for this kind alone.  lying: said when leaflets lie in the bundle.  pieces: said when a piece of a
    template does, by its id.  meet: with whom a meeting is asked for, as a sentence goes on.  also: said beside that.
    """

    subject: Prose
    opening: Prose
    hang: Prose
    lay: Prose
    own: tuple[Prose, ...] = ()
    lying: tuple[Prose, ...] = ()
    pieces: Mapping[str, Prose]
    meet: Prose
    also: tuple[Prose, ...] = ()
    pan: Head
    pani: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What every letter says. post, district: of the officer.  case, phone, subject: before what they say.

    gifts: what is handed over.  both, hang, lay: the request for consent.  poster … leaflets: one and several, as in it.
    free, receipts: sentences at its end.  signature: under the line when no name is good.  enclosures, copies: heads of the list.  topics: of
    several pieces of one sort.  host, receipt: papers that are in every bundle.
    """

    post: Prose
    district: Prose
    gmina: Prose
    case: Prose
    phone: Prose
    subject: Prose
    greeting: Prose
    gifts: Prose
    both: Prose
    hang: Prose
    lay: Prose
    poster: Prose
    posters: Prose
    leaflet: Prose
    leaflets: Prose
    free: Prose
    receipts: Prose
    closing: Prose
    signature: Prose
    enclosures: Prose
    copies: Prose
    topics: Prose
    host: Prose
    receipt: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message with a letter beside it. bundle, table: what lies beside a covering letter, and one that asks for meetings.

    to, subject: before what they say, for mail programs that open no drafts.
    """

    bundle: Prose
    table: Prose
    to: Prose
    subject: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The letter that asks for meetings. period: with the days of the plan, else opening.  reply: until when to answer.

    back: how the table comes back by post or e-mail, fetch: when no address is known.  group … contact: heads of the table.
    """

    subject: Prose
    period: Prose
    opening: Prose
    request: Prose
    reply: Prose
    later: Prose
    back: Prose
    fetch: Prose
    privacy: Prose
    group: Prose
    place: Prose
    first: Prose
    second: Prose
    hour: Prose
    people: Prose
    contact: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The list of planned meetings, and their words in a calendar.

    day … stage: heads of columns.  people: before how many came.  summary, alarm, topics: before a group, and what it is
    about.  stages: what became of a meeting, by the name of its `Stage` in small letters.
    """

    title: Prose
    day: Prose
    hour: Prose
    group: Prose
    place: Prose
    stage: Prose
    none: Prose
    people: Prose
    summary: Prose
    alarm: Prose
    topics: Prose
    stages: Mapping[str, Prose]
