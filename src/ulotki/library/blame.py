"""Names the words of a scam that are too long for a page: those that are longer than in any other scam."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ulotki.content.prose_values import proses
from ulotki.content.scam import Scam
from ulotki.content.text import Prose
from ulotki.errors import Finding, say


def longest(scam: Scam, others: Iterable[Scam]) -> tuple[Prose, int] | None:
    """(words of *scam*, excess in characters) for the words that exceed those of all *others* most; None for none."""
    known: dict[str, int] = {}
    for other in others:
        if other.lang == scam.lang and other.id != scam.id:
            for prose in _printed(other):
                known[kind(prose.at.field)] = max(known.get(kind(prose.at.field), 0), len(prose.source))
    beyond = [
        (len(prose.source) / most, prose, len(prose.source) - most)
        for prose in _printed(scam)
        if (most := known.get(kind(prose.at.field), 0)) and len(prose.source) > most
    ]
    if not beyond:
        return None
    _, prose, over = max(beyond, key=lambda one: one[0])
    return prose, over


def kind(field: str) -> str:
    """A field without the numbers of its entries: "step.2.lead" is "step.lead"."""
    return ".".join(part for part in field.split(".") if not part.isdigit())


def told_short(scam: Scam, short: Iterable[str]) -> Iterator[Finding]:
    """A warning for each field whose shorter words were printed."""
    for name in sorted(short):
        at = next(iter(proses(getattr(scam, name)))).at
        what = say("{field} has no room, so its shorter words are printed", field=name)
        yield Finding("short", what, say("see whether short.{field} still says the same", field=name), at, grave=False)


def _printed(scam: Scam) -> Iterator[Prose]:
    """The words that are printed on pages: neither the shorter ones, nor the name and summary for lists."""
    return (prose for prose in proses(scam) if prose.at.field.split(".")[0] not in ("short", "name", "summary"))
