"""Letters stand out from what is under them."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, Laid
from ulotki.errors import Finding, say
from ulotki.look.inks import WHITE, contrast
from ulotki.page.items import Fill, Line, walk

LEAST = 7.0
"""Contrast ratio of any words (WCAG 2.2, 1.4.6)."""

LEAST_BODY = 12.0
"""And of words set smaller than BODY."""

BODY = 18.0
"""pt below which words count as body."""


def find(piece: Laid) -> Iterator[Finding]:
    """Lines too pale for their ground: the last fill painted under them."""
    for page in piece.pages:
        fills: list[Fill] = []
        for item, _ in walk(page.items):
            if isinstance(item, Fill):
                fills.append(item)
            elif isinstance(item, Line) and item.text.strip():
                ground = next((fill.ink for fill in reversed(fills) if fill.box.meets(item.box)), WHITE)
                least = LEAST_BODY if item.size < BODY else LEAST
                ratio = contrast(item.ink, ground)
                if ratio < least:
                    yield Finding(
                        "contrast",
                        say(
                            '"{value}" stands out {ratio} : 1 and needs {least} : 1',
                            value=item.text.strip(),
                            ratio=f"{ratio:.1f}",
                            least=f"{least:g}",
                        ),
                        say("take other inks in the palette"),
                        piece.at(item.field),
                    )


CHECK = Check("contrast", say("Pale letters disappear in a dim hallway and on an empty toner."), find, paper=find)
