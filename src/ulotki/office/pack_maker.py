"""Makes packs of the pieces of editions: each laid out anew for the printer, once for all places."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ulotki.content.campaign import Campaign
from ulotki.content.people import Person
from ulotki.documents.bundle import draw_job, pack_jobs, pack_parts
from ulotki.documents.host_page import PICTURE
from ulotki.edition import jobs as ordering
from ulotki.edition.record import Edition, Record, RecordEntry
from ulotki.errors import Say, Where, refused, say
from ulotki.handout import laying, piece_names
from ulotki.handout.ledger import Standing
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import OldPiece, Pack, PackPiece
from ulotki.handout.quantities import PrintedPack
from ulotki.handout.recall import Visit, outdated_at
from ulotki.handout.truth import Verdict
from ulotki.library import Library
from ulotki.office.facts import Facts
from ulotki.office.pack_files import Files


def _piece(edition: Edition, code: str) -> RecordEntry:
    return next(one for one in edition.record.pieces if one.code == code)


class Maker:
    """Makes packs of editions; what several places get is laid out once."""

    def __init__(self, known: Facts, papers: Office, base: Edition, hosts: Mapping[str, Person]) -> None:
        self.known, self.papers, self.base, self.hosts = known, papers, base, hosts
        self.orders: dict[str, tuple[Campaign, dict[str, ordering.Job]]] = {}
        self.pieces: dict[str, PackPiece] = {}
        self.shown: dict[str, OldPiece] = {}

    def pack(self, id: str, wanted: Iterable[tuple[Edition, RecordEntry, int]], visit: Visit | None) -> Pack:
        """What the place *id* gets. visit: what must come down there, None for as far as we know.

        Raises Refused when a piece is not the one of the edition.
        """
        laid = ((self.piece(edition, entry), copies) for edition, entry, copies in wanted)
        pieces = tuple(sorted(laid, key=lambda pair: not pair[0].hangs))  # those for boards are printed first
        codes = {piece.code for piece, _ in pieces}
        known = self.known
        down: Iterable[Standing] = (
            outdated_at(id, known.entries, known.judge)
            if visit is None
            else (one.standing for one in visit.wrong if one.judgment.verdict is Verdict.DOWN)
        )
        old = {one.code: one.title for one in down if visit is not None or one.code not in codes}
        return Pack(known.library.places[id], self.hosts.get(id), pieces, tuple(self.old(old)), alone=visit is not None)

    def replacing(self, visit: Visit) -> Pack:
        """Only what a place needs new, and what must come down there."""
        newest = self.known.judge.newest_editions
        brings = [(newest[one.campaign], _piece(newest[one.campaign], one.code), one.copies) for one in visit.brings]
        return self.pack(visit.place, brings, visit)

    def piece(self, edition: Edition, entry: RecordEntry) -> PackPiece:
        """A piece laid out for the printer."""
        record = edition.record
        if entry.code not in self.pieces:
            laying.refuse_wrong_texts(self.known.judge.entry(entry), record.campaign, self.papers.day)
            if record.campaign not in self.orders:
                self.orders[record.campaign] = _ordered(self.known.library, record, self.papers.day)
            campaign, made = self.orders[record.campaign]
            library, names, anew = self.known.library, self.papers.names, self.anew(campaign.id)
            self.pieces[entry.code] = laying.lay_out(
                made[entry.name], entry, campaign, library, names, self.papers.day, anew
            )
        return self.pieces[entry.code]

    def anew(self, campaign: str) -> Say:
        """The command that builds a campaign for the day on the papers; without --on, build takes today."""
        ahead = f" --on {self.papers.day.isoformat()}" if self.papers.day > self.known.asked else ""
        return say("make the edition anew first: ulotki build {campaign}", campaign=f"{campaign}{ahead}")

    def runs(self, name: str) -> bool:
        """Whether a piece was ordered for longer than its last day, which is over: a value on it has ended sooner."""
        record = self.base.record
        if record.until and record.until < self.papers.day:
            return False
        campaign, made = _ordered(self.known.library, record, self.papers.day)
        return made[name].meeting is None and (made[name].until or campaign.until or self.papers.day) >= self.papers.day

    def old(self, titles: Mapping[str, str]) -> Iterator[OldPiece]:
        """Pieces as they looked, where they still lie here as they were made."""
        missing = set(titles) - set(self.shown)
        shots = self.known.pictures(missing, PICTURE)
        for code in missing:
            entry = self.known.judge.piece(code).entry
            name = piece_names.piece_name(entry, self.known.library, self.papers.names) if entry else titles[code]
            self.shown[code] = OldPiece(code, name, shots.get(code))
        yield from (self.shown[code] for code in titles)

    def files(self, one: Pack, stem: str) -> tuple[PrintedPack, Files]:
        """A pack as files, by name. Raises Refused when a page does not say what was ordered."""
        found = pack_jobs(pack_parts(one, self.papers), self.papers)
        made = {}
        for number, job in enumerate(found, 1):
            name = f"{stem}-{number}-{job.name}" if len(found) > 1 else stem
            for side, part in job.passes:
                file = "-".join(filter(None, (name, side)))
                made[f"{file}.pdf"] = (part, draw_job(part, piece_names.file_title(one.place), self.papers))
        return PrintedPack(one.place, one.pieces, found), made


def _within(until: datetime.date | None, ordered: datetime.date | None) -> bool:
    """Whether a piece that hangs until *until* is what was *ordered*: a value or a meeting may have ended it sooner."""
    return ordered is None or (until is not None and until <= ordered)


def _ordered(library: Library, found: Record, day: datetime.date) -> tuple[Campaign, dict[str, ordering.Job]]:
    """The campaign of an edition, as it speaks on *day*, and its jobs by name. Raises Refused when it now orders anything else."""
    campaign = replace(library.campaign(found.campaign), day=found.day, as_of=max(day, found.speaks))
    said = {entry.name: entry.places for entry in found.pieces}
    hangs = {entry.name: entry.until for entry in found.pieces}
    for palettes in ((), tuple(dict.fromkeys(entry.palette for entry in found.pieces))):
        made = {job.name: job for job in ordering.jobs(campaign, library, palettes)}
        now = {name: job.places for name, job in made.items()}
        if now == said and all(_within(hangs[job.name], job.until or campaign.until) for job in made.values()):
            return campaign, made
    what = say("the campaign {campaign} now orders something else than its newest edition holds", campaign=campaign.id)
    hint = say("make the edition anew first: ulotki build {campaign}", campaign=campaign.id)
    raise refused("pack", what, hint, Where(campaign.at.file))
