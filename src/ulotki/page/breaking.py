"""Where the lines of a paragraph break: the fewest lines, and of those the least cost (docs/decisions/0001)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ulotki.content.typography import LANGUAGES

LEANING = frozenset().union(*(typography.leaning for typography in LANGUAGES.values()))
"""Short words of all languages that should not end a line."""

JOINTS = "-–@./"
"""Characters after which a word that is wider than its column is cut: those of double names and addresses."""

ROUNDING = 1e-6
"""Tolerance for sums of floats, mm."""


def word_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each word: of each stretch without a space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for part in text.split(" "):
        if part:
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def parts_of_word(text: str, begin: int, end: int, reach: list[float], width: float) -> Iterator[tuple[int, int]]:
    """The word from *begin* to *end*, whole where it fits, else in pieces: after one of `JOINTS`, or as many letters as fit."""
    while reach[end] - reach[begin] > width + ROUNDING:
        # A comma, or one letter, does not begin a line.
        fits = [stop for stop in range(begin + 1, end - 1) if reach[stop] - reach[begin] <= width] or [begin + 1]
        stop = max((stop for stop in fits if text[stop - 1] in JOINTS), default=fits[-1])
        yield begin, stop
        begin = stop
    yield begin, end


def best_breaks(
    text: str, spans: list[tuple[int, int]], measure: Callable[[int, int], float], width: float, *, full: bool
) -> list[tuple[int, int]]:
    """(first, last) word of each line: the fewest lines, and of those the least cost. full: see `Style`."""
    count = len(spans)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * count + [(0, 0.0, count)]
    for first in range(count - 1, -1, -1):
        choice: tuple[int, float, int] | None = None
        for last in range(first, count):
            slack = width - measure(first, last)
            if slack < -ROUNDING:
                break
            lines, cost, _ = best[last + 1]
            free = 0.0 if full and last + 1 == count else slack / width
            option = (lines + 1, cost + _cost(text, spans, first, last, free), last)
            if choice is None or option[:2] <= choice[:2]:
                choice = option
        assert choice is not None
        best[first] = choice
    chosen: list[tuple[int, int]] = []
    first = 0
    while first < count:
        last = best[first][2]
        chosen.append((first, last))
        first = last + 1
    return chosen


def _cost(text: str, spans: list[tuple[int, int]], first: int, last: int, slack: float) -> float:
    """The cost of this line: its slack squared, more for a single last word, most for a short word at its end."""
    if last + 1 == len(spans):
        lonely = first > 0 and first == last and spans[last][1] - spans[last][0] < 6
        return slack * slack + (1.0 if lonely else 0.0)
    start, end = spans[last]
    word = text[start:end].lower().strip("„”«»“‘’(")
    return slack * slack + (1.5 if word in LEANING else 0.0)
