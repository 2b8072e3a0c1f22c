"""What there is to print with: the shipped faces and pictograms, and every piece that may be asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ulotki.content.scam import Scam
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.installed import shipped
from ulotki.library import Vocabulary
from ulotki.look import PALETTES, Family, Icons, Palette, faces
from ulotki.look.icons import material
from ulotki.paper import Format
from ulotki.templates import Template, templates


def offered(scams: Iterable[Scam]) -> Iterable[tuple[Scam, Template, Format, Palette]]:
    """Every combination that there is; a piece about all of a campaign is tried with the first scam of each language."""
    begun: set[str] = set()
    for scam in scams:
        first = scam.lang not in begun
        begun.add(scam.lang)
        for template in templates().values():
            for paper in template.formats:
                for palette in PALETTES.values():
                    if template.refuses(scam) is None and (first or not template.whole):
                        yield scam, template, paper, palette


@cache
def family(lang: str = HOME) -> Family:
    """The shipped faces for a language."""
    return _family(LANGUAGES[lang].family)


@cache
def _family(name: str) -> Family:
    return faces.family(name, shipped)


@cache
def icons() -> Icons:
    """The shipped pictograms."""
    return material(shipped)


def known() -> Vocabulary:
    """What content may ask for by name."""
    return Vocabulary(
        formats={template.id: tuple(paper.name for paper in template.formats) for template in templates().values()},
        palettes=tuple(PALETTES),
        icons=icons().names,
    )
