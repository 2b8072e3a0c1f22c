"""Converts what people type about a planned meeting to values of meetings.toml."""

from __future__ import annotations

import datetime
import re

from ulotki.content.meetings import Planned
from ulotki.content.place_search import find_place
from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.library import Undated
from ulotki.office.answers import checked_group, checked_text

HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:]([0-5][0-9]))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChange:
    """The fields of a meeting that change; None leaves a field as it is. place, invite: words that mean places."""

    group: str | None = None
    day: datetime.date | None = None
    hour: str | None = None
    place: str | None = None
    where: str | None = None
    topics: tuple[str, ...] | None = None
    invite: tuple[str, ...] | None = None


def checked_change(given: MeetingChange, library: Undated, today: datetime.date) -> dict[str, object]:
    """The fields as values of meetings.toml. Raises Misused for what cannot be meant."""
    found: dict[str, object] = {}
    if given.group is not None:
        found["group"] = checked_group(given.group)
    if given.day is not None:
        if given.day < today:
            hint = say("write it down as held: ulotki meeting --day {day} …", day=given.day)
            raise misused(say("{day} is over", day=given.day), hint)
        found["day"] = given.day
    if given.hour is not None:
        found["hour"] = parse_hour(given.hour)
    if given.place is not None:
        found["place"] = find_place(library.places, given.place) if given.place else None
    if given.where is not None:
        found["where"] = checked_text(given.where) or None
    if given.topics is not None:
        found["topics"] = [pick("scam", library.scams, word).id for word in dict.fromkeys(given.topics)] or None
    if given.invite is not None:
        kinds = {place.kind for place in library.places.values()} | {"all"}
        found["invite"] = [word if word in kinds else find_place(library.places, word) for word in given.invite] or None
    return found


def parse_hour(words: str) -> str:
    """An hour as it is printed, "17.00", of "17", "17:00" and the like. Raises Misused for anything else."""
    found = HOUR.fullmatch(words.strip())
    if found is None:
        raise misused(say('"{value}" is not an hour', value=words), say("write it as 17.00"))
    return f"{int(found[1])}.{found[2] or '00'}"


def as_toml(one: Planned, key: str) -> object:
    """The field *key* of a meeting as `checked_change` gives it, None where it is empty."""
    value = getattr(one, key)
    if key == "where":
        return value.source if value else None
    return (list(value) or None) if isinstance(value, tuple) else (value or None) if key == "place" else value
