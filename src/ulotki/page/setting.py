"""Words into lines.

The whole paragraph is shaped once; a line is a slice of it. Lines break at blanks only: hard spaces hold, nothing is
hyphenated or squeezed. Of all ways to break that take the fewest lines, the one is taken whose lines are most alike,
with short words off line ends and no lonely word on the last line where that can be had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from ulotki.content.text import NBSP, Run, Words
from ulotki.content.typography import LANGUAGES
from ulotki.errors import Finding, Refused, say
from ulotki.look.faces import Face, Family
from ulotki.look.styles import Style
from ulotki.paper import POINT

LEANING = frozenset().union(*(typography.leaning for typography in LANGUAGES.values()))
"""Short words of all languages that better do not end a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one run on one line. advances: thousandths of the em."""

    run: Run
    face: Face
    advances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line. width: mm, without the blank that ends it when the paragraph goes on. hang: mm its first quote hangs."""

    pieces: tuple[Piece, ...]
    width: float
    hang: float


@dataclass(slots=True)
class Setting:
    """How a page is being set: its family, and the scale that all its display type has stepped down to."""

    family: Family
    scale: float = 1.0
    memo: dict[tuple[Words, Style, float, bool], tuple[SetLine, ...]] = field(default_factory=dict)

    def lines(self, words: Words, style: Style, width: float, hang: bool = False) -> tuple[SetLine, ...]:
        """*words* in *style* as lines of at most *width* mm.

        hang: an opening quote hangs outside the left edge. Raises Overflow when one word alone is wider.
        """
        key = (words, style, width, hang)
        if key not in self.memo:
            self.memo[key] = tuple(_lines(words, style, width, hang, self))
        return self.memo[key]

    def face(self, style: Style, strong: bool = False) -> Face:
        """The face *style* is set in."""
        return self.family.strong(style.weight) if strong else self.family[style.weight]


class Overflow(Refused):
    """Words that have no room. over: mm too much.  field: where the words come from."""

    def __init__(self, words: Words, over: float, letters: int) -> None:
        self.over = over
        self.field = words.at.field
        super().__init__(
            [
                Finding(
                    "fit",
                    say('"{value}" is {over} mm too long for its place', value=_shown(words), over=f"{over:.1f}"),
                    say(
                        "shorten the field {field} by about {count} characters, or give it a shorter variant under [short]",
                        field=words.at.field or "–",
                        count=max(1, letters),
                    ),
                    words.at,
                )
            ]
        )


def _shown(words: Words) -> str:
    return str(words).replace("\n", " / ").replace(NBSP, " ")


def _lines(words: Words, style: Style, width: float, hang: bool, setting: Setting) -> Iterator[SetLine]:
    size, _ = style.at(setting.scale)
    letters = [(char, run) for run in words.runs for char in run.text]
    start = 0
    text = str(words)
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        goes_on = end < len(text)
        yield from _paragraph(words, letters[start:end], style, size, width, hang and start == 0, goes_on, setting)
        start = end + 1


def _paragraph(
    words: Words,
    letters: list[tuple[str, Run]],
    style: Style,
    size: float,
    width: float,
    hang: bool,
    goes_on: bool,
    setting: Setting,
) -> Iterator[SetLine]:
    """The lines of one paragraph; *goes_on*: an author's line break follows, so its last line ends in a blank too."""
    if goes_on:
        letters = [*letters, (" ", letters[-1][1] if letters else Run(" "))]
    text = "".join(char for char, _ in letters)
    advances: list[float] = []
    for strong, group in groupby(letters, key=lambda letter: letter[1].strong):
        face = setting.face(style, strong)
        run = "".join(char for char, _ in group)
        missing = next((char for char in run if char not in face.signs), None)
        if missing:
            raise Refused(
                [
                    Finding(
                        "glyph",
                        say(
                            'the face {face} has no "{sign}" (U+{code})',
                            face=face.name,
                            sign=missing,
                            code=f"{ord(missing):04X}",
                        ),
                        say("write it with other signs"),
                        words.at,
                    )
                ]
            )
        advances += [advance * 1000 / face.units for advance in face.advances(run)]
    mm = size * POINT / 1000
    reach = [0.0, *accumulate(advance * mm for advance in advances)]
    spans = _words(text)
    if not spans:
        return
    hung = reach[1] if hang and text[0] in "„«“" else 0.0

    def measure(first: int, last: int) -> float:
        return reach[spans[last][1]] - reach[spans[first][0]] - (hung if first == 0 else 0.0)

    for index in range(len(spans)):
        over = measure(index, index) - width
        if over > 1e-6:
            raise Overflow(words, over, round(over / (reach[-1] / len(text)) + 0.5))
    for first, last in _breaks(text, spans, measure, width):
        begin, end = spans[first][0], spans[last][1]
        stop = spans[last + 1][0] if last + 1 < len(spans) else len(text)
        pieces = tuple(_pieces(letters, advances, begin, min(stop, end + 1), style, setting))
        yield SetLine(pieces, reach[end] - reach[begin], hung if first == 0 else 0.0)


def _words(text: str) -> list[tuple[int, int]]:
    """(start, end) of each stretch without a blank."""
    spans: list[tuple[int, int]] = []
    start = 0
    for part in text.split(" "):
        if part:
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans


def _breaks(
    text: str, spans: list[tuple[int, int]], measure: Callable[[int, int], float], width: float
) -> list[tuple[int, int]]:
    """(first, last) word of each line: fewest lines, then the least cost."""
    count = len(spans)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * count + [(0, 0.0, count)]
    for first in range(count - 1, -1, -1):
        choice: tuple[int, float, int] | None = None
        for last in range(first, count):
            slack = width - measure(first, last)
            if slack < -1e-6:
                break
            lines, cost, _ = best[last + 1]
            option = (lines + 1, cost + _cost(text, spans, first, last, slack / width), last)
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
    """How ugly this line is: slack counts squared; a short word at its end and a lonely last word count most."""
    if last + 1 == len(spans):
        lonely = first > 0 and first == last and spans[last][1] - spans[last][0] < 6
        return slack * slack + (1.0 if lonely else 0.0)
    start, end = spans[last]
    word = text[start:end].lower().strip("„”«»(")
    return slack * slack + (0.5 if word in LEANING and slack < 0.4 else 0.0)


def _pieces(
    letters: list[tuple[str, Run]], advances: list[float], begin: int, end: int, style: Style, setting: Setting
) -> Iterator[Piece]:
    start = begin
    for run, group in groupby(letters[begin:end], key=lambda letter: letter[1]):
        text = "".join(char for char, _ in group)
        stop = start + len(text)
        cut = Run(text, run.strong, run.lang, run.ref)
        yield Piece(cut, setting.face(style, run.strong), tuple(advances[start:stop]))
        start = stop
