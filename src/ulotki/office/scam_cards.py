"""The scams among which one is chosen, and the templates that each of them may have."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.scam import Scam
from ulotki.content.typography import HOME
from ulotki.errors import Finding
from ulotki.folding import folded
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.templates import templates


@dataclass(frozen=True, slots=True)
class ScamCard:
    """A scam among others. says: the swindler's words.  summary: in one sentence."""

    id: str
    name: str
    says: str
    summary: str


def cards(library: Library, said: str = "", audience: str = "", month: int = 0) -> tuple[ScamCard, ...]:
    """The scams of the library in its main language: those that say all of the words, for these readers, in that month."""
    wanted = folded(said).split()
    return tuple(
        ScamCard(one.id, one.title.source, " ".join(line.source for line in one.quote), one.summary.source)
        for one in library.editions
        if one.lang == HOME
        and (not audience or audience in one.audiences)
        and (not month or not one.season or month in one.season)
        and all(word in text for text in (_searched_words(one),) for word in wanted)
    )


def _searched_words(scam: Scam) -> str:
    """All by which somebody may look for a scam."""
    parts = (scam.name, scam.title, scam.story, scam.summary, scam.order, *scam.quote)
    return folded(" ".join(one.source for one in parts))


def offered_templates(library: Library, scam: str) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """(id of a template, why it is not for this scam): () for one that is."""
    found = library.scam(scam)
    for id, template in templates().items():
        why = template.refuses(found)
        yield id, (Finding("template", why),) if why else ()
