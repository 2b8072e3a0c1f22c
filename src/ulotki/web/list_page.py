"""The page that lists the scams of a language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ulotki.content.phrases import Site
from ulotki.markup import Tag, tag
from ulotki.web.about import emergency
from ulotki.web.article import Article, list_path
from ulotki.web.frame import SiteInfo, WebPage, framed, pictured
from ulotki.web.inline import sentence, words_of

CHANNELS = ("phone", "message", "web", "door", "event")
"""The channels in the order of the list."""


def list_page(
    articles: Sequence[Article], every: Sequence[Article], words: Site, first: Collection[str], given: SiteInfo
) -> str:
    """The page as HTML. every: the articles in all languages.  first: the ids of scams at the top of the list."""
    leaflet = articles[0].leaflet
    phrases = leaflet.phrases
    groups = [_group(heading, chosen) for heading, chosen in _groups(articles, words, first)]
    main = (
        tag("h1", *words_of(phrases.overview_title, leaflet)),
        tag("p", *words_of(phrases.overview_order, leaflet), class_="order"),
        emergency(leaflet),
        *groups,
    )
    others = {lang: list_path(lang) for lang in dict.fromkeys(one.leaflet.lang for one in every)}
    page = WebPage(leaflet, str(phrases.overview_title), sentence(words.lead, leaflet.lang), main, others)
    return framed(page, words, given)


def _groups(
    articles: Sequence[Article], words: Site, first: Collection[str]
) -> Iterator[tuple[str, Collection[Article]]]:
    """(heading, articles) of each part of the list: what comes *first*, and the rest by how the swindler comes."""
    lang = articles[0].leaflet.lang
    ahead = [one for one in articles if one.leaflet.id in first]
    if len(ahead) == len(articles):
        ahead = []
    if ahead:
        yield sentence(words.first, lang), ahead
    for channel in CHANNELS:
        rest = [one for one in articles if one.leaflet.channel == channel and one not in ahead]
        if rest:
            yield sentence(getattr(words, channel), lang), rest


def _group(heading: str, articles: Iterable[Article]) -> Tag:
    """A card for each scam: its poster, its name, and what it is in a sentence."""
    entries = []
    for one in articles:
        name = tag("a", one.leaflet.name, href=one.page)
        entries.append(tag("li", *pictured(one, ""), tag("div", name, tag("br"), one.summary)))
    return tag("section", tag("h2", heading), tag("ul", *entries, class_="list"))
