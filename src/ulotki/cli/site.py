"""`ulotki site`: pages for the unit's web site, as a folder to upload; whole, final, or not at all."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ulotki.cli import options, workers
from ulotki.cli.talk import Talk, as_data, near, told
from ulotki.errors import Finding, Misused, Refused, Where, pick, say
from ulotki.workspace import editions, read, writing

if TYPE_CHECKING:
    from ulotki.content.campaign import Campaign
    from ulotki.library import Library
    from ulotki.look import Palette
    from ulotki.web.site import Article

FEW = 3
"""Scams for which a second process is not worth its start: each has three pieces."""


@dataclass(frozen=True, slots=True)
class Work:
    """What all scams of a site share. campaign: None when none was asked for and none has begun."""

    library: Library
    campaign: Campaign | None
    palette: Palette
    day: datetime.date


@click.option(
    "--campaign", metavar=_("ID"), help=_("Only the scams of this campaign; else all, those of the newest first.")
)
@click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
@options.on
@click.option(
    "-o", "--out", type=click.Path(file_okay=False, path_type=Path), help=_("Where to; else site/ in the workspace.")
)
@workers.jobs
@click.option("--open", "look", is_flag=True, help=_("Open the page when done."))
def site(
    talk: Talk,
    workspace: Path | None,
    campaign: str | None,
    palette: str,
    day: datetime.date | None,
    out: Path | None,
    jobs: int,
    look: bool,
) -> None:
    """Make the pages."""
    from ulotki.content.typography import HOME
    from ulotki.look import PALETTES
    from ulotki.web.site import INDEX, files

    inks = pick("palette", PALETTES, palette)
    target = out or (workspace or Path()) / "site"
    _ours(target)
    library = read(workspace)
    chosen = editions.campaign(library, campaign, options.today()) if campaign or library.campaigns else None
    work = Work(library, chosen, inks, day or options.today())
    first = list(dict.fromkeys(id for order in chosen.order for id in order.scams)) if chosen else []
    ids = first if campaign else [*first, *(id for id in (*library.scams, *library.scams.unread) if id not in first)]
    articles = _made(talk, ids, work, jobs)
    found = files(articles, library.readings[HOME].site, first)
    with writing.folder(target) as part:
        for path, data in found.items():
            writing.put(part / path, data)
    _said(talk, target, articles, found, library)
    if look:
        click.launch(str(target / INDEX))


def _ours(target: Path) -> None:
    """Raises Misused when *target* holds anything that is no site of ours."""
    from ulotki.web.site import MARKER

    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        what = say("this folder holds other things, and the site would take their place")
        raise Misused([Finding("use", what, say("name a new folder"), Where(str(target)))])


def _made(talk: Talk, ids: list[str], work: Work, processes: int) -> list[Article]:
    """Every scam, ready for the site. All are tried; raises Refused with all that is not final."""
    made: list[Article] = []
    refused: list[Finding] = []
    with talk.progress(ids, say("making")) as done:
        for id, result in workers.results(ids, attempt, work, processes, FEW):
            if isinstance(result, tuple):
                refused += result
            else:
                made.append(result)
            done(id)
    if refused:
        raise Refused(dict.fromkeys(refused))
    return made


def attempt(id: str, work: Work) -> Article | tuple[Finding, ...]:
    """The scam, ready for the site, or what was refused."""
    from ulotki.web.site import article

    campaign, approved = work.campaign, None
    until = campaign.until if campaign and campaign.until and campaign.until >= work.day else None
    if campaign and campaign.approval:
        approved = frozenset(code for approval in work.library.approvals for code in approval.codes)
    try:
        return article(work.library, work.library.scam(id), work.palette, work.day, until, approved)
    except Refused as trouble:
        return trouble.findings


def _said(talk: Talk, target: Path, articles: list[Article], found: dict[str, bytes], library: Library) -> None:
    from ulotki.web.site import INDEX, pdf_path, text_path

    warnings = {str(finding.what): finding for one in articles for finding in one.findings}
    talk.complain(warnings.values())
    missing = [value.ref for value in library.register if not value.value and not value.national]
    if missing:
        talk.aside(say("without a value, so left out: {refs}", refs=", ".join(missing)))
    size = f"{sum(map(len, found.values())) / 1e6:.1f}"
    talk.result(
        told(say("scams: {scams}, files: {files}, {size} MB", scams=len(articles), files=len(found), size=size))
    )
    talk.result(near(target / INDEX))
    talk.data(
        "site",
        folder=str(target),
        page=str(target / INDEX),
        scams=[
            {
                "id": one.leaflet.id,
                "page": one.page,
                "text": text_path(one),
                "pieces": [
                    {"path": pdf_path(one, piece), "pages": piece.pages, "size": len(piece.data)}
                    for piece in one.downloads
                ],
            }
            for one in articles
        ],
        files=len(found),
        missing=missing,
        findings=[as_data(finding) for finding in warnings.values()],
    )
