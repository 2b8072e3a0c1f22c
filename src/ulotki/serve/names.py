"""What people call templates, kinds of places, colours and states. A test sees that none is missing."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.errors import Say, say

TEMPLATES: Mapping[str, Say] = {
    "poster": say("Poster"),
    "leaflet": say("Leaflet"),
    "card": say("Card beside the telephone"),
    "large_print": say("Large print"),
    "large-print": say("Large print"),
    "tear-off": say("With strips to tear off"),
    "trifold": say("Folded in three"),
    "neighbour-letter": say("Letter of a neighbour"),
    "church-appeal": say("Appeal to be read out"),
    "sticker": say("Sticker"),
    "overview": say("Overview"),
    "meeting": say("Invitation"),
    "glossary": say("Glossary"),
    "handout": say("Handout"),
    "youth": say("For young people"),
}

KINDS: Mapping[str, Say] = {
    "all": say("all places"),
    "parish": say("parishes"),
    "bank": say("banks"),
    "office": say("offices"),
    "welfare": say("social welfare"),
    "solectwo": say("villages"),
    "school": say("schools"),
    "hall": say("halls and fire stations"),
    "kgw": say("circles of housewives"),
    "seniors": say("seniors' clubs"),
    "other": say("other places"),
}

PALETTES: Mapping[str, Say] = {"mono": say("Black and white"), "eco": say("Sparing"), "colour": say("Colour")}


def template(id: str) -> Say | str:
    """What people call a template."""
    return TEMPLATES.get(id, id)
