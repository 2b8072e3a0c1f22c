"""Every scam in every template, as pictures on one page."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.edition.voice import PageVoice
from ulotki.errors import Refused, pick, say
from ulotki.frozen import dataclass
from ulotki.look import PALETTES
from ulotki.office import Begin, Outcome
from ulotki.office.gallery_pieces import make_pieces
from ulotki.web.gallery import Card, page
from ulotki.workspace import Workspace, read, writing

OURS = frozenset({"index.html", "pictures", "pieces"})
"""What a gallery consists of: a folder that holds anything else is left alone."""


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
        found = list(make_pieces(library, request.palette, request.voice, request.day or today, part, begin))
        cards = [one for one in found if isinstance(one, Card)]
        refused += (finding for one in found if isinstance(one, tuple) for finding in one)
        if not cards:
            raise Refused(dict.fromkeys(refused))
        writing.put(part / "index.html", page(cards, request.voice.tell, request.voice.lang).encode("utf-8"))
    return Outcome(Gallery(target / "index.html", len(cards)), tuple(refused))
