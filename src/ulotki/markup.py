"""HTML from values: one way of escaping, one frame for a page, one look. Nothing on a page asks anything of the net."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

VOID = frozenset({"br"})
"""Elements that hold nothing and have no end."""

INLINE = frozenset({"a", "br", "span", "strong"})
"""Elements that stand within a line."""

STYLE = """\
:root { color-scheme: light }
body { font: 1.25rem/1.5 system-ui, sans-serif; color: #000; background: #fff }
h1, h2, h3 { line-height: 1.2; color: #10264e }
a { color: #10264e }
a:focus-visible, select:focus-visible, button:focus-visible { outline: 4px solid #10264e; outline-offset: 3px }
"""
"""How every page looks: large letters, dark on light, and whoever goes by keyboard sees where they are."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An element. kids: elements and texts, in order.  attributes: (name, value)."""

    name: str
    kids: tuple[Tag | str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def tag(name: str, *kids: Tag | str, **attributes: str) -> Tag:
    """An element; a name that is a word of Python's ends in a low line: class_."""
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
    """*text* as letters and nothing else, between tags or in an attribute."""
    return html.escape(text)


def lines(kids: Iterable[Tag | str]) -> Iterator[str]:
    """*kids* as lines of plain text: one for each block, an empty one before a heading, a number or a dash before an item."""
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
    """A page of HTML. head: what it needs besides its *title*, as HTML; so is *body*."""
    return (
        f'<!doctype html>\n<html lang="{escaped(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escaped(title)}</title>\n'
        f"{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
