"""Names links for screen readers, after the sentence around them; and the words of elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ulotki.page.items import Line
from ulotki.page.structure import INLINE, Element, Kids, TaggedRun


def spoken_text(kids: Iterable[Element | TaggedRun]) -> str:
    """What a screen reader says of *kids*: each block on lines of its own, the alternative text in place of a figure."""
    found = ""
    for kid in kids:
        if isinstance(kid, TaggedRun):
            found += "".join(line.text for line in kid.traces if isinstance(line, Line)) if kid.read else ""
        else:
            inner = kid.alt if kid.type == "Figure" else spoken_text(kid.kids)
            found += inner if kid.type in INLINE else f"\n{inner}\n"
    return found


def links(kids: Kids, around: tuple[tuple[Element | None, Element], ...] = ()) -> Iterator[tuple[Element, str]]:
    """(link, what it is called) of all links among *kids* and inside them, in order. around: the blocks they are in, inner last, each with the one before it."""
    before = None
    for kid in kids:
        if isinstance(kid, Element):
            if kid.type == "Link":
                yield kid, _called(kid, around)
            yield from links(kid.kids, around if kid.type in INLINE else (*around, (before, kid)))
            before = kid


def _called(link: Element, around: tuple[tuple[Element | None, Element], ...]) -> str:
    """What a link is called: the sentence that it stands in, as „112” alone says neither whom one calls nor why.

    One that has a block to itself is called after the words before it too.
    """
    own, before = plain_text(link), None
    for ahead, block in reversed(around):
        if block.type in ("L", "Table"):
            break
        if (words := plain_text(block)) != own:
            return sentence(words, own)
        before = ahead
    return sentence(SENTENCE.split(f"{plain_text(before)} {own}")[-1] if before else own, own)


def plain_text(element: Element) -> str:
    """What is said of *element*, on one line."""
    return " ".join(spoken_text((element,)).split())


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
