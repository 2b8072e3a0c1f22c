"""Line setting: breaks a paragraph into lines.

The whole paragraph is shaped once, and a line is a slice of it. Lines break at spaces only: never at a hard space, and
nothing is hyphenated or squeezed. In papers of the office, where nobody can mend what was
typed, a word wider than its column is cut. Of the ways to break with the fewest lines, the one with the least cost is taken: lines
of similar length, no short word at the end of a line, no single word on the last line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import accumulate, groupby
from typing import Protocol

from ulotki.content.text import NBSP, Run, Words
from ulotki.content.typography import LANGUAGES
from ulotki.errors import Finding, Refused, Say, figure, refused, say
from ulotki.frozen import dataclass
from ulotki.look.faces import Face, Family
from ulotki.look.styles import Style
from ulotki.page.breaking import ROUNDING, best_breaks, parts_of_word, word_spans
from ulotki.paper import POINT
from ulotki.recent import Kept

OPENING = "".join(typography.quotes[0] for typography in LANGUAGES.values())
"""Opening quotation marks that may hang outside the left edge."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The letters of one run on one line. advances: thousandths of the em."""

    run: Run
    face: Face
    advances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line. width: mm, without the space at its end.  hang: mm by which its opening quotation mark hangs out."""

    slices: tuple[Slice, ...]
    width: float
    hang: float


class Tall(Protocol):
    """Whatever has a height at a width: a block."""

    def height(self, width: float, setting: Setting) -> float:
        """Its height in mm at *width* mm."""


@dataclass(slots=True)
class Setting:
    """How the words of a page are set: the font family, and the scale of its display type.

    cut: whether a word that is wider than its column goes on in the next line; else it does not fit.
    """

    family: Family
    scale: float = 1.0
    cut: bool = False
    _heights: dict[tuple[int, float], tuple[float, Tall]] = field(default_factory=dict, repr=False, compare=False)

    def height(self, block: Tall, width: float) -> float:
        """The height of *block* at *width* mm, which each block around it asks for again: worked out once."""
        known = self._heights.get((id(block), width))
        if known is None:
            self._heights[id(block), width] = known = (block.height(width, self), block)
        return known[0]

    def lines(self, words: Words, style: Style, width: float, hang: bool = False) -> tuple[SetLine, ...]:
        """*words* in *style* as lines of at most *width* mm.

        hang: an opening quotation mark hangs outside the left edge. Raises Overflow when a single word is wider and
        may not be cut.
        """
        chosen = (words.runs, style.at(self.scale)[0], width, hang, self.cut)
        return _known.get((style, self.family), chosen, lambda: tuple(_lines(words, style, width, hang, self)))

    def face(self, style: Style, strong: bool = False) -> Face:
        """The face of *style*."""
        return self.family.strong(style.weight) if strong else self.family[style.weight]


_known: Kept[tuple[SetLine, ...]] = Kept(2_000)
"""Paragraphs as lines: the same words stand on pieces in every palette, and on many templates."""


class Overflow(Refused):
    """Words that do not fit. over: mm too much.  field: of the scam, where the words come from."""

    def __init__(self, words: Words, over: float, letters: int) -> None:
        self.over = over
        self.field = words.at.field
        shown = str(words).replace("\n", " / ").replace(NBSP, " ")
        what = say('"{value}" is {over} mm too long for its place', value=shown, over=figure(over, ".1f"))
        hint = _shorten(words.at.field, max(1, min(letters, len(str(words)) // 2)))
        super().__init__([Finding("fit", what, hint, words.at)])


def _shorten(field: str, count: int) -> Say:
    """What to do about words of *field* that do not fit. Only those of a scam have a shorter variant."""
    kind, _, name = field.partition(".")
    if kind in ("words", "name", "number", "address"):
        return say("shorten {field} by about {count} characters", field=name if kind == "words" else field, count=count)
    return say(
        "shorten the field {field} by about {count} characters, or give it a shorter variant under [short]",
        field=field or "–",
        count=count,
    )


def _lines(words: Words, style: Style, width: float, hang: bool, setting: Setting) -> Iterator[SetLine]:
    """The lines of each paragraph. Before another paragraph the last line ends in a space, for screen readers."""
    paragraphs: list[list[Run]] = [[]]
    for run in words.runs:
        for index, text in enumerate(run.text.split("\n")):
            if index:
                paragraphs.append([])
            if text:
                paragraphs[-1].append(Run(text, run.strong, run.lang, run.ref))
    for index, runs in enumerate(paragraphs):
        if runs and index + 1 < len(paragraphs):
            runs.append(Run(" ", runs[-1].strong))
        if runs:
            yield from _paragraph(words, runs, style, width, hang and index == 0, setting)


def _paragraph(
    words: Words, runs: list[Run], style: Style, width: float, hang: bool, setting: Setting
) -> Iterator[SetLine]:
    text = "".join(run.text for run in runs)
    size, _ = style.at(setting.scale)
    advances: list[float] = []
    for strong, group in groupby(runs, key=lambda run: run.strong):
        advances += _advances("".join(run.text for run in group), setting.face(style, strong), words)
    mm = size * POINT / 1000
    reach = [0.0, *accumulate(advance * mm for advance in advances)]
    spans = word_spans(text)
    if not spans:
        return
    hung = reach[1] if hang and text[0] in OPENING else 0.0

    def measure(first: int, last: int) -> float:
        return reach[spans[last][1]] - reach[spans[first][0]] - (hung if first == 0 else 0.0)

    if setting.cut:
        spans = [piece for begin, end in spans for piece in parts_of_word(text, begin, end, reach, width)]
    for index in range(len(spans)):
        over = measure(index, index) - width
        if over > ROUNDING:
            raise Overflow(words, over, round(over / (reach[-1] / len(text)) + 0.5))
    last = len(spans) - 1
    fits = measure(0, last) <= width + ROUNDING
    lines = [(0, last)] if fits else best_breaks(text, spans, measure, width, full=style.full)
    for first, last in lines:
        begin, end = spans[first][0], spans[last][1]
        slices = tuple(_slices(runs, advances, begin, end + text.startswith(" ", end), style, setting))
        yield SetLine(slices, reach[end] - reach[begin], hung if first == 0 else 0.0)


def _advances(text: str, face: Face, words: Words) -> Iterable[float]:
    """The advance of each letter, in thousandths of the em. Raises Refused when the face has no glyph for one."""
    for sign in text:
        if sign not in face.signs:
            told = {"face": face.name, "sign": sign, "code": f"{ord(sign):04X}"}
            what = say('the face {face} has no "{sign}" (U+{code})', **told)
            raise refused("glyphs", what, say("write it with other characters"), words.at)
    advances = face.advances(text)
    return advances if face.units == 1000 else [advance * 1000 / face.units for advance in advances]


def _slices(
    runs: list[Run], advances: list[float], begin: int, end: int, style: Style, setting: Setting
) -> Iterator[Slice]:
    start = 0
    for run in runs:
        stop = start + len(run.text)
        low, high = max(begin, start), min(end, stop)
        if low < high:
            cut = Run(run.text[low - start : high - start], run.strong, run.lang, run.ref)
            yield Slice(cut, setting.face(style, run.strong), tuple(advances[low:high]))
        start = stop
