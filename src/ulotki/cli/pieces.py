"""`ulotki show`, `gallery`, `site`, `check`: pieces without a campaign, one or all; `numbers due`: which of their values need attention."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ulotki import documents, office
from ulotki.cli import options, target
from ulotki.cli.language import _, megabytes, page_voice, path_text, translate
from ulotki.cli.talk import Talk
from ulotki.content import due_list
from ulotki.errors import say
from ulotki.workspace import read, writing

FEW = 3
"""Scams of a site for which a second process is not worth its start: each has three pieces."""


@click.argument("scam", metavar=_("SCAM"))
@click.option("--template", default="poster", show_default=True, help=_("poster, leaflet …: list templates shows all."))
@click.option("--format", "paper", metavar=_("FORMAT"), help=_("Paper; else the first that the template is drawn for."))
@options.palette
@click.option("--for", "purpose", default="office", show_default=True, help=_("office, web or press."))
@click.option("--sheet", is_flag=True, help=_("On the sheet that goes through the printer, with cut marks."))
@click.option("--text-lang", default="pl", show_default=True, help=_("The language of the piece."))
@options.on
@target.output(_("FILE.pdf, .png, .txt or .html; else its own name."))
@click.option(
    "--dpi", type=click.IntRange(20, 600), default=150, show_default=True, help=_("Dots per inch of a picture.")
)
@options.opened
def show(talk: Talk, opened: bool, **given: Any) -> office.Outcome[office.show.ShownPiece]:
    outcome = office.show.show(talk.here, office.show.ShowRequest(**given), options.today())
    return talk.made(outcome, outcome.value.file, opened)


@options.palette
@options.on
@click.option("--out", type=options.FOLDER, help=_("Where to; else gallery/ in the workspace's out/."))
@options.opened
def gallery(talk: Talk, opened: bool, **given: Any) -> office.Outcome[office.gallery.Gallery]:
    request = office.gallery.GalleryRequest(voice=page_voice(), **given)
    outcome = office.gallery.gallery(talk.here, request, options.today(), talk.begin(say("making")))
    return talk.made(outcome, outcome.value.page, opened)


@click.option(
    "--campaign", metavar=_("ID"), help=_("Only the scams of this campaign; else all, those of the newest first.")
)
@options.palette
@options.on
@click.option("-o", "--out", type=options.FOLDER, help=_("Where to; else site/ in the workspace."))
@options.jobs
@options.opened
def site(talk: Talk, jobs: int, opened: bool, **given: Any) -> office.Outcome[office.site.WrittenSite]:
    tries = office.trying.trying(talk.begin(say("making")), office.site_articles.try_article, str, jobs, FEW)
    outcome = office.site.make_site(talk.here, office.site.SiteRequest(**given), options.today(), tries)
    made = outcome.value
    counts = {"scams": len(made.scams), "files": made.files, "size": megabytes(made.bytes)}
    talk.result(say("scams: {scams}, files: {files}, {size}", **counts))
    return talk.made(outcome, made.page, opened)


@options.words("--only", metavar=_("WORD"), help=_("Only this scam, template or place."))
@click.option("--strict", is_flag=True, help=_("A warning counts like a fault."))
@options.on
def check(
    talk: Talk, only: tuple[str, ...], strict: bool, day: datetime.date | None
) -> office.Outcome[office.checking.Checked]:
    library, today = read(talk.folder).believed(options.today()), day or options.today()
    outcome = office.checking.check(library, only, today, talk.begin(say("checking")))
    talk.complain(outcome.findings, err=False)
    counts = {"pieces": outcome.value.pieces, "findings": len(outcome.findings)}
    outcome = replace(outcome, final=outcome.final and not (strict and outcome.findings))
    return talk.answer(outcome, say("pieces checked: {pieces}, findings: {findings}", **counts))


@click.option(
    "--days", type=click.IntRange(0, 3660), default=due_list.DAYS, show_default=True, help=_("How far ahead.")
)
@click.option(
    "--ics", type=options.FILE, callback=target.writable(), help=_("Write a calendar that other programs read.")
)
@options.on
def due(talk: Talk, days: int, ics: Path | None, day: datetime.date | None) -> office.Outcome[office.due.Dues]:
    outcome = office.due.find_due(read(talk.folder).believed(options.today()), days, day or options.today())
    entries = outcome.value.due
    talk.result(*(say("{day}  {ref}: {what}", day=one.day, ref=one.ref, what=one.what) for one in entries))
    if ics and entries:
        writing.write(ics, documents.calendar.due_calendar(entries, translate))
        talk.file = ics
        talk.aside(say("calendar: {path}", path=path_text(ics)))
    elif ics and not outcome.findings:
        talk.aside(say("no calendar is written: it would be empty"))
    return outcome
