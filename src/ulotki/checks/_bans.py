"""Lists of banned words, and what is found of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from ulotki.checks._texts import Passage
from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Ban:
    """Banned words. pattern: starts at the start of a word, in upper or lower case.  why, instead: for people."""

    pattern: str
    why: Say
    instead: Say


@dataclass(frozen=True, eq=False)
class Bans:
    """A list of bans that are searched together.

    but_not: phrases that are allowed although a ban matches a part of them.  unless_after: words directly before a match
    that make it harmless, such as "nie".
    """

    bans: tuple[Ban, ...]
    but_not: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        before = "".join(rf"(?<!\b{word}\s)" for word in self.unless_after)
        harmless = "|".join(self.but_not) or "(?!)"
        banned = "|".join(f"(?P<ban{number}>{ban.pattern})" for number, ban in enumerate(self.bans))
        return re.compile(rf"\b(?:(?:{harmless})|{before}(?:{banned}))(?!\w)", re.IGNORECASE)

    @lru_cache(maxsize=10_000)  # noqa: B019 (one for each list, for the life of the program)
    def broken(self, text: str) -> tuple[tuple[str, Ban], ...]:
        """(the matching words, the ban) for each ban that *text* breaks."""
        return tuple(
            (match[0], self.bans[int(match.lastgroup[3:])])
            for match in self._pattern.finditer(text)
            if match.lastgroup is not None
        )


def faults(check: str, passages: Iterable[Passage], bans: Bans, *, grave: bool) -> Iterator[Finding]:
    """A finding of *check* for each ban that a text breaks."""
    for passage in passages:
        for words, ban in bans.broken(passage.text):
            yield Finding(check, say('"{words}": {why}', words=words, why=ban.why), ban.instead, passage.at, grave)
