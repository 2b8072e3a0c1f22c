"""Pages for the web site of a police unit: the words of the leaflets as HTML, with the pieces to download.

A page is made from the told leaflet, not from printed pages. Anything that is not final stops the whole site, because a web
page shows no WZÓR.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ulotki.content.leaflet import Leaflet, Told, ended, tell
from ulotki.content.phrases import Site
from ulotki.content.register import State
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.text import NBSP, Prose, Words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.errors import Finding, Refused, say
from ulotki.library import Library
from ulotki.look import Palette
from ulotki.look.inks import MIST, NAVY, YELLOW
from ulotki.markup import STYLE, Tag, document, lines, markup, tag
from ulotki.page.purpose import WEB
from ulotki.press import printed, proof
from ulotki.templates import templates

TEMPLATES = ("poster", "leaflet", "large-print")
"""Templates of the pieces to download, in their first format."""

CHANNELS = ("phone", "message", "web", "door", "event")
"""The channels in the order of the list."""

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
    """A scam, ready for the site. summary: in a sentence.  findings: warnings about its pieces."""

    leaflet: Leaflet
    summary: str
    downloads: tuple[Download, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def page(self) -> str:
        """The file name of its page."""
        return f"{self.leaflet.id}.html"


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
            raise Refused([Finding("site", what, hint, scam.at)])
        downloads.append(Download(name, len(made.pages), printed(made, WEB)))
        findings += made.findings
    return Article(leaflet, _sentence(scam.summary), tuple(downloads), tuple(findings))


def _doubt(leaflet: Leaflet, ref: str) -> Finding:
    """Why the value *ref* keeps the site from being made, and what to do about it."""
    value, state = leaflet.values[ref], leaflet.states[ref]
    what = say("{ref} is {state}, and so there is no site", ref=ref, state=say(state.value))
    if state is State.UNCONFIRMED:
        hint = say("let a second person confirm it: ulotki numbers confirm {id} …", id=value.id)
    else:
        hint = say("give the value that holds now, or leave it empty")
    return Finding("site", what, hint, value.at)


def files(articles: Sequence[Article], words: Site, first: Collection[str] = ()) -> dict[str, bytes]:
    """Path → contents of every file of the site. first: the ids of scams at the top of the list."""
    found = {MARKER: b"ulotki.site/1\n", "style.css": CSS.encode(), INDEX: _index(articles, words, first).encode()}
    for one in articles:
        about = tuple(_about(one.leaflet, words))
        found[text_path(one)] = _text(about)
        found |= {pdf_path(one, piece): piece.data for piece in one.downloads}
        found[one.page] = _page(one, about, words, len(found[text_path(one)])).encode()
    upload = "".join(f"{line.source}\n" for line in words.upload)
    return found | {"README.txt": SIGNED + upload.encode()}


SIGNED = b"\xef\xbb\xbf"
"""UTF-8 byte order mark: programs then read the text as UTF-8, whatever the web server says."""


def text_path(one: Article) -> str:
    """The path of the plain text of an article."""
    return f"txt/{one.leaflet.id}.txt"


def pdf_path(one: Article, piece: Download) -> str:
    """The path of a piece to download."""
    return f"pdf/{one.leaflet.id}-{piece.template}.pdf"


# The list


def _index(articles: Sequence[Article], words: Site, first: Collection[str]) -> str:
    leaflet = articles[0].leaflet
    phrases = leaflet.phrases
    groups = [
        _group(heading, [one for one in articles if one.leaflet.id in chosen])
        for heading, chosen in _groups(articles, words, first)
    ]
    main = (
        tag("h1", *_words(phrases.overview_title, leaflet)),
        tag("p", *_words(phrases.overview_order, leaflet), class_="order"),
        _emergency(leaflet),
        *groups,
    )
    return _framed(leaflet, str(phrases.overview_title), main, words)


def _groups(articles: Sequence[Article], words: Site, first: Collection[str]) -> Iterator[tuple[str, Collection[str]]]:
    """(heading, ids) of each part of the list: what comes *first*, and the rest by how the swindler comes."""
    ahead = [one.leaflet.id for one in articles if one.leaflet.id in first]
    if len(ahead) == len(articles):
        ahead = []
    if ahead:
        yield _sentence(words.first), ahead
    for channel in CHANNELS:
        rest = [one.leaflet.id for one in articles if one.leaflet.channel == channel and one.leaflet.id not in ahead]
        if rest:
            yield _sentence(getattr(words, channel)), rest


def _group(heading: str, articles: Iterable[Article]) -> Tag:
    entries = [tag("li", tag("a", one.leaflet.name, href=one.page), tag("br"), one.summary) for one in articles]
    return tag("section", tag("h2", heading), tag("ul", *entries, class_="list"))


# A scam


def _page(one: Article, about: tuple[Tag, ...], words: Site, text: int) -> str:
    leaflet, phrases = one.leaflet, one.leaflet.phrases
    entries = [_download(one, piece, words) for piece in one.downloads]
    title = f"{_sentence(words.text)}: {leaflet.name} (TXT, {_size(text)})"
    entries.append(tag("li", tag("a", title, href=text_path(one), type="text/plain")))
    free = tag("p", *_words(phrases.free, leaflet))
    downloads = tag("section", tag("h2", _sentence(words.downloads)), tag("ul", *entries), free)
    whole = f"{leaflet.name} – {phrases.overview_title}"
    return _framed(leaflet, whole, (*about, downloads), words, back=True)


def _download(one: Article, piece: Download, words: Site) -> Tag:
    kind = _sentence(getattr(words, piece.template.replace("-", "_")))
    count = f"{piece.pages}{NBSP}{_counted(piece.pages, words)}"
    title = f"{kind}: {one.leaflet.name} (PDF, {_size(len(piece.data))}, {count})"
    return tag("li", tag("a", title, href=pdf_path(one, piece), type="application/pdf"))


def _about(leaflet: Leaflet, words: Site) -> Iterator[Tag]:
    """The words about a scam, in the order of a leaflet."""
    phrases = leaflet.phrases
    yield tag(
        "h1",
        tag("span", *_words(leaflet.message.kicker, leaflet), class_="kicker"),
        " ",
        *_words(leaflet.message.title, leaflet),
    )
    yield tag("p", *_words(leaflet.message.voice, leaflet), class_="voice")
    yield tag("blockquote", tag("p", *_words(leaflet.message.quote, leaflet)))
    yield tag(
        "p",
        *_words(leaflet.message.verdict, leaflet),
        " ",
        tag("strong", *_words(leaflet.message.order, leaflet)),
        class_="order",
    )
    steps = tag("ol", *(_told(step, leaflet) for step in leaflet.message.steps))
    yield tag("section", tag("h2", *_words(phrases.steps, leaflet)), steps)
    signs = tag("ul", *(_told(sign, leaflet) for sign in leaflet.message.signs))
    yield tag("section", tag("h2", *_words(leaflet.message.signs_title, leaflet)), signs)
    yield tag("p", *_words(leaflet.message.rule, leaflet), class_="rule")
    yield tag("section", tag("h2", *_words(phrases.story, leaflet)), tag("p", *_words(leaflet.message.story, leaflet)))
    after = tag("ul", *(tag("li", *_words(line, leaflet)) for line in leaflet.message.aftermath))
    yield tag("section", tag("h2", *_words(phrases.aftermath, leaflet)), after)
    yield tag("section", tag("h2", _sentence(words.call)), *_call(leaflet))
    if leaflet.target:
        report = tag("p", *_words(leaflet.target.purpose, leaflet), " ", *_words(leaflet.target.host, leaflet))
        yield tag("section", tag("h2", _sentence(words.report)), report)


def _told(told: Told, leaflet: Leaflet) -> Tag:
    lead = tag("strong", *_words(ended(told.lead), leaflet))
    return tag("li", lead, " ", *_words(told.sentence, leaflet))


def _call(leaflet: Leaflet) -> Iterator[Tag]:
    """Whom to call: the number that helps, 112, and the officer when somebody has given theirs; before them what may save a life."""
    phrases, officer = leaflet.phrases, leaflet.officer
    gone = leaflet.help.gone
    yield tag("p", *_spaced((gone.title, *([gone.comfort] if gone.comfort else [])), leaflet))
    for row in gone.rows:
        yield tag("p", *_spaced((row.words, *([] if row.kind == "write" else [row.thing])), leaflet))
    for small in gone.pair:
        yield tag("p", *_spaced((ended(small.lead), small.text), leaflet))
    yield from (tag("p", *_words(line, leaflet)) for line in leaflet.help.always)
    if leaflet.help.number and leaflet.help.number.runs != leaflet.help.emergency.runs:
        yield _large(leaflet.help.call, leaflet.help.number, leaflet)
    yield _emergency(leaflet)
    if officer.number:
        known = [part for part in (officer.name, officer.number, officer.hours) if part]
        label = tag("strong", *_words(phrases.officer, leaflet), ":")
        yield tag("p", label, *(kid for part in known for kid in (tag("br"), *_words(part, leaflet))))
    yield from (tag("p", *_words(line, leaflet)) for line in (*leaflet.imprint.also, phrases.impostor))


def _emergency(leaflet: Leaflet) -> Tag:
    """112, on every page."""
    return _large(leaflet.phrases.call, leaflet.help.emergency, leaflet)


def _large(reason: Words, number: Words, leaflet: Leaflet) -> Tag:
    """A number with the reason to call it. When it can be called, both are one link."""
    link = leaflet.links.get(number.runs[0].ref)
    said = (*_words(reason, leaflet), " ", str(number))
    return tag("p", tag("strong", tag("a", *said, href=link) if link else tag("span", *said)), class_="emergency")


# Words


def _words(words: Words, leaflet: Leaflet) -> Iterator[Tag | str]:
    """*words* as inline elements: numbers and addresses are links to register values, line breaks are kept."""
    for run in words.runs:
        kids: list[Tag | str] = []
        for number, line in enumerate(run.text.split("\n")):
            kids += [tag("br"), line] if number else [line]
        if run.ref in leaflet.links:
            kids = [tag("a", *kids, href=leaflet.links[run.ref])]
        if run.strong:
            kids = [tag("strong", *kids)]
        yield from [tag("span", *kids, lang=run.lang)] if run.lang else kids


def _spaced(sentences: Iterable[Words], leaflet: Leaflet) -> Iterator[Tag | str]:
    for number, words in enumerate(sentences):
        yield from ([" "] if number else [])
        yield from _words(words, leaflet)


def _sentence(prose: Prose) -> str:
    """A text without values, with the typography of its language."""
    return LANGUAGES[HOME](prose.source)


def _size(count: int) -> str:
    """A file size for people, rounded up. count: bytes."""
    return f"{-(-count // 1000)}{NBSP}kB"


def _counted(count: int, words: Site) -> str:
    """The word for so many pages: Polish counts one, a few (2–4, 22–24 …), many."""
    if count == 1:
        return words.page.source
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return (words.pages if few else words.many_pages).source


def _text(about: Iterable[Tag]) -> bytes:
    """The elements as plain text with plain spaces."""
    return SIGNED + ("\n".join(lines(about)).replace(NBSP, " ").strip() + "\n").encode()


# Frame


def _framed(leaflet: Leaflet, title: str, main: Iterable[Tag], words: Site, *, back: bool = False) -> str:
    """A page with its landmarks: skip link, link back to the list, main content, publisher."""
    parts = [tag("a", _sentence(words.skip), href="#main", class_="skip")]
    if back:
        parts.append(tag("header", tag("nav", tag("a", _sentence(words.all), href=INDEX))))
    parts.append(tag("main", *main, id="main"))
    if leaflet.imprint.issuer:
        parts.append(tag("footer", tag("p", *_words(leaflet.imprint.issuer, leaflet))))
    return document(leaflet.lang, title, '<link rel="stylesheet" href="style.css">', markup(parts).rstrip())


CSS = f"""{STYLE}body {{ margin: 0; overflow-wrap: anywhere }}
header, main, footer {{ max-width: 38em; margin: 0 auto; padding: 1rem }}
header {{ padding-bottom: 0 }}
footer {{ border-top: 1px solid {NAVY.hex} }}
section {{ margin-top: 2rem }}
h1 {{ font-size: 2rem; margin: .5rem 0 1.5rem }}
h2 {{ font-size: 1.5rem; margin: 0 0 .75rem }}
.kicker {{ display: block; font-size: 1.25rem; font-weight: normal }}
ol, ul {{ padding-left: 1.5em; margin: 0 }}
.list {{ list-style: none; padding: 0 }}
li {{ margin-bottom: .75rem }}
nav a, .list a {{ display: inline-block; padding: .25rem 0 }}
a:hover {{ text-decoration-thickness: 3px }}
.voice {{ margin-bottom: .5rem }}
blockquote {{ background: {YELLOW.hex}; border-radius: 1rem; margin: 0; padding: 1rem 1.25rem }}
blockquote p {{ font-size: 1.5rem; font-weight: bold; line-height: 1.3; margin: 0 }}
.order {{ background: {NAVY.hex}; color: #fff; border-radius: 1rem; padding: 1rem 1.25rem; margin: .75rem 0 0 }}
.order strong {{ color: {YELLOW.hex}; font-size: 1.5rem }}
.rule {{ background: {MIST.hex}; border-left: .5rem solid {NAVY.hex}; font-size: 1.375rem; margin: 2rem 0 0; padding: 1rem }}
.emergency strong {{ font-size: 1.75rem }}
.skip {{ position: absolute; left: -100vw }}
.skip:focus {{ background: #fff; left: 1rem; padding: .5rem 1rem; top: 1rem }}
@media print {{
  header, .skip {{ display: none }}
  header, main, footer {{ max-width: none; padding: 0 }}
  body {{ font-size: 14pt }}
  blockquote, .order, .rule {{ background: none; border: 2pt solid #000; color: #000 }}
  .order strong {{ color: #000 }}
  h2 {{ break-after: avoid }}
  li, blockquote {{ break-inside: avoid }}
}}
"""
