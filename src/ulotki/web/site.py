"""Pages for the web site of a police unit: the words of the leaflets as HTML, with the pieces to download.

A page is made from the told leaflet, not from printed pages. Anything that is not final stops the whole site, because a web
page shows no WZÓR.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from ulotki.content.leaflet import tell
from ulotki.content.phrases import Site
from ulotki.content.publisher import Unit, WebSite
from ulotki.content.scam import Scam
from ulotki.content.state import State
from ulotki.content.telling import Occasion
from ulotki.content.text import NBSP
from ulotki.content.told import Leaflet
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.drawing.preview import small
from ulotki.errors import Finding, Refused, refused, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look import Palette
from ulotki.markup import STYLE, Tag, markup, rendered, tag, text
from ulotki.page.purpose import WEB
from ulotki.press import printed, proof
from ulotki.readback import Readback
from ulotki.templates import templates
from ulotki.web.about import about, emergency, sentence, words_of
from ulotki.web.sign import icon

TEMPLATES = ("poster", "leaflet", "large-print")
"""Templates of the pieces to download, in their first format."""

CHANNELS = ("phone", "message", "web", "door", "event")
"""The channels in the order of the list."""

THUMBNAIL = 34
"""dpi of the picture of a poster: its large words are still read."""

MARKER = ".ulotki-site"
"""The file that marks a folder as a site of this program."""

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Download:
    """A piece to download. pages: their number.  data: the PDF."""

    template: str
    pages: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Article:
    """A scam, ready for the site. summary: in a sentence.  findings: warnings about its pieces.

    reviewed: the day of its last review.  picture: of its poster, as PNG, with its size in pixels.
    """

    leaflet: Leaflet
    summary: str
    downloads: tuple[Download, ...]
    findings: tuple[Finding, ...] = ()
    reviewed: datetime.date | None = None
    picture: tuple[int, int, bytes] | None = None

    @property
    def name(self) -> str:
        """What its files are named after."""
        return self.leaflet.id if self.leaflet.lang == HOME else f"{self.leaflet.id}.{self.leaflet.lang}"

    @property
    def page(self) -> str:
        """The file name of its page."""
        return f"{self.name}.html"


def article(
    library: Library,
    scam: Scam,
    palette: Palette,
    day: datetime.date,
    until: datetime.date | None = None,
    approved: Collection[str] | None = None,
) -> Article:
    """*scam* told on *day*, with its pieces drawn. Raises Refused when a part of it is not final.

    until: the last day that the pieces print.  approved: the codes of approved pieces, None when no approval is needed.
    """
    leaflet = tell(scam, library.telling(scam.lang, Occasion(day)))
    if leaflet.doubtful:
        raise Refused(_doubt(leaflet, ref) for ref in leaflet.doubtful)
    downloads: list[Download] = []
    findings: list[Finding] = []
    for name in TEMPLATES:
        template = templates()[name]
        made = proof(library, scam, template, template.formats[0], palette, Occasion(day, until), approved)
        if made.mark:
            what = say("{name} says {mark}, and so there is no site", name=f"{scam.id}-{name}", mark=made.mark)
            hint = say(
                "let the campaign order it as {format} in {palette}, look at it and approve it",
                format=template.formats[0].name,
                palette=palette.name,
            )
            raise refused("site", what, hint, scam.at)
        downloads.append(Download(name, len(made.pages), printed(made, WEB)))
        findings += made.findings
    with Readback(downloads[0].data) as back:
        picture = small(back.picture(0, THUMBNAIL))
    summary = "".join(run.text for run in leaflet.extra.topics[0].summary.runs)
    return Article(leaflet, summary, tuple(downloads), tuple(findings), scam.reviewed, picture)


def _doubt(leaflet: Leaflet, ref: str) -> Finding:
    """Why the value *ref* keeps the site from being made, and what to do about it."""
    value, state = leaflet.values[ref], leaflet.states[ref]
    what = say("{ref} is {state}, and so there is no site", ref=ref, state=say(state.value))
    if state is State.UNCONFIRMED:
        hint = say("let a second person confirm it: ulotki numbers confirm {id} …", id=value.id)
    else:
        hint = say("give the value that holds now, or leave it empty")
    return Finding("site", what, hint, value.at)


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What a workspace says of its site. day: on which the values of it held."""

    site: WebSite = WebSite()
    unit: Unit = Unit()
    day: datetime.date | None = None


