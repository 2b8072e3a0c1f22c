"""Which pieces carry a value, what became of it, for whom they were ordered, and where they are by the ledger."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from ulotki.content.kinds import KINDS
from ulotki.content.number import Number
from ulotki.content.state import State
from ulotki.content.value import SECOND, Value, split_ref
from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass
from ulotki.handout.ledger import Standing
from ulotki.handout.recall import pieces_out
from ulotki.office import Copies, Outcome
from ulotki.office.facts import Facts, gather_facts
from ulotki.office.numbers.ids import Refs
from ulotki.workspace import Workspace

DIALLED = re.compile(r"\+?\d{3,}")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A piece of an edition that carries the value. folder: of the edition.  values: as they are printed on it.

    current: whether all of that is in the register.  state: of it, None when it is not.  now: what is good on the day.
    places: everybody it was ordered for.  copies: for all of them together.
    """

    campaign: str
    folder: Path
    edition: str
    piece: str
    code: str
    values: tuple[str, ...]
    current: bool
    state: State | None
    now: tuple[str, ...]
    places: tuple[Copies, ...]
    copies: int

    @property
    def verdict(self) -> Say:
        """Whether the printed value still holds, and which one holds now."""
        match self:
            case Carrier(current=True, state=None | State.GOOD):
                return say("still in the register")
            case Carrier(current=True, state=State() as state):
                return say("still in the register, but {state}", state=say(state.value))
            case Carrier(now=()):
                return say("out of date, and the register has none that is good now")
            case Carrier(now=good):
                return say("out of date, now {value}", value=", ".join(good))


@dataclass(frozen=True, slots=True)
class EditionSums:
    """How many pieces, places and copies of an edition carry the value."""

    campaign: str
    folder: Path
    edition: str
    pieces: int
    places: int
    copies: int


@dataclass(frozen=True, slots=True)
class PieceOut:
    """A piece that carries the value and still is at a place. hung: copies on boards."""

    place: str
    name: str
    code: str
    title: str
    copies: int
    hung: int


@dataclass(frozen=True, slots=True)
class ValueUses:
    """Where a value stands. ref: the one that was asked for, or the number itself.

    value, state: what the register says of it now, None for nothing.  out: what still is somewhere by the ledger.
    """

    ref: str
    value: str | None
    state: State | None
    pieces: tuple[Carrier, ...]
    editions: tuple[EditionSums, ...]
    out: tuple[PieceOut, ...]


def where(
    workspace: Workspace, word: str, today: datetime.date, day: datetime.date | None = None
) -> Outcome[ValueUses]:
    """Where a value stands. Raises Misused for a word that is neither known nor a number.

    word: the id of a value, its ref, or the value itself, such as a number.  day: None for today.
    """
    known = gather_facts(workspace, day or today, today)
    sought, text = _sought(known, word)
    carriers = tuple(_carriers(known, sought, text))
    codes = {one.code for one in carriers}
    there = pieces_out(known.entries)
    value = known.library.register.values.get(sought[0]) if len(sought) == 1 else None
    names, day = known.place_names, known.judge.day
    state = value.on(day)[0].state(day) if value else None
    ours = (one for one in there if one.code in codes)
    out = tuple(PieceOut(one.place, names[one.place], one.code, one.title, one.there, one.hanging) for one in ours)
    found = ValueUses(text or sought[0], value.value if value else None, state, carriers, tuple(_sums(carriers)), out)
    return Outcome(found, (*known.findings, *_lost(known, there)))


def _sums(carriers: Iterable[Carrier]) -> Iterator[EditionSums]:
    """The pieces, places and copies of each edition, counted."""
    for (campaign, folder, code), group in groupby(carriers, lambda one: (one.campaign, one.folder, one.edition)):
        ours = tuple(group)
        places = {place.id for one in ours for place in one.places}
        yield EditionSums(campaign, folder, code, len(ours), len(places), sum(one.copies for one in ours))


def _sought(known: Facts, word: str) -> tuple[tuple[str, ...], str]:
    """The refs that are meant, and the value when *word* is one, "" for any value of the ref. Raises Misused."""
    register = known.library.register
    files = (file for edition in known.judge.editions for file in edition.record.files)
    printed = {(ref.removesuffix(SECOND), text) for file in files for ref, text in file.values.items()}
    ids = Refs(frozenset({ref for ref, _ in printed} | set(register.values)))
    if ids.find(word):
        return (":".join(ids.asked(word)),), ""
    values = printed | {(one.ref, one.value) for one in register} | {(one.ref, one.replaces) for one in register}
    refs = tuple(sorted({ref for ref, text in values if text and _same(ref, text, word)}))
    if not refs and not DIALLED.fullmatch(Number.canonical(word)):
        ids.asked(word)
    return refs or (f"number:{word}",), word


def _same(ref: str, one: str, other: str) -> bool:
    """Whether two spellings are the same value of the kind of *ref*."""
    canonical = KINDS.get(split_ref(ref)[0], Value).canonical
    return canonical(one) == canonical(other)


def _carriers(known: Facts, refs: tuple[str, ...], text: str) -> Iterator[Carrier]:
    """Every piece of an edition that carries it, the oldest first. text: this value alone, "" for any of the refs."""
    names = known.place_names
    for edition in known.judge.editions:
        for piece in () if edition.draft else edition.record.pieces:
            stands = [
                known.judge.stood(ref, found)
                for ref, found in sorted(piece.values.items())
                if found and ref.removesuffix(SECOND) in refs and (not text or _same(ref, found, text))
            ]
            if not stands:
                continue
            bad = next((one.state for one in stands if one.same and not one.holds), None)
            current = all(one.same for one in stands)
            yield Carrier(
                campaign=edition.record.campaign,
                folder=known.workspace.base / edition.where,
                edition=edition.record.edition,
                piece=piece.name,
                code=piece.code,
                values=tuple(piece.values[one.ref] for one in stands),
                current=current,
                state=bad or (State.GOOD if current else None),
                now=_now(known, stands[0].ref),
                places=tuple(Copies(id, names[id], copies) for id, copies in piece.places),
                copies=piece.copies,
            )


def _now(known: Facts, ref: str) -> tuple[str, ...]:
    """The values of the register that are good on the day, for a ref."""
    value = known.library.register.values.get(ref.removesuffix(SECOND))
    day = known.judge.day
    return tuple(one.value for one in (value.on(day) if value else ()) if one and one.state(day).holds)


def _lost(known: Facts, there: Iterable[Standing]) -> Iterator[Finding]:
    """Pieces that are somewhere and that no record knows: nobody can tell whether they carry it."""
    for one in there:
        if known.judge.piece(one.code).entry is None:
            what = say("{code} is at {place}, and no record says what stands on it", code=one.code, place=one.place)
            yield Finding("unknown", what, say("look at it; the value may stand there too"))
