"""What tests of words share: a leaflet that says something else, and every Polish leaflet of the library."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

import pytest

from leaflets import changed
from ulotki.checks import CheckedPiece
from ulotki.content.leaflet import tell
from ulotki.content.telling import Occasion
from ulotki.content.told import Leaflet, ToldPoint
from ulotki.errors import Finding


@pytest.fixture(scope="session")
def saying(leaflet, words, piece) -> Callable[..., CheckedPiece]:
    """saying("text", "field", lang): „na wnuczka” without pages, but with these words in that field."""

    def build(text: str, field: str = "story", lang: str = "pl", **more: object) -> CheckedPiece:
        told = {field: words(text, field)}
        if field in ("steps", "signs"):
            told = {field: (ToldPoint(words("Weź", "step.1.lead"), words(text, "step.1.sentence"), "call"),)}
        if field == "aftermath":
            told = {field: (words(text, "aftermath.1"),)}
        return replace(piece(told=changed(leaflet, lang=lang, **{**told, **more})), pages=(), words=())

    return build


@pytest.fixture(scope="session")
def polish(library, day, until, piece) -> list[tuple[str, CheckedPiece]]:
    """(name, piece) for every Polish scam of the library, told in full words and in the author's shorter ones."""

    def leaflets() -> Iterator[tuple[str, Leaflet]]:
        for scam in library.scams.values():
            shorter = frozenset(item.name for item in fields(scam.short) if getattr(scam.short, item.name))
            for short in (frozenset(), shorter):
                yield (
                    f"{scam.id} short" if short else scam.id,
                    tell(scam, library.telling("pl", Occasion(day, until)), short),
                )

    return [(name, replace(piece(told=told), pages=(), words=())) for name, told in leaflets()]


@pytest.fixture(scope="session")
def faults(polish) -> Callable[..., list[str]]:
    """faults(find): what a check says of the library, with the name of the leaflet."""

    def ask(find: Callable[[CheckedPiece], Iterator[Finding]]) -> list[str]:
        return [f"{name}, {finding.at.field}: {finding.what}" for name, piece in polish for finding in find(piece)]

    return ask
