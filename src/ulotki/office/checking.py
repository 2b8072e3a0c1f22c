"""Reads everything, lays every piece out, and says all that is not as it should be. Writes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ulotki import press, stock
from ulotki.content.campaign import campaigns_over
from ulotki.content.due import AHEAD, Due
from ulotki.content.due_list import DAYS, all_due
from ulotki.content.order import targets
from ulotki.content.place_search import find_places
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Misused, Refused, Say, misused, nearest, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.library.places import left_out
from ulotki.look import Palette
from ulotki.office import Begin, Outcome
from ulotki.paper import Format
from ulotki.templates import Template, templates

OfferedPiece = tuple[Scam, Template, Format, Palette]

LINE = 17
"""Characters of a line of the swindler's words: what the starter promises, and what every template is drawn for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """pieces: how many were laid out.  due: what comes with a day and needs attention soon."""

    pieces: int
    due: tuple[Due, ...]

    @property
    def ahead(self) -> Iterator[Say]:
        """What is due, a sentence for each day and reason."""
        soon = sorted(self.due, key=lambda one: (one.day, one.why))
        for (when, what), entries in groupby(soon, lambda one: (one.day, one.what)):
            refs = ", ".join(one.ref for one in entries)
            yield say("within {days} days: {day}: {refs}: {what}", days=DAYS, day=when, refs=refs, what=what)


def check(library: Library, only: Sequence[str], day: datetime.date, begin: Begin) -> Outcome[Checked]:
    """Check *library* on *day*.

    only: scams, templates, and places, for which the pieces of their campaigns are meant; () for everything. Words of one
    kind are alternatives, kinds narrow one another down.
    Raises Misused for a word that is none of these.
    """
    wanted = Wanted.of(library, only)
    read = wanted.faults(library)
    offered = [piece for piece in stock.offered(library.editions) if wanted.piece(piece)]
    names = [f"{scam.id} {scam.lang} {template.id} {paper.name} {inks.name}" for scam, template, paper, inks in offered]
    found: list[Finding] = []
    left = iter(names)
    with begin(names) as done:
        for piece in offered:
            found += _judged(library, piece, Occasion(day))
            done(next(left))
    long = [one for scam in library.editions if library.own(scam) and wanted.scam(scam) for one in long_lines(scam)]
    ahead = () if only else tuple(one for one in all_due(library.register, library.editions, day) if one.why in AHEAD)
    checked = Checked(len(offered), ahead)
    asides = () if only else campaigns_over(library.campaigns.values(), day)
    return Outcome(checked, (*read, *long, *merge_findings(found)), (*checked.ahead, *asides))


def _judged(library: Library, piece: OfferedPiece, occasion: Occasion) -> tuple[Finding, ...]:
    """What is found on *piece* as a build makes it: in each palette it has a code of its own."""
    try:
        return press.proof(library, *piece, occasion).findings
    except Refused as trouble:
        return press.on(trouble.findings, *piece[1:])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is checked. scams, templates: by id, none for all.  ordered: (scam, template, format, language), None for all."""

    words: frozenset[str]
    scams: frozenset[str]
    templates: frozenset[str]
    ordered: frozenset[tuple[str, str, str, str]] | None

    @classmethod
    def of(cls, library: Library, words: Sequence[str]) -> Wanted:
        """What *words* ask for. Raises Misused for a word that is no scam, template or place."""
        known = frozenset((*library.scams, *library.scams.unread))
        scams, kinds = known & set(words), frozenset(templates()) & set(words)
        rest = [word for word in words if word not in scams | kinds]
        try:
            ids = find_places(library.places, rest, tuple(library.places.unread))
        except Misused:
            what = say('"{word}" is no scam, template or place', word=rest[0])
            hint = nearest(rest[0], [*sorted(known), *templates(), *library.places])
            raise misused(what, hint or say("all are shown by: ulotki list scams")) from None
        return cls(frozenset((*words, *ids)), scams, kinds, frozenset(_ordered(library, ids)) if rest else None)

    def scam(self, scam: Scam) -> bool:
        """Whether *scam* is one of those that are checked."""
        return not self.words or scam.id in self.scams or not self.scams

    def piece(self, piece: OfferedPiece) -> bool:
        """Whether *piece* is one of those that are checked."""
        scam, template, paper, _ = piece
        return (
            self.scam(scam)
            and (not self.templates or template.id in self.templates)
            and (self.ordered is None or (scam.id, template.id, paper.name, scam.lang) in self.ordered)
        )

    def faults(self, library: Library) -> tuple[Finding, ...]:
        """What cannot be read of what is checked."""
        if not self.words:
            return library.findings
        unread = (one for one in library.unread if one.kind in ("scam", "place") and one.id in self.words)
        return tuple(dict.fromkeys(finding for one in unread for finding in one.findings))


def _ordered(library: Library, ids: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    for campaign in library.campaigns.values():
        for order in campaign.order:
            meant = {*targets(order, library.places), *(one.id for one in left_out(order, library.places))}
            if meant & set(ids):
                yield from ((scam, order.template, order.format, order.language) for scam in order.scams)


def merge_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """*findings*, each once, with all the pieces that it was found on."""
    pieces: dict[Finding, dict[str, None]] = {}
    for one in findings:
        pieces.setdefault(replace(one, pieces=()), {}).update(dict.fromkeys(one.pieces))
    return tuple(replace(one, pieces=tuple(names)) for one, names in pieces.items())


def long_lines(scam: Scam) -> Iterator[Finding]:
    """A warning for each line of the swindler's words that is longer than a line is."""
    for line in scam.quote:
        if len(line.source) > LINE and scam.lang == HOME:
            what = say('"{line}" has {count} characters', line=line.source, count=len(line.source))
            hint = say("a line of quote has {most} at most; begin a new one", most=LINE)
            yield Finding("line", what, hint, line.at, grave=False)
