"""Checks references between files. An entry that cannot be read counts as existing: its use raises its own error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from ulotki.content.campaign import Campaign
from ulotki.content.marks import placeholders
from ulotki.content.order import Order, targets
from ulotki.content.places import ALL, Place
from ulotki.content.prose_values import proses
from ulotki.content.publisher import Publisher
from ulotki.content.register import Register
from ulotki.content.scam import Scam
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.content.unread import Entries
from ulotki.content.value import Value
from ulotki.errors import Finding, absent, nearest, nearest_or_all, say
from ulotki.library.places import left_out
from ulotki.library.scam_help import help_faults, needed_numbers
from ulotki.library.source import Source

OFFICER = "dzielnicowy"
"""The id that an officer's number and name have unless a workspace says otherwise."""

HOURS = "godziny"
"""The id that their hours have unless a workspace says otherwise."""

SLOTS = (
    *("until", "issuer", "day", "number", "place", "contact", "from", "to", "district"),
    *("posters", "leaflets", "hang", "lay", "meet", "count", "all", "more", "post"),
)
"""Slots that fixed words may have."""


class Names:
    """Everything that may be referred to. known: scams by (id, language).  settled: files whose references are known to be right."""

    def __init__(
        self,
        source: Source,
        values: Entries[str, Value],
        known: Entries[tuple[str, str], Scam],
        words: Iterable[str],
        places: Entries[str, Place],
        settled: Collection[str] = (),
    ) -> None:
        self.source, self.settled = source, settled
        self.register = Register(values)
        self.values, self.scams, self.places = values, known, places
        self.words = frozenset(words)

    def value(self, kind: str, id: str) -> bool:
        """Whether the register has the value, or may have it in a part that cannot be read."""
        ref = f"{kind}:{id}"
        return ref in self.values or ref in self.values.unread or bool(self.values.lost)

    def scam(self, scam: Scam) -> Iterator[Finding]:
        """Findings for references of *scam* to something that does not exist."""
        if scam.at.file in self.settled:
            return
        if scam.lang not in self.words:
            what = say("there are no fixed words in the language {lang}", lang=scam.lang)
            yield Finding("read", what, say("write words/{lang}.toml beside the others", lang=scam.lang), scam.at)
        yield from self.prose(scam, ())
        if scam.address and not self.value("address", scam.address):
            yield self.missing(scam, "address", "address", scam.address)
        yield from (self.source.fault(scam.at, *wrong) for wrong in help_faults(scam))
        for id, field in needed_numbers(scam):
            if not self.value("number", id):
                yield self.missing(scam, field, "number", id)

    def prose(self, text: object, slots: tuple[str, ...]) -> Iterator[Finding]:
        """Findings for placeholders of *text*, of one file, without a value, and for words in braces not in *slots*."""
        for prose in proses(text):
            if prose.at.file in self.settled:
                return
            for kind, id in placeholders(prose.source):
                if kind and not self.value(kind, id):
                    yield Finding("read", absent(kind, id), self.register.near(kind, id), prose.at)
                elif not kind and id not in slots:
                    hint = nearest(id, slots) or say("a value is {example}", example="{{number:id}}")
                    yield Finding("read", say('unknown word in braces: "{id}"', id=id), hint, prose.at)

    def publisher(self, publisher: Publisher) -> Iterator[Finding]:
        """Findings for the officer's values, when other ids than the usual ones are given."""
        if wrong := publisher.print_shop.fault:
            yield self.source.fault(publisher.at, "print_shop.bleed", *wrong)
        for name, what, hint in publisher.site.faults:
            yield self.source.fault(publisher.at, f"site.{name}", what, hint)
        for kind, name in (("number", "officer_number"), ("name", "officer_name"), ("name", "officer_hours")):
            id = getattr(publisher, name)
            if id not in (OFFICER, HOURS) and not self.value(kind, id):
                yield self.missing(publisher, name, kind, id)

    def missing(self, one: Any, field: str, kind: str, id: str) -> Finding:
        """The finding that *field* of *one* names a value that does not exist."""
        return self.source.fault(one.at, field, absent(kind, id), self.register.near(kind, id))

    def campaign(self, campaign: Campaign) -> Iterator[Finding]:
        """Findings for references of its orders to something that does not exist, and to places that cannot be read."""
        for order in campaign.order:
            yield from self.scams_of(order)
            formats = self.source.known.formats[order.template]
            if order.format not in formats:
                yield self.unknown(order, "format", "format", order.format, formats)
            yield from self.places_of(order)

    def scams_of(self, order: Order) -> Iterator[Finding]:
        """Findings for scams of *order* that do not exist, or not in its language."""
        every = {*self.scams, *self.scams.unread}
        for word in order.scams:
            if (word, HOME) not in every:
                yield self.unknown(order, "scams", "scam", word, [id for id, lang in self.scams if lang == HOME])
            elif (word, order.language) not in every and (
                order.language in self.source.languages or order.language not in LANGUAGES
            ):
                known = [lang for id, lang in self.scams if id == word]
                yield self.unknown(order, "language", "language", order.language, known)

    def places_of(self, order: Order) -> Iterator[Finding]:
        """Findings for places of *order* that do not exist or cannot be read."""
        yield from self.places.lost
        out = left_out(order, self.places)
        meant = targets(order, self.places)
        for one in out:
            if one.id in order.places or not meant:
                yield from one.findings
        kinds = sorted({place.kind for place in self.places.values()})
        for word in () if self.places.lost else order.places:
            alone = replace(order, places=(word,))
            if word not in {*self.places, *kinds, ALL} and not left_out(alone, self.places):
                yield self.unknown(order, "places", "place", word, (*self.places, *kinds, ALL))
        if self.places and not self.places.lost and order.places == (ALL,) and not (meant or out):
            what = say('no place is for the audience "{audience}"', audience=order.audience)
            hint = say('pupils are reached in places of the kind "school", adults in all others')
            yield self.source.fault(order.at, "places", what, hint)

    def unknown(self, one: Any, field: str, kind: str, word: str, names: Iterable[str]) -> Finding:
        """The finding that *field* of *one* names a *kind* that does not exist, with the closest of *names*."""
        return self.source.fault(one.at, field, absent(kind, word), nearest_or_all(word, names))
