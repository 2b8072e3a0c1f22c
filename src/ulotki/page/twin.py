"""The words of a piece as plain text and as one page of HTML, both made from the structure of its pages.

They are for those who have no paper: a QR code, which leads to an address that stands there in words, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ulotki.content.text import NBSP
from ulotki.frozen import dataclass
from ulotki.markup import STYLE, Tag, document, link, tag
from ulotki.markup import markup as tags
from ulotki.markup import text as words
from ulotki.page.called import links, spoken_text
from ulotki.page.items import QR, Page
from ulotki.page.structure import Element, Kids, elements, structure

NUMBER, MARK = re.compile(r"[0-9]+\.?"), re.compile(r"[0-9]+\.?|–")
"""Labels of numbered items, and those that any list sets by itself: they stand before the first line of their item."""


def text(pages: Sequence[Page]) -> str:
    """The words of *pages* in reading order: one line for each paragraph, an empty line before headings and around lists.

    A figure is replaced by its alternative text, a hard space by a plain one.
    """
    return words(_tags(pages, {}))


def screen_reader_text(page: Page) -> str:
    """What a screen reader says of a file of *page*: a QR code too, by what it is called."""
    return spoken_text(structure(page))


def markup(pages: Sequence[Page], title: str, lang: str, targets: Mapping[str, str]) -> str:
    """The words of *pages* as a page of HTML that loads nothing from the network. targets: ref → where its link leads."""
    body = tags((tag("main", *_tags(pages, targets)),)).rstrip()
    return document(lang, title.replace(NBSP, " "), HEAD, body)


def _tags(pages: Sequence[Page], targets: Mapping[str, str]) -> list[Tag | str]:
    """The structure of *pages* as elements of HTML, of which both twins are made."""
    found: list[Tag | str] = []
    for page in pages:
        tree = structure(page)
        found += _marked(tree, _Links(targets, {id(link): name for link, name in links(tree)}))
    return found


NAMES = {"P": "p", "LBody": "div", "Table": "table", "TR": "tr", "TD": "td"}


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of pages. target: by ref.  names: of each link, by the identity of its element."""

    target: Mapping[str, str]
    names: Mapping[int, str]


def _marked(kids: Kids, links: _Links) -> list[Tag | str]:
    found = [_element(kid, links) if isinstance(kid, Element) else [spoken_text((kid,))] for kid in kids]
    return [one for part in found for one in part if one != ""]


def _element(element: Element, links: _Links) -> list[Tag | str]:
    """The element as HTML; nothing for a QR code and for what is empty."""
    inner = _marked(element.kids, links)
    match element.type:
        case "Figure":
            return [] if element.ref == QR else [tag("p", element.alt, class_="figure")]
        case "Link":
            target = links.target.get(element.ref)
            return [link(*inner, target=target, name=links.names[id(element)])] if target else inner
        case "Span":
            return [tag("span", *inner, lang=element.lang)]
        case "L":
            labels = (kid.text.strip() for kid in elements(element.kids) if kid.type == "Lbl")
            return [tag("ol" if any(map(NUMBER.fullmatch, labels)) else "ul", *inner)]
        case "LI":
            return [tag("li", *inner)]
        case "Lbl":
            return [] if MARK.fullmatch(element.text.strip()) else [tag("strong", *inner), " "]
        case "H1" | "H2" | "H3":
            return [tag(element.type.lower(), *inner)]
        case "TH":
            return [tag("th", *inner, scope="col")]
        case _:
            return [tag(NAMES[element.type], *inner)]


HEAD = f"""<style>
{STYLE}body {{ max-width: 38em; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }}
li {{ margin: 0 0 1em }}
li p {{ margin: 0 }}
td {{ border-bottom: 1px solid var(--rim); height: 2em }}
td, th {{ text-align: left; padding: 0 1em 0 0 }}
</style>"""
