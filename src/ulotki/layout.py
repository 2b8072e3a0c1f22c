"""Lays a piece out: words that are told, composed into blocks and fitted onto pages, once for all palettes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.leaflet import tell
from ulotki.content.scam import SHORTENED, Scam
from ulotki.content.telling import Occasion
from ulotki.content.text import Run, Words
from ulotki.content.told import Leaflet
from ulotki.library import Library
from ulotki.library.blame import longest
from ulotki.look import Look
from ulotki.look.pattern import PATTERN
from ulotki.page.blocks import AtLast
from ulotki.page.enlarged import enlarged
from ulotki.page.fit import fit
from ulotki.page.flow import Flow, flow
from ulotki.page.inked import inked
from ulotki.page.items import Page
from ulotki.page.setting import Overflow
from ulotki.paper import BOARD, HALL, Format
from ulotki.recent import Kept
from ulotki.templates import Template

Laid = tuple[Leaflet, tuple[Page, ...], frozenset[str]]
"""A leaflet, its pages, and which fields are told in the author's shorter words because the full ones do not fit."""


def laid_out(library: Library, scam: Scam, template: Template, paper: Format, look: Look, occasion: Occasion) -> Laid:
    """*scam* on *paper* in the inks of *look*, fitted for its own paper and enlarged. Raises an Overflow if it cannot be."""
    own, plain = next((each for each in template.formats if each.like(paper)), paper), replace(look, palette=PATTERN)
    sources = (library, scam, template, own, look.family, look.icons, occasion.meeting, *occasion.topics)
    asked = (library, scam, template, own, plain, occasion)
    leaflet, pages, short = _known.get(sources, (occasion.day, occasion.until), lambda: _fitted(*asked))
    large = pages if own is paper else [enlarged(page, paper.width, paper.height, FARTHER) for page in pages]
    return leaflet, tuple(inked(page, look.palette) for page in large), short


_known: Kept[Laid] = Kept(8)
"""The last pieces: the next palette, and the next paper of the same proportions, are asked for soon."""


def _fitted(library: Library, scam: Scam, template: Template, paper: Format, look: Look, occasion: Occasion) -> Laid:
    """`laid_out` in the inks of the pattern.

    The field that has no room is told shorter first, then another; then what may be lower is (`AtLast`). When none of that
    helps, raises an Overflow: of the words of a workspace that are longer than any in the library, else of the field that
    had no room first.
    """
    shorter = [name for name in SHORTENED if getattr(scam.short, name) is not None]
    short, told, lower = frozenset[str](), "", False
    trouble: Overflow | None = None
    while True:
        leaflet = _told(library, scam, occasion, short)
        try:
            return leaflet, tuple(_placed(leaflet, template, paper, look, lower=lower)), short
        except Overflow as overflow:
            field = overflow.field.removeprefix("short.").split(".")[0]
            if trouble is None or field == told:
                trouble, told = overflow, field
            left = [name for name in shorter if name not in short]
            if not left and not lower:
                short, lower = frozenset(), True
                continue
            if not left:
                if library.own(scam) and (beyond := longest(scam, library.editions)):
                    text, letters = beyond
                    trouble = Overflow(Words((Run(text.source),), text.at), trouble.over, letters)
                raise trouble from None
            short |= {field if field in left else left[0]}


def _told(library: Library, scam: Scam, occasion: Occasion, short: frozenset[str]) -> Leaflet:
    """*scam* told once for all templates, papers and palettes of a run."""
    return _leaflets.get(
        (library, scam, occasion.meeting, *occasion.topics),
        (occasion.day, occasion.until, short),
        lambda: tell(scam, library.telling(scam.lang, occasion), short),
    )


_leaflets: Kept[Leaflet] = Kept(16)
"""Each keeps the library alive that it was told from, so they are few."""


def _placed(leaflet: Leaflet, template: Template, paper: Format, look: Look, *, lower: bool) -> Iterator[Page]:
    """Each page as it is composed for *paper*. lower: whether it is set lower where it can be."""
    for block in template.compose(leaflet, look, paper):
        part = block.lower() if lower and isinstance(block, AtLast) else block
        yield from flow(part, paper, look.family) if isinstance(part, Flow) else (fit(part, paper, look.family),)


FARTHER = HALL.distance / BOARD.distance
"""How much farther away the reader of the next larger paper stands."""
