"""What one cell of a row means, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection

from ulotki.content.field_policies import POLICIES
from ulotki.content.gate import complaints
from ulotki.content.places import ALL, PlaceKind
from ulotki.errors import Refused, Say, Where, refused, say
from ulotki.folding import folded, hyphened
from ulotki.library.ids import DEVICE
from ulotki.library.places import KINDS as KIND_IDS
from ulotki.office.places.columns import KINDS, PlaceField
from ulotki.office.places.headings import guess_kind

LONGEST_ID = 40
MOST_BOARDS = 99
LONGEST_NAME = 120


def wrong(field: PlaceField, what: Say, hint: Say) -> Refused:
    """A complaint about a cell."""
    return refused("places", what, hint, Where(field=field))


def name_of(text: str) -> str:
    """The name of a place."""
    if not text:
        raise wrong("name", say("there is no name"), say("write what people call the place"))
    if len(text) > LONGEST_NAME:
        what = say("the name has {count} characters, and {most} are the most", count=len(text), most=LONGEST_NAME)
        raise wrong("name", what, say("write it shorter"))
    return gated("name", text, "Place.name")


def gated(field: PlaceField, text: str, policy: str) -> str:
    """*text*, when the file that it goes into may hold it."""
    for what, hint in complaints(text, POLICIES[policy]):
        raise wrong(field, what, hint)
    return text


def kind_of(text: str, name: str, usual: PlaceKind | None = None) -> PlaceKind:
    """The kind of place: what the cell says; where it is empty, what the name begins with, else the *usual* one."""
    found = text if text in KIND_IDS else guess_kind(text or name) or (None if text else usual)
    if found is None:
        what = say('"{value}" is no kind of place', value=text) if text else say("the kind of place is missing")
        raise wrong("kind", what, say("write one of: {kinds}", kinds=KIND_NAMES))
    return found


KIND_NAMES = Say(", ".join(f"{{{kind}}}" for kind in KINDS), tuple(KINDS.items()))
"""What we call the kinds, for a hint."""


def boards_of(text: str) -> int:
    """How many boards: a figure; a whole number may come as 2,0 or 2.0."""
    match = re.fullmatch(r"(\d{1,4})([.,]0+)?", text)
    if not match:
        what = say('"{value}" is no number of boards', value=text)
        raise wrong("boards", what, say("write a figure, such as 1"))
    if int(match[1]) > MOST_BOARDS:
        what = say("{count} boards are more than a place can have", count=match[1])
        raise wrong("boards", what, say("write the number of boards, at most {most}", most=MOST_BOARDS))
    return int(match[1])


def slug(name: str, taken: Collection[str], nameless: str = "miejsce") -> str:
    """An id made of *name*, unlike all *taken*: "Nowa Wieś" becomes nowa-wies, and what has no letter *nameless*."""
    plain = hyphened(folded(name).encode("ascii", "ignore").decode())
    short = plain[:LONGEST_ID]
    if len(plain) > LONGEST_ID and "-" in short:
        short = short.rpartition("-")[0]
    first = short.strip("-") or nameless
    reserved = {*taken, ALL, *KIND_IDS}
    tries = (first, *(f"{first}-{number}" for number in range(2, len(reserved) + 3)))
    return next(id for id in tries if id not in reserved and not DEVICE.fullmatch(id))
