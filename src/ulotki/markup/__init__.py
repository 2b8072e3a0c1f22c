"""HTML from values: templates that escape all they are given, one page frame, one style. A page loads nothing from the network.

Pages are Jinja templates beside the module that fills them; a value that a template names and nobody gives is an error.
`Tag` is for words whose elements depend on them, such as links inside a sentence.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from ulotki.frozen import dataclass

if TYPE_CHECKING:
    from jinja2 import Environment

VOID = frozenset({"br", "img"})
"""Void elements: they have no content and no end tag (HTML, 13.1.2)."""

INLINE = frozenset({"a", "br", "img", "span", "strong"})
"""Elements that do not start a new line."""

STYLE = """\
:root { color-scheme: light dark; --ground: #fff; --text: #000; --ink: #10264e; --mist: #ecf0f7; --rim: #6b7280 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #10141d; --text: #f4f6fa; --ink: #b8cdff; --mist: #1e2738; --rim: #8d97a8 }
}
@media print { :root { color-scheme: light; --ground: #fff; --text: #000; --ink: #10264e; --mist: #fff; --rim: #000 } }
body { font: 1.25rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground) }
h1, h2, h3 { line-height: 1.2; color: var(--ink) }
a { color: var(--ink) }
a:focus-visible, select:focus-visible, input:focus-visible, button:focus-visible, summary:focus-visible {
  outline: 4px solid var(--ink); outline-offset: 3px
}
"""
"""The style sheet of every page: large dark letters on a light ground, the other way round for who asks, and a visible focus."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML element. kids: elements and texts, in order.  attributes: (name, value)."""

    name: str
    kids: tuple[Tag | str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def tag(name: str, *kids: Tag | str, **attributes: str) -> Tag:
    """An HTML element. An attribute whose name is a Python keyword ends in an underscore: class_."""
    return Tag(name, kids, tuple((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()))


def markup(kids: Iterable[Tag | str]) -> str:
    """*kids* as HTML, each block on a line of its own."""
    return "".join(_marked(kid) for kid in kids)


def _marked(kid: Tag | str) -> str:
    if isinstance(kid, str):
        return escaped(kid)
    attributes = "".join(f' {name}="{escaped(value)}"' for name, value in kid.attributes)
    end = "" if kid.name in INLINE else "\n"
    if kid.name in VOID:
        return f"<{kid.name}{attributes}>{end}"
    return f"<{kid.name}{attributes}>{markup(kid.kids)}</{kid.name}>{end}"


def escaped(text: str) -> str:
    """*text* escaped, so that it is never markup: for text between tags and for attribute values."""
    return html.escape(text)


def link(*kids: Tag | str, target: str, name: str) -> Tag:
    """A link to *target*, which a screen reader calls *name* where its words alone do not say where it leads."""
    more = {} if name == plain(" ".join(lines(kids))) else {"aria_label": name}
    return tag("a", *kids, href=target, **more)


def text(kids: Iterable[Tag | str]) -> str:
    """*kids* as plain text: lines as in `lines`, an empty one before each heading and around lists and tables."""
    found = "\n".join(line.strip(BLANK) for line in lines(kids))
    return re.sub(r"\n{3,}", "\n\n", found).replace(NBSP, " ").strip(BLANK) + "\n"


NBSP = "\N{NO-BREAK SPACE}"

BLANK = f" {NBSP}\n"
"""What is cut off a line: not the tabs, which keep the columns of a table."""


def plain(words: str) -> str:
    """*words* in one line, with plain blanks."""
    return " ".join(words.replace(NBSP, " ").split())


def lines(kids: Iterable[Tag | str]) -> Iterator[str]:
    """*kids* as lines of plain text, one for each block. Cells of a row are parted by tabs.

    Before the first line of a list item stands its number, or a dash where it does not begin with a label of its own.
    """
    line = ""
    for kid in kids:
        if isinstance(kid, str):
            line += kid
        elif kid.name == "br":
            line += " "
        elif kid.name in INLINE:
            line += " ".join(lines(kid.kids))
        else:
            yield from filter(None, (line,))
            line = ""
            yield from _block(kid)
    yield from filter(None, (line,))


def _block(block: Tag) -> Iterator[str]:
    match block.name:
        case "h1" | "h2" | "h3":
            yield ""
            yield from lines(block.kids)
        case "ol" | "ul":
            yield ""
            for number, item in enumerate((kid for kid in block.kids if isinstance(kid, Tag)), 1):
                labelled = any(isinstance(kid, Tag) and kid.name == "strong" for kid in item.kids[:1])
                mark = f"{number}. " if block.name == "ol" else "" if labelled else "– "
                first, *more = [line for line in lines(item.kids) if line.strip()] or [""]
                yield from (mark + first, *more)
            yield ""
        case "table":
            yield from ("", *lines(block.kids), "")
        case "tr":
            yield "\t".join(" ".join(lines(cell.kids)) for cell in block.kids if isinstance(cell, Tag))
        case _:
            yield from lines(block.kids)


def document(lang: str, title: str, head: str, body: str) -> str:
    """A whole HTML page. head: HTML for the head besides *title*.  body: HTML of the body."""
    from markupsafe import Markup

    return rendered("ulotki.markup", "frame.html", lang=lang, title=title, head=Markup(head), body=Markup(body))


def rendered(package: str, template: str, **values: Any) -> str:
    """The page that *template* of *package* makes of *values*. Raises UndefinedError for a value that nobody gave."""
    return _environment(package).get_template(template).render(values)


@cache
def _environment(package: str) -> Environment:
    """The templates of *package*, which may extend the frame."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("ulotki.markup")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
