"""Words as inline elements of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ulotki.content.text import Prose, Words
from ulotki.content.told import Leaflet
from ulotki.content.typography import LANGUAGES
from ulotki.markup import Tag, link, tag
from ulotki.page.called import sentence as around


def words_of(words: Words, leaflet: Leaflet) -> Iterator[Tag | str]:
    """*words* as inline elements: numbers and addresses are links to register values, line breaks are kept."""
    for run in words.runs:
        kids: list[Tag | str] = []
        for number, line in enumerate(run.text.split("\n")):
            kids += [tag("br"), line] if number else [line]
        if run.ref and (target := leaflet.links.get(run.ref)):
            # „112” alone says neither whom one calls nor why: a link is called after its sentence.
            kids = [link(*kids, target=target, name=around(str(words), run.text))]
        if run.strong:
            kids = [tag("strong", *kids)]
        yield from [tag("span", *kids, lang=run.lang)] if run.lang else kids


def spaced(sentences: Iterable[Words], leaflet: Leaflet) -> Iterator[Tag | str]:
    """Sentences as inline elements, a blank between two."""
    for number, words in enumerate(sentences):
        yield from ([" "] if number else [])
        yield from words_of(words, leaflet)


def sentence(prose: Prose, lang: str) -> str:
    """A text without values, with the typography of its language."""
    return LANGUAGES[lang](prose.source)
