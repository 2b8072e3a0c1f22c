"""Records what was taken down: one entry of the ledger for each place, and never more than is there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from ulotki.content.place_search import find_places
from ulotki.errors import Finding, Refused, Say, misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import Deed, Personal, TakenDown, TakenPiece
from ulotki.handout.ledger import Standing
from ulotki.handout.lines import EntryData, StandingData
from ulotki.handout.recall import outdated, pieces_out
from ulotki.library import Library
from ulotki.office import Outcome
from ulotki.office.answers import checked_text, past_day
from ulotki.office.facts import make_judge
from ulotki.workspace import Workspace, book
from ulotki.workspace.ledger import DeedsFor


@dataclass(frozen=True, slots=True)
class TakenDownRequest:
    """What somebody says was taken down. places: words that mean them.  at: when it is written, UTC.

    pieces: codes or names; edition: all of it, by code or folder; everything: also what still holds; with none of these
    what is out of date.  copies: of each piece, None for all that are there.
    """

    places: tuple[str, ...]
    at: str
    pieces: tuple[str, ...] = ()
    edition: str | None = None
    everything: bool = False
    copies: int | None = None
    note: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class TakenDownData:
    """What was written, and what is still at the places that were named."""

    entries: tuple[EntryData, ...]
    left: tuple[StandingData, ...]


@dataclass(frozen=True, slots=True)
class WrittenTakenDown:
    """What was written. asked: the places that were named.  left: what is still there."""

    library: Library
    entries: tuple[LedgerEntry, ...]
    personal: Personal
    asked: tuple[str, ...]
    left: tuple[Standing, ...]

    @property
    def data(self) -> TakenDownData:
        """The entries, and what is left."""
        entries = tuple(EntryData.of(one, self.personal) for one in self.entries)
        return TakenDownData(entries, tuple(StandingData.of(one) for one in self.left))


def taken_down(
    workspace: Workspace, request: TakenDownRequest, today: datetime.date, *more: DeedsFor
) -> Outcome[WrittenTakenDown]:
    """Write down what was taken away, as far as it is there, and *more*. Raises Misused when nothing is there."""
    library = workspace.library().believed(today)
    day, personal = past_day(request.day, today), Personal(note=checked_text(request.note))
    known = book.read(workspace.folder)
    asked = find_places(library.places, request.places, {one.place for one in ledger.standings(known.entries)})
    short: list[Say] = []
    torn: dict[Finding, None] = {}

    def deeds(entries: tuple[LedgerEntry, ...]) -> list[tuple[Deed, Personal]]:
        there = _standing(entries, asked)
        named, wanted = _named_standings(there, request)
        if not named:
            judge = make_judge(workspace, library, day)
            wanted = outdated(there, judge)
            torn.update(dict.fromkeys(one.finding for one in judge.unread))
        if not wanted:
            what = say("nothing to take down is known of: {places}", places=", ".join(asked))
            hint = say("what still holds stays; name what is gone with --piece or --edition, or say --all")
            raise Refused(torn) if torn else misused(what, hint if there else None)
        short.extend(_short(wanted, request.copies))
        return [
            (TakenDown(day, id, tuple(_gone(one, request.copies) for one in wanted if one.place == id)), personal)
            for id in dict.fromkeys(one.place for one in wanted)
        ]

    written = book.append(workspace.folder, deeds, request.at, *more)
    left = _standing(book.read(workspace.folder).entries, asked)
    value = WrittenTakenDown(library, written.entries, personal, asked, tuple(left))
    return Outcome(value, (*known.findings, *torn), (*short, *written.notes))


def _standing(entries: Sequence[LedgerEntry], places: Sequence[str]) -> list[Standing]:
    """What is still at these places."""
    return [one for one in pieces_out(entries) if one.place in places]


def _named_standings(there: Sequence[Standing], request: TakenDownRequest) -> tuple[bool, Sequence[Standing]]:
    """(whether the request names what goes away, and which of all that is there it names). Raises Misused for what is not there."""
    known = {word: one for one in there for word in (one.code, one.name)}
    codes = {pick("piece", known, word).code for word in request.pieces}
    if request.edition is not None:
        editions = {one.edition: one for one in there}
        code = request.edition if request.edition in editions else Path(request.edition).name.split("-", 4)[-1]
        pick("edition", editions, code)
        there = [one for one in there if one.edition == code]
    if codes:
        there = [one for one in there if one.code in codes]
    return bool(codes) or request.edition is not None or request.everything, there


def _gone(one: Standing, copies: int | None) -> TakenPiece:
    """What is taken of a piece: those on boards last, when only some go."""
    count = one.there if copies is None else min(copies, one.there)
    return TakenPiece(one.code, one.name, one.edition, count, max(0, one.hanging - (one.there - count)))


def _short(wanted: Sequence[Standing], copies: int | None) -> Iterator[Say]:
    """A sentence for each piece of which fewer copies are there than are to be taken."""
    for one in wanted:
        if copies is not None and copies > one.there:
            said = {"place": one.place, "said": copies, "piece": one.name, "there": one.there}
            yield say("{place}: {said} copies of {piece} were named, and {there} are there: these are taken", **said)
