"""The fixed words that templates and the web site print, and longer readings, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ulotki.content.talks import Talks
from ulotki.content.text import Prose
from ulotki.frozen import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases(Generic[T]):
    """Fixed words, as `Prose` in the library and as `Words` on a leaflet.

    Slots: {{until}} is a day in words, {{issuer}} is the publisher. In `also` and `officer_also`, {{number}} is an old
    number that still holds and {{day}} its last day.
    """

    kicker: T
    verdict: T
    voice_phone: T
    voice_message: T
    voice_web: T
    voice_door: T
    voice_event: T
    signs: T
    write_in: T
    money_gone: T
    no_blame: T
    call_now: T
    call: T
    send: T
    officer: T
    officer_also: T
    stamp: T
    impostor: T
    free: T
    issuer: T
    until: T
    also: T
    code: T
    overview_title: T
    overview_order: T
    overview_other: T
    overview_other_said: T
    overview_of: T
    meeting_title: T
    meeting_day: T
    meeting_hour: T
    meeting_at: T
    meeting_place: T
    meeting_topics: T
    meeting_free: T
    meeting_ask: T
    meeting_call: T
    card_ask: T
    card_order: T
    card_bank: T
    card_close: T
    card_neighbours: T
    card_hurry: T
    card_hurry_said: T
    card_silence: T
    card_silence_said: T
    card_money: T
    card_money_said: T
    card_stay: T
    card_stay_said: T
    card_wait: T
    steps: T
    story: T
    aftermath: T
    youth_rule: T
    youth_line: T
    strip: T
    strip_take: T
    strip_officer: T
    letter_title: T
    letter_body: T
    letter_pass: T
    letter_list: T
    letter_house: T
    letter_day: T
    appeal_title: T
    appeal_when: T
    sticker_phone_ask: T
    sticker_phone_order: T
    sticker_door_ask: T
    sticker_door_order: T
    glossary_title: T
    glossary_read: T
    code_alt: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A hard word. read: how it sounds, None when as written.  meaning: in a sentence or two."""

    word: Prose
    read: Prose | None = None
    meaning: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSheet:
    """The words on the test sheet of a printer.

    lines: what to do.  outcomes: what the back may show, each with what to write into the settings.  front, back: beside the
    arrow of each side.  over: on the back, where to read on.
    """

    title: Prose
    lines: tuple[Prose, ...]
    outcomes: tuple[Prose, ...]
    front: Prose
    back: Prose
    over: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """The words of a job ticket for a print shop: the names of its lines, and their contents.

    built, embedded, preflight: to what standard, and who checks it.  marked, unmarked: beside the bleed.  one, short, long:
    how it is printed, by the edge that it turns over.  black, process: its inks.  uncoated: a whole sentence for paper that the
    profile is not for.  bare: before words that stay white.
    sheet, card, sticker: paper, when the workspace does not say; sheet_bare, card_bare: where people write or stamp.
    trimmed, folded, cut, apart: what is done after printing.  keep: a whole sentence.  nobody: when it names nobody to ask.
    """

    title: Prose
    file: Prose
    built: Prose
    embedded: Prose
    trim: Prose
    bleed: Prose
    marked: Prose
    unmarked: Prose
    pages: Prose
    sides: Prose
    one: Prose
    short: Prose
    long: Prose
    inks: Prose
    black: Prose
    process: Prose
    uncoated: Prose
    bare: Prose
    stock: Prose
    sheet: Prose
    sheet_bare: Prose
    card: Prose
    card_bare: Prose
    sticker: Prose
    finishing: Prose
    trimmed: Prose
    folded: Prose
    cut: Prose
    apart: Prose
    copies: Prose
    code: Prose
    due: Prose
    preflight: Prose
    keep: Prose
    contact: Prose
    nobody: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWords:
    """The words on the list for the duty desk.

    secret: on every page, that it must not be given out.  purpose: what to do, in steps.  printed: before the day.
    pieces: before their count.  common: before what stands on all pieces.  others: before whose the other
    values are.  ledger: before its entries and its last hash.
    until: before its last day, always: when it has none.  stale: of a piece on which something does not hold any more.  alt: before the title of a picture.
    template, format, palette, language: what people call them, by id.
    """

    title: Prose
    secret: Prose
    purpose: tuple[Prose, ...]
    printed: Prose
    pieces: Prose
    common: Prose
    others: Prose
    ledger: Prose
    until: Prose
    always: Prose
    stale: Prose
    alt: Prose
    template: Mapping[str, Prose]
    format: Mapping[str, Prose]
    palette: Mapping[str, Prose]
    language: Mapping[str, Prose]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The words on the pages of a web site, besides the words of the leaflets.

    skip: past what every page begins with.  all: leads to the list.  first: over the scams of a campaign.  phone … event:
    over those that come that way.  call … text: headings, and names of files.  page, pages, many_pages: beside 1, 2, 5.
    upload: for those who put the pages on the internet.  lead: what the list is, for those who search.  reviewed: before a day.
    share, by_mail, send, print: how a page is passed on.  contact, accessibility: at its end.
    """

    skip: Prose
    all: Prose
    first: Prose
    phone: Prose
    message: Prose
    web: Prose
    door: Prose
    event: Prose
    call: Prose
    report: Prose
    downloads: Prose
    poster: Prose
    leaflet: Prose
    large_print: Prose
    text: Prose
    page: Prose
    pages: Prose
    many_pages: Prose
    lead: Prose
    share: Prose
    by_mail: Prose
    send: Prose
    print: Prose
    reviewed: Prose
    contact: Prose
    accessibility: Prose
    upload: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Texts that are longer than a leaflet.

    appeal: read aloud in church, sentence by sentence, a line in each breath.  term: the glossary.  test_sheet: for the printer.  ticket: for
    the print shop.  desk: for the duty desk.
    talks: with seniors and at schools.
    """

    appeal: tuple[Prose, ...]
    term: tuple[Term, ...]
    test_sheet: TestSheet
    ticket: Ticket
    desk: DeskWords
    talks: Talks
