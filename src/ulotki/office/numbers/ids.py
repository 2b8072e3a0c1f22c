"""Which value of the register somebody means."""

from __future__ import annotations

from ulotki.content.kinds import KINDS
from ulotki.content.value import split_ref
from ulotki.errors import Misused, Say, misused, nearest, nearest_or_all, say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Refs:
    """The refs there are."""

    refs: frozenset[str]

    def find(self, word: str) -> tuple[str, str] | None:
        """(kind, id) of what *word* means: "dzielnicowy", or with its kind "name:dzielnicowy"; None for nothing known."""
        refs = [word] if ":" in word else [f"{kind}:{word}" for kind in KINDS]
        ref = next((ref for ref in refs if ref in self.refs), None)
        return split_ref(ref) if ref else None

    def names(self) -> list[str]:
        """What one may write for them: the id, or the ref where the id alone means another."""
        return sorted(id if self.find(id) == (kind, id) else f"{kind}:{id}" for kind, id in map(split_ref, self.refs))

    def asked(self, word: str) -> tuple[str, str]:
        """(kind, id) of what *word* means. Raises Misused with the nearest."""
        meant = self.find(word)
        if meant is None:
            names = self.names()
            raise unknown_value(word, nearest(word, names) or nearest(word, self.refs) or nearest_or_all(word, names))
        return meant


def unknown_value(word: str, hint: Say) -> Misused:
    """The complaint that nothing is called *word*."""
    return misused(say('there is no number, address or name "{id}"', id=word), hint)