def files(
    articles: Sequence[Article], words: Mapping[str, Site], first: Collection[str] = (), given: SiteInfo = SiteInfo()
) -> dict[str, bytes]:
    """Path → contents of every file of the site. words: by language.  first: the ids of scams at the top of the list."""
    found = {
        MARKER: b"ulotki.site/1\n",
        "style.css": rendered("ulotki.web", "style.css", style=Markup(STYLE)).encode(),
        ICON: icon().encode(),
    }
    for lang in dict.fromkeys(one.leaflet.lang for one in articles):
        those = [one for one in articles if one.leaflet.lang == lang]
        found[list_path(lang)] = _index(those, articles, words[lang], first, given).encode()
    for one in articles:
        told = tuple(about(one.leaflet, words[one.leaflet.lang]))
        found[text_path(one)] = SIGNED + text(told).encode()
        found |= {pdf_path(one, piece): piece.data for piece in one.downloads}
        found |= {picture_path(one): one.picture[2]} if one.picture else {}
        found[one.page] = _page(one, told, articles, words, len(found[text_path(one)]), given).encode()
    upload = "".join(f"{line.source}\n" for line in words[HOME].upload)
    return found | {"README.txt": SIGNED + upload.encode()}


SIGNED = b"\xef\xbb\xbf"
"""UTF-8 byte order mark: programs then read the text as UTF-8, whatever the web server says."""

ICON = "icon.svg"


def list_path(lang: str) -> str:
    """The path of the list in a language."""
    return INDEX if lang == HOME else f"index.{lang}.html"


def text_path(one: Article) -> str:
    """The path of the plain text of an article."""
    return f"txt/{one.name}.txt"


def picture_path(one: Article) -> str:
    """The path of the picture of its poster."""
    return f"img/{one.name}.png"


def pdf_path(one: Article, piece: Download) -> str:
    """The path of a piece to download."""
    return f"pdf/{one.name}-{piece.template}.pdf"


def _index(
    articles: Sequence[Article], every: Sequence[Article], words: Site, first: Collection[str], given: SiteInfo
) -> str:
    leaflet = articles[0].leaflet
    phrases = leaflet.phrases
    groups = [
        _group(heading, [one for one in articles if one.leaflet.id in chosen])
        for heading, chosen in _groups(articles, words, first)
    ]
    main = (
        tag("h1", *words_of(phrases.overview_title, leaflet)),
        tag("p", *words_of(phrases.overview_order, leaflet), class_="order"),
        emergency(leaflet),
        *groups,
    )
    others = {lang: list_path(lang) for lang in dict.fromkeys(one.leaflet.lang for one in every)}
    page = Page(leaflet, str(phrases.overview_title), sentence(words.lead, leaflet.lang), main, others)
    return _framed(page, words, given)


def _groups(articles: Sequence[Article], words: Site, first: Collection[str]) -> Iterator[tuple[str, Collection[str]]]:
    """(heading, ids) of each part of the list: what comes *first*, and the rest by how the swindler comes."""
    lang = articles[0].leaflet.lang
    ahead = [one.leaflet.id for one in articles if one.leaflet.id in first]
    if len(ahead) == len(articles):
        ahead = []
    if ahead:
        yield sentence(words.first, lang), ahead
    for channel in CHANNELS:
        rest = [one.leaflet.id for one in articles if one.leaflet.channel == channel and one.leaflet.id not in ahead]
        if rest:
            yield sentence(getattr(words, channel), lang), rest


def _group(heading: str, articles: Iterable[Article]) -> Tag:
    """A card for each scam: its poster, its name, and what it is in a sentence."""
    entries = []
    for one in articles:
        name = tag("a", one.leaflet.name, href=one.page)
        entries.append(tag("li", *_picture(one, ""), tag("div", name, tag("br"), one.summary)))
    return tag("section", tag("h2", heading), tag("ul", *entries, class_="list"))


def _picture(one: Article, alt: str) -> tuple[Tag, ...]:
    if one.picture is None:
        return ()
    width, height, _ = one.picture
    return (tag("img", src=picture_path(one), alt=alt, width=str(width), height=str(height), loading="lazy"),)


