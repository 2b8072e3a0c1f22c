"""Which day a campaign speaks of: its first one, and later the last day on which a value that its pieces may print turned.

Between two turns (`Value.turns`) every build makes the same. Who asks for the day of a piece or a campaign asks here.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Hashable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from ulotki.checks.emergency import EMERGENCY
from ulotki.content.campaign import Campaign
from ulotki.content.marks import placeholders
from ulotki.content.order import Meeting
from ulotki.content.prose_values import proses
from ulotki.content.scam import Scam, named_numbers
from ulotki.content.value import SECOND, Value
from ulotki.edition.record import Record
from ulotki.errors import Refused, Say, say
from ulotki.frozen import dataclass
from ulotki.library import Library


def campaign_as_of(campaign: Campaign, library: Library, today: datetime.date) -> Campaign:
    """*campaign* with the day of which it speaks *today*: never before its first day, nor after its last one."""
    asked = replace(campaign, as_of=max(campaign.day, today))
    days = (_last_turn(turns, until, asked) for _, turns, until in _orders(campaign, library))
    last = max(days, default=campaign.day)
    return replace(campaign, as_of=last if last > campaign.day else None)


def piece_day(
    refs: Collection[str], until: datetime.date | None, campaign: Campaign, library: Library
) -> datetime.date:
    """The day of which a piece speaks that may print *refs*. until: its last day, None for that of the campaign."""
    return _last_turn(library.register.turns(refs), until, campaign)


def _last_turn(turns: Collection[datetime.date], until: datetime.date | None, campaign: Campaign) -> datetime.date:
    """The last of *turns* up to the day of which *campaign* speaks and up to *until*; without one its first day."""
    last = min(day for day in (campaign.as_of or campaign.day, until or campaign.until) if day)
    return max((day for day in turns if campaign.day < day <= last), default=campaign.day)


def campaign_turns(campaign: Campaign, library: Library) -> tuple[datetime.date, ...]:
    """Every day on which a value turns that its pieces may print, in order: between two of them a build makes the same."""
    return tuple(sorted({day for _, turns, _ in _orders(campaign, library) for day in turns}))


@dataclass(frozen=True, slots=True)
class Turned:
    """A value that an edition prints otherwise than it is now. what: the difference in words.

    holds: whether any value holds now.
    """

    value: Value
    what: Say
    holds: bool


def turned_values(record: Record, campaign: Campaign, library: Library, today: datetime.date) -> tuple[Turned, ...]:
    """The values, each once, that the edition of *campaign* prints otherwise than they are *today*."""
    day = max(today, record.speaks)
    running = (refs for refs, _, until in _orders(campaign, library) if (until or campaign.until or day) >= day)
    found: dict[str, Turned] = {}
    for ref in sorted(frozenset[str]().union(*running)):
        said = [piece.values for piece in record.pieces if ref in piece.values]
        value = library.register.values.get(ref) if said else None
        turned = (_turned(value, one[ref], one.get(f"{ref}{SECOND}", ""), day) for one in said if value)
        found.update((ref, one) for one in turned if one)
    return tuple(found.values())


def _turned(value: Value, said: str, also: str, day: datetime.date) -> Turned | None:
    """*value* when a piece has *said* another. also: the old value beside it, "" for none."""
    first, second = value.on(day)
    good = first.state(day).holds
    if good and first.same(said) and (second.same(also) if second else not also):
        return None
    before = ", ".join(replace(value, value=text).printed for text in (said, also) if text)
    if not good:
        return Turned(value, say("the edition says {before}, which does not hold", before=before), False)
    now = ", ".join(one.printed for one in (first, second) if one and one.state(day).holds)
    what = say("it is {now}, and the edition says {before}", now=now, before=before)
    if since := max((turn for turn in value.turns if turn <= day), default=None):
        what = say("since {day} it is {now}, and the edition says {before}", day=since, now=now, before=before)
    return Turned(value, what, True)


def printable_refs(
    scams: Collection[Scam], lang: str, library: Library, meeting: Meeting | None = None
) -> frozenset[str]:
    """The refs of all values that a piece about *scams* may print."""
    publisher = library.publisher
    said = (*scams, *fixed_words(lang, library), meeting)
    refs = {EMERGENCY, *(f"{kind}:{id}" for one in said for kind, id in _refs(one))}
    refs |= {f"address:{scam.address}" for scam in scams if scam.address}
    refs |= {f"number:{id}" for scam in scams for id, _ in named_numbers(scam)}
    if publisher:
        names = (publisher.officer_name, publisher.officer_hours)
        refs |= {f"number:{publisher.officer_number}", *(f"name:{id}" for id in names)}
    return frozenset(refs)


def fixed_words(lang: str, library: Library) -> tuple[Hashable, Hashable]:
    """The words that any piece in *lang* may hold, whatever it is about."""
    readings = library.readings_in(lang)
    return library.phrases[lang], (readings.appeal, readings.term) if readings else ()


@lru_cache(maxsize=200)
def _refs(value: Hashable) -> frozenset[tuple[str, str]]:
    """What words name, which are the same for many pieces."""
    return frozenset(pair for prose in proses(value) for pair in placeholders(prose.source) if pair[0])


def campaign_refs(campaign: Campaign, library: Library) -> frozenset[str]:
    """The refs of all values that the pieces of *campaign* may print."""
    return frozenset[str]().union(*(refs for refs, _, _ in _orders(campaign, library)))


Printable = tuple[frozenset[str], frozenset[datetime.date], datetime.date | None]
"""(the refs of all that pieces may print, the turns of those values, the last day of the pieces)."""


def _orders(campaign: Campaign, library: Library) -> Iterator[Printable]:
    """What is printable of each scam in each order; what cannot be read or made is left out."""
    for order in campaign.order:
        for id in order.scams:
            with suppress(Refused):
                refs = printable_refs([library.scam(id, order.language)], order.language, library, order.meeting)
                yield refs, library.register.turns(refs), order.until
