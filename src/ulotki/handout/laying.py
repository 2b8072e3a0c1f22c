"""Pieces of an edition laid out again for the printer, and only those that hold."""

from __future__ import annotations

import datetime

from ulotki.content.campaign import Campaign
from ulotki.content.phrases import DeskWords
from ulotki.content.publisher import Printer
from ulotki.content.typography import HOME
from ulotki.edition.jobs import Job, proved
from ulotki.edition.record import RecordEntry
from ulotki.errors import Finding, Refused, Say, refused, say
from ulotki.handout.pack import PackPiece
from ulotki.handout.piece_names import kind_name, piece_name
from ulotki.handout.reasons import reason_sentence
from ulotki.handout.truth import Judgment
from ulotki.library import Library
from ulotki.page.heard import first_of, spoken
from ulotki.press import Proof, imposition


def refuse_wrong_texts(judgment: Judgment, campaign: str, day: datetime.date) -> None:
    """See that no text of a piece was wrong. Raises Refused when one was: the same words too must be made anew."""
    hint = say("make the edition anew first: ulotki build {campaign}", campaign=campaign)
    found = [Finding("pack", reason_sentence(one, day), hint) for one in judgment.reasons if one.cause == "wrong"]
    if found:
        raise Refused(found)


def lay_out(
    job: Job, entry: RecordEntry, campaign: Campaign, library: Library, names: DeskWords, day: datetime.date, anew: Say
) -> PackPiece:
    """*job*, laid out anew for the printer. Raises Refused unless it is, unmarked, the piece that *entry* says.

    entry: of an edition.  day: on which all that stands on it must hold.  anew: how that edition is made again.
    """
    made = proved(job, campaign, library)
    _refuse_another(made, entry, day, anew)
    printer = library.publisher.printer if library.publisher else Printer()
    sheets = imposition(made, printer)
    edge, each = (sheets.duplex, sheets.pieces) if sheets else (made.template.duplex, 1)
    whole = zip(sheets.pages if sheets else made.pages, made.pages, strict=True)
    pages = tuple(first_of(sheet, page, each) for sheet, page in whole)
    covered = each * made.paper.width * made.paper.height / (pages[0].width * pages[0].height)
    return PackPiece(
        code=made.code,
        name=piece_name(entry, library, names, job),
        hangs=made.template.hangs,
        until=entry.until,
        pages=pages if entry.lang == HOME else tuple(spoken(page, entry.lang) for page in pages),
        duplex=edge if len(pages) > 1 else None,
        each=each,
        stock=made.template.stock,
        ink=entry.ink * covered,
        template=made.template.id,
        kind=kind_name(entry, names),
    )


def _refuse_another(made: Proof, entry: RecordEntry, day: datetime.date, anew: Say) -> None:
    """Raises Refused unless *made* is, unmarked, the piece that *entry* says, and all that stands on it holds on *day*."""
    for ref, value in made.values.items():
        if not (state := value.state(day)).holds:
            told = {"piece": entry.name, "ref": ref, "value": value.printed, "state": say(state.value)}
            hint = say("do not print it; put the value right, then: ulotki build")
            raise refused("pack", say('{piece}: {ref} = "{value}" is {state}', **told), hint, value.at)
    if made.mark:
        what = say("{piece} is marked {mark}: it is not handed out", piece=entry.name, mark=made.mark.value)
        raise refused("pack", what, anew)
    if made.code != entry.code:
        codes = {"code": made.code, "other": entry.code}
        what = say("{piece} would now be {code}, and the edition has {other}", piece=entry.name, **codes)
        raise refused("pack", what, anew)
