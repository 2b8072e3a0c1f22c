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
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Refused, Say, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.office import Begin, Outcome
from ulotki.office.wanted_pieces import Wanted

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
    """Check *library* on *day*. only: scams, templates, and places, for the pieces of their campaigns; () for everything.

    Words of one kind are alternatives, kinds narrow one another down. Raises Misused for a word that is none of these.
    """
    wanted = Wanted.of(library, only)
    offered = [piece for piece in stock.offered(library.editions) if wanted.piece(piece)]
    names = [f"{scam.id} {scam.lang} {template.id} {paper.name} {inks.name}" for scam, template, paper, inks in offered]
    found: list[Finding] = []
    with begin(names) as done:
        for piece, name in zip(offered, names, strict=True):
            try:  # as a build makes it: in each palette it has a code of its own
                found += press.proof(library, *piece, Occasion(day)).findings
            except Refused as trouble:
                found += press.on(trouble.findings, *piece[1:])
            done(name)
    long = [one for scam in library.editions if library.own(scam) and wanted.scam(scam) for one in long_lines(scam)]
    ahead = () if only else tuple(one for one in all_due(library.register, library.editions, day) if one.why in AHEAD)
    checked = Checked(len(offered), ahead)
    asides = () if only else campaigns_over(library.campaigns.values(), day)
    return Outcome(checked, (*wanted.faults(library), *long, *merge_findings(found)), (*checked.ahead, *asides))


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
