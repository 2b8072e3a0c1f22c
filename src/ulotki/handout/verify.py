"""Looks up a code, a file or a folder in the records. `truth` decides whether the piece still holds."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from ulotki.edition.record import Edition, Record, RecordEntry, Unreadable
from ulotki.errors import Finding, Say, say
from ulotki.handout.chain import LedgerEntry
from ulotki.handout.deeds import HandOver
from ulotki.handout.reasons import Reason, reason_sentence
from ulotki.handout.truth import Judgment
from ulotki.page.piece_code import SIGNS, code_of, well_formed

HEARD = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Letters that a code does not have, and the characters that Crockford base32 reads for them."""


def normalize_code(text: str) -> str:
    """*text* in the spelling of a code, whatever its case, spaces and hyphens: "k7qf3 m2d9x" is "K7QF3-M2D9X"."""
    signs = re.sub(r"[\s\-–—_.]", "", text).upper().translate(HEARD)
    return f"{signs[:5]}-{signs[5:]}" if len(signs) == SIGNS + 1 else signs


def similar_codes(code: str, known: Collection[str]) -> tuple[str, ...]:
    """The codes of *known* that may be meant by *code*: those with one mistake, else similar ones; at most three."""
    slips = sorted(one for one in known if _one_slip(code.replace("-", ""), one.replace("-", "")))
    return tuple(slips or difflib.get_close_matches(code, sorted(known), n=3, cutoff=0.6))[:3]


def _one_slip(given: str, meant: str) -> bool:
    """Whether one character is wrong, missing or too many, or two neighbours are exchanged."""
    if len(given) == len(meant):
        wrong = [place for place, (one, other) in enumerate(zip(given, meant, strict=True)) if one != other]
        swapped = len(wrong) == 2 and given[wrong[0]] == meant[wrong[1]] and given[wrong[1]] == meant[wrong[0]]
        return len(wrong) == 1 or swapped
    if abs(len(given) - len(meant)) != 1:
        return False
    short, long = sorted((given, meant), key=len)
    return any("".join(part) == short for part in combinations(long, len(short)))


def find_pieces(code: str, editions: Sequence[Edition]) -> tuple[RecordEntry, ...]:
    """The piece with this *code*, or all of the edition with it; () when there is none. editions: the oldest first."""
    for edition in reversed(editions):
        if found := [entry for entry in edition.record.pieces if entry.code == code]:
            return (found[0],)
    whole = [edition.record for edition in editions if edition.record.edition == code]
    return whole[-1].pieces if whole else ()


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


NOTHING: Mapping[str, int] = MappingProxyType({})


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
    given: Mapping[str, int] = NOTHING,
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
    hint = say("did you mean {codes}?", codes=", ".join(close)) if close else say("read the code again, sign by sign")
    return (Finding("mistyped", say("{code} is mistyped: no code is written like that", code=code), hint),)


def piece_findings(judgment: Judgment, day: datetime.date) -> tuple[Finding, ...]:
    """The findings about a judged piece: why it must come down, and that a newer one exists."""
    newer = say("it may stay; a newer one has taken its place: {code}") if judgment.good else say("a newer one: {code}")
    return (
        *(Finding(reason.cause, reason_sentence(reason, day), _remedy(reason)) for reason in judgment.reasons),
        *(Finding("newer", replace(newer, values=(("code", one.code),)), grave=False) for one in judgment.newer),
    )


def _remedy(reason: Reason) -> Say:
    match reason.cause:
        case "mark":
            return say("take it down; what may hang lies in an edition")
        case "unknown" if reason.value is not None or reason.text is not None:
            return say("what is wrong with the file says: ulotki check")
        case "unknown" if reason.wrong is not None:
            return say("look at it: if that swindle is on it, take it down")
        case "value" | "wrong":
            return say("take it down, and make the piece anew: ulotki build")
        case _:
            return say("take it down")


KEYWORDS = (re.compile(rb"/Keywords\s*\(([^()]*)\)"), re.compile(rb"<pdf:Keywords>([^<]*)</pdf:Keywords>"))


def embedded_codes(data: bytes) -> frozenset[str]:
    """The codes in the metadata of a PDF, from both places: exactly one when the file is ours and unchanged."""
    return frozenset(word.decode("latin-1").strip() for form in KEYWORDS for word in form.findall(data))


def entries_of_file(sha256: str, editions: Sequence[Edition]) -> tuple[RecordEntry, ...]:
    """The entries of files in editions and drafts with this SHA-256."""
    return tuple(file for edition in editions for file in edition.record.files if file.sha256 == sha256)


def record_contradictions(found: Record, code: str) -> tuple[Finding, ...]:
    """Findings about contradictions in a record. code: the one in the name of its folder, "" when that has none."""
    if code_of("\n".join(sorted(one.code for one in found.pieces))) != found.edition:
        what = say("the record says edition {code}, which its pieces do not make", code=found.edition)
        return (Finding("record", what, say("somebody has changed the record; make the edition anew: ulotki build")),)
    if code and code != found.edition:
        what = say("the folder is named {name}, and its record says edition {code}", name=code, code=found.edition)
        return (Finding("record", what, say("give the folder its own name back")),)
    return ()


def has_same_files(found: Record, editions: Sequence[Edition]) -> bool:
    """Whether an edition of the workspace has the same files as *found*."""
    return any(
        (edition.record.campaign, edition.record.edition) == (found.campaign, found.edition)
        and all(file in edition.record.files for file in found.files)
        for edition in editions
    )
