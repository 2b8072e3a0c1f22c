"""Whether a value has room on the pieces that are ordered."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.campaign import Campaign
from ulotki.content.register import Register
from ulotki.content.value import Value
from ulotki.edition.jobs import Job, jobs, proved
from ulotki.errors import Finding, Refused, say
from ulotki.library import Library


def fit_warnings(library: Library, value: Value, day: datetime.date) -> Iterator[Finding]:
    """A warning for each template, format and palette that refuses *value* and would take it while it is empty.

    Asked are the pieces of all campaigns, as they would be once it holds, on *day* or later: the next one is often like the
    last. Of several that refuse alike the first is named.
    """
    told: set[tuple[str, str, str, str]] = set()
    empty = replace(value, value="", before=None)
    without = replace(library, register=Register({**library.register.values, value.ref: empty}))
    for campaign in library.campaigns.values():
        later = replace(campaign, day=max(campaign.day, day, value.valid_from or day))
        for job in _ordered(campaign, library):
            how = (job.template, job.format, job.palette, job.lang)
            if how in told or not (refused := _refusal(job, later, library)):
                continue
            if _refusal(job, later, without) is None:
                told.add(how)
                yield _warning(job, refused, value)


def _warning(job: Job, refused: Finding, value: Value) -> Finding:
    piece = {"template": job.template, "format": job.format, "palette": job.palette}
    what = say("{template} {format} {palette} has no room for {ref}: {why}", **piece, ref=value.ref, why=refused.what)
    return Finding("fit", what, say("make it shorter, or order another template"), value.at, grave=False)


def _ordered(campaign: Campaign, library: Library) -> tuple[Job, ...]:
    try:
        return jobs(campaign, library)
    except Refused:
        return ()


def _refusal(job: Job, campaign: Campaign, library: Library) -> Finding | None:
    """Why the piece cannot be printed, None when it can."""
    try:
        proved(job, campaign, library)
    except Refused as trouble:
        return next(iter(trouble.findings), None)
    return None
