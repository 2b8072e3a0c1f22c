"""What parts of a page are called: links after the sentence around them, files after their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten

from ulotki.page.items import Line, Page
from ulotki.page.structure import INLINE, Element, Kids, TaggedRun, structure, titles


def said(kids: Iterable[Element | TaggedRun]) -> str:
    """What a screen reader says of *kids*: each block on lines of its own, the alternative text in place of a figure."""
    found = ""
    for kid in kids:
        if isinstance(kid, TaggedRun):
            found += "".join(line.text for line in kid.traces if isinstance(line, Line)) if kid.read else ""
        else:
            inner = kid.alt if kid.type == "Figure" else said(kid.kids)
            found += inner if kid.type in INLINE else f"\n{inner}\n"
    return found


def opening(page: Page, without: str = "") -> str:
    """What is said after the first heading of *page* up to its first list; "" for nothing. without: a word of what is left out."""
    found: list[str] | None = None
    for element in structure(page):
        if isinstance(element, Element) and element.type in ("L", "Table"):
            break
        if isinstance(element, Element) and found is not None and not (without and without in element.text):
            found.append(_plain(element))
        elif isinstance(element, Element) and element.type == "H1":
            found = []
    return " ".join(found or ())


def headings(pages: Iterable[Page]) -> str:
    """The first headings of *pages*, each once: what a file of several pieces holds, in no more than MOST_SAID letters."""
    different = {id(page): page for page in pages}.values()
    found = (_plain(one) for page in different for one in titles(page) if one.type == "H1")
    return shorten("; ".join(dict.fromkeys(found)), MOST_SAID, placeholder="…")


MOST_SAID = 200

Block = tuple[Element | None, Element]
"""A block, and the one before it."""


def links(kids: Kids, around: tuple[Block, ...] = ()) -> Iterator[tuple[Element, str]]:
    """(link, what it is called) of all links among *kids* and inside them, in order. around: the blocks they are in, inner last."""
    before = None
    for kid in kids:
        if isinstance(kid, Element):
            if kid.type == "Link":
                yield kid, _called(kid, around)
            yield from links(kid.kids, around if kid.type in INLINE else (*around, (before, kid)))
            before = kid


def _called(link: Element, around: tuple[Block, ...]) -> str:
    """What a link is called: the sentence that it stands in, as „112” alone says neither whom one calls nor why.

    One that has a block to itself is called after the words before it too.
    """
    own, before = _plain(link), None
    for ahead, block in reversed(around):
        if block.type in ("L", "Table"):
            break
        if (words := _plain(block)) != own:
            return sentence(words, own)
        before = ahead
    return sentence(SENTENCE.split(f"{_plain(before)} {own}")[-1] if before else own, own)


def _plain(element: Element) -> str:
    return " ".join(said((element,)).split())


SENTENCE = re.compile(r"(?<=[.!?])\s+")
"""What parts sentences."""


def sentence(words: str, inside: str) -> str:
    """The sentence of *words* that *inside* stands in, up to its end where words stand before it; with plain blanks.

    So two links of one sentence are not called the same.
    """
    inside = " ".join(inside.split())
    found = next((one for one in SENTENCE.split(words) if inside in " ".join(one.split())), inside)
    before, _, _ = (found := " ".join(found.split())).partition(inside)
    return (before + inside if before else found).rstrip(".:")
