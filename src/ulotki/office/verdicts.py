"""What `verify` found, in sentences."""

from __future__ import annotations

from ulotki.errors import Finding, Say, say
from ulotki.handout.reasons import PrintedValue
from ulotki.handout.truth import Judgment, Verdict
from ulotki.handout.verify import piece_findings
from ulotki.office import Outcome
from ulotki.office.verify import Verified


def piece_faults(outcome: Outcome[Verified]) -> tuple[Finding, ...]:
    """The findings about the pieces, each sentence once."""
    day, pieces = outcome.value.day, outcome.value.pieces
    return tuple({str(finding.what): finding for one in pieces for finding in piece_findings(one, day)}.values())


def conclusion(outcome: Outcome[Verified]) -> Say | None:
    """What to do, None when nothing of ours was found."""
    answer = outcome.value
    if not answer.pieces:
        return None
    if answer.good:
        return say("all of it holds on {day}", day=answer.day)
    if any(one.verdict is Verdict.DOWN for one in answer.pieces):
        return say("do not hang it, and take down what hangs: see above")
    if not all(one.good for one in answer.pieces):
        return say("nobody can tell whether all of it holds: see above")
    if any(one.grave for one in outcome.findings if one not in answer.doubts):
        return say("its pieces hold on {day}, but do not print or hang what lies here: see above", day=answer.day)
    return say("what is known of it holds on {day}; something else cannot be read: see above", day=answer.day)


def verdict(one: Judgment | PrintedValue) -> Say:
    """Whether a piece or a value holds, in words."""
    match one:
        case Judgment() if one.verdict is Verdict.UNKNOWN:
            return say("nobody can tell")
        case Judgment():
            return say("still so") if one.good else say("no longer so")
        case PrintedValue() if one.holds and one.until:
            return say("still so, until {until}", until=one.until)
        case PrintedValue() if one.torn:
            return say("nobody can tell")
        case PrintedValue():
            return say("still so") if one.holds else say("no longer so")
