"""Judges a piece on a day: it holds, it may stay although a newer one exists, it must come down, or nobody can tell.

A newer piece is no reason to take an older one down. What must come down has a reason: a value that is no longer true,
a day that is over, a text that was wrong, a mark across it. Whoever asks whether a piece is good asks here.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from ulotki.content.register import Register
from ulotki.content.scam import Scam
from ulotki.content.unread import Unread
from ulotki.edition.record import Edition, Lying, Record, RecordEntry, divided
from ulotki.errors import Finding
from ulotki.frozen import dataclass
from ulotki.handout.ledger import Standing
from ulotki.handout.reasons import PrintedValue, Reason, WrongText, WrongTexts, printed_value
from ulotki.library import Library
from ulotki.templates import templates


class Verdict(StrEnum):
    """What should happen to a piece. STAYS: all of it holds, and a newer one exists."""

    HOLDS = "holds"
    STAYS = "stays"
    DOWN = "down"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgment:
    """What there is to say of a piece. entry: what its record says, None when no record that can be read knows it.

    made: every edition and draft that has it, the newest last.  values: that stand on it.  reasons: why it must come
    down, or why nobody can tell.  newer: the pieces that took its place.
    """

    code: str
    entry: RecordEntry | None
    made: tuple[Edition, ...]
    values: tuple[PrintedValue, ...]
    reasons: tuple[Reason, ...]
    newer: tuple[RecordEntry, ...]

    @property
    def verdict(self) -> Verdict:
        """What should happen to the piece."""
        if any(reason.cause != "unknown" for reason in self.reasons):
            return Verdict.DOWN
        if self.reasons:
            return Verdict.UNKNOWN
        return Verdict.STAYS if self.newer else Verdict.HOLDS

    @property
    def good(self) -> bool:
        """Whether everything on it is true and it may hang."""
        return self.verdict in (Verdict.HOLDS, Verdict.STAYS)


class Judge:
    """Judges pieces on one day by the editions, drafts, register and texts of a workspace."""

    def __init__(
        self,
        lying: Iterable[Lying],
        register: Register,
        day: datetime.date,
        texts: WrongTexts | None = None,
        recalled: Collection[str] = (),
    ) -> None:
        """lying: drafts, then editions, the oldest first. recalled: codes of editions that say what is no longer so."""
        self.editions, self.unread = divided(lying)
        self.register = register
        self.day = day
        self.texts = texts or {}
        self.recalled = frozenset(recalled)
        self.newest_editions = {one.record.campaign: one for one in self.editions if not one.draft}
        self.newest: dict[str, Record] = {campaign: one.record for campaign, one in self.newest_editions.items()}
        self._made: dict[str, list[tuple[Edition, RecordEntry]]] = {}
        for edition in self.editions:
            for entry in edition.record.pieces:
                self._made.setdefault(entry.code, []).append((edition, entry))
        self._stood: dict[tuple[str, str], PrintedValue] = {}
        self._named: dict[tuple[str, str], list[RecordEntry]] = {}
        for campaign, record in self.newest.items():
            for entry in record.pieces:
                self._named.setdefault((campaign, entry.name), []).append(entry)
        # By id, since an entry cannot be hashed; it is kept beside the answer, so no other one gets its id.
        self._good: dict[int, tuple[RecordEntry, bool]] = {}
        self._standing: dict[tuple[str, str, datetime.date | None], Judgment] = {}

    @property
    def lying(self) -> tuple[Lying, ...]:
        """Everything that it judges by."""
        return *self.editions, *self.unread

    def piece(self, code: str, campaigns: Sequence[str] = (), until: datetime.date | None = None) -> Judgment:
        """The judgment of the piece *code*.

        campaigns: in which a newer one is looked for; () for those that made it.  until: a day that was agreed for it.
        """
        if made := self._made.get(code):
            return self.entry(made[-1][1], campaigns, until)
        unknown = Reason("unknown", folders=tuple(one.where for one in self.unread))
        return Judgment(code, None, (), (), (*self._over(None, until), unknown), ())

    def entry(self, entry: RecordEntry, campaigns: Sequence[str] = (), until: datetime.date | None = None) -> Judgment:
        """The judgment of an entry of a record; the arguments are those of `piece`."""
        made = tuple(edition for edition, _ in self._made.get(entry.code, ()))
        values = tuple(self.stood(ref, text) for ref, text in sorted(entry.values.items()) if text)
        reasons = tuple(self._reasons(entry, values, until))
        own = campaigns or tuple(dict.fromkeys(edition.record.campaign for edition in made))
        newer = (one for campaign in own for one in self.successors(campaign, entry.name) if one.code != entry.code)
        return Judgment(entry.code, entry, made, values, reasons, tuple(newer))

    def standing(self, one: Standing) -> Judgment:
        """The judgment of a piece at a place, in its campaign and with the last day that was agreed there."""
        asked = (one.code, one.campaign, one.until)
        if asked not in self._standing:
            self._standing[asked] = self.piece(one.code, (one.campaign,), one.until)
        return self._standing[asked]

    def good(self, entry: RecordEntry) -> bool:
        """Whether a piece of an edition may be handed out on the day."""
        if id(entry) not in self._good:
            self._good[id(entry)] = (entry, self.entry(entry).good)
        return self._good[id(entry)][1]

    def successors(self, campaign: str, name: str) -> tuple[RecordEntry, ...]:
        """The pieces of that name in the newest edition of a campaign: one, or none."""
        return tuple(self._named.get((campaign, name), ()))

    def stood(self, ref: str, text: str) -> PrintedValue:
        """What became of the value *ref*, of which a piece says *text*."""
        if (ref, text) not in self._stood:
            self._stood[ref, text] = printed_value(ref, text, self.register, self.day)
        return self._stood[ref, text]

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """Why the scam files of a piece cannot be read."""
        torn = (
            one for entries in self._made.values() for one in text_reasons([entry for _, entry in entries], self.texts)
        )
        return tuple(dict.fromkeys(fault for one in torn if one.text for fault in one.text.findings))

    def _over(self, entry: RecordEntry | None, until: datetime.date | None) -> Iterator[Reason]:
        """The reason that its last day is over. The agreed day is known even when no record knows the piece."""
        over = last_day(entry, until)
        if over and over < self.day:
            yield Reason("until", until=over)

    def _reasons(
        self, entry: RecordEntry, values: Sequence[PrintedValue], until: datetime.date | None
    ) -> Iterator[Reason]:
        if entry.mark:
            yield Reason("mark", mark=entry.mark)
        yield from self._over(entry, until)
        yield from (Reason("unknown" if one.torn else "value", value=one) for one in values if not one.holds)
        yield from text_reasons([entry, *(one for _, one in self._made.get(entry.code, ()))], self.texts)
        yield from self._recalled(entry)

    def _recalled(self, entry: RecordEntry) -> Iterator[Reason]:
        """The reason that every edition that has the piece is recalled: its meeting is on another day, or on none."""
        made = [edition.record.edition for edition, _ in self._made.get(entry.code, ()) if not edition.draft]
        if made and self.recalled.issuperset(made):
            yield Reason("edition", edition=made[-1])


def last_day(entry: RecordEntry | None, until: datetime.date | None) -> datetime.date | None:
    """The last day of a piece: the earlier of the printed day and the agreed day *until*. None for no bound."""
    printed = entry.until if entry else None
    return min((day for day in (until, printed) if day), default=None)


def wrong_texts(scams: Iterable[Scam | Unread]) -> dict[tuple[str, str], WrongText | Unread]:
    """The texts that declare an earlier version wrong, and those that cannot be read, by (scam, language)."""
    found: dict[tuple[str, str], WrongText | Unread] = {}
    for one in scams:
        if isinstance(one, Unread):
            if one.kind == "scam":
                found[one.id, one.group] = one
        elif one.wrong_before:
            found[one.id, one.lang] = WrongText(one.wrong_before, one.wrong_why or "", one.title.source)
    return found


def text_reasons(entries: Sequence[RecordEntry], texts: WrongTexts) -> Iterator[Reason]:
    """Which texts of a piece were wrong, or may have been. entries: all that records say of its code, one at least.

    The same code is the same words, so the newest text that made it counts. A record that names no texts is of an older
    program, and they are as old; of a piece about several scams it names only the first.
    """
    first, named = entries[0], [entry.texts for entry in entries if entry.texts is not None]
    template = templates().get(first.template)
    several = template is not None and template.whole
    for (scam, lang), wrong in texts.items():
        days = [told[scam] for told in named if scam in told]
        sure = bool(days) if named else scam == first.scam
        if lang != first.lang or not (sure or (not named and several)):
            continue
        if isinstance(wrong, Unread):
            if sure:
                yield Reason("unknown", text=wrong)
        elif max(days, default=datetime.date.min) < wrong.before:
            yield Reason("wrong" if sure else "unknown", wrong=wrong)


def mended_pieces(known: Record, library: Library) -> frozenset[str]:
    """The names of the pieces of an edition whose texts were wrong and have been corrected since, even if nothing else changed."""
    texts = wrong_texts(library.editions)
    return frozenset(entry.name for entry in known.pieces if next(text_reasons([entry], texts), None))
