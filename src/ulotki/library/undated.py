"""What was read of a library: `Undated`, and `Library`, which has the register of a day as well."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import field, fields
from pathlib import Path
from typing import Any

from ulotki.content.believed import TypedRegister
from ulotki.content.campaign import Approval, Campaign
from ulotki.content.invitation import INVITATION, invitation_campaign
from ulotki.content.meetings import Planned
from ulotki.content.paperwork import Paperwork
from ulotki.content.phrases import Phrases, Readings, Site
from ulotki.content.places import Place
from ulotki.content.prose_values import proses
from ulotki.content.publisher import Publisher
from ulotki.content.register import Register
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion, Telling
from ulotki.content.text import Prose
from ulotki.content.typography import HOME
from ulotki.content.unread import Entries, Unread
from ulotki.errors import Finding, Refused, pick
from ulotki.frozen import dataclass
from ulotki.library.places import left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """Everything that was read, and everything that could not be read, except the register, which is made for a day.

    typed: the values as their files say them, for `believed` alone.  scams: in Polish, by id.  translations: by (id,
    language).  settings: the publisher.  approved: the approvals.  strays: findings about files that are not read.  workspace: its folder, None for the national library alone.
    altered: the texts of the national library that are not the reviewed ones: pieces with their words say PROJEKT.
    meetings: that are planned.
    """

    typed: TypedRegister
    scams: Entries[str, Scam]
    phrases: Entries[str, Phrases[Prose]]
    readings: Entries[str, Readings]
    paperwork: Entries[str, Paperwork]
    sites: Entries[str, Site]
    places: Entries[str, Place]
    campaigns: Entries[str, Campaign]
    translations: Entries[tuple[str, str], Scam]
    settings: Publisher | Unread | None = None
    approved: tuple[Approval, ...] | Unread = ()
    strays: tuple[Finding, ...] = ()
    workspace: Path | None = None
    altered: frozenset[str] = frozenset()
    meetings: Entries[str, Planned] = field(default_factory=lambda: Entries({}))

    @property
    def publisher(self) -> Publisher | None:
        """The publisher, None when there are no settings. Raises Refused when they cannot be read."""
        if isinstance(self.settings, Unread):
            raise Refused(self.settings.findings)
        return self.settings

    @property
    def approvals(self) -> tuple[Approval, ...]:
        """All approvals. Raises Refused when they cannot be read."""
        if isinstance(self.approved, Unread):
            raise Refused(self.approved.findings)
        return self.approved

    def believed(self, today: datetime.date) -> Library:
        """The library as of *today*: with its register, without confirmations of a later day."""
        every = {one.name: getattr(self, one.name) for one in fields(Undated)}
        return Library(**every, register=self.typed.believed(today))

    def scam(self, id: str, lang: str = HOME) -> Scam:
        """The scam called *id* in *lang*. Raises Misused with the nearest name, Refused when it cannot be read."""
        scam = pick("scam", self.scams, id, lambda: {one.id: one.name.source for one in self.scams.values()})
        if lang == HOME:
            return scam
        known = {other: found for (name, other), found in self.translations.items() if name == id}
        if (id, lang) in self.translations.unread:
            return self.translations[id, lang]
        return pick("language", known, lang)

    @property
    def editions(self) -> tuple[Scam, ...]:
        """Every scam in every language that it has."""
        return (*self.scams.values(), *self.translations.values())

    def own(self, scam: Scam) -> bool:
        """Whether *scam* comes from the workspace: a scam of its own, or its version of a library scam."""
        return self.workspace is not None and Path(scam.at.file).is_relative_to(self.workspace)

    def altered_in(self, scams: Iterable[Scam], lang: str) -> tuple[str, ...]:
        """The altered files whose words may stand on a piece about *scams* in *lang*."""
        if not self.altered:
            return ()
        fixed = (self.phrases[lang], self.readings_in(lang))
        files = {*(scam.at.file for scam in scams), *(prose.at.file for one in fixed for prose in proses(one))}
        return tuple(sorted(files & self.altered))

    def campaign(self, id: str) -> Campaign:
        """The campaign called *id*; that of an invitation is made of its meeting.

        Raises Misused with the nearest name, Refused when it cannot be read.
        """
        meeting = id.removeprefix(INVITATION)
        if id not in self.campaigns and id != meeting and meeting in {*self.meetings, *self.meetings.unread}:
            newest = max(self.campaigns.values(), key=lambda one: one.day, default=None)
            return invitation_campaign(self.meetings[meeting], self.places, self.scams, newest)
        return pick("campaign", self.campaigns, id)

    def readings_in(self, lang: str) -> Readings | None:
        """The longer readings of a language, None when it has none. Raises Refused when they cannot be read."""
        return self.readings[lang] if lang in self.readings or lang in self.readings.unread else None

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Everything that cannot be read, except whole files of values or places."""
        shelves: tuple[Any, ...] = (
            *(self.scams, self.translations, self.phrases, self.readings, self.paperwork, self.sites),
            *(self.typed, self.places, self.campaigns, self.meetings),
        )
        alone = [one for one in (self.settings, self.approved) if isinstance(one, Unread)]
        return (*(one for shelf in shelves for one in shelf.unread.values()), *alone)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings about the files, each once, sorted by file and line."""
        lost = (*self.typed.lost, *self.places.lost, *self.meetings.lost)
        return _sorted((*self.strays, *lost, *(finding for one in self.unread for finding in one.findings)))

    def faults(self, campaign: Campaign) -> tuple[Finding, ...]:
        """Findings about unreadable places that *campaign* may be for, and about files that are not read."""
        out = (one for order in campaign.order for one in left_out(order, self.places))
        return _sorted((*self.strays, *(finding for one in out for finding in one.findings)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Library(Undated):
    """What was read of a library, with the register of a day. Whoever prints, shows or judges a value asks for this."""

    register: Register

    def telling(self, lang: str, occasion: Occasion) -> Telling:
        """The `Telling` for leaflets in *lang*. Raises Refused when a part of it cannot be read."""
        return Telling(self.phrases[lang], self.register, self.publisher, occasion, self.readings_in(lang))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.at.file, finding.at.line)))
