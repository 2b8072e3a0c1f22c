"""Why a code is not found in the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ulotki.edition.record import Edition, Unreadable
from ulotki.errors import Finding, Say, say
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import HandOver
from ulotki.handout.spelling import similar_codes
from ulotki.page.piece_code import well_formed


def known_codes(editions: Sequence[Edition]) -> frozenset[str]:
    """Every code of a piece or an edition in the records."""
    return frozenset(
        code for edition in editions for code in (edition.record.edition, *(one.code for one in edition.record.files))
    )


def codes_handed_over(entries: Iterable[LedgerEntry]) -> dict[str, int]:
    """The codes of pieces and editions that were ever handed over → the last entry that says so: all of them are ours."""
    found: dict[str, int] = {}
    for one in entries:
        deed = one.deed
        if isinstance(deed, HandOver):
            found |= dict.fromkeys((deed.edition, *(piece.code for piece in deed.pieces)), one.seq)
    return found


def why_unsure(editions: Sequence[Edition], unread: Sequence[Unreadable], lost: Sequence[str]) -> Say | None:
    """Why nobody can say that a piece is not ours, None when all that was made is known. lost: what was here and is gone."""
    if unread:
        return say("these records cannot be read: {folders}", folders=", ".join(one.where for one in unread))
    if lost:
        return say("this was here, and is gone or cannot be read: {lost}", lost=", ".join(lost))
    return None if editions else say("no edition lies here")


def explain_unknown(
    code: str,
    editions: Sequence[Edition],
    unread: Sequence[Unreadable] = (),
    given: Mapping[str, int] = MappingProxyType({}),
    lost: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Why *code* is not found: it is mistyped, or no record has it; () when a record has it.

    unread, lost: see `why_unsure`.  given: see `codes_handed_over`.
    """
    known = known_codes(editions)
    if code in known:
        return ()
    if code in given:
        what = say(
            "entry {number} of the ledger handed {code} over, and no record says what stands on it",
            number=given[code],
            code=code,
        )
        return (Finding("unsure", what, say("look at it, or bring the folder of its edition back from a backup")),)
    if well_formed(code) and (why := why_unsure(editions, unread, lost)):
        what = say("I cannot tell whose {code} is: {why}", code=code, why=why)
        hint = say("bring back from a backup what is missing, and ask again; until then do not say yes or no")
        return (Finding("unsure", what, hint),)
    if well_formed(code):
        what = say("nobody made a leaflet with the code {code} in this folder", code=code)
        hint = say("do not trust the sheet; call the unit by a number that you know yourself, not by one on the sheet")
        return (Finding("unknown", what, hint),)
    close = similar_codes(code, known)
    hint = say("did you mean {codes}?", codes=", ".join(close)) if close else say("check every character of the code")
    return (Finding("mistyped", say("{code} is mistyped: no code is written like that", code=code), hint),)
