"""The order in which somebody goes round the places, as it was set by hand: the program knows no roads."""

from __future__ import annotations

from pathlib import Path

from ulotki import files, values
from ulotki.errors import Finding, Where, say
from ulotki.frozen import dataclass
from ulotki.workspace import writing

NAME = "route.json"
SCHEMA = "ulotki.route/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """places: their ids, first to last; those that it does not name come after, in the order of places.toml."""

    places: tuple[str, ...]
    schema: str = SCHEMA


def keep(folder: Path, places: tuple[str, ...]) -> None:
    """Remember the order in the workspace *folder*."""
    writing.write(folder / NAME, (values.canonical(Route(places=places)) + "\n").encode())


def read(folder: Path) -> Route | Finding:
    """The order that was set; one without places when none was. What cannot be read is a finding, and stops nobody."""
    path = folder / NAME
    try:
        route = values.load(Route, values.parse(files.contents(path)))
    except FileNotFoundError:
        return Route(places=())
    except (OSError, ValueError) as error:
        why = files.why(error) if isinstance(error, OSError) else str(error)
        what = say("the order of the round trip cannot be read: {why}", why=why)
        hint = say("set it again: ulotki recall --order PLACE,PLACE,…")
        return Finding("read", what, hint, Where(str(path)), grave=False)
    if route.schema != SCHEMA:
        what = say('unknown format "{name}"', name=route.schema)
        return Finding("read", what, say("a newer ulotki wrote it: use that one"), Where(str(path)), grave=False)
    return route
