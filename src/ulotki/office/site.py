"""Pages for the unit's web site, as a folder to upload: whole, final, or not at all."""

from __future__ import annotations

import datetime
from pathlib import Path

from ulotki.content.publisher import Publisher
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.errors import pick, say
from ulotki.frozen import dataclass
from ulotki.look import PALETTES
from ulotki.office import Outcome, Tries
from ulotki.office.site_articles import IN, SiteWork, collect_articles
from ulotki.web.article import INDEX, Article, pdf_path, text_path
from ulotki.web.frame import SiteInfo
from ulotki.web.site import MARKER, files
from ulotki.workspace import Workspace, editions, read, writing


@dataclass(frozen=True, slots=True)
class SiteRequest:
    """campaign: only its scams; None for all.  day: None for today.  out: where to, None for site/ in the workspace."""

    campaign: str | None = None
    palette: str = "colour"
    day: datetime.date | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to download, from the folder of the site; how many pages and bytes it has."""

    path: str
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class SitePage:
    """The pages of a scam, from the folder of the site, and its pieces."""

    id: str
    page: str
    text: str
    pieces: tuple[SiteFile, ...]


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """What was made. page: to begin with.  files, bytes: of all.  missing: refs of values that are not there."""

    folder: Path
    page: Path
    scams: tuple[SitePage, ...]
    files: int
    bytes: int
    missing: tuple[str, ...]


def make_site(
    workspace: Workspace | None, request: SiteRequest, today: datetime.date, tries: Tries[str, SiteWork, Article]
) -> Outcome[WrittenSite]:
    """Make the pages. Raises Refused with all that is not final, Misused when the folder holds anything else."""
    inks = pick("palette", PALETTES, request.palette)
    target = request.out or (workspace.folder if workspace else Path()) / "site"
    what = say("this folder holds other things, and the site would take their place")
    writing.spare(target, lambda folder: not any(folder.iterdir()) or (folder / MARKER).is_file(), what)
    library = read(workspace.folder if workspace else None).believed(today)
    named = request.campaign
    campaigns = bool(library.campaigns or library.campaigns.unread)
    chosen = editions.campaign(library, named, today) if named or campaigns else None
    first = list(dict.fromkeys(id for order in chosen.order for id in order.scams)) if chosen else []
    ids = first if named else [*first, *(id for id in (*library.scams, *library.scams.unread) if id not in first)]
    day = request.day or today
    told = {(scam.id, scam.lang) for scam in library.editions if scam.lang in library.sites}
    asked = [f"{id}{IN}{lang}" for lang in LANGUAGES for id in ids if lang == HOME or (id, lang) in told]
    articles = collect_articles(tries(asked, SiteWork(library, chosen, inks, day)))
    publisher = library.publisher or Publisher()
    found = files(articles, library.sites, first, SiteInfo(publisher.site, publisher.unit, day))
    with writing.folder(target) as part:
        for path, data in found.items():
            writing.put(part / path, data)
    missing = tuple(value.ref for value in library.register if not value.value and not value.national)
    pages = tuple(_page(one) for one in articles)
    made = WrittenSite(target, target / INDEX, pages, len(found), sum(map(len, found.values())), missing)
    warnings = {str(finding.what): finding for one in articles for finding in one.findings}
    asides = (say("without a value, so left out: {refs}", refs=", ".join(missing)),) if missing else ()
    return Outcome(made, tuple(warnings.values()), asides)


def _page(one: Article) -> SitePage:
    pieces = tuple(SiteFile(pdf_path(one, piece), piece.pages, len(piece.data)) for piece in one.downloads)
    return SitePage(one.name, one.page, text_path(one), pieces)
