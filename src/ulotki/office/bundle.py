"""One bundle: what a place was given, how much of it hangs, and who took it."""

from __future__ import annotations

import datetime

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.edition import record as records
from ulotki.edition.record import Record, RecordEntry
from ulotki.errors import misused, pick, say
from ulotki.frozen import dataclass
from ulotki.handout.deeds import GivenPiece, HandOver, Personal
from ulotki.office.answers import checked_name, checked_text, refuse_more_hung
from ulotki.templates import templates


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """What somebody says of bundles; None or () for what was not said. at: when it is written, UTC.

    places: words that mean them; everything: all for which something is ordered.  edition: by code or folder.
    pieces: codes or names.  copies, hung: of each.  who: "" for nobody, None for whom people.toml names.
    anyway: also what is unlikely to be meant.
    """

    at: str
    places: tuple[str, ...] = ()
    everything: bool = False
    edition: str | None = None
    campaign: str | None = None
    pieces: tuple[str, ...] = ()
    copies: int | None = None
    hung: int | None = None
    until: datetime.date | None = None
    who: str | None = None
    consent: bool | None = None
    note: str = ""
    day: datetime.date | None = None
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a place was given, and who took it. over: the last day on which the pieces say that they hang."""

    deed: HandOver
    personal: Personal
    over: datetime.date | None = None


def bundle(
    record: Record, place: Place, host: Person | None, request: HandOverRequest, day: datetime.date
) -> Bundle | None:
    """What *place* was given on *day*, None when nothing is ordered for it. Raises Misused for what cannot be."""
    pieces = _pieces(record, place, request)
    if not pieces:
        return None
    digest, content = (records.digest(record), records.content_digest(record)) if record.bound else ("", "")
    deed = HandOver(day, place.id, record.campaign, record.edition, pieces, request.consent, digest, content)
    over = None if request.until else max((one.until for one in pieces if one.until), default=None)
    return Bundle(deed, _taker(host, request.who, checked_text(request.note)), over)


def _pieces(found: Record, place: Place, request: HandOverRequest) -> tuple[GivenPiece, ...]:
    """What of an edition *place* gets. Raises Misused for a piece that is not in it, and for more hung than given."""
    known = {word: file for file in found.pieces for word in (file.code, file.name)}
    wanted = {pick("piece", known, word).code for word in request.pieces}
    given: list[GivenPiece] = []
    for file in found.pieces:
        ours = file.ordered(place.id)
        if file.code not in wanted and (wanted or not ours):
            continue
        copies = request.copies or ours
        if not copies:
            what = say("nothing of {piece} is ordered for {place}", piece=file.name, place=place.id)
            raise misused(what, say("say how many it got: --copies N"))
        until = request.until or file.until or found.until
        given.append(GivenPiece(file.code, file.name, file.title, copies, _hung(file, place, request, copies), until))
    return tuple(given)


def _hung(file: RecordEntry, place: Place, request: HandOverRequest, copies: int) -> int:
    """How many copies are on boards: as they were given; else one on each board, and none without consent."""
    refuse_more_hung(request.hung, copies)
    if request.consent is False:
        return 0
    if request.hung is not None:
        return request.hung
    template = templates().get(file.template)
    return min(copies, place.boards) if template and template.hangs else 0


def _taker(host: Person | None, who: str | None, note: str) -> Personal:
    """Who took a bundle: the one who was named, or else the host of the place. Raises Misused for what is not a name."""
    if who is not None and not (host and host.name == checked_name(who)):
        return Personal(checked_name(who), "", note)
    return Personal(host.name, host.phone, note) if host else Personal(note=note)