# A scam


def _page(
    one: Article,
    told: tuple[Tag, ...],
    every: Sequence[Article],
    all_words: Mapping[str, Site],
    text: int,
    given: SiteInfo,
) -> str:
    leaflet, phrases, words = one.leaflet, one.leaflet.phrases, all_words[one.leaflet.lang]
    entries = [_download(one, piece, words) for piece in one.downloads]
    title = f"{sentence(words.text, leaflet.lang)}: {leaflet.name} (TXT, {_size(text)})"
    entries.append(tag("li", tag("a", title, href=text_path(one), type="text/plain")))
    free = tag("p", *words_of(phrases.free, leaflet))
    poster = f"{sentence(words.poster, leaflet.lang)}: {leaflet.name}"
    downloads = tag(
        "section", tag("h2", sentence(words.downloads, leaflet.lang)), *_picture(one, poster), tag("ul", *entries), free
    )
    share = tag("section", tag("h2", sentence(words.share, leaflet.lang)), tag("p", _mail(one, words, given)))
    whole = f"{leaflet.name} – {phrases.overview_title}"
    others = {other.leaflet.lang: other.page for other in every if other.leaflet.id == leaflet.id}
    return _framed(Page(leaflet, whole, one.summary, (*told, downloads, share), others, one), words, given)


def _mail(one: Article, words: Site, given: SiteInfo) -> Tag:
    """A link that begins a letter with the rule and, where it is known, the address of the page."""
    body = str(one.leaflet.message.rule).replace(NBSP, " ")
    if given.site.address:
        body += f"\n\n{given.site.address}/{one.page}"
    link = f"mailto:?subject={quote(one.leaflet.name.replace(NBSP, ' '))}&body={quote(body)}"
    return tag("a", sentence(words.by_mail, one.leaflet.lang), href=link, class_="deed")


def _download(one: Article, piece: Download, words: Site) -> Tag:
    kind = sentence(getattr(words, piece.template.replace("-", "_")), one.leaflet.lang)
    count = f"{piece.pages}{NBSP}{_counted(piece.pages, words)}"
    title = f"{kind}: {one.leaflet.name} (PDF, {_size(len(piece.data))}, {count})"
    return tag("li", tag("a", title, href=pdf_path(one, piece), type="application/pdf"))


# Words


def _size(count: int) -> str:
    """A file size for people, rounded up. count: bytes."""
    return f"{-(-count // 1000)}{NBSP}kB"


def _counted(count: int, words: Site) -> str:
    """The word for so many pages: Polish counts one, a few (2–4, 22–24 …), many."""
    if count == 1:
        return words.page.source
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return (words.pages if few else words.many_pages).source


# Frame

LANGUAGE_NAMES = {"pl": "Polski", "uk": "Українська", "en": "English"}
"""What speakers of a language call it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its frame. description: a sentence for search engines and chats.  every: its path in each language.

    article: the scam that it is about, None for the list.
    """

    leaflet: Leaflet
    title: str
    description: str
    main: tuple[Tag, ...]
    every: Mapping[str, str]
    article: Article | None = None


def _framed(page: Page, words: Site, given: SiteInfo) -> str:
    """*page* with its landmarks."""
    lang, article, issuer = page.leaflet.lang, page.article, page.leaflet.imprint.issuer
    reviewed = article.reviewed if article else None
    return rendered(
        "ulotki.web",
        "site.html",
        lang=lang,
        title=page.title,
        description=page.description.replace(NBSP, " "),
        address=given.site.address,
        path=page.every[lang],
        picture=picture_path(article) if article and article.picture else "",
        size=article.picture[:2] if article and article.picture else (0, 0),
        every=[(code, LANGUAGE_NAMES[code], there) for code, there in page.every.items()],
        back=list_path(lang) if article else "",
        main=Markup(markup(page.main).rstrip()),
        issuer=Markup(markup((tag("p", *words_of(issuer, page.leaflet)),)).rstrip()) if issuer else "",
        unit=given.unit,
        accessibility=given.site.accessibility,
        reviewed=LANGUAGES[lang].day(reviewed) if reviewed else "",
        words={
            name: sentence(getattr(words, name), lang)
            for name in ("skip", "all", "contact", "accessibility", "reviewed", "print", "send")
        },
    )
