"""Tells a scam for the site, and draws its picture and the pieces to download."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from ulotki.content.leaflet import tell
from ulotki.content.scam import Scam
from ulotki.content.state import State
from ulotki.content.telling import Occasion
from ulotki.content.told import Leaflet
from ulotki.drawing.preview import small
from ulotki.errors import Finding, Refused, refused, say
from ulotki.library import Library
from ulotki.look import Palette
from ulotki.page.purposes import WEB
from ulotki.press import printed, proof
from ulotki.readback import Readback
from ulotki.templates import templates
from ulotki.web.article import Article, Download

TEMPLATES = ("poster", "leaflet", "large-print")
"""Templates of the pieces to download, in their first format."""

THUMBNAIL = 34
"""dpi of the picture of a poster: its large words are still read."""


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
            ordered = {"format": template.formats[0].name, "palette": palette.name}
            hint = say("let the campaign order it as {format} in {palette}, look at it and approve it", **ordered)
            raise refused("site", what, hint, scam.at)
        downloads.append(Download(name, len(made.pages), printed(made, WEB)))
        findings += made.findings
    with Readback(downloads[0].data) as back:
        picture = small(back.picture(0, THUMBNAIL))
    summary = "".join(run.text for run in leaflet.extra.topics[0].summary.runs)
    return Article(leaflet, summary, tuple(downloads), tuple(findings), scam.reviewed, picture)


def _doubt(leaflet: Leaflet, ref: str) -> Finding:
    """Why the value *ref* keeps the site from being made, and what to do about it."""
    value, state = leaflet.values[ref], leaflet.states[ref]
    what = say("{ref} is {state}, and so there is no site", ref=ref, state=say(state.value))
    if state is State.UNCONFIRMED:
        hint = say("let a second person confirm it: ulotki numbers confirm {id} …", id=value.id)
    else:
        hint = say("give the value that holds now, or leave it empty")
    return Finding("site", what, hint, value.at)
