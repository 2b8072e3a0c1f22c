"""Parts that templates share: built of blocks, sized by whoever uses them.

A record keeps the millimetres and styles of a part, so that a template states them once, at its top; `compose` makes
the part of them. Sizes are mm.
"""

from __future__ import annotations

from ulotki.templates._parts.contact import ContactBlock, Lines, calls, held, helper, officer, wall
from ulotki.templates._parts.core import (
    IMPRINT_LARGE,
    IMPRINT_SMALL,
    LABEL,
    WIDER,
    Padding,
    apart,
    beside,
    blank,
    box,
    column,
    headed,
    heading,
    headline,
    item,
    joined,
    keep,
    listed,
    one_number,
    pictogram,
    plain,
    read_at_home,
    sentences,
    width,
    write_in,
)
from ulotki.templates._parts.foot import PURPOSE, code_alt, coded
from ulotki.templates._parts.imprint import imprint
from ulotki.templates._parts.marks import HELD_MARKS, WALL_MARKS, Marks
from ulotki.templates._parts.opening import WALL_TITLE, Bar, Opening, Title, Voice
from ulotki.templates._parts.rescue import Pair, RescueBlock
from ulotki.templates._parts.steps import HELD_STEPS, StepCards, Steps
