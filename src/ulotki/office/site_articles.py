"""Makes the pages of each scam for the unit's web site, or says why they are not final."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from ulotki.content.campaign import Campaign
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Refused
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.look import Palette
from ulotki.web.article import Article
from ulotki.web.pieces import article


@dataclass(frozen=True, slots=True)
class SiteWork:
    """What all scams of a site share. campaign: None when none was asked for and none has begun."""

    library: Library
    campaign: Campaign | None
    palette: Palette
    day: datetime.date


IN = "@"
"""Between a scam and its language in the name of what is made."""


def collect_articles(results: Iterable[tuple[str, Article | tuple[Finding, ...]]]) -> list[Article]:
    """Every scam, ready for the site. All are tried; raises Refused with all that is not final."""
    made: list[Article] = []
    refused: list[Finding] = []
    for _id, result in results:
        if isinstance(result, tuple):
            refused += result
        else:
            made.append(result)
    if refused:
        raise Refused(dict.fromkeys(refused))
    return made


def try_article(id: str, work: SiteWork) -> Article | tuple[Finding, ...]:
    """The scam, ready for the site, or what was refused."""
    campaign, approved = work.campaign, None
    until = campaign.until if campaign and campaign.until and campaign.until >= work.day else None
    if campaign and campaign.approval:
        approved = frozenset(code for approval in work.library.approvals for code in approval.codes)
    try:
        scam, _, lang = id.partition(IN)
        return article(work.library, work.library.scam(scam, lang or HOME), work.palette, work.day, until, approved)
    except Refused as trouble:
        return trouble.findings
