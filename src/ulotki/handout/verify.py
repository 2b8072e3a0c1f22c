"""Looks up a code, a file or a record of an edition in the records. `truth` decides whether a piece still holds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from ulotki.edition.record import Edition, Record, RecordEntry
from ulotki.errors import Finding, Say, say
from ulotki.handout.reasons import Reason, reason_sentence
from ulotki.handout.truth import Judgment
from ulotki.page.piece_code import code_of


def find_pieces(code: str, editions: Sequence[Edition]) -> tuple[RecordEntry, ...]:
    """The piece with this *code*, or all of the edition with it; () when there is none. editions: the oldest first."""
    for edition in reversed(editions):
        if found := [entry for entry in edition.record.pieces if entry.code == code]:
            return (found[0],)
    whole = [edition.record for edition in editions if edition.record.edition == code]
    return whole[-1].pieces if whole else ()


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
