"""A text as it is seen, in which each character knows where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable

from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SeenText:
    """What is seen of a text. origin: for each character of *text* and for its end, where it comes from in *source*."""

    source: str
    text: str
    origin: tuple[int, ...]

    def sub(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str | None]) -> SeenText:
        """The text with each match replaced; None leaves a match as it is."""
        text: list[str] = []
        origin: list[int] = []
        end = 0
        for match in pattern.finditer(self.text):
            new = by(match)
            if new is None:
                continue
            text += (self.text[end : match.start()], new)
            origin += self.origin[end : match.start()]
            same = len(new) == len(match[0])
            origin += self.origin[match.start() : match.end()] if same else [self.origin[match.start()]] * len(new)
            end = match.end()
        if not end:
            return self
        return SeenText(self.source, "".join((*text, self.text[end:])), (*origin, *self.origin[end:]))

    def excerpt(self, start: int, end: int) -> str:
        """The part of the source from which the characters *start* to *end* come."""
        last = self.origin[end - 1]
        behind = next((place for place in self.origin[end:] if place > last), len(self.source))
        return self.source[self.origin[start] : behind].strip()
