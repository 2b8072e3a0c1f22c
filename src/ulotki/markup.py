"""HTML from values: one way of escaping, one page frame, one style sheet. A page loads nothing from the network."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

VOID = frozenset({"br"})
"""Void elements: they have no content and no end tag (HTML, 13.1.2)."""

INLINE = frozenset({"a", "br", "span", "strong"})
"""Elements that do not start a new line."""

STYLE = """\
:root { color-scheme: light }
body { font: 1.25rem/1.5 system-ui, sans-serif; color: #000; background: #fff }
h1, h2, h3 { line-height: 1.2; color: #10264e }
a { color: #10264e }
a:focus-visible, select:focus-visible, button:focus-visible { outline: 4px solid #10264e; outline-offset: 3px }
"""
"""The style sheet of every page: large dark letters on a light ground, and a visible keyboard focus."""


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


def lines(kids: Iterable[Tag | str]) -> Iterator[str]:
    """*kids* as lines of plain text, one for each block.

    An empty line stands before a heading. A number or a dash stands before a list item.
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
    if block.name in ("h1", "h2", "h3"):
        yield ""
    if block.name not in ("ol", "ul"):
        yield from lines(block.kids)
        return
    for number, item in enumerate((kid for kid in block.kids if isinstance(kid, Tag)), 1):
        mark = f"{number}." if block.name == "ol" else "–"
        yield f"{mark} {' '.join(lines(item.kids))}"


def document(lang: str, title: str, head: str, body: str) -> str:
    """A whole HTML page. head: HTML for the head besides *title*.  body: HTML of the body."""
    return (
        f'<!doctype html>\n<html lang="{escaped(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escaped(title)}</title>\n'
        f"{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
