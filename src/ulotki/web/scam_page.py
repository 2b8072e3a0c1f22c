"""The page about one scam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ulotki.content.phrases import Site
from ulotki.content.text import NBSP
from ulotki.content.typography import plural_form
from ulotki.markup import Tag, tag
from ulotki.web.article import Article, Download, pdf_path, text_path
from ulotki.web.frame import SiteInfo, WebPage, framed, pictured
from ulotki.web.inline import sentence, words_of


def scam_page(
    one: Article,
    told: tuple[Tag, ...],
    every: Sequence[Article],
    all_words: Mapping[str, Site],
    text: int,
    given: SiteInfo,
) -> str:
    """The page as HTML. told: its words.  every: all articles.  all_words: by language.  text: the size of its plain text, bytes."""
    leaflet, phrases, words = one.leaflet, one.leaflet.phrases, all_words[one.leaflet.lang]
    entries = [_download(one, piece, words) for piece in one.downloads]
    title = f"{sentence(words.text, leaflet.lang)}: {leaflet.name} (TXT, {_size(text)})"
    entries.append(tag("li", tag("a", title, href=text_path(one), type="text/plain")))
    free = tag("p", *words_of(phrases.free, leaflet))
    poster = f"{sentence(words.poster, leaflet.lang)}: {leaflet.name}"
    downloads = tag(
        "section", tag("h2", sentence(words.downloads, leaflet.lang)), *pictured(one, poster), tag("ul", *entries), free
    )
    share = tag("section", tag("h2", sentence(words.share, leaflet.lang)), tag("p", _mail(one, words, given)))
    whole = f"{leaflet.name} – {phrases.overview_title}"
    others = {other.leaflet.lang: other.page for other in every if other.leaflet.id == leaflet.id}
    return framed(WebPage(leaflet, whole, one.summary, (*told, downloads, share), others, one), words, given)


def _mail(one: Article, words: Site, given: SiteInfo) -> Tag:
    """A link that begins a letter with the rule and, where it is known, the address of the page."""
    body = str(one.leaflet.message.rule).replace(NBSP, " ")
    if given.site.address:
        body += f"\n\n{given.site.address}/{one.page}"
    link = f"mailto:?subject={quote(one.leaflet.name.replace(NBSP, ' '))}&body={quote(body)}"
    return tag("a", sentence(words.by_mail, one.leaflet.lang), href=link, class_="deed")


def _download(one: Article, piece: Download, words: Site) -> Tag:
    kind = sentence(getattr(words, piece.template.replace("-", "_")), one.leaflet.lang)
    pages = plural_form((words.page, words.pages, words.many_pages), piece.pages)
    count = f"{piece.pages}{NBSP}{pages.source}"
    title = f"{kind}: {one.leaflet.name} (PDF, {_size(len(piece.data))}, {count})"
    return tag("li", tag("a", title, href=pdf_path(one, piece), type="application/pdf"))


def _size(count: int) -> str:
    """A file size for people, rounded up. count: bytes."""
    return f"{-(-count // 1000)}{NBSP}kB"
