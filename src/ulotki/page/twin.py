"""The words of a piece as plain text and as one page of HTML, both made from the structure of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ulotki.content.text import NBSP
from ulotki.markup import STYLE, document, escaped
from ulotki.page.items import Line, Page
from ulotki.page.structure import Element, Kids, Run, structure

BLANK = f" {NBSP}\n"
"""What is cut off a line: not the tabs, which keep the columns of a table."""

INLINE = ("Link", "Span")
"""Elements that do not start a new line."""


def text(pages: Sequence[Page]) -> str:
    """The words of *pages* in reading order: one line for each paragraph, an empty line before headings and between lists.

    A figure is replaced by its alternative text, a hard space by a plain one.
    """
    lines: list[str] = []
    for page in pages:
        for element in structure(page):
            if isinstance(element, Element):
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
        if label.strip().isdigit() and body:
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


NAMES = {"P": "p", "L": "ul", "LI": "li", "LBody": "div", "Table": "table", "TR": "tr", "TH": "th", "TD": "td"}


def markup(pages: Sequence[Page], title: str, lang: str, links: Mapping[str, str]) -> str:
    """The words of *pages* as a page of HTML that loads nothing from the network. links: ref → target of its link."""
    body = "\n".join(_marked(structure(page), links) for page in pages)
    return document(lang, title.replace(NBSP, " "), HEAD, f"<main>\n{body}</main>")


def _marked(kids: Kids, links: Mapping[str, str]) -> str:
    return "".join(_element(kid, links) if isinstance(kid, Element) else escaped(_words(kid)) for kid in kids)


def _element(element: Element, links: Mapping[str, str]) -> str:
    inner = _marked(element.kids, links)
    match element.type:
        case "Figure":
            return f'<p class="figure">{escaped(element.alt)}</p>\n'
        case "Link":
            target = links.get(element.ref)
            return f'<a href="{escaped(target)}">{inner}</a>' if target else inner
        case "Span":
            return f'<span lang="{element.lang}">{inner}</span>'
        case "Lbl":
            return f"<strong>{inner}</strong> "
        case "H1" | "H2" | "H3":
            name = element.type.lower()
            return f"<{name}>{inner}</{name}>\n"
        case "TH":
            return f'<th scope="col">{inner}</th>'
        case _:
            name = NAMES[element.type]
            return f"<{name}>{inner}</{name}>\n"


HEAD = f"""<style>
{STYLE}body {{ max-width: 38em; margin: 2rem auto; padding: 0 1rem }}
ul {{ list-style: none; padding: 0 }}
li {{ margin: 0 0 1em }}
li p {{ margin: 0 }}
td {{ border-bottom: 1px solid #000; height: 2em }}
td, th {{ text-align: left; padding: 0 1em 0 0 }}
</style>"""
