"""Every scam in every template, as pictures on one page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ulotki import press, stock
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.drawing.preview import small
from ulotki.errors import Finding, Refused, Say, pick, say
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.office import Begin, Outcome
from ulotki.press import Proof
from ulotki.readback import Readback
from ulotki.web.gallery import Card, page
from ulotki.workspace import Workspace, read, writing

OURS = frozenset({"index.html", "pictures", "pieces"})
"""What a gallery consists of: a folder that holds anything else is left alone."""

DPI = 36
"""Of the pictures: a poster's large words are still read."""


@dataclass(frozen=True, slots=True)
class Request:
    """day: None for today.  out: where to, None for gallery/ where editions lie.  lang: the language of the page.

    told: says a sentence in that language.
    """

    palette: str
    day: datetime.date | None
    out: Path | None
    lang: str
    told: Callable[[Say], str]


@dataclass(frozen=True, slots=True)
class Gallery:
    """The page, and how many pictures are on it."""

    page: Path
    pictures: int


def gallery(workspace: Workspace | None, request: Request, today: datetime.date, begin: Begin) -> Outcome[Gallery]:
    """Make the page. Raises Misused when its folder holds anything else, Refused when not one piece is good."""
    pick("palette", PALETTES, request.palette)
    library = read(workspace.folder if workspace else None)
    target = request.out or (workspace.base if workspace else Path("out")) / "gallery"
    what = say("this folder holds other things too, and the gallery would take their place")
    writing.spare(target, lambda folder: OURS.issuperset(file.name for file in folder.iterdir()), what)
    refused = [finding for one in library.scams.unread.values() for finding in one.findings]
    with writing.folder(target) as part:
        found = list(_made(library, request.palette, request.day or today, part, begin))
        cards = [one for one in found if isinstance(one, Card)]
        refused += (finding for one in found if isinstance(one, tuple) for finding in one)
        if not cards:
            raise Refused(dict.fromkeys(refused))
        writing.put(part / "index.html", page(cards, request.told, request.lang).encode("utf-8"))
    return Outcome(Gallery(target / "index.html", len(cards)), tuple(refused))


def _made(
    library: Library, palette: str, day: datetime.date, part: Path, begin: Begin
) -> Iterator[Card | tuple[Finding, ...]]:
    """Each piece in the folder *part* with its picture, or what was refused.

    What is another enlarged, or the same under another scam, is left out.
    """
    offered = [
        (scam, template, paper, inks)
        for scam, template, paper, inks in stock.offered(library.scams.values())
        if inks.name == palette and (paper == template.formats[0] or not paper.like(template.formats[0]))
    ]
    codes: set[str] = set()
    names = [f"{scam.id}-{template.id}-{paper.name}" for scam, template, paper, _inks in offered]
    with begin(names) as done:
        for name, (scam, template, paper, inks) in zip(names, offered, strict=True):
            try:
                made = press.proof(library, scam, template, paper, inks, Occasion(day))
                if made.code not in codes:
                    codes.add(made.code)
                    yield _written(name, made, scam, part)
            except Refused as trouble:
                yield trouble.findings
            done(name)


def _written(name: str, made: Proof, scam: Scam, part: Path) -> Card:
    """The piece and its picture, written. Raises Refused when it cannot be printed."""
    files, data = (f"pictures/{name}.png", f"pieces/{name}.pdf"), press.printed(made)
    with Readback(data) as back:
        width, height, picture = small(back.pictures(DPI)[0])
    writing.put(part / files[0], picture)
    writing.put(part / files[1], data)
    return Card(scam, made.template.id, made.paper.name, *files, width, height)
