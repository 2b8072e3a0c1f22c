"""Every scam in every template, as pictures on one page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from ulotki import press, stock
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.content.typography import HOME
from ulotki.drawing.about import About
from ulotki.drawing.preview import small
from ulotki.edition.voice import PageVoice
from ulotki.errors import Finding, Refused, pick, say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look import PALETTES
from ulotki.office import Begin, Outcome
from ulotki.page.gist import headings
from ulotki.paper import Format
from ulotki.readback import Readback
from ulotki.templates import Template
from ulotki.web.gallery import Card, page
from ulotki.workspace import Workspace, read, writing

OURS = frozenset({"index.html", "pictures", "pieces"})
"""What a gallery consists of: a folder that holds anything else is left alone."""

DPI = 36
"""Of the pictures: a poster's large words are still read."""


@dataclass(frozen=True, slots=True)
class GalleryRequest:
    """day: None for today.  out: where to, None for gallery/ where editions lie.  voice: what the page speaks."""

    palette: str
    day: datetime.date | None
    out: Path | None
    voice: PageVoice


@dataclass(frozen=True, slots=True)
class Gallery:
    """The page, and how many pictures are on it."""

    page: Path
    pictures: int


def gallery(
    workspace: Workspace | None, request: GalleryRequest, today: datetime.date, begin: Begin
) -> Outcome[Gallery]:
    """Make the page. Raises Misused when its folder holds anything else, Refused when not one piece is good."""
    pick("palette", PALETTES, request.palette)
    library = read(workspace.folder if workspace else None).believed(today)
    target = request.out or (workspace.base if workspace else Path("out")) / "gallery"
    what = say("this folder holds other things too, and the gallery would take their place")
    writing.spare(target, lambda folder: OURS.issuperset(file.name for file in folder.iterdir()), what)
    refused = [*library.scams.faults()]
    with writing.folder(target) as part:
        found = list(_make_pieces(library, request, request.day or today, part, begin))
        cards = [one for one in found if isinstance(one, Card)]
        refused += (finding for one in found if isinstance(one, tuple) for finding in one)
        if not cards:
            raise Refused(dict.fromkeys(refused))
        writing.put(part / "index.html", page(cards, request.voice.tell, request.voice.lang).encode("utf-8"))
    return Outcome(Gallery(target / "index.html", len(cards)), tuple(refused))


def _make_pieces(
    library: Library, request: GalleryRequest, day: datetime.date, part: Path, begin: Begin
) -> Iterator[Card | tuple[Finding, ...]]:
    """Each piece in the folder *part* with its picture, or what was refused.

    What is another enlarged, or the same under another scam, is left out.
    """
    groups: dict[str, list[tuple[Scam, Template, Format]]] = {}
    for scam, template, paper, inks in stock.offered(library.scams.values()):
        if inks.name == request.palette and (paper == template.formats[0] or not paper.like(template.formats[0])):
            groups.setdefault(f"{template.id}-{paper.name}", []).append((scam, template, paper))
    codes: set[str] = set()
    with begin([f"{scam.id}-{kind}" for kind, those in groups.items() for scam, *_ in those]) as done:
        for kind, those in groups.items():
            pieces: list[tuple[Scam, press.Proof]] = []
            for scam, template, paper in those:
                try:
                    made = press.proof(library, scam, template, paper, PALETTES[request.palette], Occasion(day))
                    if made.grave:
                        raise Refused(made.grave)
                    if made.code not in codes:
                        codes.add(made.code)
                        pieces.append((scam, made))
                except Refused as trouble:
                    yield trouble.findings
                done(f"{scam.id}-{kind}")
            if pieces:
                yield from _write_pieces(kind, pieces, request.voice.tell(pieces[0][1].template.what), part)


def _write_pieces(kind: str, pieces: Sequence[tuple[Scam, press.Proof]], title: str, part: Path) -> Iterator[Card]:
    """Pieces of one template in one file, with a picture of each. In files of their own each would bring its fonts along."""
    template, paper = pieces[0][1].template, pieces[0][1].paper
    file = f"pieces/{kind}.pdf"
    pages = tuple(page for _, made in pieces for page in made.pages)
    about = About(
        title, "ulotki", HOME, press.DRAWN, template.duplex, simplex=template.duplex is None, subject=headings(pages)
    )
    data = press.finished(pages, about, stock.family())
    writing.put(part / file, data)
    number = 0
    with Readback(data) as back:
        for scam, made in pieces:
            picture = f"pictures/{scam.id}-{kind}.png"
            width, height, content = small(back.picture(number, DPI))
            writing.put(part / picture, content)
            yield Card(scam, template.id, paper.name, picture, f"{file}#page={number + 1}", width, height)
            number += len(made.pages)
