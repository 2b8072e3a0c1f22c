"""A recall: every piece at a place that must come down, place by place, and the piece that replaces it.

The ledger knows what is where; `truth` judges it. Where nothing at all was written down, what was ordered for a place is
what it may have. `recall`, `taken-down`, `ledger hanging` and `pack` ask here, so they cannot disagree.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ulotki.content.register import Register
from ulotki.content.value import SECOND
from ulotki.edition.record import Edition, RecordEntry
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.handout import ledger
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import HandOver
from ulotki.handout.ledger import Standing
from ulotki.handout.reasons import Reason
from ulotki.handout.truth import Judge, Judgment, Verdict, last_day


@dataclass(frozen=True, slots=True)
class RecallQuestion:
    """What alone is recalled; nothing said: all that is wrong. refs: these values, where they are no longer true.

    editions: all of these, by code.  before: what was to hang until a day before this one.
    """

    refs: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    before: datetime.date | None = None

    @property
    def all(self) -> bool:
        """Whether nothing particular was asked for."""
        return not (self.refs or self.editions or self.before)


EVERYTHING = RecallQuestion()


@dataclass(frozen=True, slots=True)
class Replacement:
    """The piece to bring instead. copies: 0 when it is already there, or comes for another piece.  campaign: its id."""

    code: str
    title: str
    copies: int
    there: bool
    campaign: str


@dataclass(frozen=True, slots=True)
class WrongPiece:
    """A piece at a place that is out of date, or of which nobody can tell. reasons: as far as was asked.

    bring: what replaces it, None for nothing.  awaited: whether a build would make what replaces it.
    """

    standing: Standing
    judgment: Judgment
    reasons: tuple[Reason, ...]
    bring: Replacement | None = None
    awaited: bool = False

    @property
    def certain(self) -> bool:
        """Whether it must come down for certain. Otherwise nobody can tell, and somebody has to look at it."""
        return any(reason.cause != "unknown" for reason in self.reasons)

    @property
    def entry(self) -> RecordEntry | None:
        """Its entry in a record, None when no readable record has it."""
        return self.judgment.entry


@dataclass(frozen=True, slots=True)
class Visit:
    """A place, and its pieces that must be taken away, or that may stay."""

    place: str
    wrong: tuple[WrongPiece, ...]

    @property
    def copies(self) -> int:
        """All copies."""
        return sum(one.standing.there for one in self.wrong)

    @property
    def hung(self) -> int:
        """The copies on boards."""
        return sum(one.standing.hanging for one in self.wrong)

    @property
    def brings(self) -> tuple[Replacement, ...]:
        """The pieces to bring, each once."""
        return tuple(one.bring for one in self.wrong if one.bring and one.bring.copies)


@dataclass(frozen=True, slots=True)
class Recall:
    """What is to be done. down: where something must come down, the place with most on its boards first, until it is `in_route_order`.

    stays: what may stay though a newer piece exists.  unwritten: places that something was ordered for while nothing
    was ever written down, with what of it must come down if it is there.  silent: places that something was ordered for
    and about which nothing was written down, though something was about others.
    """

    down: tuple[Visit, ...] = ()
    stays: tuple[Visit, ...] = ()
    unwritten: tuple[Visit, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def pending(self) -> bool:
        """Whether somebody has to visit a place."""
        return bool(self.down or self.unwritten)


def plan_recall(
    entries: Sequence[LedgerEntry], judge: Judge, ask: RecallQuestion = EVERYTHING, ordered: Iterable[str] = ()
) -> Recall:
    """What is to be done by the ledger and the judge. ordered: places that campaigns order for, whatever was built."""
    there = known_standings(entries)
    places = [*dict.fromkeys([*(one.place for one in ordered_standings(judge)), *ordered])]
    if there is None:
        maybe: dict[str, list[WrongPiece]] = {id: [] for id in places}
        for one in ordered_standings(judge):
            if (found := judge.standing(one)).verdict is Verdict.DOWN:
                maybe[one.place].append(WrongPiece(one, found, found.reasons))
        return Recall(unwritten=tuple(Visit(id, tuple(ours)) for id, ours in maybe.items()))
    written = {one.place for one in there}
    out = [one for one in there if one.out]
    down = _visits(_pieces_down(out, judge, ask))
    stays = (WrongPiece(one, found, ()) for one in out if (found := judge.standing(one)).verdict is Verdict.STAYS)
    silent = tuple(place for place in places if place not in written)
    return Recall(down, _visits(stays) if ask.all else (), silent=silent if ask.all else ())


def in_route_order(found: Recall, order: Sequence[str]) -> Recall:
    """*found* with its places in *order*, the ids of a round trip; those that it does not name come last, as they were."""
    rank = {place: number for number, place in enumerate(dict.fromkeys(order))}

    def sorted_(visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
        return tuple(sorted(visits, key=lambda visit: rank.get(visit.place, len(rank))))

    return replace(found, down=sorted_(found.down), stays=sorted_(found.stays), unwritten=sorted_(found.unwritten))


def awaiting(found: Recall, campaigns: Collection[str]) -> Recall:
    """*found*, where what nothing replaces yet is awaited from the *campaigns* that are to be built anew."""

    def marked(one: WrongPiece) -> WrongPiece:
        return replace(one, awaited=one.certain and one.bring is None and one.standing.campaign in campaigns)

    return replace(found, down=tuple(replace(visit, wrong=tuple(map(marked, visit.wrong))) for visit in found.down))


def known_standings(entries: Sequence[LedgerEntry]) -> tuple[Standing, ...] | None:
    """Every piece that was ever at a place; None when the ledger has no hand-over at all."""
    given = any(isinstance(one.deed, HandOver) for one in ledger.effects(entries))
    return ledger.standings(entries) if given else None


def pieces_out(entries: Sequence[LedgerEntry]) -> tuple[Standing, ...]:
    """Every piece that is still at a place, by the ledger."""
    return tuple(one for one in ledger.standings(entries) if one.out)


def ordered_standings(judge: Judge) -> tuple[Standing, ...]:
    """The pieces that places may have, because editions ordered them; each piece once for each place."""
    found: dict[tuple[str, str], Standing] = {}
    for edition in judge.editions:
        record = edition.record
        for entry in () if edition.draft else record.pieces:
            for place, copies in entry.places:
                what = (entry.code, entry.name, entry.title, record.campaign, record.edition, last_day(entry, None))
                found[place, entry.code] = Standing(place, *what, copies=copies)
    return tuple(found.values())


def outdated(there: Iterable[Standing], judge: Judge) -> tuple[Standing, ...]:
    """Those of *there* that must come down."""
    return tuple(one for one in there if judge.standing(one).verdict is Verdict.DOWN)


def outdated_at(place: str, entries: Sequence[LedgerEntry], judge: Judge) -> tuple[Standing, ...]:
    """The pieces that must come down at a place, by the ledger; by the orders when the ledger says nothing."""
    there = ordered_standings(judge) if known_standings(entries) is None else pieces_out(entries)
    return outdated((one for one in there if one.place == place), judge)


def recallable_refs(editions: Iterable[Edition], register: Register) -> frozenset[str]:
    """The refs of all values that a recall can be about: those of the register and those that were ever printed."""
    printed = (ref for edition in editions for file in edition.record.files for ref in file.values)
    return frozenset(ref.removesuffix(SECOND) for ref in (*register.values, *printed))


def _visits(found: Iterable[WrongPiece]) -> tuple[Visit, ...]:
    """A visit for each place, sorted by the copies on boards, then by all copies, largest first."""
    places: dict[str, list[WrongPiece]] = {}
    for one in found:
        places.setdefault(one.standing.place, []).append(one)

    def rank(one: WrongPiece) -> tuple[int, str, str]:
        return -one.standing.hanging, one.standing.title, one.standing.code

    visits = (Visit(place, tuple(sorted(ours, key=rank))) for place, ours in places.items())
    return tuple(sorted(visits, key=lambda visit: (-visit.hung, -visit.copies, visit.place)))


def _pieces_down(out: Sequence[Standing], judge: Judge, ask: RecallQuestion) -> Iterator[WrongPiece]:
    """The pieces that must come down or be looked at, each with its replacement."""
    lying = {(one.place, one.code): one.there for one in out}
    brought: set[tuple[str, str]] = set()
    for one in sorted(out, key=lambda one: (one.place, -one.hanging, one.title, one.code)):
        judgment = judge.standing(one)
        if reasons := tuple(_matching_reasons(one, judgment, ask)):
            found = WrongPiece(one, judgment, reasons)
            bring = _find_replacement(one, reasons, judge, ask) if found.certain else None
            if bring:
                there = 0 if bring.code == one.code else lying.get((one.place, bring.code), 0)
                again = (one.place, bring.code) in brought
                bring = replace(bring, copies=0 if again else max(0, bring.copies - there), there=there >= bring.copies)
                brought.add((one.place, bring.code))
            yield replace(found, bring=bring)


def _matching_reasons(one: Standing, judgment: Judgment, ask: RecallQuestion) -> Iterator[Reason]:
    """The reasons that match the question, and those that the question itself adds."""
    for reason in judgment.reasons:
        match reason.cause:
            case "value" if reason.value and reason.value.ref.removesuffix(SECOND) in ask.refs:
                yield reason
            case "unknown" if ask.refs and not (reason.wrong or reason.text):
                yield reason
            case _ if ask.all:
                yield reason
    over = last_day(judgment.entry, one.until)
    if ask.before and over and over < ask.before:
        yield Reason("until", until=over)
    if one.edition in ask.editions:
        yield Reason("edition", edition=one.edition)


def _find_replacement(
    one: Standing, reasons: Sequence[Reason], judge: Judge, ask: RecallQuestion
) -> Replacement | None:
    """The replacement: from its own campaign, else from the newest other campaign that orders it for the place."""
    records = sorted(judge.newest.values(), key=lambda record: record.day, reverse=True)
    own = judge.newest.get(one.campaign)
    pieces = [(own.campaign, file) for file in judge.successors(one.campaign, one.name)] if own else []
    pieces += [
        (record.campaign, file)
        for record in records
        for file in judge.successors(record.campaign, one.name)
        if file.ordered(one.place)
    ]
    anew = {reason.cause for reason in reasons} == {"edition"} and (own is None or own.edition not in ask.editions)
    for campaign, file in pieces:
        if (file.code != one.code or anew) and judge.good(file):
            copies = file.ordered(one.place) or one.there or one.hanging
            return Replacement(file.code, file.title, copies, False, campaign)
    return None


# In words


def instructions(one: WrongPiece) -> tuple[Say, ...]:
    """What to do with a piece: take it down and bring another, or look at it."""
    if not one.certain:
        return (say("look at {code}: {title} – {name}, copies {copies}, on boards {hung}", **one.standing.told),)
    down = say("take down {code}: {title} – {name}, copies {copies}, on boards {hung}", **one.standing.told)
    return down, say("its replacement is still to be made") if one.awaited else _replacement_words(one.bring)


def conditional_instruction(one: WrongPiece) -> Say:
    """What to do with a piece of which nobody wrote down that it is there."""
    standing = one.standing
    what = {"code": standing.code, "title": standing.title, "name": standing.name}
    return say("take down {code} if it is there: {title} – {name}", **what)


def _replacement_words(bring: Replacement | None) -> Say:
    if bring is None:
        return say("nothing replaces it")
    if bring.copies:
        return say("bring {code}, copies {copies}", code=bring.code, copies=bring.copies)
    if bring.there:
        return say("its replacement is there: {code}", code=bring.code)
    return say("{code} replaces it too", code=bring.code)
