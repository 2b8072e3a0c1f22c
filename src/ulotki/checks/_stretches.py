"""Words on a page that touch one another, and what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ulotki.page.items import Line, Page
from ulotki.page.walking import walk


def touching(page: Page) -> Iterator[tuple[Line, Line]]:
    """Two neighbours on a baseline, only one of them a value, without a space or a punctuation mark between them."""
    lines = [
        (any(role.ref for role in roles), item)
        for item, roles in walk(page.items)
        if isinstance(item, Line) and item.text
    ]
    for (valued, one), (also, other) in pairwise(lines):
        if valued != also and _meet(one, other) and CLINGING.search(one.text[-1]) and CLINGING.search(other.text[0]):
            yield one, other


MEETING = 0.2
"""Largest gap between two items that are parts of one word, mm."""

CLINGING = re.compile(r"[\w/+@-]")
"""Characters that change the meaning of a value when they touch it."""


def stretches(page: Page) -> Iterator[tuple[str, str, str]]:
    """(ref, text, field) of the words on *page*.

    Items that touch on a baseline belong together, and so do the parts of a name that continues on the next line.
    """
    lines = [
        (next((role.ref for role in roles if role.ref), ""), item)
        for item, roles in walk(page.items)
        if isinstance(item, Line)
    ]
    parts: list[tuple[str, list[Line]]] = []
    for ref, line in lines:
        last = parts[-1] if parts else None
        if last and last[0] == ref and (ref.startswith("name:") or _meet(last[1][-1], line)):
            last[1].append(line)
        else:
            parts.append((ref, [line]))
    for ref, together in parts:
        yield ref, "".join(line.text for line in together).strip(" "), together[0].field


def _meet(one: Line, other: Line) -> bool:
    return one.baseline == other.baseline and abs(one.box.right - other.x) < MEETING
