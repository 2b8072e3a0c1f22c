"""The words of a piece as plain text and as one page of HTML, both made from the structure of its pages.

They are for those who have no paper: a QR code, which leads to an address that stands there in words, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ulotki.content.text import NBSP
from ulotki.markup import STYLE, Tag, document, tag
from ulotki.markup import markup as tags
from ulotki.page.items import QR, Line, Page
from ulotki.page.structure import INLINE, Element, Kids, Run, elements, links, structure

NUMBER, MARK = re.compile(r"[0-9]+\.?"), re.compile(r"[0-9]+\.?|–")
"""Labels of numbered items, and those that any list sets by itself: they stand before the first line of their item."""

BLANK = f" {NBSP}\n"
"""What is cut off a line: not the tabs, which keep the columns of a table."""


def text(pages: Sequence[Page]) -> str:
    """The words of *pages* in reading order: one line for each paragraph, an empty line before headings and between lists.

    A figure is replaced by its alternative text, a hard space by a plain one.
    """
    return _text(pages, frozenset({QR}))


def heard(page: Page) -> str:
    """What a screen reader says of a file of *page*, in the same form: a QR code too, by what it is called."""
    return _text((page,), frozenset())


def _text(pages: Sequence[Page], without: frozenset[str]) -> str:
    """without: the refs of figures that are left out."""
    lines: list[str] = []
    for page in pages:
        for element in structure(page):
            if isinstance(element, Element) and not (element.type == "Figure" and element.ref in without):
                if lines and element.type in ("H1", "H2", "H3", "L", "Table"):
                    lines.append("")
                lines += (line.strip(BLANK) for line in _lines(element) if line.strip())
    return "\n".join(lines).replace(NBSP, " ").strip(BLANK) + "\n"


def _lines(element: Element) -> Iterator[str]:
    """The lines of an element. The label of a list item stands before its first line."""
    if element.type == "LI":
        label = " ".join(kid.text for kid in element.kids if isinstance(kid, Element) and kid.type == "Lbl")
        rest = (kid for kid in element.kids if isinstance(kid, Element) and kid.type != "Lbl")
        body = [line for kid in rest for line in _lines(kid) if line.strip()]
        if MARK.fullmatch(label.strip()) and body:
            label, body = f"{label} {body[0]}", body[1:]
        yield from (label, *body)
    elif element.type == "TR":
        yield "\t".join(kid.text for kid in element.kids if isinstance(kid, Element))
    elif element.type == "Figure":
        yield element.alt
    else:
        line = ""
        for kid in element.kids:
            if isinstance(kid, Run):
                line += _words(kid)
            elif kid.type in INLINE:
                line += kid.text
            else:
                yield from (line, *_lines(kid))
                line = ""
        yield line


def _words(run: Run) -> str:
    return "".join(trace.text for trace in run.traces if isinstance(trace, Line)) if run.read else ""


NAMES = {"P": "p", "LBody": "div", "Table": "table", "TR": "tr", "TD": "td"}


def markup(pages: Sequence[Page], title: str, lang: str, targets: Mapping[str, str]) -> str:
    """The words of *pages* as a page of HTML that loads nothing from the network. targets: ref → where its link leads."""
    parts: list[Tag | str] = []
    for page in pages:
        tree = structure(page)
        parts += _marked(tree, _Links(targets, {id(link): name for link, name in links(tree)}))
    body = tags((tag("main", *parts),)).rstrip()
    return document(lang, title.replace(NBSP, " "), HEAD, body)


@dataclass(frozen=True, slots=True)
class _Links:
    """target: by ref.  names: of each link, by the identity of its element."""

    target: Mapping[str, str]
    names: Mapping[int, str]


def _marked(kids: Kids, links: _Links) -> list[Tag | str]:
    found = [_element(kid, links) if isinstance(kid, Element) else [_words(kid)] for kid in kids]
    return [one for part in found for one in part if one != ""]


def _element(element: Element, links: _Links) -> list[Tag | str]:
    """The element as HTML; nothing for a QR code and for what is empty."""
    inner = _marked(element.kids, links)
    match element.type:
        case "Figure":
            return [] if element.ref == QR else [tag("p", element.alt, class_="figure")]
        case "Link":
            return _link(element, inner, links)
        case "Span":
            return [tag("span", *inner, lang=element.lang)]
        case "L":
            return [tag("ol" if _counted(element) else "ul", *inner)]
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


def _link(element: Element, inner: list[Tag | str], links: _Links) -> list[Tag | str]:
    """A link with its name where its words alone do not say where it leads."""
    target, name = links.target.get(element.ref), links.names[id(element)]
    if not target:
        return inner
    if name == element.text.strip().replace(NBSP, " "):
        return [tag("a", *inner, href=target)]
    return [tag("a", *inner, href=target, aria_label=name)]


def _counted(element: Element) -> bool:
    """Whether the items of a list have numbers."""
    return any(kid.type == "Lbl" and NUMBER.fullmatch(kid.text.strip()) for kid in elements(element.kids))


HEAD = f"""<style>
{STYLE}body {{ max-width: 38em; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }}
li {{ margin: 0 0 1em }}
li p {{ margin: 0 }}
td {{ border-bottom: 1px solid var(--rim); height: 2em }}
td, th {{ text-align: left; padding: 0 1em 0 0 }}
</style>"""
