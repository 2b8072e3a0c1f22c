"""The gallery: a page with pictures of every scam in every template. It is static, works offline, by keyboard and with a
screen reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from ulotki.content.scam import Scam
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.markup import STYLE, rendered
from ulotki.templates import sized, templates


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of a scam in a template: its files beside the page, and the size of the picture in pixels."""

    scam: Scam
    template: str
    format: str
    picture: str
    piece: str
    width: int
    height: int


AUDIENCES = {
    "senior": say("older people"),
    "adult": say("adults"),
    "youth": say("young people"),
    "child": say("children"),
}

MONTHS = (
    *(say("January"), say("February"), say("March"), say("April"), say("May"), say("June")),
    *(say("July"), say("August"), say("September"), say("October"), say("November"), say("December")),
)


def page(cards: Sequence[Card], tell: Callable[[Say], str], lang: str) -> str:
    """The gallery as one HTML page in the language of *tell*; pictures and pieces lie beside it.

    A piece about all of a campaign stands there once, not under each scam. Without a script all cards are shown.
    """
    kinds = {card.template: tell(templates()[card.template].what) for card in cards}
    shown = [
        {
            "name": "" if templates()[card.template].whole else card.scam.name.source,
            "kind": f"{kinds[card.template]} · {tell(sized(card.format))}",
            "summary": "" if templates()[card.template].whole else card.scam.summary.source,
            "audience": " ".join(card.scam.audiences),
            "season": " ".join(map(str, card.scam.season or range(1, 13))),
            "card": card,
        }
        for card in cards
    ]
    filters = (
        ("audience", tell(say("For whom")), [(key, tell(word)) for key, word in AUDIENCES.items()]),
        ("season", tell(say("Month")), [(str(n), tell(word)) for n, word in enumerate(MONTHS, 1)]),
        ("template", tell(say("Template")), sorted(kinds.items(), key=lambda one: one[1])),
    )
    return rendered(
        "ulotki.web",
        "gallery.html",
        lang=lang,
        title=tell(say("Leaflets and posters")),
        style=Markup(STYLE),
        filters=filters,
        cards=shown,
        words={name: tell(word) for name, word in WORDS.items()},
    )


WORDS = {
    "hint": say(
        "Choose. A picture opens the file of its kind at its page; print that page alone, or this page as an overview."
    ),
    "all": say("all"),
    "search": say("Words"),
    "shown": say("shown:"),
    "print": say("Print this page"),
}
