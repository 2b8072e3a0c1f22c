"""What is around each page of the site: its head, its landmarks, and who answers for it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from markupsafe import Markup

from ulotki.content.phrases import Site
from ulotki.content.publisher import Unit, WebSite
from ulotki.content.text import NBSP
from ulotki.content.told import Leaflet
from ulotki.content.typography import LANGUAGES
from ulotki.frozen import dataclass
from ulotki.markup import Tag, markup, rendered, tag
from ulotki.web.article import Article, list_path, picture_path
from ulotki.web.inline import sentence, words_of


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What a workspace says of its site. day: on which the values of it held."""

    site: WebSite = WebSite()
    unit: Unit = Unit()
    day: datetime.date | None = None


LANGUAGE_NAMES = {"pl": "Polski", "uk": "Українська", "en": "English"}
"""What speakers of a language call it."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page before its frame. description: for search engines and chats.  every: its path by language.

    article: the scam that it is about, None for the list.
    """

    leaflet: Leaflet
    title: str
    description: str
    main: tuple[Tag, ...]
    every: Mapping[str, str]
    article: Article | None = None


def framed(page: WebPage, words: Site, given: SiteInfo) -> str:
    """*page* with its landmarks."""
    lang, article, issuer = page.leaflet.lang, page.article, page.leaflet.imprint.issuer
    return rendered(
        "ulotki.web",
        "site.html",
        lang=lang,
        title=page.title,
        description=page.description.replace(NBSP, " "),
        site=given.site,
        path=page.every[lang],
        picture=picture_path(article) if article and article.picture else "",
        size=article.picture[:2] if article and article.picture else (0, 0),
        every=[(code, LANGUAGE_NAMES[code], there) for code, there in page.every.items()],
        back=list_path(lang) if article else "",
        main=Markup(markup(page.main).rstrip()),
        issuer=Markup(markup((tag("p", *words_of(issuer, page.leaflet)),)).rstrip()) if issuer else "",
        unit=given.unit,
        reviewed=LANGUAGES[lang].day(article.reviewed) if article and article.reviewed else "",
        words={
            name: sentence(getattr(words, name), lang)
            for name in ("skip", "all", "contact", "accessibility", "reviewed", "print", "send")
        },
    )


def pictured(one: Article, alt: str) -> tuple[Tag, ...]:
    """The picture of its poster, () when it has none. alt: the words for those who cannot see it."""
    if one.picture is None:
        return ()
    width, height, _ = one.picture
    return (tag("img", src=picture_path(one), alt=alt, width=str(width), height=str(height), loading="lazy"),)
