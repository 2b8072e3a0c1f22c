"""WZÓR and PROJEKT: a barrier around a page that must not be taken for finished, and a plate on the number.

Drawn last, above everything, in the same black in all palettes. The words stand here, in the program, and not among
those of the library: content must not be able to switch a mark off by leaving a word empty. The code of a piece is
older than its mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from ulotki.look.faces import Family
from ulotki.page.items import Group, Line, Page, Role
from ulotki.page.marks.barrier import draw_barrier
from ulotki.page.marks.plate import draw_plate
from ulotki.page.marks.tag import draw_tag
from ulotki.page.walking import walk


class Mark(StrEnum):
    """SPECIMEN: a value on the piece is not good. DRAFT: nobody has approved the piece."""

    SPECIMEN = "WZÓR"
    DRAFT = "PROJEKT"


HANG, GIVE = "nie wieszać", "nie rozdawać"
"""What must not be done with a marked piece: one for a board, and one for the hand."""

MARK_REF = "mark"
"""Stands on the groups that a mark is made of, so that checks look at the page under it."""


def marked(page: Page, mark: Mark, family: Family, doubtful: Iterable[str] = (), *, hangs: bool = False) -> Page:
    """*page* with its mark: a barrier along its edges, a tag with the word, and a plate over each number in doubt.

    doubtful: refs of the values that are not good; those of numbers and addresses get a plate.  hangs: whether the
    piece is for a board.  The word is the first thing that a screen reader says, and it is said once.
    """
    label = draw_tag(page, mark.value, HANG if hangs else GIVE, family)
    lines = _in_doubt(page, frozenset(doubtful))
    plates = tuple(item for line in lines for item in draw_plate(line, page, mark.value, family))
    again = Group(Role("artifact", ref=MARK_REF), (*draw_barrier(page), *plates, *label.ground))
    said = Group(Role("paragraph", ref=MARK_REF), label.words)
    return replace(page, items=(said, *page.items, again))


def bare(page: Page) -> Page:
    """*page* without its mark."""
    kept = tuple(item for item in page.items if not (isinstance(item, Group) and item.role.ref == MARK_REF))
    return replace(page, items=kept)


def _in_doubt(page: Page, doubtful: frozenset[str]) -> Iterator[Line]:
    for item, roles in walk(page.items):
        refs = {role.ref for role in roles if role.ref.startswith(("number:", "address:"))}
        if isinstance(item, Line) and refs & doubtful:
            yield item
