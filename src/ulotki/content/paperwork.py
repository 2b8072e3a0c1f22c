"""Fixed words of documents of the office: page for the host, receipt, trial sheet, lists, account; `Paperwork` has all."""

from __future__ import annotations

from collections.abc import Mapping

from ulotki.content.accounts import Summary
from ulotki.content.letters import Letter, Mail
from ulotki.content.meeting_letters import Ask, Schedule
from ulotki.content.note_words import NoteWords
from ulotki.content.place_words import PlaceWords
from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPage:
    """The first page of a bundle, for the host of the place.

    holds: heading over what is in the bundle.  each: after a count.  where_board, where_wall: for what hangs, where there are boards and where
    there are none.  where_lay: for all else.  ways: what is done with pieces of a template, by its id, instead of that.
    until_each: when not all have the same day, until_open: when none has any.  down_alt: before what a picture shows.
    ask_nobody: without a number.
    """

    title: Prose
    holds: Prose
    each: Prose
    where: Prose
    where_board: Prose
    where_wall: Prose
    where_lay: Prose
    ways: Mapping[str, Prose]
    until: Prose
    until_text: Prose
    until_each: Prose
    until_open: Prose
    down: Prose
    down_text: Prose
    down_none: Prose
    down_alt: Prose
    ask: Prose
    ask_text: Prose
    ask_nobody: Prose
    never: Prose
    nevers: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the host signs, twice. boards, remarks: before lines to write on.

    controller, retention: before who keeps the data and how long, or before a line to write it on.
    """

    title: Prose
    for_host: Prose
    for_officer: Prose
    place: Prose
    received: Prose
    code: Prose
    copies: Prose
    total: Prose
    consent_until: Prose
    consent_each: Prose
    consent_open: Prose
    yes: Prose
    no: Prose
    boards: Prose
    remarks: Prose
    day: Prose
    host: Prose
    officer: Prose
    privacy: Prose
    controller: Prose
    retention: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialPart:
    """Questions of the trial sheet. each: asked of each of five readers, with a column for each."""

    title: Prose
    ask: tuple[Prose, ...]
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is tried with a printer, a telephone and five readers, filled in by hand and sent back.

    send: where to, with the slot {{contact}}.  send_nobody: when nobody has filled that in.
    """

    title: Prose
    lead: Prose
    yes: Prose
    no: Prose
    reader: Prose
    remarks: Prose
    send: Prose
    send_nobody: Prose
    part: tuple[TrialPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """The distribution list: which place gets what, and who signs for it.

    hung, lain, stiff: heads of columns, of what hangs, lies, is on other paper.  kind, code, copies, ink_share: heads that
    only the table for a spreadsheet has.  one, short, long, by_hand, card, sticker: how a file is printed, and on what.
    blank: on the back of what has one side, where a printer leaves blank pages out.
    """

    title: Prose
    edition: Prose
    place: Prose
    kind: Prose
    code: Prose
    hung: Prose
    lain: Prose
    stiff: Prose
    day: Prose
    signature: Prose
    copies: Prose
    sheets: Prose
    ink_share: Prose
    total: Prose
    reams: Prose
    ink: Prose
    one: Prose
    short: Prose
    long: Prose
    by_hand: Prose
    blank: Prose
    card: Prose
    sticker: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """Why a piece must come down. Of a value, after what stands on the piece: changed (before what holds now), neither:
    what the register says is no better, early, expired, withdrawn, unconfirmed, empty, gone. Of the piece: over
    (before its last day), mark (before the word across it), wrong (before what was wrong with its text), edition (before
    its code), unknown: no record knows it, torn: the record that may know it cannot be read, doubt: the register cannot.
    """

    changed: Prose
    neither: Prose
    early: Prose
    expired: Prose
    withdrawn: Prose
    unconfirmed: Prose
    empty: Prose
    gone: Prose
    over: Prose
    mark: Prose
    wrong: Prose
    edition: Prose
    unknown: Prose
    torn: Prose
    doubt: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallWords:
    """The list of what must come down. secret: on every page that names people.  last: where the pictures are.

    day, places, copies, hung, pack: before what they say.  phones, looks: headings, of the way to go and of the pictures.
    number: head of the column that counts the places.  place … bring: heads of columns.  nothing, later, there: instead of
    what to bring, which is still to be made, or lies there.  same: of what comes for another piece too.
    again: of a place that goes on.  alt: before the title of a picture.  blank: instead of one.  stays, stays_text: heading
    and words of what may stay though a newer piece exists.  unwritten, maybe: while nothing was ever written down; the
    head of the column of codes that must come down if they are there.
    """

    title: Prose
    secret: Prose
    purpose: tuple[Prose, ...]
    last: Prose
    none: Prose
    day: Prose
    places: Prose
    copies: Prose
    hung: Prose
    piece: Prose
    code: Prose
    take: Prose
    boards: Prose
    bring: Prose
    nothing: Prose
    later: Prose | None = None
    there: Prose
    same: Prose
    again: Prose
    stays: Prose
    stays_text: Prose
    unwritten: tuple[Prose, ...]
    maybe: Prose
    pack: Prose
    phones: Prose
    number: Prose
    place: Prose
    host: Prose
    looks: Prose
    alt: Prose
    blank: Prose
    causes: Causes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """The account of a campaign. Every figure is words, a colon and a number.

    warned, met_people, refused: under large numbers, the last two before a second one.  of: "{{count}} z {{all}}".
    coverage: over the places; states: what became of each.  what, count: heads of the table of figures.  others: of topics.
    period: before its two days.  lost: before editions whose record is gone.  asked_yes … asked_none: consents, by place.
    kinds: what kinds of place are called, by id, "other" for one that is no more.  alt: before the numbers of a chart.
    """

    title: Prose
    period: Prose
    of: Prose
    warned: Prose
    met_people: Prose
    refused: Prose
    coverage: Prose
    states: Mapping[str, Prose]
    figures: Prose
    what: Prose
    count: Prose
    ordered: Prose
    lost: Prose
    given: Prose
    hung: Prose
    places: Prose
    boards: Prose
    asked_yes: Prose
    asked_no: Prose
    asked_none: Prose
    meetings: Prose
    attended: Prose
    people: Prose
    taken: Prose
    down: Prose
    by_kind: Prose
    kind: Prose
    no_places: Prose
    met: Prose
    no_meetings: Prose
    day: Prose
    group: Prose
    topics: Prose
    by_topic: Prose
    others: Prose
    no_topics: Prose
    alt: Prose
    made: Prose
    kinds: Mapping[str, Prose]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paperwork:
    """The words of all documents, in one language.

    kinds: what one place of each kind is called, by id.  readers: what letters say to each kind, by id.
    """

    kinds: Mapping[str, Prose]
    readers: Mapping[str, PlaceWords]
    host: HostPage
    letter: Letter
    mail: Mail
    ask: Ask
    schedule: Schedule
    receipt: Receipt
    trial: Trial
    distribution: Distribution
    recall: RecallWords
    report: ReportWords
    summary: Summary
    note: NoteWords
