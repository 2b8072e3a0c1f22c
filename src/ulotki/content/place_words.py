"""What letters say to one kind of place, and to the person who heads it."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The person who heads a place, by form of address. greeting: how a letter begins.

    role: the post, None where there is none that all have.  title: before the name, where it has none of its own.
    """

    greeting: Prose
    role: Prose | None = None
    title: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """What letters say to one kind of place.

    subject, opening: of the covering letter.  hang, lay: where posters hang and leaflets lie, as a sentence goes on.
    own: sentences for this kind alone.  lying: said when leaflets lie in the bundle.  pieces: said when a piece of a
    template does, by its id.  meet: with whom a meeting is asked for, as a sentence goes on.  also: what is said besides.
    """

    subject: Prose
    opening: Prose
    hang: Prose
    lay: Prose
    own: tuple[Prose, ...] = ()
    lying: tuple[Prose, ...] = ()
    pieces: Mapping[str, Prose]
    meet: Prose
    also: tuple[Prose, ...] = ()
    pan: Head
    pani: Head
