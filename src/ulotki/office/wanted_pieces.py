"""Which scams, templates and places a check is asked for, and which pieces these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.content.order import targets
from ulotki.content.place_search import find_places
from ulotki.content.scam import Scam
from ulotki.errors import Finding, Misused, misused, nearest, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.library.places import left_out
from ulotki.look import Palette
from ulotki.paper import Format
from ulotki.templates import Template, templates

OfferedPiece = tuple[Scam, Template, Format, Palette]


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
