"""Fixed words of letters: what all of them say, and what is said to each kind of place."""

from __future__ import annotations

from ulotki.content.text import Prose
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What every letter says. post, district: of the officer.  case, phone, subject: before what they say.

    gifts: what is handed over.  both, hang, lay: the request for consent.  poster … leaflets: one and several, as in it.
    free, receipts: sentences at its end.  signature: under the line when no name is good.  enclosures, copies: heads of the list.  topics: of
    several pieces of one sort.  host, receipt: papers that are in every bundle.
    """

    post: Prose
    district: Prose
    gmina: Prose
    case: Prose
    phone: Prose
    subject: Prose
    greeting: Prose
    gifts: Prose
    both: Prose
    hang: Prose
    lay: Prose
    poster: Prose
    posters: Prose
    leaflet: Prose
    leaflets: Prose
    free: Prose
    receipts: Prose
    closing: Prose
    signature: Prose
    enclosures: Prose
    copies: Prose
    topics: Prose
    host: Prose
    receipt: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message with a letter beside it. bundle, table: what lies beside a covering letter, and one that asks for meetings.

    to, subject: before what they say, for mail programs that open no drafts.
    """

    bundle: Prose
    table: Prose
    to: Prose
    subject: Prose
